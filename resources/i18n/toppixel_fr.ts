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
      <source>Pixels of '{layer}' are {size} m, the model was trained on {expected} m: what it looks for cannot be seen in them. Choose a raster with smaller pixels.</source>
      <translation>Les pixels de « {layer} » mesurent {size} m, le modèle a été entraîné à {expected} m : ce qu'il recherche n'y est pas visible. Choisissez un raster aux pixels plus petits.</translation>
    </message>
    <message>
      <source>Pixels of '{layer}' are {size} m, the model was trained on {expected} m: objects look larger or smaller than it knows them.</source>
      <translation>Les pixels de « {layer} » mesurent {size} m, le modèle a été entraîné à {expected} m : les objets paraissent plus grands ou plus petits que ceux qu'il connaît.</translation>
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
      <source>All polygons of '{layer}' are of one class, '{name}'. Label something else too, or let pixels without label be 'background'.</source>
      <translation>Tous les polygones de « {layer} » sont d'une seule classe, « {name} ». Annotez aussi autre chose, ou choisissez « background » pour les pixels sans annotation.</translation>
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
      <source>Counts what your labels hold before you train: the pixels, share, area, chips and polygons of each class, and its weight by every method. The report shows how median frequency weights come about and advises on a loss for the rarest class, with K for TopPixel. In a model, the outputs 'Class weights' and 'Suggested loss' can be given to 'Train segmentation model'.</source>
      <translation>Compte ce que contiennent vos annotations avant l'entraînement : pixels, proportion, surface, imagettes et polygones de chaque classe, et son poids selon chaque méthode. Le rapport montre comment les poids par fréquence médiane sont obtenus et conseille une fonction de perte pour la classe la plus rare, avec le K de TopPixel. Dans un modèle de traitement, les sorties « Poids des classes » et « Fonction de perte conseillée » peuvent être transmises à « Entraîner un modèle de segmentation ».</translation>
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
      <source>Applies a model made by 'Train segmentation model' to a raster of any size with the same bands as the model was trained on. The class raster is loaded with the names and colours of the classes; polygons, and rasters of how sure the network is, come with it if you ask for them. After an interruption the same run with the same output goes on where it was.</source>
      <translation>Applique un modèle issu de « Entraîner un modèle de segmentation » à un raster de taille quelconque, avec les mêmes bandes que celles de l'entraînement. Le raster de classes est chargé avec les noms et les couleurs des classes ; des polygones, et des rasters indiquant la certitude du réseau, l'accompagnent si vous le demandez. Après une interruption, la même exécution avec la même sortie reprend là où elle en était.</translation>
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
      <source>Applies a model made by 'Train segmentation model' to many rasters: layers, files, or all that a folder holds. The model is loaded once. Each result lies in the folder for the results, named like its raster. A mosaic shows them as one layer, and polygons of all can be had in one layer. A raster that cannot be classified is told, and the rest goes on. After an interruption the same run with the same folder goes on where it was.</source>
      <translation>Applique un modèle issu de « Entraîner un modèle de segmentation » à de nombreux rasters : des couches, des fichiers, ou tous ceux d'un dossier. Le modèle n'est chargé qu'une fois. Chaque résultat est placé dans le dossier des résultats, sous le nom de son raster. Une mosaïque les affiche comme une seule couche, et les polygones de tous peuvent être réunis dans une seule couche. Un raster qui ne peut pas être classifié est signalé, et le reste continue. Après une interruption, la même exécution avec le même dossier reprend là où elle en était.</translation>
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
      <source>What became of each raster</source>
      <translation>Bilan pour chaque raster</translation>
    </message>
    <message>
      <source>The results go to a temporary folder, which is gone when QGIS is closed: an interrupted run cannot go on. Choose a folder to keep them.</source>
      <translation>Les résultats vont dans un dossier temporaire, qui disparaît à la fermeture de QGIS : une exécution interrompue ne pourra pas reprendre. Choisissez un dossier pour les conserver.</translation>
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
      <source>What is classified so far lies in a temporary folder and will be lost. Choose a place of your own for the result to be able to go on after an interruption.</source>
      <translation>Ce qui est déjà classifié se trouve dans un dossier temporaire et sera perdu. Choisissez vous-même un emplacement pour le résultat, afin de pouvoir reprendre après une interruption.</translation>
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
      <source>What is classified so far is kept in '{folder}'. Run the same again with the same output to go on from there, or delete the folder.</source>
      <translation>Ce qui est déjà classifié est conservé dans « {folder} ». Relancez la même exécution avec la même sortie pour reprendre à partir de là, ou supprimez le dossier.</translation>
    </message>
    <message>
      <source>TopPixel models</source>
      <translation>Modèles TopPixel</translation>
    </message>
    <message>
      <source>Finds out which loss serves your data best: trains the same network with each of several losses, more than once each, on the same parts of the same rasters and for the same number of epochs, and scores all of them on the same place. Give a test area that is used for nothing else if you have one. The table and the report show the scores with their spread between runs, and the maps side by side. Every model is kept in the folder; when the same comparison is run into the same folder again, it goes on where it was interrupted.</source>
      <translation>Détermine quelle fonction de perte convient le mieux à vos données : entraîne le même réseau avec plusieurs fonctions de perte, plus d'une fois chacune, sur les mêmes parties des mêmes rasters et pendant le même nombre d'époques, et les évalue toutes au même endroit. Indiquez si possible une zone de test qui ne sert à rien d'autre. Le tableau et le rapport montrent les scores avec leur dispersion entre exécutions, et les cartes côte à côte. Chaque modèle est conservé dans le dossier ; relancée dans le même dossier, la même comparaison reprend là où elle a été interrompue.</translation>
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
      <source>Loss that found the chosen class best</source>
      <translation>Fonction de perte qui a le mieux trouvé la classe choisie</translation>
    </message>
    <message>
      <source>Models and scores go to a temporary folder, which is gone when QGIS is closed: an interrupted comparison cannot go on. Choose a folder to keep them.</source>
      <translation>Les modèles et les scores vont dans un dossier temporaire, qui disparaît à la fermeture de QGIS : une comparaison interrompue ne pourra pas reprendre. Choisissez un dossier pour les conserver.</translation>
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
      <source>Builds the engine: a Python environment of its own, outside QGIS, in which the networks run. Needs the internet and about 2 GB of disk (7 GB with a CUDA graphics card), once; run it again after an update of the plugin. An interrupted set-up goes on where it stopped. At the end the engine is checked for real and its versions and device are shown.</source>
      <translation>Construit le moteur : un environnement Python à part, hors de QGIS, dans lequel tournent les réseaux. Nécessite, une seule fois, Internet et environ 2 Go de disque (7 Go avec une carte graphique CUDA) ; à relancer après une mise à jour de l'extension. Une installation interrompue reprend là où elle s'est arrêtée. À la fin, le moteur est testé en conditions réelles, et ses versions et son périphérique sont affichés.</translation>
    </message>
    <message>
      <source>Your own Python</source>
      <translation>Votre propre Python</translation>
    </message>
    <message>
      <source>Path of a Python program (3.10 or newer) that has all packages of the engine; it is checked and used from then on instead of an engine built here. Leave it empty to build one.</source>
      <translation>Chemin d'un programme Python (3.10 ou plus récent) qui possède tous les paquets du moteur ; il est vérifié, puis utilisé à la place d'un moteur construit ici. Laisser vide pour en construire un.</translation>
    </message>
    <message>
      <source>Bundle</source>
      <translation>Kit hors ligne</translation>
    </message>
    <message>
      <source>Folder made on another machine by 'core engine bundle'. The engine is built from it without any network. Leave it empty to get the packages from the internet, through the proxy that QGIS uses.</source>
      <translation>Dossier créé sur une autre machine par « core engine bundle ». Le moteur en est construit sans aucun réseau. Laisser vide pour obtenir les paquets depuis Internet, par le proxy qu'utilise QGIS.</translation>
    </message>
    <message>
      <source>Build anew</source>
      <translation>Reconstruire</translation>
    </message>
    <message>
      <source>Repairs: removes the engine that is there and everything that was fetched for it, and builds it again from nothing.</source>
      <translation>Répare : supprime le moteur présent et tout ce qui a été téléchargé pour lui, et le reconstruit depuis le début.</translation>
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
      <source>1 (sure)</source>
      <translation>1 (certain)</translation>
    </message>
    <message>
      <source>0 (sure)</source>
      <translation>0 (certain)</translation>
    </message>
    <message>
      <source>1 (all classes alike)</source>
      <translation>1 (toutes les classes à égalité)</translation>
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
      <source>Trains a network that finds in imagery what you have labelled: give one or more rasters, a polygon layer (or a class raster) that shows what is where, and the field with the class. For things that are rare in the imagery choose a loss made for them and class weights. A part of the labelled area is kept out of training to measure how good the model is. The result is one file, which 'Classify raster' applies to rasters of any size.</source>
      <translation>Entraîne un réseau qui retrouve dans les images ce que vous avez annoté : donnez un ou plusieurs rasters, une couche de polygones (ou un raster de classes) qui montre ce qui se trouve où, et le champ de la classe. Pour ce qui est rare dans les images, choisissez une fonction de perte conçue pour cela et des poids des classes. Une partie de la zone annotée est tenue à l'écart de l'entraînement pour mesurer la qualité du modèle. Le résultat est un seul fichier, que « Classifier un raster » applique à des rasters de taille quelconque.</translation>
    </message>
    <message>
      <source>deep learning,segmentation,neural network,imbalance,loss,landcover,orthophoto</source>
      <translation>apprentissage profond,deep learning,segmentation,réseau de neurones,entraînement,déséquilibre,imbalance,fonction de perte,loss,occupation du sol,landcover,orthophoto</translation>
    </message>
    <message>
      <source>Mean IoU on the validation area</source>
      <translation>IoU moyenne sur la zone de validation</translation>
    </message>
    <message>
      <source>Epoch that was kept</source>
      <translation>Époque retenue</translation>
    </message>
    <message>
      <source>Mean IoU on the test areas</source>
      <translation>IoU moyenne sur les zones de test</translation>
    </message>
    <message>
      <source>The model goes to a temporary file, which is gone when QGIS is closed.</source>
      <translation>Le modèle va dans un fichier temporaire, qui disparaît à la fermeture de QGIS.</translation>
    </message>
    <message>
      <source>The best model so far is kept: {path}</source>
      <translation>Le meilleur modèle obtenu jusqu'ici est conservé : {path}</translation>
    </message>
    <message>
      <source>Makes polygons of a class raster of any size. Small patches can be merged into neighbours, outlines simplified and smoothed. Neighbours keep their common borders, so that no gaps and no overlaps arise, and no polygon ends at a tile's border. Each has its class, its area and perimeter on the ground, and its mean confidence if you give the confidence raster. Names and colours are those of the layer's style, or else of the raster's file.</source>
      <translation>Crée des polygones à partir d'un raster de classes de taille quelconque. Les petits îlots peuvent être fusionnés avec leurs voisins, les contours simplifiés et lissés. Les voisins gardent leurs limites communes, de sorte qu'il n'y a ni trous ni chevauchements, et aucun polygone ne s'arrête au bord d'une tuile. Chacun porte sa classe, sa surface et son périmètre au sol, et sa confiance moyenne si vous donnez le raster de confiance. Les noms et les couleurs sont ceux du style de la couche, ou à défaut ceux du fichier du raster.</translation>
    </message>
    <message>
      <source>vectorize,polygonize,raster to vector,segmentation,landcover,sieve,eliminate,simplify,smooth,generalize,topology,coverage</source>
      <translation>vectoriser,vectorize,polygoniser,polygonize,raster vers vecteur,raster to vector,segmentation,occupation du sol,landcover,tamiser,sieve,éliminer,simplifier,lisser,généraliser,topologie,couverture,coverage</translation>
    </message>
    <message>
      <source>Own choice</source>
      <translation>Choix personnalisé</translation>
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
      <source>What the loss is multiplied by</source>
      <translation>Facteur par lequel la perte est multipliée</translation>
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
      <source>Choose a loss with its numbers and add it to the list</source>
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
      <source>End this job. The best model so far is kept.</source>
      <translation>Arrêter cette tâche. Le meilleur modèle obtenu jusqu'ici est conservé.</translation>
    </message>
    <message>
      <source>Training loss</source>
      <translation>Perte d’entraînement</translation>
    </message>
    <message>
      <source>IoU on the validation area</source>
      <translation>IoU sur la zone de validation</translation>
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
      <source>A place of the validation area is shown here after each epoch.</source>
      <translation>Un endroit de la zone de validation s'affiche ici après chaque époque.</translation>
    </message>
    <message>
      <source>Image</source>
      <translation>Image</translation>
    </message>
    <message>
      <source>Truth</source>
      <translation>Vérité</translation>
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
      <source>{text}; epoch {best} is kept</source>
      <translation>{text} ; l'époque {best} est retenue</translation>
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
      <source>The set-up of the engine goes on in the background.</source>
      <translation>L'installation du moteur se poursuit en arrière-plan.</translation>
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
      <source>Networks run in an engine of their own, outside QGIS. It is built once; nothing is installed into QGIS or the system.</source>
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
      <source>nothing, unless it must be repaired</source>
      <translation>rien, sauf s'il faut le réparer</translation>
    </message>
    <message>
      <source>There is not enough room. Choose another folder, or free some.</source>
      <translation>Il n'y a pas assez de place. Choisissez un autre dossier, ou libérez de l'espace.</translation>
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
      <source>The Python that you have chosen as engine is not there.</source>
      <translation>Le Python que vous avez choisi comme moteur est introuvable.</translation>
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
      <source>Remove the engine and everything that was fetched for it, and build it again?</source>
      <translation>Supprimer le moteur et tout ce qui a été téléchargé pour lui, et le reconstruire ?</translation>
    </message>
    <message>
      <source>Remove all engines in '{folder}', and everything that was fetched for them?</source>
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
      <source>Builds the engine anew, with everything fetched again.</source>
      <translation>Reconstruit le moteur, en téléchargeant tout à nouveau.</translation>
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
      <source>What 'Device' is when a dialog opens. 'auto' takes a graphics card when there is one.</source>
      <translation>Valeur de « Périphérique » à l'ouverture d'une boîte de dialogue. « auto » prend une carte graphique s'il y en a une.</translation>
    </message>
    <message>
      <source>one for each core</source>
      <translation>un par cœur</translation>
    </message>
    <message>
      <source>How many threads compute a network on the processor.</source>
      <translation>Nombre de threads qui calculent un réseau sur le processeur.</translation>
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
      <source>Address of another package index, such as one of your company.</source>
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
      <source>Versions, device, state of the engine and the last errors, without the names of users.</source>
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
      <source>Looking…</source>
      <translation>Recherche en cours…</translation>
    </message>
    <message>
      <source>In the clipboard.</source>
      <translation>Dans le presse-papiers.</translation>
    </message>
    <message>
      <source>Removed; {size} are free again.</source>
      <translation>Supprimé ; {size} sont de nouveau libres.</translation>
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
      <source>Not checked yet; the first job does it.</source>
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
      <source>What is where: a polygon layer (any coordinate system; selection and filter are honoured), or a class raster (one integer per class, 255 counts for nothing).</source>
      <translation>Ce qui se trouve où : une couche de polygones (SCR quelconque ; la sélection et le filtre sont respectés), ou un raster de classes (un entier par classe, 255 n'est pas pris en compte).</translation>
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
      <source>Field of the polygon layer that holds the class, integer or text. Not needed for a class raster. The value 255 or the text 'ignore' marks places that count for nothing.</source>
      <translation>Champ de la couche de polygones qui contient la classe, entier ou texte. Inutile pour un raster de classes. La valeur 255 ou le texte « ignore » marque les endroits à ne pas prendre en compte.</translation>
    </message>
    <message>
      <source>Pixels without label</source>
      <translation>Pixels sans annotation</translation>
    </message>
    <message>
      <source>'background': everything without a polygon is the class background (label all objects, or give a labelled area). 'ignore': pixels without a polygon count for nothing (label some of everything, background too).</source>
      <translation>« background » : tout ce qui est hors polygone est la classe de fond « background » (annoter tous les objets, ou donner une zone annotée). « ignore » : les pixels hors polygone ne sont pas pris en compte (annoter un peu de tout, le fond aussi).</translation>
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
      <source>What the network is trained to make small. Made for rare classes: toppixel(k=50000) lets only the K worst pixels of a batch count; focal(gamma=2) fades out easy pixels. Standard: ce (cross entropy). Sums work as well: TopPixel alone wants exact outlines, with rough ones add ce to it or choose a larger K.</source>
      <translation>Ce que l'entraînement du réseau cherche à minimiser. Conçues pour les classes rares : toppixel(k=50000) ne fait compter que les K pires pixels d'un lot ; focal(gamma=2) atténue les pixels faciles. Standard : ce (entropie croisée). Les sommes sont possibles aussi : TopPixel seule demande des contours exacts ; avec des contours approximatifs, lui ajouter ce ou choisir un K plus grand.</translation>
    </message>
    <message>
      <source>How much each class counts in the loss: 'none'; by how rare it is ('median_frequency', 'inverse', 'inverse_sqrt', 'effective_number', 'enet', each with an optional bound as in 'median_frequency(cap=50)'); or typed as 'car=5, road=1' (a class that is not named weighs 1).</source>
      <translation>Combien chaque classe compte dans la fonction de perte : « none » ; selon sa rareté (« median_frequency », « inverse », « inverse_sqrt », « effective_number », « enet », chacun avec une limite facultative comme dans « median_frequency(cap=50) ») ; ou une saisie comme « voiture=5, route=1 » (une classe qui n'est pas nommée a le poids 1).</translation>
    </message>
    <message>
      <source>Architecture</source>
      <translation>Architecture</translation>
    </message>
    <message>
      <source>Kind of network. U-Net is a good choice for sharp outlines.</source>
      <translation>Type de réseau. U-Net est un bon choix pour des contours nets.</translation>
    </message>
    <message>
      <source>Encoder</source>
      <translation>Encodeur</translation>
    </message>
    <message>
      <source>The part of the network that reads the image. Larger ones (resnet34, resnet50) learn more and run slower. Any encoder of segmentation-models-pytorch, 'tu-' names of timm included.</source>
      <translation>La partie du réseau qui lit l'image. Les plus grands (resnet34, resnet50) apprennent davantage et sont plus lents. Tout encodeur de segmentation-models-pytorch, y compris les noms « tu- » de timm.</translation>
    </message>
    <message>
      <source>Encoder weights</source>
      <translation>Poids de l'encodeur</translation>
    </message>
    <message>
      <source>'pretrained' starts from weights learned on ImageNet and needs far fewer labels; 'random' starts from nothing; or the path of a weights file (.safetensors or .pth).</source>
      <translation>« pretrained » part de poids appris sur ImageNet et demande beaucoup moins d'annotations ; « random » part de rien ; ou le chemin d'un fichier de poids (.safetensors ou .pth).</translation>
    </message>
    <message>
      <source>Continue from model</source>
      <translation>Continuer à partir d'un modèle</translation>
    </message>
    <message>
      <source>Optional: start from this trained model instead of encoder weights, to teach it more on new data. Its architecture, encoder and number of bands must be the same; classes are matched by name, and new ones start from nothing.</source>
      <translation>Facultatif : partir de ce modèle entraîné au lieu des poids de l'encodeur, pour lui en apprendre davantage sur de nouvelles données. Son architecture, son encodeur et son nombre de bandes doivent être les mêmes ; les classes sont reliées par leur nom, et les nouvelles partent de rien.</translation>
    </message>
    <message>
      <source>Chip size (pixels)</source>
      <translation>Taille d'imagette (pixels)</translation>
    </message>
    <message>
      <source>Side of the squares that the network learns from, a multiple of 32. Large enough to show an object with its surroundings.</source>
      <translation>Côté des carrés dont le réseau apprend, un multiple de 32. Assez grand pour montrer un objet et ce qui l'entoure.</translation>
    </message>
    <message>
      <source>Batch size</source>
      <translation>Taille de lot</translation>
    </message>
    <message>
      <source>Chips per training step. Halved by itself when memory runs out.</source>
      <translation>Nombre d'imagettes par pas d'entraînement. Divisé par deux automatiquement si la mémoire ne suffit pas.</translation>
    </message>
    <message>
      <source>Sampling</source>
      <translation>Échantillonnage</translation>
    </message>
    <message>
      <source>Where the network looks while it learns. 'uniform': anywhere alike. 'balanced': first a class, then a place where it is, so that rare classes are seen more often. 'repeat factor': in between.</source>
      <translation>Où le réseau regarde pendant qu'il apprend. « uniform » : partout de la même façon. « balanced » : d'abord une classe, puis un endroit où elle se trouve, afin que les classes rares soient vues plus souvent. « repeat factor » : entre les deux.</translation>
    </message>
    <message>
      <source>Augmentation</source>
      <translation>Augmentation</translation>
    </message>
    <message>
      <source>How chips are varied, so that the network learns what does not matter. 'none'; 'light': turns, mirrors, brightness, contrast; 'strong': also scale, rotation, blur, gamma, noise, and objects of rare classes pasted to other places; or a sum of parts, as in 'turns + colour(brightness=0.5) + copy_paste(chance=0.3)'.</source>
      <translation>Façon de varier les imagettes, pour que le réseau apprenne ce qui n'a pas d'importance. « none » ; « light » : quarts de tour, miroirs, luminosité, contraste ; « strong » : en plus échelle, rotation, flou, gamma, bruit, et objets de classes rares collés à d'autres endroits ; ou une somme de parties, comme « turns + colour(brightness=0.5) + copy_paste(chance=0.3) ».</translation>
    </message>
    <message>
      <source>Epochs</source>
      <translation>Époques</translation>
    </message>
    <message>
      <source>How many times the training area is gone through. Validation and saving happen after each.</source>
      <translation>Nombre de parcours de la zone d'entraînement. Validation et enregistrement ont lieu après chacun.</translation>
    </message>
    <message>
      <source>Learning rate</source>
      <translation>Taux d'apprentissage</translation>
    </message>
    <message>
      <source>Size of a training step. Smaller if the loss jumps or becomes NaN. 0: found by some dozens of trial steps before the training.</source>
      <translation>Grandeur d'un pas d'entraînement. À réduire si la perte fait des sauts ou devient NaN. 0 : déterminé par quelques dizaines de pas d'essai avant l'entraînement.</translation>
    </message>
    <message>
      <source>Optimiser</source>
      <translation>Optimiseur</translation>
    </message>
    <message>
      <source>How the weights are moved. 'adamw' needs little tuning; 'sgd' wants a learning rate of about 0.01.</source>
      <translation>Façon de modifier les poids. « adamw » demande peu de réglages ; « sgd » veut un taux d'apprentissage d'environ 0,01.</translation>
    </message>
    <message>
      <source>Learning rate over time</source>
      <translation>Évolution du taux d'apprentissage</translation>
    </message>
    <message>
      <source>'cosine' (short warm-up, then slowly down), 'one cycle' (long warm-up) or 'constant'.</source>
      <translation>« cosine » (montée courte, puis descente lente), « one cycle » (montée longue) ou « constant ».</translation>
    </message>
    <message>
      <source>Encoder's learning rate</source>
      <translation>Taux d'apprentissage de l'encodeur</translation>
    </message>
    <message>
      <source>The encoder's learning rate as a part of the other's. Below 1 its pretrained weights change less; with 0 they stay as they are, for very few labels.</source>
      <translation>Taux d'apprentissage de l'encodeur, en proportion de celui du reste. Au-dessous de 1, ses poids préentraînés changent moins ; avec 0, ils restent tels quels, pour très peu d'annotations.</translation>
    </message>
    <message>
      <source>Gradient clipping</source>
      <translation>Écrêtage du gradient</translation>
    </message>
    <message>
      <source>Longest gradient of a step; longer ones are shortened, which steadies a loss that jumps. 0: never.</source>
      <translation>Longueur maximale du gradient d'un pas ; les plus longs sont raccourcis, ce qui stabilise une perte qui fait des sauts. 0 : jamais.</translation>
    </message>
    <message>
      <source>Weight averaging</source>
      <translation>Moyenne des poids</translation>
    </message>
    <message>
      <source>Keep a running average of the weights instead of the last ones, with this part of the old average kept at each step, such as 0.99. Steadier scores. 0: no average.</source>
      <translation>Garder une moyenne glissante des poids au lieu des derniers, en conservant à chaque pas cette part de l'ancienne moyenne, par exemple 0,99. Scores plus stables. 0 : pas de moyenne.</translation>
    </message>
    <message>
      <source>Validation share</source>
      <translation>Part de validation</translation>
    </message>
    <message>
      <source>Share of the labelled area that is kept out of training, in whole blocks, to measure how good the model is. A buffer of half a chip around them is not learned from either. 0 for none.</source>
      <translation>Part de la zone annotée tenue à l'écart de l'entraînement, par blocs entiers, pour mesurer la qualité du modèle. Un tampon d'une demi-imagette autour de ces blocs n'est pas appris non plus. 0 pour aucune.</translation>
    </message>
    <message>
      <source>Split areas</source>
      <translation>Zones de répartition</translation>
    </message>
    <message>
      <source>Optional polygon layer that says which ground is for training, for validation and for test, instead of blocks chosen by chance. Pixels in no polygon are not used; test areas are scored once, with the finished model. Without validation areas, blocks are chosen among those for training.</source>
      <translation>Couche de polygones facultative qui indique quels terrains servent à l'entraînement, à la validation et au test, au lieu de blocs choisis au hasard. Les pixels hors de tout polygone ne sont pas utilisés ; les zones de test sont évaluées une seule fois, avec le modèle terminé. Sans zones de validation, des blocs sont choisis parmi celles d'entraînement.</translation>
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
      <source>Best epoch by</source>
      <translation>Meilleure époque selon</translation>
    </message>
    <message>
      <source>By which IoU on the validation area the best epoch is chosen: 'mean IoU', 'worst class', or the name of a class.</source>
      <translation>IoU sur la zone de validation d'après laquelle la meilleure époque est choisie : « mean IoU », « worst class », ou le nom d'une classe.</translation>
    </message>
    <message>
      <source>Patience (epochs)</source>
      <translation>Patience (époques)</translation>
    </message>
    <message>
      <source>Training ends early when so many epochs have brought nothing better. 0: it never does.</source>
      <translation>L'entraînement s'arrête plus tôt si ce nombre d'époques n'a rien apporté de mieux. 0 : jamais.</translation>
    </message>
    <message>
      <source>Seed</source>
      <translation>Graine</translation>
    </message>
    <message>
      <source>Same seed, same data, same machine: same model.</source>
      <translation>Même graine, mêmes données, même machine : même modèle.</translation>
    </message>
    <message>
      <source>Device</source>
      <translation>Périphérique</translation>
    </message>
    <message>
      <source>Where the network runs. 'auto' takes a graphics card (CUDA, Apple MPS) when there is one. 'cuda:1' names the second card.</source>
      <translation>Où tourne le réseau. « auto » prend une carte graphique (CUDA, Apple MPS) s'il y en a une. « cuda:1 » désigne la deuxième carte.</translation>
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
      <source>Where the parts are written as polygons: training, validation, test, and the buffer between them (.gpkg). Optional.</source>
      <translation>Fichier dans lequel les parties sont écrites sous forme de polygones : entraînement, validation, test, et le tampon entre elles (.gpkg). Facultatif.</translation>
    </message>
    <message>
      <source>TensorBoard folder</source>
      <translation>Dossier TensorBoard</translation>
    </message>
    <message>
      <source>Where the curves and a validation picture of each epoch are written for TensorBoard, in a folder named like the model. Give several trainings the same folder to compare them. Optional.</source>
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
      <source>Weights to hand on</source>
      <translation>Poids à transmettre</translation>
    </message>
    <message>
      <source>The weighting that the output 'Class weights' holds, as text for 'Train segmentation model'. The table and the report show all.</source>
      <translation>La pondération que contient la sortie « Poids des classes », sous forme de texte pour « Entraîner un modèle de segmentation ». Le tableau et le rapport les montrent toutes.</translation>
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
      <source>Every model is kept here, with the scores (comparison.csv). Give the same folder again to go on after an interruption: finished runs are not repeated.</source>
      <translation>Chaque modèle y est conservé, avec les scores (comparison.csv). Redonner le même dossier pour reprendre après une interruption : les exécutions terminées ne sont pas répétées.</translation>
    </message>
    <message>
      <source>Test area</source>
      <translation>Zone de test</translation>
    </message>
    <message>
      <source>Optional polygon layer: the final scores are taken inside it, and no pixel inside it is seen in training or used to choose the epoch. Without it the scores are those of the split's test areas, or else of the validation blocks.</source>
      <translation>Couche de polygones facultative : les scores finaux sont mesurés à l'intérieur, et aucun de ses pixels n'est vu à l'entraînement ni ne sert à choisir l'époque. Sans elle, les scores sont ceux des zones de test de la répartition, ou à défaut ceux des blocs de validation.</translation>
    </message>
    <message>
      <source>Losses</source>
      <translation>Fonctions de perte</translation>
    </message>
    <message>
      <source>The losses to compare, one a line, as in 'Train segmentation model'.</source>
      <translation>Les fonctions de perte à comparer, une par ligne, écrites comme dans « Entraîner un modèle de segmentation ».</translation>
    </message>
    <message>
      <source>Runs per loss</source>
      <translation>Exécutions par fonction de perte</translation>
    </message>
    <message>
      <source>How often each loss is trained, each time from another seed. The spread between runs shows which differences are chance.</source>
      <translation>Nombre d'entraînements de chaque fonction de perte, chaque fois avec une autre graine. La dispersion entre exécutions montre quelles différences relèvent du hasard.</translation>
    </message>
    <message>
      <source>Class to look at</source>
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
      <source>Seed of each loss's first run, and of the split; the next runs count on from it.</source>
      <translation>Graine de la première exécution de chaque fonction de perte, et de la répartition ; les exécutions suivantes continuent à compter à partir d'elle.</translation>
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
      <source>Classes to polygons</source>
      <translation>Convertir les classes en polygones</translation>
    </message>
    <message>
      <source>Class raster</source>
      <translation>Raster de classes</translation>
    </message>
    <message>
      <source>A raster with one band and one whole number per class, such as 'Classify raster' makes. Nodata becomes no polygon.</source>
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
      <source>Smallest area (m²)</source>
      <translation>Surface minimale (m²)</translation>
    </message>
    <message>
      <source>Smaller patches are given to the neighbour that they share the longest border with. 0: all patches stay.</source>
      <translation>Les îlots plus petits sont attribués au voisin avec lequel ils partagent la plus longue limite. 0 : tous les îlots sont conservés.</translation>
    </message>
    <message>
      <source>Simplify by (m)</source>
      <translation>Simplification (m)</translation>
    </message>
    <message>
      <source>How far outlines may move, on the ground, to become simpler. One to two pixels turn the stairs of the pixels into straight lines. Neighbours keep a common border: no gaps, no overlaps. 0: outlines follow the pixels.</source>
      <translation>Déplacement maximal des contours, au sol, pour les simplifier. Un à deux pixels transforment les marches d'escalier des pixels en lignes droites. Les voisins gardent une limite commune : ni trous, ni chevauchements. 0 : les contours suivent les pixels.</translation>
    </message>
    <message>
      <source>Smooth (rounds)</source>
      <translation>Lissage (passes)</translation>
    </message>
    <message>
      <source>How often corners are cut (Chaikin). Each round doubles the points; 2 or 3 look round. For natural outlines, rather not for buildings. 0: corners stay.</source>
      <translation>Nombre de fois que les angles sont coupés (Chaikin). Chaque passe double le nombre de points ; 2 ou 3 donnent un aspect arrondi. Pour des contours naturels, plutôt pas pour des bâtiments. 0 : les angles sont conservés.</translation>
    </message>
    <message>
      <source>Confidence raster</source>
      <translation>Raster de confiance</translation>
    </message>
    <message>
      <source>Optional: a raster on the same pixels, from 0 to 1, such as 'Classify raster' makes. Each polygon gets its mean.</source>
      <translation>Facultatif : un raster sur les mêmes pixels, de 0 à 1, comme celui de « Classifier un raster ». Chaque polygone en reçoit la moyenne.</translation>
    </message>
    <message>
      <source>Name of each class value, such as {"1": "car"}; those in the raster's file when left out, and in QGIS those of the layer's style.</source>
      <translation>Nom de chaque valeur de classe, par exemple {"1": "car"} ; si rien n'est indiqué, ceux du fichier du raster, et dans QGIS ceux du style de la couche.</translation>
    </message>
    <message>
      <source>Colour of each class value, such as {"1": "#ff0000"}; those in the raster's file when left out, and in QGIS those of the layer's style.</source>
      <translation>Couleur de chaque valeur de classe, par exemple {"1": "#ff0000"} ; si rien n'est indiqué, celles du fichier du raster, et dans QGIS celles du style de la couche.</translation>
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
      <source>The orthophoto to classify: same bands, in the same order, as the model was trained with.</source>
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
      <source>Read at the model's pixel size</source>
      <translation>Lire à la taille de pixel du modèle</translation>
    </message>
    <message>
      <source>When the pixels of the raster are more than a fifth larger or smaller than those the model was trained on, objects look larger or smaller than it knows them. Then the raster is read at the model's pixel size; the result has the raster's own pixels.</source>
      <translation>Quand les pixels du raster sont plus grands ou plus petits de plus d'un cinquième que ceux de l'entraînement du modèle, les objets paraissent plus grands ou plus petits que ceux qu'il connaît. Le raster est alors lu à la taille de pixel du modèle ; le résultat a les pixels du raster.</translation>
    </message>
    <message>
      <source>Look at each place in eight views</source>
      <translation>Regarder chaque endroit sous huit vues</translation>
    </message>
    <message>
      <source>Each tile is classified turned and mirrored in all eight ways, and the probabilities are averaged (test-time augmentation). Often a little better, eight times as slow.</source>
      <translation>Chaque tuile est classifiée dans ses huit orientations, tournée et en miroir, et la moyenne des probabilités est prise (augmentation au test, TTA). Souvent un peu meilleur, huit fois plus lent.</translation>
    </message>
    <message>
      <source>Damaged parts of the raster</source>
      <translation>Parties endommagées du raster</translation>
    </message>
    <message>
      <source>'stop': a part that cannot be read ends the job. 'skip': it becomes nodata, and how much was skipped is said.</source>
      <translation>« stop » : une partie illisible arrête la tâche. « skip » : elle devient nodata, et la quantité ignorée est indiquée.</translation>
    </message>
    <message>
      <source>Tile size (pixels)</source>
      <translation>Taille de tuile (pixels)</translation>
    </message>
    <message>
      <source>Side of the squares that the network looks at, a multiple of 32. 0: the model's own. Larger tiles show more surroundings and need more memory.</source>
      <translation>Côté des carrés que le réseau regarde, un multiple de 32. 0 : celle du modèle. Des tuiles plus grandes montrent davantage des alentours et demandent plus de mémoire.</translation>
    </message>
    <message>
      <source>Overlap (pixels)</source>
      <translation>Chevauchement (pixels)</translation>
    </message>
    <message>
      <source>How far neighbouring tiles overlap. Their results are blended, so that no seams show; more overlap is smoother and slower.</source>
      <translation>Largeur de chevauchement des tuiles voisines. Leurs résultats sont fondus, de sorte qu'aucun raccord ne se voit ; un chevauchement plus grand est plus lisse et plus lent.</translation>
    </message>
    <message>
      <source>Tiles that go through the network together. 0: found by itself. Halved when memory runs out.</source>
      <translation>Nombre de tuiles qui passent ensemble par le réseau. 0 : déterminé automatiquement. Divisé par deux si la mémoire ne suffit pas.</translation>
    </message>
    <message>
      <source>Full precision</source>
      <translation>Pleine précision</translation>
    </message>
    <message>
      <source>Compute in 32 bits where the device is faster with 16. About 3 of 1000 pixels get another class by it, mostly at outlines.</source>
      <translation>Calculer en 32 bits là où le périphérique est plus rapide en 16. Environ 3 pixels sur 1000 changent ainsi de classe, surtout sur les contours.</translation>
    </message>
    <message>
      <source>Dask scheduler</source>
      <translation>Ordonnanceur Dask</translation>
    </message>
    <message>
      <source>Optional: let the workers of a Dask cluster compute. The address of its scheduler, such as 'tcp://host:8786', or 'local' for two processes on this machine (one for each graphics card). Raster and model must lie where all workers see them under the same path.</source>
      <translation>Facultatif : laisser calculer les workers d'un cluster Dask. L'adresse de son ordonnanceur, par exemple « tcp://host:8786 », ou « local » pour deux processus sur cette machine (un par carte graphique). Le raster et le modèle doivent se trouver sous le même chemin pour tous les workers.</translation>
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
      <source>Polygons: smallest area (m²)</source>
      <translation>Polygones : surface minimale (m²)</translation>
    </message>
    <message>
      <source>Polygons: simplify by (m)</source>
      <translation>Polygones : simplification (m)</translation>
    </message>
    <message>
      <source>Polygons: smooth (rounds)</source>
      <translation>Polygones : lissage (passes)</translation>
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
      <source>Where it is written how undecided the network is between all classes, from 0 (sure) to 1 (all alike) (.tif). Optional.</source>
      <translation>Fichier dans lequel est écrite l'indécision du réseau entre toutes les classes, de 0 (certain) à 1 (toutes à égalité) (.tif). Facultatif.</translation>
    </message>
    <message>
      <source>Class probabilities</source>
      <translation>Probabilités des classes</translation>
    </message>
    <message>
      <source>Where the probability of each class is written, a band per class, in 250 steps from 0 to 1 (.tif). Optional.</source>
      <translation>Fichier dans lequel la probabilité de chaque classe est écrite, une bande par classe, en 250 paliers de 0 à 1 (.tif). Facultatif.</translation>
    </message>
    <message>
      <source>Classify rasters</source>
      <translation>Classifier des rasters</translation>
    </message>
    <message>
      <source>Folder for the results</source>
      <translation>Dossier des résultats</translation>
    </message>
    <message>
      <source>Where each raster's classes are written (.tif), named like the raster. Give the same folder again to go on after an interruption: what is finished with the same model and settings is not repeated.</source>
      <translation>Dossier où sont écrites les classes de chaque raster (.tif), sous le nom du raster. Redonner le même dossier pour reprendre après une interruption : ce qui est terminé avec le même modèle et les mêmes paramètres n'est pas répété.</translation>
    </message>
    <message>
      <source>The orthophotos to classify, with the bands that the model was trained with. They may lie anywhere and differ in size, pixel size and coordinate system.</source>
      <translation>Les orthophotos à classifier, avec les bandes de l'entraînement du modèle. Elles peuvent se trouver n'importe où et différer par leur taille, leur taille de pixel et leur SCR.</translation>
    </message>
    <message>
      <source>Input folder</source>
      <translation>Dossier en entrée</translation>
    </message>
    <message>
      <source>Optional: a folder with rasters, besides or instead of those above.</source>
      <translation>Facultatif : un dossier de rasters, en plus ou à la place de ceux ci-dessus.</translation>
    </message>
    <message>
      <source>Files of the folder</source>
      <translation>Fichiers du dossier</translation>
    </message>
    <message>
      <source>Which files of the input folder are classified: '*.tif', or several as in '*.tif; *.jp2'. '**/*.tif' takes those of the folders inside, too.</source>
      <translation>Quels fichiers du dossier en entrée sont classifiés : « *.tif », ou plusieurs motifs comme « *.tif; *.jp2 ». « **/*.tif » prend aussi ceux des sous-dossiers.</translation>
    </message>
    <message>
      <source>Optional polygon layer: only pixels inside it are classified. Rasters outside are left out.</source>
      <translation>Couche de polygones facultative : seuls les pixels qui s'y trouvent sont classifiés. Les rasters situés en dehors sont laissés de côté.</translation>
    </message>
    <message>
      <source>Write a virtual raster, mosaic.vrt, that shows all results as one. Rasters in another coordinate system than most get a mosaic of their own.</source>
      <translation>Écrire un raster virtuel, mosaic.vrt, qui montre tous les résultats comme un seul. Les rasters dont le SCR n'est pas celui de la majorité reçoivent leur propre mosaïque.</translation>
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
      <source>Write how undecided the network is between all classes, from 0 (sure) to 1 (all alike), as NAME_entropy.tif.</source>
      <translation>Écrire l'indécision du réseau entre toutes les classes, de 0 (certain) à 1 (toutes à égalité), sous le nom NAME_entropy.tif.</translation>
    </message>
    <message>
      <source>Write the probability of each class, a band per class, in 250 steps from 0 to 1, as NAME_probabilities.tif.</source>
      <translation>Écrire la probabilité de chaque classe, une bande par classe, en 250 paliers de 0 à 1, sous le nom NAME_probabilities.tif.</translation>
    </message>
    <message>
      <source>Where the classes of all rasters are written as one polygon layer (.gpkg). Where rasters lie on one grid and touch, polygons go on over their borders. Optional.</source>
      <translation>Fichier dans lequel les classes de tous les rasters sont écrites en une seule couche de polygones (.gpkg). Là où des rasters ont la même grille et se touchent, les polygones se prolongent au-delà de leurs bords. Facultatif.</translation>
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
      <source>The standard. Every pixel counts the same, so large classes decide.</source>
      <translation>Le standard. Chaque pixel compte autant, de sorte que les grandes classes décident.</translation>
    </message>
    <message>
      <source>Maximum likelihood; weighted mean as in PyTorch.</source>
      <translation>Maximum de vraisemblance ; moyenne pondérée comme dans PyTorch.</translation>
    </message>
    <message>
      <source>Share of certainty taken away from the label.</source>
      <translation>Part de certitude retirée à l'annotation.</translation>
    </message>
    <message>
      <source>Focal loss</source>
      <translation>Perte focale (focal loss)</translation>
    </message>
    <message>
      <source>Pixels that are already right count less, so that hard ones decide.</source>
      <translation>Les pixels déjà justes comptent moins, de sorte que les difficiles décident.</translation>
    </message>
    <message>
      <source>Lin et al. 2017, arXiv:1708.02002 (here over softmax).</source>
      <translation>Lin et al. 2017, arXiv:1708.02002 (ici sur softmax).</translation>
    </message>
    <message>
      <source>How fast easy pixels fade; 0 is cross entropy.</source>
      <translation>Vitesse à laquelle les pixels faciles s'effacent ; 0 équivaut à l'entropie croisée.</translation>
    </message>
    <message>
      <source>Divide by the sum of the class weights, or by the number of pixels.</source>
      <translation>Diviser par la somme des poids des classes, ou par le nombre de pixels.</translation>
    </message>
    <message>
      <source>Keep probabilities within 0.001 to 0.999, as some published code does; hopeless pixels are then no longer learned.</source>
      <translation>Maintenir les probabilités entre 0,001 et 0,999, comme le font certains codes publiés ; les pixels sans espoir ne sont alors plus appris.</translation>
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
      <source>How many pixels count.</source>
      <translation>Nombre de pixels qui comptent.</translation>
    </message>
    <message>
      <source>Share of the valid pixels that counts, instead of k.</source>
      <translation>Part des pixels valides qui compte, à la place de k.</translation>
    </message>
    <message>
      <source>Taken over all valid pixels of the batch, or of each image and averaged. Trained on several devices, a batch is the part that one device sees.</source>
      <translation>Calcul sur tous les pixels valides du lot, ou sur ceux de chaque image puis en moyenne. Avec un entraînement sur plusieurs périphériques, un lot est la partie que voit un seul périphérique.</translation>
    </message>
    <message>
      <source>Loss max-pooling</source>
      <translation>Loss max-pooling</translation>
    </message>
    <message>
      <source>Hard pixels count more, smoothly, and no single one can take over: a softer TopPixel.</source>
      <translation>Les pixels difficiles comptent davantage, progressivement, et aucun ne peut dominer à lui seul : une TopPixel plus douce.</translation>
    </message>
    <message>
      <source>Rota Bulò, Neuhold, Kontschieder 2017, arXiv:1704.02966.</source>
      <translation>Rota Bulò, Neuhold, Kontschieder 2017, arXiv:1704.02966.</translation>
    </message>
    <message>
      <source>How even the weights are: 1 is the hardest m, inf the plain mean.</source>
      <translation>Uniformité des poids : 1 ne retient que les m plus difficiles, inf donne la simple moyenne.</translation>
    </message>
    <message>
      <source>Share of the valid pixels that counts, instead of m.</source>
      <translation>Part des pixels valides qui compte, à la place de m.</translation>
    </message>
    <message>
      <source>How many pixels share the weight at least.</source>
      <translation>Nombre minimal de pixels qui se partagent le poids.</translation>
    </message>
    <message>
      <source>Online hard example mining</source>
      <translation>Sélection en ligne d'exemples difficiles (OHEM)</translation>
    </message>
    <message>
      <source>Only pixels that are not yet right with enough certainty count, but never fewer than a number.</source>
      <translation>Seuls comptent les pixels qui ne sont pas encore justes avec assez de certitude, mais jamais moins qu'un nombre donné.</translation>
    </message>
    <message>
      <source>Shrivastava et al. 2016, arXiv:1604.03540; per pixel as Wu et al. 2016, arXiv:1605.06885.</source>
      <translation>Shrivastava et al. 2016, arXiv:1604.03540 ; par pixel comme dans Wu et al. 2016, arXiv:1605.06885.</translation>
    </message>
    <message>
      <source>Pixels count while the true class's probability is below this.</source>
      <translation>Un pixel compte tant que la probabilité de la vraie classe est inférieure à cette valeur.</translation>
    </message>
    <message>
      <source>At least so many pixels of a batch count.</source>
      <translation>Au moins ce nombre de pixels d'un lot compte.</translation>
    </message>
    <message>
      <source>Dice</source>
      <translation>Dice</translation>
    </message>
    <message>
      <source>Overlap of each class, each class counting the same however small; add cross entropy to it.</source>
      <translation>Recouvrement de chaque classe, chacune comptant autant, si petite soit-elle ; à compléter par l'entropie croisée.</translation>
    </message>
    <message>
      <source>Milletari et al. 2016, arXiv:1606.04797.</source>
      <translation>Milletari et al. 2016, arXiv:1606.04797.</translation>
    </message>
    <message>
      <source>Added above and below the fraction; steadies tiny objects.</source>
      <translation>Ajouté au numérateur et au dénominateur de la fraction ; stabilise les objets minuscules.</translation>
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
      <source>Like Dice, but for intersection over union, which forgives less.</source>
      <translation>Comme Dice, mais pour l'intersection sur l'union, qui pardonne moins.</translation>
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
      <source>Like Dice, with misses and false alarms weighed apart: raise beta to find more of a rare class.</source>
      <translation>Comme Dice, en pondérant séparément omissions et fausses alarmes : augmenter beta pour trouver davantage d'une classe rare.</translation>
    </message>
    <message>
      <source>Salehi et al. 2017, arXiv:1706.05721; gamma: Abraham and Khan 2018, arXiv:1810.07842.</source>
      <translation>Salehi et al. 2017, arXiv:1706.05721 ; gamma : Abraham et Khan 2018, arXiv:1810.07842.</translation>
    </message>
    <message>
      <source>Weight of false alarms (false positives).</source>
      <translation>Poids des fausses alarmes (faux positifs).</translation>
    </message>
    <message>
      <source>Weight of misses (false negatives).</source>
      <translation>Poids des omissions (faux négatifs).</translation>
    </message>
    <message>
      <source>Power of each class's loss; below 1 almost right classes are still pushed.</source>
      <translation>Exposant de la perte de chaque classe ; au-dessous de 1, les classes presque justes sont encore poussées.</translation>
    </message>
    <message>
      <source>Lovász-Softmax</source>
      <translation>Lovász-Softmax</translation>
    </message>
    <message>
      <source>Intersection over union itself, made smooth. Often best together with cross entropy.</source>
      <translation>L'intersection sur l'union elle-même, rendue lisse. Souvent la meilleure en combinaison avec l'entropie croisée.</translation>
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
      <source>Intersection over union of the second of two classes, with a margin.</source>
      <translation>Intersection sur l'union de la seconde de deux classes, avec une marge.</translation>
    </message>
    <message>
      <source>Logit-adjusted cross entropy</source>
      <translation>Entropie croisée à logits ajustés</translation>
    </message>
    <message>
      <source>Cross entropy that asks for a larger margin the rarer a class is: finds more, errs more.</source>
      <translation>Entropie croisée qui exige une marge d'autant plus grande qu'une classe est rare : trouve davantage, se trompe davantage.</translation>
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
      <source>Rare classes count more, by how rare they are where they occur.</source>
      <translation>Les classes rares comptent davantage, selon leur rareté là où elles sont présentes.</translation>
    </message>
    <message>
      <source>Eigen and Fergus 2015, doi:10.1109/ICCV.2015.304.</source>
      <translation>Eigen et Fergus 2015, doi:10.1109/ICCV.2015.304.</translation>
    </message>
    <message>
      <source>Largest allowed ratio of two weights; larger weights are cut. Without it there is no bound.</source>
      <translation>Plus grand rapport autorisé entre deux poids ; les poids plus grands sont écrêtés. Si rien n'est indiqué, il n'y a pas de limite.</translation>
    </message>
    <message>
      <source>Inverse frequency</source>
      <translation>Inverse de la fréquence</translation>
    </message>
    <message>
      <source>Every class counts the same in sum: strongest for the rarest.</source>
      <translation>Chaque classe compte autant au total : effet le plus fort pour la plus rare.</translation>
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
      <source>Half way between no weights and inverse frequency.</source>
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
      <source>Like inverse frequency until a class has enough pixels for more to teach little.</source>
      <translation>Comme l'inverse de la fréquence, jusqu'à ce qu'une classe ait assez de pixels pour que d'autres n'apportent plus grand-chose.</translation>
    </message>
    <message>
      <source>Cui et al. 2019, arXiv:1901.05555.</source>
      <translation>Cui et al. 2019, arXiv:1901.05555.</translation>
    </message>
    <message>
      <source>Near 1: more than about 1 / (1 - beta) pixels teach little. Without it: 1 - 1 / all pixels.</source>
      <translation>Proche de 1 : au-delà d'environ 1 / (1 - beta) pixels, les suivants apportent peu. Si rien n'est indiqué : 1 - 1 / nombre total de pixels.</translation>
    </message>
    <message>
      <source>ENet</source>
      <translation>ENet</translation>
    </message>
    <message>
      <source>Rare classes count more, at most about 50.</source>
      <translation>Les classes rares comptent davantage, au plus environ 50.</translation>
    </message>
    <message>
      <source>Paszke et al. 2016, arXiv:1606.02147: 1 / ln(1.02 + share).</source>
      <translation>Paszke et al. 2016, arXiv:1606.02147 : 1 / ln(1,02 + proportion).</translation>
    </message>
    <message>
      <source>Copy and paste of rare classes</source>
      <translation>Copier-coller de classes rares</translation>
    </message>
    <message>
      <source>Objects of rare classes are cut out of another training place and laid over common ground, with their labels.</source>
      <translation>Des objets de classes rares sont découpés à un autre endroit d'entraînement et posés sur un terrain courant, avec leurs annotations.</translation>
    </message>
    <message>
      <source>Ghiasi et al. 2021, arXiv:2012.07177; whole classes as in Olsson et al. 2020, arXiv:2007.07936.</source>
      <translation>Ghiasi et al. 2021, arXiv:2012.07177 ; classes entières comme dans Olsson et al. 2020, arXiv:2007.07936.</translation>
    </message>
    <message>
      <source>Share of the chips that it happens to.</source>
      <translation>Part des imagettes concernées.</translation>
    </message>
    <message>
      <source>Turns and mirrors</source>
      <translation>Quarts de tour et miroirs</translation>
    </message>
    <message>
      <source>One of the eight symmetries of a square, each as likely: from above nothing is upright.</source>
      <translation>L'une des huit symétries d'un carré, toutes aussi probables : vu d'en haut, il n'y a ni haut ni bas.</translation>
    </message>
    <message>
      <source>Pixels change places, none is interpolated.</source>
      <translation>Les pixels changent de place, aucun n'est interpolé.</translation>
    </message>
    <message>
      <source>Scale</source>
      <translation>Échelle</translation>
    </message>
    <message>
      <source>A little nearer or farther. What comes from outside the chip counts for nothing.</source>
      <translation>Un peu plus près ou plus loin. Ce qui vient de l'extérieur de l'imagette n'est pas pris en compte.</translation>
    </message>
    <message>
      <source>Interpolated between valid pixels: Knutsson and Westin 1993, doi:10.1109/CVPR.1993.341081.</source>
      <translation>Interpolation entre pixels valides : Knutsson et Westin 1993, doi:10.1109/CVPR.1993.341081.</translation>
    </message>
    <message>
      <source>Largest zoom, in or out.</source>
      <translation>Zoom maximal, avant ou arrière.</translation>
    </message>
    <message>
      <source>Rotation by any angle</source>
      <translation>Rotation d'angle quelconque</translation>
    </message>
    <message>
      <source>Turned about its centre. Corners that come from outside the chip count for nothing.</source>
      <translation>Rotation autour du centre. Les coins qui viennent de l'extérieur de l'imagette ne sont pas pris en compte.</translation>
    </message>
    <message>
      <source>Largest angle, to either side.</source>
      <translation>Angle maximal, de chaque côté.</translation>
    </message>
    <message>
      <source>Blur</source>
      <translation>Flou</translation>
    </message>
    <message>
      <source>As if out of focus.</source>
      <translation>Comme une image mal mise au point.</translation>
    </message>
    <message>
      <source>Gaussian, over valid pixels alone.</source>
      <translation>Gaussien, sur les seuls pixels valides.</translation>
    </message>
    <message>
      <source>Largest radius, in pixels.</source>
      <translation>Rayon maximal, en pixels.</translation>
    </message>
    <message>
      <source>Colours</source>
      <translation>Couleurs</translation>
    </message>
    <message>
      <source>Other brightness, contrast and gamma, all bands together and a little each for itself: haze, season, another camera.</source>
      <translation>Autre luminosité, autre contraste et autre gamma, toutes les bandes ensemble et un peu chacune pour elle-même : brume, saison, autre caméra.</translation>
    </message>
    <message>
      <source>In standard deviations of each band, so that any band and any unit is right.</source>
      <translation>En écarts-types de chaque bande, ce qui convient à toute bande et à toute unité.</translation>
    </message>
    <message>
      <source>Largest shift, in standard deviations of the band.</source>
      <translation>Décalage maximal, en écarts-types de la bande.</translation>
    </message>
    <message>
      <source>Largest part by which the spread grows or shrinks.</source>
      <translation>Proportion maximale dont l'étalement des valeurs augmente ou diminue.</translation>
    </message>
    <message>
      <source>Darker or brighter between black and white: exponent up to 1 + gamma, or its inverse.</source>
      <translation>Plus sombre ou plus clair entre le noir et le blanc : exposant jusqu'à 1 + gamma, ou son inverse.</translation>
    </message>
    <message>
      <source>How much of this each band changes for itself on top.</source>
      <translation>Part de ces variations que chaque bande subit en plus pour elle-même.</translation>
    </message>
    <message>
      <source>Noise</source>
      <translation>Bruit</translation>
    </message>
    <message>
      <source>Grain, as of a poor sensor.</source>
      <translation>Du grain, comme celui d'un mauvais capteur.</translation>
    </message>
    <message>
      <source>Gaussian, each pixel and band for itself.</source>
      <translation>Gaussien, indépendant pour chaque pixel et chaque bande.</translation>
    </message>
    <message>
      <source>Most noise, in standard deviations of the band.</source>
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
      <source>Turns, mirrors, brightness and contrast: costs next to nothing and seldom does harm.</source>
      <translation>Quarts de tour, miroirs, luminosité et contraste : ne coûte presque rien et nuit rarement.</translation>
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
      <source>Everything. For few labels, or for imagery unlike that of the training; wants more epochs.</source>
      <translation>Tout. Pour peu d'annotations, ou pour des images différentes de celles de l'entraînement ; demande plus d'époques.</translation>
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
      <source>what the network learns from</source>
      <translation>ce dont le réseau apprend</translation>
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
      <source>too close to validation or test to be learned from</source>
      <translation>trop près de la validation ou du test pour servir à l'apprentissage</translation>
    </message>
    <message>
      <source>unused</source>
      <translation>inutilisé</translation>
    </message>
    <message>
      <source>without labels, or in no split area</source>
      <translation>sans annotations, ou dans aucune zone de répartition</translation>
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
      <source>Making polygons</source>
      <translation>Création des polygones</translation>
    </message>
    <message>
      <source>strips</source>
      <translation>tranches</translation>
    </message>
    <message>
      <source>Merging small patches</source>
      <translation>Fusion des petits îlots</translation>
    </message>
    <message>
      <source>Taking the labels apart</source>
      <translation>Répartition des annotations</translation>
    </message>
    <message>
      <source>Measuring the bands</source>
      <translation>Mesure des bandes</translation>
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
      <source>Looking at the rasters</source>
      <translation>Examen des rasters</translation>
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
