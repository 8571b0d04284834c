<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
  <context>
    <name>TopPixel</name>
    <message>
      <source>Choose a polygon layer.</source>
      <translation>Einen Polygonlayer wählen.</translation>
    </message>
    <message>
      <source>{label} cannot be loaded.</source>
      <translation>„{label}“ kann nicht geladen werden.</translation>
    </message>
    <message>
      <source>The same from a terminal:</source>
      <translation>Dasselbe in einem Terminal:</translation>
    </message>
    <message>
      <source>Exporting labels</source>
      <translation>Labels werden exportiert</translation>
    </message>
    <message>
      <source>Help with this: {address}</source>
      <translation>Hilfe dazu: {address}</translation>
    </message>
    <message>
      <source>'{layer}' does not overlap the input rasters. Check that the coordinate systems of both are right.</source>
      <translation>„{layer}“ überlappt die Eingaberaster nicht. Prüfen, ob die Koordinatensysteme von beiden stimmen.</translation>
    </message>
    <message>
      <source>The model was made for {expected} bands ({names}); '{layer}' has {count}. Choose a raster with the same bands, or train a model on this one.</source>
      <translation>Das Modell wurde für {expected} Kanäle ({names}) erstellt; „{layer}“ hat {count}. Ein Raster mit denselben Kanälen wählen oder ein Modell mit diesem Raster trainieren.</translation>
    </message>
    <message>
      <source>The pixel size of '{layer}' is {size} m, the model was trained at {expected} m: its objects cannot be seen at this size. Choose a raster with smaller pixels.</source>
      <translation>Die Pixelgröße von „{layer}“ ist {size} m, das Modell wurde mit {expected} m trainiert: Seine Objekte sind in dieser Größe nicht zu erkennen. Ein Raster mit kleineren Pixeln wählen.</translation>
    </message>
    <message>
      <source>The pixel size of '{layer}' is {size} m, the model was trained at {expected} m: objects look larger or smaller than in training.</source>
      <translation>Die Pixelgröße von „{layer}“ ist {size} m, das Modell wurde mit {expected} m trainiert: Objekte erscheinen größer oder kleiner als im Training.</translation>
    </message>
    <message>
      <source>The layer '{layer}' holds no polygon.</source>
      <translation>Der Layer „{layer}“ enthält kein Polygon.</translation>
    </message>
    <message>
      <source>The field '{field}' of '{layer}' holds more than {most} different values. Choose the field that holds the class.</source>
      <translation>Das Feld „{field}“ von „{layer}“ enthält mehr als {most} verschiedene Werte. Das Feld wählen, das die Klasse enthält.</translation>
    </message>
    <message>
      <source>The field '{field}' of '{layer}' holds no class.</source>
      <translation>Das Feld „{field}“ von „{layer}“ enthält keine Klasse.</translation>
    </message>
    <message>
      <source>All polygons of '{layer}' belong to one class, '{name}'. Label something else too, or set 'Unlabelled pixels' to 'background'.</source>
      <translation>Alle Polygone von „{layer}“ gehören zu einer einzigen Klasse, „{name}“. Auch etwas anderes labeln oder „Pixel ohne Label“ auf 'background' setzen.</translation>
    </message>
    <message>
      <source>The field '{field}' of '{layer}' must hold {known} for each polygon, but holds {unknown}.</source>
      <translation>Das Feld „{field}“ von „{layer}“ muss für jedes Polygon einen der Werte {known} enthalten, enthält aber {unknown}.</translation>
    </message>
    <message>
      <source>No polygon of '{layer}' is for training. Pixels in no polygon are not used: draw at least one and write '{train}' into its field '{field}'.</source>
      <translation>Kein Polygon von „{layer}“ ist für das Training bestimmt. Pixel außerhalb der Polygone werden nicht verwendet: mindestens ein Polygon zeichnen und '{train}' in sein Feld „{field}“ schreiben.</translation>
    </message>
    <message>
      <source>The raster '{layer}' has only {width} x {height} pixels, less than a chip of {chip}. Choose a smaller chip size or a larger raster.</source>
      <translation>Das Raster „{layer}“ hat nur {width} x {height} Pixel und ist damit kleiner als ein Bildausschnitt von {chip} Pixeln. Kleinere Bildausschnitte oder ein größeres Raster wählen.</translation>
    </message>
    <message>
      <source>nothing</source>
      <translation>nichts</translation>
    </message>
    <message>
      <source>Shows what your labels hold before you train: the pixels, share, area, chips and polygons of each class, and its weight by every method. The report explains median frequency weights and suggests a loss for the rarest class, with K for TopPixel. In a model, the outputs 'Class weights' and 'Suggested loss' can be passed to 'Train segmentation model'.</source>
      <translation>Zeigt vor dem Training, was die Labels enthalten: Pixel, Anteil, Fläche, Bildausschnitte und Polygone jeder Klasse sowie ihr Gewicht nach jedem Verfahren. Der Bericht erklärt die Gewichte nach Medianhäufigkeit und empfiehlt eine Verlustfunktion für die seltenste Klasse, mit K für TopPixel. In der grafischen Modellierung lassen sich die Ausgaben „Klassengewichte“ und „Empfohlene Verlustfunktion“ an „Segmentierungsmodell trainieren“ übergeben.</translation>
    </message>
    <message>
      <source>Class statistics</source>
      <translation>Klassenstatistik</translation>
    </message>
    <message>
      <source>deep learning,segmentation,imbalance,class weights,median frequency,statistics,area,audit,loss</source>
      <translation>Deep Learning,Segmentierung,Klassenungleichgewicht,unausgewogene Klassen,Klassengewichte,Medianhäufigkeit,Statistik,Fläche,Prüfung,Verlustfunktion,segmentation,imbalance,class weights,median frequency,statistics,loss</translation>
    </message>
    <message>
      <source>Class weights</source>
      <translation>Klassengewichte</translation>
    </message>
    <message>
      <source>Suggested loss</source>
      <translation>Empfohlene Verlustfunktion</translation>
    </message>
    <message>
      <source>Rarest class</source>
      <translation>Seltenste Klasse</translation>
    </message>
    <message>
      <source>Applies a model made by 'Train segmentation model' to a raster of any size with the same bands as the model was trained on. The class raster is loaded with the names and colours of the classes; polygons and rasters of confidence, entropy and probabilities are optional. After an interruption, run it again with the same output to resume.</source>
      <translation>Wendet ein mit „Segmentierungsmodell trainieren“ erstelltes Modell auf ein beliebig großes Raster mit denselben Kanälen an, mit denen das Modell trainiert wurde. Das Klassenraster wird mit den Namen und Farben der Klassen geladen; Polygone sowie Raster mit Konfidenz, Entropie und Wahrscheinlichkeiten sind optional. Um nach einer Unterbrechung fortzusetzen, noch einmal mit derselben Ausgabe starten.</translation>
    </message>
    <message>
      <source>{raster} polygons</source>
      <translation>{raster} Polygone</translation>
    </message>
    <message>
      <source>deep learning,segmentation,neural network,inference,predict,landcover,orthophoto</source>
      <translation>Deep Learning,Segmentierung,neuronales Netz,Klassifikation,Vorhersage,Landbedeckung,Luftbild,Orthofoto,segmentation,inference,predict,landcover,orthophoto</translation>
    </message>
    <message>
      <source>Applies a model made by 'Train segmentation model' to many rasters: layers, files, or all rasters of a folder. The model is loaded once. Each result is written to the output folder and named after its raster. A mosaic shows them as one layer, and the polygons of all rasters can be written to one layer. A raster that cannot be classified is reported and skipped. After an interruption, run it again with the same folder to resume.</source>
      <translation>Wendet ein mit „Segmentierungsmodell trainieren“ erstelltes Modell auf viele Raster an: Layer, Dateien oder alle Raster eines Verzeichnisses. Das Modell wird nur einmal geladen. Jedes Ergebnis wird in das Ausgabeverzeichnis geschrieben und heißt wie sein Raster. Ein Mosaik zeigt alle als einen Layer, und die Polygone aller Raster lassen sich in einen Layer schreiben. Ein Raster, das sich nicht klassifizieren lässt, wird gemeldet und übersprungen. Um nach einer Unterbrechung fortzusetzen, noch einmal mit demselben Verzeichnis starten.</translation>
    </message>
    <message>
      <source>deep learning,segmentation,neural network,inference,predict,landcover,orthophoto,batch,folder,mosaic,tiles</source>
      <translation>Deep Learning,Segmentierung,neuronales Netz,Klassifikation,Vorhersage,Landbedeckung,Luftbild,Orthofoto,Stapelverarbeitung,Verzeichnis,Mosaik,Kacheln,segmentation,inference,predict,landcover,orthophoto,batch,folder,mosaic,tiles</translation>
    </message>
    <message>
      <source>Mosaic</source>
      <translation>Mosaik</translation>
    </message>
    <message>
      <source>Number of rasters that failed</source>
      <translation>Anzahl der fehlgeschlagenen Raster</translation>
    </message>
    <message>
      <source>Status of each raster</source>
      <translation>Status je Raster</translation>
    </message>
    <message>
      <source>The results go to a temporary folder, which is deleted when QGIS is closed: an interrupted run cannot be resumed. Choose a folder to keep them.</source>
      <translation>Die Ergebnisse kommen in ein temporäres Verzeichnis, das beim Beenden von QGIS gelöscht wird: Ein unterbrochener Lauf kann nicht fortgesetzt werden. Um sie zu behalten, ein Verzeichnis wählen.</translation>
    </message>
    <message>
      <source>{folder} classified</source>
      <translation>{folder} klassifiziert</translation>
    </message>
    <message>
      <source>{folder} polygons</source>
      <translation>{folder} Polygone</translation>
    </message>
    <message>
      <source>{folder} {mosaic}</source>
      <translation>{folder} {mosaic}</translation>
    </message>
    <message>
      <source>The partial map is in a temporary folder and will be lost. Choose an output file of your own to be able to resume after an interruption.</source>
      <translation>Die unvollständige Karte liegt in einem temporären Verzeichnis und geht verloren. Um nach einer Unterbrechung fortsetzen zu können, eine eigene Ausgabedatei wählen.</translation>
    </message>
    <message>
      <source>{raster} probabilities</source>
      <translation>{raster} Wahrscheinlichkeiten</translation>
    </message>
    <message>
      <source>{raster} entropy</source>
      <translation>{raster} Entropie</translation>
    </message>
    <message>
      <source>{raster} confidence</source>
      <translation>{raster} Konfidenz</translation>
    </message>
    <message>
      <source>{raster} classified</source>
      <translation>{raster} klassifiziert</translation>
    </message>
    <message>
      <source>The partial map is kept in '{folder}'. Run it again with the same output to resume, or delete the folder.</source>
      <translation>Die unvollständige Karte bleibt in „{folder}“ erhalten. Zum Fortsetzen noch einmal mit derselben Ausgabe starten; andernfalls das Verzeichnis löschen.</translation>
    </message>
    <message>
      <source>TopPixel models</source>
      <translation>TopPixel-Modelle</translation>
    </message>
    <message>
      <source>Finds the loss that suits your data best: trains the same network with each of several losses, more than once each, on the same subsets of the same rasters and for the same number of epochs, and scores all of them on the same area. Give a test area that is used for nothing else if you have one. The table and the report show the scores with their spread between runs, and the maps side by side. Every model is kept in the folder; run the same comparison into the same folder again to resume it after an interruption.</source>
      <translation>Findet die Verlustfunktion, die sich für die eigenen Daten am besten eignet: Trainiert dasselbe Netz mit jeder von mehreren Verlustfunktionen, jeweils mehr als einmal, mit denselben Teilmengen derselben Raster und über gleich viele Epochen, und bewertet alle im selben Gebiet. Wenn vorhanden, ein Testgebiet angeben, das für nichts anderes verwendet wird. Tabelle und Bericht zeigen die Gütewerte mit ihrer Streuung zwischen den Läufen und die Karten nebeneinander. Jedes Modell bleibt im Verzeichnis erhalten; um nach einer Unterbrechung fortzusetzen, denselben Vergleich noch einmal mit demselben Verzeichnis starten.</translation>
    </message>
    <message>
      <source>Compared losses</source>
      <translation>Verglichene Verlustfunktionen</translation>
    </message>
    <message>
      <source>deep learning,segmentation,benchmark,experiment,imbalance,loss,toppixel,focal</source>
      <translation>Deep Learning,Segmentierung,Vergleich,Experiment,Klassenungleichgewicht,Verlustfunktion,segmentation,benchmark,experiment,imbalance,loss,toppixel,focal</translation>
    </message>
    <message>
      <source>Scores of every run</source>
      <translation>Gütewerte jedes Laufs</translation>
    </message>
    <message>
      <source>Best loss for the class of interest</source>
      <translation>Beste Verlustfunktion für die wichtigste Klasse</translation>
    </message>
    <message>
      <source>Models and scores go to a temporary folder, which is deleted when QGIS is closed: an interrupted comparison cannot be resumed. Choose a folder to keep them.</source>
      <translation>Modelle und Gütewerte kommen in ein temporäres Verzeichnis, das beim Beenden von QGIS gelöscht wird: Ein unterbrochener Vergleich kann nicht fortgesetzt werden. Um sie zu behalten, ein Verzeichnis wählen.</translation>
    </message>
    <message>
      <source>{stage}: {done} of {total} {unit}</source>
      <translation>{stage}: {done} von {total} {unit}</translation>
    </message>
    <message>
      <source>{text}, {time} left</source>
      <translation>{text}, noch {time}</translation>
    </message>
    <message>
      <source>{hours} h {minutes} min</source>
      <translation>{hours} h {minutes} min</translation>
    </message>
    <message>
      <source>{count} s</source>
      <translation>{count} s</translation>
    </message>
    <message>
      <source>{count} min</source>
      <translation>{count} min</translation>
    </message>
    <message>
      <source>Written: {path}</source>
      <translation>Geschrieben: {path}</translation>
    </message>
    <message>
      <source>Training and validation</source>
      <translation>Training und Validierung</translation>
    </message>
    <message>
      <source>HTML files</source>
      <translation>HTML-Dateien</translation>
    </message>
    <message>
      <source>Class field is missing.</source>
      <translation>Das Klassenfeld fehlt.</translation>
    </message>
    <message>
      <source>Only the {count} selected polygons of '{layer}' are used.</source>
      <translation>Nur die {count} gewählten Polygone von „{layer}“ werden verwendet.</translation>
    </message>
    <message>
      <source>The labels are neither polygons nor a class raster.</source>
      <translation>Die Labels sind weder Polygone noch ein Klassenraster.</translation>
    </message>
    <message>
      <source>Choose a polygon layer or a raster of class values.</source>
      <translation>Einen Polygonlayer oder ein Raster mit Klassenwerten wählen.</translation>
    </message>
    <message>
      <source>Choose the field of '{layer}' that holds the class: {fields}.</source>
      <translation>Das Feld von „{layer}“ wählen, das die Klasse enthält: {fields}.</translation>
    </message>
    <message>
      <source>An input raster cannot be loaded.</source>
      <translation>Ein Eingaberaster kann nicht geladen werden.</translation>
    </message>
    <message>
      <source>Check that its file is there.</source>
      <translation>Prüfen, ob seine Datei vorhanden ist.</translation>
    </message>
    <message>
      <source>Save it as GeoTIFF first (right click on the layer, Export).</source>
      <translation>Zuerst als GeoTIFF speichern (Rechtsklick auf den Layer, Export).</translation>
    </message>
    <message>
      <source>Write one into it with 'Assign projection' of the Processing toolbox.</source>
      <translation>Mit „Projektion zuweisen“ aus den Verarbeitungswerkzeugen eines hineinschreiben.</translation>
    </message>
    <message>
      <source>Write the right one into the file with 'Assign projection' of the Processing toolbox.</source>
      <translation>Mit „Projektion zuweisen“ aus den Verarbeitungswerkzeugen das richtige in die Datei schreiben.</translation>
    </message>
    <message>
      <source>Set it in the layer's properties, under Source.</source>
      <translation>Es in den Layereigenschaften unter „Quelle“ festlegen.</translation>
    </message>
    <message>
      <source>Cancelled.</source>
      <translation>Abgebrochen.</translation>
    </message>
    <message>
      <source>The raster '{layer}' is not a file on this computer.</source>
      <translation>Das Raster „{layer}“ ist keine Datei auf diesem Rechner.</translation>
    </message>
    <message>
      <source>The raster '{layer}' has no coordinate system in its file.</source>
      <translation>Das Raster „{layer}“ hat in seiner Datei kein Koordinatensystem.</translation>
    </message>
    <message>
      <source>The raster '{layer}' has the coordinate system {layer_crs} in QGIS, but its file says {crs}.</source>
      <translation>Das Raster „{layer}“ hat in QGIS das Koordinatensystem {layer_crs}, in seiner Datei steht aber {crs}.</translation>
    </message>
    <message>
      <source>The layer '{layer}' has no coordinate system.</source>
      <translation>Der Layer „{layer}“ hat kein Koordinatensystem.</translation>
    </message>
    <message>
      <source>The layer '{layer}' has no field '{field}'.</source>
      <translation>Der Layer „{layer}“ hat kein Feld „{field}“.</translation>
    </message>
    <message>
      <source>Its fields: {fields}.</source>
      <translation>Seine Felder: {fields}.</translation>
    </message>
    <message>
      <source>The layer '{layer}' cannot be exported ({fault}).</source>
      <translation>Der Layer „{layer}“ kann nicht exportiert werden ({fault}).</translation>
    </message>
    <message>
      <source>QGIS keeps the user name for its proxy in its authentication database, which is locked.</source>
      <translation>QGIS bewahrt den Benutzernamen für seinen Proxy in der Authentifizierungsdatenbank auf, und diese ist gesperrt.</translation>
    </message>
    <message>
      <source>Unlock it under Settings - Options - Authentication, then run 'Set up engine' again.</source>
      <translation>Diese unter Einstellungen - Optionen - Authentifizierung entsperren, dann „Engine einrichten“ noch einmal starten.</translation>
    </message>
    <message>
      <source>TopPixel: segmentation that finds rare classes</source>
      <translation>TopPixel: Segmentierung, die seltene Klassen findet</translation>
    </message>
    <message>
      <source>Set up engine</source>
      <translation>Engine einrichten</translation>
    </message>
    <message>
      <source>Builds the engine: a Python environment of its own, outside QGIS, in which the networks run. Needs the internet and about 2 GB of disk space (7 GB with a CUDA graphics card), once; run it again after an update of the plugin. An interrupted set-up is resumed the next time. At the end the engine is tested, and its versions and device are shown.</source>
      <translation>Baut die Engine: eine eigene Python-Umgebung außerhalb von QGIS, in der die Netze laufen. Benötigt einmalig eine Internetverbindung und etwa 2 GB Speicherplatz (7 GB mit einer CUDA-Grafikkarte); nach einer Aktualisierung der Erweiterung noch einmal starten. Eine unterbrochene Einrichtung wird beim nächsten Mal fortgesetzt. Am Ende wird die Engine getestet, und ihre Versionen und ihr Gerät werden angezeigt.</translation>
    </message>
    <message>
      <source>Your own Python</source>
      <translation>Eigenes Python</translation>
    </message>
    <message>
      <source>Path of a Python interpreter (3.10 or newer) that has all packages of the engine; it is checked, and then used instead of an engine built here. Leave it empty to build one.</source>
      <translation>Pfad eines Python-Interpreters (3.10 oder neuer), der alle Pakete der Engine hat; er wird geprüft und dann statt einer hier gebauten Engine verwendet. Leer lassen, um eine Engine zu bauen.</translation>
    </message>
    <message>
      <source>Bundle</source>
      <translation>Bündel</translation>
    </message>
    <message>
      <source>Folder made on another machine by 'core engine bundle'. The engine is built from it without a network. Leave it empty to download the packages from the internet, through the proxy that QGIS uses.</source>
      <translation>Verzeichnis, das auf einem anderen Rechner mit 'core engine bundle' erstellt wurde. Die Engine wird daraus ohne Netzwerk gebaut. Leer lassen, um die Pakete aus dem Internet herunterzuladen, über den Proxy, den QGIS verwendet.</translation>
    </message>
    <message>
      <source>Rebuild</source>
      <translation>Neu bauen</translation>
    </message>
    <message>
      <source>Repairs the engine: removes it with everything that was downloaded for it, and builds it again from scratch.</source>
      <translation>Repariert die Engine: entfernt sie mit allem, was für sie heruntergeladen wurde, und baut sie von Grund auf neu.</translation>
    </message>
    <message>
      <source>install,pytorch,torch,dependencies,environment,gpu,cuda</source>
      <translation>installieren,einrichten,Installation,Abhängigkeiten,Umgebung,Grafikkarte,install,pytorch,torch,dependencies,environment,gpu,cuda</translation>
    </message>
    <message>
      <source>Folder of the engine</source>
      <translation>Verzeichnis der Engine</translation>
    </message>
    <message>
      <source>Versions and device</source>
      <translation>Versionen und Gerät</translation>
    </message>
    <message>
      <source>location: {folder}</source>
      <translation>Ort: {folder}</translation>
    </message>
    <message>
      <source>0</source>
      <translation>0</translation>
    </message>
    <message>
      <source>1 (certain)</source>
      <translation>1 (sicher)</translation>
    </message>
    <message>
      <source>0 (certain)</source>
      <translation>0 (sicher)</translation>
    </message>
    <message>
      <source>1 (all classes equal)</source>
      <translation>1 (alle Klassen gleich wahrscheinlich)</translation>
    </message>
    <message>
      <source>100 %</source>
      <translation>100 %</translation>
    </message>
    <message>
      <source>{name}: 0 %</source>
      <translation>{name}: 0 %</translation>
    </message>
    <message>
      <source>Trains a network that finds in imagery what you have labelled: give one or more rasters, labels (a polygon layer or a class raster), and the field with the class. For classes that are rare in the imagery, choose a loss made for them and class weights. A part of the labelled area is kept out of training as the validation set. The result is one file, which 'Classify raster' applies to rasters of any size.</source>
      <translation>Trainiert ein Netz, das in Bilddaten findet, was zuvor mit Labels versehen wurde: Anzugeben sind ein oder mehrere Raster, Labels (ein Polygonlayer oder ein Klassenraster) und das Feld mit der Klasse. Für Klassen, die in den Bilddaten selten sind, eine dafür gemachte Verlustfunktion und Klassengewichte wählen. Ein Teil des Gebiets mit Labels wird als Validierungsdatensatz vom Training ausgenommen. Das Ergebnis ist eine einzige Datei, die „Raster klassifizieren“ auf beliebig große Raster anwendet.</translation>
    </message>
    <message>
      <source>deep learning,segmentation,neural network,imbalance,loss,landcover,orthophoto</source>
      <translation>Deep Learning,Segmentierung,neuronales Netz,Training,Klassenungleichgewicht,Verlustfunktion,Landbedeckung,Luftbild,Orthofoto,segmentation,neural network,imbalance,loss,landcover,orthophoto</translation>
    </message>
    <message>
      <source>Mean IoU on the validation set</source>
      <translation>Mittlere IoU auf dem Validierungsdatensatz</translation>
    </message>
    <message>
      <source>Best epoch</source>
      <translation>Beste Epoche</translation>
    </message>
    <message>
      <source>Mean IoU on the test areas</source>
      <translation>Mittlere IoU in den Testgebieten</translation>
    </message>
    <message>
      <source>The model goes to a temporary file, which is deleted when QGIS is closed.</source>
      <translation>Das Modell kommt in eine temporäre Datei, die beim Beenden von QGIS gelöscht wird.</translation>
    </message>
    <message>
      <source>The best model so far is saved: {path}</source>
      <translation>Das bisher beste Modell ist gespeichert: {path}</translation>
    </message>
    <message>
      <source>Converts a class raster of any size to polygons. Small segments can be merged into their neighbours, outlines simplified and smoothed. Neighbouring polygons keep their common borders, so that there are no gaps and no overlaps, and no polygon ends at a tile's border. Each has its class, its area and perimeter on the ground, and its mean confidence if you give the confidence raster. Names and colours are those of the layer's style, or else of the raster's file.</source>
      <translation>Wandelt ein beliebig großes Klassenraster in Polygone um. Kleine Segmente können mit ihren Nachbarn vereinigt, Umrisse vereinfacht und geglättet werden. Benachbarte Polygone behalten ihre gemeinsamen Grenzen, sodass weder Lücken noch Überlappungen entstehen, und kein Polygon endet am Rand einer Kachel. Jedes hat seine Klasse, seine Fläche und seinen Umfang am Boden und, wenn das Konfidenzraster angegeben ist, seine mittlere Konfidenz. Namen und Farben sind die aus dem Stil des Layers, sonst die aus der Datei des Rasters.</translation>
    </message>
    <message>
      <source>vectorize,polygonize,raster to vector,segmentation,landcover,sieve,eliminate,simplify,smooth,generalize,topology,coverage</source>
      <translation>Vektorisieren,Polygonbildung,Raster nach Vektor,Segmentierung,Landbedeckung,Sieben,Vereinfachen,Glätten,Generalisieren,Topologie,vectorize,polygonize,raster to vector,segmentation,landcover,sieve,eliminate,simplify,smooth,generalize,topology,coverage</translation>
    </message>
    <message>
      <source>Custom</source>
      <translation>Benutzerdefiniert</translation>
    </message>
    <message>
      <source>Typed as text</source>
      <translation>Als Text eingegeben</translation>
    </message>
    <message>
      <source>As text: {text}</source>
      <translation>Als Text: {text}</translation>
    </message>
    <message>
      <source>Pick a file</source>
      <translation>Eine Datei wählen</translation>
    </message>
    <message>
      <source>Choose the field with the class</source>
      <translation>Das Feld mit der Klasse wählen</translation>
    </message>
    <message>
      <source>Not needed for a class raster</source>
      <translation>Für ein Klassenraster nicht nötig</translation>
    </message>
    <message>
      <source>the {whole} pixels of a chip</source>
      <translation>der {whole} Pixel eines Bildausschnitts</translation>
    </message>
    <message>
      <source>the {whole} pixels of a batch</source>
      <translation>der {whole} Pixel eines Batches</translation>
    </message>
    <message>
      <source>{name} = {count} is {share} of {whole}.</source>
      <translation>{name} = {count} sind {share} {whole}.</translation>
    </message>
    <message>
      <source>ratio = {ratio} is {pixels} of {whole}.</source>
      <translation>ratio = {ratio} sind {pixels} {whole}.</translation>
    </message>
    <message>
      <source>{name} = {count}: all of {whole} count.</source>
      <translation>{name} = {count}: Es zählt die Gesamtheit {whole}.</translation>
    </message>
    <message>
      <source>Factor of the loss</source>
      <translation>Faktor der Verlustfunktion</translation>
    </message>
    <message>
      <source>Sum of two losses</source>
      <translation>Summe zweier Verlustfunktionen</translation>
    </message>
    <message>
      <source>Add…</source>
      <translation>Hinzufügen…</translation>
    </message>
    <message>
      <source>Choose a loss with its parameters and add it to the list</source>
      <translation>Eine Verlustfunktion mit ihren Parametern wählen und zur Liste hinzufügen</translation>
    </message>
    <message>
      <source>Add a loss</source>
      <translation>Verlustfunktion hinzufügen</translation>
    </message>
    <message>
      <source>Network</source>
      <translation>Netz</translation>
    </message>
    <message>
      <source>Expects</source>
      <translation>Erwartet</translation>
    </message>
    <message>
      <source>Trained with</source>
      <translation>Trainiert mit</translation>
    </message>
    <message>
      <source>Validation</source>
      <translation>Validierung</translation>
    </message>
    <message>
      <source>none</source>
      <translation>keine</translation>
    </message>
    <message>
      <source>{count} bands ({names}), {dtype}, pixels of {size} m</source>
      <translation>{count} Kanäle ({names}), {dtype}, Pixel von {size} m</translation>
    </message>
    <message>
      <source>Classes</source>
      <translation>Klassen</translation>
    </message>
    <message>
      <source>mean IoU {miou}</source>
      <translation>mittlere IoU {miou}</translation>
    </message>
    <message>
      <source>{count} more</source>
      <translation>{count} weitere</translation>
    </message>
    <message>
      <source>A class that is not named weighs 1.</source>
      <translation>Eine nicht genannte Klasse hat das Gewicht 1.</translation>
    </message>
    <message>
      <source>Typed, class by class</source>
      <translation>Klasse für Klasse eingegeben</translation>
    </message>
    <message>
      <source>Epoch {number}</source>
      <translation>Epoche {number}</translation>
    </message>
    <message>
      <source>and {count} more</source>
      <translation>und {count} weitere</translation>
    </message>
    <message>
      <source>best: epoch {number}</source>
      <translation>beste: Epoche {number}</translation>
    </message>
    <message>
      <source>Training monitor</source>
      <translation>Trainingsmonitor</translation>
    </message>
    <message>
      <source>Trainings since QGIS was started, the newest first</source>
      <translation>Trainings seit dem Start von QGIS, das neueste zuerst</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Abbrechen</translation>
    </message>
    <message>
      <source>End this job. The best model so far is saved.</source>
      <translation>Diesen Auftrag beenden. Das bisher beste Modell ist gespeichert.</translation>
    </message>
    <message>
      <source>Training loss</source>
      <translation>Trainingsverlust</translation>
    </message>
    <message>
      <source>IoU on the validation set</source>
      <translation>IoU auf dem Validierungsdatensatz</translation>
    </message>
    <message>
      <source>Mean</source>
      <translation>Mittel</translation>
    </message>
    <message>
      <source>Newest validation picture</source>
      <translation>Neuestes Validierungsbild</translation>
    </message>
    <message>
      <source>A preview of the validation set is shown here after each epoch.</source>
      <translation>Hier wird nach jeder Epoche eine Vorschau des Validierungsdatensatzes angezeigt.</translation>
    </message>
    <message>
      <source>Image</source>
      <translation>Bild</translation>
    </message>
    <message>
      <source>Ground truth</source>
      <translation>Referenz</translation>
    </message>
    <message>
      <source>Prediction</source>
      <translation>Vorhersage</translation>
    </message>
    <message>
      <source>Predicted after epoch {number}</source>
      <translation>Vorhergesagt nach Epoche {number}</translation>
    </message>
    <message>
      <source>Nothing has been trained yet. 'Train segmentation model' is in the Processing toolbox.</source>
      <translation>Es wurde noch nichts trainiert. „Segmentierungsmodell trainieren“ steht in den Verarbeitungswerkzeugen.</translation>
    </message>
    <message>
      <source>Cancelled after {count} epochs</source>
      <translation>Nach {count} Epochen abgebrochen</translation>
    </message>
    <message>
      <source>Finished after {count} epochs</source>
      <translation>Nach {count} Epochen fertig</translation>
    </message>
    <message>
      <source>Starting</source>
      <translation>Wird gestartet</translation>
    </message>
    <message>
      <source>Epoch {number} of {count}</source>
      <translation>Epoche {number} von {count}</translation>
    </message>
    <message>
      <source>{text}; best epoch: {best}</source>
      <translation>{text}; beste Epoche: {best}</translation>
    </message>
    <message>
      <source>Failed. {message}</source>
      <translation>Fehlgeschlagen. {message}</translation>
    </message>
    <message>
      <source>Failed after {count} epochs. {message}</source>
      <translation>Nach {count} Epochen fehlgeschlagen. {message}</translation>
    </message>
    <message>
      <source>Set up engine…</source>
      <translation>Engine einrichten…</translation>
    </message>
    <message>
      <source>The engine is being set up in the background.</source>
      <translation>Die Engine wird im Hintergrund eingerichtet.</translation>
    </message>
    <message>
      <source>Show</source>
      <translation>Anzeigen</translation>
    </message>
    <message>
      <source>The engine is ready.</source>
      <translation>Die Engine ist bereit.</translation>
    </message>
    <message>
      <source>TopPixel: set up engine</source>
      <translation>TopPixel: Engine einrichten</translation>
    </message>
    <message>
      <source>Networks run in a separate engine outside QGIS. It is built once; nothing is installed into QGIS or the system.</source>
      <translation>Netze laufen in einer eigenen Engine außerhalb von QGIS. Sie wird einmal gebaut; weder in QGIS noch im System wird etwas installiert.</translation>
    </message>
    <message>
      <source>From the internet</source>
      <translation>Aus dem Internet</translation>
    </message>
    <message>
      <source>From a bundle:</source>
      <translation>Aus einem Bündel:</translation>
    </message>
    <message>
      <source>A folder made on another machine by 'core engine bundle'; no network is needed then.</source>
      <translation>Ein Verzeichnis, das auf einem anderen Rechner mit 'core engine bundle' erstellt wurde; dann ist kein Netzwerk nötig.</translation>
    </message>
    <message>
      <source>Packages</source>
      <translation>Pakete</translation>
    </message>
    <message>
      <source>What will be done</source>
      <translation>Was geschehen wird</translation>
    </message>
    <message>
      <source>Folder:</source>
      <translation>Verzeichnis:</translation>
    </message>
    <message>
      <source>Graphics card:</source>
      <translation>Grafikkarte:</translation>
    </message>
    <message>
      <source>Download:</source>
      <translation>Herunterladen:</translation>
    </message>
    <message>
      <source>Disk:</source>
      <translation>Speicherplatz:</translation>
    </message>
    <message>
      <source>Progress</source>
      <translation>Fortschritt</translation>
    </message>
    <message>
      <source>Log</source>
      <translation>Protokoll</translation>
    </message>
    <message>
      <source>Set up</source>
      <translation>Einrichten</translation>
    </message>
    <message>
      <source>Cancel the set-up</source>
      <translation>Einrichtung abbrechen</translation>
    </message>
    <message>
      <source>Open the log file</source>
      <translation>Protokolldatei öffnen</translation>
    </message>
    <message>
      <source>Choose the folder of the bundle.</source>
      <translation>Das Verzeichnis des Bündels wählen.</translation>
    </message>
    <message>
      <source>nothing, unless the engine must be repaired</source>
      <translation>nichts, sofern die Engine nicht repariert werden muss</translation>
    </message>
    <message>
      <source>There is not enough disk space. Choose another folder, or free some space.</source>
      <translation>Der Speicherplatz reicht nicht. Ein anderes Verzeichnis wählen oder Speicherplatz freigeben.</translation>
    </message>
    <message>
      <source>An engine is ready in this folder. It will be checked.</source>
      <translation>In diesem Verzeichnis ist eine Engine bereit. Sie wird geprüft.</translation>
    </message>
    <message>
      <source>Try again</source>
      <translation>Erneut versuchen</translation>
    </message>
    <message>
      <source>Cancelling</source>
      <translation>Wird abgebrochen</translation>
    </message>
    <message>
      <source>up to {needed} are needed, {free} are free</source>
      <translation>bis zu {needed} nötig, {free} frei</translation>
    </message>
    <message>
      <source>about {size}</source>
      <translation>etwa {size}</translation>
    </message>
    <message>
      <source>It will be used instead of your own Python '{path}'.</source>
      <translation>Sie wird statt des eigenen Pythons „{path}“ verwendet.</translation>
    </message>
    <message>
      <source>The Python that you have chosen as the engine is missing.</source>
      <translation>Das als Engine gewählte Python fehlt.</translation>
    </message>
    <message>
      <source>Options…</source>
      <translation>Optionen…</translation>
    </message>
    <message>
      <source>This version of TopPixel needs a new engine.</source>
      <translation>Diese Version von TopPixel braucht eine neue Engine.</translation>
    </message>
    <message>
      <source>The engine must be set up once.</source>
      <translation>Die Engine muss einmal eingerichtet werden.</translation>
    </message>
    <message>
      <source>Remove the engine and everything that was downloaded for it, and build it again?</source>
      <translation>Die Engine und alles, was für sie heruntergeladen wurde, entfernen und sie neu bauen?</translation>
    </message>
    <message>
      <source>Remove all engines in '{folder}', and everything that was downloaded for them?</source>
      <translation>Alle Engines in „{folder}“ und alles, was für sie heruntergeladen wurde, entfernen?</translation>
    </message>
    <message>
      <source>none, as in Settings - Options - Network</source>
      <translation>keiner, wie in Einstellungen - Optionen - Netzwerk</translation>
    </message>
    <message>
      <source>Built by TopPixel in this folder:</source>
      <translation>Von TopPixel gebaut, in diesem Verzeichnis:</translation>
    </message>
    <message>
      <source>A Python of your own:</source>
      <translation>Eigenes Python:</translation>
    </message>
    <message>
      <source>A Python 3.10 or newer that has all packages of the engine.</source>
      <translation>Ein Python 3.10 oder neuer, das alle Pakete der Engine hat.</translation>
    </message>
    <message>
      <source>Set up…</source>
      <translation>Einrichten…</translation>
    </message>
    <message>
      <source>Repair…</source>
      <translation>Reparieren…</translation>
    </message>
    <message>
      <source>Downloads everything again and rebuilds the engine.</source>
      <translation>Lädt alles noch einmal herunter und baut die Engine neu.</translation>
    </message>
    <message>
      <source>Remove…</source>
      <translation>Entfernen…</translation>
    </message>
    <message>
      <source>Engine</source>
      <translation>Engine</translation>
    </message>
    <message>
      <source>Default of 'Device' in all dialogs. 'auto' uses a graphics card when there is one.</source>
      <translation>Vorgabe für „Gerät“ in allen Dialogen. 'auto' verwendet eine Grafikkarte, wenn es eine gibt.</translation>
    </message>
    <message>
      <source>one per core</source>
      <translation>einer je Kern</translation>
    </message>
    <message>
      <source>Number of threads for networks that run on the processor.</source>
      <translation>Anzahl der Threads für Netze, die auf dem Prozessor laufen.</translation>
    </message>
    <message>
      <source>Computing</source>
      <translation>Berechnung</translation>
    </message>
    <message>
      <source>Device:</source>
      <translation>Gerät:</translation>
    </message>
    <message>
      <source>Threads:</source>
      <translation>Threads:</translation>
    </message>
    <message>
      <source>the Python Package Index (pypi.org)</source>
      <translation>der Python Package Index (pypi.org)</translation>
    </message>
    <message>
      <source>Address of another package index, such as your company's.</source>
      <translation>Adresse eines anderen Paketindex, etwa des firmeneigenen.</translation>
    </message>
    <message>
      <source>Package index:</source>
      <translation>Paketindex:</translation>
    </message>
    <message>
      <source>Proxy:</source>
      <translation>Proxy:</translation>
    </message>
    <message>
      <source>Copy diagnostics</source>
      <translation>Diagnosedaten kopieren</translation>
    </message>
    <message>
      <source>Versions, device, state of the engine and the last errors, without user names.</source>
      <translation>Versionen, Gerät, Zustand der Engine und die letzten Fehler, ohne Benutzernamen.</translation>
    </message>
    <message>
      <source>Open the log of the set-up</source>
      <translation>Protokoll der Einrichtung öffnen</translation>
    </message>
    <message>
      <source>When something goes wrong</source>
      <translation>Wenn etwas nicht funktioniert</translation>
    </message>
    <message>
      <source>Checking…</source>
      <translation>Wird geprüft…</translation>
    </message>
    <message>
      <source>Copied to the clipboard.</source>
      <translation>In die Zwischenablage kopiert.</translation>
    </message>
    <message>
      <source>Removed; {size} freed.</source>
      <translation>Entfernt; {size} freigegeben.</translation>
    </message>
    <message>
      <source>{address}, as in Settings - Options - Network</source>
      <translation>{address}, wie in Einstellungen - Optionen - Netzwerk</translation>
    </message>
    <message>
      <source>Removing…</source>
      <translation>Wird entfernt…</translation>
    </message>
    <message>
      <source>none found; networks will run on the processor</source>
      <translation>keine gefunden; Netze laufen auf dem Prozessor</translation>
    </message>
    <message>
      <source>Not checked yet; the first job checks it.</source>
      <translation>Noch nicht geprüft; das geschieht beim ersten Auftrag.</translation>
    </message>
    <message>
      <source>{number} GB</source>
      <translation>{number} GB</translation>
    </message>
    <message>
      <source>{name} (with CUDA)</source>
      <translation>{name} (mit CUDA)</translation>
    </message>
    <message>
      <source>Ready: PyTorch {version} on {device}</source>
      <translation>Bereit: PyTorch {version} auf {device}</translation>
    </message>
    <message>
      <source>Train segmentation model</source>
      <translation>Segmentierungsmodell trainieren</translation>
    </message>
    <message>
      <source>Input rasters</source>
      <translation>Eingaberaster</translation>
    </message>
    <message>
      <source>One or more orthophotos or other rasters, all with the same bands. Any number of bands, 8 or 16 bit or float.</source>
      <translation>Ein oder mehrere Orthofotos oder andere Raster, alle mit denselben Kanälen. Beliebig viele Kanäle, 8 oder 16 Bit oder Gleitkomma.</translation>
    </message>
    <message>
      <source>Labels</source>
      <translation>Labels</translation>
    </message>
    <message>
      <source>Ground truth: a polygon layer (any coordinate system; selection and filter are honoured), or a class raster (one integer per class; 255 is ignored).</source>
      <translation>Referenzdaten: ein Polygonlayer (Koordinatensystem beliebig; Auswahl und Filter werden beachtet) oder ein Klassenraster (eine ganze Zahl je Klasse; 255 wird ignoriert).</translation>
    </message>
    <message>
      <source>Trained model</source>
      <translation>Trainiertes Modell</translation>
    </message>
    <message>
      <source>Where the model is written (.safetensors).</source>
      <translation>Wohin das Modell geschrieben wird (.safetensors).</translation>
    </message>
    <message>
      <source>Class field</source>
      <translation>Klassenfeld</translation>
    </message>
    <message>
      <source>Field of the polygon layer that holds the class, integer or text. Not needed for a class raster. Polygons with the value 255 or the text 'ignore' are ignored.</source>
      <translation>Feld des Polygonlayers, das die Klasse enthält, als ganze Zahl oder Text. Für ein Klassenraster nicht nötig. Polygone mit dem Wert 255 oder dem Text 'ignore' werden ignoriert.</translation>
    </message>
    <message>
      <source>Unlabelled pixels</source>
      <translation>Pixel ohne Label</translation>
    </message>
    <message>
      <source>'background': pixels without a polygon belong to the class background (label all objects, or give a labelled area). 'ignore': pixels without a polygon are ignored (label some of each class, background too).</source>
      <translation>'background': Pixel ohne Polygon gehören zur Klasse Hintergrund (alle Objekte labeln oder ein Gebiet mit Labels angeben). 'ignore': Pixel ohne Polygon werden ignoriert (von jeder Klasse etwas labeln, auch vom Hintergrund).</translation>
    </message>
    <message>
      <source>Labelled area</source>
      <translation>Gebiet mit Labels</translation>
    </message>
    <message>
      <source>Optional polygon layer: only pixels inside it are used, for training and for validation. Give it when only a part of the rasters is labelled.</source>
      <translation>Optionaler Polygonlayer: Nur Pixel darin werden verwendet, für Training und Validierung. Anzugeben, wenn nur ein Teil der Raster mit Labels versehen ist.</translation>
    </message>
    <message>
      <source>Loss</source>
      <translation>Verlustfunktion</translation>
    </message>
    <message>
      <source>The function that training minimises. Made for rare classes: toppixel(k=50000) counts only the K pixels of a batch with the highest loss; focal(gamma=2) down-weights easy pixels. Standard: ce (cross entropy). Sums are possible, too: TopPixel alone needs exact outlines; where they are rough, add ce or choose a larger K.</source>
      <translation>Die Funktion, die das Training minimiert. Für seltene Klassen gemacht: toppixel(k=50000) zählt nur die K Pixel eines Batches mit dem höchsten Verlust; focal(gamma=2) gewichtet leichte Pixel schwächer. Standard: ce (Kreuzentropie). Auch Summen sind möglich: TopPixel allein braucht genaue Umrisse; wo sie grob sind, ce dazunehmen oder ein größeres K wählen.</translation>
    </message>
    <message>
      <source>Weight of each class in the loss: 'none'; by its rarity ('median_frequency', 'inverse', 'inverse_sqrt', 'effective_number', 'enet', each with an optional cap as in 'median_frequency(cap=50)'); or typed as 'car=5, road=1' (a class that is not named weighs 1).</source>
      <translation>Gewicht jeder Klasse in der Verlustfunktion: 'none' (keine Gewichte); nach ihrer Seltenheit ('median_frequency', 'inverse', 'inverse_sqrt', 'effective_number', 'enet', jeweils auf Wunsch mit einer Obergrenze wie in 'median_frequency(cap=50)'); oder eingegeben wie 'car=5, road=1' (eine nicht genannte Klasse hat das Gewicht 1).</translation>
    </message>
    <message>
      <source>Architecture</source>
      <translation>Architektur</translation>
    </message>
    <message>
      <source>Architecture of the network. U-Net is a good choice for sharp outlines.</source>
      <translation>Architektur des Netzes. U-Net ist eine gute Wahl für scharfe Umrisse.</translation>
    </message>
    <message>
      <source>Encoder</source>
      <translation>Encoder</translation>
    </message>
    <message>
      <source>The part of the network that extracts features from the image. Larger encoders (resnet34, resnet50) learn more and run slower. Any encoder of segmentation-models-pytorch, 'tu-' names of timm included.</source>
      <translation>Der Teil des Netzes, der Merkmale aus dem Bild extrahiert. Größere Encoder (resnet34, resnet50) lernen mehr und laufen langsamer. Jeder Encoder von segmentation-models-pytorch, auch die Namen mit 'tu-' aus timm.</translation>
    </message>
    <message>
      <source>Encoder weights</source>
      <translation>Gewichte des Encoders</translation>
    </message>
    <message>
      <source>'pretrained' starts from weights trained on ImageNet and needs far fewer labels; 'random' starts from random weights; or the path of a weights file (.safetensors or .pth).</source>
      <translation>'pretrained' beginnt mit auf ImageNet trainierten Gewichten und braucht weit weniger Labels; 'random' beginnt mit Zufallsgewichten; oder der Pfad einer Datei mit Gewichten (.safetensors oder .pth).</translation>
    </message>
    <message>
      <source>Start from model</source>
      <translation>Ausgangsmodell</translation>
    </message>
    <message>
      <source>Optional: fine-tune this trained model on new data instead of starting from encoder weights. Its architecture, encoder and number of bands must be the same; classes are matched by name, and new classes start from random weights.</source>
      <translation>Optional: dieses trainierte Modell mit neuen Daten feinabstimmen (Fine-Tuning), statt mit Gewichten des Encoders zu beginnen. Architektur, Encoder und Anzahl der Kanäle müssen gleich sein; Klassen werden nach Namen zugeordnet, neue beginnen mit Zufallsgewichten.</translation>
    </message>
    <message>
      <source>Start from class shares</source>
      <translation>Von den Klassenanteilen ausgehen</translation>
    </message>
    <message>
      <source>Initialise the bias of the output layer with the logarithms of the class shares, so that the first steps are not spent on learning which classes are rare. Has no effect with 'Start from model'.</source>
      <translation>Den Bias der Ausgabeschicht mit den Logarithmen der Klassenanteile initialisieren, sodass die ersten Schritte nicht damit vergehen, zu lernen, welche Klassen selten sind. Wirkt nicht zusammen mit 'Ausgangsmodell'.</translation>
    </message>
    <message>
      <source>Outline tolerance (pixels)</source>
      <translation>Umrisstoleranz (Pixel)</translation>
    </message>
    <message>
      <source>How far the outlines of the labels may be off. A band of this width on either side of every border between two classes is ignored in training, but not in validation. Objects up to twice as wide are not learned. 0: no band.</source>
      <translation>Wie weit die Umrisse der Labels abweichen dürfen. Ein Streifen dieser Breite auf beiden Seiten jeder Grenze zwischen zwei Klassen wird beim Training ignoriert, nicht aber bei der Validierung. Objekte, die höchstens doppelt so breit sind, werden nicht gelernt. 0: kein Streifen.</translation>
    </message>
    <message>
      <source>Chip size (pixels)</source>
      <translation>Größe der Bildausschnitte (Pixel)</translation>
    </message>
    <message>
      <source>Side of the square chips that the network is trained on, a multiple of 32. Large enough to show an object with its surroundings.</source>
      <translation>Seitenlänge der quadratischen Bildausschnitte, mit denen das Netz trainiert wird, ein Vielfaches von 32. Groß genug, um ein Objekt mit seiner Umgebung zu zeigen.</translation>
    </message>
    <message>
      <source>Batch size</source>
      <translation>Batchgröße</translation>
    </message>
    <message>
      <source>Chips per training step. Halved automatically when memory runs out.</source>
      <translation>Bildausschnitte je Trainingsschritt. Wird automatisch halbiert, wenn der Speicher nicht reicht.</translation>
    </message>
    <message>
      <source>Sampling</source>
      <translation>Ziehung der Bildausschnitte</translation>
    </message>
    <message>
      <source>How chip positions are drawn. 'uniform': all positions are equally likely. 'balanced': first a class is drawn, then a position where it occurs, so that rare classes are seen more often. 'repeat factor' and 'mixed' are in between.</source>
      <translation>Wie die Positionen der Bildausschnitte gezogen werden. 'uniform': Alle Positionen sind gleich wahrscheinlich. 'balanced': Erst wird eine Klasse gezogen, dann eine Position, an der sie vorkommt, sodass seltene Klassen öfter zu sehen sind. 'repeat factor' und 'mixed' liegen dazwischen.</translation>
    </message>
    <message>
      <source>Augmentation</source>
      <translation>Augmentierung</translation>
    </message>
    <message>
      <source>How chips are augmented, so that the network generalises. 'none'; 'light': flips, rotations by 90°, brightness, contrast; 'strong': also scale, rotation by any angle, blur, gamma, noise, and copy-paste of rare classes; or a sum of augmentations, as in 'd4 + color_jitter(brightness=0.5) + copy_paste(probability=0.3)'.</source>
      <translation>Wie Bildausschnitte augmentiert werden, damit das Netz verallgemeinert. 'none' (gar nicht); 'light': Spiegelungen, Drehungen um 90°, Helligkeit, Kontrast; 'strong': außerdem Skalierung, Drehung um beliebigen Winkel, Unschärfe, Gamma, Rauschen und Copy-Paste seltener Klassen; oder eine Summe von Augmentierungen wie in 'd4 + color_jitter(brightness=0.5) + copy_paste(probability=0.3)'.</translation>
    </message>
    <message>
      <source>Epochs</source>
      <translation>Epochen</translation>
    </message>
    <message>
      <source>Number of passes over the training set. The network is validated and saved after each.</source>
      <translation>Anzahl der Durchläufe durch den Trainingsdatensatz. Nach jeder Epoche wird das Netz validiert und gespeichert.</translation>
    </message>
    <message>
      <source>Learning rate</source>
      <translation>Lernrate</translation>
    </message>
    <message>
      <source>Step size of the optimiser. Use a smaller one if the loss jumps or becomes NaN. 0: found by a learning-rate range test of some dozens of steps before the training.</source>
      <translation>Schrittweite des Optimierers. Kleiner wählen, wenn der Verlust springt oder NaN wird. 0: wird vor dem Training mit einem Lernratentest (LR Range Test) von einigen Dutzend Schritten gefunden.</translation>
    </message>
    <message>
      <source>Optimiser</source>
      <translation>Optimierer</translation>
    </message>
    <message>
      <source>How the weights are updated. 'adamw' needs little tuning; 'sgd' needs a learning rate of about 0.01.</source>
      <translation>Wie die Gewichte aktualisiert werden. 'adamw' kommt mit wenig Abstimmung aus; 'sgd' braucht eine Lernrate von etwa 0,01.</translation>
    </message>
    <message>
      <source>Learning-rate schedule</source>
      <translation>Lernratenplan</translation>
    </message>
    <message>
      <source>'cosine' (short warm-up, then cosine decay), 'one cycle' (long warm-up) or 'constant'.</source>
      <translation>'cosine' (kurzes Aufwärmen, dann Kosinus-Abfall), 'one cycle' (langes Aufwärmen) oder 'constant'.</translation>
    </message>
    <message>
      <source>Encoder learning-rate factor</source>
      <translation>Lernratenfaktor des Encoders</translation>
    </message>
    <message>
      <source>The encoder's learning rate as a multiple of the learning rate. Below 1 its pretrained weights change less; with 0 they are frozen, for very few labels.</source>
      <translation>Die Lernrate des Encoders als Vielfaches der Lernrate. Unter 1 ändern sich seine vortrainierten Gewichte weniger; mit 0 sind sie eingefroren, für sehr wenige Labels.</translation>
    </message>
    <message>
      <source>Gradient clipping (maximum norm)</source>
      <translation>Gradientenbegrenzung (maximale Norm)</translation>
    </message>
    <message>
      <source>Maximum norm of the gradient of a step; larger gradients are scaled down to it, which steadies a loss that jumps. 0: no clipping.</source>
      <translation>Maximale Norm des Gradienten eines Schritts; größere Gradienten werden darauf skaliert (Clipping), was einen springenden Verlust beruhigt. 0: keine Begrenzung.</translation>
    </message>
    <message>
      <source>EMA decay</source>
      <translation>EMA-Abklingfaktor</translation>
    </message>
    <message>
      <source>Keep an exponential moving average (EMA) of the weights instead of the last weights, with this decay per step, such as 0.99. Gives steadier scores. 0: no EMA.</source>
      <translation>Statt der letzten Gewichte ihren exponentiell gleitenden Mittelwert (EMA) behalten, mit diesem Abklingfaktor je Schritt, etwa 0,99. Ergibt stetigere Gütewerte. 0: keine EMA.</translation>
    </message>
    <message>
      <source>Validation share</source>
      <translation>Validierungsanteil</translation>
    </message>
    <message>
      <source>Share of the labelled area that is kept out of training as the validation set, in whole blocks. A buffer of half a chip around them is not used for training either. 0: no validation.</source>
      <translation>Anteil des Gebiets mit Labels, der in ganzen Blöcken als Validierungsdatensatz vom Training ausgenommen wird. Auch ein Puffer von einem halben Bildausschnitt um sie herum wird nicht für das Training verwendet. 0: keine Validierung.</translation>
    </message>
    <message>
      <source>Split areas</source>
      <translation>Aufteilungsgebiete</translation>
    </message>
    <message>
      <source>Optional polygon layer of the areas for training, validation and test, instead of randomly chosen blocks. Pixels outside all polygons are not used; test areas are scored once, with the finished model. Without validation areas, blocks are chosen within the training areas.</source>
      <translation>Optionaler Polygonlayer mit den Gebieten für Training, Validierung und Test, statt zufällig gewählter Blöcke. Pixel außerhalb aller Polygone werden nicht verwendet; Testgebiete werden einmal bewertet, mit dem fertigen Modell. Ohne Validierungsgebiete werden Blöcke innerhalb der Trainingsgebiete gewählt.</translation>
    </message>
    <message>
      <source>Field of the split areas</source>
      <translation>Feld der Aufteilungsgebiete</translation>
    </message>
    <message>
      <source>Field that holds 'train', 'validation' or 'test' for each polygon of the split areas.</source>
      <translation>Feld, das für jedes Polygon der Aufteilungsgebiete 'train', 'validation' oder 'test' enthält.</translation>
    </message>
    <message>
      <source>Monitored metric</source>
      <translation>Überwachte Metrik</translation>
    </message>
    <message>
      <source>The epoch with the best value on the validation set is saved: 'mean IoU', 'worst class' (the lowest IoU of all classes), or the name of a class (its IoU).</source>
      <translation>Die Epoche mit dem besten Wert auf dem Validierungsdatensatz wird gespeichert: 'mean IoU' (mittlere IoU), 'worst class' (die niedrigste IoU aller Klassen) oder der Name einer Klasse (ihre IoU).</translation>
    </message>
    <message>
      <source>Patience (epochs)</source>
      <translation>Geduld (Epochen)</translation>
    </message>
    <message>
      <source>Early stopping: training ends after so many epochs without improvement. 0: no early stopping.</source>
      <translation>Früher Abbruch (Early Stopping): Das Training endet nach so vielen Epochen ohne Verbesserung. 0: kein früher Abbruch.</translation>
    </message>
    <message>
      <source>Seed</source>
      <translation>Startwert</translation>
    </message>
    <message>
      <source>Seed of all random generators. Same seed, same data, same machine: same model.</source>
      <translation>Startwert (Seed) aller Zufallsgeneratoren. Gleicher Startwert, gleiche Daten, gleicher Rechner: gleiches Modell.</translation>
    </message>
    <message>
      <source>Device</source>
      <translation>Gerät</translation>
    </message>
    <message>
      <source>Where the network runs. 'auto' uses a graphics card (CUDA, Apple MPS) when there is one. 'cuda:1' is the second card.</source>
      <translation>Wo das Netz läuft. 'auto' verwendet eine Grafikkarte (CUDA, Apple MPS), wenn es eine gibt. 'cuda:1' ist die zweite Karte.</translation>
    </message>
    <message>
      <source>Report</source>
      <translation>Bericht</translation>
    </message>
    <message>
      <source>Where a report with curves, scores and pictures is written (.html). Optional.</source>
      <translation>Wohin ein Bericht mit Kurven, Gütewerten und Bildern geschrieben wird (.html). Optional.</translation>
    </message>
    <message>
      <source>Split layer</source>
      <translation>Aufteilungslayer</translation>
    </message>
    <message>
      <source>Where the subsets are written as polygons: training, validation, test, and the buffer between them (.gpkg). Optional.</source>
      <translation>Wohin die Teilmengen als Polygone geschrieben werden: Training, Validierung, Test und der Puffer dazwischen (.gpkg). Optional.</translation>
    </message>
    <message>
      <source>TensorBoard folder</source>
      <translation>TensorBoard-Verzeichnis</translation>
    </message>
    <message>
      <source>Where the curves and a validation picture of each epoch are written for TensorBoard, in a folder named after the model. Use the same folder for several trainings to compare them. Optional.</source>
      <translation>Wohin die Kurven und ein Validierungsbild jeder Epoche für TensorBoard geschrieben werden, in ein Verzeichnis mit dem Namen des Modells. Um mehrere Trainings zu vergleichen, allen dasselbe Verzeichnis geben. Optional.</translation>
    </message>
    <message>
      <source>Class names</source>
      <translation>Klassennamen</translation>
    </message>
    <message>
      <source>Name of each integer class value, such as {"1": "car"}; taken from the layer's style in QGIS.</source>
      <translation>Name jedes ganzzahligen Klassenwerts, etwa {"1": "car"}; in QGIS aus dem Stil des Layers übernommen.</translation>
    </message>
    <message>
      <source>Class colours</source>
      <translation>Klassenfarben</translation>
    </message>
    <message>
      <source>Colour of each class value, such as {"1": "#ff0000"}; taken from the layer's style in QGIS.</source>
      <translation>Farbe jedes Klassenwerts, etwa {"1": "#ff0000"}; in QGIS aus dem Stil des Layers übernommen.</translation>
    </message>
    <message>
      <source>Class statistics and weights</source>
      <translation>Klassenstatistik und -gewichte</translation>
    </message>
    <message>
      <source>Table</source>
      <translation>Tabelle</translation>
    </message>
    <message>
      <source>Where the statistics are written, a row per class (.gpkg or .csv).</source>
      <translation>Wohin die Statistik geschrieben wird, eine Zeile je Klasse (.gpkg oder .csv).</translation>
    </message>
    <message>
      <source>Weighting of the output</source>
      <translation>Gewichtung der Ausgabe</translation>
    </message>
    <message>
      <source>The weighting of the output 'Class weights', a text for 'Train segmentation model'. The table and the report show all weightings.</source>
      <translation>Die Gewichtung der Ausgabe „Klassengewichte“, ein Text für „Segmentierungsmodell trainieren“. Tabelle und Bericht zeigen alle Gewichtungen.</translation>
    </message>
    <message>
      <source>Where the statistics are explained, with a chart and advice on the loss (.html). Optional.</source>
      <translation>Wohin die Erläuterung der Statistik geschrieben wird, mit einem Diagramm und einem Rat zur Verlustfunktion (.html). Optional.</translation>
    </message>
    <message>
      <source>Compare losses</source>
      <translation>Verlustfunktionen vergleichen</translation>
    </message>
    <message>
      <source>Folder for models and results</source>
      <translation>Verzeichnis für Modelle und Ergebnisse</translation>
    </message>
    <message>
      <source>Every model is kept here, with the scores (comparison.csv). Use the same folder again to resume after an interruption: finished runs are not repeated.</source>
      <translation>Jedes Modell bleibt hier erhalten, mit den Gütewerten (comparison.csv). Um nach einer Unterbrechung fortzusetzen, dasselbe Verzeichnis noch einmal angeben: Fertige Läufe werden nicht wiederholt.</translation>
    </message>
    <message>
      <source>Test area</source>
      <translation>Testgebiet</translation>
    </message>
    <message>
      <source>Optional polygon layer: the final scores are computed inside it, and none of its pixels is used for training or for choosing the best epoch. Without it the scores are those of the split's test areas, or else of the validation blocks.</source>
      <translation>Optionaler Polygonlayer: Die endgültigen Gütewerte werden darin berechnet, und keines seiner Pixel wird für das Training oder zur Wahl der besten Epoche verwendet. Ohne Testgebiet sind die Gütewerte die der Testgebiete der Aufteilung, sonst die der Validierungsblöcke.</translation>
    </message>
    <message>
      <source>Losses</source>
      <translation>Verlustfunktionen</translation>
    </message>
    <message>
      <source>The losses to compare, one per line, as in 'Train segmentation model'.</source>
      <translation>Die zu vergleichenden Verlustfunktionen, eine je Zeile, wie in „Segmentierungsmodell trainieren“.</translation>
    </message>
    <message>
      <source>Runs per loss</source>
      <translation>Läufe je Verlustfunktion</translation>
    </message>
    <message>
      <source>How often each loss is trained, each time with another seed. The spread between runs shows which differences are random.</source>
      <translation>Wie oft jede Verlustfunktion trainiert wird, jedes Mal mit einem anderen Startwert. Die Streuung zwischen den Läufen zeigt, welche Unterschiede zufällig sind.</translation>
    </message>
    <message>
      <source>Class of interest</source>
      <translation>Wichtigste Klasse</translation>
    </message>
    <message>
      <source>Name of the class that matters most; the rarest one when empty.</source>
      <translation>Name der Klasse, auf die es am meisten ankommt; leer: die seltenste.</translation>
    </message>
    <message>
      <source>First seed</source>
      <translation>Erster Startwert</translation>
    </message>
    <message>
      <source>Seed of the first run of each loss, and of the split; it grows by 1 with each further run.</source>
      <translation>Startwert des ersten Laufs jeder Verlustfunktion und der Aufteilung; er wächst mit jedem weiteren Lauf um 1.</translation>
    </message>
    <message>
      <source>Where the scores are written as a layer, a row per loss (.gpkg or .csv). Optional.</source>
      <translation>Wohin die Gütewerte als Layer geschrieben werden, eine Zeile je Verlustfunktion (.gpkg oder .csv). Optional.</translation>
    </message>
    <message>
      <source>Where tables, charts and maps are written (.html). Optional.</source>
      <translation>Wohin Tabellen, Diagramme und Karten geschrieben werden (.html). Optional.</translation>
    </message>
    <message>
      <source>Classify raster</source>
      <translation>Raster klassifizieren</translation>
    </message>
    <message>
      <source>Input raster</source>
      <translation>Eingaberaster</translation>
    </message>
    <message>
      <source>The orthophoto to classify, with the same bands in the same order as the model was trained on.</source>
      <translation>Das zu klassifizierende Orthofoto: dieselben Kanäle in derselben Reihenfolge, mit denen das Modell trainiert wurde.</translation>
    </message>
    <message>
      <source>Model</source>
      <translation>Modell</translation>
    </message>
    <message>
      <source>A model made by 'Train segmentation model' (.safetensors).</source>
      <translation>Ein mit „Segmentierungsmodell trainieren“ erstelltes Modell (.safetensors).</translation>
    </message>
    <message>
      <source>Classified raster</source>
      <translation>Klassifiziertes Raster</translation>
    </message>
    <message>
      <source>Where the class raster is written (.tif).</source>
      <translation>Wohin das Klassenraster geschrieben wird (.tif).</translation>
    </message>
    <message>
      <source>Area to classify</source>
      <translation>Zu klassifizierendes Gebiet</translation>
    </message>
    <message>
      <source>Optional polygon layer: only pixels inside it are classified, and little else is read.</source>
      <translation>Optionaler Polygonlayer: Nur Pixel darin werden klassifiziert, und kaum mehr wird gelesen.</translation>
    </message>
    <message>
      <source>Resample to the model's pixel size</source>
      <translation>Auf die Pixelgröße des Modells neu abtasten</translation>
    </message>
    <message>
      <source>When the pixels of the raster are more than a fifth larger or smaller than those the model was trained on, objects look larger or smaller than in training. The raster is then resampled to the model's pixel size; the result has the raster's own pixels.</source>
      <translation>Wenn die Pixel des Rasters um mehr als ein Fünftel größer oder kleiner sind als die, mit denen das Modell trainiert wurde, erscheinen Objekte größer oder kleiner als im Training. Das Raster wird dann auf die Pixelgröße des Modells neu abgetastet; das Ergebnis hat die eigenen Pixel des Rasters.</translation>
    </message>
    <message>
      <source>Test-time augmentation (D4)</source>
      <translation>Testzeit-Augmentierung (D4)</translation>
    </message>
    <message>
      <source>Each tile is classified in all eight flips and rotations of the square (D4), and the probabilities are averaged (TTA). Often slightly better, eight times as slow.</source>
      <translation>Jede Kachel wird in allen acht Spiegelungen und Drehungen des Quadrats (D4) klassifiziert, und die Wahrscheinlichkeiten werden gemittelt (Testzeit-Augmentierung, TTA). Oft etwas besser, achtmal so langsam.</translation>
    </message>
    <message>
      <source>Damaged parts of the raster</source>
      <translation>Beschädigte Teile des Rasters</translation>
    </message>
    <message>
      <source>'stop': a part that cannot be read ends the job. 'skip': it becomes nodata, and the skipped amount is reported.</source>
      <translation>'stop': Ein Teil, der sich nicht lesen lässt, beendet den Auftrag. 'skip': Er erhält den Leerwert, und es wird gemeldet, wie viel übersprungen wurde.</translation>
    </message>
    <message>
      <source>Tile size (pixels)</source>
      <translation>Kachelgröße (Pixel)</translation>
    </message>
    <message>
      <source>Side of the square tiles that the network classifies, a multiple of 32. 0: the model's own. Larger tiles show more context and need more memory.</source>
      <translation>Seitenlänge der quadratischen Kacheln, die das Netz klassifiziert, ein Vielfaches von 32. 0: die des Modells. Größere Kacheln zeigen mehr Kontext und brauchen mehr Speicher.</translation>
    </message>
    <message>
      <source>Overlap (pixels)</source>
      <translation>Überlappung (Pixel)</translation>
    </message>
    <message>
      <source>How far adjacent tiles overlap. Their probabilities are blended, so that no seams show; more overlap is smoother and slower.</source>
      <translation>Wie weit sich benachbarte Kacheln überlappen. Ihre Wahrscheinlichkeiten gehen ineinander über, sodass keine Nähte zu sehen sind; mehr Überlappung ist glatter und langsamer.</translation>
    </message>
    <message>
      <source>Tiles that are classified at once. 0: chosen automatically. Halved when memory runs out.</source>
      <translation>Kacheln, die gleichzeitig klassifiziert werden. 0: wird automatisch gewählt. Wird halbiert, wenn der Speicher nicht reicht.</translation>
    </message>
    <message>
      <source>Full precision</source>
      <translation>Volle Genauigkeit</translation>
    </message>
    <message>
      <source>Compute in 32 bits where the device is faster with 16. This changes the class of about 3 in 1000 pixels, mostly at outlines.</source>
      <translation>Mit 32 Bit rechnen, wo das Gerät mit 16 schneller ist. Das ändert die Klasse von etwa 3 von 1000 Pixeln, meist an Umrissen.</translation>
    </message>
    <message>
      <source>Dask scheduler</source>
      <translation>Dask-Scheduler</translation>
    </message>
    <message>
      <source>Optional: classify on the workers of a Dask cluster. The address of its scheduler, such as 'tcp://host:8786', or 'local' for two processes on this machine (one for each graphics card). All workers must see raster and model under the same path.</source>
      <translation>Optional: auf den Workern eines Dask-Clusters klassifizieren. Die Adresse seines Schedulers, etwa 'tcp://host:8786', oder 'local' für zwei Prozesse auf diesem Rechner (einen je Grafikkarte). Alle Worker müssen Raster und Modell unter demselben Pfad sehen.</translation>
    </message>
    <message>
      <source>Classified polygons</source>
      <translation>Klassifizierte Polygone</translation>
    </message>
    <message>
      <source>Where the classes are written as polygons with value, name and area (.gpkg). Optional.</source>
      <translation>Wohin die Klassen als Polygone mit Wert, Name und Fläche geschrieben werden (.gpkg). Optional.</translation>
    </message>
    <message>
      <source>Polygons: minimum area (m²)</source>
      <translation>Polygone: Mindestfläche (m²)</translation>
    </message>
    <message>
      <source>Smaller segments are merged into the neighbour with which they share the longest border. 0: none is merged.</source>
      <translation>Kleinere Segmente werden mit dem Nachbarn vereinigt, mit dem sie die längste Grenze teilen. 0: keines wird vereinigt.</translation>
    </message>
    <message>
      <source>Polygons: simplification tolerance (m)</source>
      <translation>Polygone: Vereinfachungstoleranz (m)</translation>
    </message>
    <message>
      <source>How far outlines may move on the ground to become simpler. One to two pixels turn the stair steps of the pixels into straight lines. Neighbouring polygons keep their common borders: no gaps, no overlaps. 0: outlines follow the pixels.</source>
      <translation>Wie weit sich Umrisse am Boden verschieben dürfen, um einfacher zu werden. Ein bis zwei Pixel machen aus den Treppenstufen der Pixel gerade Linien. Benachbarte Polygone behalten ihre gemeinsamen Grenzen: keine Lücken, keine Überlappungen. 0: Umrisse folgen den Pixeln.</translation>
    </message>
    <message>
      <source>Polygons: smoothing iterations</source>
      <translation>Polygone: Glättungsiterationen</translation>
    </message>
    <message>
      <source>How often corners are cut (Chaikin). Each iteration doubles the vertices; 2 or 3 look round. For natural outlines rather than buildings. 0: no smoothing.</source>
      <translation>Wie oft Ecken abgeschnitten werden (Chaikin). Jede Iteration verdoppelt die Stützpunkte; 2 oder 3 wirken rund. Für natürliche Umrisse, eher nicht für Gebäude. 0: keine Glättung.</translation>
    </message>
    <message>
      <source>Confidence raster</source>
      <translation>Konfidenzraster</translation>
    </message>
    <message>
      <source>Where the probability of the predicted class is written, 0 to 1 (.tif). Optional.</source>
      <translation>Wohin die Wahrscheinlichkeit der zugewiesenen Klasse geschrieben wird, 0 bis 1 (.tif). Optional.</translation>
    </message>
    <message>
      <source>Entropy raster</source>
      <translation>Entropieraster</translation>
    </message>
    <message>
      <source>Where the normalised entropy of the class probabilities is written, from 0 (certain) to 1 (all classes equal) (.tif). Optional.</source>
      <translation>Wohin die normierte Entropie der Klassenwahrscheinlichkeiten geschrieben wird, von 0 (sicher) bis 1 (alle Klassen gleich wahrscheinlich) (.tif). Optional.</translation>
    </message>
    <message>
      <source>Class probabilities</source>
      <translation>Klassenwahrscheinlichkeiten</translation>
    </message>
    <message>
      <source>Where the probability of each class is written, one band per class, in 250 steps from 0 to 1 (.tif). Optional.</source>
      <translation>Wohin die Wahrscheinlichkeit jeder Klasse geschrieben wird, ein Kanal je Klasse, in 250 Stufen von 0 bis 1 (.tif). Optional.</translation>
    </message>
    <message>
      <source>Classify rasters</source>
      <translation>Mehrere Raster klassifizieren</translation>
    </message>
    <message>
      <source>Output folder</source>
      <translation>Ausgabeverzeichnis</translation>
    </message>
    <message>
      <source>Where the class raster of each raster is written (.tif), named after it. Use the same folder again to resume after an interruption: what is finished with the same model and settings is not repeated.</source>
      <translation>Wohin das Klassenraster jedes Rasters geschrieben wird (.tif), benannt wie das Raster. Um nach einer Unterbrechung fortzusetzen, dasselbe Verzeichnis noch einmal angeben: Was mit demselben Modell und denselben Einstellungen fertig ist, wird nicht wiederholt.</translation>
    </message>
    <message>
      <source>The orthophotos to classify, with the bands that the model was trained on. They may lie anywhere and differ in size, pixel size and coordinate system.</source>
      <translation>Die zu klassifizierenden Orthofotos, mit den Kanälen, mit denen das Modell trainiert wurde. Sie dürfen an beliebigen Orten liegen und sich in Größe, Pixelgröße und Koordinatensystem unterscheiden.</translation>
    </message>
    <message>
      <source>Input folder</source>
      <translation>Eingabeverzeichnis</translation>
    </message>
    <message>
      <source>Optional: a folder with rasters, in addition to the input rasters or instead of them.</source>
      <translation>Optional: ein Verzeichnis mit Rastern, zusätzlich zu den Eingaberastern oder an ihrer Stelle.</translation>
    </message>
    <message>
      <source>File pattern</source>
      <translation>Dateimuster</translation>
    </message>
    <message>
      <source>Which files of the input folder are classified: '*.tif', or several patterns as in '*.tif; *.jp2'. '**/*.tif' includes subfolders.</source>
      <translation>Welche Dateien des Eingabeverzeichnisses klassifiziert werden: '*.tif' oder mehrere Muster wie in '*.tif; *.jp2'. '**/*.tif' schließt Unterverzeichnisse ein.</translation>
    </message>
    <message>
      <source>Optional polygon layer: only pixels inside it are classified. Rasters outside are skipped.</source>
      <translation>Optionaler Polygonlayer: Nur Pixel darin werden klassifiziert. Raster außerhalb werden übersprungen.</translation>
    </message>
    <message>
      <source>Write a virtual raster of all results, mosaic.vrt. Rasters in another coordinate system than most get a mosaic of their own.</source>
      <translation>Ein virtuelles Raster aller Ergebnisse schreiben, mosaic.vrt. Raster in einem anderen Koordinatensystem als die meisten erhalten ein eigenes Mosaik.</translation>
    </message>
    <message>
      <source>Confidence rasters</source>
      <translation>Konfidenzraster</translation>
    </message>
    <message>
      <source>Write the probability of the predicted class of each raster, 0 to 1, as NAME_confidence.tif.</source>
      <translation>Für jedes Raster die Wahrscheinlichkeit der zugewiesenen Klasse, 0 bis 1, als NAME_confidence.tif schreiben.</translation>
    </message>
    <message>
      <source>Entropy rasters</source>
      <translation>Entropieraster</translation>
    </message>
    <message>
      <source>Write the normalised entropy of the class probabilities of each raster, from 0 (certain) to 1 (all classes equal), as NAME_entropy.tif.</source>
      <translation>Für jedes Raster die normierte Entropie der Klassenwahrscheinlichkeiten, von 0 (sicher) bis 1 (alle Klassen gleich wahrscheinlich), als NAME_entropy.tif schreiben.</translation>
    </message>
    <message>
      <source>Write the probability of each class, one band per class, in 250 steps from 0 to 1, as NAME_probabilities.tif.</source>
      <translation>Die Wahrscheinlichkeit jeder Klasse schreiben, ein Kanal je Klasse, in 250 Stufen von 0 bis 1, als NAME_probabilities.tif.</translation>
    </message>
    <message>
      <source>Where the classes of all rasters are written as one polygon layer (.gpkg). Where rasters share a grid and touch, polygons continue across their borders. Optional.</source>
      <translation>Wohin die Klassen aller Raster als ein Polygonlayer geschrieben werden (.gpkg). Wo Raster auf demselben Gitter liegen und sich berühren, setzen sich Polygone über ihre Ränder hinweg fort. Optional.</translation>
    </message>
    <message>
      <source>Classes to polygons</source>
      <translation>Klassen in Polygone umwandeln</translation>
    </message>
    <message>
      <source>Class raster</source>
      <translation>Klassenraster</translation>
    </message>
    <message>
      <source>A raster with one band and one integer per class, such as the output of 'Classify raster'. Nodata gives no polygons.</source>
      <translation>Ein Raster mit einem Kanal und einer ganzen Zahl je Klasse, etwa die Ausgabe von „Raster klassifizieren“. Leerwerte ergeben keine Polygone.</translation>
    </message>
    <message>
      <source>Polygons</source>
      <translation>Polygone</translation>
    </message>
    <message>
      <source>Where the polygons are written (.gpkg), with class value and name, true area and perimeter.</source>
      <translation>Wohin die Polygone geschrieben werden (.gpkg), mit Wert und Namen der Klasse, wahrer Fläche und wahrem Umfang.</translation>
    </message>
    <message>
      <source>Minimum area (m²)</source>
      <translation>Mindestfläche (m²)</translation>
    </message>
    <message>
      <source>Simplification tolerance (m)</source>
      <translation>Vereinfachungstoleranz (m)</translation>
    </message>
    <message>
      <source>Smoothing iterations</source>
      <translation>Glättungsiterationen</translation>
    </message>
    <message>
      <source>Optional: a raster on the same grid, from 0 to 1, such as the output of 'Classify raster'. Each polygon gets its mean.</source>
      <translation>Optional: ein Raster auf demselben Gitter, von 0 bis 1, etwa die Ausgabe von „Raster klassifizieren“. Jedes Polygon erhält sein Mittel.</translation>
    </message>
    <message>
      <source>Name of each class value, such as {"1": "car"}; by default those in the raster's file, in QGIS those of the layer's style.</source>
      <translation>Name jedes Klassenwerts, etwa {"1": "car"}; standardmäßig die Namen aus der Datei des Rasters, in QGIS die aus dem Stil des Layers.</translation>
    </message>
    <message>
      <source>Colour of each class value, such as {"1": "#ff0000"}; by default those in the raster's file, in QGIS those of the layer's style.</source>
      <translation>Farbe jedes Klassenwerts, etwa {"1": "#ff0000"}; standardmäßig die Farben aus der Datei des Rasters, in QGIS die aus dem Stil des Layers.</translation>
    </message>
    <message>
      <source>Check engine</source>
      <translation>Engine prüfen</translation>
    </message>
    <message>
      <source>Cross entropy</source>
      <translation>Kreuzentropie</translation>
    </message>
    <message>
      <source>The standard. Every pixel counts the same, so large classes dominate.</source>
      <translation>Der Standard. Jedes Pixel zählt gleich, daher dominieren große Klassen.</translation>
    </message>
    <message>
      <source>Maximum likelihood; weighted mean as in PyTorch.</source>
      <translation>Maximum-Likelihood; gewichtetes Mittel wie in PyTorch.</translation>
    </message>
    <message>
      <source>Share of the label's probability that is spread over all classes.</source>
      <translation>Anteil der Wahrscheinlichkeit des Labels, der auf alle Klassen verteilt wird.</translation>
    </message>
    <message>
      <source>Focal loss</source>
      <translation>Focal Loss</translation>
    </message>
    <message>
      <source>Pixels that are already right count less, so that hard pixels dominate.</source>
      <translation>Pixel, die schon richtig sind, zählen weniger, sodass schwierige dominieren.</translation>
    </message>
    <message>
      <source>Lin et al. 2017, arXiv:1708.02002 (here over softmax).</source>
      <translation>Lin et al. 2017, arXiv:1708.02002 (hier über Softmax).</translation>
    </message>
    <message>
      <source>How strongly easy pixels are down-weighted; 0 is cross entropy.</source>
      <translation>Wie stark leichte Pixel abgewertet werden; 0 ist Kreuzentropie.</translation>
    </message>
    <message>
      <source>Divide by the sum of the class weights, or by the number of pixels.</source>
      <translation>Durch die Summe der Klassengewichte oder durch die Anzahl der Pixel teilen.</translation>
    </message>
    <message>
      <source>Clamp probabilities to 0.001 to 0.999, as some published code does; pixels outside get no gradient, so the most wrong ones are not learned.</source>
      <translation>Wahrscheinlichkeiten auf 0,001 bis 0,999 begrenzen, wie mancher veröffentlichte Code; Pixel außerhalb erhalten keinen Gradienten, daher werden die falschesten nicht gelernt.</translation>
    </message>
    <message>
      <source>TopPixel</source>
      <translation>TopPixel</translation>
    </message>
    <message>
      <source>Only the K pixels with the highest loss count: made for one small class in a large scene.</source>
      <translation>Nur die K Pixel mit dem höchsten Verlust zählen: gemacht für eine kleine Klasse in einer großen Szene.</translation>
    </message>
    <message>
      <source>Yuan, Xu, Zhou 2021, Chinese Space Science and Technology 41(6).</source>
      <translation>Yuan, Xu, Zhou 2021, Chinese Space Science and Technology 41(6).</translation>
    </message>
    <message>
      <source>Number of pixels that count.</source>
      <translation>Anzahl der Pixel, die zählen.</translation>
    </message>
    <message>
      <source>Share of the valid pixels that counts, instead of k.</source>
      <translation>Anteil der gültigen Pixel, der zählt, statt k.</translation>
    </message>
    <message>
      <source>Computed over all valid pixels of the batch, or over those of each image and then averaged. On several devices, a batch is the share of one device.</source>
      <translation>Über alle gültigen Pixel des Batches berechnet oder über die jedes Bildes und dann gemittelt. Auf mehreren Geräten ist ein Batch der Anteil eines Geräts.</translation>
    </message>
    <message>
      <source>Share of the training over which the loss narrows from all pixels (cross entropy) to the hardest ones. 0: no warm-up.</source>
      <translation>Anteil des Trainings, über den sich der Verlust von allen Pixeln (Kreuzentropie) auf die schwierigsten verengt. 0: kein Aufwärmen.</translation>
    </message>
    <message>
      <source>Loss max-pooling</source>
      <translation>Loss Max-Pooling</translation>
    </message>
    <message>
      <source>Hard pixels weigh more, gradually, and no single one can dominate: a softer TopPixel.</source>
      <translation>Schwierige Pixel wiegen mehr, fließend, und kein einzelnes kann dominieren: ein sanfteres TopPixel.</translation>
    </message>
    <message>
      <source>Rota Bulò, Neuhold, Kontschieder 2017, arXiv:1704.02966.</source>
      <translation>Rota Bulò, Neuhold, Kontschieder 2017, arXiv:1704.02966.</translation>
    </message>
    <message>
      <source>How even the weights are: 1 averages the m hardest pixels, inf all pixels.</source>
      <translation>Wie gleichmäßig die Gewichte sind: 1 mittelt die m schwierigsten Pixel, inf alle Pixel.</translation>
    </message>
    <message>
      <source>Share of the valid pixels that counts, instead of m.</source>
      <translation>Anteil der gültigen Pixel, der zählt, statt m.</translation>
    </message>
    <message>
      <source>Minimum number of pixels that share the weight.</source>
      <translation>Mindestanzahl der Pixel, auf die sich das Gewicht verteilt.</translation>
    </message>
    <message>
      <source>Online hard example mining</source>
      <translation>Online Hard Example Mining</translation>
    </message>
    <message>
      <source>Only pixels whose true class has a low probability count, but always a minimum number.</source>
      <translation>Nur Pixel, deren wahre Klasse eine niedrige Wahrscheinlichkeit hat, zählen, aber immer eine Mindestanzahl.</translation>
    </message>
    <message>
      <source>Shrivastava et al. 2016, arXiv:1604.03540; per pixel as Wu et al. 2016, arXiv:1605.06885.</source>
      <translation>Shrivastava et al. 2016, arXiv:1604.03540; je Pixel wie Wu et al. 2016, arXiv:1605.06885.</translation>
    </message>
    <message>
      <source>Pixels count while the probability of their true class is below this.</source>
      <translation>Pixel zählen, solange die Wahrscheinlichkeit ihrer wahren Klasse darunter liegt.</translation>
    </message>
    <message>
      <source>Minimum number of pixels of a batch that count.</source>
      <translation>Mindestanzahl der Pixel eines Batches, die zählen.</translation>
    </message>
    <message>
      <source>Dice</source>
      <translation>Dice</translation>
    </message>
    <message>
      <source>Overlap of each class; every class counts the same, however small. Add cross entropy to it.</source>
      <translation>Überlappung jeder Klasse; jede Klasse zählt gleich, wie klein sie auch ist. Kreuzentropie dazunehmen.</translation>
    </message>
    <message>
      <source>Milletari et al. 2016, arXiv:1606.04797.</source>
      <translation>Milletari et al. 2016, arXiv:1606.04797.</translation>
    </message>
    <message>
      <source>Added to numerator and denominator; steadies tiny objects.</source>
      <translation>Wird zu Zähler und Nenner addiert; beruhigt winzige Objekte.</translation>
    </message>
    <message>
      <source>Which classes are averaged: those with a labelled pixel, or all.</source>
      <translation>Welche Klassen gemittelt werden: die mit einem gelabelten Pixel oder alle.</translation>
    </message>
    <message>
      <source>Jaccard (IoU)</source>
      <translation>Jaccard (IoU)</translation>
    </message>
    <message>
      <source>Like Dice, but for intersection over union, which is stricter.</source>
      <translation>Wie Dice, aber für Intersection over Union, die strenger ist.</translation>
    </message>
    <message>
      <source>Rahman and Wang 2016, doi:10.1007/978-3-319-50835-1_22.</source>
      <translation>Rahman und Wang 2016, doi:10.1007/978-3-319-50835-1_22.</translation>
    </message>
    <message>
      <source>Tversky</source>
      <translation>Tversky</translation>
    </message>
    <message>
      <source>Like Dice, with separate weights for false negatives and false positives: raise beta to find more of a rare class.</source>
      <translation>Wie Dice, mit getrennten Gewichten für falsch Negative und falsch Positive: beta erhöhen, um mehr von einer seltenen Klasse zu finden.</translation>
    </message>
    <message>
      <source>Salehi et al. 2017, arXiv:1706.05721; gamma: Abraham and Khan 2018, arXiv:1810.07842.</source>
      <translation>Salehi et al. 2017, arXiv:1706.05721; gamma: Abraham und Khan 2018, arXiv:1810.07842.</translation>
    </message>
    <message>
      <source>Weight of false positives.</source>
      <translation>Gewicht der falsch Positiven.</translation>
    </message>
    <message>
      <source>Weight of false negatives.</source>
      <translation>Gewicht der falsch Negativen.</translation>
    </message>
    <message>
      <source>Exponent of each class's loss; below 1, classes that are almost right still improve.</source>
      <translation>Exponent des Verlusts jeder Klasse; unter 1 werden auch fast richtige Klassen noch besser.</translation>
    </message>
    <message>
      <source>Lovász-Softmax</source>
      <translation>Lovász-Softmax</translation>
    </message>
    <message>
      <source>A smooth surrogate of intersection over union. Often best together with cross entropy.</source>
      <translation>Ein glatter Ersatz für Intersection over Union. Oft am besten zusammen mit Kreuzentropie.</translation>
    </message>
    <message>
      <source>Berman et al. 2018, arXiv:1705.08790.</source>
      <translation>Berman et al. 2018, arXiv:1705.08790.</translation>
    </message>
    <message>
      <source>Lovász hinge (two classes)</source>
      <translation>Lovász-Hinge (zwei Klassen)</translation>
    </message>
    <message>
      <source>A hinge surrogate of the intersection over union of the second of two classes.</source>
      <translation>Ein Hinge-Ersatz für Intersection over Union der zweiten von zwei Klassen.</translation>
    </message>
    <message>
      <source>Logit-adjusted cross entropy</source>
      <translation>Kreuzentropie mit Logit-Anpassung</translation>
    </message>
    <message>
      <source>Cross entropy that requires a larger margin the rarer a class is: higher recall, lower precision.</source>
      <translation>Kreuzentropie, die einen umso größeren Abstand verlangt, je seltener eine Klasse ist: höhere Sensitivität (Recall), niedrigere Genauigkeit (Precision).</translation>
    </message>
    <message>
      <source>Menon et al. 2021, arXiv:2007.07314.</source>
      <translation>Menon et al. 2021, arXiv:2007.07314.</translation>
    </message>
    <message>
      <source>Strength; 0 is cross entropy.</source>
      <translation>Stärke; 0 ist Kreuzentropie.</translation>
    </message>
    <message>
      <source>No weights</source>
      <translation>Keine Gewichte</translation>
    </message>
    <message>
      <source>Every class counts the same per pixel.</source>
      <translation>Jede Klasse zählt je Pixel gleich.</translation>
    </message>
    <message>
      <source>Each weight is 1.</source>
      <translation>Jedes Gewicht ist 1.</translation>
    </message>
    <message>
      <source>Median frequency</source>
      <translation>Medianhäufigkeit</translation>
    </message>
    <message>
      <source>Rare classes weigh more, by their frequency where they occur.</source>
      <translation>Seltene Klassen wiegen mehr, nach ihrer Häufigkeit dort, wo sie vorkommen.</translation>
    </message>
    <message>
      <source>Eigen and Fergus 2015, doi:10.1109/ICCV.2015.304.</source>
      <translation>Eigen und Fergus 2015, doi:10.1109/ICCV.2015.304.</translation>
    </message>
    <message>
      <source>Largest ratio of two weights; larger weights are capped. Without it there is no limit.</source>
      <translation>Größtes erlaubtes Verhältnis zweier Gewichte; größere Gewichte werden gekappt. Ohne Angabe gibt es keine Obergrenze.</translation>
    </message>
    <message>
      <source>Inverse frequency</source>
      <translation>Inverse Häufigkeit</translation>
    </message>
    <message>
      <source>Every class contributes the same in total: strongest for the rarest.</source>
      <translation>Jede Klasse trägt in der Summe gleich viel bei: am stärksten für die seltenste.</translation>
    </message>
    <message>
      <source>All pixels over those of the class.</source>
      <translation>Alle Pixel geteilt durch die der Klasse.</translation>
    </message>
    <message>
      <source>Inverse square root of frequency</source>
      <translation>Inverse Wurzel der Häufigkeit</translation>
    </message>
    <message>
      <source>Halfway between no weights and inverse frequency.</source>
      <translation>Auf halbem Weg zwischen keinen Gewichten und inverser Häufigkeit.</translation>
    </message>
    <message>
      <source>Square root of all pixels over those of the class.</source>
      <translation>Quadratwurzel aus allen Pixeln geteilt durch die der Klasse.</translation>
    </message>
    <message>
      <source>Effective number</source>
      <translation>Effektive Anzahl</translation>
    </message>
    <message>
      <source>Like inverse frequency, until a class has so many pixels that more of them add little.</source>
      <translation>Wie inverse Häufigkeit, bis eine Klasse so viele Pixel hat, dass weitere kaum noch etwas beitragen.</translation>
    </message>
    <message>
      <source>Cui et al. 2019, arXiv:1901.05555.</source>
      <translation>Cui et al. 2019, arXiv:1901.05555.</translation>
    </message>
    <message>
      <source>Near 1: pixels beyond about 1 / (1 - beta) add little. Without it: 1 - 1 / all pixels.</source>
      <translation>Nahe 1: Pixel über etwa 1 / (1 - beta) hinaus tragen kaum noch etwas bei. Ohne Angabe: 1 - 1 / alle Pixel.</translation>
    </message>
    <message>
      <source>ENet</source>
      <translation>ENet</translation>
    </message>
    <message>
      <source>Rare classes weigh more, at most about 50.</source>
      <translation>Seltene Klassen wiegen mehr, höchstens etwa 50.</translation>
    </message>
    <message>
      <source>Paszke et al. 2016, arXiv:1606.02147: 1 / ln(1.02 + share).</source>
      <translation>Paszke et al. 2016, arXiv:1606.02147: 1 / ln(1,02 + Anteil).</translation>
    </message>
    <message>
      <source>Copy-paste of rare classes</source>
      <translation>Copy-Paste seltener Klassen</translation>
    </message>
    <message>
      <source>Objects of rare classes are copied from another training chip and pasted over common classes, with their labels.</source>
      <translation>Objekte seltener Klassen werden aus einem anderen Trainingsausschnitt kopiert und mit ihren Labels über häufige Klassen eingefügt.</translation>
    </message>
    <message>
      <source>Ghiasi et al. 2021, arXiv:2012.07177; whole classes as in Olsson et al. 2020, arXiv:2007.07936.</source>
      <translation>Ghiasi et al. 2021, arXiv:2012.07177; ganze Klassen wie in Olsson et al. 2020, arXiv:2007.07936.</translation>
    </message>
    <message>
      <source>Probability that it is applied to a chip.</source>
      <translation>Wahrscheinlichkeit, mit der sie auf einen Bildausschnitt angewendet wird.</translation>
    </message>
    <message>
      <source>Flips and rotations (D4)</source>
      <translation>Spiegelungen und Drehungen (D4)</translation>
    </message>
    <message>
      <source>One of the eight symmetries of a square, all equally likely: seen from above, nothing is upright.</source>
      <translation>Eine der acht Symmetrien eines Quadrats, alle gleich wahrscheinlich: Von oben gesehen steht nichts aufrecht.</translation>
    </message>
    <message>
      <source>Pixels are rearranged, none is interpolated.</source>
      <translation>Pixel werden umgeordnet, keines wird interpoliert.</translation>
    </message>
    <message>
      <source>Scale</source>
      <translation>Skalierung</translation>
    </message>
    <message>
      <source>Zoomed in or out a little. Pixels from outside the chip are ignored.</source>
      <translation>Etwas vergrößert oder verkleinert. Pixel von außerhalb des Bildausschnitts werden ignoriert.</translation>
    </message>
    <message>
      <source>Interpolated between valid pixels: Knutsson and Westin 1993, doi:10.1109/CVPR.1993.341081.</source>
      <translation>Zwischen gültigen Pixeln interpoliert: Knutsson und Westin 1993, doi:10.1109/CVPR.1993.341081.</translation>
    </message>
    <message>
      <source>Largest zoom factor, in or out.</source>
      <translation>Größter Zoomfaktor, vergrößernd oder verkleinernd.</translation>
    </message>
    <message>
      <source>Rotation by any angle</source>
      <translation>Drehung um beliebigen Winkel</translation>
    </message>
    <message>
      <source>Rotated about the chip's centre. Corners from outside the chip are ignored.</source>
      <translation>Um den Mittelpunkt des Bildausschnitts gedreht. Ecken von außerhalb des Bildausschnitts werden ignoriert.</translation>
    </message>
    <message>
      <source>Largest angle, in either direction.</source>
      <translation>Größter Winkel, in beide Richtungen.</translation>
    </message>
    <message>
      <source>Gaussian blur</source>
      <translation>Gaußsche Unschärfe</translation>
    </message>
    <message>
      <source>As if out of focus.</source>
      <translation>Wie schlecht fokussiert.</translation>
    </message>
    <message>
      <source>Gaussian, over valid pixels only.</source>
      <translation>Gauß, nur über gültige Pixel.</translation>
    </message>
    <message>
      <source>Largest standard deviation, in pixels.</source>
      <translation>Größte Standardabweichung, in Pixeln.</translation>
    </message>
    <message>
      <source>Color jitter</source>
      <translation>Farbvariation (Color Jitter)</translation>
    </message>
    <message>
      <source>Changes of brightness, contrast and gamma, of all bands together and a little of each band: haze, season, another camera.</source>
      <translation>Änderungen von Helligkeit, Kontrast und Gamma, für alle Kanäle zusammen und ein wenig für jeden einzeln: Dunst, Jahreszeit, andere Kamera.</translation>
    </message>
    <message>
      <source>In standard deviations of each band, so that it suits any band and unit.</source>
      <translation>In Standardabweichungen jedes Kanals, sodass es für jeden Kanal und jede Einheit passt.</translation>
    </message>
    <message>
      <source>Largest shift, in standard deviations of the band.</source>
      <translation>Größte Verschiebung, in Standardabweichungen des Kanals.</translation>
    </message>
    <message>
      <source>Largest relative change of the contrast.</source>
      <translation>Größte relative Änderung des Kontrasts.</translation>
    </message>
    <message>
      <source>Darker or brighter between black and white: exponent up to 1 + gamma, or its inverse.</source>
      <translation>Dunkler oder heller zwischen Schwarz und Weiß: Exponent bis 1 + gamma oder dessen Kehrwert.</translation>
    </message>
    <message>
      <source>Share of these changes that each band gets on its own in addition.</source>
      <translation>Anteil dieser Änderungen, den jeder Kanal zusätzlich für sich erhält.</translation>
    </message>
    <message>
      <source>Noise</source>
      <translation>Rauschen</translation>
    </message>
    <message>
      <source>Grain, as from a poor sensor.</source>
      <translation>Körnung, wie von einem schlechten Sensor.</translation>
    </message>
    <message>
      <source>Gaussian, independent for each pixel and band.</source>
      <translation>Gauß, jedes Pixel und jeder Kanal für sich.</translation>
    </message>
    <message>
      <source>Largest noise, in standard deviations of the band.</source>
      <translation>Stärkstes Rauschen, in Standardabweichungen des Kanals.</translation>
    </message>
    <message>
      <source>None</source>
      <translation>Keine</translation>
    </message>
    <message>
      <source>The chips as they are.</source>
      <translation>Die Bildausschnitte, wie sie sind.</translation>
    </message>
    <message>
      <source>For comparison.</source>
      <translation>Zum Vergleich.</translation>
    </message>
    <message>
      <source>Light</source>
      <translation>Leicht</translation>
    </message>
    <message>
      <source>Flips, rotations by 90°, brightness and contrast: cheap, and rarely harmful.</source>
      <translation>Spiegelungen, Drehungen um 90°, Helligkeit und Kontrast: billig und selten schädlich.</translation>
    </message>
    <message>
      <source>The default.</source>
      <translation>Die Vorgabe.</translation>
    </message>
    <message>
      <source>Strong</source>
      <translation>Stark</translation>
    </message>
    <message>
      <source>All augmentations. For few labels, or for imagery unlike the training imagery; needs more epochs.</source>
      <translation>Alle Augmentierungen. Für wenige Labels oder für Bilddaten, die anders sind als die des Trainings; braucht mehr Epochen.</translation>
    </message>
    <message>
      <source>Three of four chips are resampled.</source>
      <translation>Drei von vier Bildausschnitten werden neu abgetastet.</translation>
    </message>
    <message>
      <source>training</source>
      <translation>Training</translation>
    </message>
    <message>
      <source>what the network is trained on</source>
      <translation>womit das Netz trainiert wird</translation>
    </message>
    <message>
      <source>validation</source>
      <translation>Validierung</translation>
    </message>
    <message>
      <source>kept out of training to measure the model after each epoch</source>
      <translation>vom Training ausgenommen, um das Modell nach jeder Epoche zu bewerten</translation>
    </message>
    <message>
      <source>test</source>
      <translation>Test</translation>
    </message>
    <message>
      <source>kept out of everything until the model is finished</source>
      <translation>von allem ausgenommen, bis das Modell fertig ist</translation>
    </message>
    <message>
      <source>buffer</source>
      <translation>Puffer</translation>
    </message>
    <message>
      <source>too close to validation or test to be trained on</source>
      <translation>zu nah an Validierung oder Test, um damit zu trainieren</translation>
    </message>
    <message>
      <source>unused</source>
      <translation>ungenutzt</translation>
    </message>
    <message>
      <source>unlabelled, or in no split area</source>
      <translation>ohne Label oder in keinem Aufteilungsgebiet</translation>
    </message>
    <message>
      <source>packages</source>
      <translation>Paketen</translation>
    </message>
    <message>
      <source>Downloading packages</source>
      <translation>Pakete werden heruntergeladen</translation>
    </message>
    <message>
      <source>MB</source>
      <translation>MB</translation>
    </message>
    <message>
      <source>Installing packages</source>
      <translation>Pakete werden installiert</translation>
    </message>
    <message>
      <source>blocks</source>
      <translation>Blöcken</translation>
    </message>
    <message>
      <source>Counting the labels</source>
      <translation>Labels werden gezählt</translation>
    </message>
    <message>
      <source>Reading the classes</source>
      <translation>Klassen werden gelesen</translation>
    </message>
    <message>
      <source>Preparing the labels</source>
      <translation>Labels werden vorbereitet</translation>
    </message>
    <message>
      <source>Splitting the labels</source>
      <translation>Labels werden aufgeteilt</translation>
    </message>
    <message>
      <source>Computing band statistics</source>
      <translation>Kanalstatistik wird berechnet</translation>
    </message>
    <message>
      <source>Making polygons</source>
      <translation>Polygone werden erzeugt</translation>
    </message>
    <message>
      <source>strips</source>
      <translation>Streifen</translation>
    </message>
    <message>
      <source>Merging small segments</source>
      <translation>Kleine Segmente werden vereinigt</translation>
    </message>
    <message>
      <source>tiles</source>
      <translation>Kacheln</translation>
    </message>
    <message>
      <source>Classifying</source>
      <translation>Klassifizierung</translation>
    </message>
    <message>
      <source>rasters</source>
      <translation>Rastern</translation>
    </message>
    <message>
      <source>Checking the rasters</source>
      <translation>Raster werden geprüft</translation>
    </message>
    <message>
      <source>million pixels</source>
      <translation>Millionen Pixeln</translation>
    </message>
    <message>
      <source>bytes</source>
      <translation>Bytes</translation>
    </message>
    <message>
      <source>Writing the map</source>
      <translation>Karte wird geschrieben</translation>
    </message>
    <message>
      <source>checks</source>
      <translation>Prüfungen</translation>
    </message>
    <message>
      <source>Checking the engine</source>
      <translation>Engine wird geprüft</translation>
    </message>
    <message>
      <source>Comparing losses</source>
      <translation>Verlustfunktionen werden verglichen</translation>
    </message>
    <message>
      <source>chips</source>
      <translation>Bildausschnitten</translation>
    </message>
    <message>
      <source>Training</source>
      <translation>Training</translation>
    </message>
    <message>
      <source>steps</source>
      <translation>Schritten</translation>
    </message>
    <message>
      <source>Finding the learning rate</source>
      <translation>Lernrate wird gesucht</translation>
    </message>
  </context>
</TS>
