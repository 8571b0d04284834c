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
      <source>Pixels of '{layer}' are {size} m, the model was trained on {expected} m: what it looks for cannot be seen in them. Choose a raster with smaller pixels.</source>
      <translation>Die Pixel von „{layer}“ sind {size} m groß, das Modell wurde mit {expected} m trainiert: Was es sucht, ist darin nicht zu erkennen. Ein Raster mit kleineren Pixeln wählen.</translation>
    </message>
    <message>
      <source>Pixels of '{layer}' are {size} m, the model was trained on {expected} m: objects look larger or smaller than it knows them.</source>
      <translation>Die Pixel von „{layer}“ sind {size} m groß, das Modell wurde mit {expected} m trainiert: Objekte erscheinen größer oder kleiner, als es sie kennt.</translation>
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
      <source>All polygons of '{layer}' are of one class, '{name}'. Label something else too, or let pixels without label be 'background'.</source>
      <translation>Alle Polygone von „{layer}“ gehören zu einer einzigen Klasse, „{name}“. Auch etwas anderes labeln oder Pixel ohne Label als 'background' gelten lassen.</translation>
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
      <source>Counts what your labels hold before you train: the pixels, share, area, chips and polygons of each class, and its weight by every method. The report shows how median frequency weights come about and advises on a loss for the rarest class, with K for TopPixel. In a model, the outputs 'Class weights' and 'Suggested loss' can be given to 'Train segmentation model'.</source>
      <translation>Zählt vor dem Training, was die Labels enthalten: Pixel, Anteil, Fläche, Bildausschnitte und Polygone jeder Klasse sowie ihr Gewicht nach jedem Verfahren. Der Bericht zeigt, wie die Gewichte nach Medianhäufigkeit zustande kommen, und rät zu einer Verlustfunktion für die seltenste Klasse, mit K für TopPixel. In der grafischen Modellierung lassen sich die Ausgaben „Klassengewichte“ und „Empfohlene Verlustfunktion“ an „Segmentierungsmodell trainieren“ übergeben.</translation>
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
      <source>Applies a model made by 'Train segmentation model' to a raster of any size with the same bands as the model was trained on. The class raster is loaded with the names and colours of the classes; polygons, and rasters of how sure the network is, come with it if you ask for them. After an interruption the same run with the same output goes on where it was.</source>
      <translation>Wendet ein mit „Segmentierungsmodell trainieren“ erstelltes Modell auf ein beliebig großes Raster mit denselben Kanälen an, mit denen das Modell trainiert wurde. Das Klassenraster wird mit den Namen und Farben der Klassen geladen; Polygone und Raster, die zeigen, wie sicher das Netz ist, kommen auf Wunsch dazu. Nach einer Unterbrechung setzt derselbe Lauf mit derselben Ausgabe dort fort, wo er war.</translation>
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
      <source>Applies a model made by 'Train segmentation model' to many rasters: layers, files, or all that a folder holds. The model is loaded once. Each result lies in the folder for the results, named like its raster. A mosaic shows them as one layer, and polygons of all can be had in one layer. A raster that cannot be classified is told, and the rest goes on. After an interruption the same run with the same folder goes on where it was.</source>
      <translation>Wendet ein mit „Segmentierungsmodell trainieren“ erstelltes Modell auf viele Raster an: Layer, Dateien oder alles, was ein Verzeichnis enthält. Das Modell wird nur einmal geladen. Jedes Ergebnis liegt im Verzeichnis für die Ergebnisse und heißt wie sein Raster. Ein Mosaik zeigt alle als einen Layer, und die Polygone aller Raster sind auf Wunsch in einem Layer zu haben. Ein Raster, das sich nicht klassifizieren lässt, wird gemeldet, mit den übrigen geht es weiter. Nach einer Unterbrechung setzt derselbe Lauf mit demselben Verzeichnis dort fort, wo er war.</translation>
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
      <source>What became of each raster</source>
      <translation>Ergebnis je Raster</translation>
    </message>
    <message>
      <source>The results go to a temporary folder, which is gone when QGIS is closed: an interrupted run cannot go on. Choose a folder to keep them.</source>
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
      <source>What is classified so far lies in a temporary folder and will be lost. Choose a place of your own for the result to be able to go on after an interruption.</source>
      <translation>Was bisher klassifiziert ist, liegt in einem temporären Verzeichnis und geht verloren. Um nach einer Unterbrechung fortsetzen zu können, einen eigenen Ort für das Ergebnis wählen.</translation>
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
      <source>What is classified so far is kept in '{folder}'. Run the same again with the same output to go on from there, or delete the folder.</source>
      <translation>Was bisher klassifiziert ist, bleibt in „{folder}“ erhalten. Um dort fortzusetzen, dasselbe noch einmal mit derselben Ausgabe starten; andernfalls das Verzeichnis löschen.</translation>
    </message>
    <message>
      <source>TopPixel models</source>
      <translation>TopPixel-Modelle</translation>
    </message>
    <message>
      <source>Finds out which loss serves your data best: trains the same network with each of several losses, more than once each, on the same parts of the same rasters and for the same number of epochs, and scores all of them on the same place. Give a test area that is used for nothing else if you have one. The table and the report show the scores with their spread between runs, and the maps side by side. Every model is kept in the folder; when the same comparison is run into the same folder again, it goes on where it was interrupted.</source>
      <translation>Findet heraus, welche Verlustfunktion sich für die eigenen Daten am besten eignet: Trainiert dasselbe Netz mit jeder von mehreren Verlustfunktionen, jeweils mehr als einmal, mit denselben Teilen derselben Raster und über gleich viele Epochen, und bewertet alle am selben Ort. Wenn vorhanden, ein Testgebiet angeben, das für nichts anderes verwendet wird. Tabelle und Bericht zeigen die Gütewerte mit ihrer Streuung zwischen den Läufen und die Karten nebeneinander. Jedes Modell bleibt im Verzeichnis erhalten; wird derselbe Vergleich noch einmal mit demselben Verzeichnis gestartet, setzt er dort fort, wo er unterbrochen wurde.</translation>
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
      <source>Loss that found the chosen class best</source>
      <translation>Verlustfunktion, die die wichtigste Klasse am besten fand</translation>
    </message>
    <message>
      <source>Models and scores go to a temporary folder, which is gone when QGIS is closed: an interrupted comparison cannot go on. Choose a folder to keep them.</source>
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
      <source>Builds the engine: a Python environment of its own, outside QGIS, in which the networks run. Needs the internet and about 2 GB of disk (7 GB with a CUDA graphics card), once; run it again after an update of the plugin. An interrupted set-up goes on where it stopped. At the end the engine is checked for real and its versions and device are shown.</source>
      <translation>Baut die Engine: eine eigene Python-Umgebung außerhalb von QGIS, in der die Netze laufen. Benötigt einmalig eine Internetverbindung und etwa 2 GB Speicherplatz (7 GB mit einer CUDA-Grafikkarte); nach einer Aktualisierung der Erweiterung noch einmal starten. Eine unterbrochene Einrichtung setzt dort fort, wo sie stehen blieb. Am Ende wird die Engine einer echten Prüfung unterzogen, und ihre Versionen und ihr Gerät werden angezeigt.</translation>
    </message>
    <message>
      <source>Your own Python</source>
      <translation>Eigenes Python</translation>
    </message>
    <message>
      <source>Path of a Python program (3.10 or newer) that has all packages of the engine; it is checked and used from then on instead of an engine built here. Leave it empty to build one.</source>
      <translation>Pfad eines Python-Programms (3.10 oder neuer), das alle Pakete der Engine hat; es wird geprüft und von da an statt einer hier gebauten Engine verwendet. Leer lassen, um eine Engine zu bauen.</translation>
    </message>
    <message>
      <source>Bundle</source>
      <translation>Bündel</translation>
    </message>
    <message>
      <source>Folder made on another machine by 'core engine bundle'. The engine is built from it without any network. Leave it empty to get the packages from the internet, through the proxy that QGIS uses.</source>
      <translation>Verzeichnis, das auf einem anderen Rechner mit 'core engine bundle' erstellt wurde. Die Engine wird daraus ganz ohne Netzwerk gebaut. Leer lassen, um die Pakete aus dem Internet zu holen, über den Proxy, den QGIS verwendet.</translation>
    </message>
    <message>
      <source>Build anew</source>
      <translation>Neu bauen</translation>
    </message>
    <message>
      <source>Repairs: removes the engine that is there and everything that was fetched for it, and builds it again from nothing.</source>
      <translation>Repariert: entfernt die vorhandene Engine und alles, was für sie heruntergeladen wurde, und baut sie von Grund auf neu.</translation>
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
      <source>1 (sure)</source>
      <translation>1 (sicher)</translation>
    </message>
    <message>
      <source>0 (sure)</source>
      <translation>0 (sicher)</translation>
    </message>
    <message>
      <source>1 (all classes alike)</source>
      <translation>1 (alle Klassen gleich)</translation>
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
      <source>Trains a network that finds in imagery what you have labelled: give one or more rasters, a polygon layer (or a class raster) that shows what is where, and the field with the class. For things that are rare in the imagery choose a loss made for them and class weights. A part of the labelled area is kept out of training to measure how good the model is. The result is one file, which 'Classify raster' applies to rasters of any size.</source>
      <translation>Trainiert ein Netz, das in Bilddaten findet, was zuvor mit Labels versehen wurde: Anzugeben sind ein oder mehrere Raster, ein Polygonlayer (oder ein Klassenraster), der zeigt, was wo ist, und das Feld mit der Klasse. Für Dinge, die in den Bilddaten selten sind, eine dafür gemachte Verlustfunktion und Klassengewichte wählen. Ein Teil des Gebiets mit Labels wird vom Training ausgenommen, um daran zu messen, wie gut das Modell ist. Das Ergebnis ist eine einzige Datei, die „Raster klassifizieren“ auf beliebig große Raster anwendet.</translation>
    </message>
    <message>
      <source>deep learning,segmentation,neural network,imbalance,loss,landcover,orthophoto</source>
      <translation>Deep Learning,Segmentierung,neuronales Netz,Training,Klassenungleichgewicht,Verlustfunktion,Landbedeckung,Luftbild,Orthofoto,segmentation,neural network,imbalance,loss,landcover,orthophoto</translation>
    </message>
    <message>
      <source>Mean IoU on the validation area</source>
      <translation>Mittlere IoU im Validierungsgebiet</translation>
    </message>
    <message>
      <source>Epoch that was kept</source>
      <translation>Behaltene Epoche</translation>
    </message>
    <message>
      <source>Mean IoU on the test areas</source>
      <translation>Mittlere IoU in den Testgebieten</translation>
    </message>
    <message>
      <source>The model goes to a temporary file, which is gone when QGIS is closed.</source>
      <translation>Das Modell kommt in eine temporäre Datei, die beim Beenden von QGIS gelöscht wird.</translation>
    </message>
    <message>
      <source>The best model so far is kept: {path}</source>
      <translation>Das bisher beste Modell bleibt erhalten: {path}</translation>
    </message>
    <message>
      <source>Makes polygons of a class raster of any size. Small patches can be merged into neighbours, outlines simplified and smoothed. Neighbours keep their common borders, so that no gaps and no overlaps arise, and no polygon ends at a tile's border. Each has its class, its area and perimeter on the ground, and its mean confidence if you give the confidence raster. Names and colours are those of the layer's style, or else of the raster's file.</source>
      <translation>Erzeugt Polygone aus einem beliebig großen Klassenraster. Kleine Flächen können mit Nachbarn vereinigt, Umrisse vereinfacht und geglättet werden. Nachbarn behalten ihre gemeinsamen Grenzen, sodass weder Lücken noch Überlappungen entstehen, und kein Polygon endet am Rand einer Kachel. Jedes hat seine Klasse, seine Fläche und seinen Umfang in der Natur und, wenn das Konfidenzraster angegeben ist, seine mittlere Konfidenz. Namen und Farben sind die aus dem Stil des Layers, sonst die aus der Datei des Rasters.</translation>
    </message>
    <message>
      <source>vectorize,polygonize,raster to vector,segmentation,landcover,sieve,eliminate,simplify,smooth,generalize,topology,coverage</source>
      <translation>Vektorisieren,Polygonbildung,Raster nach Vektor,Segmentierung,Landbedeckung,Sieben,Vereinfachen,Glätten,Generalisieren,Topologie,vectorize,polygonize,raster to vector,segmentation,landcover,sieve,eliminate,simplify,smooth,generalize,topology,coverage</translation>
    </message>
    <message>
      <source>Own choice</source>
      <translation>Eigene Auswahl</translation>
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
      <source>What the loss is multiplied by</source>
      <translation>Faktor, mit dem die Verlustfunktion multipliziert wird</translation>
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
      <source>Choose a loss with its numbers and add it to the list</source>
      <translation>Eine Verlustfunktion mit ihren Zahlen wählen und zur Liste hinzufügen</translation>
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
      <source>End this job. The best model so far is kept.</source>
      <translation>Diesen Auftrag beenden. Das bisher beste Modell bleibt erhalten.</translation>
    </message>
    <message>
      <source>Training loss</source>
      <translation>Trainingsverlust</translation>
    </message>
    <message>
      <source>IoU on the validation area</source>
      <translation>IoU im Validierungsgebiet</translation>
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
      <source>A place of the validation area is shown here after each epoch.</source>
      <translation>Hier ist nach jeder Epoche ein Ort des Validierungsgebiets zu sehen.</translation>
    </message>
    <message>
      <source>Image</source>
      <translation>Bild</translation>
    </message>
    <message>
      <source>Truth</source>
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
      <source>{text}; epoch {best} is kept</source>
      <translation>{text}; Epoche {best} wird behalten</translation>
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
      <source>The set-up of the engine goes on in the background.</source>
      <translation>Die Einrichtung der Engine läuft im Hintergrund weiter.</translation>
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
      <source>Networks run in an engine of their own, outside QGIS. It is built once; nothing is installed into QGIS or the system.</source>
      <translation>Netze laufen in einer eigenen Engine außerhalb von QGIS. Sie wird einmal gebaut; in QGIS oder im System wird nichts installiert.</translation>
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
      <source>nothing, unless it must be repaired</source>
      <translation>nichts, sofern keine Reparatur nötig ist</translation>
    </message>
    <message>
      <source>There is not enough room. Choose another folder, or free some.</source>
      <translation>Der Platz reicht nicht. Ein anderes Verzeichnis wählen oder Platz schaffen.</translation>
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
      <source>The Python that you have chosen as engine is not there.</source>
      <translation>Das als Engine gewählte Python ist nicht vorhanden.</translation>
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
      <source>Remove the engine and everything that was fetched for it, and build it again?</source>
      <translation>Die Engine und alles, was für sie heruntergeladen wurde, entfernen und sie neu bauen?</translation>
    </message>
    <message>
      <source>Remove all engines in '{folder}', and everything that was fetched for them?</source>
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
      <source>Builds the engine anew, with everything fetched again.</source>
      <translation>Baut die Engine neu und lädt dazu alles noch einmal herunter.</translation>
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
      <source>What 'Device' is when a dialog opens. 'auto' takes a graphics card when there is one.</source>
      <translation>Vorgabe für „Gerät“, wenn ein Dialog geöffnet wird. 'auto' nimmt eine Grafikkarte, wenn es eine gibt.</translation>
    </message>
    <message>
      <source>one for each core</source>
      <translation>einer für jeden Kern</translation>
    </message>
    <message>
      <source>How many threads compute a network on the processor.</source>
      <translation>Wie viele Threads auf dem Prozessor ein Netz berechnen.</translation>
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
      <source>Address of another package index, such as one of your company.</source>
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
      <source>Versions, device, state of the engine and the last errors, without the names of users.</source>
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
      <source>Looking…</source>
      <translation>Wird geprüft…</translation>
    </message>
    <message>
      <source>In the clipboard.</source>
      <translation>In der Zwischenablage.</translation>
    </message>
    <message>
      <source>Removed; {size} are free again.</source>
      <translation>Entfernt; {size} sind wieder frei.</translation>
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
      <source>Not checked yet; the first job does it.</source>
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
      <source>What is where: a polygon layer (any coordinate system; selection and filter are honoured), or a class raster (one integer per class, 255 counts for nothing).</source>
      <translation>Was wo ist: ein Polygonlayer (Koordinatensystem beliebig; Auswahl und Filter werden beachtet) oder ein Klassenraster (eine ganze Zahl je Klasse, 255 zählt nicht mit).</translation>
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
      <source>Field of the polygon layer that holds the class, integer or text. Not needed for a class raster. The value 255 or the text 'ignore' marks places that count for nothing.</source>
      <translation>Feld des Polygonlayers, das die Klasse enthält, als ganze Zahl oder Text. Für ein Klassenraster nicht nötig. Der Wert 255 oder der Text 'ignore' kennzeichnet Stellen, die nicht mitzählen.</translation>
    </message>
    <message>
      <source>Pixels without label</source>
      <translation>Pixel ohne Label</translation>
    </message>
    <message>
      <source>'background': everything without a polygon is the class background (label all objects, or give a labelled area). 'ignore': pixels without a polygon count for nothing (label some of everything, background too).</source>
      <translation>'background': Alles ohne Polygon gehört zur Klasse Hintergrund (alle Objekte labeln oder ein Gebiet mit Labels angeben). 'ignore': Pixel ohne Polygon zählen nicht mit (von allem etwas labeln, auch vom Hintergrund).</translation>
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
      <source>What the network is trained to make small. Made for rare classes: toppixel(k=50000) lets only the K worst pixels of a batch count; focal(gamma=2) fades out easy pixels. Standard: ce (cross entropy). Sums work as well: TopPixel alone wants exact outlines, with rough ones add ce to it or choose a larger K.</source>
      <translation>Was das Netz beim Training klein machen soll. Für seltene Klassen gemacht: toppixel(k=50000) lässt nur die K schlechtesten Pixel eines Batches zählen; focal(gamma=2) blendet leichte Pixel aus. Standard: ce (Kreuzentropie). Auch Summen sind möglich: TopPixel allein braucht genaue Umrisse; bei groben ce dazunehmen oder ein größeres K wählen.</translation>
    </message>
    <message>
      <source>How much each class counts in the loss: 'none'; by how rare it is ('median_frequency', 'inverse', 'inverse_sqrt', 'effective_number', 'enet', each with an optional bound as in 'median_frequency(cap=50)'); or typed as 'car=5, road=1' (a class that is not named weighs 1).</source>
      <translation>Wie stark jede Klasse in der Verlustfunktion zählt: 'none' (alle gleich); nach ihrer Seltenheit ('median_frequency', 'inverse', 'inverse_sqrt', 'effective_number', 'enet', jeweils auf Wunsch mit einer Obergrenze wie in 'median_frequency(cap=50)'); oder eingegeben wie 'car=5, road=1' (eine nicht genannte Klasse hat das Gewicht 1).</translation>
    </message>
    <message>
      <source>Architecture</source>
      <translation>Architektur</translation>
    </message>
    <message>
      <source>Kind of network. U-Net is a good choice for sharp outlines.</source>
      <translation>Art des Netzes. U-Net ist eine gute Wahl für scharfe Umrisse.</translation>
    </message>
    <message>
      <source>Encoder</source>
      <translation>Encoder</translation>
    </message>
    <message>
      <source>The part of the network that reads the image. Larger ones (resnet34, resnet50) learn more and run slower. Any encoder of segmentation-models-pytorch, 'tu-' names of timm included.</source>
      <translation>Der Teil des Netzes, der das Bild liest. Größere (resnet34, resnet50) lernen mehr und laufen langsamer. Jeder Encoder von segmentation-models-pytorch, auch die Namen mit 'tu-' aus timm.</translation>
    </message>
    <message>
      <source>Encoder weights</source>
      <translation>Gewichte des Encoders</translation>
    </message>
    <message>
      <source>'pretrained' starts from weights learned on ImageNet and needs far fewer labels; 'random' starts from nothing; or the path of a weights file (.safetensors or .pth).</source>
      <translation>'pretrained' beginnt mit auf ImageNet gelernten Gewichten und braucht weit weniger Labels; 'random' beginnt bei null; oder der Pfad einer Datei mit Gewichten (.safetensors oder .pth).</translation>
    </message>
    <message>
      <source>Continue from model</source>
      <translation>Ausgangsmodell</translation>
    </message>
    <message>
      <source>Optional: start from this trained model instead of encoder weights, to teach it more on new data. Its architecture, encoder and number of bands must be the same; classes are matched by name, and new ones start from nothing.</source>
      <translation>Optional: mit diesem trainierten Modell statt mit Gewichten des Encoders beginnen, um ihm mit neuen Daten mehr beizubringen. Architektur, Encoder und Anzahl der Kanäle müssen gleich sein; Klassen werden nach Namen zugeordnet, neue beginnen bei null.</translation>
    </message>
    <message>
      <source>Chip size (pixels)</source>
      <translation>Größe der Bildausschnitte (Pixel)</translation>
    </message>
    <message>
      <source>Side of the squares that the network learns from, a multiple of 32. Large enough to show an object with its surroundings.</source>
      <translation>Seitenlänge der Quadrate, aus denen das Netz lernt, ein Vielfaches von 32. Groß genug, um ein Objekt mit seiner Umgebung zu zeigen.</translation>
    </message>
    <message>
      <source>Batch size</source>
      <translation>Batchgröße</translation>
    </message>
    <message>
      <source>Chips per training step. Halved by itself when memory runs out.</source>
      <translation>Bildausschnitte je Trainingsschritt. Wird von selbst halbiert, wenn der Speicher nicht reicht.</translation>
    </message>
    <message>
      <source>Sampling</source>
      <translation>Ziehung der Bildausschnitte</translation>
    </message>
    <message>
      <source>Where the network looks while it learns. 'uniform': anywhere alike. 'balanced': first a class, then a place where it is, so that rare classes are seen more often. 'repeat factor': in between.</source>
      <translation>Wohin das Netz beim Lernen schaut. 'uniform': überall gleich oft. 'balanced': erst eine Klasse, dann ein Ort, an dem sie vorkommt, sodass seltene Klassen öfter zu sehen sind. 'repeat factor': dazwischen.</translation>
    </message>
    <message>
      <source>Augmentation</source>
      <translation>Augmentierung</translation>
    </message>
    <message>
      <source>How chips are varied, so that the network learns what does not matter. 'none'; 'light': turns, mirrors, brightness, contrast; 'strong': also scale, rotation, blur, gamma, noise, and objects of rare classes pasted to other places; or a sum of parts, as in 'turns + colour(brightness=0.5) + copy_paste(chance=0.3)'.</source>
      <translation>Wie Bildausschnitte abgewandelt werden, damit das Netz lernt, worauf es nicht ankommt. 'none' (gar nicht); 'light': Drehungen, Spiegelungen, Helligkeit, Kontrast; 'strong': außerdem Skalierung, Drehung um beliebigen Winkel, Unschärfe, Gamma, Rauschen und an andere Orte eingefügte Objekte seltener Klassen; oder eine Summe von Teilen wie in 'turns + colour(brightness=0.5) + copy_paste(chance=0.3)'.</translation>
    </message>
    <message>
      <source>Epochs</source>
      <translation>Epochen</translation>
    </message>
    <message>
      <source>How many times the training area is gone through. Validation and saving happen after each.</source>
      <translation>Wie oft das Trainingsgebiet durchlaufen wird. Nach jeder Epoche wird validiert und gespeichert.</translation>
    </message>
    <message>
      <source>Learning rate</source>
      <translation>Lernrate</translation>
    </message>
    <message>
      <source>Size of a training step. Smaller if the loss jumps or becomes NaN. 0: found by some dozens of trial steps before the training.</source>
      <translation>Größe eines Trainingsschritts. Kleiner, wenn der Verlust springt oder NaN wird. 0: wird vor dem Training in einigen Dutzend Probeschritten gefunden.</translation>
    </message>
    <message>
      <source>Optimiser</source>
      <translation>Optimierer</translation>
    </message>
    <message>
      <source>How the weights are moved. 'adamw' needs little tuning; 'sgd' wants a learning rate of about 0.01.</source>
      <translation>Wie die Gewichte bewegt werden. 'adamw' kommt mit wenig Abstimmung aus; 'sgd' braucht eine Lernrate von etwa 0,01.</translation>
    </message>
    <message>
      <source>Learning rate over time</source>
      <translation>Verlauf der Lernrate</translation>
    </message>
    <message>
      <source>'cosine' (short warm-up, then slowly down), 'one cycle' (long warm-up) or 'constant'.</source>
      <translation>'cosine' (kurzes Aufwärmen, dann langsam abwärts), 'one cycle' (langes Aufwärmen) oder 'constant'.</translation>
    </message>
    <message>
      <source>Encoder's learning rate</source>
      <translation>Lernrate des Encoders</translation>
    </message>
    <message>
      <source>The encoder's learning rate as a part of the other's. Below 1 its pretrained weights change less; with 0 they stay as they are, for very few labels.</source>
      <translation>Die Lernrate des Encoders als Anteil der übrigen. Unter 1 ändern sich seine vortrainierten Gewichte weniger; mit 0 bleiben sie, wie sie sind, für sehr wenige Labels.</translation>
    </message>
    <message>
      <source>Gradient clipping</source>
      <translation>Gradientenbegrenzung</translation>
    </message>
    <message>
      <source>Longest gradient of a step; longer ones are shortened, which steadies a loss that jumps. 0: never.</source>
      <translation>Größte Länge des Gradienten eines Schritts; längere werden gekürzt, was einen springenden Verlust beruhigt. 0: nie.</translation>
    </message>
    <message>
      <source>Weight averaging</source>
      <translation>Mittelung der Gewichte</translation>
    </message>
    <message>
      <source>Keep a running average of the weights instead of the last ones, with this part of the old average kept at each step, such as 0.99. Steadier scores. 0: no average.</source>
      <translation>Statt der letzten Gewichte ihr laufendes Mittel behalten, wobei in jedem Schritt dieser Anteil des alten Mittels bleibt, etwa 0,99. Stetigere Gütewerte. 0: kein Mittel.</translation>
    </message>
    <message>
      <source>Validation share</source>
      <translation>Validierungsanteil</translation>
    </message>
    <message>
      <source>Share of the labelled area that is kept out of training, in whole blocks, to measure how good the model is. A buffer of half a chip around them is not learned from either. 0 for none.</source>
      <translation>Anteil des Gebiets mit Labels, der in ganzen Blöcken vom Training ausgenommen wird, um zu messen, wie gut das Modell ist. Auch aus einem Puffer von einem halben Bildausschnitt um sie herum wird nicht gelernt. 0 für keinen.</translation>
    </message>
    <message>
      <source>Split areas</source>
      <translation>Aufteilungsgebiete</translation>
    </message>
    <message>
      <source>Optional polygon layer that says which ground is for training, for validation and for test, instead of blocks chosen by chance. Pixels in no polygon are not used; test areas are scored once, with the finished model. Without validation areas, blocks are chosen among those for training.</source>
      <translation>Optionaler Polygonlayer, der angibt, welche Gebiete für Training, Validierung und Test bestimmt sind, statt zufällig gewählter Blöcke. Pixel außerhalb der Polygone werden nicht verwendet; Testgebiete werden einmal bewertet, mit dem fertigen Modell. Ohne Validierungsgebiete werden Blöcke unter denen für das Training ausgewählt.</translation>
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
      <source>Best epoch by</source>
      <translation>Beste Epoche nach</translation>
    </message>
    <message>
      <source>By which IoU on the validation area the best epoch is chosen: 'mean IoU', 'worst class', or the name of a class.</source>
      <translation>Nach welcher IoU im Validierungsgebiet die beste Epoche gewählt wird: 'mean IoU' (Mittel), 'worst class' (schlechteste Klasse) oder der Name einer Klasse.</translation>
    </message>
    <message>
      <source>Patience (epochs)</source>
      <translation>Geduld (Epochen)</translation>
    </message>
    <message>
      <source>Training ends early when so many epochs have brought nothing better. 0: it never does.</source>
      <translation>Das Training endet vorzeitig, wenn so viele Epochen nichts Besseres gebracht haben. 0: nie.</translation>
    </message>
    <message>
      <source>Seed</source>
      <translation>Startwert</translation>
    </message>
    <message>
      <source>Same seed, same data, same machine: same model.</source>
      <translation>Gleicher Startwert, gleiche Daten, gleicher Rechner: gleiches Modell.</translation>
    </message>
    <message>
      <source>Device</source>
      <translation>Gerät</translation>
    </message>
    <message>
      <source>Where the network runs. 'auto' takes a graphics card (CUDA, Apple MPS) when there is one. 'cuda:1' names the second card.</source>
      <translation>Wo das Netz läuft. 'auto' nimmt eine Grafikkarte (CUDA, Apple MPS), wenn es eine gibt. 'cuda:1' bezeichnet die zweite Karte.</translation>
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
      <source>Where the parts are written as polygons: training, validation, test, and the buffer between them (.gpkg). Optional.</source>
      <translation>Wohin die Teile als Polygone geschrieben werden: Training, Validierung, Test und der Puffer dazwischen (.gpkg). Optional.</translation>
    </message>
    <message>
      <source>TensorBoard folder</source>
      <translation>TensorBoard-Verzeichnis</translation>
    </message>
    <message>
      <source>Where the curves and a validation picture of each epoch are written for TensorBoard, in a folder named like the model. Give several trainings the same folder to compare them. Optional.</source>
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
      <source>Weights to hand on</source>
      <translation>Weiterzugebende Gewichte</translation>
    </message>
    <message>
      <source>The weighting that the output 'Class weights' holds, as text for 'Train segmentation model'. The table and the report show all.</source>
      <translation>Die Gewichtung, die die Ausgabe „Klassengewichte“ enthält, als Text für „Segmentierungsmodell trainieren“. Tabelle und Bericht zeigen alle.</translation>
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
      <source>Every model is kept here, with the scores (comparison.csv). Give the same folder again to go on after an interruption: finished runs are not repeated.</source>
      <translation>Jedes Modell bleibt hier erhalten, mit den Gütewerten (comparison.csv). Um nach einer Unterbrechung fortzusetzen, dasselbe Verzeichnis noch einmal angeben: Fertige Läufe werden nicht wiederholt.</translation>
    </message>
    <message>
      <source>Test area</source>
      <translation>Testgebiet</translation>
    </message>
    <message>
      <source>Optional polygon layer: the final scores are taken inside it, and no pixel inside it is seen in training or used to choose the epoch. Without it the scores are those of the split's test areas, or else of the validation blocks.</source>
      <translation>Optionaler Polygonlayer: Die endgültigen Gütewerte werden darin bestimmt; kein Pixel darin wird im Training gesehen oder zur Wahl der Epoche verwendet. Ohne Testgebiet sind die Gütewerte die der Testgebiete der Aufteilung, sonst die der Validierungsblöcke.</translation>
    </message>
    <message>
      <source>Losses</source>
      <translation>Verlustfunktionen</translation>
    </message>
    <message>
      <source>The losses to compare, one a line, as in 'Train segmentation model'.</source>
      <translation>Die zu vergleichenden Verlustfunktionen, eine je Zeile, wie in „Segmentierungsmodell trainieren“.</translation>
    </message>
    <message>
      <source>Runs per loss</source>
      <translation>Läufe je Verlustfunktion</translation>
    </message>
    <message>
      <source>How often each loss is trained, each time from another seed. The spread between runs shows which differences are chance.</source>
      <translation>Wie oft jede Verlustfunktion trainiert wird, jedes Mal mit einem anderen Startwert. Die Streuung zwischen den Läufen zeigt, welche Unterschiede Zufall sind.</translation>
    </message>
    <message>
      <source>Class to look at</source>
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
      <source>Seed of each loss's first run, and of the split; the next runs count on from it.</source>
      <translation>Startwert des ersten Laufs jeder Verlustfunktion und der Aufteilung; die nächsten Läufe zählen von dort weiter.</translation>
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
      <source>Classes to polygons</source>
      <translation>Klassen in Polygone umwandeln</translation>
    </message>
    <message>
      <source>Class raster</source>
      <translation>Klassenraster</translation>
    </message>
    <message>
      <source>A raster with one band and one whole number per class, such as 'Classify raster' makes. Nodata becomes no polygon.</source>
      <translation>Ein Raster mit einem Kanal und einer ganzen Zahl je Klasse, wie es „Raster klassifizieren“ erzeugt. Leerwerte werden nicht zu Polygonen.</translation>
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
      <source>Smallest area (m²)</source>
      <translation>Mindestfläche (m²)</translation>
    </message>
    <message>
      <source>Smaller patches are given to the neighbour that they share the longest border with. 0: all patches stay.</source>
      <translation>Kleinere Flächen werden dem Nachbarn zugeschlagen, mit dem sie die längste Grenze teilen. 0: alle Flächen bleiben.</translation>
    </message>
    <message>
      <source>Simplify by (m)</source>
      <translation>Vereinfachen um (m)</translation>
    </message>
    <message>
      <source>How far outlines may move, on the ground, to become simpler. One to two pixels turn the stairs of the pixels into straight lines. Neighbours keep a common border: no gaps, no overlaps. 0: outlines follow the pixels.</source>
      <translation>Wie weit sich Umrisse in der Natur verschieben dürfen, um einfacher zu werden. Ein bis zwei Pixel machen aus den Treppen der Pixel gerade Linien. Nachbarn behalten eine gemeinsame Grenze: keine Lücken, keine Überlappungen. 0: Umrisse folgen den Pixeln.</translation>
    </message>
    <message>
      <source>Smooth (rounds)</source>
      <translation>Glätten (Durchgänge)</translation>
    </message>
    <message>
      <source>How often corners are cut (Chaikin). Each round doubles the points; 2 or 3 look round. For natural outlines, rather not for buildings. 0: corners stay.</source>
      <translation>Wie oft Ecken abgeschnitten werden (Chaikin). Jeder Durchgang verdoppelt die Stützpunkte; 2 oder 3 wirken rund. Für natürliche Umrisse, eher nicht für Gebäude. 0: Ecken bleiben.</translation>
    </message>
    <message>
      <source>Confidence raster</source>
      <translation>Konfidenzraster</translation>
    </message>
    <message>
      <source>Optional: a raster on the same pixels, from 0 to 1, such as 'Classify raster' makes. Each polygon gets its mean.</source>
      <translation>Optional: ein Raster auf denselben Pixeln, von 0 bis 1, wie es „Raster klassifizieren“ erzeugt. Jedes Polygon erhält sein Mittel.</translation>
    </message>
    <message>
      <source>Name of each class value, such as {"1": "car"}; those in the raster's file when left out, and in QGIS those of the layer's style.</source>
      <translation>Name jedes Klassenwerts, etwa {"1": "car"}; ohne Angabe die Namen aus der Datei des Rasters, in QGIS die aus dem Stil des Layers.</translation>
    </message>
    <message>
      <source>Colour of each class value, such as {"1": "#ff0000"}; those in the raster's file when left out, and in QGIS those of the layer's style.</source>
      <translation>Farbe jedes Klassenwerts, etwa {"1": "#ff0000"}; ohne Angabe die Farben aus der Datei des Rasters, in QGIS die aus dem Stil des Layers.</translation>
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
      <source>The orthophoto to classify: same bands, in the same order, as the model was trained with.</source>
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
      <source>Read at the model's pixel size</source>
      <translation>Mit der Pixelgröße des Modells lesen</translation>
    </message>
    <message>
      <source>When the pixels of the raster are more than a fifth larger or smaller than those the model was trained on, objects look larger or smaller than it knows them. Then the raster is read at the model's pixel size; the result has the raster's own pixels.</source>
      <translation>Wenn die Pixel des Rasters um mehr als ein Fünftel größer oder kleiner sind als die, mit denen das Modell trainiert wurde, erscheinen Objekte größer oder kleiner, als es sie kennt. Dann wird das Raster mit der Pixelgröße des Modells gelesen; das Ergebnis hat die eigenen Pixel des Rasters.</translation>
    </message>
    <message>
      <source>Look at each place in eight views</source>
      <translation>Jeden Ort in acht Ansichten betrachten</translation>
    </message>
    <message>
      <source>Each tile is classified turned and mirrored in all eight ways, and the probabilities are averaged (test-time augmentation). Often a little better, eight times as slow.</source>
      <translation>Jede Kachel wird auf alle acht Arten gedreht und gespiegelt klassifiziert, und die Wahrscheinlichkeiten werden gemittelt (Test-Time-Augmentierung). Oft etwas besser, achtmal so langsam.</translation>
    </message>
    <message>
      <source>Damaged parts of the raster</source>
      <translation>Beschädigte Teile des Rasters</translation>
    </message>
    <message>
      <source>'stop': a part that cannot be read ends the job. 'skip': it becomes nodata, and how much was skipped is said.</source>
      <translation>'stop': Ein Teil, der sich nicht lesen lässt, beendet den Auftrag. 'skip': Er erhält den Leerwert, und es wird gemeldet, wie viel übersprungen wurde.</translation>
    </message>
    <message>
      <source>Tile size (pixels)</source>
      <translation>Kachelgröße (Pixel)</translation>
    </message>
    <message>
      <source>Side of the squares that the network looks at, a multiple of 32. 0: the model's own. Larger tiles show more surroundings and need more memory.</source>
      <translation>Seitenlänge der Quadrate, die das Netz betrachtet, ein Vielfaches von 32. 0: die des Modells. Größere Kacheln zeigen mehr Umgebung und brauchen mehr Speicher.</translation>
    </message>
    <message>
      <source>Overlap (pixels)</source>
      <translation>Überlappung (Pixel)</translation>
    </message>
    <message>
      <source>How far neighbouring tiles overlap. Their results are blended, so that no seams show; more overlap is smoother and slower.</source>
      <translation>Wie weit sich benachbarte Kacheln überlappen. Ihre Ergebnisse gehen ineinander über, sodass keine Nähte zu sehen sind; mehr Überlappung ist glatter und langsamer.</translation>
    </message>
    <message>
      <source>Tiles that go through the network together. 0: found by itself. Halved when memory runs out.</source>
      <translation>Kacheln, die gemeinsam durch das Netz gehen. 0: wird von selbst gefunden. Wird halbiert, wenn der Speicher nicht reicht.</translation>
    </message>
    <message>
      <source>Full precision</source>
      <translation>Volle Genauigkeit</translation>
    </message>
    <message>
      <source>Compute in 32 bits where the device is faster with 16. About 3 of 1000 pixels get another class by it, mostly at outlines.</source>
      <translation>Mit 32 Bit rechnen, wo das Gerät mit 16 schneller ist. Etwa 3 von 1000 Pixeln erhalten dadurch eine andere Klasse, meist an Umrissen.</translation>
    </message>
    <message>
      <source>Dask scheduler</source>
      <translation>Dask-Scheduler</translation>
    </message>
    <message>
      <source>Optional: let the workers of a Dask cluster compute. The address of its scheduler, such as 'tcp://host:8786', or 'local' for two processes on this machine (one for each graphics card). Raster and model must lie where all workers see them under the same path.</source>
      <translation>Optional: die Worker eines Dask-Clusters rechnen lassen. Die Adresse seines Schedulers, etwa 'tcp://host:8786', oder 'local' für zwei Prozesse auf diesem Rechner (einen je Grafikkarte). Raster und Modell müssen dort liegen, wo alle Worker sie unter demselben Pfad sehen.</translation>
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
      <source>Polygons: smallest area (m²)</source>
      <translation>Polygone: Mindestfläche (m²)</translation>
    </message>
    <message>
      <source>Polygons: simplify by (m)</source>
      <translation>Polygone: vereinfachen um (m)</translation>
    </message>
    <message>
      <source>Polygons: smooth (rounds)</source>
      <translation>Polygone: glätten (Durchgänge)</translation>
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
      <source>Where it is written how undecided the network is between all classes, from 0 (sure) to 1 (all alike) (.tif). Optional.</source>
      <translation>Wohin geschrieben wird, wie unentschieden das Netz zwischen allen Klassen ist, von 0 (sicher) bis 1 (alle gleich) (.tif). Optional.</translation>
    </message>
    <message>
      <source>Class probabilities</source>
      <translation>Klassenwahrscheinlichkeiten</translation>
    </message>
    <message>
      <source>Where the probability of each class is written, a band per class, in 250 steps from 0 to 1 (.tif). Optional.</source>
      <translation>Wohin die Wahrscheinlichkeit jeder Klasse geschrieben wird, ein Kanal je Klasse, in 250 Stufen von 0 bis 1 (.tif). Optional.</translation>
    </message>
    <message>
      <source>Classify rasters</source>
      <translation>Mehrere Raster klassifizieren</translation>
    </message>
    <message>
      <source>Folder for the results</source>
      <translation>Verzeichnis für die Ergebnisse</translation>
    </message>
    <message>
      <source>Where each raster's classes are written (.tif), named like the raster. Give the same folder again to go on after an interruption: what is finished with the same model and settings is not repeated.</source>
      <translation>Wohin die Klassen jedes Rasters geschrieben werden (.tif), benannt wie das Raster. Um nach einer Unterbrechung fortzusetzen, dasselbe Verzeichnis noch einmal angeben: Was mit demselben Modell und denselben Einstellungen fertig ist, wird nicht wiederholt.</translation>
    </message>
    <message>
      <source>The orthophotos to classify, with the bands that the model was trained with. They may lie anywhere and differ in size, pixel size and coordinate system.</source>
      <translation>Die zu klassifizierenden Orthofotos, mit den Kanälen, mit denen das Modell trainiert wurde. Sie dürfen an beliebigen Orten liegen und sich in Größe, Pixelgröße und Koordinatensystem unterscheiden.</translation>
    </message>
    <message>
      <source>Input folder</source>
      <translation>Eingabeverzeichnis</translation>
    </message>
    <message>
      <source>Optional: a folder with rasters, besides or instead of those above.</source>
      <translation>Optional: ein Verzeichnis mit Rastern, zusätzlich zu den obigen oder an ihrer Stelle.</translation>
    </message>
    <message>
      <source>Files of the folder</source>
      <translation>Dateien des Verzeichnisses</translation>
    </message>
    <message>
      <source>Which files of the input folder are classified: '*.tif', or several as in '*.tif; *.jp2'. '**/*.tif' takes those of the folders inside, too.</source>
      <translation>Welche Dateien des Eingabeverzeichnisses klassifiziert werden: '*.tif' oder mehrere wie in '*.tif; *.jp2'. '**/*.tif' nimmt auch die der darin enthaltenen Verzeichnisse.</translation>
    </message>
    <message>
      <source>Optional polygon layer: only pixels inside it are classified. Rasters outside are left out.</source>
      <translation>Optionaler Polygonlayer: Nur Pixel darin werden klassifiziert. Raster außerhalb werden ausgelassen.</translation>
    </message>
    <message>
      <source>Write a virtual raster, mosaic.vrt, that shows all results as one. Rasters in another coordinate system than most get a mosaic of their own.</source>
      <translation>Ein virtuelles Raster, mosaic.vrt, schreiben, das alle Ergebnisse als eines zeigt. Raster in einem anderen Koordinatensystem als die meisten erhalten ein eigenes Mosaik.</translation>
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
      <source>Write how undecided the network is between all classes, from 0 (sure) to 1 (all alike), as NAME_entropy.tif.</source>
      <translation>Schreiben, wie unentschieden das Netz zwischen allen Klassen ist, von 0 (sicher) bis 1 (alle gleich), als NAME_entropy.tif.</translation>
    </message>
    <message>
      <source>Write the probability of each class, a band per class, in 250 steps from 0 to 1, as NAME_probabilities.tif.</source>
      <translation>Die Wahrscheinlichkeit jeder Klasse schreiben, ein Kanal je Klasse, in 250 Stufen von 0 bis 1, als NAME_probabilities.tif.</translation>
    </message>
    <message>
      <source>Where the classes of all rasters are written as one polygon layer (.gpkg). Where rasters lie on one grid and touch, polygons go on over their borders. Optional.</source>
      <translation>Wohin die Klassen aller Raster als ein Polygonlayer geschrieben werden (.gpkg). Wo Raster auf demselben Gitter liegen und sich berühren, gehen Polygone über ihre Ränder hinweg weiter. Optional.</translation>
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
      <source>The standard. Every pixel counts the same, so large classes decide.</source>
      <translation>Der Standard. Jedes Pixel zählt gleich, daher entscheiden große Klassen.</translation>
    </message>
    <message>
      <source>Maximum likelihood; weighted mean as in PyTorch.</source>
      <translation>Maximum-Likelihood; gewichtetes Mittel wie in PyTorch.</translation>
    </message>
    <message>
      <source>Share of certainty taken away from the label.</source>
      <translation>Anteil der Gewissheit, der dem Label genommen wird.</translation>
    </message>
    <message>
      <source>Focal loss</source>
      <translation>Focal Loss</translation>
    </message>
    <message>
      <source>Pixels that are already right count less, so that hard ones decide.</source>
      <translation>Pixel, die schon richtig sind, zählen weniger, sodass schwierige entscheiden.</translation>
    </message>
    <message>
      <source>Lin et al. 2017, arXiv:1708.02002 (here over softmax).</source>
      <translation>Lin et al. 2017, arXiv:1708.02002 (hier über Softmax).</translation>
    </message>
    <message>
      <source>How fast easy pixels fade; 0 is cross entropy.</source>
      <translation>Wie schnell leichte Pixel ausgeblendet werden; 0 ist Kreuzentropie.</translation>
    </message>
    <message>
      <source>Divide by the sum of the class weights, or by the number of pixels.</source>
      <translation>Durch die Summe der Klassengewichte oder durch die Anzahl der Pixel teilen.</translation>
    </message>
    <message>
      <source>Keep probabilities within 0.001 to 0.999, as some published code does; hopeless pixels are then no longer learned.</source>
      <translation>Wahrscheinlichkeiten zwischen 0,001 und 0,999 halten, wie mancher veröffentlichte Code; hoffnungslose Pixel werden dann nicht mehr gelernt.</translation>
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
      <source>How many pixels count.</source>
      <translation>Wie viele Pixel zählen.</translation>
    </message>
    <message>
      <source>Share of the valid pixels that counts, instead of k.</source>
      <translation>Anteil der gültigen Pixel, der zählt, statt k.</translation>
    </message>
    <message>
      <source>Taken over all valid pixels of the batch, or of each image and averaged. Trained on several devices, a batch is the part that one device sees.</source>
      <translation>Über alle gültigen Pixel des Batches genommen oder über die jedes Bildes und dann gemittelt. Beim Training auf mehreren Geräten ist ein Batch der Teil, den ein Gerät sieht.</translation>
    </message>
    <message>
      <source>Loss max-pooling</source>
      <translation>Loss Max-Pooling</translation>
    </message>
    <message>
      <source>Hard pixels count more, smoothly, and no single one can take over: a softer TopPixel.</source>
      <translation>Schwierige Pixel zählen mehr, fließend, und kein einzelnes kann die Führung übernehmen: ein sanfteres TopPixel.</translation>
    </message>
    <message>
      <source>Rota Bulò, Neuhold, Kontschieder 2017, arXiv:1704.02966.</source>
      <translation>Rota Bulò, Neuhold, Kontschieder 2017, arXiv:1704.02966.</translation>
    </message>
    <message>
      <source>How even the weights are: 1 is the hardest m, inf the plain mean.</source>
      <translation>Wie gleichmäßig die Gewichte sind: Bei 1 zählen nur die m schwierigsten Pixel, bei inf gilt das einfache Mittel.</translation>
    </message>
    <message>
      <source>Share of the valid pixels that counts, instead of m.</source>
      <translation>Anteil der gültigen Pixel, der zählt, statt m.</translation>
    </message>
    <message>
      <source>How many pixels share the weight at least.</source>
      <translation>Auf wie viele Pixel sich das Gewicht mindestens verteilt.</translation>
    </message>
    <message>
      <source>Online hard example mining</source>
      <translation>Online Hard Example Mining</translation>
    </message>
    <message>
      <source>Only pixels that are not yet right with enough certainty count, but never fewer than a number.</source>
      <translation>Nur Pixel, die noch nicht sicher genug richtig sind, zählen, aber nie weniger als eine feste Anzahl.</translation>
    </message>
    <message>
      <source>Shrivastava et al. 2016, arXiv:1604.03540; per pixel as Wu et al. 2016, arXiv:1605.06885.</source>
      <translation>Shrivastava et al. 2016, arXiv:1604.03540; je Pixel wie Wu et al. 2016, arXiv:1605.06885.</translation>
    </message>
    <message>
      <source>Pixels count while the true class's probability is below this.</source>
      <translation>Pixel zählen, solange die Wahrscheinlichkeit der wahren Klasse darunter liegt.</translation>
    </message>
    <message>
      <source>At least so many pixels of a batch count.</source>
      <translation>Mindestens so viele Pixel eines Batches zählen.</translation>
    </message>
    <message>
      <source>Dice</source>
      <translation>Dice</translation>
    </message>
    <message>
      <source>Overlap of each class, each class counting the same however small; add cross entropy to it.</source>
      <translation>Überlappung jeder Klasse, wobei jede Klasse gleich zählt, wie klein sie auch ist; Kreuzentropie dazunehmen.</translation>
    </message>
    <message>
      <source>Milletari et al. 2016, arXiv:1606.04797.</source>
      <translation>Milletari et al. 2016, arXiv:1606.04797.</translation>
    </message>
    <message>
      <source>Added above and below the fraction; steadies tiny objects.</source>
      <translation>Wird über und unter dem Bruchstrich addiert; beruhigt winzige Objekte.</translation>
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
      <source>Like Dice, but for intersection over union, which forgives less.</source>
      <translation>Wie Dice, aber für Intersection over Union, die weniger verzeiht.</translation>
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
      <source>Like Dice, with misses and false alarms weighed apart: raise beta to find more of a rare class.</source>
      <translation>Wie Dice, aber Übersehenes und Fehlalarme werden getrennt gewichtet: beta erhöhen, um mehr von einer seltenen Klasse zu finden.</translation>
    </message>
    <message>
      <source>Salehi et al. 2017, arXiv:1706.05721; gamma: Abraham and Khan 2018, arXiv:1810.07842.</source>
      <translation>Salehi et al. 2017, arXiv:1706.05721; gamma: Abraham und Khan 2018, arXiv:1810.07842.</translation>
    </message>
    <message>
      <source>Weight of false alarms (false positives).</source>
      <translation>Gewicht von Fehlalarmen (falsch positiv).</translation>
    </message>
    <message>
      <source>Weight of misses (false negatives).</source>
      <translation>Gewicht von Übersehenem (falsch negativ).</translation>
    </message>
    <message>
      <source>Power of each class's loss; below 1 almost right classes are still pushed.</source>
      <translation>Exponent für den Verlust jeder Klasse; unter 1 werden auch fast richtige Klassen noch vorangebracht.</translation>
    </message>
    <message>
      <source>Lovász-Softmax</source>
      <translation>Lovász-Softmax</translation>
    </message>
    <message>
      <source>Intersection over union itself, made smooth. Often best together with cross entropy.</source>
      <translation>Intersection over Union selbst, geglättet. Oft am besten zusammen mit Kreuzentropie.</translation>
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
      <source>Intersection over union of the second of two classes, with a margin.</source>
      <translation>Intersection over Union der zweiten von zwei Klassen, mit einem Sicherheitsabstand.</translation>
    </message>
    <message>
      <source>Logit-adjusted cross entropy</source>
      <translation>Kreuzentropie mit Logit-Anpassung</translation>
    </message>
    <message>
      <source>Cross entropy that asks for a larger margin the rarer a class is: finds more, errs more.</source>
      <translation>Kreuzentropie, die einen umso größeren Sicherheitsabstand verlangt, je seltener eine Klasse ist: findet mehr, irrt öfter.</translation>
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
      <source>Rare classes count more, by how rare they are where they occur.</source>
      <translation>Seltene Klassen zählen mehr, je nachdem, wie selten sie dort sind, wo sie vorkommen.</translation>
    </message>
    <message>
      <source>Eigen and Fergus 2015, doi:10.1109/ICCV.2015.304.</source>
      <translation>Eigen und Fergus 2015, doi:10.1109/ICCV.2015.304.</translation>
    </message>
    <message>
      <source>Largest allowed ratio of two weights; larger weights are cut. Without it there is no bound.</source>
      <translation>Größtes erlaubtes Verhältnis zweier Gewichte; größere Gewichte werden gekappt. Ohne Angabe gibt es keine Obergrenze.</translation>
    </message>
    <message>
      <source>Inverse frequency</source>
      <translation>Inverse Häufigkeit</translation>
    </message>
    <message>
      <source>Every class counts the same in sum: strongest for the rarest.</source>
      <translation>Jede Klasse zählt in der Summe gleich: am stärksten für die seltenste.</translation>
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
      <source>Half way between no weights and inverse frequency.</source>
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
      <source>Like inverse frequency until a class has enough pixels for more to teach little.</source>
      <translation>Wie inverse Häufigkeit, bis eine Klasse so viele Pixel hat, dass mehr davon kaum noch etwas lehren.</translation>
    </message>
    <message>
      <source>Cui et al. 2019, arXiv:1901.05555.</source>
      <translation>Cui et al. 2019, arXiv:1901.05555.</translation>
    </message>
    <message>
      <source>Near 1: more than about 1 / (1 - beta) pixels teach little. Without it: 1 - 1 / all pixels.</source>
      <translation>Nahe 1: Mehr als etwa 1 / (1 - beta) Pixel lehren kaum noch etwas. Ohne Angabe: 1 - 1 / alle Pixel.</translation>
    </message>
    <message>
      <source>ENet</source>
      <translation>ENet</translation>
    </message>
    <message>
      <source>Rare classes count more, at most about 50.</source>
      <translation>Seltene Klassen zählen mehr, höchstens etwa 50.</translation>
    </message>
    <message>
      <source>Paszke et al. 2016, arXiv:1606.02147: 1 / ln(1.02 + share).</source>
      <translation>Paszke et al. 2016, arXiv:1606.02147: 1 / ln(1,02 + Anteil).</translation>
    </message>
    <message>
      <source>Copy and paste of rare classes</source>
      <translation>Kopieren und Einfügen seltener Klassen</translation>
    </message>
    <message>
      <source>Objects of rare classes are cut out of another training place and laid over common ground, with their labels.</source>
      <translation>Objekte seltener Klassen werden an einem anderen Trainingsort ausgeschnitten und mit ihren Labels über gewöhnliches Gelände gelegt.</translation>
    </message>
    <message>
      <source>Ghiasi et al. 2021, arXiv:2012.07177; whole classes as in Olsson et al. 2020, arXiv:2007.07936.</source>
      <translation>Ghiasi et al. 2021, arXiv:2012.07177; ganze Klassen wie in Olsson et al. 2020, arXiv:2007.07936.</translation>
    </message>
    <message>
      <source>Share of the chips that it happens to.</source>
      <translation>Anteil der Bildausschnitte, mit denen das geschieht.</translation>
    </message>
    <message>
      <source>Turns and mirrors</source>
      <translation>Drehungen und Spiegelungen</translation>
    </message>
    <message>
      <source>One of the eight symmetries of a square, each as likely: from above nothing is upright.</source>
      <translation>Eine der acht Symmetrien eines Quadrats, alle gleich wahrscheinlich: Von oben gesehen steht nichts aufrecht.</translation>
    </message>
    <message>
      <source>Pixels change places, none is interpolated.</source>
      <translation>Pixel wechseln den Platz, keines wird interpoliert.</translation>
    </message>
    <message>
      <source>Scale</source>
      <translation>Skalierung</translation>
    </message>
    <message>
      <source>A little nearer or farther. What comes from outside the chip counts for nothing.</source>
      <translation>Ein wenig näher oder ferner. Was von außerhalb des Bildausschnitts kommt, zählt nicht mit.</translation>
    </message>
    <message>
      <source>Interpolated between valid pixels: Knutsson and Westin 1993, doi:10.1109/CVPR.1993.341081.</source>
      <translation>Zwischen gültigen Pixeln interpoliert: Knutsson und Westin 1993, doi:10.1109/CVPR.1993.341081.</translation>
    </message>
    <message>
      <source>Largest zoom, in or out.</source>
      <translation>Stärkste Vergrößerung oder Verkleinerung.</translation>
    </message>
    <message>
      <source>Rotation by any angle</source>
      <translation>Drehung um beliebigen Winkel</translation>
    </message>
    <message>
      <source>Turned about its centre. Corners that come from outside the chip count for nothing.</source>
      <translation>Um den Mittelpunkt gedreht. Ecken, die von außerhalb des Bildausschnitts kommen, zählen nicht mit.</translation>
    </message>
    <message>
      <source>Largest angle, to either side.</source>
      <translation>Größter Winkel, nach beiden Seiten.</translation>
    </message>
    <message>
      <source>Blur</source>
      <translation>Unschärfe</translation>
    </message>
    <message>
      <source>As if out of focus.</source>
      <translation>Wie schlecht fokussiert.</translation>
    </message>
    <message>
      <source>Gaussian, over valid pixels alone.</source>
      <translation>Gauß, nur über gültige Pixel.</translation>
    </message>
    <message>
      <source>Largest radius, in pixels.</source>
      <translation>Größter Radius, in Pixeln.</translation>
    </message>
    <message>
      <source>Colours</source>
      <translation>Farben</translation>
    </message>
    <message>
      <source>Other brightness, contrast and gamma, all bands together and a little each for itself: haze, season, another camera.</source>
      <translation>Andere Helligkeit, anderer Kontrast und anderes Gamma, für alle Kanäle zusammen und ein wenig für jeden einzeln: Dunst, Jahreszeit, andere Kamera.</translation>
    </message>
    <message>
      <source>In standard deviations of each band, so that any band and any unit is right.</source>
      <translation>In Standardabweichungen jedes Kanals, sodass es für jeden Kanal und jede Einheit passt.</translation>
    </message>
    <message>
      <source>Largest shift, in standard deviations of the band.</source>
      <translation>Größte Verschiebung, in Standardabweichungen des Kanals.</translation>
    </message>
    <message>
      <source>Largest part by which the spread grows or shrinks.</source>
      <translation>Größter Anteil, um den die Streuung wächst oder schrumpft.</translation>
    </message>
    <message>
      <source>Darker or brighter between black and white: exponent up to 1 + gamma, or its inverse.</source>
      <translation>Dunkler oder heller zwischen Schwarz und Weiß: Exponent bis 1 + gamma oder dessen Kehrwert.</translation>
    </message>
    <message>
      <source>How much of this each band changes for itself on top.</source>
      <translation>Wie viel davon sich jeder Kanal zusätzlich für sich allein ändert.</translation>
    </message>
    <message>
      <source>Noise</source>
      <translation>Rauschen</translation>
    </message>
    <message>
      <source>Grain, as of a poor sensor.</source>
      <translation>Körnung, wie von einem schlechten Sensor.</translation>
    </message>
    <message>
      <source>Gaussian, each pixel and band for itself.</source>
      <translation>Gauß, jedes Pixel und jeder Kanal für sich.</translation>
    </message>
    <message>
      <source>Most noise, in standard deviations of the band.</source>
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
      <source>Turns, mirrors, brightness and contrast: costs next to nothing and seldom does harm.</source>
      <translation>Drehungen, Spiegelungen, Helligkeit und Kontrast: kostet fast nichts und schadet selten.</translation>
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
      <source>Everything. For few labels, or for imagery unlike that of the training; wants more epochs.</source>
      <translation>Alles. Für wenige Labels oder für Bilddaten, die anders sind als die des Trainings; braucht mehr Epochen.</translation>
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
      <source>what the network learns from</source>
      <translation>woraus das Netz lernt</translation>
    </message>
    <message>
      <source>validation</source>
      <translation>Validierung</translation>
    </message>
    <message>
      <source>kept out of training to measure the model after each epoch</source>
      <translation>vom Training ausgenommen, um das Modell nach jeder Epoche zu messen</translation>
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
      <source>too close to validation or test to be learned from</source>
      <translation>zu nah an Validierung oder Test, um daraus zu lernen</translation>
    </message>
    <message>
      <source>unused</source>
      <translation>ungenutzt</translation>
    </message>
    <message>
      <source>without labels, or in no split area</source>
      <translation>ohne Labels oder in keinem Aufteilungsgebiet</translation>
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
      <source>Making polygons</source>
      <translation>Polygone werden erzeugt</translation>
    </message>
    <message>
      <source>strips</source>
      <translation>Streifen</translation>
    </message>
    <message>
      <source>Merging small patches</source>
      <translation>Kleine Flächen werden vereinigt</translation>
    </message>
    <message>
      <source>Taking the labels apart</source>
      <translation>Labels werden aufgeteilt</translation>
    </message>
    <message>
      <source>Measuring the bands</source>
      <translation>Kanäle werden vermessen</translation>
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
      <source>Looking at the rasters</source>
      <translation>Raster werden durchgesehen</translation>
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
