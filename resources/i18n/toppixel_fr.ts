<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
  <context>
    <name>TopPixel</name>
    <message>
      <source>Choose a polygon layer.</source>
      <translation>Choisissez une couche de polygones.</translation>
    </message>
    <message>
      <source>{label} cannot be loaded.</source>
      <translation>Impossible de charger {label}.</translation>
    </message>
    <message>
      <source>The same from a terminal:</source>
      <translation>La même chose depuis un terminal :</translation>
    </message>
    <message>
      <source>Exporting labels</source>
      <translation>Export des annotations</translation>
    </message>
    <message>
      <source>Help with this: {address}</source>
      <translation>Aide à ce sujet : {address}</translation>
    </message>
    <message>
      <source>'{layer}' does not overlap the input rasters. Check that the coordinate systems of both are right.</source>
      <translation>« {layer} » ne recouvre pas les rasters en entrée. Vérifiez que les SCR des deux sont corrects.</translation>
    </message>
    <message>
      <source>The model was made for {expected} bands ({names}); '{layer}' has {count}. Choose a raster with the same bands, or train a model on this one.</source>
      <translation>Le modèle a été conçu pour {expected} bandes ({names}) ; « {layer} » en a {count}. Choisissez un raster ayant les mêmes bandes, ou entraînez un modèle sur celui-ci.</translation>
    </message>
    <message>
      <source>The pixel size of '{layer}' is {size} m, the model was trained at {expected} m: its objects cannot be seen at this size. Choose a raster with smaller pixels.</source>
      <translation>La taille de pixel de « {layer} » est de {size} m, le modèle a été entraîné à {expected} m : ses objets ne sont pas visibles à cette taille. Choisissez un raster aux pixels plus petits.</translation>
    </message>
    <message>
      <source>The pixel size of '{layer}' is {size} m, the model was trained at {expected} m: objects look larger or smaller than in training.</source>
      <translation>La taille de pixel de « {layer} » est de {size} m, le modèle a été entraîné à {expected} m : les objets paraissent plus grands ou plus petits qu'à l'entraînement.</translation>
    </message>
    <message>
      <source>The layer '{layer}' holds no polygon.</source>
      <translation>La couche « {layer} » ne contient aucun polygone.</translation>
    </message>
    <message>
      <source>The field '{field}' of '{layer}' holds more than {most} different values. Choose the field that holds the class.</source>
      <translation>Le champ « {field} » de « {layer} » contient plus de {most} valeurs différentes. Choisissez le champ qui contient la classe.</translation>
    </message>
    <message>
      <source>The field '{field}' of '{layer}' holds no class.</source>
      <translation>Le champ « {field} » de « {layer} » ne contient aucune classe.</translation>
    </message>
    <message>
      <source>All polygons of '{layer}' belong to one class, '{name}'. Label something else too, or set 'Unlabelled pixels' to 'background'.</source>
      <translation>Tous les polygones de « {layer} » appartiennent à une seule classe, « {name} ». Annotez aussi autre chose, ou choisissez « background » pour « Pixels sans annotation ».</translation>
    </message>
    <message>
      <source>The field '{field}' of '{layer}' must hold {known} for each polygon, but holds {unknown}.</source>
      <translation>Le champ « {field} » de « {layer} » doit contenir {known} pour chaque polygone, mais contient {unknown}.</translation>
    </message>
    <message>
      <source>No polygon of '{layer}' is for training. Pixels in no polygon are not used: draw at least one and write '{train}' into its field '{field}'.</source>
      <translation>Aucun polygone de « {layer} » n'est destiné à l'entraînement. Les pixels hors de tout polygone ne sont pas utilisés : dessinez-en au moins un et écrivez « {train} » dans son champ « {field} ».</translation>
    </message>
    <message>
      <source>The raster '{layer}' has only {width} x {height} pixels, less than a chip of {chip}. Choose a smaller chip size or a larger raster.</source>
      <translation>Le raster « {layer} » n'a que {width} x {height} pixels, moins qu'une imagette de {chip}. Choisissez une taille d'imagette plus petite ou un raster plus grand.</translation>
    </message>
    <message>
      <source>nothing</source>
      <translation>rien</translation>
    </message>
    <message>
      <source>Shows what your labels hold before you train: the pixels, share, area, chips and polygons of each class, and its weight by every method. The report explains median frequency weights and suggests a loss for the rarest class, with K for TopPixel. In a model, the outputs 'Class weights' and 'Suggested loss' can be passed to 'Train segmentation model'.</source>
      <translation>Montre ce que contiennent vos annotations avant l'entraînement : pixels, proportion, surface, imagettes et polygones de chaque classe, et son poids selon chaque méthode. Le rapport explique les poids par fréquence médiane et conseille une fonction de perte pour la classe la plus rare, avec le K de TopPixel. Dans un modèle de traitement, les sorties « Poids des classes » et « Fonction de perte conseillée » peuvent être transmises à « Entraîner un modèle de segmentation ».</translation>
    </message>
    <message>
      <source>Class statistics</source>
      <translation>Statistiques des classes</translation>
    </message>
    <message>
      <source>deep learning,segmentation,imbalance,class weights,median frequency,statistics,area,audit,loss</source>
      <translation>apprentissage profond,deep learning,segmentation,déséquilibre,imbalance,poids des classes,class weights,fréquence médiane,statistiques,surface,audit,fonction de perte,loss</translation>
    </message>
    <message>
      <source>Class weights</source>
      <translation>Poids des classes</translation>
    </message>
    <message>
      <source>Suggested loss</source>
      <translation>Fonction de perte conseillée</translation>
    </message>
    <message>
      <source>Rarest class</source>
      <translation>Classe la plus rare</translation>
    </message>
    <message>
      <source>Applies a model made by 'Train segmentation model' to a raster of any size with the same bands as the model was trained on. The class raster is loaded with the names and colours of the classes; polygons and rasters of confidence, entropy and probabilities are optional. After an interruption, run it again with the same output to resume.</source>
      <translation>Applique un modèle issu de « Entraîner un modèle de segmentation » à un raster de taille quelconque, avec les mêmes bandes que celles de l'entraînement. Le raster de classes est chargé avec les noms et les couleurs des classes ; les polygones et les rasters de confiance, d'entropie et de probabilités sont facultatifs. Pour reprendre après une interruption, relancer avec la même sortie.</translation>
    </message>
    <message>
      <source>{raster} polygons</source>
      <translation>{raster} polygones</translation>
    </message>
    <message>
      <source>deep learning,segmentation,neural network,inference,predict,landcover,orthophoto</source>
      <translation>apprentissage profond,deep learning,segmentation,réseau de neurones,inférence,prédiction,classification,occupation du sol,landcover,orthophoto</translation>
    </message>
    <message>
      <source>Applies a model made by 'Train segmentation model' to many rasters: layers, files, or all rasters of a folder. The model is loaded once. Each result is written to the output folder and named after its raster. A mosaic shows them as one layer, and the polygons of all rasters can be written to one layer. A raster that cannot be classified is reported and skipped. After an interruption, run it again with the same folder to resume.</source>
      <translation>Applique un modèle issu de « Entraîner un modèle de segmentation » à de nombreux rasters : des couches, des fichiers, ou tous les rasters d'un dossier. Le modèle n'est chargé qu'une fois. Chaque résultat est écrit dans le dossier de sortie, sous le nom de son raster. Une mosaïque les affiche comme une seule couche, et les polygones de tous les rasters peuvent être réunis dans une seule couche. Un raster qui ne peut pas être classifié est signalé et ignoré. Pour reprendre après une interruption, relancer avec le même dossier.</translation>
    </message>
    <message>
      <source>deep learning,segmentation,neural network,inference,predict,landcover,orthophoto,batch,folder,mosaic,tiles</source>
      <translation>apprentissage profond,deep learning,segmentation,réseau de neurones,inférence,prédiction,classification,occupation du sol,landcover,orthophoto,par lot,batch,dossier,mosaïque,tuiles,dalles</translation>
    </message>
    <message>
      <source>Mosaic</source>
      <translation>Mosaïque</translation>
    </message>
    <message>
      <source>Number of rasters that failed</source>
      <translation>Nombre de rasters en échec</translation>
    </message>
    <message>
      <source>Status of each raster</source>
      <translation>État de chaque raster</translation>
    </message>
    <message>
      <source>The results go to a temporary folder, which is deleted when QGIS is closed: an interrupted run cannot be resumed. Choose a folder to keep them.</source>
      <translation>Les résultats vont dans un dossier temporaire, supprimé à la fermeture de QGIS : une exécution interrompue ne pourra pas reprendre. Choisissez un dossier pour les conserver.</translation>
    </message>
    <message>
      <source>{folder} classified</source>
      <translation>{folder} classifié</translation>
    </message>
    <message>
      <source>{folder} polygons</source>
      <translation>{folder} polygones</translation>
    </message>
    <message>
      <source>{folder} {mosaic}</source>
      <translation>{folder} {mosaic}</translation>
    </message>
    <message>
      <source>The partial map is in a temporary folder and will be lost. Choose an output file of your own to be able to resume after an interruption.</source>
      <translation>La carte partielle se trouve dans un dossier temporaire et sera perdue. Choisissez votre propre fichier de sortie pour pouvoir reprendre après une interruption.</translation>
    </message>
    <message>
      <source>{raster} probabilities</source>
      <translation>{raster} probabilités</translation>
    </message>
    <message>
      <source>{raster} entropy</source>
      <translation>{raster} entropie</translation>
    </message>
    <message>
      <source>{raster} confidence</source>
      <translation>{raster} confiance</translation>
    </message>
    <message>
      <source>{raster} classified</source>
      <translation>{raster} classifié</translation>
    </message>
    <message>
      <source>The partial map is kept in '{folder}'. Run it again with the same output to resume, or delete the folder.</source>
      <translation>La carte partielle est conservée dans « {folder} ». Relancez avec la même sortie pour reprendre, ou supprimez le dossier.</translation>
    </message>
    <message>
      <source>TopPixel models</source>
      <translation>Modèles TopPixel</translation>
    </message>
    <message>
      <source>Finds the loss that suits your data best: trains the same network with each of several losses, more than once each, on the same subsets of the same rasters and for the same number of epochs, and scores all of them on the same area. Give a test area that is used for nothing else if you have one. The table and the report show the scores with their spread between runs, and the maps side by side. Every model is kept in the folder; run the same comparison into the same folder again to resume it after an interruption.</source>
      <translation>Trouve la fonction de perte qui convient le mieux à vos données : entraîne le même réseau avec plusieurs fonctions de perte, plus d'une fois chacune, sur les mêmes sous-ensembles des mêmes rasters et pendant le même nombre d'époques, et les évalue toutes sur la même zone. Indiquez si possible une zone de test qui ne sert à rien d'autre. Le tableau et le rapport montrent les scores avec leur dispersion entre exécutions, et les cartes côte à côte. Chaque modèle est conservé dans le dossier ; pour reprendre après une interruption, relancer la même comparaison dans le même dossier.</translation>
    </message>
    <message>
      <source>Compared losses</source>
      <translation>Comparaison des fonctions de perte</translation>
    </message>
    <message>
      <source>deep learning,segmentation,benchmark,experiment,imbalance,loss,toppixel,focal</source>
      <translation>apprentissage profond,deep learning,segmentation,comparaison,benchmark,expérience,déséquilibre,imbalance,fonction de perte,loss,toppixel,focal</translation>
    </message>
    <message>
      <source>Scores of every run</source>
      <translation>Scores de chaque exécution</translation>
    </message>
    <message>
      <source>Best loss for the class of interest</source>
      <translation>Meilleure fonction de perte pour la classe d'intérêt</translation>
    </message>
    <message>
      <source>Models and scores go to a temporary folder, which is deleted when QGIS is closed: an interrupted comparison cannot be resumed. Choose a folder to keep them.</source>
      <translation>Les modèles et les scores vont dans un dossier temporaire, supprimé à la fermeture de QGIS : une comparaison interrompue ne pourra pas reprendre. Choisissez un dossier pour les conserver.</translation>
    </message>
    <message>
      <source>{stage}: {done} of {total} {unit}</source>
      <translation>{stage} : {done} sur {total} {unit}</translation>
    </message>
    <message>
      <source>{text}, {time} left</source>
      <translation>{text}, il reste {time}</translation>
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
      <translation>Écrit : {path}</translation>
    </message>
    <message>
      <source>Training and validation</source>
      <translation>Entraînement et validation</translation>
    </message>
    <message>
      <source>HTML files</source>
      <translation>Fichiers HTML</translation>
    </message>
    <message>
      <source>Class field is missing.</source>
      <translation>Le champ de classe manque.</translation>
    </message>
    <message>
      <source>Only the {count} selected polygons of '{layer}' are used.</source>
      <translation>Seuls les polygones sélectionnés de « {layer} » sont utilisés (nombre : {count}).</translation>
    </message>
    <message>
      <source>The labels are neither polygons nor a class raster.</source>
      <translation>Les annotations ne sont ni des polygones ni un raster de classes.</translation>
    </message>
    <message>
      <source>Choose a polygon layer or a raster of class values.</source>
      <translation>Choisissez une couche de polygones ou un raster de valeurs de classe.</translation>
    </message>
    <message>
      <source>Choose the field of '{layer}' that holds the class: {fields}.</source>
      <translation>Choisissez le champ de « {layer} » qui contient la classe : {fields}.</translation>
    </message>
    <message>
      <source>An input raster cannot be loaded.</source>
      <translation>Un raster en entrée ne peut pas être chargé.</translation>
    </message>
    <message>
      <source>Check that its file is there.</source>
      <translation>Vérifiez que son fichier est bien présent.</translation>
    </message>
    <message>
      <source>Save it as GeoTIFF first (right click on the layer, Export).</source>
      <translation>Enregistrez-le d'abord en GeoTIFF (clic droit sur la couche, Exporter).</translation>
    </message>
    <message>
      <source>Write one into it with 'Assign projection' of the Processing toolbox.</source>
      <translation>Inscrivez-en un avec « Assigner une projection » de la boîte à outils de traitements.</translation>
    </message>
    <message>
      <source>Write the right one into the file with 'Assign projection' of the Processing toolbox.</source>
      <translation>Inscrivez le bon dans le fichier avec « Assigner une projection » de la boîte à outils de traitements.</translation>
    </message>
    <message>
      <source>Set it in the layer's properties, under Source.</source>
      <translation>Définissez-le dans les propriétés de la couche, onglet Source.</translation>
    </message>
    <message>
      <source>Cancelled.</source>
      <translation>Annulé.</translation>
    </message>
    <message>
      <source>The raster '{layer}' is not a file on this computer.</source>
      <translation>Le raster « {layer} » n'est pas un fichier de cet ordinateur.</translation>
    </message>
    <message>
      <source>The raster '{layer}' has no coordinate system in its file.</source>
      <translation>Le fichier du raster « {layer} » ne contient pas de SCR.</translation>
    </message>
    <message>
      <source>The raster '{layer}' has the coordinate system {layer_crs} in QGIS, but its file says {crs}.</source>
      <translation>Le raster « {layer} » a le SCR {layer_crs} dans QGIS, mais son fichier indique {crs}.</translation>
    </message>
    <message>
      <source>The layer '{layer}' has no coordinate system.</source>
      <translation>La couche « {layer} » n'a pas de SCR.</translation>
    </message>
    <message>
      <source>The layer '{layer}' has no field '{field}'.</source>
      <translation>La couche « {layer} » n'a pas de champ « {field} ».</translation>
    </message>
    <message>
      <source>Its fields: {fields}.</source>
      <translation>Ses champs : {fields}.</translation>
    </message>
    <message>
      <source>The layer '{layer}' cannot be exported ({fault}).</source>
      <translation>La couche « {layer} » ne peut pas être exportée ({fault}).</translation>
    </message>
    <message>
      <source>QGIS keeps the user name for its proxy in its authentication database, which is locked.</source>
      <translation>QGIS conserve le nom d'utilisateur de son proxy dans sa base de données d'authentification, qui est verrouillée.</translation>
    </message>
    <message>
      <source>Unlock it under Settings - Options - Authentication, then run 'Set up engine' again.</source>
      <translation>Déverrouillez-la dans Préférences - Options - Authentification, puis relancez « Installer le moteur ».</translation>
    </message>
    <message>
      <source>TopPixel: segmentation that finds rare classes</source>
      <translation>TopPixel : une segmentation qui trouve les classes rares</translation>
    </message>
    <message>
      <source>Set up engine</source>
      <translation>Installer le moteur</translation>
    </message>
    <message>
      <source>Builds the engine: a Python environment of its own, outside QGIS, in which the networks run. Needs the internet and about 2 GB of disk space (7 GB with a CUDA graphics card), once; run it again after an update of the plugin. An interrupted set-up is resumed the next time. At the end the engine is tested, and its versions and device are shown.</source>
      <translation>Construit le moteur : un environnement Python à part, hors de QGIS, dans lequel tournent les réseaux. Nécessite, une seule fois, Internet et environ 2 Go d'espace disque (7 Go avec une carte graphique CUDA) ; à relancer après une mise à jour de l'extension. Une installation interrompue reprend la fois suivante. À la fin, le moteur est testé, et ses versions et son périphérique sont affichés.</translation>
    </message>
    <message>
      <source>Your own Python</source>
      <translation>Votre propre Python</translation>
    </message>
    <message>
      <source>Path of a Python interpreter (3.10 or newer) that has all packages of the engine; it is checked, and then used instead of an engine built here. Leave it empty to build one.</source>
      <translation>Chemin d'un interpréteur Python (3.10 ou plus récent) qui possède tous les paquets du moteur ; il est vérifié, puis utilisé à la place d'un moteur construit ici. Laisser vide pour en construire un.</translation>
    </message>
    <message>
      <source>Bundle</source>
      <translation>Kit hors ligne</translation>
    </message>
    <message>
      <source>Folder made on another machine by 'core engine bundle'. The engine is built from it without a network. Leave it empty to download the packages from the internet, through the proxy that QGIS uses.</source>
      <translation>Dossier créé sur une autre machine par « core engine bundle ». Le moteur en est construit sans réseau. Laisser vide pour télécharger les paquets depuis Internet, par le proxy qu'utilise QGIS.</translation>
    </message>
    <message>
      <source>Rebuild</source>
      <translation>Reconstruire</translation>
    </message>
    <message>
      <source>Repairs the engine: removes it with everything that was downloaded for it, and builds it again from scratch.</source>
      <translation>Répare le moteur : le supprime avec tout ce qui a été téléchargé pour lui, et le reconstruit depuis le début.</translation>
    </message>
    <message>
      <source>install,pytorch,torch,dependencies,environment,gpu,cuda</source>
      <translation>installer,installation,install,pytorch,torch,dépendances,environnement,gpu,cuda</translation>
    </message>
    <message>
      <source>Folder of the engine</source>
      <translation>Dossier du moteur</translation>
    </message>
    <message>
      <source>Versions and device</source>
      <translation>Versions et périphérique</translation>
    </message>
    <message>
      <source>location: {folder}</source>
      <translation>emplacement : {folder}</translation>
    </message>
    <message>
      <source>0</source>
      <translation>0</translation>
    </message>
    <message>
      <source>1 (certain)</source>
      <translation>1 (certain)</translation>
    </message>
    <message>
      <source>0 (certain)</source>
      <translation>0 (certain)</translation>
    </message>
    <message>
      <source>1 (all classes equal)</source>
      <translation>1 (toutes les classes également probables)</translation>
    </message>
    <message>
      <source>100 %</source>
      <translation>100 %</translation>
    </message>
    <message>
      <source>{name}: 0 %</source>
      <translation>{name} : 0 %</translation>
    </message>
    <message>
      <source>Trains a network that finds in imagery what you have labelled: give one or more rasters, labels (a polygon layer or a class raster), and the field with the class. For classes that are rare in the imagery, choose a loss made for them and class weights. A part of the labelled area is kept out of training as the validation set. The result is one file, which 'Classify raster' applies to rasters of any size.</source>
      <translation>Entraîne un réseau qui retrouve dans les images ce que vous avez annoté : donnez un ou plusieurs rasters, des annotations (une couche de polygones ou un raster de classes) et le champ de la classe. Pour les classes rares dans les images, choisissez une fonction de perte conçue pour elles et des poids des classes. Une partie de la zone annotée est tenue à l'écart de l'entraînement comme jeu de validation. Le résultat est un seul fichier, que « Classifier un raster » applique à des rasters de taille quelconque.</translation>
    </message>
    <message>
      <source>deep learning,segmentation,neural network,imbalance,loss,landcover,orthophoto</source>
      <translation>apprentissage profond,deep learning,segmentation,réseau de neurones,entraînement,déséquilibre,imbalance,fonction de perte,loss,occupation du sol,landcover,orthophoto</translation>
    </message>
    <message>
      <source>Mean IoU on the validation set</source>
      <translation>IoU moyenne sur le jeu de validation</translation>
    </message>
    <message>
      <source>Best epoch</source>
      <translation>Meilleure époque</translation>
    </message>
    <message>
      <source>Mean IoU on the test areas</source>
      <translation>IoU moyenne sur les zones de test</translation>
    </message>
    <message>
      <source>The model goes to a temporary file, which is deleted when QGIS is closed.</source>
      <translation>Le modèle va dans un fichier temporaire, supprimé à la fermeture de QGIS.</translation>
    </message>
    <message>
      <source>The best model so far is saved: {path}</source>
      <translation>Le meilleur modèle obtenu jusqu'ici est enregistré : {path}</translation>
    </message>
    <message>
      <source>Converts a class raster of any size to polygons. Small segments can be merged into their neighbours, outlines simplified and smoothed. Neighbouring polygons keep their common borders, so that there are no gaps and no overlaps, and no polygon ends at a tile's border. Each has its class, its area and perimeter on the ground, and its mean confidence if you give the confidence raster. Names and colours are those of the layer's style, or else of the raster's file.</source>
      <translation>Convertit un raster de classes de taille quelconque en polygones. Les petits segments peuvent être fusionnés avec leurs voisins, les contours simplifiés et lissés. Les polygones voisins gardent leurs limites communes, de sorte qu'il n'y a ni trous ni chevauchements, et aucun polygone ne s'arrête au bord d'une tuile. Chacun porte sa classe, sa surface et son périmètre au sol, et sa confiance moyenne si vous donnez le raster de confiance. Les noms et les couleurs sont ceux du style de la couche, ou à défaut ceux du fichier du raster.</translation>
    </message>
    <message>
      <source>vectorize,polygonize,raster to vector,segmentation,landcover,sieve,eliminate,simplify,smooth,generalize,topology,coverage</source>
      <translation>vectoriser,vectorize,polygoniser,polygonize,raster vers vecteur,raster to vector,segmentation,occupation du sol,landcover,tamiser,sieve,éliminer,simplifier,lisser,généraliser,topologie,couverture,coverage</translation>
    </message>
    <message>
      <source>Custom</source>
      <translation>Personnalisé</translation>
    </message>
    <message>
      <source>Typed as text</source>
      <translation>Saisie sous forme de texte</translation>
    </message>
    <message>
      <source>As text: {text}</source>
      <translation>Sous forme de texte : {text}</translation>
    </message>
    <message>
      <source>Pick a file</source>
      <translation>Choisir un fichier</translation>
    </message>
    <message>
      <source>Choose the field with the class</source>
      <translation>Choisir le champ de la classe</translation>
    </message>
    <message>
      <source>Not needed for a class raster</source>
      <translation>Inutile pour un raster de classes</translation>
    </message>
    <message>
      <source>the {whole} pixels of a chip</source>
      <translation>{whole} pixels d'une imagette</translation>
    </message>
    <message>
      <source>the {whole} pixels of a batch</source>
      <translation>{whole} pixels d'un lot</translation>
    </message>
    <message>
      <source>{name} = {count} is {share} of {whole}.</source>
      <translation>{name} = {count} représente {share} des {whole}.</translation>
    </message>
    <message>
      <source>ratio = {ratio} is {pixels} of {whole}.</source>
      <translation>ratio = {ratio} représente {pixels} des {whole}.</translation>
    </message>
    <message>
      <source>{name} = {count}: all of {whole} count.</source>
      <translation>{name} = {count} : la totalité des {whole} compte.</translation>
    </message>
    <message>
      <source>Factor of the loss</source>
      <translation>Facteur de la fonction de perte</translation>
    </message>
    <message>
      <source>Sum of two losses</source>
      <translation>Somme de deux fonctions de perte</translation>
    </message>
    <message>
      <source>Add…</source>
      <translation>Ajouter…</translation>
    </message>
    <message>
      <source>Choose a loss with its parameters and add it to the list</source>
      <translation>Choisir une fonction de perte avec ses paramètres et l'ajouter à la liste</translation>
    </message>
    <message>
      <source>Add a loss</source>
      <translation>Ajouter une fonction de perte</translation>
    </message>
    <message>
      <source>Network</source>
      <translation>Réseau</translation>
    </message>
    <message>
      <source>Expects</source>
      <translation>Attend</translation>
    </message>
    <message>
      <source>Trained with</source>
      <translation>Entraîné avec</translation>
    </message>
    <message>
      <source>Validation</source>
      <translation>Validation</translation>
    </message>
    <message>
      <source>none</source>
      <translation>aucune</translation>
    </message>
    <message>
      <source>{count} bands ({names}), {dtype}, pixels of {size} m</source>
      <translation>{count} bandes ({names}), {dtype}, pixels de {size} m</translation>
    </message>
    <message>
      <source>Classes</source>
      <translation>Classes</translation>
    </message>
    <message>
      <source>mean IoU {miou}</source>
      <translation>IoU moyenne {miou}</translation>
    </message>
    <message>
      <source>{count} more</source>
      <translation>{count} de plus</translation>
    </message>
    <message>
      <source>A class that is not named weighs 1.</source>
      <translation>Une classe qui n'est pas nommée a le poids 1.</translation>
    </message>
    <message>
      <source>Typed, class by class</source>
      <translation>Saisie classe par classe</translation>
    </message>
    <message>
      <source>Epoch {number}</source>
      <translation>Époque {number}</translation>
    </message>
    <message>
      <source>and {count} more</source>
      <translation>et {count} de plus</translation>
    </message>
    <message>
      <source>best: epoch {number}</source>
      <translation>meilleure : époque {number}</translation>
    </message>
    <message>
      <source>Training monitor</source>
      <translation>Suivi de l'entraînement</translation>
    </message>
    <message>
      <source>Trainings since QGIS was started, the newest first</source>
      <translation>Entraînements depuis le démarrage de QGIS, du plus récent au plus ancien</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Annuler</translation>
    </message>
    <message>
      <source>End this job. The best model so far is saved.</source>
      <translation>Arrêter cette tâche. Le meilleur modèle obtenu jusqu'ici est enregistré.</translation>
    </message>
    <message>
      <source>Training loss</source>
      <translation>Perte d’entraînement</translation>
    </message>
    <message>
      <source>IoU on the validation set</source>
      <translation>IoU sur le jeu de validation</translation>
    </message>
    <message>
      <source>Mean</source>
      <translation>Moyenne</translation>
    </message>
    <message>
      <source>Newest validation picture</source>
      <translation>Dernière image de validation</translation>
    </message>
    <message>
      <source>A preview of the validation set is shown here after each epoch.</source>
      <translation>Un aperçu du jeu de validation s'affiche ici après chaque époque.</translation>
    </message>
    <message>
      <source>Image</source>
      <translation>Image</translation>
    </message>
    <message>
      <source>Ground truth</source>
      <translation>Vérité terrain</translation>
    </message>
    <message>
      <source>Prediction</source>
      <translation>Prédiction</translation>
    </message>
    <message>
      <source>Predicted after epoch {number}</source>
      <translation>Prédit après l'époque {number}</translation>
    </message>
    <message>
      <source>Nothing has been trained yet. 'Train segmentation model' is in the Processing toolbox.</source>
      <translation>Aucun entraînement pour l'instant. « Entraîner un modèle de segmentation » se trouve dans la boîte à outils de traitements.</translation>
    </message>
    <message>
      <source>Cancelled after {count} epochs</source>
      <translation>Annulé après {count} époque(s)</translation>
    </message>
    <message>
      <source>Finished after {count} epochs</source>
      <translation>Terminé après {count} époque(s)</translation>
    </message>
    <message>
      <source>Starting</source>
      <translation>Démarrage</translation>
    </message>
    <message>
      <source>Epoch {number} of {count}</source>
      <translation>Époque {number} sur {count}</translation>
    </message>
    <message>
      <source>{text}; best epoch: {best}</source>
      <translation>{text} ; meilleure époque : {best}</translation>
    </message>
    <message>
      <source>Failed. {message}</source>
      <translation>Échec. {message}</translation>
    </message>
    <message>
      <source>Failed after {count} epochs. {message}</source>
      <translation>Échec après {count} époque(s). {message}</translation>
    </message>
    <message>
      <source>Set up engine…</source>
      <translation>Installer le moteur…</translation>
    </message>
    <message>
      <source>The engine is being set up in the background.</source>
      <translation>Le moteur est en cours d'installation en arrière-plan.</translation>
    </message>
    <message>
      <source>Show</source>
      <translation>Afficher</translation>
    </message>
    <message>
      <source>The engine is ready.</source>
      <translation>Le moteur est prêt.</translation>
    </message>
    <message>
      <source>TopPixel: set up engine</source>
      <translation>TopPixel : installer le moteur</translation>
    </message>
    <message>
      <source>Networks run in a separate engine outside QGIS. It is built once; nothing is installed into QGIS or the system.</source>
      <translation>Les réseaux tournent dans un moteur à part, hors de QGIS. Il est construit une seule fois ; rien n'est installé dans QGIS ni dans le système.</translation>
    </message>
    <message>
      <source>From the internet</source>
      <translation>Depuis Internet</translation>
    </message>
    <message>
      <source>From a bundle:</source>
      <translation>Depuis un kit hors ligne :</translation>
    </message>
    <message>
      <source>A folder made on another machine by 'core engine bundle'; no network is needed then.</source>
      <translation>Dossier créé sur une autre machine par « core engine bundle » ; aucun réseau n'est alors nécessaire.</translation>
    </message>
    <message>
      <source>Packages</source>
      <translation>Paquets</translation>
    </message>
    <message>
      <source>What will be done</source>
      <translation>Ce qui sera fait</translation>
    </message>
    <message>
      <source>Folder:</source>
      <translation>Dossier :</translation>
    </message>
    <message>
      <source>Graphics card:</source>
      <translation>Carte graphique :</translation>
    </message>
    <message>
      <source>Download:</source>
      <translation>Téléchargement :</translation>
    </message>
    <message>
      <source>Disk:</source>
      <translation>Disque :</translation>
    </message>
    <message>
      <source>Progress</source>
      <translation>Progression</translation>
    </message>
    <message>
      <source>Log</source>
      <translation>Journal</translation>
    </message>
    <message>
      <source>Set up</source>
      <translation>Installer</translation>
    </message>
    <message>
      <source>Cancel the set-up</source>
      <translation>Annuler l'installation</translation>
    </message>
    <message>
      <source>Open the log file</source>
      <translation>Ouvrir le fichier journal</translation>
    </message>
    <message>
      <source>Choose the folder of the bundle.</source>
      <translation>Choisissez le dossier du kit hors ligne.</translation>
    </message>
    <message>
      <source>nothing, unless the engine must be repaired</source>
      <translation>rien, sauf s'il faut réparer le moteur</translation>
    </message>
    <message>
      <source>There is not enough disk space. Choose another folder, or free some space.</source>
      <translation>L'espace disque est insuffisant. Choisissez un autre dossier, ou libérez de l'espace.</translation>
    </message>
    <message>
      <source>An engine is ready in this folder. It will be checked.</source>
      <translation>Un moteur est prêt dans ce dossier. Il sera vérifié.</translation>
    </message>
    <message>
      <source>Try again</source>
      <translation>Réessayer</translation>
    </message>
    <message>
      <source>Cancelling</source>
      <translation>Annulation en cours</translation>
    </message>
    <message>
      <source>up to {needed} are needed, {free} are free</source>
      <translation>jusqu'à {needed} nécessaires, {free} libres</translation>
    </message>
    <message>
      <source>about {size}</source>
      <translation>environ {size}</translation>
    </message>
    <message>
      <source>It will be used instead of your own Python '{path}'.</source>
      <translation>Il sera utilisé à la place de votre propre Python « {path} ».</translation>
    </message>
    <message>
      <source>The Python that you have chosen as the engine is missing.</source>
      <translation>Le Python choisi comme moteur est introuvable.</translation>
    </message>
    <message>
      <source>Options…</source>
      <translation>Options…</translation>
    </message>
    <message>
      <source>This version of TopPixel needs a new engine.</source>
      <translation>Cette version de TopPixel a besoin d'un nouveau moteur.</translation>
    </message>
    <message>
      <source>The engine must be set up once.</source>
      <translation>Le moteur doit être installé une fois.</translation>
    </message>
    <message>
      <source>Remove the engine and everything that was downloaded for it, and build it again?</source>
      <translation>Supprimer le moteur et tout ce qui a été téléchargé pour lui, et le reconstruire ?</translation>
    </message>
    <message>
      <source>Remove all engines in '{folder}', and everything that was downloaded for them?</source>
      <translation>Supprimer tous les moteurs de « {folder} », et tout ce qui a été téléchargé pour eux ?</translation>
    </message>
    <message>
      <source>none, as in Settings - Options - Network</source>
      <translation>aucun, comme dans Préférences - Options - Réseau</translation>
    </message>
    <message>
      <source>Built by TopPixel in this folder:</source>
      <translation>Construit par TopPixel dans ce dossier :</translation>
    </message>
    <message>
      <source>A Python of your own:</source>
      <translation>Votre propre Python :</translation>
    </message>
    <message>
      <source>A Python 3.10 or newer that has all packages of the engine.</source>
      <translation>Un Python 3.10 ou plus récent qui possède tous les paquets du moteur.</translation>
    </message>
    <message>
      <source>Set up…</source>
      <translation>Installer…</translation>
    </message>
    <message>
      <source>Repair…</source>
      <translation>Réparer…</translation>
    </message>
    <message>
      <source>Downloads everything again and rebuilds the engine.</source>
      <translation>Télécharge tout à nouveau et reconstruit le moteur.</translation>
    </message>
    <message>
      <source>Remove…</source>
      <translation>Supprimer…</translation>
    </message>
    <message>
      <source>Engine</source>
      <translation>Moteur</translation>
    </message>
    <message>
      <source>Default of 'Device' in all dialogs. 'auto' uses a graphics card when there is one.</source>
      <translation>Valeur par défaut de « Périphérique » dans toutes les boîtes de dialogue. « auto » utilise une carte graphique s'il y en a une.</translation>
    </message>
    <message>
      <source>one per core</source>
      <translation>un par cœur</translation>
    </message>
    <message>
      <source>Number of threads for networks that run on the processor.</source>
      <translation>Nombre de threads pour les réseaux exécutés sur le processeur.</translation>
    </message>
    <message>
      <source>Computing</source>
      <translation>Calcul</translation>
    </message>
    <message>
      <source>Device:</source>
      <translation>Périphérique :</translation>
    </message>
    <message>
      <source>Threads:</source>
      <translation>Threads :</translation>
    </message>
    <message>
      <source>the Python Package Index (pypi.org)</source>
      <translation>le Python Package Index (pypi.org)</translation>
    </message>
    <message>
      <source>Address of another package index, such as your company's.</source>
      <translation>Adresse d'un autre dépôt de paquets, par exemple celui de votre entreprise.</translation>
    </message>
    <message>
      <source>Package index:</source>
      <translation>Dépôt de paquets :</translation>
    </message>
    <message>
      <source>Proxy:</source>
      <translation>Proxy :</translation>
    </message>
    <message>
      <source>Copy diagnostics</source>
      <translation>Copier le diagnostic</translation>
    </message>
    <message>
      <source>Versions, device, state of the engine and the last errors, without user names.</source>
      <translation>Versions, périphérique, état du moteur et dernières erreurs, sans noms d'utilisateur.</translation>
    </message>
    <message>
      <source>Open the log of the set-up</source>
      <translation>Ouvrir le journal de l'installation</translation>
    </message>
    <message>
      <source>When something goes wrong</source>
      <translation>En cas de problème</translation>
    </message>
    <message>
      <source>Checking…</source>
      <translation>Vérification…</translation>
    </message>
    <message>
      <source>Copied to the clipboard.</source>
      <translation>Copié dans le presse-papiers.</translation>
    </message>
    <message>
      <source>Removed; {size} freed.</source>
      <translation>Supprimé ; {size} libérés.</translation>
    </message>
    <message>
      <source>{address}, as in Settings - Options - Network</source>
      <translation>{address}, comme dans Préférences - Options - Réseau</translation>
    </message>
    <message>
      <source>Removing…</source>
      <translation>Suppression en cours…</translation>
    </message>
    <message>
      <source>none found; networks will run on the processor</source>
      <translation>aucune trouvée ; les réseaux tourneront sur le processeur</translation>
    </message>
    <message>
      <source>Not checked yet; the first job checks it.</source>
      <translation>Pas encore vérifié ; la première tâche s'en chargera.</translation>
    </message>
    <message>
      <source>{number} GB</source>
      <translation>{number} Go</translation>
    </message>
    <message>
      <source>{name} (with CUDA)</source>
      <translation>{name} (avec CUDA)</translation>
    </message>
    <message>
      <source>Ready: PyTorch {version} on {device}</source>
      <translation>Prêt : PyTorch {version} sur {device}</translation>
    </message>
    <message>
      <source>Train segmentation model</source>
      <translation>Entraîner un modèle de segmentation</translation>
    </message>
    <message>
      <source>Input rasters</source>
      <translation>Rasters en entrée</translation>
    </message>
    <message>
      <source>One or more orthophotos or other rasters, all with the same bands. Any number of bands, 8 or 16 bit or float.</source>
      <translation>Une ou plusieurs orthophotos ou d'autres rasters, tous avec les mêmes bandes. Nombre de bandes quelconque, 8 ou 16 bits ou virgule flottante.</translation>
    </message>
    <message>
      <source>Labels</source>
      <translation>Annotations</translation>
    </message>
    <message>
      <source>Ground truth: a polygon layer (any coordinate system; selection and filter are honoured), or a class raster (one integer per class; 255 is ignored).</source>
      <translation>Vérité terrain : une couche de polygones (SCR quelconque ; la sélection et le filtre sont respectés), ou un raster de classes (un entier par classe ; 255 est ignoré).</translation>
    </message>
    <message>
      <source>Trained model</source>
      <translation>Modèle entraîné</translation>
    </message>
    <message>
      <source>Where the model is written (.safetensors).</source>
      <translation>Fichier dans lequel le modèle est écrit (.safetensors).</translation>
    </message>
    <message>
      <source>Class field</source>
      <translation>Champ de classe</translation>
    </message>
    <message>
      <source>Field of the polygon layer that holds the class, integer or text. Not needed for a class raster. Polygons with the value 255 or the text 'ignore' are ignored.</source>
      <translation>Champ de la couche de polygones qui contient la classe, entier ou texte. Inutile pour un raster de classes. Les polygones de valeur 255 ou de texte « ignore » sont ignorés.</translation>
    </message>
    <message>
      <source>Unlabelled pixels</source>
      <translation>Pixels sans annotation</translation>
    </message>
    <message>
      <source>'background': pixels without a polygon belong to the class background (label all objects, or give a labelled area). 'ignore': pixels without a polygon are ignored (label some of each class, background too).</source>
      <translation>« background » : les pixels hors polygone appartiennent à la classe de fond « background » (annoter tous les objets, ou donner une zone annotée). « ignore » : les pixels hors polygone sont ignorés (annoter un peu de chaque classe, le fond aussi).</translation>
    </message>
    <message>
      <source>Labelled area</source>
      <translation>Zone annotée</translation>
    </message>
    <message>
      <source>Optional polygon layer: only pixels inside it are used, for training and for validation. Give it when only a part of the rasters is labelled.</source>
      <translation>Couche de polygones facultative : seuls les pixels qui s'y trouvent sont utilisés, pour l'entraînement comme pour la validation. À donner quand une partie seulement des rasters est annotée.</translation>
    </message>
    <message>
      <source>Loss</source>
      <translation>Fonction de perte</translation>
    </message>
    <message>
      <source>The function that training minimises. Made for rare classes: toppixel(k=50000) counts only the K pixels of a batch with the highest loss; focal(gamma=2) down-weights easy pixels. Standard: ce (cross entropy). Sums are possible, too: TopPixel alone needs exact outlines; where they are rough, add ce or choose a larger K.</source>
      <translation>La fonction que l'entraînement minimise. Conçues pour les classes rares : toppixel(k=50000) ne compte que les K pixels d'un lot dont la perte est la plus élevée ; focal(gamma=2) réduit le poids des pixels faciles. Standard : ce (entropie croisée). Les sommes sont possibles aussi : TopPixel seule demande des contours exacts ; s'ils sont approximatifs, ajouter ce ou choisir un K plus grand.</translation>
    </message>
    <message>
      <source>Weight of each class in the loss: 'none'; by its rarity ('median_frequency', 'inverse', 'inverse_sqrt', 'effective_number', 'enet', each with an optional cap as in 'median_frequency(cap=50)'); or typed as 'car=5, road=1' (a class that is not named weighs 1).</source>
      <translation>Poids de chaque classe dans la fonction de perte : « none » ; selon sa rareté (« median_frequency », « inverse », « inverse_sqrt », « effective_number », « enet », chacun avec une limite facultative comme dans « median_frequency(cap=50) ») ; ou une saisie comme « voiture=5, route=1 » (une classe qui n'est pas nommée a le poids 1).</translation>
    </message>
    <message>
      <source>Architecture</source>
      <translation>Architecture</translation>
    </message>
    <message>
      <source>Architecture of the network. U-Net is a good choice for sharp outlines.</source>
      <translation>Architecture du réseau. U-Net est un bon choix pour des contours nets.</translation>
    </message>
    <message>
      <source>Encoder</source>
      <translation>Encodeur</translation>
    </message>
    <message>
      <source>The part of the network that extracts features from the image. Larger encoders (resnet34, resnet50) learn more and run slower. Any encoder of segmentation-models-pytorch, 'tu-' names of timm included.</source>
      <translation>La partie du réseau qui extrait les caractéristiques de l'image. Les encodeurs plus grands (resnet34, resnet50) apprennent davantage et sont plus lents. Tout encodeur de segmentation-models-pytorch, y compris les noms « tu- » de timm.</translation>
    </message>
    <message>
      <source>Encoder weights</source>
      <translation>Poids de l'encodeur</translation>
    </message>
    <message>
      <source>'pretrained' starts from weights trained on ImageNet and needs far fewer labels; 'random' starts from random weights; or the path of a weights file (.safetensors or .pth).</source>
      <translation>« pretrained » part de poids entraînés sur ImageNet et demande beaucoup moins d'annotations ; « random » part de poids aléatoires ; ou le chemin d'un fichier de poids (.safetensors ou .pth).</translation>
    </message>
    <message>
      <source>Start from model</source>
      <translation>Partir d'un modèle</translation>
    </message>
    <message>
      <source>Optional: fine-tune this trained model on new data instead of starting from encoder weights. Its architecture, encoder and number of bands must be the same; classes are matched by name, and new classes start from random weights.</source>
      <translation>Facultatif : affiner (fine-tuning) ce modèle entraîné sur de nouvelles données au lieu de partir des poids de l'encodeur. Son architecture, son encodeur et son nombre de bandes doivent être les mêmes ; les classes sont reliées par leur nom, et les nouvelles partent de poids aléatoires.</translation>
    </message>
    <message>
      <source>Start from class shares</source>
      <translation>Partir des parts des classes</translation>
    </message>
    <message>
      <source>Initialise the bias of the output layer with the logarithms of the class shares, so that the first steps are not spent on learning which classes are rare. Has no effect with 'Start from model'.</source>
      <translation>Initialiser le biais de la couche de sortie avec les logarithmes des parts des classes, afin que les premiers pas ne servent pas à apprendre quelles classes sont rares. Sans effet avec « Partir d'un modèle ».</translation>
    </message>
    <message>
      <source>Outline tolerance (pixels)</source>
      <translation>Tolérance des contours (pixels)</translation>
    </message>
    <message>
      <source>How far the outlines of the labels may be off. A band of this width on either side of every border between two classes is ignored in training, but not in validation. Objects up to twice as wide are not learned. 0: no band.</source>
      <translation>Écart admis des contours des annotations. Une bande de cette largeur de part et d'autre de chaque limite entre deux classes est ignorée à l'entraînement, mais pas à la validation. Les objets jusqu'à deux fois plus larges ne sont pas appris. 0 : pas de bande.</translation>
    </message>
    <message>
      <source>Chip size (pixels)</source>
      <translation>Taille d'imagette (pixels)</translation>
    </message>
    <message>
      <source>Side of the square chips that the network is trained on, a multiple of 32. Large enough to show an object with its surroundings.</source>
      <translation>Côté des imagettes carrées sur lesquelles le réseau est entraîné, un multiple de 32. Assez grand pour montrer un objet et ce qui l'entoure.</translation>
    </message>
    <message>
      <source>Batch size</source>
      <translation>Taille de lot</translation>
    </message>
    <message>
      <source>Chips per training step. Halved automatically when memory runs out.</source>
      <translation>Nombre d'imagettes par pas d'entraînement. Divisé par deux automatiquement si la mémoire ne suffit pas.</translation>
    </message>
    <message>
      <source>Sampling</source>
      <translation>Échantillonnage</translation>
    </message>
    <message>
      <source>How chip positions are drawn. 'uniform': all positions are equally likely. 'balanced': first a class is drawn, then a position where it occurs, so that rare classes are seen more often. 'repeat factor' and 'mixed' are in between.</source>
      <translation>Façon de tirer la position des imagettes. « uniform » : toutes les positions sont également probables. « balanced » : d'abord une classe est tirée, puis une position où elle est présente, afin que les classes rares soient vues plus souvent. « repeat factor » et « mixed » : entre les deux.</translation>
    </message>
    <message>
      <source>Augmentation</source>
      <translation>Augmentation</translation>
    </message>
    <message>
      <source>How chips are augmented, so that the network generalises. 'none'; 'light': flips, rotations by 90°, brightness, contrast; 'strong': also scale, rotation by any angle, blur, gamma, noise, and copy-paste of rare classes; or a sum of augmentations, as in 'd4 + color_jitter(brightness=0.5) + copy_paste(probability=0.3)'.</source>
      <translation>Façon d'augmenter les imagettes, pour que le réseau généralise. « none » ; « light » : symétries, rotations de 90°, luminosité, contraste ; « strong » : en plus échelle, rotation d'angle quelconque, flou, gamma, bruit, et copier-coller de classes rares ; ou une somme d'augmentations, comme « d4 + color_jitter(brightness=0.5) + copy_paste(probability=0.3) ».</translation>
    </message>
    <message>
      <source>Epochs</source>
      <translation>Époques</translation>
    </message>
    <message>
      <source>Number of passes over the training set. The network is validated and saved after each.</source>
      <translation>Nombre de passages sur le jeu d'entraînement. Le réseau est validé et enregistré après chacun.</translation>
    </message>
    <message>
      <source>Learning rate</source>
      <translation>Taux d'apprentissage</translation>
    </message>
    <message>
      <source>Step size of the optimiser. Use a smaller one if the loss jumps or becomes NaN. 0: found by a learning-rate range test of some dozens of steps before the training.</source>
      <translation>Pas de l'optimiseur. À réduire si la perte fait des sauts ou devient NaN. 0 : déterminé avant l'entraînement par un test de plage du taux d'apprentissage (LR range test) de quelques dizaines de pas.</translation>
    </message>
    <message>
      <source>Optimiser</source>
      <translation>Optimiseur</translation>
    </message>
    <message>
      <source>How the weights are updated. 'adamw' needs little tuning; 'sgd' needs a learning rate of about 0.01.</source>
      <translation>Façon de mettre à jour les poids. « adamw » demande peu de réglages ; « sgd » demande un taux d'apprentissage d'environ 0,01.</translation>
    </message>
    <message>
      <source>Learning-rate schedule</source>
      <translation>Programme du taux d'apprentissage</translation>
    </message>
    <message>
      <source>'cosine' (short warm-up, then cosine decay), 'one cycle' (long warm-up) or 'constant'.</source>
      <translation>« cosine » (montée courte, puis décroissance en cosinus), « one cycle » (montée longue) ou « constant ».</translation>
    </message>
    <message>
      <source>Encoder learning-rate factor</source>
      <translation>Facteur du taux d'apprentissage de l'encodeur</translation>
    </message>
    <message>
      <source>The encoder's learning rate as a multiple of the learning rate. Below 1 its pretrained weights change less; with 0 they are frozen, for very few labels.</source>
      <translation>Taux d'apprentissage de l'encodeur, en multiple du taux d'apprentissage. Au-dessous de 1, ses poids préentraînés changent moins ; avec 0, ils sont gelés, pour très peu d'annotations.</translation>
    </message>
    <message>
      <source>Gradient clipping (maximum norm)</source>
      <translation>Écrêtage du gradient (norme maximale)</translation>
    </message>
    <message>
      <source>Maximum norm of the gradient of a step; larger gradients are scaled down to it, which steadies a loss that jumps. 0: no clipping.</source>
      <translation>Norme maximale du gradient d'un pas ; les gradients plus grands y sont ramenés, ce qui stabilise une perte qui fait des sauts. 0 : pas d'écrêtage.</translation>
    </message>
    <message>
      <source>EMA decay</source>
      <translation>Décroissance de l'EMA</translation>
    </message>
    <message>
      <source>Keep an exponential moving average (EMA) of the weights instead of the last weights, with this decay per step, such as 0.99. Gives steadier scores. 0: no EMA.</source>
      <translation>Garder une moyenne mobile exponentielle (EMA) des poids au lieu des derniers, avec cette décroissance par pas, par exemple 0,99. Donne des scores plus stables. 0 : pas d'EMA.</translation>
    </message>
    <message>
      <source>Validation share</source>
      <translation>Part de validation</translation>
    </message>
    <message>
      <source>Share of the labelled area that is kept out of training as the validation set, in whole blocks. A buffer of half a chip around them is not used for training either. 0: no validation.</source>
      <translation>Part de la zone annotée tenue à l'écart de l'entraînement comme jeu de validation, par blocs entiers. Un tampon d'une demi-imagette autour de ces blocs n'est pas utilisé non plus pour l'entraînement. 0 : pas de validation.</translation>
    </message>
    <message>
      <source>Split areas</source>
      <translation>Zones de répartition</translation>
    </message>
    <message>
      <source>Optional polygon layer of the areas for training, validation and test, instead of randomly chosen blocks. Pixels outside all polygons are not used; test areas are scored once, with the finished model. Without validation areas, blocks are chosen within the training areas.</source>
      <translation>Couche de polygones facultative des zones d'entraînement, de validation et de test, au lieu de blocs choisis aléatoirement. Les pixels hors de tout polygone ne sont pas utilisés ; les zones de test sont évaluées une seule fois, avec le modèle terminé. Sans zones de validation, des blocs sont choisis dans les zones d'entraînement.</translation>
    </message>
    <message>
      <source>Field of the split areas</source>
      <translation>Champ des zones de répartition</translation>
    </message>
    <message>
      <source>Field that holds 'train', 'validation' or 'test' for each polygon of the split areas.</source>
      <translation>Champ qui contient « train », « validation » ou « test » pour chaque polygone des zones de répartition.</translation>
    </message>
    <message>
      <source>Monitored metric</source>
      <translation>Métrique surveillée</translation>
    </message>
    <message>
      <source>The epoch with the best value on the validation set is saved: 'mean IoU', 'worst class' (the lowest IoU of all classes), or the name of a class (its IoU).</source>
      <translation>L'époque qui a la meilleure valeur sur le jeu de validation est enregistrée : « mean IoU » (IoU moyenne), « worst class » (la plus faible IoU de toutes les classes), ou le nom d'une classe (son IoU).</translation>
    </message>
    <message>
      <source>Patience (epochs)</source>
      <translation>Patience (époques)</translation>
    </message>
    <message>
      <source>Early stopping: training ends after so many epochs without improvement. 0: no early stopping.</source>
      <translation>Arrêt anticipé : l'entraînement s'arrête après ce nombre d'époques sans amélioration. 0 : pas d'arrêt anticipé.</translation>
    </message>
    <message>
      <source>Seed</source>
      <translation>Graine</translation>
    </message>
    <message>
      <source>Seed of all random generators. Same seed, same data, same machine: same model.</source>
      <translation>Graine de tous les générateurs aléatoires. Même graine, mêmes données, même machine : même modèle.</translation>
    </message>
    <message>
      <source>Device</source>
      <translation>Périphérique</translation>
    </message>
    <message>
      <source>Where the network runs. 'auto' uses a graphics card (CUDA, Apple MPS) when there is one. 'cuda:1' is the second card.</source>
      <translation>Où tourne le réseau. « auto » utilise une carte graphique (CUDA, Apple MPS) s'il y en a une. « cuda:1 » est la deuxième carte.</translation>
    </message>
    <message>
      <source>Report</source>
      <translation>Rapport</translation>
    </message>
    <message>
      <source>Where a report with curves, scores and pictures is written (.html). Optional.</source>
      <translation>Fichier dans lequel est écrit un rapport avec courbes, scores et images (.html). Facultatif.</translation>
    </message>
    <message>
      <source>Split layer</source>
      <translation>Couche de répartition</translation>
    </message>
    <message>
      <source>Where the subsets are written as polygons: training, validation, test, and the buffer between them (.gpkg). Optional.</source>
      <translation>Fichier dans lequel les sous-ensembles sont écrits sous forme de polygones : entraînement, validation, test, et le tampon entre eux (.gpkg). Facultatif.</translation>
    </message>
    <message>
      <source>TensorBoard folder</source>
      <translation>Dossier TensorBoard</translation>
    </message>
    <message>
      <source>Where the curves and a validation picture of each epoch are written for TensorBoard, in a folder named after the model. Use the same folder for several trainings to compare them. Optional.</source>
      <translation>Dossier où les courbes et une image de validation de chaque époque sont écrites pour TensorBoard, dans un sous-dossier du nom du modèle. Donner le même dossier à plusieurs entraînements pour les comparer. Facultatif.</translation>
    </message>
    <message>
      <source>Class names</source>
      <translation>Noms des classes</translation>
    </message>
    <message>
      <source>Name of each integer class value, such as {"1": "car"}; taken from the layer's style in QGIS.</source>
      <translation>Nom de chaque valeur de classe entière, par exemple {"1": "car"} ; repris du style de la couche dans QGIS.</translation>
    </message>
    <message>
      <source>Class colours</source>
      <translation>Couleurs des classes</translation>
    </message>
    <message>
      <source>Colour of each class value, such as {"1": "#ff0000"}; taken from the layer's style in QGIS.</source>
      <translation>Couleur de chaque valeur de classe, par exemple {"1": "#ff0000"} ; reprise du style de la couche dans QGIS.</translation>
    </message>
    <message>
      <source>Class statistics and weights</source>
      <translation>Statistiques et poids des classes</translation>
    </message>
    <message>
      <source>Table</source>
      <translation>Tableau</translation>
    </message>
    <message>
      <source>Where the statistics are written, a row per class (.gpkg or .csv).</source>
      <translation>Fichier dans lequel les statistiques sont écrites, une ligne par classe (.gpkg ou .csv).</translation>
    </message>
    <message>
      <source>Weighting of the output</source>
      <translation>Pondération de la sortie</translation>
    </message>
    <message>
      <source>The weighting of the output 'Class weights', a text for 'Train segmentation model'. The table and the report show all weightings.</source>
      <translation>La pondération de la sortie « Poids des classes », un texte pour « Entraîner un modèle de segmentation ». Le tableau et le rapport montrent toutes les pondérations.</translation>
    </message>
    <message>
      <source>Where the statistics are explained, with a chart and advice on the loss (.html). Optional.</source>
      <translation>Fichier dans lequel les statistiques sont expliquées, avec un graphique et un conseil sur la fonction de perte (.html). Facultatif.</translation>
    </message>
    <message>
      <source>Compare losses</source>
      <translation>Comparer les fonctions de perte</translation>
    </message>
    <message>
      <source>Folder for models and results</source>
      <translation>Dossier des modèles et des résultats</translation>
    </message>
    <message>
      <source>Every model is kept here, with the scores (comparison.csv). Use the same folder again to resume after an interruption: finished runs are not repeated.</source>
      <translation>Chaque modèle y est conservé, avec les scores (comparison.csv). Redonner le même dossier pour reprendre après une interruption : les exécutions terminées ne sont pas répétées.</translation>
    </message>
    <message>
      <source>Test area</source>
      <translation>Zone de test</translation>
    </message>
    <message>
      <source>Optional polygon layer: the final scores are computed inside it, and none of its pixels is used for training or for choosing the best epoch. Without it the scores are those of the split's test areas, or else of the validation blocks.</source>
      <translation>Couche de polygones facultative : les scores finaux sont calculés à l'intérieur, et aucun de ses pixels n'est utilisé pour l'entraînement ni pour choisir la meilleure époque. Sans elle, les scores sont ceux des zones de test de la répartition, ou à défaut ceux des blocs de validation.</translation>
    </message>
    <message>
      <source>Losses</source>
      <translation>Fonctions de perte</translation>
    </message>
    <message>
      <source>The losses to compare, one per line, as in 'Train segmentation model'.</source>
      <translation>Les fonctions de perte à comparer, une par ligne, écrites comme dans « Entraîner un modèle de segmentation ».</translation>
    </message>
    <message>
      <source>Runs per loss</source>
      <translation>Exécutions par fonction de perte</translation>
    </message>
    <message>
      <source>How often each loss is trained, each time with another seed. The spread between runs shows which differences are random.</source>
      <translation>Nombre d'entraînements de chaque fonction de perte, chaque fois avec une autre graine. La dispersion entre exécutions montre quelles différences sont aléatoires.</translation>
    </message>
    <message>
      <source>Class of interest</source>
      <translation>Classe d'intérêt</translation>
    </message>
    <message>
      <source>Name of the class that matters most; the rarest one when empty.</source>
      <translation>Nom de la classe qui compte le plus ; la plus rare si vide.</translation>
    </message>
    <message>
      <source>First seed</source>
      <translation>Première graine</translation>
    </message>
    <message>
      <source>Seed of the first run of each loss, and of the split; it grows by 1 with each further run.</source>
      <translation>Graine de la première exécution de chaque fonction de perte, et de la répartition ; elle augmente de 1 à chaque exécution suivante.</translation>
    </message>
    <message>
      <source>Where the scores are written as a layer, a row per loss (.gpkg or .csv). Optional.</source>
      <translation>Fichier dans lequel les scores sont écrits sous forme de couche, une ligne par fonction de perte (.gpkg ou .csv). Facultatif.</translation>
    </message>
    <message>
      <source>Where tables, charts and maps are written (.html). Optional.</source>
      <translation>Fichier dans lequel tableaux, graphiques et cartes sont écrits (.html). Facultatif.</translation>
    </message>
    <message>
      <source>Classify raster</source>
      <translation>Classifier un raster</translation>
    </message>
    <message>
      <source>Input raster</source>
      <translation>Raster en entrée</translation>
    </message>
    <message>
      <source>The orthophoto to classify, with the same bands in the same order as the model was trained on.</source>
      <translation>L'orthophoto à classifier : mêmes bandes, dans le même ordre, que celles de l'entraînement du modèle.</translation>
    </message>
    <message>
      <source>Model</source>
      <translation>Modèle</translation>
    </message>
    <message>
      <source>A model made by 'Train segmentation model' (.safetensors).</source>
      <translation>Un modèle issu de « Entraîner un modèle de segmentation » (.safetensors).</translation>
    </message>
    <message>
      <source>Classified raster</source>
      <translation>Raster classifié</translation>
    </message>
    <message>
      <source>Where the class raster is written (.tif).</source>
      <translation>Fichier dans lequel le raster de classes est écrit (.tif).</translation>
    </message>
    <message>
      <source>Area to classify</source>
      <translation>Zone à classifier</translation>
    </message>
    <message>
      <source>Optional polygon layer: only pixels inside it are classified, and little else is read.</source>
      <translation>Couche de polygones facultative : seuls les pixels qui s'y trouvent sont classifiés, et presque rien d'autre n'est lu.</translation>
    </message>
    <message>
      <source>Resample to the model's pixel size</source>
      <translation>Rééchantillonner à la taille de pixel du modèle</translation>
    </message>
    <message>
      <source>When the pixels of the raster are more than a fifth larger or smaller than those the model was trained on, objects look larger or smaller than in training. The raster is then resampled to the model's pixel size; the result has the raster's own pixels.</source>
      <translation>Quand les pixels du raster sont plus grands ou plus petits de plus d'un cinquième que ceux de l'entraînement du modèle, les objets paraissent plus grands ou plus petits qu'à l'entraînement. Le raster est alors rééchantillonné à la taille de pixel du modèle ; le résultat a les pixels du raster.</translation>
    </message>
    <message>
      <source>Test-time augmentation (D4)</source>
      <translation>Augmentation au test (D4)</translation>
    </message>
    <message>
      <source>Each tile is classified in all eight flips and rotations of the square (D4), and the probabilities are averaged (TTA). Often slightly better, eight times as slow.</source>
      <translation>Chaque tuile est classifiée dans les huit symétries et rotations du carré (D4), et la moyenne des probabilités est prise (TTA). Souvent un peu meilleur, huit fois plus lent.</translation>
    </message>
    <message>
      <source>Damaged parts of the raster</source>
      <translation>Parties endommagées du raster</translation>
    </message>
    <message>
      <source>'stop': a part that cannot be read ends the job. 'skip': it becomes nodata, and the skipped amount is reported.</source>
      <translation>« stop » : une partie illisible arrête la tâche. « skip » : elle devient nodata, et la quantité ignorée est indiquée.</translation>
    </message>
    <message>
      <source>Tile size (pixels)</source>
      <translation>Taille de tuile (pixels)</translation>
    </message>
    <message>
      <source>Side of the square tiles that the network classifies, a multiple of 32. 0: the model's own. Larger tiles show more context and need more memory.</source>
      <translation>Côté des tuiles carrées que le réseau classifie, un multiple de 32. 0 : celui du modèle. Des tuiles plus grandes montrent davantage de contexte et demandent plus de mémoire.</translation>
    </message>
    <message>
      <source>Overlap (pixels)</source>
      <translation>Chevauchement (pixels)</translation>
    </message>
    <message>
      <source>How far adjacent tiles overlap. Their probabilities are blended, so that no seams show; more overlap is smoother and slower.</source>
      <translation>Largeur de chevauchement des tuiles voisines. Leurs probabilités sont fondues, de sorte qu'aucun raccord ne se voit ; un chevauchement plus grand est plus lisse et plus lent.</translation>
    </message>
    <message>
      <source>Tiles that are classified at once. 0: chosen automatically. Halved when memory runs out.</source>
      <translation>Nombre de tuiles classifiées en même temps. 0 : choisi automatiquement. Divisé par deux si la mémoire ne suffit pas.</translation>
    </message>
    <message>
      <source>Full precision</source>
      <translation>Pleine précision</translation>
    </message>
    <message>
      <source>Compute in 32 bits where the device is faster with 16. This changes the class of about 3 in 1000 pixels, mostly at outlines.</source>
      <translation>Calculer en 32 bits là où le périphérique est plus rapide en 16. Environ 3 pixels sur 1000 changent ainsi de classe, surtout sur les contours.</translation>
    </message>
    <message>
      <source>Dask scheduler</source>
      <translation>Ordonnanceur Dask</translation>
    </message>
    <message>
      <source>Optional: classify on the workers of a Dask cluster. The address of its scheduler, such as 'tcp://host:8786', or 'local' for two processes on this machine (one for each graphics card). All workers must see raster and model under the same path.</source>
      <translation>Facultatif : classifier sur les workers d'un cluster Dask. L'adresse de son ordonnanceur, par exemple « tcp://host:8786 », ou « local » pour deux processus sur cette machine (un par carte graphique). Tous les workers doivent voir le raster et le modèle sous le même chemin.</translation>
    </message>
    <message>
      <source>Classified polygons</source>
      <translation>Polygones classifiés</translation>
    </message>
    <message>
      <source>Where the classes are written as polygons with value, name and area (.gpkg). Optional.</source>
      <translation>Fichier dans lequel les classes sont écrites sous forme de polygones, avec valeur, nom et surface (.gpkg). Facultatif.</translation>
    </message>
    <message>
      <source>Polygons: minimum area (m²)</source>
      <translation>Polygones : surface minimale (m²)</translation>
    </message>
    <message>
      <source>Smaller segments are merged into the neighbour with which they share the longest border. 0: none is merged.</source>
      <translation>Les segments plus petits sont fusionnés avec le voisin dont ils partagent la plus longue limite. 0 : aucun n'est fusionné.</translation>
    </message>
    <message>
      <source>Polygons: simplification tolerance (m)</source>
      <translation>Polygones : tolérance de simplification (m)</translation>
    </message>
    <message>
      <source>How far outlines may move on the ground to become simpler. One to two pixels turn the stair steps of the pixels into straight lines. Neighbouring polygons keep their common borders: no gaps, no overlaps. 0: outlines follow the pixels.</source>
      <translation>Déplacement au sol autorisé pour simplifier les contours. Un à deux pixels transforment les marches d'escalier des pixels en lignes droites. Les polygones voisins gardent leurs limites communes : ni trous, ni chevauchements. 0 : les contours suivent les pixels.</translation>
    </message>
    <message>
      <source>Polygons: smoothing iterations</source>
      <translation>Polygones : itérations de lissage</translation>
    </message>
    <message>
      <source>How often corners are cut (Chaikin). Each iteration doubles the vertices; 2 or 3 look round. For natural outlines rather than buildings. 0: no smoothing.</source>
      <translation>Nombre de fois que les angles sont coupés (Chaikin). Chaque itération double le nombre de sommets ; 2 ou 3 donnent un aspect arrondi. Pour des contours naturels plutôt que des bâtiments. 0 : pas de lissage.</translation>
    </message>
    <message>
      <source>Confidence raster</source>
      <translation>Raster de confiance</translation>
    </message>
    <message>
      <source>Where the probability of the predicted class is written, 0 to 1 (.tif). Optional.</source>
      <translation>Fichier dans lequel la probabilité de la classe retenue est écrite, de 0 à 1 (.tif). Facultatif.</translation>
    </message>
    <message>
      <source>Entropy raster</source>
      <translation>Raster d'entropie</translation>
    </message>
    <message>
      <source>Where the normalised entropy of the class probabilities is written, from 0 (certain) to 1 (all classes equal) (.tif). Optional.</source>
      <translation>Fichier dans lequel l'entropie normalisée des probabilités des classes est écrite, de 0 (certain) à 1 (toutes les classes également probables) (.tif). Facultatif.</translation>
    </message>
    <message>
      <source>Class probabilities</source>
      <translation>Probabilités des classes</translation>
    </message>
    <message>
      <source>Where the probability of each class is written, one band per class, in 250 steps from 0 to 1 (.tif). Optional.</source>
      <translation>Fichier dans lequel la probabilité de chaque classe est écrite, une bande par classe, en 250 paliers de 0 à 1 (.tif). Facultatif.</translation>
    </message>
    <message>
      <source>Classify rasters</source>
      <translation>Classifier des rasters</translation>
    </message>
    <message>
      <source>Output folder</source>
      <translation>Dossier de sortie</translation>
    </message>
    <message>
      <source>Where the class raster of each raster is written (.tif), named after it. Use the same folder again to resume after an interruption: what is finished with the same model and settings is not repeated.</source>
      <translation>Dossier où est écrit le raster de classes de chaque raster (.tif), sous son nom. Redonner le même dossier pour reprendre après une interruption : ce qui est terminé avec le même modèle et les mêmes paramètres n'est pas répété.</translation>
    </message>
    <message>
      <source>The orthophotos to classify, with the bands that the model was trained on. They may lie anywhere and differ in size, pixel size and coordinate system.</source>
      <translation>Les orthophotos à classifier, avec les bandes de l'entraînement du modèle. Elles peuvent se trouver n'importe où et différer par leur taille, leur taille de pixel et leur SCR.</translation>
    </message>
    <message>
      <source>Input folder</source>
      <translation>Dossier en entrée</translation>
    </message>
    <message>
      <source>Optional: a folder with rasters, in addition to the input rasters or instead of them.</source>
      <translation>Facultatif : un dossier de rasters, en plus ou à la place des rasters en entrée.</translation>
    </message>
    <message>
      <source>File pattern</source>
      <translation>Motif de noms de fichiers</translation>
    </message>
    <message>
      <source>Which files of the input folder are classified: '*.tif', or several patterns as in '*.tif; *.jp2'. '**/*.tif' includes subfolders.</source>
      <translation>Quels fichiers du dossier en entrée sont classifiés : « *.tif », ou plusieurs motifs comme « *.tif; *.jp2 ». « **/*.tif » inclut les sous-dossiers.</translation>
    </message>
    <message>
      <source>Optional polygon layer: only pixels inside it are classified. Rasters outside are skipped.</source>
      <translation>Couche de polygones facultative : seuls les pixels qui s'y trouvent sont classifiés. Les rasters situés en dehors sont ignorés.</translation>
    </message>
    <message>
      <source>Write a virtual raster of all results, mosaic.vrt. Rasters in another coordinate system than most get a mosaic of their own.</source>
      <translation>Écrire un raster virtuel de tous les résultats, mosaic.vrt. Les rasters dont le SCR n'est pas celui de la majorité reçoivent leur propre mosaïque.</translation>
    </message>
    <message>
      <source>Confidence rasters</source>
      <translation>Rasters de confiance</translation>
    </message>
    <message>
      <source>Write the probability of the predicted class of each raster, 0 to 1, as NAME_confidence.tif.</source>
      <translation>Écrire la probabilité de la classe retenue de chaque raster, de 0 à 1, sous le nom NAME_confidence.tif.</translation>
    </message>
    <message>
      <source>Entropy rasters</source>
      <translation>Rasters d'entropie</translation>
    </message>
    <message>
      <source>Write the normalised entropy of the class probabilities of each raster, from 0 (certain) to 1 (all classes equal), as NAME_entropy.tif.</source>
      <translation>Écrire l'entropie normalisée des probabilités des classes de chaque raster, de 0 (certain) à 1 (toutes les classes également probables), sous le nom NAME_entropy.tif.</translation>
    </message>
    <message>
      <source>Write the probability of each class, one band per class, in 250 steps from 0 to 1, as NAME_probabilities.tif.</source>
      <translation>Écrire la probabilité de chaque classe, une bande par classe, en 250 paliers de 0 à 1, sous le nom NAME_probabilities.tif.</translation>
    </message>
    <message>
      <source>Where the classes of all rasters are written as one polygon layer (.gpkg). Where rasters share a grid and touch, polygons continue across their borders. Optional.</source>
      <translation>Fichier dans lequel les classes de tous les rasters sont écrites en une seule couche de polygones (.gpkg). Là où des rasters ont la même grille et se touchent, les polygones se prolongent au-delà de leurs bords. Facultatif.</translation>
    </message>
    <message>
      <source>Classes to polygons</source>
      <translation>Convertir les classes en polygones</translation>
    </message>
    <message>
      <source>Class raster</source>
      <translation>Raster de classes</translation>
    </message>
    <message>
      <source>A raster with one band and one integer per class, such as the output of 'Classify raster'. Nodata gives no polygons.</source>
      <translation>Un raster à une bande, avec un nombre entier par classe, comme celui de « Classifier un raster ». Les pixels nodata ne donnent pas de polygone.</translation>
    </message>
    <message>
      <source>Polygons</source>
      <translation>Polygones</translation>
    </message>
    <message>
      <source>Where the polygons are written (.gpkg), with class value and name, true area and perimeter.</source>
      <translation>Fichier dans lequel les polygones sont écrits (.gpkg), avec la valeur et le nom de la classe, la surface et le périmètre réels.</translation>
    </message>
    <message>
      <source>Minimum area (m²)</source>
      <translation>Surface minimale (m²)</translation>
    </message>
    <message>
      <source>Simplification tolerance (m)</source>
      <translation>Tolérance de simplification (m)</translation>
    </message>
    <message>
      <source>Smoothing iterations</source>
      <translation>Itérations de lissage</translation>
    </message>
    <message>
      <source>Optional: a raster on the same grid, from 0 to 1, such as the output of 'Classify raster'. Each polygon gets its mean.</source>
      <translation>Facultatif : un raster sur la même grille, de 0 à 1, comme la sortie de « Classifier un raster ». Chaque polygone en reçoit la moyenne.</translation>
    </message>
    <message>
      <source>Name of each class value, such as {"1": "car"}; by default those in the raster's file, in QGIS those of the layer's style.</source>
      <translation>Nom de chaque valeur de classe, par exemple {"1": "car"} ; par défaut, ceux du fichier du raster, et dans QGIS ceux du style de la couche.</translation>
    </message>
    <message>
      <source>Colour of each class value, such as {"1": "#ff0000"}; by default those in the raster's file, in QGIS those of the layer's style.</source>
      <translation>Couleur de chaque valeur de classe, par exemple {"1": "#ff0000"} ; par défaut, celles du fichier du raster, et dans QGIS celles du style de la couche.</translation>
    </message>
    <message>
      <source>Check engine</source>
      <translation>Vérifier le moteur</translation>
    </message>
    <message>
      <source>Cross entropy</source>
      <translation>Entropie croisée</translation>
    </message>
    <message>
      <source>The standard. Every pixel counts the same, so large classes dominate.</source>
      <translation>Le standard. Chaque pixel compte autant, de sorte que les grandes classes dominent.</translation>
    </message>
    <message>
      <source>Maximum likelihood; weighted mean as in PyTorch.</source>
      <translation>Maximum de vraisemblance ; moyenne pondérée comme dans PyTorch.</translation>
    </message>
    <message>
      <source>Share of the label's probability that is spread over all classes.</source>
      <translation>Part de la probabilité de l'annotation répartie sur toutes les classes.</translation>
    </message>
    <message>
      <source>Focal loss</source>
      <translation>Perte focale (focal loss)</translation>
    </message>
    <message>
      <source>Pixels that are already right count less, so that hard pixels dominate.</source>
      <translation>Les pixels déjà justes comptent moins, de sorte que les difficiles dominent.</translation>
    </message>
    <message>
      <source>Lin et al. 2017, arXiv:1708.02002 (here over softmax).</source>
      <translation>Lin et al. 2017, arXiv:1708.02002 (ici sur softmax).</translation>
    </message>
    <message>
      <source>How strongly easy pixels are down-weighted; 0 is cross entropy.</source>
      <translation>Réduction du poids des pixels faciles ; 0 équivaut à l'entropie croisée.</translation>
    </message>
    <message>
      <source>Divide by the sum of the class weights, or by the number of pixels.</source>
      <translation>Diviser par la somme des poids des classes, ou par le nombre de pixels.</translation>
    </message>
    <message>
      <source>Clamp probabilities to 0.001 to 0.999, as some published code does; pixels outside get no gradient, so the most wrong ones are not learned.</source>
      <translation>Borner les probabilités entre 0,001 et 0,999, comme le font certains codes publiés ; les pixels hors de ces bornes ne reçoivent pas de gradient, si bien que les plus faux ne sont pas appris.</translation>
    </message>
    <message>
      <source>TopPixel</source>
      <translation>TopPixel</translation>
    </message>
    <message>
      <source>Only the K pixels with the highest loss count: made for one small class in a large scene.</source>
      <translation>Seuls les K pixels dont la perte est la plus élevée comptent : conçue pour une petite classe dans une grande scène.</translation>
    </message>
    <message>
      <source>Yuan, Xu, Zhou 2021, Chinese Space Science and Technology 41(6).</source>
      <translation>Yuan, Xu, Zhou 2021, Chinese Space Science and Technology 41(6).</translation>
    </message>
    <message>
      <source>Number of pixels that count.</source>
      <translation>Nombre de pixels qui comptent.</translation>
    </message>
    <message>
      <source>Share of the valid pixels that counts, instead of k.</source>
      <translation>Part des pixels valides qui compte, à la place de k.</translation>
    </message>
    <message>
      <source>Computed over all valid pixels of the batch, or over those of each image and then averaged. On several devices, a batch is the share of one device.</source>
      <translation>Calcul sur tous les pixels valides du lot, ou sur ceux de chaque image puis en moyenne. Sur plusieurs périphériques, un lot est la part d'un périphérique.</translation>
    </message>
    <message>
      <source>Share of the training over which the loss narrows from all pixels (cross entropy) to the hardest ones. 0: no warm-up.</source>
      <translation>Part de l'entraînement pendant laquelle la perte se resserre de tous les pixels (entropie croisée) aux plus difficiles. 0 : pas de montée progressive.</translation>
    </message>
    <message>
      <source>Loss max-pooling</source>
      <translation>Loss max-pooling</translation>
    </message>
    <message>
      <source>Hard pixels weigh more, gradually, and no single one can dominate: a softer TopPixel.</source>
      <translation>Les pixels difficiles pèsent davantage, progressivement, et aucun ne peut dominer à lui seul : une TopPixel plus douce.</translation>
    </message>
    <message>
      <source>Rota Bulò, Neuhold, Kontschieder 2017, arXiv:1704.02966.</source>
      <translation>Rota Bulò, Neuhold, Kontschieder 2017, arXiv:1704.02966.</translation>
    </message>
    <message>
      <source>How even the weights are: 1 averages the m hardest pixels, inf all pixels.</source>
      <translation>Uniformité des poids : 1 fait la moyenne des m pixels les plus difficiles, inf celle de tous les pixels.</translation>
    </message>
    <message>
      <source>Share of the valid pixels that counts, instead of m.</source>
      <translation>Part des pixels valides qui compte, à la place de m.</translation>
    </message>
    <message>
      <source>Minimum number of pixels that share the weight.</source>
      <translation>Nombre minimal de pixels qui se partagent le poids.</translation>
    </message>
    <message>
      <source>Online hard example mining</source>
      <translation>Sélection en ligne d'exemples difficiles (OHEM)</translation>
    </message>
    <message>
      <source>Only pixels whose true class has a low probability count, but always a minimum number.</source>
      <translation>Seuls comptent les pixels dont la vraie classe a une faible probabilité, mais toujours un nombre minimal.</translation>
    </message>
    <message>
      <source>Shrivastava et al. 2016, arXiv:1604.03540; per pixel as Wu et al. 2016, arXiv:1605.06885.</source>
      <translation>Shrivastava et al. 2016, arXiv:1604.03540 ; par pixel comme dans Wu et al. 2016, arXiv:1605.06885.</translation>
    </message>
    <message>
      <source>Pixels count while the probability of their true class is below this.</source>
      <translation>Un pixel compte tant que la probabilité de sa vraie classe est inférieure à cette valeur.</translation>
    </message>
    <message>
      <source>Minimum number of pixels of a batch that count.</source>
      <translation>Nombre minimal de pixels d'un lot qui comptent.</translation>
    </message>
    <message>
      <source>Dice</source>
      <translation>Dice</translation>
    </message>
    <message>
      <source>Overlap of each class; every class counts the same, however small. Add cross entropy to it.</source>
      <translation>Recouvrement de chaque classe ; chacune compte autant, si petite soit-elle. À compléter par l'entropie croisée.</translation>
    </message>
    <message>
      <source>Milletari et al. 2016, arXiv:1606.04797.</source>
      <translation>Milletari et al. 2016, arXiv:1606.04797.</translation>
    </message>
    <message>
      <source>Added to numerator and denominator; steadies tiny objects.</source>
      <translation>Ajouté au numérateur et au dénominateur ; stabilise les objets minuscules.</translation>
    </message>
    <message>
      <source>Which classes are averaged: those with a labelled pixel, or all.</source>
      <translation>Classes dont on prend la moyenne : celles qui ont un pixel annoté, ou toutes.</translation>
    </message>
    <message>
      <source>Jaccard (IoU)</source>
      <translation>Jaccard (IoU)</translation>
    </message>
    <message>
      <source>Like Dice, but for intersection over union, which is stricter.</source>
      <translation>Comme Dice, mais pour l'intersection sur l'union, plus stricte.</translation>
    </message>
    <message>
      <source>Rahman and Wang 2016, doi:10.1007/978-3-319-50835-1_22.</source>
      <translation>Rahman et Wang 2016, doi:10.1007/978-3-319-50835-1_22.</translation>
    </message>
    <message>
      <source>Tversky</source>
      <translation>Tversky</translation>
    </message>
    <message>
      <source>Like Dice, with separate weights for false negatives and false positives: raise beta to find more of a rare class.</source>
      <translation>Comme Dice, avec des poids distincts pour les faux négatifs et les faux positifs : augmenter beta pour trouver davantage d'une classe rare.</translation>
    </message>
    <message>
      <source>Salehi et al. 2017, arXiv:1706.05721; gamma: Abraham and Khan 2018, arXiv:1810.07842.</source>
      <translation>Salehi et al. 2017, arXiv:1706.05721 ; gamma : Abraham et Khan 2018, arXiv:1810.07842.</translation>
    </message>
    <message>
      <source>Weight of false positives.</source>
      <translation>Poids des faux positifs.</translation>
    </message>
    <message>
      <source>Weight of false negatives.</source>
      <translation>Poids des faux négatifs.</translation>
    </message>
    <message>
      <source>Exponent of each class's loss; below 1, classes that are almost right still improve.</source>
      <translation>Exposant de la perte de chaque classe ; au-dessous de 1, les classes presque justes s'améliorent encore.</translation>
    </message>
    <message>
      <source>Lovász-Softmax</source>
      <translation>Lovász-Softmax</translation>
    </message>
    <message>
      <source>A smooth surrogate of intersection over union. Often best together with cross entropy.</source>
      <translation>Un substitut lisse de l'intersection sur l'union. Souvent la meilleure en combinaison avec l'entropie croisée.</translation>
    </message>
    <message>
      <source>Berman et al. 2018, arXiv:1705.08790.</source>
      <translation>Berman et al. 2018, arXiv:1705.08790.</translation>
    </message>
    <message>
      <source>Lovász hinge (two classes)</source>
      <translation>Lovász hinge (deux classes)</translation>
    </message>
    <message>
      <source>A hinge surrogate of the intersection over union of the second of two classes.</source>
      <translation>Un substitut de type hinge de l'intersection sur l'union de la seconde de deux classes.</translation>
    </message>
    <message>
      <source>Logit-adjusted cross entropy</source>
      <translation>Entropie croisée à logits ajustés</translation>
    </message>
    <message>
      <source>Cross entropy that requires a larger margin the rarer a class is: higher recall, lower precision.</source>
      <translation>Entropie croisée qui exige une marge d'autant plus grande qu'une classe est rare : rappel plus élevé, précision plus faible.</translation>
    </message>
    <message>
      <source>Menon et al. 2021, arXiv:2007.07314.</source>
      <translation>Menon et al. 2021, arXiv:2007.07314.</translation>
    </message>
    <message>
      <source>Strength; 0 is cross entropy.</source>
      <translation>Force ; 0 équivaut à l'entropie croisée.</translation>
    </message>
    <message>
      <source>No weights</source>
      <translation>Sans poids</translation>
    </message>
    <message>
      <source>Every class counts the same per pixel.</source>
      <translation>Chaque classe compte autant par pixel.</translation>
    </message>
    <message>
      <source>Each weight is 1.</source>
      <translation>Chaque poids vaut 1.</translation>
    </message>
    <message>
      <source>Median frequency</source>
      <translation>Fréquence médiane</translation>
    </message>
    <message>
      <source>Rare classes weigh more, by their frequency where they occur.</source>
      <translation>Les classes rares pèsent davantage, selon leur fréquence là où elles sont présentes.</translation>
    </message>
    <message>
      <source>Eigen and Fergus 2015, doi:10.1109/ICCV.2015.304.</source>
      <translation>Eigen et Fergus 2015, doi:10.1109/ICCV.2015.304.</translation>
    </message>
    <message>
      <source>Largest ratio of two weights; larger weights are capped. Without it there is no limit.</source>
      <translation>Plus grand rapport autorisé entre deux poids ; les poids plus grands sont écrêtés. Si rien n'est indiqué, il n'y a pas de limite.</translation>
    </message>
    <message>
      <source>Inverse frequency</source>
      <translation>Inverse de la fréquence</translation>
    </message>
    <message>
      <source>Every class contributes the same in total: strongest for the rarest.</source>
      <translation>Chaque classe contribue autant au total : effet le plus fort pour la plus rare.</translation>
    </message>
    <message>
      <source>All pixels over those of the class.</source>
      <translation>Nombre total de pixels divisé par celui de la classe.</translation>
    </message>
    <message>
      <source>Inverse square root of frequency</source>
      <translation>Inverse de la racine carrée de la fréquence</translation>
    </message>
    <message>
      <source>Halfway between no weights and inverse frequency.</source>
      <translation>À mi-chemin entre l'absence de poids et l'inverse de la fréquence.</translation>
    </message>
    <message>
      <source>Square root of all pixels over those of the class.</source>
      <translation>Racine carrée du nombre total de pixels divisé par celui de la classe.</translation>
    </message>
    <message>
      <source>Effective number</source>
      <translation>Nombre effectif</translation>
    </message>
    <message>
      <source>Like inverse frequency, until a class has so many pixels that more of them add little.</source>
      <translation>Comme l'inverse de la fréquence, jusqu'à ce qu'une classe ait tant de pixels que d'autres n'apportent plus grand-chose.</translation>
    </message>
    <message>
      <source>Cui et al. 2019, arXiv:1901.05555.</source>
      <translation>Cui et al. 2019, arXiv:1901.05555.</translation>
    </message>
    <message>
      <source>Near 1: pixels beyond about 1 / (1 - beta) add little. Without it: 1 - 1 / all pixels.</source>
      <translation>Proche de 1 : au-delà d'environ 1 / (1 - beta), les pixels apportent peu. Si rien n'est indiqué : 1 - 1 / nombre total de pixels.</translation>
    </message>
    <message>
      <source>ENet</source>
      <translation>ENet</translation>
    </message>
    <message>
      <source>Rare classes weigh more, at most about 50.</source>
      <translation>Les classes rares pèsent davantage, au plus environ 50.</translation>
    </message>
    <message>
      <source>Paszke et al. 2016, arXiv:1606.02147: 1 / ln(1.02 + share).</source>
      <translation>Paszke et al. 2016, arXiv:1606.02147 : 1 / ln(1,02 + proportion).</translation>
    </message>
    <message>
      <source>Copy-paste of rare classes</source>
      <translation>Copier-coller de classes rares</translation>
    </message>
    <message>
      <source>Objects of rare classes are copied from another training chip and pasted over common classes, with their labels.</source>
      <translation>Des objets de classes rares sont copiés d'une autre imagette d'entraînement et collés sur des classes courantes, avec leurs annotations.</translation>
    </message>
    <message>
      <source>Ghiasi et al. 2021, arXiv:2012.07177; whole classes as in Olsson et al. 2020, arXiv:2007.07936.</source>
      <translation>Ghiasi et al. 2021, arXiv:2012.07177 ; classes entières comme dans Olsson et al. 2020, arXiv:2007.07936.</translation>
    </message>
    <message>
      <source>Probability that it is applied to a chip.</source>
      <translation>Probabilité de l'appliquer à une imagette.</translation>
    </message>
    <message>
      <source>Flips and rotations (D4)</source>
      <translation>Symétries et rotations (D4)</translation>
    </message>
    <message>
      <source>One of the eight symmetries of a square, all equally likely: seen from above, nothing is upright.</source>
      <translation>L'une des huit symétries d'un carré, toutes aussi probables : vu d'en haut, il n'y a ni haut ni bas.</translation>
    </message>
    <message>
      <source>Pixels are rearranged, none is interpolated.</source>
      <translation>Les pixels sont réarrangés, aucun n'est interpolé.</translation>
    </message>
    <message>
      <source>Scale</source>
      <translation>Échelle</translation>
    </message>
    <message>
      <source>Zoomed in or out a little. Pixels from outside the chip are ignored.</source>
      <translation>Un peu agrandie ou réduite. Les pixels extérieurs à l'imagette sont ignorés.</translation>
    </message>
    <message>
      <source>Interpolated between valid pixels: Knutsson and Westin 1993, doi:10.1109/CVPR.1993.341081.</source>
      <translation>Interpolation entre pixels valides : Knutsson et Westin 1993, doi:10.1109/CVPR.1993.341081.</translation>
    </message>
    <message>
      <source>Largest zoom factor, in or out.</source>
      <translation>Facteur de zoom maximal, avant ou arrière.</translation>
    </message>
    <message>
      <source>Rotation by any angle</source>
      <translation>Rotation d'angle quelconque</translation>
    </message>
    <message>
      <source>Rotated about the chip's centre. Corners from outside the chip are ignored.</source>
      <translation>Rotation autour du centre de l'imagette. Les coins extérieurs à l'imagette sont ignorés.</translation>
    </message>
    <message>
      <source>Largest angle, in either direction.</source>
      <translation>Angle maximal, dans les deux sens.</translation>
    </message>
    <message>
      <source>Gaussian blur</source>
      <translation>Flou gaussien</translation>
    </message>
    <message>
      <source>As if out of focus.</source>
      <translation>Comme une image mal mise au point.</translation>
    </message>
    <message>
      <source>Gaussian, over valid pixels only.</source>
      <translation>Gaussien, sur les seuls pixels valides.</translation>
    </message>
    <message>
      <source>Largest standard deviation, in pixels.</source>
      <translation>Écart-type maximal, en pixels.</translation>
    </message>
    <message>
      <source>Color jitter</source>
      <translation>Variation des couleurs (color jitter)</translation>
    </message>
    <message>
      <source>Changes of brightness, contrast and gamma, of all bands together and a little of each band: haze, season, another camera.</source>
      <translation>Variations de luminosité, de contraste et de gamma, de toutes les bandes ensemble et un peu de chacune : brume, saison, autre caméra.</translation>
    </message>
    <message>
      <source>In standard deviations of each band, so that it suits any band and unit.</source>
      <translation>En écarts-types de chaque bande, ce qui convient à toute bande et à toute unité.</translation>
    </message>
    <message>
      <source>Largest shift, in standard deviations of the band.</source>
      <translation>Décalage maximal, en écarts-types de la bande.</translation>
    </message>
    <message>
      <source>Largest relative change of the contrast.</source>
      <translation>Variation relative maximale du contraste.</translation>
    </message>
    <message>
      <source>Darker or brighter between black and white: exponent up to 1 + gamma, or its inverse.</source>
      <translation>Plus sombre ou plus clair entre le noir et le blanc : exposant jusqu'à 1 + gamma, ou son inverse.</translation>
    </message>
    <message>
      <source>Share of these changes that each band gets on its own in addition.</source>
      <translation>Part de ces variations que chaque bande reçoit en plus pour elle-même.</translation>
    </message>
    <message>
      <source>Noise</source>
      <translation>Bruit</translation>
    </message>
    <message>
      <source>Grain, as from a poor sensor.</source>
      <translation>Du grain, comme celui d'un mauvais capteur.</translation>
    </message>
    <message>
      <source>Gaussian, independent for each pixel and band.</source>
      <translation>Gaussien, indépendant pour chaque pixel et chaque bande.</translation>
    </message>
    <message>
      <source>Largest noise, in standard deviations of the band.</source>
      <translation>Bruit maximal, en écarts-types de la bande.</translation>
    </message>
    <message>
      <source>None</source>
      <translation>Aucune</translation>
    </message>
    <message>
      <source>The chips as they are.</source>
      <translation>Les imagettes telles quelles.</translation>
    </message>
    <message>
      <source>For comparison.</source>
      <translation>Pour comparaison.</translation>
    </message>
    <message>
      <source>Light</source>
      <translation>Légère</translation>
    </message>
    <message>
      <source>Flips, rotations by 90°, brightness and contrast: cheap, and rarely harmful.</source>
      <translation>Symétries, rotations de 90°, luminosité et contraste : peu coûteux, et rarement nuisible.</translation>
    </message>
    <message>
      <source>The default.</source>
      <translation>Choix par défaut.</translation>
    </message>
    <message>
      <source>Strong</source>
      <translation>Forte</translation>
    </message>
    <message>
      <source>All augmentations. For few labels, or for imagery unlike the training imagery; needs more epochs.</source>
      <translation>Toutes les augmentations. Pour peu d'annotations, ou pour des images différentes de celles de l'entraînement ; demande plus d'époques.</translation>
    </message>
    <message>
      <source>Three of four chips are resampled.</source>
      <translation>Trois imagettes sur quatre sont rééchantillonnées.</translation>
    </message>
    <message>
      <source>training</source>
      <translation>entraînement</translation>
    </message>
    <message>
      <source>what the network is trained on</source>
      <translation>ce sur quoi le réseau est entraîné</translation>
    </message>
    <message>
      <source>validation</source>
      <translation>validation</translation>
    </message>
    <message>
      <source>kept out of training to measure the model after each epoch</source>
      <translation>tenu à l'écart de l'entraînement pour mesurer le modèle après chaque époque</translation>
    </message>
    <message>
      <source>test</source>
      <translation>test</translation>
    </message>
    <message>
      <source>kept out of everything until the model is finished</source>
      <translation>tenu à l'écart de tout jusqu'à ce que le modèle soit terminé</translation>
    </message>
    <message>
      <source>buffer</source>
      <translation>tampon</translation>
    </message>
    <message>
      <source>too close to validation or test to be trained on</source>
      <translation>trop près de la validation ou du test pour servir à l'entraînement</translation>
    </message>
    <message>
      <source>unused</source>
      <translation>inutilisé</translation>
    </message>
    <message>
      <source>unlabelled, or in no split area</source>
      <translation>sans annotation, ou dans aucune zone de répartition</translation>
    </message>
    <message>
      <source>packages</source>
      <translation>paquets</translation>
    </message>
    <message>
      <source>Downloading packages</source>
      <translation>Téléchargement des paquets</translation>
    </message>
    <message>
      <source>MB</source>
      <translation>Mo</translation>
    </message>
    <message>
      <source>Installing packages</source>
      <translation>Installation des paquets</translation>
    </message>
    <message>
      <source>blocks</source>
      <translation>blocs</translation>
    </message>
    <message>
      <source>Counting the labels</source>
      <translation>Comptage des annotations</translation>
    </message>
    <message>
      <source>Reading the classes</source>
      <translation>Lecture des classes</translation>
    </message>
    <message>
      <source>Preparing the labels</source>
      <translation>Préparation des annotations</translation>
    </message>
    <message>
      <source>Splitting the labels</source>
      <translation>Répartition des annotations</translation>
    </message>
    <message>
      <source>Computing band statistics</source>
      <translation>Calcul des statistiques des bandes</translation>
    </message>
    <message>
      <source>Making polygons</source>
      <translation>Création des polygones</translation>
    </message>
    <message>
      <source>strips</source>
      <translation>tranches</translation>
    </message>
    <message>
      <source>Merging small segments</source>
      <translation>Fusion des petits segments</translation>
    </message>
    <message>
      <source>tiles</source>
      <translation>tuiles</translation>
    </message>
    <message>
      <source>Classifying</source>
      <translation>Classification</translation>
    </message>
    <message>
      <source>rasters</source>
      <translation>rasters</translation>
    </message>
    <message>
      <source>Checking the rasters</source>
      <translation>Vérification des rasters</translation>
    </message>
    <message>
      <source>million pixels</source>
      <translation>millions de pixels</translation>
    </message>
    <message>
      <source>bytes</source>
      <translation>octets</translation>
    </message>
    <message>
      <source>Writing the map</source>
      <translation>Écriture de la carte</translation>
    </message>
    <message>
      <source>checks</source>
      <translation>vérifications</translation>
    </message>
    <message>
      <source>Checking the engine</source>
      <translation>Vérification du moteur</translation>
    </message>
    <message>
      <source>Comparing losses</source>
      <translation>Comparaison des fonctions de perte</translation>
    </message>
    <message>
      <source>chips</source>
      <translation>imagettes</translation>
    </message>
    <message>
      <source>Training</source>
      <translation>Entraînement</translation>
    </message>
    <message>
      <source>steps</source>
      <translation>pas</translation>
    </message>
    <message>
      <source>Finding the learning rate</source>
      <translation>Recherche du taux d'apprentissage</translation>
    </message>
  </context>
</TS>
