<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
  <context>
    <name>TopPixel</name>
    <message>
      <source>Choose a polygon layer.</source>
      <translation>Elija una capa de polígonos.</translation>
    </message>
    <message>
      <source>{label} cannot be loaded.</source>
      <translation>No se puede cargar: {label}.</translation>
    </message>
    <message>
      <source>The same from a terminal:</source>
      <translation>Lo mismo desde un terminal:</translation>
    </message>
    <message>
      <source>Exporting labels</source>
      <translation>Exportando etiquetas</translation>
    </message>
    <message>
      <source>Help with this: {address}</source>
      <translation>Ayuda sobre esto: {address}</translation>
    </message>
    <message>
      <source>'{layer}' does not overlap the input rasters. Check that the coordinate systems of both are right.</source>
      <translation>'{layer}' no se solapa con los rásteres de entrada. Compruebe que los sistemas de coordenadas de ambos sean correctos.</translation>
    </message>
    <message>
      <source>The model was made for {expected} bands ({names}); '{layer}' has {count}. Choose a raster with the same bands, or train a model on this one.</source>
      <translation>El modelo se hizo para {expected} bandas ({names}); '{layer}' tiene {count}. Elija un ráster con las mismas bandas o entrene un modelo con este.</translation>
    </message>
    <message>
      <source>The pixel size of '{layer}' is {size} m, the model was trained at {expected} m: its objects cannot be seen at this size. Choose a raster with smaller pixels.</source>
      <translation>El tamaño de píxel de '{layer}' es de {size} m y el modelo se entrenó con {expected} m: sus objetos no se distinguen a ese tamaño. Elija un ráster con píxeles más pequeños.</translation>
    </message>
    <message>
      <source>The pixel size of '{layer}' is {size} m, the model was trained at {expected} m: objects look larger or smaller than in training.</source>
      <translation>El tamaño de píxel de '{layer}' es de {size} m y el modelo se entrenó con {expected} m: los objetos se ven más grandes o más pequeños que en el entrenamiento.</translation>
    </message>
    <message>
      <source>The layer '{layer}' holds no polygon.</source>
      <translation>La capa '{layer}' no contiene ningún polígono.</translation>
    </message>
    <message>
      <source>The field '{field}' of '{layer}' holds more than {most} different values. Choose the field that holds the class.</source>
      <translation>El campo '{field}' de '{layer}' contiene más de {most} valores distintos. Elija el campo que contiene la clase.</translation>
    </message>
    <message>
      <source>The field '{field}' of '{layer}' holds no class.</source>
      <translation>El campo '{field}' de '{layer}' no contiene ninguna clase.</translation>
    </message>
    <message>
      <source>All polygons of '{layer}' belong to one class, '{name}'. Label something else too, or set 'Unlabelled pixels' to 'background'.</source>
      <translation>Todos los polígonos de '{layer}' pertenecen a una sola clase, '{name}'. Etiquete también otra cosa o elija 'background' en 'Píxeles sin etiqueta'.</translation>
    </message>
    <message>
      <source>The field '{field}' of '{layer}' must hold {known} for each polygon, but holds {unknown}.</source>
      <translation>El campo '{field}' de '{layer}' debe contener en cada polígono uno de estos valores: {known}; pero contiene {unknown}.</translation>
    </message>
    <message>
      <source>No polygon of '{layer}' is for training. Pixels in no polygon are not used: draw at least one and write '{train}' into its field '{field}'.</source>
      <translation>Ningún polígono de '{layer}' es para entrenamiento. Los píxeles fuera de los polígonos no se usan: dibuje al menos uno y escriba '{train}' en su campo '{field}'.</translation>
    </message>
    <message>
      <source>The raster '{layer}' has only {width} x {height} pixels, less than a chip of {chip}. Choose a smaller chip size or a larger raster.</source>
      <translation>El ráster '{layer}' tiene solo {width} x {height} píxeles, menos que un recorte de {chip}. Elija un tamaño de recorte menor o un ráster más grande.</translation>
    </message>
    <message>
      <source>nothing</source>
      <translation>nada</translation>
    </message>
    <message>
      <source>Shows what your labels hold before you train: the pixels, share, area, chips and polygons of each class, and its weight by every method. The report explains median frequency weights and suggests a loss for the rarest class, with K for TopPixel. In a model, the outputs 'Class weights' and 'Suggested loss' can be passed to 'Train segmentation model'.</source>
      <translation>Muestra lo que contienen sus etiquetas antes de entrenar: los píxeles, la proporción, el área, los recortes y los polígonos de cada clase, y su peso según cada método. El informe explica los pesos por frecuencia mediana y sugiere una función de pérdida para la clase menos frecuente, con K para TopPixel. En un modelo, las salidas 'Pesos de las clases' y 'Función de pérdida sugerida' se pueden pasar a 'Entrenar modelo de segmentación'.</translation>
    </message>
    <message>
      <source>Class statistics</source>
      <translation>Estadísticas de las clases</translation>
    </message>
    <message>
      <source>deep learning,segmentation,imbalance,class weights,median frequency,statistics,area,audit,loss</source>
      <translation>aprendizaje profundo,deep learning,segmentación,desequilibrio,desbalance,pesos,class weights,frecuencia mediana,estadísticas,área,superficie,auditoría,función de pérdida,loss</translation>
    </message>
    <message>
      <source>Class weights</source>
      <translation>Pesos de las clases</translation>
    </message>
    <message>
      <source>Suggested loss</source>
      <translation>Función de pérdida sugerida</translation>
    </message>
    <message>
      <source>Rarest class</source>
      <translation>Clase menos frecuente</translation>
    </message>
    <message>
      <source>Applies a model made by 'Train segmentation model' to a raster of any size with the same bands as the model was trained on. The class raster is loaded with the names and colours of the classes; polygons and rasters of confidence, entropy and probabilities are optional. After an interruption, run it again with the same output to resume.</source>
      <translation>Aplica un modelo hecho con 'Entrenar modelo de segmentación' a un ráster de cualquier tamaño con las mismas bandas con las que se entrenó el modelo. El ráster de clases se carga con los nombres y colores de las clases; los polígonos y los rásteres de confianza, entropía y probabilidades son opcionales. Para reanudar tras una interrupción, ejecútelo de nuevo con la misma salida.</translation>
    </message>
    <message>
      <source>{raster} polygons</source>
      <translation>{raster} polígonos</translation>
    </message>
    <message>
      <source>deep learning,segmentation,neural network,inference,predict,landcover,orthophoto</source>
      <translation>aprendizaje profundo,deep learning,segmentación,red neuronal,inferencia,predecir,predicción,clasificación,cobertura del suelo,landcover,ortofoto</translation>
    </message>
    <message>
      <source>Applies a model made by 'Train segmentation model' to many rasters: layers, files, or all rasters of a folder. The model is loaded once. Each result is written to the output folder and named after its raster. A mosaic shows them as one layer, and the polygons of all rasters can be written to one layer. A raster that cannot be classified is reported and skipped. After an interruption, run it again with the same folder to resume.</source>
      <translation>Aplica un modelo hecho con 'Entrenar modelo de segmentación' a muchos rásteres: capas, archivos o todos los rásteres de una carpeta. El modelo se carga una sola vez. Cada resultado se escribe en la carpeta de salida con el nombre de su ráster. Un mosaico los muestra como una sola capa, y los polígonos de todos los rásteres se pueden escribir en una sola capa. Un ráster que no se puede clasificar se notifica y se omite. Para reanudar tras una interrupción, ejecútelo de nuevo con la misma carpeta.</translation>
    </message>
    <message>
      <source>deep learning,segmentation,neural network,inference,predict,landcover,orthophoto,batch,folder,mosaic,tiles</source>
      <translation>aprendizaje profundo,deep learning,segmentación,red neuronal,inferencia,predecir,predicción,clasificación,cobertura del suelo,landcover,ortofoto,lote,batch,carpeta,mosaico,teselas</translation>
    </message>
    <message>
      <source>Mosaic</source>
      <translation>Mosaico</translation>
    </message>
    <message>
      <source>Number of rasters that failed</source>
      <translation>Número de rásteres que fallaron</translation>
    </message>
    <message>
      <source>Status of each raster</source>
      <translation>Estado de cada ráster</translation>
    </message>
    <message>
      <source>The results go to a temporary folder, which is deleted when QGIS is closed: an interrupted run cannot be resumed. Choose a folder to keep them.</source>
      <translation>Los resultados van a una carpeta temporal, que se elimina al cerrar QGIS: una ejecución interrumpida no se puede reanudar. Elija una carpeta para conservarlos.</translation>
    </message>
    <message>
      <source>{folder} classified</source>
      <translation>{folder} clasificado</translation>
    </message>
    <message>
      <source>{folder} polygons</source>
      <translation>{folder} polígonos</translation>
    </message>
    <message>
      <source>{folder} {mosaic}</source>
      <translation>{folder} {mosaic}</translation>
    </message>
    <message>
      <source>The partial map is in a temporary folder and will be lost. Choose an output file of your own to be able to resume after an interruption.</source>
      <translation>El mapa parcial está en una carpeta temporal y se perderá. Elija un archivo de salida propio para poder reanudar tras una interrupción.</translation>
    </message>
    <message>
      <source>{raster} probabilities</source>
      <translation>{raster} probabilidades</translation>
    </message>
    <message>
      <source>{raster} entropy</source>
      <translation>{raster} entropía</translation>
    </message>
    <message>
      <source>{raster} confidence</source>
      <translation>{raster} confianza</translation>
    </message>
    <message>
      <source>{raster} classified</source>
      <translation>{raster} clasificado</translation>
    </message>
    <message>
      <source>The partial map is kept in '{folder}'. Run it again with the same output to resume, or delete the folder.</source>
      <translation>El mapa parcial se conserva en '{folder}'. Ejecútelo de nuevo con la misma salida para reanudar, o borre la carpeta.</translation>
    </message>
    <message>
      <source>TopPixel models</source>
      <translation>Modelos de TopPixel</translation>
    </message>
    <message>
      <source>Finds the loss that suits your data best: trains the same network with each of several losses, more than once each, on the same subsets of the same rasters and for the same number of epochs, and scores all of them on the same area. Give a test area that is used for nothing else if you have one. The table and the report show the scores with their spread between runs, and the maps side by side. Every model is kept in the folder; run the same comparison into the same folder again to resume it after an interruption.</source>
      <translation>Encuentra la función de pérdida que mejor se adapta a sus datos: entrena la misma red con cada una de varias funciones de pérdida, más de una vez con cada una, con los mismos subconjuntos de los mismos rásteres y durante el mismo número de épocas, y las puntúa todas en la misma área. Indique un área de prueba que no se use para nada más, si la tiene. La tabla y el informe muestran las puntuaciones con su dispersión entre ejecuciones, y los mapas uno al lado del otro. Todos los modelos se conservan en la carpeta; para reanudar tras una interrupción, ejecute la misma comparación en la misma carpeta.</translation>
    </message>
    <message>
      <source>Compared losses</source>
      <translation>Funciones de pérdida comparadas</translation>
    </message>
    <message>
      <source>deep learning,segmentation,benchmark,experiment,imbalance,loss,toppixel,focal</source>
      <translation>aprendizaje profundo,deep learning,segmentación,comparación,benchmark,experimento,desequilibrio,desbalance,función de pérdida,loss,toppixel,focal</translation>
    </message>
    <message>
      <source>Scores of every run</source>
      <translation>Puntuaciones de cada ejecución</translation>
    </message>
    <message>
      <source>Best loss for the class of interest</source>
      <translation>Mejor función de pérdida para la clase de interés</translation>
    </message>
    <message>
      <source>Models and scores go to a temporary folder, which is deleted when QGIS is closed: an interrupted comparison cannot be resumed. Choose a folder to keep them.</source>
      <translation>Los modelos y las puntuaciones van a una carpeta temporal, que se elimina al cerrar QGIS: una comparación interrumpida no se puede reanudar. Elija una carpeta para conservarlos.</translation>
    </message>
    <message>
      <source>{stage}: {done} of {total} {unit}</source>
      <translation>{stage}: {done} de {total} {unit}</translation>
    </message>
    <message>
      <source>{text}, {time} left</source>
      <translation>{text}, quedan {time}</translation>
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
      <translation>Escrito: {path}</translation>
    </message>
    <message>
      <source>Training and validation</source>
      <translation>Entrenamiento y validación</translation>
    </message>
    <message>
      <source>HTML files</source>
      <translation>Archivos HTML</translation>
    </message>
    <message>
      <source>Class field is missing.</source>
      <translation>Falta el campo de clase.</translation>
    </message>
    <message>
      <source>Only the {count} selected polygons of '{layer}' are used.</source>
      <translation>Solo se usan los {count} polígonos seleccionados de '{layer}'.</translation>
    </message>
    <message>
      <source>The labels are neither polygons nor a class raster.</source>
      <translation>Las etiquetas no son ni polígonos ni un ráster de clases.</translation>
    </message>
    <message>
      <source>Choose a polygon layer or a raster of class values.</source>
      <translation>Elija una capa de polígonos o un ráster de valores de clase.</translation>
    </message>
    <message>
      <source>Choose the field of '{layer}' that holds the class: {fields}.</source>
      <translation>Elija el campo de '{layer}' que contiene la clase: {fields}.</translation>
    </message>
    <message>
      <source>An input raster cannot be loaded.</source>
      <translation>No se puede cargar un ráster de entrada.</translation>
    </message>
    <message>
      <source>Check that its file is there.</source>
      <translation>Compruebe que su archivo exista.</translation>
    </message>
    <message>
      <source>Save it as GeoTIFF first (right click on the layer, Export).</source>
      <translation>Guárdelo primero como GeoTIFF (clic derecho en la capa, Exportar).</translation>
    </message>
    <message>
      <source>Write one into it with 'Assign projection' of the Processing toolbox.</source>
      <translation>Escriba uno en él con 'Asignar proyección' de la caja de herramientas de Procesos.</translation>
    </message>
    <message>
      <source>Write the right one into the file with 'Assign projection' of the Processing toolbox.</source>
      <translation>Escriba el correcto en el archivo con 'Asignar proyección' de la caja de herramientas de Procesos.</translation>
    </message>
    <message>
      <source>Set it in the layer's properties, under Source.</source>
      <translation>Establézcalo en las propiedades de la capa, en Fuente.</translation>
    </message>
    <message>
      <source>Cancelled.</source>
      <translation>Cancelado.</translation>
    </message>
    <message>
      <source>The raster '{layer}' is not a file on this computer.</source>
      <translation>El ráster '{layer}' no es un archivo de este equipo.</translation>
    </message>
    <message>
      <source>The raster '{layer}' has no coordinate system in its file.</source>
      <translation>El ráster '{layer}' no tiene ningún sistema de coordenadas en su archivo.</translation>
    </message>
    <message>
      <source>The raster '{layer}' has the coordinate system {layer_crs} in QGIS, but its file says {crs}.</source>
      <translation>El ráster '{layer}' tiene el sistema de coordenadas {layer_crs} en QGIS, pero su archivo indica {crs}.</translation>
    </message>
    <message>
      <source>The layer '{layer}' has no coordinate system.</source>
      <translation>La capa '{layer}' no tiene ningún sistema de coordenadas.</translation>
    </message>
    <message>
      <source>The layer '{layer}' has no field '{field}'.</source>
      <translation>La capa '{layer}' no tiene ningún campo '{field}'.</translation>
    </message>
    <message>
      <source>Its fields: {fields}.</source>
      <translation>Sus campos: {fields}.</translation>
    </message>
    <message>
      <source>The layer '{layer}' cannot be exported ({fault}).</source>
      <translation>No se puede exportar la capa '{layer}' ({fault}).</translation>
    </message>
    <message>
      <source>QGIS keeps the user name for its proxy in its authentication database, which is locked.</source>
      <translation>QGIS guarda el nombre de usuario de su proxy en su base de datos de autenticación, que está bloqueada.</translation>
    </message>
    <message>
      <source>Unlock it under Settings - Options - Authentication, then run 'Set up engine' again.</source>
      <translation>Desbloquéela en Configuración - Opciones - Autenticación y después ejecute de nuevo 'Instalar motor'.</translation>
    </message>
    <message>
      <source>TopPixel: segmentation that finds rare classes</source>
      <translation>TopPixel: segmentación que encuentra clases poco frecuentes</translation>
    </message>
    <message>
      <source>Set up engine</source>
      <translation>Instalar motor</translation>
    </message>
    <message>
      <source>Builds the engine: a Python environment of its own, outside QGIS, in which the networks run. Needs the internet and about 2 GB of disk space (7 GB with a CUDA graphics card), once; run it again after an update of the plugin. An interrupted set-up is resumed the next time. At the end the engine is tested, and its versions and device are shown.</source>
      <translation>Construye el motor: un entorno de Python propio, fuera de QGIS, en el que se ejecutan las redes. Necesita internet y unos 2 GB de espacio en disco (7 GB con una tarjeta gráfica CUDA), una sola vez; ejecútelo de nuevo tras actualizar el complemento. Una instalación interrumpida se reanuda la próxima vez. Al final se prueba el motor y se muestran sus versiones y su dispositivo.</translation>
    </message>
    <message>
      <source>Your own Python</source>
      <translation>Su propio Python</translation>
    </message>
    <message>
      <source>Path of a Python interpreter (3.10 or newer) that has all packages of the engine; it is checked, and then used instead of an engine built here. Leave it empty to build one.</source>
      <translation>Ruta de un intérprete de Python (3.10 o posterior) que tenga todos los paquetes del motor; se comprueba y después se usa en lugar de un motor construido aquí. Déjelo vacío para construir uno.</translation>
    </message>
    <message>
      <source>Bundle</source>
      <translation>Carpeta preparada (bundle)</translation>
    </message>
    <message>
      <source>Folder made on another machine by 'core engine bundle'. The engine is built from it without a network. Leave it empty to download the packages from the internet, through the proxy that QGIS uses.</source>
      <translation>Carpeta hecha en otro equipo con 'core engine bundle'. El motor se construye con ella sin usar la red. Déjelo vacío para descargar los paquetes de internet, a través del proxy que usa QGIS.</translation>
    </message>
    <message>
      <source>Rebuild</source>
      <translation>Reconstruir</translation>
    </message>
    <message>
      <source>Repairs the engine: removes it with everything that was downloaded for it, and builds it again from scratch.</source>
      <translation>Repara el motor: lo elimina con todo lo que se descargó para él y lo construye de nuevo desde cero.</translation>
    </message>
    <message>
      <source>install,pytorch,torch,dependencies,environment,gpu,cuda</source>
      <translation>instalar,instalación,configurar,pytorch,torch,dependencias,entorno,gpu,cuda,tarjeta gráfica</translation>
    </message>
    <message>
      <source>Folder of the engine</source>
      <translation>Carpeta del motor</translation>
    </message>
    <message>
      <source>Versions and device</source>
      <translation>Versiones y dispositivo</translation>
    </message>
    <message>
      <source>location: {folder}</source>
      <translation>ubicación: {folder}</translation>
    </message>
    <message>
      <source>0</source>
      <translation>0</translation>
    </message>
    <message>
      <source>1 (certain)</source>
      <translation>1 (seguro)</translation>
    </message>
    <message>
      <source>0 (certain)</source>
      <translation>0 (seguro)</translation>
    </message>
    <message>
      <source>1 (all classes equal)</source>
      <translation>1 (todas las clases igual de probables)</translation>
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
      <translation>Entrena una red que encuentra en las imágenes lo que usted ha etiquetado: indique uno o más rásteres, etiquetas (una capa de polígonos o un ráster de clases) y el campo con la clase. Para las clases poco frecuentes en las imágenes, elija una función de pérdida hecha para ellas y pesos de las clases. Una parte del área etiquetada queda fuera del entrenamiento como conjunto de validación. El resultado es un solo archivo, que 'Clasificar ráster' aplica a rásteres de cualquier tamaño.</translation>
    </message>
    <message>
      <source>deep learning,segmentation,neural network,imbalance,loss,landcover,orthophoto</source>
      <translation>aprendizaje profundo,deep learning,segmentación,red neuronal,desequilibrio,desbalance,entrenar,función de pérdida,loss,cobertura del suelo,landcover,ortofoto</translation>
    </message>
    <message>
      <source>Mean IoU on the validation set</source>
      <translation>IoU media en el conjunto de validación</translation>
    </message>
    <message>
      <source>Best epoch</source>
      <translation>Mejor época</translation>
    </message>
    <message>
      <source>Mean IoU on the test areas</source>
      <translation>IoU media en las áreas de prueba</translation>
    </message>
    <message>
      <source>The model goes to a temporary file, which is deleted when QGIS is closed.</source>
      <translation>El modelo va a un archivo temporal, que se elimina al cerrar QGIS.</translation>
    </message>
    <message>
      <source>The best model so far is saved: {path}</source>
      <translation>El mejor modelo hasta ahora está guardado: {path}</translation>
    </message>
    <message>
      <source>Converts a class raster of any size to polygons. Small segments can be merged into their neighbours, outlines simplified and smoothed. Neighbouring polygons keep their common borders, so that there are no gaps and no overlaps, and no polygon ends at a tile's border. Each has its class, its area and perimeter on the ground, and its mean confidence if you give the confidence raster. Names and colours are those of the layer's style, or else of the raster's file.</source>
      <translation>Convierte un ráster de clases de cualquier tamaño en polígonos. Los segmentos pequeños se pueden unir a sus vecinos; los contornos se pueden simplificar y suavizar. Los polígonos vecinos conservan sus bordes comunes, de modo que no hay huecos ni solapes, y ningún polígono termina en el borde de una tesela. Cada uno tiene su clase, su área y su perímetro sobre el terreno y, si indica el ráster de confianza, su confianza media. Los nombres y colores son los del estilo de la capa o, si no los hay, los del archivo del ráster.</translation>
    </message>
    <message>
      <source>vectorize,polygonize,raster to vector,segmentation,landcover,sieve,eliminate,simplify,smooth,generalize,topology,coverage</source>
      <translation>vectorizar,poligonizar,polygonize,ráster a vectorial,segmentación,cobertura del suelo,landcover,filtrar,sieve,eliminar,simplificar,suavizar,generalizar,topología,cobertura,coverage</translation>
    </message>
    <message>
      <source>Custom</source>
      <translation>Personalizado</translation>
    </message>
    <message>
      <source>Typed as text</source>
      <translation>Escrito como texto</translation>
    </message>
    <message>
      <source>As text: {text}</source>
      <translation>Como texto: {text}</translation>
    </message>
    <message>
      <source>Pick a file</source>
      <translation>Elegir un archivo</translation>
    </message>
    <message>
      <source>Choose the field with the class</source>
      <translation>Elija el campo con la clase</translation>
    </message>
    <message>
      <source>Not needed for a class raster</source>
      <translation>No es necesario para un ráster de clases</translation>
    </message>
    <message>
      <source>the {whole} pixels of a chip</source>
      <translation>los {whole} píxeles de un recorte</translation>
    </message>
    <message>
      <source>the {whole} pixels of a batch</source>
      <translation>los {whole} píxeles de un lote</translation>
    </message>
    <message>
      <source>{name} = {count} is {share} of {whole}.</source>
      <translation>{name} = {count} es el {share} de {whole}.</translation>
    </message>
    <message>
      <source>ratio = {ratio} is {pixels} of {whole}.</source>
      <translation>ratio = {ratio} son {pixels} de {whole}.</translation>
    </message>
    <message>
      <source>{name} = {count}: all of {whole} count.</source>
      <translation>{name} = {count}: cuentan todos, {whole}.</translation>
    </message>
    <message>
      <source>Factor of the loss</source>
      <translation>Factor de la función de pérdida</translation>
    </message>
    <message>
      <source>Sum of two losses</source>
      <translation>Suma de dos funciones de pérdida</translation>
    </message>
    <message>
      <source>Add…</source>
      <translation>Añadir…</translation>
    </message>
    <message>
      <source>Choose a loss with its parameters and add it to the list</source>
      <translation>Elegir una función de pérdida con sus parámetros y añadirla a la lista</translation>
    </message>
    <message>
      <source>Add a loss</source>
      <translation>Añadir una función de pérdida</translation>
    </message>
    <message>
      <source>Network</source>
      <translation>Red</translation>
    </message>
    <message>
      <source>Expects</source>
      <translation>Espera</translation>
    </message>
    <message>
      <source>Trained with</source>
      <translation>Entrenado con</translation>
    </message>
    <message>
      <source>Validation</source>
      <translation>Validación</translation>
    </message>
    <message>
      <source>none</source>
      <translation>ninguna</translation>
    </message>
    <message>
      <source>{count} bands ({names}), {dtype}, pixels of {size} m</source>
      <translation>{count} bandas ({names}), {dtype}, píxeles de {size} m</translation>
    </message>
    <message>
      <source>Classes</source>
      <translation>Clases</translation>
    </message>
    <message>
      <source>mean IoU {miou}</source>
      <translation>IoU media {miou}</translation>
    </message>
    <message>
      <source>{count} more</source>
      <translation>{count} más</translation>
    </message>
    <message>
      <source>A class that is not named weighs 1.</source>
      <translation>Una clase que no se nombra pesa 1.</translation>
    </message>
    <message>
      <source>Typed, class by class</source>
      <translation>Escritos, clase por clase</translation>
    </message>
    <message>
      <source>Epoch {number}</source>
      <translation>Época {number}</translation>
    </message>
    <message>
      <source>and {count} more</source>
      <translation>y {count} más</translation>
    </message>
    <message>
      <source>best: epoch {number}</source>
      <translation>mejor: época {number}</translation>
    </message>
    <message>
      <source>Training monitor</source>
      <translation>Monitor de entrenamiento</translation>
    </message>
    <message>
      <source>Trainings since QGIS was started, the newest first</source>
      <translation>Entrenamientos desde que se inició QGIS, el más reciente primero</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Cancelar</translation>
    </message>
    <message>
      <source>End this job. The best model so far is saved.</source>
      <translation>Terminar este trabajo. El mejor modelo hasta ahora está guardado.</translation>
    </message>
    <message>
      <source>Training loss</source>
      <translation>Pérdida de entrenamiento</translation>
    </message>
    <message>
      <source>IoU on the validation set</source>
      <translation>IoU en el conjunto de validación</translation>
    </message>
    <message>
      <source>Mean</source>
      <translation>Media</translation>
    </message>
    <message>
      <source>Newest validation picture</source>
      <translation>Imagen de validación más reciente</translation>
    </message>
    <message>
      <source>A preview of the validation set is shown here after each epoch.</source>
      <translation>Aquí se muestra, después de cada época, una vista previa del conjunto de validación.</translation>
    </message>
    <message>
      <source>Image</source>
      <translation>Imagen</translation>
    </message>
    <message>
      <source>Ground truth</source>
      <translation>Verdad terreno</translation>
    </message>
    <message>
      <source>Prediction</source>
      <translation>Predicción</translation>
    </message>
    <message>
      <source>Predicted after epoch {number}</source>
      <translation>Predicho tras la época {number}</translation>
    </message>
    <message>
      <source>Nothing has been trained yet. 'Train segmentation model' is in the Processing toolbox.</source>
      <translation>Todavía no se ha entrenado nada. 'Entrenar modelo de segmentación' está en la caja de herramientas de Procesos.</translation>
    </message>
    <message>
      <source>Cancelled after {count} epochs</source>
      <translation>Cancelado tras {count} épocas</translation>
    </message>
    <message>
      <source>Finished after {count} epochs</source>
      <translation>Terminado tras {count} épocas</translation>
    </message>
    <message>
      <source>Starting</source>
      <translation>Iniciando</translation>
    </message>
    <message>
      <source>Epoch {number} of {count}</source>
      <translation>Época {number} de {count}</translation>
    </message>
    <message>
      <source>{text}; best epoch: {best}</source>
      <translation>{text}; mejor época: {best}</translation>
    </message>
    <message>
      <source>Failed. {message}</source>
      <translation>Falló. {message}</translation>
    </message>
    <message>
      <source>Failed after {count} epochs. {message}</source>
      <translation>Falló tras {count} épocas. {message}</translation>
    </message>
    <message>
      <source>Set up engine…</source>
      <translation>Instalar motor…</translation>
    </message>
    <message>
      <source>The engine is being set up in the background.</source>
      <translation>El motor se está instalando en segundo plano.</translation>
    </message>
    <message>
      <source>Show</source>
      <translation>Mostrar</translation>
    </message>
    <message>
      <source>The engine is ready.</source>
      <translation>El motor está listo.</translation>
    </message>
    <message>
      <source>TopPixel: set up engine</source>
      <translation>TopPixel: instalar motor</translation>
    </message>
    <message>
      <source>Networks run in a separate engine outside QGIS. It is built once; nothing is installed into QGIS or the system.</source>
      <translation>Las redes se ejecutan en un motor propio, fuera de QGIS. Se construye una sola vez; no se instala nada en QGIS ni en el sistema.</translation>
    </message>
    <message>
      <source>From the internet</source>
      <translation>De internet</translation>
    </message>
    <message>
      <source>From a bundle:</source>
      <translation>De una carpeta preparada (bundle):</translation>
    </message>
    <message>
      <source>A folder made on another machine by 'core engine bundle'; no network is needed then.</source>
      <translation>Una carpeta hecha en otro equipo con 'core engine bundle'; con ella no hace falta la red.</translation>
    </message>
    <message>
      <source>Packages</source>
      <translation>Paquetes</translation>
    </message>
    <message>
      <source>What will be done</source>
      <translation>Qué se hará</translation>
    </message>
    <message>
      <source>Folder:</source>
      <translation>Carpeta:</translation>
    </message>
    <message>
      <source>Graphics card:</source>
      <translation>Tarjeta gráfica:</translation>
    </message>
    <message>
      <source>Download:</source>
      <translation>Descarga:</translation>
    </message>
    <message>
      <source>Disk:</source>
      <translation>Disco:</translation>
    </message>
    <message>
      <source>Progress</source>
      <translation>Progreso</translation>
    </message>
    <message>
      <source>Log</source>
      <translation>Registro</translation>
    </message>
    <message>
      <source>Set up</source>
      <translation>Instalar</translation>
    </message>
    <message>
      <source>Cancel the set-up</source>
      <translation>Cancelar la instalación</translation>
    </message>
    <message>
      <source>Open the log file</source>
      <translation>Abrir el archivo de registro</translation>
    </message>
    <message>
      <source>Choose the folder of the bundle.</source>
      <translation>Elija la carpeta preparada (bundle).</translation>
    </message>
    <message>
      <source>nothing, unless the engine must be repaired</source>
      <translation>nada, salvo que haya que reparar el motor</translation>
    </message>
    <message>
      <source>There is not enough disk space. Choose another folder, or free some space.</source>
      <translation>No hay espacio suficiente en el disco. Elija otra carpeta o libere espacio.</translation>
    </message>
    <message>
      <source>An engine is ready in this folder. It will be checked.</source>
      <translation>Hay un motor listo en esta carpeta. Se comprobará.</translation>
    </message>
    <message>
      <source>Try again</source>
      <translation>Intentar de nuevo</translation>
    </message>
    <message>
      <source>Cancelling</source>
      <translation>Cancelando</translation>
    </message>
    <message>
      <source>up to {needed} are needed, {free} are free</source>
      <translation>se necesitan hasta {needed}, hay {free} libres</translation>
    </message>
    <message>
      <source>about {size}</source>
      <translation>unos {size}</translation>
    </message>
    <message>
      <source>It will be used instead of your own Python '{path}'.</source>
      <translation>Se usará en lugar de su propio Python '{path}'.</translation>
    </message>
    <message>
      <source>The Python that you have chosen as the engine is missing.</source>
      <translation>Falta el Python que ha elegido como motor.</translation>
    </message>
    <message>
      <source>Options…</source>
      <translation>Opciones…</translation>
    </message>
    <message>
      <source>This version of TopPixel needs a new engine.</source>
      <translation>Esta versión de TopPixel necesita un motor nuevo.</translation>
    </message>
    <message>
      <source>The engine must be set up once.</source>
      <translation>Hay que instalar el motor una vez.</translation>
    </message>
    <message>
      <source>Remove the engine and everything that was downloaded for it, and build it again?</source>
      <translation>¿Eliminar el motor y todo lo que se descargó para él, y construirlo de nuevo?</translation>
    </message>
    <message>
      <source>Remove all engines in '{folder}', and everything that was downloaded for them?</source>
      <translation>¿Eliminar todos los motores de '{folder}' y todo lo que se descargó para ellos?</translation>
    </message>
    <message>
      <source>none, as in Settings - Options - Network</source>
      <translation>ninguno, como en Configuración - Opciones - Red</translation>
    </message>
    <message>
      <source>Built by TopPixel in this folder:</source>
      <translation>Construido por TopPixel en esta carpeta:</translation>
    </message>
    <message>
      <source>A Python of your own:</source>
      <translation>Un Python propio:</translation>
    </message>
    <message>
      <source>A Python 3.10 or newer that has all packages of the engine.</source>
      <translation>Un Python 3.10 o posterior que tenga todos los paquetes del motor.</translation>
    </message>
    <message>
      <source>Set up…</source>
      <translation>Instalar…</translation>
    </message>
    <message>
      <source>Repair…</source>
      <translation>Reparar…</translation>
    </message>
    <message>
      <source>Downloads everything again and rebuilds the engine.</source>
      <translation>Lo descarga todo otra vez y reconstruye el motor.</translation>
    </message>
    <message>
      <source>Remove…</source>
      <translation>Eliminar…</translation>
    </message>
    <message>
      <source>Engine</source>
      <translation>Motor</translation>
    </message>
    <message>
      <source>Default of 'Device' in all dialogs. 'auto' uses a graphics card when there is one.</source>
      <translation>Valor predeterminado de 'Dispositivo' en todos los diálogos. 'auto' usa una tarjeta gráfica cuando la hay.</translation>
    </message>
    <message>
      <source>one per core</source>
      <translation>uno por núcleo</translation>
    </message>
    <message>
      <source>Number of threads for networks that run on the processor.</source>
      <translation>Número de hilos para las redes que se ejecutan en el procesador.</translation>
    </message>
    <message>
      <source>Computing</source>
      <translation>Cálculo</translation>
    </message>
    <message>
      <source>Device:</source>
      <translation>Dispositivo:</translation>
    </message>
    <message>
      <source>Threads:</source>
      <translation>Hilos:</translation>
    </message>
    <message>
      <source>the Python Package Index (pypi.org)</source>
      <translation>el Python Package Index (pypi.org)</translation>
    </message>
    <message>
      <source>Address of another package index, such as your company's.</source>
      <translation>Dirección de otro índice de paquetes, por ejemplo el de su empresa.</translation>
    </message>
    <message>
      <source>Package index:</source>
      <translation>Índice de paquetes:</translation>
    </message>
    <message>
      <source>Proxy:</source>
      <translation>Proxy:</translation>
    </message>
    <message>
      <source>Copy diagnostics</source>
      <translation>Copiar diagnóstico</translation>
    </message>
    <message>
      <source>Versions, device, state of the engine and the last errors, without user names.</source>
      <translation>Versiones, dispositivo, estado del motor y los últimos errores, sin nombres de usuario.</translation>
    </message>
    <message>
      <source>Open the log of the set-up</source>
      <translation>Abrir el registro de la instalación</translation>
    </message>
    <message>
      <source>When something goes wrong</source>
      <translation>Cuando algo va mal</translation>
    </message>
    <message>
      <source>Checking…</source>
      <translation>Comprobando…</translation>
    </message>
    <message>
      <source>Copied to the clipboard.</source>
      <translation>Copiado al portapapeles.</translation>
    </message>
    <message>
      <source>Removed; {size} freed.</source>
      <translation>Eliminado; se han liberado {size}.</translation>
    </message>
    <message>
      <source>{address}, as in Settings - Options - Network</source>
      <translation>{address}, como en Configuración - Opciones - Red</translation>
    </message>
    <message>
      <source>Removing…</source>
      <translation>Eliminando…</translation>
    </message>
    <message>
      <source>none found; networks will run on the processor</source>
      <translation>no se encontró ninguna; las redes se ejecutarán en el procesador</translation>
    </message>
    <message>
      <source>Not checked yet; the first job checks it.</source>
      <translation>Aún sin comprobar; lo hará el primer trabajo.</translation>
    </message>
    <message>
      <source>{number} GB</source>
      <translation>{number} GB</translation>
    </message>
    <message>
      <source>{name} (with CUDA)</source>
      <translation>{name} (con CUDA)</translation>
    </message>
    <message>
      <source>Ready: PyTorch {version} on {device}</source>
      <translation>Listo: PyTorch {version} en {device}</translation>
    </message>
    <message>
      <source>Train segmentation model</source>
      <translation>Entrenar modelo de segmentación</translation>
    </message>
    <message>
      <source>Input rasters</source>
      <translation>Rásteres de entrada</translation>
    </message>
    <message>
      <source>One or more orthophotos or other rasters, all with the same bands. Any number of bands, 8 or 16 bit or float.</source>
      <translation>Una o más ortofotos u otros rásteres, todos con las mismas bandas. Cualquier número de bandas, de 8 o 16 bits o de coma flotante.</translation>
    </message>
    <message>
      <source>Labels</source>
      <translation>Etiquetas</translation>
    </message>
    <message>
      <source>Ground truth: a polygon layer (any coordinate system; selection and filter are honoured), or a class raster (one integer per class; 255 is ignored).</source>
      <translation>Verdad terreno: una capa de polígonos (cualquier sistema de coordenadas; se respetan la selección y el filtro) o un ráster de clases (un número entero por clase; 255 se ignora).</translation>
    </message>
    <message>
      <source>Trained model</source>
      <translation>Modelo entrenado</translation>
    </message>
    <message>
      <source>Where the model is written (.safetensors).</source>
      <translation>Dónde se escribe el modelo (.safetensors).</translation>
    </message>
    <message>
      <source>Class field</source>
      <translation>Campo de clase</translation>
    </message>
    <message>
      <source>Field of the polygon layer that holds the class, integer or text. Not needed for a class raster. Polygons with the value 255 or the text 'ignore' are ignored.</source>
      <translation>Campo de la capa de polígonos que contiene la clase, entero o texto. No es necesario para un ráster de clases. Los polígonos con el valor 255 o el texto 'ignore' se ignoran.</translation>
    </message>
    <message>
      <source>Unlabelled pixels</source>
      <translation>Píxeles sin etiqueta</translation>
    </message>
    <message>
      <source>'background': pixels without a polygon belong to the class background (label all objects, or give a labelled area). 'ignore': pixels without a polygon are ignored (label some of each class, background too).</source>
      <translation>'background': los píxeles sin polígono pertenecen a la clase background (fondo); etiquete todos los objetos o indique un área etiquetada. 'ignore': los píxeles sin polígono se ignoran; etiquete algo de cada clase, también del fondo.</translation>
    </message>
    <message>
      <source>Labelled area</source>
      <translation>Área etiquetada</translation>
    </message>
    <message>
      <source>Optional polygon layer: only pixels inside it are used, for training and for validation. Give it when only a part of the rasters is labelled.</source>
      <translation>Capa de polígonos opcional: solo se usan los píxeles de su interior, para el entrenamiento y la validación. Indíquela cuando solo esté etiquetada una parte de los rásteres.</translation>
    </message>
    <message>
      <source>Loss</source>
      <translation>Función de pérdida</translation>
    </message>
    <message>
      <source>The function that training minimises. Made for rare classes: toppixel(k=50000) counts only the K pixels of a batch with the highest loss; focal(gamma=2) down-weights easy pixels. Standard: ce (cross entropy). Sums are possible, too: TopPixel alone needs exact outlines; where they are rough, add ce or choose a larger K.</source>
      <translation>La función que minimiza el entrenamiento. Para clases poco frecuentes: toppixel(k=50000) solo cuenta los K píxeles de un lote con mayor pérdida; focal(gamma=2) resta peso a los píxeles fáciles. Estándar: ce (entropía cruzada). También se admiten sumas: TopPixel por sí sola requiere contornos exactos; si son aproximados, súmele ce o elija una K mayor.</translation>
    </message>
    <message>
      <source>Weight of each class in the loss: 'none'; by its rarity ('median_frequency', 'inverse', 'inverse_sqrt', 'effective_number', 'enet', each with an optional cap as in 'median_frequency(cap=50)'); or typed as 'car=5, road=1' (a class that is not named weighs 1).</source>
      <translation>Peso de cada clase en la función de pérdida: 'none'; según su rareza ('median_frequency', 'inverse', 'inverse_sqrt', 'effective_number', 'enet', cada uno con un límite opcional como en 'median_frequency(cap=50)'); o escrito como 'car=5, road=1' (una clase que no se nombra pesa 1).</translation>
    </message>
    <message>
      <source>Architecture</source>
      <translation>Arquitectura</translation>
    </message>
    <message>
      <source>Architecture of the network. U-Net is a good choice for sharp outlines.</source>
      <translation>Arquitectura de la red. U-Net es una buena elección para contornos nítidos.</translation>
    </message>
    <message>
      <source>Encoder</source>
      <translation>Codificador</translation>
    </message>
    <message>
      <source>The part of the network that extracts features from the image. Larger encoders (resnet34, resnet50) learn more and run slower. Any encoder of segmentation-models-pytorch, 'tu-' names of timm included.</source>
      <translation>La parte de la red que extrae características de la imagen. Los codificadores más grandes (resnet34, resnet50) aprenden más y son más lentos. Cualquier codificador de segmentation-models-pytorch, incluidos los nombres 'tu-' de timm.</translation>
    </message>
    <message>
      <source>Encoder weights</source>
      <translation>Pesos del codificador</translation>
    </message>
    <message>
      <source>'pretrained' starts from weights trained on ImageNet and needs far fewer labels; 'random' starts from random weights; or the path of a weights file (.safetensors or .pth).</source>
      <translation>'pretrained' parte de pesos entrenados con ImageNet y necesita muchas menos etiquetas; 'random' parte de pesos aleatorios; o la ruta de un archivo de pesos (.safetensors o .pth).</translation>
    </message>
    <message>
      <source>Start from model</source>
      <translation>Partir de un modelo</translation>
    </message>
    <message>
      <source>Optional: fine-tune this trained model on new data instead of starting from encoder weights. Its architecture, encoder and number of bands must be the same; classes are matched by name, and new classes start from random weights.</source>
      <translation>Opcional: ajustar (fine-tuning) este modelo entrenado con datos nuevos en lugar de partir de los pesos del codificador. Su arquitectura, codificador y número de bandas deben ser los mismos; las clases se emparejan por su nombre y las nuevas parten de pesos aleatorios.</translation>
    </message>
    <message>
      <source>Start from class shares</source>
      <translation>Partir de las proporciones de las clases</translation>
    </message>
    <message>
      <source>Initialise the bias of the output layer with the logarithms of the class shares, so that the first steps are not spent on learning which classes are rare. Has no effect with 'Start from model'.</source>
      <translation>Inicializar el sesgo de la capa de salida con los logaritmos de las proporciones de las clases, para que los primeros pasos no se gasten en aprender qué clases son poco frecuentes. No tiene efecto con 'Partir de un modelo'.</translation>
    </message>
    <message>
      <source>Outline tolerance (pixels)</source>
      <translation>Tolerancia de los contornos (píxeles)</translation>
    </message>
    <message>
      <source>How far the outlines of the labels may be off. A band of this width on either side of every border between two classes is ignored in training, but not in validation. Objects up to twice as wide are not learned. 0: no band.</source>
      <translation>Cuánto pueden desviarse los contornos de las etiquetas. Una franja de esta anchura a cada lado de todo límite entre dos clases se ignora en el entrenamiento, pero no en la validación. Los objetos de hasta el doble de esa anchura no se aprenden. 0: sin franja.</translation>
    </message>
    <message>
      <source>Chip size (pixels)</source>
      <translation>Tamaño del recorte (píxeles)</translation>
    </message>
    <message>
      <source>Side of the square chips that the network is trained on, a multiple of 32. Large enough to show an object with its surroundings.</source>
      <translation>Lado de los recortes cuadrados con los que se entrena la red, múltiplo de 32. Lo bastante grande para mostrar un objeto con su entorno.</translation>
    </message>
    <message>
      <source>Batch size</source>
      <translation>Tamaño del lote</translation>
    </message>
    <message>
      <source>Chips per training step. Halved automatically when memory runs out.</source>
      <translation>Recortes por paso de entrenamiento. Se reduce a la mitad automáticamente cuando falta memoria.</translation>
    </message>
    <message>
      <source>Sampling</source>
      <translation>Muestreo</translation>
    </message>
    <message>
      <source>How chip positions are drawn. 'uniform': all positions are equally likely. 'balanced': first a class is drawn, then a position where it occurs, so that rare classes are seen more often. 'repeat factor' and 'mixed' are in between.</source>
      <translation>Cómo se eligen las posiciones de los recortes. 'uniform': todas las posiciones son igual de probables. 'balanced': primero se elige una clase y luego una posición donde aparece, de modo que las clases poco frecuentes se ven más a menudo. 'repeat factor' y 'mixed' son puntos intermedios.</translation>
    </message>
    <message>
      <source>Augmentation</source>
      <translation>Aumento de datos</translation>
    </message>
    <message>
      <source>How chips are augmented, so that the network generalises. 'none'; 'light': flips, rotations by 90°, brightness, contrast; 'strong': also scale, rotation by any angle, blur, gamma, noise, and copy-paste of rare classes; or a sum of augmentations, as in 'd4 + color_jitter(brightness=0.5) + copy_paste(probability=0.3)'.</source>
      <translation>Cómo se aumentan los recortes para que la red generalice. 'none'; 'light': reflejos, giros de 90°, brillo, contraste; 'strong': además escala, rotación de cualquier ángulo, desenfoque, gamma, ruido y copiar y pegar clases poco frecuentes; o una suma de aumentos, como en 'd4 + color_jitter(brightness=0.5) + copy_paste(probability=0.3)'.</translation>
    </message>
    <message>
      <source>Epochs</source>
      <translation>Épocas</translation>
    </message>
    <message>
      <source>Number of passes over the training set. The network is validated and saved after each.</source>
      <translation>Número de pasadas por el conjunto de entrenamiento. Después de cada una, la red se valida y se guarda.</translation>
    </message>
    <message>
      <source>Learning rate</source>
      <translation>Tasa de aprendizaje</translation>
    </message>
    <message>
      <source>Step size of the optimiser. Use a smaller one if the loss jumps or becomes NaN. 0: found by a learning-rate range test of some dozens of steps before the training.</source>
      <translation>Tamaño de paso del optimizador. Use uno menor si la pérdida da saltos o llega a NaN. 0: se determina antes del entrenamiento con una prueba de rango de la tasa de aprendizaje (LR range test) de unas decenas de pasos.</translation>
    </message>
    <message>
      <source>Optimiser</source>
      <translation>Optimizador</translation>
    </message>
    <message>
      <source>How the weights are updated. 'adamw' needs little tuning; 'sgd' needs a learning rate of about 0.01.</source>
      <translation>Cómo se actualizan los pesos. 'adamw' necesita pocos ajustes; 'sgd' necesita una tasa de aprendizaje de unos 0,01.</translation>
    </message>
    <message>
      <source>Learning-rate schedule</source>
      <translation>Planificación de la tasa de aprendizaje</translation>
    </message>
    <message>
      <source>'cosine' (short warm-up, then cosine decay), 'one cycle' (long warm-up) or 'constant'.</source>
      <translation>'cosine' (calentamiento corto y después descenso en coseno), 'one cycle' (calentamiento largo) o 'constant'.</translation>
    </message>
    <message>
      <source>Encoder learning-rate factor</source>
      <translation>Factor de la tasa de aprendizaje del codificador</translation>
    </message>
    <message>
      <source>The encoder's learning rate as a multiple of the learning rate. Below 1 its pretrained weights change less; with 0 they are frozen, for very few labels.</source>
      <translation>La tasa de aprendizaje del codificador como múltiplo de la tasa de aprendizaje. Por debajo de 1 sus pesos preentrenados cambian menos; con 0 quedan congelados, para muy pocas etiquetas.</translation>
    </message>
    <message>
      <source>Gradient clipping (maximum norm)</source>
      <translation>Recorte de gradiente (norma máxima)</translation>
    </message>
    <message>
      <source>Maximum norm of the gradient of a step; larger gradients are scaled down to it, which steadies a loss that jumps. 0: no clipping.</source>
      <translation>Norma máxima del gradiente de un paso; los gradientes mayores se reducen a ella, lo que estabiliza una pérdida que da saltos. 0: sin recorte.</translation>
    </message>
    <message>
      <source>EMA decay</source>
      <translation>Decaimiento de la EMA</translation>
    </message>
    <message>
      <source>Keep an exponential moving average (EMA) of the weights instead of the last weights, with this decay per step, such as 0.99. Gives steadier scores. 0: no EMA.</source>
      <translation>Conservar una media móvil exponencial (EMA) de los pesos en lugar de los últimos, con este decaimiento por paso, por ejemplo 0,99. Da puntuaciones más estables. 0: sin EMA.</translation>
    </message>
    <message>
      <source>Validation share</source>
      <translation>Proporción de validación</translation>
    </message>
    <message>
      <source>Share of the labelled area that is kept out of training as the validation set, in whole blocks. A buffer of half a chip around them is not used for training either. 0: no validation.</source>
      <translation>Proporción del área etiquetada que queda fuera del entrenamiento como conjunto de validación, en bloques enteros. Tampoco se usa para el entrenamiento un buffer de medio recorte a su alrededor. 0: sin validación.</translation>
    </message>
    <message>
      <source>Split areas</source>
      <translation>Áreas de división</translation>
    </message>
    <message>
      <source>Optional polygon layer of the areas for training, validation and test, instead of randomly chosen blocks. Pixels outside all polygons are not used; test areas are scored once, with the finished model. Without validation areas, blocks are chosen within the training areas.</source>
      <translation>Capa de polígonos opcional con las áreas de entrenamiento, validación y prueba, en lugar de bloques elegidos al azar. Los píxeles fuera de todos los polígonos no se usan; las áreas de prueba se puntúan una sola vez, con el modelo terminado. Sin áreas de validación se eligen bloques dentro de las de entrenamiento.</translation>
    </message>
    <message>
      <source>Field of the split areas</source>
      <translation>Campo de las áreas de división</translation>
    </message>
    <message>
      <source>Field that holds 'train', 'validation' or 'test' for each polygon of the split areas.</source>
      <translation>Campo que contiene 'train', 'validation' o 'test' para cada polígono de las áreas de división.</translation>
    </message>
    <message>
      <source>Monitored metric</source>
      <translation>Métrica supervisada</translation>
    </message>
    <message>
      <source>The epoch with the best value on the validation set is saved: 'mean IoU', 'worst class' (the lowest IoU of all classes), or the name of a class (its IoU).</source>
      <translation>Se guarda la época con el mejor valor en el conjunto de validación: 'mean IoU' (IoU media), 'worst class' (la menor IoU de todas las clases) o el nombre de una clase (su IoU).</translation>
    </message>
    <message>
      <source>Patience (epochs)</source>
      <translation>Paciencia (épocas)</translation>
    </message>
    <message>
      <source>Early stopping: training ends after so many epochs without improvement. 0: no early stopping.</source>
      <translation>Parada temprana: el entrenamiento termina tras este número de épocas sin mejora. 0: sin parada temprana.</translation>
    </message>
    <message>
      <source>Seed</source>
      <translation>Semilla</translation>
    </message>
    <message>
      <source>Seed of all random generators. Same seed, same data, same machine: same model.</source>
      <translation>Semilla de todos los generadores aleatorios. Misma semilla, mismos datos, mismo equipo: mismo modelo.</translation>
    </message>
    <message>
      <source>Device</source>
      <translation>Dispositivo</translation>
    </message>
    <message>
      <source>Where the network runs. 'auto' uses a graphics card (CUDA, Apple MPS) when there is one. 'cuda:1' is the second card.</source>
      <translation>Dónde se ejecuta la red. 'auto' usa una tarjeta gráfica (CUDA, Apple MPS) cuando la hay. 'cuda:1' es la segunda tarjeta.</translation>
    </message>
    <message>
      <source>Report</source>
      <translation>Informe</translation>
    </message>
    <message>
      <source>Where a report with curves, scores and pictures is written (.html). Optional.</source>
      <translation>Dónde se escribe un informe con curvas, puntuaciones e imágenes (.html). Opcional.</translation>
    </message>
    <message>
      <source>Split layer</source>
      <translation>Capa de división</translation>
    </message>
    <message>
      <source>Where the subsets are written as polygons: training, validation, test, and the buffer between them (.gpkg). Optional.</source>
      <translation>Dónde se escriben los subconjuntos como polígonos: entrenamiento, validación, prueba y el buffer entre ellos (.gpkg). Opcional.</translation>
    </message>
    <message>
      <source>TensorBoard folder</source>
      <translation>Carpeta de TensorBoard</translation>
    </message>
    <message>
      <source>Where the curves and a validation picture of each epoch are written for TensorBoard, in a folder named after the model. Use the same folder for several trainings to compare them. Optional.</source>
      <translation>Dónde se escriben, para TensorBoard, las curvas y una imagen de validación de cada época, en una carpeta con el nombre del modelo. Indique la misma carpeta en varios entrenamientos para compararlos. Opcional.</translation>
    </message>
    <message>
      <source>Class names</source>
      <translation>Nombres de las clases</translation>
    </message>
    <message>
      <source>Name of each integer class value, such as {"1": "car"}; taken from the layer's style in QGIS.</source>
      <translation>Nombre de cada valor de clase entero, como {"1": "car"}; se toma del estilo de la capa en QGIS.</translation>
    </message>
    <message>
      <source>Class colours</source>
      <translation>Colores de las clases</translation>
    </message>
    <message>
      <source>Colour of each class value, such as {"1": "#ff0000"}; taken from the layer's style in QGIS.</source>
      <translation>Color de cada valor de clase, como {"1": "#ff0000"}; se toma del estilo de la capa en QGIS.</translation>
    </message>
    <message>
      <source>Class statistics and weights</source>
      <translation>Estadísticas y pesos de las clases</translation>
    </message>
    <message>
      <source>Table</source>
      <translation>Tabla</translation>
    </message>
    <message>
      <source>Where the statistics are written, a row per class (.gpkg or .csv).</source>
      <translation>Dónde se escriben las estadísticas, una fila por clase (.gpkg o .csv).</translation>
    </message>
    <message>
      <source>Weighting of the output</source>
      <translation>Ponderación de la salida</translation>
    </message>
    <message>
      <source>The weighting of the output 'Class weights', a text for 'Train segmentation model'. The table and the report show all weightings.</source>
      <translation>La ponderación de la salida 'Pesos de las clases', un texto para 'Entrenar modelo de segmentación'. La tabla y el informe muestran todas las ponderaciones.</translation>
    </message>
    <message>
      <source>Where the statistics are explained, with a chart and advice on the loss (.html). Optional.</source>
      <translation>Dónde se explican las estadísticas, con un gráfico y consejos sobre la función de pérdida (.html). Opcional.</translation>
    </message>
    <message>
      <source>Compare losses</source>
      <translation>Comparar funciones de pérdida</translation>
    </message>
    <message>
      <source>Folder for models and results</source>
      <translation>Carpeta de modelos y resultados</translation>
    </message>
    <message>
      <source>Every model is kept here, with the scores (comparison.csv). Use the same folder again to resume after an interruption: finished runs are not repeated.</source>
      <translation>Aquí se conservan todos los modelos, con las puntuaciones (comparison.csv). Para reanudar tras una interrupción, indique de nuevo la misma carpeta: las ejecuciones terminadas no se repiten.</translation>
    </message>
    <message>
      <source>Test area</source>
      <translation>Área de prueba</translation>
    </message>
    <message>
      <source>Optional polygon layer: the final scores are computed inside it, and none of its pixels is used for training or for choosing the best epoch. Without it the scores are those of the split's test areas, or else of the validation blocks.</source>
      <translation>Capa de polígonos opcional: las puntuaciones finales se calculan en su interior, y ninguno de sus píxeles se usa para el entrenamiento ni para elegir la mejor época. Sin ella, las puntuaciones son las de las áreas de prueba de la división o, si no las hay, las de los bloques de validación.</translation>
    </message>
    <message>
      <source>Losses</source>
      <translation>Funciones de pérdida</translation>
    </message>
    <message>
      <source>The losses to compare, one per line, as in 'Train segmentation model'.</source>
      <translation>Las funciones de pérdida que se comparan, una por línea, como en 'Entrenar modelo de segmentación'.</translation>
    </message>
    <message>
      <source>Runs per loss</source>
      <translation>Ejecuciones por función de pérdida</translation>
    </message>
    <message>
      <source>How often each loss is trained, each time with another seed. The spread between runs shows which differences are random.</source>
      <translation>Cuántas veces se entrena con cada función de pérdida, cada vez con otra semilla. La dispersión entre ejecuciones muestra qué diferencias son aleatorias.</translation>
    </message>
    <message>
      <source>Class of interest</source>
      <translation>Clase de interés</translation>
    </message>
    <message>
      <source>Name of the class that matters most; the rarest one when empty.</source>
      <translation>Nombre de la clase que más importa; si está vacío, la menos frecuente.</translation>
    </message>
    <message>
      <source>First seed</source>
      <translation>Primera semilla</translation>
    </message>
    <message>
      <source>Seed of the first run of each loss, and of the split; it grows by 1 with each further run.</source>
      <translation>Semilla de la primera ejecución de cada función de pérdida y de la división; aumenta en 1 con cada ejecución siguiente.</translation>
    </message>
    <message>
      <source>Where the scores are written as a layer, a row per loss (.gpkg or .csv). Optional.</source>
      <translation>Dónde se escriben las puntuaciones como capa, una fila por función de pérdida (.gpkg o .csv). Opcional.</translation>
    </message>
    <message>
      <source>Where tables, charts and maps are written (.html). Optional.</source>
      <translation>Dónde se escriben tablas, gráficos y mapas (.html). Opcional.</translation>
    </message>
    <message>
      <source>Classify raster</source>
      <translation>Clasificar ráster</translation>
    </message>
    <message>
      <source>Input raster</source>
      <translation>Ráster de entrada</translation>
    </message>
    <message>
      <source>The orthophoto to classify, with the same bands in the same order as the model was trained on.</source>
      <translation>La ortofoto que se clasifica: las mismas bandas, en el mismo orden, con las que se entrenó el modelo.</translation>
    </message>
    <message>
      <source>Model</source>
      <translation>Modelo</translation>
    </message>
    <message>
      <source>A model made by 'Train segmentation model' (.safetensors).</source>
      <translation>Un modelo hecho con 'Entrenar modelo de segmentación' (.safetensors).</translation>
    </message>
    <message>
      <source>Classified raster</source>
      <translation>Ráster clasificado</translation>
    </message>
    <message>
      <source>Where the class raster is written (.tif).</source>
      <translation>Dónde se escribe el ráster de clases (.tif).</translation>
    </message>
    <message>
      <source>Area to classify</source>
      <translation>Área que se clasifica</translation>
    </message>
    <message>
      <source>Optional polygon layer: only pixels inside it are classified, and little else is read.</source>
      <translation>Capa de polígonos opcional: solo se clasifican los píxeles de su interior, y apenas se lee nada más.</translation>
    </message>
    <message>
      <source>Resample to the model's pixel size</source>
      <translation>Remuestrear al tamaño de píxel del modelo</translation>
    </message>
    <message>
      <source>When the pixels of the raster are more than a fifth larger or smaller than those the model was trained on, objects look larger or smaller than in training. The raster is then resampled to the model's pixel size; the result has the raster's own pixels.</source>
      <translation>Cuando los píxeles del ráster son más de una quinta parte más grandes o más pequeños que aquellos con los que se entrenó el modelo, los objetos se ven más grandes o más pequeños que en el entrenamiento. Entonces el ráster se remuestrea al tamaño de píxel del modelo; el resultado tiene los píxeles propios del ráster.</translation>
    </message>
    <message>
      <source>Test-time augmentation (D4)</source>
      <translation>Aumento en tiempo de prueba (D4)</translation>
    </message>
    <message>
      <source>Each tile is classified in all eight flips and rotations of the square (D4), and the probabilities are averaged (TTA). Often slightly better, eight times as slow.</source>
      <translation>Cada tesela se clasifica en los ocho reflejos y giros del cuadrado (D4), y se promedian las probabilidades (TTA). A menudo un poco mejor, y ocho veces más lento.</translation>
    </message>
    <message>
      <source>Damaged parts of the raster</source>
      <translation>Partes dañadas del ráster</translation>
    </message>
    <message>
      <source>'stop': a part that cannot be read ends the job. 'skip': it becomes nodata, and the skipped amount is reported.</source>
      <translation>'stop': una parte que no se puede leer termina el trabajo. 'skip': esa parte queda sin datos, y se indica cuánto se omitió.</translation>
    </message>
    <message>
      <source>Tile size (pixels)</source>
      <translation>Tamaño de tesela (píxeles)</translation>
    </message>
    <message>
      <source>Side of the square tiles that the network classifies, a multiple of 32. 0: the model's own. Larger tiles show more context and need more memory.</source>
      <translation>Lado de las teselas cuadradas que clasifica la red, múltiplo de 32. 0: el propio del modelo. Las teselas más grandes muestran más contexto y necesitan más memoria.</translation>
    </message>
    <message>
      <source>Overlap (pixels)</source>
      <translation>Solape (píxeles)</translation>
    </message>
    <message>
      <source>How far adjacent tiles overlap. Their probabilities are blended, so that no seams show; more overlap is smoother and slower.</source>
      <translation>Cuánto se solapan las teselas vecinas. Sus probabilidades se funden para que no se vean costuras; más solape es más suave y más lento.</translation>
    </message>
    <message>
      <source>Tiles that are classified at once. 0: chosen automatically. Halved when memory runs out.</source>
      <translation>Teselas que se clasifican a la vez. 0: se elige automáticamente. Se reduce a la mitad cuando falta memoria.</translation>
    </message>
    <message>
      <source>Full precision</source>
      <translation>Precisión completa</translation>
    </message>
    <message>
      <source>Compute in 32 bits where the device is faster with 16. This changes the class of about 3 in 1000 pixels, mostly at outlines.</source>
      <translation>Calcular con 32 bits donde el dispositivo es más rápido con 16. Con ello cambian de clase unos 3 de cada 1000 píxeles, sobre todo en los contornos.</translation>
    </message>
    <message>
      <source>Dask scheduler</source>
      <translation>Planificador de Dask</translation>
    </message>
    <message>
      <source>Optional: classify on the workers of a Dask cluster. The address of its scheduler, such as 'tcp://host:8786', or 'local' for two processes on this machine (one for each graphics card). All workers must see raster and model under the same path.</source>
      <translation>Opcional: clasificar en los procesos de trabajo (workers) de un clúster Dask. La dirección de su planificador, como 'tcp://host:8786', o 'local' para dos procesos en este equipo (uno por cada tarjeta gráfica). Todos los procesos de trabajo deben ver el ráster y el modelo con la misma ruta.</translation>
    </message>
    <message>
      <source>Classified polygons</source>
      <translation>Polígonos clasificados</translation>
    </message>
    <message>
      <source>Where the classes are written as polygons with value, name and area (.gpkg). Optional.</source>
      <translation>Dónde se escriben las clases como polígonos con valor, nombre y área (.gpkg). Opcional.</translation>
    </message>
    <message>
      <source>Polygons: minimum area (m²)</source>
      <translation>Polígonos: área mínima (m²)</translation>
    </message>
    <message>
      <source>Smaller segments are merged into the neighbour with which they share the longest border. 0: none is merged.</source>
      <translation>Los segmentos más pequeños se unen al vecino con el que comparten el borde más largo. 0: no se une ninguno.</translation>
    </message>
    <message>
      <source>Polygons: simplification tolerance (m)</source>
      <translation>Polígonos: tolerancia de simplificación (m)</translation>
    </message>
    <message>
      <source>How far outlines may move on the ground to become simpler. One to two pixels turn the stair steps of the pixels into straight lines. Neighbouring polygons keep their common borders: no gaps, no overlaps. 0: outlines follow the pixels.</source>
      <translation>Cuánto pueden desplazarse los contornos sobre el terreno para simplificarse. De uno a dos píxeles convierten los escalones de los píxeles en líneas rectas. Los polígonos vecinos conservan sus bordes comunes: sin huecos ni solapes. 0: los contornos siguen los píxeles.</translation>
    </message>
    <message>
      <source>Polygons: smoothing iterations</source>
      <translation>Polígonos: iteraciones de suavizado</translation>
    </message>
    <message>
      <source>How often corners are cut (Chaikin). Each iteration doubles the vertices; 2 or 3 look round. For natural outlines rather than buildings. 0: no smoothing.</source>
      <translation>Cuántas veces se cortan las esquinas (Chaikin). Cada iteración duplica los vértices; 2 o 3 dan un aspecto redondeado. Para contornos naturales más que para edificios. 0: sin suavizado.</translation>
    </message>
    <message>
      <source>Confidence raster</source>
      <translation>Ráster de confianza</translation>
    </message>
    <message>
      <source>Where the probability of the predicted class is written, 0 to 1 (.tif). Optional.</source>
      <translation>Dónde se escribe la probabilidad de la clase elegida, de 0 a 1 (.tif). Opcional.</translation>
    </message>
    <message>
      <source>Entropy raster</source>
      <translation>Ráster de entropía</translation>
    </message>
    <message>
      <source>Where the normalised entropy of the class probabilities is written, from 0 (certain) to 1 (all classes equal) (.tif). Optional.</source>
      <translation>Dónde se escribe la entropía normalizada de las probabilidades de las clases, de 0 (seguro) a 1 (todas las clases igual de probables) (.tif). Opcional.</translation>
    </message>
    <message>
      <source>Class probabilities</source>
      <translation>Probabilidades de las clases</translation>
    </message>
    <message>
      <source>Where the probability of each class is written, one band per class, in 250 steps from 0 to 1 (.tif). Optional.</source>
      <translation>Dónde se escribe la probabilidad de cada clase, una banda por clase, en 250 pasos de 0 a 1 (.tif). Opcional.</translation>
    </message>
    <message>
      <source>Classify rasters</source>
      <translation>Clasificar rásteres</translation>
    </message>
    <message>
      <source>Output folder</source>
      <translation>Carpeta de salida</translation>
    </message>
    <message>
      <source>Where the class raster of each raster is written (.tif), named after it. Use the same folder again to resume after an interruption: what is finished with the same model and settings is not repeated.</source>
      <translation>Dónde se escribe el ráster de clases de cada ráster (.tif), con su nombre. Para reanudar tras una interrupción, indique de nuevo la misma carpeta: lo terminado con el mismo modelo y la misma configuración no se repite.</translation>
    </message>
    <message>
      <source>The orthophotos to classify, with the bands that the model was trained on. They may lie anywhere and differ in size, pixel size and coordinate system.</source>
      <translation>Las ortofotos que se clasifican, con las bandas con las que se entrenó el modelo. Pueden estar en cualquier lugar y tener distinto tamaño, tamaño de píxel y sistema de coordenadas.</translation>
    </message>
    <message>
      <source>Input folder</source>
      <translation>Carpeta de entrada</translation>
    </message>
    <message>
      <source>Optional: a folder with rasters, in addition to the input rasters or instead of them.</source>
      <translation>Opcional: una carpeta con rásteres, además de los rásteres de entrada o en lugar de ellos.</translation>
    </message>
    <message>
      <source>File pattern</source>
      <translation>Patrón de archivos</translation>
    </message>
    <message>
      <source>Which files of the input folder are classified: '*.tif', or several patterns as in '*.tif; *.jp2'. '**/*.tif' includes subfolders.</source>
      <translation>Qué archivos de la carpeta de entrada se clasifican: '*.tif', o varios patrones como en '*.tif; *.jp2'. '**/*.tif' incluye las subcarpetas.</translation>
    </message>
    <message>
      <source>Optional polygon layer: only pixels inside it are classified. Rasters outside are skipped.</source>
      <translation>Capa de polígonos opcional: solo se clasifican los píxeles de su interior. Los rásteres que quedan fuera se omiten.</translation>
    </message>
    <message>
      <source>Write a virtual raster of all results, mosaic.vrt. Rasters in another coordinate system than most get a mosaic of their own.</source>
      <translation>Escribir un ráster virtual de todos los resultados, mosaic.vrt. Los rásteres con un sistema de coordenadas distinto del de la mayoría reciben un mosaico propio.</translation>
    </message>
    <message>
      <source>Confidence rasters</source>
      <translation>Rásteres de confianza</translation>
    </message>
    <message>
      <source>Write the probability of the predicted class of each raster, 0 to 1, as NAME_confidence.tif.</source>
      <translation>Escribir la probabilidad de la clase elegida de cada ráster, de 0 a 1, como NOMBRE_confidence.tif.</translation>
    </message>
    <message>
      <source>Entropy rasters</source>
      <translation>Rásteres de entropía</translation>
    </message>
    <message>
      <source>Write the normalised entropy of the class probabilities of each raster, from 0 (certain) to 1 (all classes equal), as NAME_entropy.tif.</source>
      <translation>Escribir la entropía normalizada de las probabilidades de las clases de cada ráster, de 0 (seguro) a 1 (todas las clases igual de probables), como NOMBRE_entropy.tif.</translation>
    </message>
    <message>
      <source>Write the probability of each class, one band per class, in 250 steps from 0 to 1, as NAME_probabilities.tif.</source>
      <translation>Escribir la probabilidad de cada clase, una banda por clase, en 250 pasos de 0 a 1, como NOMBRE_probabilities.tif.</translation>
    </message>
    <message>
      <source>Where the classes of all rasters are written as one polygon layer (.gpkg). Where rasters share a grid and touch, polygons continue across their borders. Optional.</source>
      <translation>Dónde se escriben las clases de todos los rásteres como una sola capa de polígonos (.gpkg). Donde los rásteres están en la misma cuadrícula y se tocan, los polígonos continúan más allá de sus bordes. Opcional.</translation>
    </message>
    <message>
      <source>Classes to polygons</source>
      <translation>Clases a polígonos</translation>
    </message>
    <message>
      <source>Class raster</source>
      <translation>Ráster de clases</translation>
    </message>
    <message>
      <source>A raster with one band and one integer per class, such as the output of 'Classify raster'. Nodata gives no polygons.</source>
      <translation>Un ráster con una banda y un número entero por clase, como la salida de 'Clasificar ráster'. Los píxeles sin datos no dan polígonos.</translation>
    </message>
    <message>
      <source>Polygons</source>
      <translation>Polígonos</translation>
    </message>
    <message>
      <source>Where the polygons are written (.gpkg), with class value and name, true area and perimeter.</source>
      <translation>Dónde se escriben los polígonos (.gpkg), con valor y nombre de clase, área y perímetro reales.</translation>
    </message>
    <message>
      <source>Minimum area (m²)</source>
      <translation>Área mínima (m²)</translation>
    </message>
    <message>
      <source>Simplification tolerance (m)</source>
      <translation>Tolerancia de simplificación (m)</translation>
    </message>
    <message>
      <source>Smoothing iterations</source>
      <translation>Iteraciones de suavizado</translation>
    </message>
    <message>
      <source>Optional: a raster on the same grid, from 0 to 1, such as the output of 'Classify raster'. Each polygon gets its mean.</source>
      <translation>Opcional: un ráster en la misma cuadrícula, de 0 a 1, como la salida de 'Clasificar ráster'. Cada polígono recibe su media.</translation>
    </message>
    <message>
      <source>Name of each class value, such as {"1": "car"}; by default those in the raster's file, in QGIS those of the layer's style.</source>
      <translation>Nombre de cada valor de clase, como {"1": "car"}; de forma predeterminada, los del archivo del ráster y, en QGIS, los del estilo de la capa.</translation>
    </message>
    <message>
      <source>Colour of each class value, such as {"1": "#ff0000"}; by default those in the raster's file, in QGIS those of the layer's style.</source>
      <translation>Color de cada valor de clase, como {"1": "#ff0000"}; de forma predeterminada, los del archivo del ráster y, en QGIS, los del estilo de la capa.</translation>
    </message>
    <message>
      <source>Check engine</source>
      <translation>Comprobar motor</translation>
    </message>
    <message>
      <source>Cross entropy</source>
      <translation>Entropía cruzada</translation>
    </message>
    <message>
      <source>The standard. Every pixel counts the same, so large classes dominate.</source>
      <translation>El estándar. Todos los píxeles cuentan igual, así que dominan las clases grandes.</translation>
    </message>
    <message>
      <source>Maximum likelihood; weighted mean as in PyTorch.</source>
      <translation>Máxima verosimilitud; media ponderada como en PyTorch.</translation>
    </message>
    <message>
      <source>Share of the label's probability that is spread over all classes.</source>
      <translation>Proporción de la probabilidad de la etiqueta que se reparte entre todas las clases.</translation>
    </message>
    <message>
      <source>Focal loss</source>
      <translation>Pérdida focal</translation>
    </message>
    <message>
      <source>Pixels that are already right count less, so that hard pixels dominate.</source>
      <translation>Los píxeles que ya son correctos cuentan menos, de modo que dominan los difíciles.</translation>
    </message>
    <message>
      <source>Lin et al. 2017, arXiv:1708.02002 (here over softmax).</source>
      <translation>Lin et al. 2017, arXiv:1708.02002 (aquí sobre softmax).</translation>
    </message>
    <message>
      <source>How strongly easy pixels are down-weighted; 0 is cross entropy.</source>
      <translation>Cuánto peso se resta a los píxeles fáciles; 0 es entropía cruzada.</translation>
    </message>
    <message>
      <source>Divide by the sum of the class weights, or by the number of pixels.</source>
      <translation>Dividir entre la suma de los pesos de las clases o entre el número de píxeles.</translation>
    </message>
    <message>
      <source>Clamp probabilities to 0.001 to 0.999, as some published code does; pixels outside get no gradient, so the most wrong ones are not learned.</source>
      <translation>Limitar las probabilidades a 0,001–0,999, como hace algún código publicado; los píxeles fuera de ese rango no reciben gradiente, así que los más erróneos no se aprenden.</translation>
    </message>
    <message>
      <source>TopPixel</source>
      <translation>TopPixel</translation>
    </message>
    <message>
      <source>Only the K pixels with the highest loss count: made for one small class in a large scene.</source>
      <translation>Solo cuentan los K píxeles con la pérdida más alta: hecha para una clase pequeña en una escena grande.</translation>
    </message>
    <message>
      <source>Yuan, Xu, Zhou 2021, Chinese Space Science and Technology 41(6).</source>
      <translation>Yuan, Xu, Zhou 2021, Chinese Space Science and Technology 41(6).</translation>
    </message>
    <message>
      <source>Number of pixels that count.</source>
      <translation>Número de píxeles que cuentan.</translation>
    </message>
    <message>
      <source>Share of the valid pixels that counts, instead of k.</source>
      <translation>Proporción de los píxeles válidos que cuenta, en lugar de k.</translation>
    </message>
    <message>
      <source>Computed over all valid pixels of the batch, or over those of each image and then averaged. On several devices, a batch is the share of one device.</source>
      <translation>Se calcula sobre todos los píxeles válidos del lote, o sobre los de cada imagen y luego se promedia. En varios dispositivos, un lote es la parte de un dispositivo.</translation>
    </message>
    <message>
      <source>Share of the training over which the loss narrows from all pixels (cross entropy) to the hardest ones. 0: no warm-up.</source>
      <translation>Proporción del entrenamiento durante la cual la pérdida se reduce de todos los píxeles (entropía cruzada) a los más difíciles. 0: sin calentamiento.</translation>
    </message>
    <message>
      <source>Loss max-pooling</source>
      <translation>Max-pooling de la pérdida</translation>
    </message>
    <message>
      <source>Hard pixels weigh more, gradually, and no single one can dominate: a softer TopPixel.</source>
      <translation>Los píxeles difíciles pesan más, de forma gradual, y ninguno puede dominar por sí solo: una versión más suave de TopPixel.</translation>
    </message>
    <message>
      <source>Rota Bulò, Neuhold, Kontschieder 2017, arXiv:1704.02966.</source>
      <translation>Rota Bulò, Neuhold, Kontschieder 2017, arXiv:1704.02966.</translation>
    </message>
    <message>
      <source>How even the weights are: 1 averages the m hardest pixels, inf all pixels.</source>
      <translation>Lo uniformes que son los pesos: 1 promedia los m píxeles más difíciles; inf, todos los píxeles.</translation>
    </message>
    <message>
      <source>Share of the valid pixels that counts, instead of m.</source>
      <translation>Proporción de los píxeles válidos que cuenta, en lugar de m.</translation>
    </message>
    <message>
      <source>Minimum number of pixels that share the weight.</source>
      <translation>Número mínimo de píxeles que se reparten el peso.</translation>
    </message>
    <message>
      <source>Online hard example mining</source>
      <translation>Minería de ejemplos difíciles (OHEM)</translation>
    </message>
    <message>
      <source>Only pixels whose true class has a low probability count, but always a minimum number.</source>
      <translation>Solo cuentan los píxeles cuya clase verdadera tiene una probabilidad baja, pero siempre un número mínimo.</translation>
    </message>
    <message>
      <source>Shrivastava et al. 2016, arXiv:1604.03540; per pixel as Wu et al. 2016, arXiv:1605.06885.</source>
      <translation>Shrivastava et al. 2016, arXiv:1604.03540; por píxel como en Wu et al. 2016, arXiv:1605.06885.</translation>
    </message>
    <message>
      <source>Pixels count while the probability of their true class is below this.</source>
      <translation>Los píxeles cuentan mientras la probabilidad de la clase verdadera está por debajo.</translation>
    </message>
    <message>
      <source>Minimum number of pixels of a batch that count.</source>
      <translation>Número mínimo de píxeles de un lote que cuentan.</translation>
    </message>
    <message>
      <source>Dice</source>
      <translation>Dice</translation>
    </message>
    <message>
      <source>Overlap of each class; every class counts the same, however small. Add cross entropy to it.</source>
      <translation>Solape de cada clase; cada clase cuenta igual, por pequeña que sea. Súmele entropía cruzada.</translation>
    </message>
    <message>
      <source>Milletari et al. 2016, arXiv:1606.04797.</source>
      <translation>Milletari et al. 2016, arXiv:1606.04797.</translation>
    </message>
    <message>
      <source>Added to numerator and denominator; steadies tiny objects.</source>
      <translation>Se suma al numerador y al denominador; estabiliza los objetos diminutos.</translation>
    </message>
    <message>
      <source>Which classes are averaged: those with a labelled pixel, or all.</source>
      <translation>Qué clases se promedian: las que tienen algún píxel etiquetado o todas.</translation>
    </message>
    <message>
      <source>Jaccard (IoU)</source>
      <translation>Jaccard (IoU)</translation>
    </message>
    <message>
      <source>Like Dice, but for intersection over union, which is stricter.</source>
      <translation>Como Dice, pero para la intersección sobre la unión, que es más estricta.</translation>
    </message>
    <message>
      <source>Rahman and Wang 2016, doi:10.1007/978-3-319-50835-1_22.</source>
      <translation>Rahman y Wang 2016, doi:10.1007/978-3-319-50835-1_22.</translation>
    </message>
    <message>
      <source>Tversky</source>
      <translation>Tversky</translation>
    </message>
    <message>
      <source>Like Dice, with separate weights for false negatives and false positives: raise beta to find more of a rare class.</source>
      <translation>Como Dice, con pesos separados para falsos negativos y falsos positivos: aumente beta para encontrar más de una clase poco frecuente.</translation>
    </message>
    <message>
      <source>Salehi et al. 2017, arXiv:1706.05721; gamma: Abraham and Khan 2018, arXiv:1810.07842.</source>
      <translation>Salehi et al. 2017, arXiv:1706.05721; gamma: Abraham y Khan 2018, arXiv:1810.07842.</translation>
    </message>
    <message>
      <source>Weight of false positives.</source>
      <translation>Peso de los falsos positivos.</translation>
    </message>
    <message>
      <source>Weight of false negatives.</source>
      <translation>Peso de los falsos negativos.</translation>
    </message>
    <message>
      <source>Exponent of each class's loss; below 1, classes that are almost right still improve.</source>
      <translation>Exponente de la pérdida de cada clase; por debajo de 1, las clases casi correctas siguen mejorando.</translation>
    </message>
    <message>
      <source>Lovász-Softmax</source>
      <translation>Lovász-Softmax</translation>
    </message>
    <message>
      <source>A smooth surrogate of intersection over union. Often best together with cross entropy.</source>
      <translation>Una aproximación suave de la intersección sobre la unión. A menudo lo mejor junto con entropía cruzada.</translation>
    </message>
    <message>
      <source>Berman et al. 2018, arXiv:1705.08790.</source>
      <translation>Berman et al. 2018, arXiv:1705.08790.</translation>
    </message>
    <message>
      <source>Lovász hinge (two classes)</source>
      <translation>Lovász hinge (dos clases)</translation>
    </message>
    <message>
      <source>A hinge surrogate of the intersection over union of the second of two classes.</source>
      <translation>Una aproximación de tipo hinge de la intersección sobre la unión de la segunda de dos clases.</translation>
    </message>
    <message>
      <source>Logit-adjusted cross entropy</source>
      <translation>Entropía cruzada con ajuste de logits</translation>
    </message>
    <message>
      <source>Cross entropy that requires a larger margin the rarer a class is: higher recall, lower precision.</source>
      <translation>Entropía cruzada que exige un margen mayor cuanto menos frecuente es una clase: mayor exhaustividad (recall), menor precisión.</translation>
    </message>
    <message>
      <source>Menon et al. 2021, arXiv:2007.07314.</source>
      <translation>Menon et al. 2021, arXiv:2007.07314.</translation>
    </message>
    <message>
      <source>Strength; 0 is cross entropy.</source>
      <translation>Intensidad; 0 es entropía cruzada.</translation>
    </message>
    <message>
      <source>No weights</source>
      <translation>Sin pesos</translation>
    </message>
    <message>
      <source>Every class counts the same per pixel.</source>
      <translation>Cada clase cuenta lo mismo por píxel.</translation>
    </message>
    <message>
      <source>Each weight is 1.</source>
      <translation>Cada peso es 1.</translation>
    </message>
    <message>
      <source>Median frequency</source>
      <translation>Frecuencia mediana</translation>
    </message>
    <message>
      <source>Rare classes weigh more, by their frequency where they occur.</source>
      <translation>Las clases poco frecuentes pesan más, según su frecuencia donde aparecen.</translation>
    </message>
    <message>
      <source>Eigen and Fergus 2015, doi:10.1109/ICCV.2015.304.</source>
      <translation>Eigen y Fergus 2015, doi:10.1109/ICCV.2015.304.</translation>
    </message>
    <message>
      <source>Largest ratio of two weights; larger weights are capped. Without it there is no limit.</source>
      <translation>Mayor cociente permitido entre dos pesos; los pesos mayores se limitan. Si se omite, no hay límite.</translation>
    </message>
    <message>
      <source>Inverse frequency</source>
      <translation>Frecuencia inversa</translation>
    </message>
    <message>
      <source>Every class contributes the same in total: strongest for the rarest.</source>
      <translation>Cada clase contribuye lo mismo en total: el efecto más fuerte es para la menos frecuente.</translation>
    </message>
    <message>
      <source>All pixels over those of the class.</source>
      <translation>Todos los píxeles entre los de la clase.</translation>
    </message>
    <message>
      <source>Inverse square root of frequency</source>
      <translation>Raíz cuadrada inversa de la frecuencia</translation>
    </message>
    <message>
      <source>Halfway between no weights and inverse frequency.</source>
      <translation>A medio camino entre sin pesos y frecuencia inversa.</translation>
    </message>
    <message>
      <source>Square root of all pixels over those of the class.</source>
      <translation>Raíz cuadrada de todos los píxeles entre los de la clase.</translation>
    </message>
    <message>
      <source>Effective number</source>
      <translation>Número efectivo</translation>
    </message>
    <message>
      <source>Like inverse frequency, until a class has so many pixels that more of them add little.</source>
      <translation>Como la frecuencia inversa, hasta que una clase tiene tantos píxeles que más apenas aportan.</translation>
    </message>
    <message>
      <source>Cui et al. 2019, arXiv:1901.05555.</source>
      <translation>Cui et al. 2019, arXiv:1901.05555.</translation>
    </message>
    <message>
      <source>Near 1: pixels beyond about 1 / (1 - beta) add little. Without it: 1 - 1 / all pixels.</source>
      <translation>Cerca de 1: los píxeles que pasan de unos 1 / (1 - beta) apenas aportan. Si se omite: 1 - 1 / todos los píxeles.</translation>
    </message>
    <message>
      <source>ENet</source>
      <translation>ENet</translation>
    </message>
    <message>
      <source>Rare classes weigh more, at most about 50.</source>
      <translation>Las clases poco frecuentes pesan más, como máximo unos 50.</translation>
    </message>
    <message>
      <source>Paszke et al. 2016, arXiv:1606.02147: 1 / ln(1.02 + share).</source>
      <translation>Paszke et al. 2016, arXiv:1606.02147: 1 / ln(1,02 + proporción).</translation>
    </message>
    <message>
      <source>Copy-paste of rare classes</source>
      <translation>Copiar y pegar clases poco frecuentes</translation>
    </message>
    <message>
      <source>Objects of rare classes are copied from another training chip and pasted over common classes, with their labels.</source>
      <translation>Objetos de clases poco frecuentes se copian de otro recorte de entrenamiento y se pegan sobre clases comunes, con sus etiquetas.</translation>
    </message>
    <message>
      <source>Ghiasi et al. 2021, arXiv:2012.07177; whole classes as in Olsson et al. 2020, arXiv:2007.07936.</source>
      <translation>Ghiasi et al. 2021, arXiv:2012.07177; clases enteras como en Olsson et al. 2020, arXiv:2007.07936.</translation>
    </message>
    <message>
      <source>Probability that it is applied to a chip.</source>
      <translation>Probabilidad de que se aplique a un recorte.</translation>
    </message>
    <message>
      <source>Flips and rotations (D4)</source>
      <translation>Reflejos y giros (D4)</translation>
    </message>
    <message>
      <source>One of the eight symmetries of a square, all equally likely: seen from above, nothing is upright.</source>
      <translation>Una de las ocho simetrías de un cuadrado, todas igual de probables: visto desde arriba, nada tiene un arriba ni un abajo.</translation>
    </message>
    <message>
      <source>Pixels are rearranged, none is interpolated.</source>
      <translation>Los píxeles se reordenan; ninguno se interpola.</translation>
    </message>
    <message>
      <source>Scale</source>
      <translation>Escala</translation>
    </message>
    <message>
      <source>Zoomed in or out a little. Pixels from outside the chip are ignored.</source>
      <translation>Un poco ampliado o reducido. Los píxeles de fuera del recorte se ignoran.</translation>
    </message>
    <message>
      <source>Interpolated between valid pixels: Knutsson and Westin 1993, doi:10.1109/CVPR.1993.341081.</source>
      <translation>Interpolado entre píxeles válidos: Knutsson y Westin 1993, doi:10.1109/CVPR.1993.341081.</translation>
    </message>
    <message>
      <source>Largest zoom factor, in or out.</source>
      <translation>Mayor factor de zoom, para ampliar o reducir.</translation>
    </message>
    <message>
      <source>Rotation by any angle</source>
      <translation>Rotación de cualquier ángulo</translation>
    </message>
    <message>
      <source>Rotated about the chip's centre. Corners from outside the chip are ignored.</source>
      <translation>Rotado en torno al centro del recorte. Las esquinas de fuera del recorte se ignoran.</translation>
    </message>
    <message>
      <source>Largest angle, in either direction.</source>
      <translation>Mayor ángulo, en ambos sentidos.</translation>
    </message>
    <message>
      <source>Gaussian blur</source>
      <translation>Desenfoque gaussiano</translation>
    </message>
    <message>
      <source>As if out of focus.</source>
      <translation>Como si la imagen estuviera desenfocada.</translation>
    </message>
    <message>
      <source>Gaussian, over valid pixels only.</source>
      <translation>Gaussiano, solo sobre píxeles válidos.</translation>
    </message>
    <message>
      <source>Largest standard deviation, in pixels.</source>
      <translation>Mayor desviación estándar, en píxeles.</translation>
    </message>
    <message>
      <source>Color jitter</source>
      <translation>Variación de color (color jitter)</translation>
    </message>
    <message>
      <source>Changes of brightness, contrast and gamma, of all bands together and a little of each band: haze, season, another camera.</source>
      <translation>Cambios de brillo, contraste y gamma, de todas las bandas juntas y un poco de cada banda: bruma, estación del año, otra cámara.</translation>
    </message>
    <message>
      <source>In standard deviations of each band, so that it suits any band and unit.</source>
      <translation>En desviaciones estándar de cada banda, de modo que vale para cualquier banda y unidad.</translation>
    </message>
    <message>
      <source>Largest shift, in standard deviations of the band.</source>
      <translation>Mayor desplazamiento, en desviaciones estándar de la banda.</translation>
    </message>
    <message>
      <source>Largest relative change of the contrast.</source>
      <translation>Mayor cambio relativo del contraste.</translation>
    </message>
    <message>
      <source>Darker or brighter between black and white: exponent up to 1 + gamma, or its inverse.</source>
      <translation>Más oscuro o más claro entre el negro y el blanco: exponente de hasta 1 + gamma, o su inverso.</translation>
    </message>
    <message>
      <source>Share of these changes that each band gets on its own in addition.</source>
      <translation>Proporción de estos cambios que cada banda recibe además por su cuenta.</translation>
    </message>
    <message>
      <source>Noise</source>
      <translation>Ruido</translation>
    </message>
    <message>
      <source>Grain, as from a poor sensor.</source>
      <translation>Grano, como el de un sensor de baja calidad.</translation>
    </message>
    <message>
      <source>Gaussian, independent for each pixel and band.</source>
      <translation>Gaussiano, cada píxel y cada banda por separado.</translation>
    </message>
    <message>
      <source>Largest noise, in standard deviations of the band.</source>
      <translation>Ruido máximo, en desviaciones estándar de la banda.</translation>
    </message>
    <message>
      <source>None</source>
      <translation>Ninguno</translation>
    </message>
    <message>
      <source>The chips as they are.</source>
      <translation>Los recortes tal como son.</translation>
    </message>
    <message>
      <source>For comparison.</source>
      <translation>Para comparar.</translation>
    </message>
    <message>
      <source>Light</source>
      <translation>Ligero</translation>
    </message>
    <message>
      <source>Flips, rotations by 90°, brightness and contrast: cheap, and rarely harmful.</source>
      <translation>Reflejos, giros de 90°, brillo y contraste: cuesta poco y rara vez perjudica.</translation>
    </message>
    <message>
      <source>The default.</source>
      <translation>El valor predeterminado.</translation>
    </message>
    <message>
      <source>Strong</source>
      <translation>Fuerte</translation>
    </message>
    <message>
      <source>All augmentations. For few labels, or for imagery unlike the training imagery; needs more epochs.</source>
      <translation>Todos los aumentos. Para pocas etiquetas o para imágenes distintas de las del entrenamiento; necesita más épocas.</translation>
    </message>
    <message>
      <source>Three of four chips are resampled.</source>
      <translation>Tres de cada cuatro recortes se remuestrean.</translation>
    </message>
    <message>
      <source>training</source>
      <translation>entrenamiento</translation>
    </message>
    <message>
      <source>what the network is trained on</source>
      <translation>con lo que se entrena la red</translation>
    </message>
    <message>
      <source>validation</source>
      <translation>validación</translation>
    </message>
    <message>
      <source>kept out of training to measure the model after each epoch</source>
      <translation>queda fuera del entrenamiento para medir el modelo después de cada época</translation>
    </message>
    <message>
      <source>test</source>
      <translation>prueba</translation>
    </message>
    <message>
      <source>kept out of everything until the model is finished</source>
      <translation>queda fuera de todo hasta que el modelo está terminado</translation>
    </message>
    <message>
      <source>buffer</source>
      <translation>buffer</translation>
    </message>
    <message>
      <source>too close to validation or test to be trained on</source>
      <translation>demasiado cerca de la validación o la prueba para entrenar con ello</translation>
    </message>
    <message>
      <source>unused</source>
      <translation>sin usar</translation>
    </message>
    <message>
      <source>unlabelled, or in no split area</source>
      <translation>sin etiqueta o fuera de las áreas de división</translation>
    </message>
    <message>
      <source>packages</source>
      <translation>paquetes</translation>
    </message>
    <message>
      <source>Downloading packages</source>
      <translation>Descargando paquetes</translation>
    </message>
    <message>
      <source>MB</source>
      <translation>MB</translation>
    </message>
    <message>
      <source>Installing packages</source>
      <translation>Instalando paquetes</translation>
    </message>
    <message>
      <source>blocks</source>
      <translation>bloques</translation>
    </message>
    <message>
      <source>Counting the labels</source>
      <translation>Contando las etiquetas</translation>
    </message>
    <message>
      <source>Reading the classes</source>
      <translation>Leyendo las clases</translation>
    </message>
    <message>
      <source>Preparing the labels</source>
      <translation>Preparando las etiquetas</translation>
    </message>
    <message>
      <source>Splitting the labels</source>
      <translation>Dividiendo las etiquetas</translation>
    </message>
    <message>
      <source>Computing band statistics</source>
      <translation>Calculando las estadísticas de las bandas</translation>
    </message>
    <message>
      <source>Making polygons</source>
      <translation>Haciendo polígonos</translation>
    </message>
    <message>
      <source>strips</source>
      <translation>franjas</translation>
    </message>
    <message>
      <source>Merging small segments</source>
      <translation>Uniendo los segmentos pequeños</translation>
    </message>
    <message>
      <source>tiles</source>
      <translation>teselas</translation>
    </message>
    <message>
      <source>Classifying</source>
      <translation>Clasificando</translation>
    </message>
    <message>
      <source>rasters</source>
      <translation>rásteres</translation>
    </message>
    <message>
      <source>Checking the rasters</source>
      <translation>Comprobando los rásteres</translation>
    </message>
    <message>
      <source>million pixels</source>
      <translation>millones de píxeles</translation>
    </message>
    <message>
      <source>bytes</source>
      <translation>bytes</translation>
    </message>
    <message>
      <source>Writing the map</source>
      <translation>Escribiendo el mapa</translation>
    </message>
    <message>
      <source>checks</source>
      <translation>comprobaciones</translation>
    </message>
    <message>
      <source>Checking the engine</source>
      <translation>Comprobando el motor</translation>
    </message>
    <message>
      <source>Comparing losses</source>
      <translation>Comparando funciones de pérdida</translation>
    </message>
    <message>
      <source>chips</source>
      <translation>recortes</translation>
    </message>
    <message>
      <source>Training</source>
      <translation>Entrenando</translation>
    </message>
    <message>
      <source>steps</source>
      <translation>pasos</translation>
    </message>
    <message>
      <source>Finding the learning rate</source>
      <translation>Buscando la tasa de aprendizaje</translation>
    </message>
  </context>
</TS>
