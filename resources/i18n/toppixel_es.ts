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
      <source>Pixels of '{layer}' are {size} m, the model was trained on {expected} m: what it looks for cannot be seen in them. Choose a raster with smaller pixels.</source>
      <translation>Los píxeles de '{layer}' son de {size} m y el modelo se entrenó con {expected} m: lo que busca no se puede ver en ellos. Elija un ráster con píxeles más pequeños.</translation>
    </message>
    <message>
      <source>Pixels of '{layer}' are {size} m, the model was trained on {expected} m: objects look larger or smaller than it knows them.</source>
      <translation>Los píxeles de '{layer}' son de {size} m y el modelo se entrenó con {expected} m: los objetos se ven más grandes o más pequeños de como los conoce.</translation>
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
      <source>All polygons of '{layer}' are of one class, '{name}'. Label something else too, or let pixels without label be 'background'.</source>
      <translation>Todos los polígonos de '{layer}' son de una sola clase, '{name}'. Etiquete también otra cosa o elija 'background' en 'Píxeles sin etiqueta'.</translation>
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
      <source>Counts what your labels hold before you train: the pixels, share, area, chips and polygons of each class, and its weight by every method. The report shows how median frequency weights come about and advises on a loss for the rarest class, with K for TopPixel. In a model, the outputs 'Class weights' and 'Suggested loss' can be given to 'Train segmentation model'.</source>
      <translation>Cuenta lo que contienen sus etiquetas antes de entrenar: los píxeles, la proporción, el área, los recortes y los polígonos de cada clase, y su peso según cada método. El informe muestra cómo se obtienen los pesos por frecuencia mediana y recomienda una función de pérdida para la clase menos frecuente, con K para TopPixel. En un modelo, las salidas 'Pesos de las clases' y 'Función de pérdida sugerida' se pueden pasar a 'Entrenar modelo de segmentación'.</translation>
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
      <source>Applies a model made by 'Train segmentation model' to a raster of any size with the same bands as the model was trained on. The class raster is loaded with the names and colours of the classes; polygons, and rasters of how sure the network is, come with it if you ask for them. After an interruption the same run with the same output goes on where it was.</source>
      <translation>Aplica un modelo hecho con 'Entrenar modelo de segmentación' a un ráster de cualquier tamaño con las mismas bandas con las que se entrenó el modelo. El ráster de clases se carga con los nombres y colores de las clases; si los pide, se añaden polígonos y rásteres que muestran lo segura que está la red. Tras una interrupción, la misma ejecución con la misma salida continúa donde se quedó.</translation>
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
      <source>Applies a model made by 'Train segmentation model' to many rasters: layers, files, or all that a folder holds. The model is loaded once. Each result lies in the folder for the results, named like its raster. A mosaic shows them as one layer, and polygons of all can be had in one layer. A raster that cannot be classified is told, and the rest goes on. After an interruption the same run with the same folder goes on where it was.</source>
      <translation>Aplica un modelo hecho con 'Entrenar modelo de segmentación' a muchos rásteres: capas, archivos o todo lo que contiene una carpeta. El modelo se carga una sola vez. Cada resultado queda en la carpeta de resultados, con el nombre de su ráster. Un mosaico los muestra como una sola capa, y se pueden obtener los polígonos de todos en una sola capa. Si un ráster no se puede clasificar, se indica y se sigue con los demás. Tras una interrupción, la misma ejecución con la misma carpeta continúa donde se quedó.</translation>
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
      <source>What became of each raster</source>
      <translation>Qué pasó con cada ráster</translation>
    </message>
    <message>
      <source>The results go to a temporary folder, which is gone when QGIS is closed: an interrupted run cannot go on. Choose a folder to keep them.</source>
      <translation>Los resultados van a una carpeta temporal, que desaparece al cerrar QGIS: una ejecución interrumpida no puede continuar. Elija una carpeta para conservarlos.</translation>
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
      <source>What is classified so far lies in a temporary folder and will be lost. Choose a place of your own for the result to be able to go on after an interruption.</source>
      <translation>Lo clasificado hasta ahora está en una carpeta temporal y se perderá. Elija un lugar propio para el resultado si quiere poder continuar tras una interrupción.</translation>
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
      <source>What is classified so far is kept in '{folder}'. Run the same again with the same output to go on from there, or delete the folder.</source>
      <translation>Lo clasificado hasta ahora se conserva en '{folder}'. Ejecute lo mismo con la misma salida para continuar desde ahí, o borre la carpeta.</translation>
    </message>
    <message>
      <source>TopPixel models</source>
      <translation>Modelos de TopPixel</translation>
    </message>
    <message>
      <source>Finds out which loss serves your data best: trains the same network with each of several losses, more than once each, on the same parts of the same rasters and for the same number of epochs, and scores all of them on the same place. Give a test area that is used for nothing else if you have one. The table and the report show the scores with their spread between runs, and the maps side by side. Every model is kept in the folder; when the same comparison is run into the same folder again, it goes on where it was interrupted.</source>
      <translation>Averigua qué función de pérdida conviene más a sus datos: entrena la misma red con cada una de varias funciones de pérdida, más de una vez con cada una, en las mismas partes de los mismos rásteres y durante el mismo número de épocas, y las puntúa todas en el mismo lugar. Indique un área de prueba que no se use para nada más, si la tiene. La tabla y el informe muestran las puntuaciones con su dispersión entre ejecuciones, y los mapas uno al lado del otro. Todos los modelos se conservan en la carpeta; si se vuelve a ejecutar la misma comparación en la misma carpeta, continúa donde se interrumpió.</translation>
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
      <source>Loss that found the chosen class best</source>
      <translation>Función de pérdida que mejor encontró la clase elegida</translation>
    </message>
    <message>
      <source>Models and scores go to a temporary folder, which is gone when QGIS is closed: an interrupted comparison cannot go on. Choose a folder to keep them.</source>
      <translation>Los modelos y las puntuaciones van a una carpeta temporal, que desaparece al cerrar QGIS: una comparación interrumpida no puede continuar. Elija una carpeta para conservarlos.</translation>
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
      <source>Builds the engine: a Python environment of its own, outside QGIS, in which the networks run. Needs the internet and about 2 GB of disk (7 GB with a CUDA graphics card), once; run it again after an update of the plugin. An interrupted set-up goes on where it stopped. At the end the engine is checked for real and its versions and device are shown.</source>
      <translation>Construye el motor: un entorno de Python propio, fuera de QGIS, en el que se ejecutan las redes. Necesita internet y unos 2 GB de disco (7 GB con una tarjeta gráfica CUDA), una sola vez; ejecútelo de nuevo tras actualizar el complemento. Una instalación interrumpida continúa donde se detuvo. Al final se comprueba el motor de verdad y se muestran sus versiones y su dispositivo.</translation>
    </message>
    <message>
      <source>Your own Python</source>
      <translation>Su propio Python</translation>
    </message>
    <message>
      <source>Path of a Python program (3.10 or newer) that has all packages of the engine; it is checked and used from then on instead of an engine built here. Leave it empty to build one.</source>
      <translation>Ruta de un programa de Python (3.10 o posterior) que tenga todos los paquetes del motor; se comprueba y se usa desde entonces en lugar de un motor construido aquí. Déjelo vacío para construir uno.</translation>
    </message>
    <message>
      <source>Bundle</source>
      <translation>Carpeta preparada (bundle)</translation>
    </message>
    <message>
      <source>Folder made on another machine by 'core engine bundle'. The engine is built from it without any network. Leave it empty to get the packages from the internet, through the proxy that QGIS uses.</source>
      <translation>Carpeta hecha en otro equipo con 'core engine bundle'. El motor se construye con ella sin usar la red. Déjelo vacío para obtener los paquetes de internet, a través del proxy que usa QGIS.</translation>
    </message>
    <message>
      <source>Build anew</source>
      <translation>Construir de nuevo</translation>
    </message>
    <message>
      <source>Repairs: removes the engine that is there and everything that was fetched for it, and builds it again from nothing.</source>
      <translation>Repara: elimina el motor existente y todo lo que se descargó para él, y lo construye de nuevo desde cero.</translation>
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
      <source>1 (sure)</source>
      <translation>1 (seguro)</translation>
    </message>
    <message>
      <source>0 (sure)</source>
      <translation>0 (seguro)</translation>
    </message>
    <message>
      <source>1 (all classes alike)</source>
      <translation>1 (todas las clases por igual)</translation>
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
      <translation>Entrena una red que encuentra en las imágenes lo que usted ha etiquetado: indique uno o más rásteres, una capa de polígonos (o un ráster de clases) que muestre qué hay en cada lugar, y el campo con la clase. Para lo que es poco frecuente en las imágenes, elija una función de pérdida hecha para ello y pesos de las clases. Una parte del área etiquetada queda fuera del entrenamiento para medir la calidad del modelo. El resultado es un solo archivo, que 'Clasificar ráster' aplica a rásteres de cualquier tamaño.</translation>
    </message>
    <message>
      <source>deep learning,segmentation,neural network,imbalance,loss,landcover,orthophoto</source>
      <translation>aprendizaje profundo,deep learning,segmentación,red neuronal,desequilibrio,desbalance,entrenar,función de pérdida,loss,cobertura del suelo,landcover,ortofoto</translation>
    </message>
    <message>
      <source>Mean IoU on the validation area</source>
      <translation>IoU media en el área de validación</translation>
    </message>
    <message>
      <source>Epoch that was kept</source>
      <translation>Época que se conservó</translation>
    </message>
    <message>
      <source>Mean IoU on the test areas</source>
      <translation>IoU media en las áreas de prueba</translation>
    </message>
    <message>
      <source>The model goes to a temporary file, which is gone when QGIS is closed.</source>
      <translation>El modelo va a un archivo temporal, que desaparece al cerrar QGIS.</translation>
    </message>
    <message>
      <source>The best model so far is kept: {path}</source>
      <translation>Se conserva el mejor modelo hasta ahora: {path}</translation>
    </message>
    <message>
      <source>Makes polygons of a class raster of any size. Small patches can be merged into neighbours, outlines simplified and smoothed. Neighbours keep their common borders, so that no gaps and no overlaps arise, and no polygon ends at a tile's border. Each has its class, its area and perimeter on the ground, and its mean confidence if you give the confidence raster. Names and colours are those of the layer's style, or else of the raster's file.</source>
      <translation>Hace polígonos de un ráster de clases de cualquier tamaño. Las manchas pequeñas se pueden unir a sus vecinos; los contornos se pueden simplificar y suavizar. Los vecinos conservan sus bordes comunes, de modo que no surgen huecos ni solapes, y ningún polígono termina en el borde de una tesela. Cada uno tiene su clase, su área y su perímetro sobre el terreno y, si indica el ráster de confianza, su confianza media. Los nombres y colores son los del estilo de la capa o, si no los hay, los del archivo del ráster.</translation>
    </message>
    <message>
      <source>vectorize,polygonize,raster to vector,segmentation,landcover,sieve,eliminate,simplify,smooth,generalize,topology,coverage</source>
      <translation>vectorizar,poligonizar,polygonize,ráster a vectorial,segmentación,cobertura del suelo,landcover,filtrar,sieve,eliminar,simplificar,suavizar,generalizar,topología,cobertura,coverage</translation>
    </message>
    <message>
      <source>Own choice</source>
      <translation>Selección propia</translation>
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
      <source>What the loss is multiplied by</source>
      <translation>Por cuánto se multiplica la función de pérdida</translation>
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
      <source>Choose a loss with its numbers and add it to the list</source>
      <translation>Elegir una función de pérdida con sus números y añadirla a la lista</translation>
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
      <source>End this job. The best model so far is kept.</source>
      <translation>Terminar este trabajo. Se conserva el mejor modelo hasta ahora.</translation>
    </message>
    <message>
      <source>Training loss</source>
      <translation>Pérdida de entrenamiento</translation>
    </message>
    <message>
      <source>IoU on the validation area</source>
      <translation>IoU en el área de validación</translation>
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
      <source>A place of the validation area is shown here after each epoch.</source>
      <translation>Aquí se muestra, después de cada época, un lugar del área de validación.</translation>
    </message>
    <message>
      <source>Image</source>
      <translation>Imagen</translation>
    </message>
    <message>
      <source>Truth</source>
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
      <source>{text}; epoch {best} is kept</source>
      <translation>{text}; se conserva la época {best}</translation>
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
      <source>The set-up of the engine goes on in the background.</source>
      <translation>La instalación del motor continúa en segundo plano.</translation>
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
      <source>Networks run in an engine of their own, outside QGIS. It is built once; nothing is installed into QGIS or the system.</source>
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
      <source>nothing, unless it must be repaired</source>
      <translation>nada, salvo que haya que repararlo</translation>
    </message>
    <message>
      <source>There is not enough room. Choose another folder, or free some.</source>
      <translation>No hay espacio suficiente. Elija otra carpeta o libere espacio.</translation>
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
      <source>The Python that you have chosen as engine is not there.</source>
      <translation>El Python que eligió como motor no existe.</translation>
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
      <source>Remove the engine and everything that was fetched for it, and build it again?</source>
      <translation>¿Eliminar el motor y todo lo que se descargó para él, y construirlo de nuevo?</translation>
    </message>
    <message>
      <source>Remove all engines in '{folder}', and everything that was fetched for them?</source>
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
      <source>Builds the engine anew, with everything fetched again.</source>
      <translation>Construye el motor de nuevo, descargándolo todo otra vez.</translation>
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
      <source>What 'Device' is when a dialog opens. 'auto' takes a graphics card when there is one.</source>
      <translation>Valor de 'Dispositivo' al abrir un diálogo. 'auto' usa una tarjeta gráfica cuando la hay.</translation>
    </message>
    <message>
      <source>one for each core</source>
      <translation>uno por núcleo</translation>
    </message>
    <message>
      <source>How many threads compute a network on the processor.</source>
      <translation>Cuántos hilos calculan una red en el procesador.</translation>
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
      <source>Address of another package index, such as one of your company.</source>
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
      <source>Versions, device, state of the engine and the last errors, without the names of users.</source>
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
      <source>Looking…</source>
      <translation>Consultando…</translation>
    </message>
    <message>
      <source>In the clipboard.</source>
      <translation>En el portapapeles.</translation>
    </message>
    <message>
      <source>Removed; {size} are free again.</source>
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
      <source>Not checked yet; the first job does it.</source>
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
      <source>What is where: a polygon layer (any coordinate system; selection and filter are honoured), or a class raster (one integer per class, 255 counts for nothing).</source>
      <translation>Qué hay en cada lugar: una capa de polígonos (cualquier sistema de coordenadas; se respetan la selección y el filtro) o un ráster de clases (un número entero por clase, 255 no cuenta).</translation>
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
      <source>Field of the polygon layer that holds the class, integer or text. Not needed for a class raster. The value 255 or the text 'ignore' marks places that count for nothing.</source>
      <translation>Campo de la capa de polígonos que contiene la clase, entero o texto. No es necesario para un ráster de clases. El valor 255 o el texto 'ignore' marca lugares que no cuentan.</translation>
    </message>
    <message>
      <source>Pixels without label</source>
      <translation>Píxeles sin etiqueta</translation>
    </message>
    <message>
      <source>'background': everything without a polygon is the class background (label all objects, or give a labelled area). 'ignore': pixels without a polygon count for nothing (label some of everything, background too).</source>
      <translation>'background': todo lo que no tiene polígono es de la clase background (fondo); etiquete todos los objetos o indique un área etiquetada. 'ignore': los píxeles sin polígono no cuentan; etiquete algo de todo, también del fondo.</translation>
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
      <source>What the network is trained to make small. Made for rare classes: toppixel(k=50000) lets only the K worst pixels of a batch count; focal(gamma=2) fades out easy pixels. Standard: ce (cross entropy). Sums work as well: TopPixel alone wants exact outlines, with rough ones add ce to it or choose a larger K.</source>
      <translation>Lo que la red aprende a hacer pequeño. Para clases poco frecuentes: toppixel(k=50000) solo hace contar los K peores píxeles de un lote; focal(gamma=2) atenúa los píxeles fáciles. Estándar: ce (entropía cruzada). También se admiten sumas: TopPixel por sí sola requiere contornos exactos; si son aproximados, súmele ce o elija una K mayor.</translation>
    </message>
    <message>
      <source>How much each class counts in the loss: 'none'; by how rare it is ('median_frequency', 'inverse', 'inverse_sqrt', 'effective_number', 'enet', each with an optional bound as in 'median_frequency(cap=50)'); or typed as 'car=5, road=1' (a class that is not named weighs 1).</source>
      <translation>Cuánto cuenta cada clase en la función de pérdida: 'none'; según lo poco frecuente que sea ('median_frequency', 'inverse', 'inverse_sqrt', 'effective_number', 'enet', cada uno con un límite opcional como en 'median_frequency(cap=50)'); o escrito como 'car=5, road=1' (una clase que no se nombra pesa 1).</translation>
    </message>
    <message>
      <source>Architecture</source>
      <translation>Arquitectura</translation>
    </message>
    <message>
      <source>Kind of network. U-Net is a good choice for sharp outlines.</source>
      <translation>Tipo de red. U-Net es una buena elección para contornos nítidos.</translation>
    </message>
    <message>
      <source>Encoder</source>
      <translation>Codificador</translation>
    </message>
    <message>
      <source>The part of the network that reads the image. Larger ones (resnet34, resnet50) learn more and run slower. Any encoder of segmentation-models-pytorch, 'tu-' names of timm included.</source>
      <translation>La parte de la red que lee la imagen. Los más grandes (resnet34, resnet50) aprenden más y son más lentos. Cualquier codificador de segmentation-models-pytorch, incluidos los nombres 'tu-' de timm.</translation>
    </message>
    <message>
      <source>Encoder weights</source>
      <translation>Pesos del codificador</translation>
    </message>
    <message>
      <source>'pretrained' starts from weights learned on ImageNet and needs far fewer labels; 'random' starts from nothing; or the path of a weights file (.safetensors or .pth).</source>
      <translation>'pretrained' parte de pesos aprendidos con ImageNet y necesita muchas menos etiquetas; 'random' parte de cero; o la ruta de un archivo de pesos (.safetensors o .pth).</translation>
    </message>
    <message>
      <source>Continue from model</source>
      <translation>Continuar desde un modelo</translation>
    </message>
    <message>
      <source>Optional: start from this trained model instead of encoder weights, to teach it more on new data. Its architecture, encoder and number of bands must be the same; classes are matched by name, and new ones start from nothing.</source>
      <translation>Opcional: partir de este modelo entrenado en lugar de los pesos del codificador, para enseñarle más con datos nuevos. Su arquitectura, codificador y número de bandas deben ser los mismos; las clases se emparejan por su nombre y las nuevas parten de cero.</translation>
    </message>
    <message>
      <source>Chip size (pixels)</source>
      <translation>Tamaño del recorte (píxeles)</translation>
    </message>
    <message>
      <source>Side of the squares that the network learns from, a multiple of 32. Large enough to show an object with its surroundings.</source>
      <translation>Lado de los cuadrados de los que aprende la red, múltiplo de 32. Lo bastante grande para mostrar un objeto con su entorno.</translation>
    </message>
    <message>
      <source>Batch size</source>
      <translation>Tamaño del lote</translation>
    </message>
    <message>
      <source>Chips per training step. Halved by itself when memory runs out.</source>
      <translation>Recortes por paso de entrenamiento. Se reduce a la mitad automáticamente cuando falta memoria.</translation>
    </message>
    <message>
      <source>Sampling</source>
      <translation>Muestreo</translation>
    </message>
    <message>
      <source>Where the network looks while it learns. 'uniform': anywhere alike. 'balanced': first a class, then a place where it is, so that rare classes are seen more often. 'repeat factor': in between.</source>
      <translation>Dónde mira la red mientras aprende. 'uniform': en todas partes por igual. 'balanced': primero una clase y luego un lugar donde esté, de modo que las clases poco frecuentes se ven más a menudo. 'repeat factor': un punto intermedio.</translation>
    </message>
    <message>
      <source>Augmentation</source>
      <translation>Aumento de datos</translation>
    </message>
    <message>
      <source>How chips are varied, so that the network learns what does not matter. 'none'; 'light': turns, mirrors, brightness, contrast; 'strong': also scale, rotation, blur, gamma, noise, and objects of rare classes pasted to other places; or a sum of parts, as in 'turns + colour(brightness=0.5) + copy_paste(chance=0.3)'.</source>
      <translation>Cómo se varían los recortes para que la red aprenda lo que no importa. 'none'; 'light': giros, reflejos, brillo, contraste; 'strong': además escala, rotación, desenfoque, gamma, ruido y objetos de clases poco frecuentes pegados en otros lugares; o una suma de partes, como en 'turns + colour(brightness=0.5) + copy_paste(chance=0.3)'.</translation>
    </message>
    <message>
      <source>Epochs</source>
      <translation>Épocas</translation>
    </message>
    <message>
      <source>How many times the training area is gone through. Validation and saving happen after each.</source>
      <translation>Cuántas veces se recorre el área de entrenamiento. Después de cada una se valida y se guarda.</translation>
    </message>
    <message>
      <source>Learning rate</source>
      <translation>Tasa de aprendizaje</translation>
    </message>
    <message>
      <source>Size of a training step. Smaller if the loss jumps or becomes NaN. 0: found by some dozens of trial steps before the training.</source>
      <translation>Tamaño de un paso de entrenamiento. Menor si la pérdida da saltos o llega a NaN. 0: se busca con unas decenas de pasos de ensayo antes del entrenamiento.</translation>
    </message>
    <message>
      <source>Optimiser</source>
      <translation>Optimizador</translation>
    </message>
    <message>
      <source>How the weights are moved. 'adamw' needs little tuning; 'sgd' wants a learning rate of about 0.01.</source>
      <translation>Cómo se mueven los pesos. 'adamw' necesita pocos ajustes; 'sgd' pide una tasa de aprendizaje de unos 0,01.</translation>
    </message>
    <message>
      <source>Learning rate over time</source>
      <translation>Evolución de la tasa de aprendizaje</translation>
    </message>
    <message>
      <source>'cosine' (short warm-up, then slowly down), 'one cycle' (long warm-up) or 'constant'.</source>
      <translation>'cosine' (calentamiento corto y después descenso lento), 'one cycle' (calentamiento largo) o 'constant'.</translation>
    </message>
    <message>
      <source>Encoder's learning rate</source>
      <translation>Tasa de aprendizaje del codificador</translation>
    </message>
    <message>
      <source>The encoder's learning rate as a part of the other's. Below 1 its pretrained weights change less; with 0 they stay as they are, for very few labels.</source>
      <translation>La tasa de aprendizaje del codificador como fracción de la del resto. Por debajo de 1 sus pesos preentrenados cambian menos; con 0 se quedan como están, para muy pocas etiquetas.</translation>
    </message>
    <message>
      <source>Gradient clipping</source>
      <translation>Límite del gradiente (clipping)</translation>
    </message>
    <message>
      <source>Longest gradient of a step; longer ones are shortened, which steadies a loss that jumps. 0: never.</source>
      <translation>Gradiente más largo de un paso; los más largos se acortan, lo que estabiliza una pérdida que da saltos. 0: nunca.</translation>
    </message>
    <message>
      <source>Weight averaging</source>
      <translation>Promedio de los pesos</translation>
    </message>
    <message>
      <source>Keep a running average of the weights instead of the last ones, with this part of the old average kept at each step, such as 0.99. Steadier scores. 0: no average.</source>
      <translation>Conservar un promedio móvil de los pesos en lugar de los últimos; este valor, por ejemplo 0,99, es la parte del promedio anterior que se mantiene en cada paso. Puntuaciones más estables. 0: sin promedio.</translation>
    </message>
    <message>
      <source>Validation share</source>
      <translation>Proporción de validación</translation>
    </message>
    <message>
      <source>Share of the labelled area that is kept out of training, in whole blocks, to measure how good the model is. A buffer of half a chip around them is not learned from either. 0 for none.</source>
      <translation>Proporción del área etiquetada que queda fuera del entrenamiento, en bloques enteros, para medir la calidad del modelo. Tampoco se aprende de un buffer de medio recorte a su alrededor. 0: ninguna.</translation>
    </message>
    <message>
      <source>Split areas</source>
      <translation>Áreas de división</translation>
    </message>
    <message>
      <source>Optional polygon layer that says which ground is for training, for validation and for test, instead of blocks chosen by chance. Pixels in no polygon are not used; test areas are scored once, with the finished model. Without validation areas, blocks are chosen among those for training.</source>
      <translation>Capa de polígonos opcional que indica qué terreno es para entrenamiento, cuál para validación y cuál para prueba, en lugar de bloques elegidos al azar. Los píxeles fuera de los polígonos no se usan; las áreas de prueba se puntúan una sola vez, con el modelo terminado. Sin áreas de validación se eligen bloques entre las de entrenamiento.</translation>
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
      <source>Best epoch by</source>
      <translation>Mejor época según</translation>
    </message>
    <message>
      <source>By which IoU on the validation area the best epoch is chosen: 'mean IoU', 'worst class', or the name of a class.</source>
      <translation>Según qué IoU en el área de validación se elige la mejor época: 'mean IoU', 'worst class' o el nombre de una clase.</translation>
    </message>
    <message>
      <source>Patience (epochs)</source>
      <translation>Paciencia (épocas)</translation>
    </message>
    <message>
      <source>Training ends early when so many epochs have brought nothing better. 0: it never does.</source>
      <translation>El entrenamiento termina antes cuando este número de épocas no ha traído ninguna mejora. 0: nunca.</translation>
    </message>
    <message>
      <source>Seed</source>
      <translation>Semilla</translation>
    </message>
    <message>
      <source>Same seed, same data, same machine: same model.</source>
      <translation>Misma semilla, mismos datos, mismo equipo: mismo modelo.</translation>
    </message>
    <message>
      <source>Device</source>
      <translation>Dispositivo</translation>
    </message>
    <message>
      <source>Where the network runs. 'auto' takes a graphics card (CUDA, Apple MPS) when there is one. 'cuda:1' names the second card.</source>
      <translation>Dónde se ejecuta la red. 'auto' usa una tarjeta gráfica (CUDA, Apple MPS) cuando la hay. 'cuda:1' designa la segunda tarjeta.</translation>
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
      <source>Where the parts are written as polygons: training, validation, test, and the buffer between them (.gpkg). Optional.</source>
      <translation>Dónde se escriben las partes como polígonos: entrenamiento, validación, prueba y el buffer entre ellas (.gpkg). Opcional.</translation>
    </message>
    <message>
      <source>TensorBoard folder</source>
      <translation>Carpeta de TensorBoard</translation>
    </message>
    <message>
      <source>Where the curves and a validation picture of each epoch are written for TensorBoard, in a folder named like the model. Give several trainings the same folder to compare them. Optional.</source>
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
      <source>Weights to hand on</source>
      <translation>Pesos para la salida</translation>
    </message>
    <message>
      <source>The weighting that the output 'Class weights' holds, as text for 'Train segmentation model'. The table and the report show all.</source>
      <translation>La ponderación que contiene la salida 'Pesos de las clases', como texto para 'Entrenar modelo de segmentación'. La tabla y el informe las muestran todas.</translation>
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
      <source>Every model is kept here, with the scores (comparison.csv). Give the same folder again to go on after an interruption: finished runs are not repeated.</source>
      <translation>Aquí se conservan todos los modelos, con las puntuaciones (comparison.csv). Indique de nuevo la misma carpeta para continuar tras una interrupción: las ejecuciones terminadas no se repiten.</translation>
    </message>
    <message>
      <source>Test area</source>
      <translation>Área de prueba</translation>
    </message>
    <message>
      <source>Optional polygon layer: the final scores are taken inside it, and no pixel inside it is seen in training or used to choose the epoch. Without it the scores are those of the split's test areas, or else of the validation blocks.</source>
      <translation>Capa de polígonos opcional: las puntuaciones finales se toman en su interior, y ningún píxel de ella se ve en el entrenamiento ni se usa para elegir la época. Sin ella, las puntuaciones son las de las áreas de prueba de la división o, si no las hay, las de los bloques de validación.</translation>
    </message>
    <message>
      <source>Losses</source>
      <translation>Funciones de pérdida</translation>
    </message>
    <message>
      <source>The losses to compare, one a line, as in 'Train segmentation model'.</source>
      <translation>Las funciones de pérdida que se comparan, una por línea, como en 'Entrenar modelo de segmentación'.</translation>
    </message>
    <message>
      <source>Runs per loss</source>
      <translation>Ejecuciones por función de pérdida</translation>
    </message>
    <message>
      <source>How often each loss is trained, each time from another seed. The spread between runs shows which differences are chance.</source>
      <translation>Cuántas veces se entrena con cada función de pérdida, cada vez con otra semilla. La dispersión entre ejecuciones muestra qué diferencias se deben al azar.</translation>
    </message>
    <message>
      <source>Class to look at</source>
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
      <source>Seed of each loss's first run, and of the split; the next runs count on from it.</source>
      <translation>Semilla de la primera ejecución de cada función de pérdida y de la división; las ejecuciones siguientes cuentan a partir de ella.</translation>
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
      <source>Classes to polygons</source>
      <translation>Clases a polígonos</translation>
    </message>
    <message>
      <source>Class raster</source>
      <translation>Ráster de clases</translation>
    </message>
    <message>
      <source>A raster with one band and one whole number per class, such as 'Classify raster' makes. Nodata becomes no polygon.</source>
      <translation>Un ráster con una banda y un número entero por clase, como el que hace 'Clasificar ráster'. Los píxeles sin datos no dan ningún polígono.</translation>
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
      <source>Smallest area (m²)</source>
      <translation>Área mínima (m²)</translation>
    </message>
    <message>
      <source>Smaller patches are given to the neighbour that they share the longest border with. 0: all patches stay.</source>
      <translation>Las manchas más pequeñas se unen al vecino con el que comparten el borde más largo. 0: se conservan todas las manchas.</translation>
    </message>
    <message>
      <source>Simplify by (m)</source>
      <translation>Tolerancia de simplificación (m)</translation>
    </message>
    <message>
      <source>How far outlines may move, on the ground, to become simpler. One to two pixels turn the stairs of the pixels into straight lines. Neighbours keep a common border: no gaps, no overlaps. 0: outlines follow the pixels.</source>
      <translation>Cuánto se pueden mover los contornos, sobre el terreno, para hacerse más simples. Con uno o dos píxeles, los escalones de los píxeles se convierten en líneas rectas. Los vecinos conservan un borde común: sin huecos ni solapes. 0: los contornos siguen los píxeles.</translation>
    </message>
    <message>
      <source>Smooth (rounds)</source>
      <translation>Suavizado (pasadas)</translation>
    </message>
    <message>
      <source>How often corners are cut (Chaikin). Each round doubles the points; 2 or 3 look round. For natural outlines, rather not for buildings. 0: corners stay.</source>
      <translation>Cuántas veces se cortan las esquinas (Chaikin). Cada pasada duplica los puntos; 2 o 3 dan un aspecto redondeado. Para contornos naturales, más bien no para edificios. 0: se conservan las esquinas.</translation>
    </message>
    <message>
      <source>Confidence raster</source>
      <translation>Ráster de confianza</translation>
    </message>
    <message>
      <source>Optional: a raster on the same pixels, from 0 to 1, such as 'Classify raster' makes. Each polygon gets its mean.</source>
      <translation>Opcional: un ráster con los mismos píxeles, de 0 a 1, como el que hace 'Clasificar ráster'. Cada polígono recibe su media.</translation>
    </message>
    <message>
      <source>Name of each class value, such as {"1": "car"}; those in the raster's file when left out, and in QGIS those of the layer's style.</source>
      <translation>Nombre de cada valor de clase, como {"1": "car"}; si se omite, los del archivo del ráster y, en QGIS, los del estilo de la capa.</translation>
    </message>
    <message>
      <source>Colour of each class value, such as {"1": "#ff0000"}; those in the raster's file when left out, and in QGIS those of the layer's style.</source>
      <translation>Color de cada valor de clase, como {"1": "#ff0000"}; si se omite, los del archivo del ráster y, en QGIS, los del estilo de la capa.</translation>
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
      <source>The orthophoto to classify: same bands, in the same order, as the model was trained with.</source>
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
      <source>Read at the model's pixel size</source>
      <translation>Leer con el tamaño de píxel del modelo</translation>
    </message>
    <message>
      <source>When the pixels of the raster are more than a fifth larger or smaller than those the model was trained on, objects look larger or smaller than it knows them. Then the raster is read at the model's pixel size; the result has the raster's own pixels.</source>
      <translation>Cuando los píxeles del ráster son más de una quinta parte más grandes o más pequeños que aquellos con los que se entrenó el modelo, los objetos se ven más grandes o más pequeños de como los conoce. Entonces el ráster se lee con el tamaño de píxel del modelo; el resultado tiene los píxeles propios del ráster.</translation>
    </message>
    <message>
      <source>Look at each place in eight views</source>
      <translation>Mirar cada lugar en ocho vistas</translation>
    </message>
    <message>
      <source>Each tile is classified turned and mirrored in all eight ways, and the probabilities are averaged (test-time augmentation). Often a little better, eight times as slow.</source>
      <translation>Cada tesela se clasifica girada y reflejada de las ocho maneras posibles, y se promedian las probabilidades (test-time augmentation). A menudo un poco mejor, y ocho veces más lento.</translation>
    </message>
    <message>
      <source>Damaged parts of the raster</source>
      <translation>Partes dañadas del ráster</translation>
    </message>
    <message>
      <source>'stop': a part that cannot be read ends the job. 'skip': it becomes nodata, and how much was skipped is said.</source>
      <translation>'stop': una parte que no se puede leer termina el trabajo. 'skip': esa parte queda sin datos, y se indica cuánto se omitió.</translation>
    </message>
    <message>
      <source>Tile size (pixels)</source>
      <translation>Tamaño de tesela (píxeles)</translation>
    </message>
    <message>
      <source>Side of the squares that the network looks at, a multiple of 32. 0: the model's own. Larger tiles show more surroundings and need more memory.</source>
      <translation>Lado de los cuadrados que mira la red, múltiplo de 32. 0: el propio del modelo. Las teselas más grandes muestran más entorno y necesitan más memoria.</translation>
    </message>
    <message>
      <source>Overlap (pixels)</source>
      <translation>Solape (píxeles)</translation>
    </message>
    <message>
      <source>How far neighbouring tiles overlap. Their results are blended, so that no seams show; more overlap is smoother and slower.</source>
      <translation>Cuánto se solapan las teselas vecinas. Sus resultados se funden para que no se vean costuras; más solape es más suave y más lento.</translation>
    </message>
    <message>
      <source>Tiles that go through the network together. 0: found by itself. Halved when memory runs out.</source>
      <translation>Teselas que pasan juntas por la red. 0: se determina automáticamente. Se reduce a la mitad cuando falta memoria.</translation>
    </message>
    <message>
      <source>Full precision</source>
      <translation>Precisión completa</translation>
    </message>
    <message>
      <source>Compute in 32 bits where the device is faster with 16. About 3 of 1000 pixels get another class by it, mostly at outlines.</source>
      <translation>Calcular con 32 bits donde el dispositivo es más rápido con 16. Con ello cambian de clase unos 3 de cada 1000 píxeles, sobre todo en los contornos.</translation>
    </message>
    <message>
      <source>Dask scheduler</source>
      <translation>Planificador de Dask</translation>
    </message>
    <message>
      <source>Optional: let the workers of a Dask cluster compute. The address of its scheduler, such as 'tcp://host:8786', or 'local' for two processes on this machine (one for each graphics card). Raster and model must lie where all workers see them under the same path.</source>
      <translation>Opcional: dejar que calculen los procesos de trabajo (workers) de un clúster Dask. La dirección de su planificador, como 'tcp://host:8786', o 'local' para dos procesos en este equipo (uno por cada tarjeta gráfica). El ráster y el modelo deben estar donde todos los procesos de trabajo los vean con la misma ruta.</translation>
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
      <source>Polygons: smallest area (m²)</source>
      <translation>Polígonos: área mínima (m²)</translation>
    </message>
    <message>
      <source>Polygons: simplify by (m)</source>
      <translation>Polígonos: tolerancia de simplificación (m)</translation>
    </message>
    <message>
      <source>Polygons: smooth (rounds)</source>
      <translation>Polígonos: suavizado (pasadas)</translation>
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
      <source>Where it is written how undecided the network is between all classes, from 0 (sure) to 1 (all alike) (.tif). Optional.</source>
      <translation>Dónde se escribe lo indecisa que está la red entre todas las clases, de 0 (seguro) a 1 (todas por igual) (.tif). Opcional.</translation>
    </message>
    <message>
      <source>Class probabilities</source>
      <translation>Probabilidades de las clases</translation>
    </message>
    <message>
      <source>Where the probability of each class is written, a band per class, in 250 steps from 0 to 1 (.tif). Optional.</source>
      <translation>Dónde se escribe la probabilidad de cada clase, una banda por clase, en 250 pasos de 0 a 1 (.tif). Opcional.</translation>
    </message>
    <message>
      <source>Classify rasters</source>
      <translation>Clasificar rásteres</translation>
    </message>
    <message>
      <source>Folder for the results</source>
      <translation>Carpeta de resultados</translation>
    </message>
    <message>
      <source>Where each raster's classes are written (.tif), named like the raster. Give the same folder again to go on after an interruption: what is finished with the same model and settings is not repeated.</source>
      <translation>Dónde se escriben las clases de cada ráster (.tif), con el nombre del ráster. Indique de nuevo la misma carpeta para continuar tras una interrupción: lo terminado con el mismo modelo y la misma configuración no se repite.</translation>
    </message>
    <message>
      <source>The orthophotos to classify, with the bands that the model was trained with. They may lie anywhere and differ in size, pixel size and coordinate system.</source>
      <translation>Las ortofotos que se clasifican, con las bandas con las que se entrenó el modelo. Pueden estar en cualquier lugar y tener distinto tamaño, tamaño de píxel y sistema de coordenadas.</translation>
    </message>
    <message>
      <source>Input folder</source>
      <translation>Carpeta de entrada</translation>
    </message>
    <message>
      <source>Optional: a folder with rasters, besides or instead of those above.</source>
      <translation>Opcional: una carpeta con rásteres, además de los anteriores o en lugar de ellos.</translation>
    </message>
    <message>
      <source>Files of the folder</source>
      <translation>Archivos de la carpeta</translation>
    </message>
    <message>
      <source>Which files of the input folder are classified: '*.tif', or several as in '*.tif; *.jp2'. '**/*.tif' takes those of the folders inside, too.</source>
      <translation>Qué archivos de la carpeta de entrada se clasifican: '*.tif', o varios como en '*.tif; *.jp2'. '**/*.tif' toma también los de sus subcarpetas.</translation>
    </message>
    <message>
      <source>Optional polygon layer: only pixels inside it are classified. Rasters outside are left out.</source>
      <translation>Capa de polígonos opcional: solo se clasifican los píxeles de su interior. Los rásteres que quedan fuera se omiten.</translation>
    </message>
    <message>
      <source>Write a virtual raster, mosaic.vrt, that shows all results as one. Rasters in another coordinate system than most get a mosaic of their own.</source>
      <translation>Escribir un ráster virtual, mosaic.vrt, que muestra todos los resultados como uno solo. Los rásteres con un sistema de coordenadas distinto del de la mayoría reciben un mosaico propio.</translation>
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
      <source>Write how undecided the network is between all classes, from 0 (sure) to 1 (all alike), as NAME_entropy.tif.</source>
      <translation>Escribir lo indecisa que está la red entre todas las clases, de 0 (seguro) a 1 (todas por igual), como NOMBRE_entropy.tif.</translation>
    </message>
    <message>
      <source>Write the probability of each class, a band per class, in 250 steps from 0 to 1, as NAME_probabilities.tif.</source>
      <translation>Escribir la probabilidad de cada clase, una banda por clase, en 250 pasos de 0 a 1, como NOMBRE_probabilities.tif.</translation>
    </message>
    <message>
      <source>Where the classes of all rasters are written as one polygon layer (.gpkg). Where rasters lie on one grid and touch, polygons go on over their borders. Optional.</source>
      <translation>Dónde se escriben las clases de todos los rásteres como una sola capa de polígonos (.gpkg). Donde los rásteres están en la misma cuadrícula y se tocan, los polígonos continúan más allá de sus bordes. Opcional.</translation>
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
      <source>The standard. Every pixel counts the same, so large classes decide.</source>
      <translation>El estándar. Todos los píxeles cuentan igual, así que deciden las clases grandes.</translation>
    </message>
    <message>
      <source>Maximum likelihood; weighted mean as in PyTorch.</source>
      <translation>Máxima verosimilitud; media ponderada como en PyTorch.</translation>
    </message>
    <message>
      <source>Share of certainty taken away from the label.</source>
      <translation>Proporción de certeza que se quita a la etiqueta.</translation>
    </message>
    <message>
      <source>Focal loss</source>
      <translation>Pérdida focal</translation>
    </message>
    <message>
      <source>Pixels that are already right count less, so that hard ones decide.</source>
      <translation>Los píxeles que ya son correctos cuentan menos, de modo que deciden los difíciles.</translation>
    </message>
    <message>
      <source>Lin et al. 2017, arXiv:1708.02002 (here over softmax).</source>
      <translation>Lin et al. 2017, arXiv:1708.02002 (aquí sobre softmax).</translation>
    </message>
    <message>
      <source>How fast easy pixels fade; 0 is cross entropy.</source>
      <translation>Con qué rapidez se atenúan los píxeles fáciles; 0 es entropía cruzada.</translation>
    </message>
    <message>
      <source>Divide by the sum of the class weights, or by the number of pixels.</source>
      <translation>Dividir entre la suma de los pesos de las clases o entre el número de píxeles.</translation>
    </message>
    <message>
      <source>Keep probabilities within 0.001 to 0.999, as some published code does; hopeless pixels are then no longer learned.</source>
      <translation>Mantener las probabilidades entre 0,001 y 0,999, como hace algún código publicado; los píxeles sin remedio dejan entonces de aprenderse.</translation>
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
      <source>How many pixels count.</source>
      <translation>Cuántos píxeles cuentan.</translation>
    </message>
    <message>
      <source>Share of the valid pixels that counts, instead of k.</source>
      <translation>Proporción de los píxeles válidos que cuenta, en lugar de k.</translation>
    </message>
    <message>
      <source>Taken over all valid pixels of the batch, or of each image and averaged. Trained on several devices, a batch is the part that one device sees.</source>
      <translation>Se toma sobre todos los píxeles válidos del lote, o sobre los de cada imagen y se promedia. Si se entrena en varios dispositivos, un lote es la parte que ve un solo dispositivo.</translation>
    </message>
    <message>
      <source>Loss max-pooling</source>
      <translation>Max-pooling de la pérdida</translation>
    </message>
    <message>
      <source>Hard pixels count more, smoothly, and no single one can take over: a softer TopPixel.</source>
      <translation>Los píxeles difíciles cuentan más, de forma gradual, y ninguno puede imponerse por sí solo: una versión más suave de TopPixel.</translation>
    </message>
    <message>
      <source>Rota Bulò, Neuhold, Kontschieder 2017, arXiv:1704.02966.</source>
      <translation>Rota Bulò, Neuhold, Kontschieder 2017, arXiv:1704.02966.</translation>
    </message>
    <message>
      <source>How even the weights are: 1 is the hardest m, inf the plain mean.</source>
      <translation>Lo uniformes que son los pesos: con 1, solo los m más difíciles; con inf, la media simple.</translation>
    </message>
    <message>
      <source>Share of the valid pixels that counts, instead of m.</source>
      <translation>Proporción de los píxeles válidos que cuenta, en lugar de m.</translation>
    </message>
    <message>
      <source>How many pixels share the weight at least.</source>
      <translation>Cuántos píxeles, como mínimo, se reparten el peso.</translation>
    </message>
    <message>
      <source>Online hard example mining</source>
      <translation>Minería de ejemplos difíciles (OHEM)</translation>
    </message>
    <message>
      <source>Only pixels that are not yet right with enough certainty count, but never fewer than a number.</source>
      <translation>Solo cuentan los píxeles que todavía no son correctos con suficiente certeza, pero nunca menos de un número dado.</translation>
    </message>
    <message>
      <source>Shrivastava et al. 2016, arXiv:1604.03540; per pixel as Wu et al. 2016, arXiv:1605.06885.</source>
      <translation>Shrivastava et al. 2016, arXiv:1604.03540; por píxel como en Wu et al. 2016, arXiv:1605.06885.</translation>
    </message>
    <message>
      <source>Pixels count while the true class's probability is below this.</source>
      <translation>Los píxeles cuentan mientras la probabilidad de la clase verdadera está por debajo.</translation>
    </message>
    <message>
      <source>At least so many pixels of a batch count.</source>
      <translation>Cuentan al menos este número de píxeles de un lote.</translation>
    </message>
    <message>
      <source>Dice</source>
      <translation>Dice</translation>
    </message>
    <message>
      <source>Overlap of each class, each class counting the same however small; add cross entropy to it.</source>
      <translation>Solape de cada clase; cada clase cuenta igual, por pequeña que sea. Súmele entropía cruzada.</translation>
    </message>
    <message>
      <source>Milletari et al. 2016, arXiv:1606.04797.</source>
      <translation>Milletari et al. 2016, arXiv:1606.04797.</translation>
    </message>
    <message>
      <source>Added above and below the fraction; steadies tiny objects.</source>
      <translation>Se suma al numerador y al denominador de la fracción; estabiliza los objetos diminutos.</translation>
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
      <source>Like Dice, but for intersection over union, which forgives less.</source>
      <translation>Como Dice, pero para la intersección sobre la unión, que perdona menos.</translation>
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
      <source>Like Dice, with misses and false alarms weighed apart: raise beta to find more of a rare class.</source>
      <translation>Como Dice, pero las omisiones y las falsas alarmas se ponderan por separado: aumente beta para encontrar más de una clase poco frecuente.</translation>
    </message>
    <message>
      <source>Salehi et al. 2017, arXiv:1706.05721; gamma: Abraham and Khan 2018, arXiv:1810.07842.</source>
      <translation>Salehi et al. 2017, arXiv:1706.05721; gamma: Abraham y Khan 2018, arXiv:1810.07842.</translation>
    </message>
    <message>
      <source>Weight of false alarms (false positives).</source>
      <translation>Peso de las falsas alarmas (falsos positivos).</translation>
    </message>
    <message>
      <source>Weight of misses (false negatives).</source>
      <translation>Peso de las omisiones (falsos negativos).</translation>
    </message>
    <message>
      <source>Power of each class's loss; below 1 almost right classes are still pushed.</source>
      <translation>Exponente de la pérdida de cada clase; por debajo de 1 se sigue empujando a las clases casi correctas.</translation>
    </message>
    <message>
      <source>Lovász-Softmax</source>
      <translation>Lovász-Softmax</translation>
    </message>
    <message>
      <source>Intersection over union itself, made smooth. Often best together with cross entropy.</source>
      <translation>La propia intersección sobre la unión, suavizada. A menudo lo mejor junto con entropía cruzada.</translation>
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
      <source>Intersection over union of the second of two classes, with a margin.</source>
      <translation>Intersección sobre la unión de la segunda de dos clases, con un margen.</translation>
    </message>
    <message>
      <source>Logit-adjusted cross entropy</source>
      <translation>Entropía cruzada con ajuste de logits</translation>
    </message>
    <message>
      <source>Cross entropy that asks for a larger margin the rarer a class is: finds more, errs more.</source>
      <translation>Entropía cruzada que pide un margen mayor cuanto menos frecuente es una clase: encuentra más y se equivoca más.</translation>
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
      <source>Rare classes count more, by how rare they are where they occur.</source>
      <translation>Las clases poco frecuentes cuentan más, según lo poco frecuentes que sean donde aparecen.</translation>
    </message>
    <message>
      <source>Eigen and Fergus 2015, doi:10.1109/ICCV.2015.304.</source>
      <translation>Eigen y Fergus 2015, doi:10.1109/ICCV.2015.304.</translation>
    </message>
    <message>
      <source>Largest allowed ratio of two weights; larger weights are cut. Without it there is no bound.</source>
      <translation>Mayor cociente permitido entre dos pesos; los pesos mayores se limitan. Si se omite, no hay límite.</translation>
    </message>
    <message>
      <source>Inverse frequency</source>
      <translation>Frecuencia inversa</translation>
    </message>
    <message>
      <source>Every class counts the same in sum: strongest for the rarest.</source>
      <translation>Cada clase cuenta lo mismo en total: el efecto más fuerte es para la menos frecuente.</translation>
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
      <source>Half way between no weights and inverse frequency.</source>
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
      <source>Like inverse frequency until a class has enough pixels for more to teach little.</source>
      <translation>Como la frecuencia inversa, hasta que una clase tiene tantos píxeles que añadir más apenas enseña nada.</translation>
    </message>
    <message>
      <source>Cui et al. 2019, arXiv:1901.05555.</source>
      <translation>Cui et al. 2019, arXiv:1901.05555.</translation>
    </message>
    <message>
      <source>Near 1: more than about 1 / (1 - beta) pixels teach little. Without it: 1 - 1 / all pixels.</source>
      <translation>Cerca de 1: a partir de unos 1 / (1 - beta) píxeles, más píxeles apenas enseñan. Si se omite: 1 - 1 / todos los píxeles.</translation>
    </message>
    <message>
      <source>ENet</source>
      <translation>ENet</translation>
    </message>
    <message>
      <source>Rare classes count more, at most about 50.</source>
      <translation>Las clases poco frecuentes cuentan más, con un peso máximo de unos 50.</translation>
    </message>
    <message>
      <source>Paszke et al. 2016, arXiv:1606.02147: 1 / ln(1.02 + share).</source>
      <translation>Paszke et al. 2016, arXiv:1606.02147: 1 / ln(1,02 + proporción).</translation>
    </message>
    <message>
      <source>Copy and paste of rare classes</source>
      <translation>Copiar y pegar clases poco frecuentes</translation>
    </message>
    <message>
      <source>Objects of rare classes are cut out of another training place and laid over common ground, with their labels.</source>
      <translation>Objetos de clases poco frecuentes se extraen de otro lugar de entrenamiento y se colocan sobre terreno común, con sus etiquetas.</translation>
    </message>
    <message>
      <source>Ghiasi et al. 2021, arXiv:2012.07177; whole classes as in Olsson et al. 2020, arXiv:2007.07936.</source>
      <translation>Ghiasi et al. 2021, arXiv:2012.07177; clases enteras como en Olsson et al. 2020, arXiv:2007.07936.</translation>
    </message>
    <message>
      <source>Share of the chips that it happens to.</source>
      <translation>Proporción de recortes a los que se aplica.</translation>
    </message>
    <message>
      <source>Turns and mirrors</source>
      <translation>Giros y reflejos</translation>
    </message>
    <message>
      <source>One of the eight symmetries of a square, each as likely: from above nothing is upright.</source>
      <translation>Una de las ocho simetrías de un cuadrado, todas igual de probables: visto desde arriba, nada tiene un arriba ni un abajo.</translation>
    </message>
    <message>
      <source>Pixels change places, none is interpolated.</source>
      <translation>Los píxeles cambian de lugar; ninguno se interpola.</translation>
    </message>
    <message>
      <source>Scale</source>
      <translation>Escala</translation>
    </message>
    <message>
      <source>A little nearer or farther. What comes from outside the chip counts for nothing.</source>
      <translation>Un poco más cerca o más lejos. Lo que viene de fuera del recorte no cuenta.</translation>
    </message>
    <message>
      <source>Interpolated between valid pixels: Knutsson and Westin 1993, doi:10.1109/CVPR.1993.341081.</source>
      <translation>Interpolado entre píxeles válidos: Knutsson y Westin 1993, doi:10.1109/CVPR.1993.341081.</translation>
    </message>
    <message>
      <source>Largest zoom, in or out.</source>
      <translation>Mayor zoom, para acercar o alejar.</translation>
    </message>
    <message>
      <source>Rotation by any angle</source>
      <translation>Rotación de cualquier ángulo</translation>
    </message>
    <message>
      <source>Turned about its centre. Corners that come from outside the chip count for nothing.</source>
      <translation>Se gira en torno a su centro. Las esquinas que vienen de fuera del recorte no cuentan.</translation>
    </message>
    <message>
      <source>Largest angle, to either side.</source>
      <translation>Mayor ángulo, a cada lado.</translation>
    </message>
    <message>
      <source>Blur</source>
      <translation>Desenfoque</translation>
    </message>
    <message>
      <source>As if out of focus.</source>
      <translation>Como si la imagen estuviera desenfocada.</translation>
    </message>
    <message>
      <source>Gaussian, over valid pixels alone.</source>
      <translation>Gaussiano, solo sobre píxeles válidos.</translation>
    </message>
    <message>
      <source>Largest radius, in pixels.</source>
      <translation>Mayor radio, en píxeles.</translation>
    </message>
    <message>
      <source>Colours</source>
      <translation>Colores</translation>
    </message>
    <message>
      <source>Other brightness, contrast and gamma, all bands together and a little each for itself: haze, season, another camera.</source>
      <translation>Otro brillo, contraste y gamma, todas las bandas juntas y un poco cada una por su cuenta: bruma, estación del año, otra cámara.</translation>
    </message>
    <message>
      <source>In standard deviations of each band, so that any band and any unit is right.</source>
      <translation>En desviaciones estándar de cada banda, de modo que vale para cualquier banda y unidad.</translation>
    </message>
    <message>
      <source>Largest shift, in standard deviations of the band.</source>
      <translation>Mayor desplazamiento, en desviaciones estándar de la banda.</translation>
    </message>
    <message>
      <source>Largest part by which the spread grows or shrinks.</source>
      <translation>Mayor fracción en que crece o disminuye la dispersión.</translation>
    </message>
    <message>
      <source>Darker or brighter between black and white: exponent up to 1 + gamma, or its inverse.</source>
      <translation>Más oscuro o más claro entre el negro y el blanco: exponente de hasta 1 + gamma, o su inverso.</translation>
    </message>
    <message>
      <source>How much of this each band changes for itself on top.</source>
      <translation>Cuánto de esto cambia además cada banda por su cuenta.</translation>
    </message>
    <message>
      <source>Noise</source>
      <translation>Ruido</translation>
    </message>
    <message>
      <source>Grain, as of a poor sensor.</source>
      <translation>Grano, como el de un sensor de baja calidad.</translation>
    </message>
    <message>
      <source>Gaussian, each pixel and band for itself.</source>
      <translation>Gaussiano, cada píxel y cada banda por separado.</translation>
    </message>
    <message>
      <source>Most noise, in standard deviations of the band.</source>
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
      <source>Turns, mirrors, brightness and contrast: costs next to nothing and seldom does harm.</source>
      <translation>Giros, reflejos, brillo y contraste: no cuesta casi nada y rara vez perjudica.</translation>
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
      <source>Everything. For few labels, or for imagery unlike that of the training; wants more epochs.</source>
      <translation>Todo. Para pocas etiquetas o para imágenes distintas de las del entrenamiento; necesita más épocas.</translation>
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
      <source>what the network learns from</source>
      <translation>de lo que aprende la red</translation>
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
      <source>too close to validation or test to be learned from</source>
      <translation>demasiado cerca de la validación o la prueba para aprender de ello</translation>
    </message>
    <message>
      <source>unused</source>
      <translation>sin usar</translation>
    </message>
    <message>
      <source>without labels, or in no split area</source>
      <translation>sin etiquetas o fuera de las áreas de división</translation>
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
      <source>Making polygons</source>
      <translation>Haciendo polígonos</translation>
    </message>
    <message>
      <source>strips</source>
      <translation>franjas</translation>
    </message>
    <message>
      <source>Merging small patches</source>
      <translation>Uniendo manchas pequeñas</translation>
    </message>
    <message>
      <source>Taking the labels apart</source>
      <translation>Dividiendo las etiquetas</translation>
    </message>
    <message>
      <source>Measuring the bands</source>
      <translation>Midiendo las bandas</translation>
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
      <source>Looking at the rasters</source>
      <translation>Examinando los rásteres</translation>
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
