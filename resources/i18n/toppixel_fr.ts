<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
  <context>
    <name>TopPixel</name>
    <message>
      <source>Choose a polygon layer.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{label} cannot be loaded.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The same from a terminal:</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Help with this: {address}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Exporting labels</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>'{layer}' does not overlap the input rasters. Check that the coordinate systems of both are right.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The model was made for {expected} bands ({names}); '{layer}' has {count}. Choose a raster with the same bands, or train a model on this one.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pixels of '{layer}' are {size} m, the model was trained on {expected} m: what it looks for cannot be seen in them. Choose a raster with smaller pixels.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pixels of '{layer}' are {size} m, the model was trained on {expected} m: objects look larger or smaller than it knows them.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The layer '{layer}' holds no polygon.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The field '{field}' of '{layer}' holds more than {most} different values. Choose the field that holds the class.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The field '{field}' of '{layer}' holds no class.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>All polygons of '{layer}' are of one class, '{name}'. Label something else too, or let pixels without label be 'background'.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The field '{field}' of '{layer}' must hold {known} for each polygon, but holds {unknown}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No polygon of '{layer}' is for training. Pixels in no polygon are not used: draw at least one and write '{train}' into its field '{field}'.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The raster '{layer}' has only {width} x {height} pixels, less than a chip of {chip}. Choose a smaller chip size or a larger raster.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>nothing</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Counts what your labels hold before you train: the pixels, share, area, chips and polygons of each class, and its weight by every method. The report shows how median frequency weights come about and advises on a loss for the rarest class, with K for TopPixel. In a model, the outputs 'Class weights' and 'Suggested loss' can be given to 'Train segmentation model'.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Class statistics</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>deep learning,segmentation,imbalance,class weights,median frequency,statistics,area,audit,loss</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Class weights</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Suggested loss</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Rarest class</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Applies a model made by 'Train segmentation model' to a raster of any size with the same bands as the model was trained on. The class raster is loaded with the names and colours of the classes; polygons, and rasters of how sure the network is, come with it if you ask for them. After an interruption the same run with the same output goes on where it was.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{raster} polygons</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>deep learning,segmentation,neural network,inference,predict,landcover,orthophoto</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Applies a model made by 'Train segmentation model' to many rasters: layers, files, or all that a folder holds. The model is loaded once. Each result lies in the folder for the results, named like its raster. A mosaic shows them as one layer, and polygons of all can be had in one layer. A raster that cannot be classified is told, and the rest goes on. After an interruption the same run with the same folder goes on where it was.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>deep learning,segmentation,neural network,inference,predict,landcover,orthophoto,batch,folder,mosaic,tiles</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Mosaic</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Number of rasters that failed</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What became of each raster</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The results go to a temporary folder, which is gone when QGIS is closed: an interrupted run cannot go on. Choose a folder to keep them.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{folder} classified</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{folder} polygons</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{folder} {mosaic}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What is classified so far lies in a temporary folder and will be lost. Choose a place of your own for the result to be able to go on after an interruption.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{raster} probabilities</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{raster} entropy</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{raster} confidence</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{raster} classified</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What is classified so far is kept in '{folder}'. Run the same again with the same output to go on from there, or delete the folder.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>TopPixel models</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Finds out which loss serves your data best: trains the same network with each of several losses, more than once each, on the same parts of the same rasters and for the same number of epochs, and scores all of them on the same place. Give a test area that is used for nothing else if you have one. The table and the report show the scores with their spread between runs, and the maps side by side. Every model is kept in the folder; when the same comparison is run into the same folder again, it goes on where it was interrupted.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Compared losses</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>deep learning,segmentation,benchmark,experiment,imbalance,loss,toppixel,focal</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Scores of every run</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Loss that found the chosen class best</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Models and scores go to a temporary folder, which is gone when QGIS is closed: an interrupted comparison cannot go on. Choose a folder to keep them.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{stage}: {done} of {total} {unit}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{text}, {time} left</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{hours} h {minutes} min</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count} s</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count} min</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Written: {path}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Training and validation</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>HTML files</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Class field is missing.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Only the {count} selected polygons of '{layer}' are used.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The labels are neither polygons nor a class raster.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose a polygon layer or a raster of class values.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose the field of '{layer}' that holds the class: {fields}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>An input raster cannot be loaded.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Check that its file is there.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Save it as GeoTIFF first (right click on the layer, Export).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Write one into it with 'Assign projection' of the Processing toolbox.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Write the right one into the file with 'Assign projection' of the Processing toolbox.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Set it in the layer's properties, under Source.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cancelled.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The raster '{layer}' is not a file on this computer.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The raster '{layer}' has no coordinate system in its file.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The raster '{layer}' has the coordinate system {layer_crs} in QGIS, but its file says {crs}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The layer '{layer}' has no coordinate system.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The layer '{layer}' has no field '{field}'.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Its fields: {fields}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The layer '{layer}' cannot be exported ({fault}).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>QGIS keeps the user name for its proxy in its authentication database, which is locked.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Unlock it under Settings - Options - Authentication, then run 'Set up engine' again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>TopPixel: segmentation that finds rare classes</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Set up engine</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Builds the engine: a Python environment of its own, outside QGIS, in which the networks run. Needs the internet and about 2 GB of disk (7 GB with a CUDA graphics card), once; run it again after an update of the plugin. An interrupted set-up goes on where it stopped. At the end the engine is checked for real and its versions and device are shown.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Your own Python</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Path of a Python program (3.10 or newer) that has all packages of the engine; it is checked and used from then on instead of an engine built here. Leave it empty to build one.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Bundle</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Folder made on another machine by 'core engine bundle'. The engine is built from it without any network. Leave it empty to get the packages from the internet, through the proxy that QGIS uses.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Build anew</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Repairs: removes the engine that is there and everything that was fetched for it, and builds it again from nothing.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>install,pytorch,torch,dependencies,environment,gpu,cuda</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Folder of the engine</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Versions and device</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>location: {folder}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>0</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>1 (sure)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>0 (sure)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>1 (all classes alike)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>100 %</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{name}: 0 %</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Trains a network that finds in imagery what you have labelled: give one or more rasters, a polygon layer (or a class raster) that shows what is where, and the field with the class. For things that are rare in the imagery choose a loss made for them and class weights. A part of the labelled area is kept out of training to measure how good the model is. The result is one file, which 'Classify raster' applies to rasters of any size.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>deep learning,segmentation,neural network,imbalance,loss,landcover,orthophoto</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Mean IoU on the validation area</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Epoch that was kept</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Mean IoU on the test areas</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The model goes to a temporary file, which is gone when QGIS is closed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The best model so far is kept: {path}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Makes polygons of a class raster of any size. Small patches can be merged into neighbours, outlines simplified and smoothed. Neighbours keep their common borders, so that no gaps and no overlaps arise, and no polygon ends at a tile's border. Each has its class, its area and perimeter on the ground, and its mean confidence if you give the confidence raster. Names and colours are those of the layer's style, or else of the raster's file.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>vectorize,polygonize,raster to vector,segmentation,landcover,sieve,eliminate,simplify,smooth,generalize,topology,coverage</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Own choice</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Typed as text</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>As text: {text}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pick a file</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose the field with the class</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Not needed for a class raster</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>the {whole} pixels of a chip</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>the {whole} pixels of a batch</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{name} = {count} is {share} of {whole}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>ratio = {ratio} is {pixels} of {whole}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{name} = {count}: all of {whole} count.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What the loss is multiplied by</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sum of two losses</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Add…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose a loss with its numbers and add it to the list</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Add a loss</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Network</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Expects</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Trained with</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Validation</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>none</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count} bands ({names}), {dtype}, pixels of {size} m</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Classes</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>mean IoU {miou}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count} more</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A class that is not named weighs 1.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Typed, class by class</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Epoch {number}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>and {count} more</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>best: epoch {number}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Training monitor</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Trainings since QGIS was started, the newest first</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cancel</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>End this job. The best model so far is kept.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Training loss</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>IoU on the validation area</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Mean</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Loss</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Newest validation picture</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A place of the validation area is shown here after each epoch.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Image</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Truth</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Prediction</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Predicted after epoch {number}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing has been trained yet. 'Train segmentation model' is in the Processing toolbox.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cancelled after {count} epochs</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Finished after {count} epochs</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Starting</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Epoch {number} of {count}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{text}; epoch {best} is kept</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Failed. {message}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Failed after {count} epochs. {message}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Set up engine…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The set-up of the engine goes on in the background.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Show</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The engine is ready.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>TopPixel: set up engine</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Networks run in an engine of their own, outside QGIS. It is built once; nothing is installed into QGIS or the system.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>From the internet</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>From a bundle:</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A folder made on another machine by 'core engine bundle'; no network is needed then.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Packages</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What will be done</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Folder:</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Graphics card:</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Download:</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Disk:</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Progress</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Open the log file</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Log</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Set up</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cancel the set-up</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose the folder of the bundle.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>nothing, unless it must be repaired</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is not enough room. Choose another folder, or free some.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>An engine is ready in this folder. It will be checked.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Try again</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cancelling</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>up to {needed} are needed, {free} are free</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>about {size}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It will be used instead of your own Python '{path}'.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The Python that you have chosen as engine is not there.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Options…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This version of TopPixel needs a new engine.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Before networks can be trained or used, their engine must be set up, once.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Remove the engine and everything that was fetched for it, and build it again?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Remove all engines in '{folder}', and everything that was fetched for them?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>none, as in Settings - Options - Network</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Built by TopPixel in this folder:</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A Python of your own:</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A Python 3.10 or newer that has all packages of the engine.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Set up…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Repair…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Builds the engine anew, with everything fetched again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Remove…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Engine</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What 'Device' is when a dialog opens. 'auto' takes a graphics card when there is one.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>one for each core</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>How many threads compute a network on the processor.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Computing</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Device:</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Threads:</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>the Python Package Index (pypi.org)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Address of another package index, such as one of your company.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Package index:</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Proxy:</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Copy diagnostics</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Versions, device, state of the engine and the last errors, without the names of users.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Open the log of the set-up</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>When something goes wrong</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Looking…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>In the clipboard.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Removed; {size} are free again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{address}, as in Settings - Options - Network</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Removing…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>none found; networks will run on the processor</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Not checked yet; the first job does it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{number} GB</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{name} (with CUDA)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Ready: PyTorch {version} on {device}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Train segmentation model</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Input rasters</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>One or more orthophotos or other rasters, all with the same bands. Any number of bands, 8 or 16 bit or float.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Labels</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What is where: a polygon layer (any coordinate system; selection and filter are honoured), or a class raster (one integer per class, 255 counts for nothing).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Trained model</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Where the model is written (.safetensors).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Class field</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Field of the polygon layer that holds the class, integer or text. Not needed for a class raster. The value 255 or the text 'ignore' marks places that count for nothing.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pixels without label</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>'background': everything without a polygon is the class background (label all objects, or give a labelled area). 'ignore': pixels without a polygon count for nothing (label some of everything, background too).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Labelled area</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Optional polygon layer: only pixels inside it are used, for training and for validation. Give it when only a part of the rasters is labelled.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What the network is trained to make small. Made for rare classes: toppixel(k=50000) lets only the K worst pixels of a batch count; focal(gamma=2) fades out easy pixels. Standard: ce (cross entropy). Sums work as well: TopPixel alone wants exact outlines, with rough ones add ce to it or choose a larger K.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>How much each class counts in the loss: 'none'; by how rare it is ('median_frequency', 'inverse', 'inverse_sqrt', 'effective_number', 'enet', each with an optional bound as in 'median_frequency(cap=50)'); or typed as 'car=5, road=1' (a class that is not named weighs 1).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Architecture</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Kind of network. U-Net is a good choice for sharp outlines.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Encoder</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The part of the network that reads the image. Larger ones (resnet34, resnet50) learn more and run slower. Any encoder of segmentation-models-pytorch, 'tu-' names of timm included.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Encoder weights</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>'pretrained' starts from weights learned on ImageNet and needs far fewer labels; 'random' starts from nothing; or the path of a weights file (.safetensors or .pth).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Continue from model</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Optional: start from this trained model instead of encoder weights, to teach it more on new data. Its architecture, encoder and number of bands must be the same; classes are matched by name, and new ones start from nothing.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Chip size (pixels)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Side of the squares that the network learns from, a multiple of 32. Large enough to show an object with its surroundings.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Batch size</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Chips per training step. Halved by itself when memory runs out.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sampling</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Where the network looks while it learns. 'uniform': anywhere alike. 'balanced': first a class, then a place where it is, so that rare classes are seen more often. 'repeat factor': in between.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Augmentation</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>How chips are varied, so that the network learns what does not matter. 'none'; 'light': turns, mirrors, brightness, contrast; 'strong': also scale, rotation, blur, gamma, noise, and objects of rare classes pasted to other places; or a sum of parts, as in 'turns + colour(brightness=0.5) + copy_paste(chance=0.3)'.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Epochs</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>How many times the training area is gone through. Validation and saving happen after each.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Learning rate</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Size of a training step. Smaller if the loss jumps or becomes NaN. 0: found by some dozens of trial steps before the training.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Optimiser</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>How the weights are moved. 'adamw' needs little tuning; 'sgd' wants a learning rate of about 0.01.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Learning rate over time</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>'cosine' (short warm-up, then slowly down), 'one cycle' (long warm-up) or 'constant'.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Encoder's learning rate</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The encoder's learning rate as a part of the other's. Below 1 its pretrained weights change less; with 0 they stay as they are, for very few labels.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Gradient clipping</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Longest gradient of a step; longer ones are shortened, which steadies a loss that jumps. 0: never.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Weight averaging</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Keep a running average of the weights instead of the last ones, with this part of the old average kept at each step, such as 0.99. Steadier scores. 0: no average.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Validation share</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Share of the labelled area that is kept out of training, in whole blocks, to measure how good the model is. A buffer of half a chip around them is not learned from either. 0 for none.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Split areas</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Optional polygon layer that says which ground is for training, for validation and for test, instead of blocks chosen by chance. Pixels in no polygon are not used; test areas are scored once, with the finished model. Without validation areas, blocks are chosen among those for training.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Field of the split areas</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Field that holds 'train', 'validation' or 'test' for each polygon of the split areas.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Best epoch by</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>By which IoU on the validation area the best epoch is chosen: 'mean IoU', 'worst class', or the name of a class.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Patience (epochs)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Training ends early when so many epochs have brought nothing better. 0: it never does.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Seed</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Same seed, same data, same machine: same model.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Device</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Where the network runs. 'auto' takes a graphics card (CUDA, Apple MPS) when there is one. 'cuda:1' names the second card.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Report</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Where a report with curves, scores and pictures is written (.html). Optional.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Split layer</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Where the parts are written as polygons: training, validation, test, and the buffer between them (.gpkg). Optional.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>TensorBoard folder</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Where the curves and a validation picture of each epoch are written for TensorBoard, in a folder named like the model. Give several trainings the same folder to compare them. Optional.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Class names</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Name of each integer class value, such as {"1": "car"}; taken from the layer's style in QGIS.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Class colours</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Colour of each class value, such as {"1": "#ff0000"}; taken from the layer's style in QGIS.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Class statistics and weights</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Table</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Where the statistics are written, a row per class (.gpkg or .csv).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Weights to hand on</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The weighting that the output 'Class weights' holds, as text for 'Train segmentation model'. The table and the report show all.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Where the statistics are explained, with a chart and advice on the loss (.html). Optional.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Compare losses</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Folder for models and results</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Every model is kept here, with the scores (comparison.csv). Give the same folder again to go on after an interruption: finished runs are not repeated.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Test area</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Optional polygon layer: the final scores are taken inside it, and no pixel inside it is seen in training or used to choose the epoch. Without it the scores are those of the split's test areas, or else of the validation blocks.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Losses</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The losses to compare, one a line, as in 'Train segmentation model'.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Runs per loss</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>How often each loss is trained, each time from another seed. The spread between runs shows which differences are chance.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Class to look at</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Name of the class that matters most; the rarest one when empty.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>First seed</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Seed of each loss's first run, and of the split; the next runs count on from it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Where the scores are written as a layer, a row per loss (.gpkg or .csv). Optional.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Where tables, charts and maps are written (.html). Optional.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Classes to polygons</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Class raster</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A raster with one band and one whole number per class, such as 'Classify raster' makes. Nodata becomes no polygon.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Polygons</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Where the polygons are written (.gpkg), with class value and name, true area and perimeter.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Smallest area (m²)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Smaller patches are given to the neighbour that they share the longest border with. 0: all patches stay.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Simplify by (m)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>How far outlines may move, on the ground, to become simpler. One to two pixels turn the stairs of the pixels into straight lines. Neighbours keep a common border: no gaps, no overlaps. 0: outlines follow the pixels.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Smooth (rounds)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>How often corners are cut (Chaikin). Each round doubles the points; 2 or 3 look round. For natural outlines, rather not for buildings. 0: corners stay.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Confidence raster</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Optional: a raster on the same pixels, from 0 to 1, such as 'Classify raster' makes. Each polygon gets its mean.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Name of each class value, such as {"1": "car"}; those in the raster's file when left out, and in QGIS those of the layer's style.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Colour of each class value, such as {"1": "#ff0000"}; those in the raster's file when left out, and in QGIS those of the layer's style.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Classify raster</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Input raster</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The orthophoto to classify: same bands, in the same order, as the model was trained with.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Model</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A model made by 'Train segmentation model' (.safetensors).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Classified raster</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Where the class raster is written (.tif).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Area to classify</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Optional polygon layer: only pixels inside it are classified, and hardly more is read.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Read at the model's pixel size</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>When the pixels of the raster are more than a fifth larger or smaller than those the model was trained on, objects look larger or smaller than it knows them. Then the raster is read at the model's pixel size; the result has the raster's own pixels.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Look at each place in eight views</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Each tile is classified turned and mirrored in all eight ways, and the probabilities are averaged (test-time augmentation). Often a little better, eight times as slow.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Damaged parts of the raster</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>'stop': a part that cannot be read ends the job. 'skip': it becomes nodata, and how much was skipped is said.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tile size (pixels)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Side of the squares that the network looks at, a multiple of 32. 0: the model's own. Larger tiles show more surroundings and need more memory.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Overlap (pixels)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>How far neighbouring tiles overlap. Their results are blended, so that no seams show; more overlap is smoother and slower.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tiles that go through the network together. 0: found by itself. Halved when memory runs out.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Full precision</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Compute in 32 bits where the device is faster with 16. About 3 of 1000 pixels get another class by it, mostly at outlines.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Dask scheduler</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Optional: let the workers of a Dask cluster compute. The address of its scheduler, such as 'tcp://host:8786', or 'local' for two processes on this machine (one for each graphics card). Raster and model must lie where all workers see them under the same path.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Classified polygons</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Where the classes are written as polygons with value, name and area (.gpkg). Optional.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Polygons: smallest area (m²)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Polygons: simplify by (m)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Polygons: smooth (rounds)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Where the probability of the chosen class is written, 0 to 1 (.tif). Optional.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Entropy raster</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Where it is written how undecided the network is between all classes, from 0 (sure) to 1 (all alike) (.tif). Optional.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Class probabilities</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Where the probability of each class is written, a band per class, in 250 steps from 0 to 1 (.tif). Optional.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Classify rasters</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Folder for the results</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Where each raster's classes are written (.tif), named like the raster. Give the same folder again to go on after an interruption: what is finished with the same model and settings is not repeated.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The orthophotos to classify, with the bands that the model was trained with. They may lie anywhere and differ in size, pixel size and coordinate system.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Input folder</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Optional: a folder with rasters, besides or instead of those above.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Files of the folder</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Which files of the input folder are classified: '*.tif', or several as in '*.tif; *.jp2'. '**/*.tif' takes those of the folders inside, too.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Optional polygon layer: only pixels inside it are classified. Rasters outside are left out.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Write a virtual raster, mosaic.vrt, that shows all results as one. Rasters in another coordinate system than most get a mosaic of their own.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Confidence rasters</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Write the probability of the chosen class of each raster, 0 to 1, as NAME_confidence.tif.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Entropy rasters</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Write how undecided the network is between all classes, from 0 (sure) to 1 (all alike), as NAME_entropy.tif.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Write the probability of each class, a band per class, in 250 steps from 0 to 1, as NAME_probabilities.tif.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Where the classes of all rasters are written as one polygon layer (.gpkg). Where rasters lie on one grid and touch, polygons go on over their borders. Optional.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Check engine</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cross entropy</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The standard. Every pixel counts the same, so large classes decide.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Maximum likelihood; weighted mean as in PyTorch.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Share of certainty taken from the label.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Focal loss</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pixels that are already right count less, so that hard ones decide.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Lin et al. 2017, arXiv:1708.02002 (here over softmax).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>How fast easy pixels fade; 0 is cross entropy.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Divide by the sum of the class weights, or by the number of pixels.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Keep probabilities within 0.001 to 0.999, as some published code does; hopeless pixels are then no longer learned.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>TopPixel</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Only the K pixels with the highest loss count: made for one small class in a large scene.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Yuan, Xu, Zhou 2021, Chinese Space Science and Technology 41(6).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>How many pixels count.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Share of the valid pixels that counts, instead of k.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Taken over all valid pixels of the batch, or of each image and averaged. Trained on several devices, a batch is the part that one device sees.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Loss max-pooling</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Hard pixels count more, smoothly, and no single one can take over: a softer TopPixel.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Rota Bulò, Neuhold, Kontschieder 2017, arXiv:1704.02966.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>How even the weights are: 1 is the hardest m, inf the plain mean.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Share of the valid pixels that counts, instead of m.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>How many pixels share the weight at least.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Online hard example mining</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Only pixels that are not yet right with enough certainty count, but never fewer than a number.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Shrivastava et al. 2016, arXiv:1604.03540; per pixel as Wu et al. 2016, arXiv:1605.06885.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pixels count while the true class's probability is below.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>At least so many pixels of a batch count.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Dice</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Overlap of each class, each class counting the same however small; add cross entropy to it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Milletari et al. 2016, arXiv:1606.04797.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Added above and below the fraction; steadies tiny objects.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Which classes are averaged: those with a labelled pixel, or all.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Jaccard (IoU)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Like Dice, but for intersection over union, which forgives less.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Rahman and Wang 2016, doi:10.1007/978-3-319-50835-1_22.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tversky</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Like Dice, with misses and false alarms weighed apart: raise beta to find more of a rare class.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Salehi et al. 2017, arXiv:1706.05721; gamma: Abraham and Khan 2018, arXiv:1810.07842.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Weight of false alarms (false positives).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Weight of misses (false negatives).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Power of each class's loss; below 1 almost right classes are still pushed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Lovász-Softmax</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Intersection over union itself, made smooth. Often best together with cross entropy.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Berman et al. 2018, arXiv:1705.08790.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Lovász hinge (two classes)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Intersection over union of the second of two classes, with a margin.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Logit-adjusted cross entropy</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cross entropy that asks for a larger margin the rarer a class is: finds more, errs more.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Menon et al. 2021, arXiv:2007.07314.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Strength; 0 is cross entropy.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No weights</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Every class counts the same per pixel.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Each weight is 1.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Median frequency</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Rare classes count more, by how rare they are where they occur.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Eigen and Fergus 2015, doi:10.1109/ICCV.2015.304.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Largest allowed ratio of two weights; larger weights are cut. Without it there is no bound.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Inverse frequency</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Every class counts the same in sum: strongest for the rarest.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>All pixels over those of the class.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Inverse square root of frequency</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Half way between no weights and inverse frequency.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Square root of all pixels over those of the class.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Effective number</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Like inverse frequency until a class has enough pixels for more to teach little.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cui et al. 2019, arXiv:1901.05555.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Near 1: more than about 1 / (1 - beta) pixels teach little. Without it: 1 - 1 / all pixels.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>ENet</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Rare classes count more, at most about 50.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Paszke et al. 2016, arXiv:1606.02147: 1 / ln(1.02 + share).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Copy and paste of rare classes</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Objects of rare classes are cut out of another training place and laid over common ground, with their labels.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Ghiasi et al. 2021, arXiv:2012.07177; whole classes as in Olsson et al. 2020, arXiv:2007.07936.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Share of the chips that it happens to.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Turns and mirrors</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>One of the eight symmetries of a square, each as likely: from above nothing is upright.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pixels change places, none is interpolated.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Scale</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A little nearer or farther. What comes from outside the chip counts for nothing.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Interpolated between valid pixels: Knutsson and Westin 1993, doi:10.1109/CVPR.1993.341081.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Largest zoom, in or out.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Rotation by any angle</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Turned about its centre. Corners that come from outside the chip count for nothing.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Largest angle, to either side.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Blur</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>As if out of focus.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Gaussian, over valid pixels alone.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Largest radius, in pixels.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Colours</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Other brightness, contrast and gamma, all bands together and a little each for itself: haze, season, another camera.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>In standard deviations of each band, so that any band and any unit is right.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Largest shift, in standard deviations of the band.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Largest part by which the spread grows or shrinks.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Darker or brighter between black and white: exponent up to 1 + gamma, or its inverse.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>How much of this each band changes for itself on top.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Noise</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Grain, as of a poor sensor.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Gaussian, each pixel and band for itself.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Most noise, in standard deviations of the band.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>None</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The chips as they are.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>For comparison.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Light</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Turns, mirrors, brightness and contrast: costs next to nothing and seldom does harm.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The default.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Strong</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Everything. For few labels, or for imagery unlike that of the training; wants more epochs.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Three of four chips are resampled.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>training</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>what the network learns from</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>validation</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>kept out of training to measure the model after each epoch</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>test</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>kept out of everything until the model is finished</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>buffer</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>too close to validation or test to be learned from</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>unused</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>without labels, or in no split area</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>packages</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Downloading packages</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>MB</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Installing packages</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>blocks</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Counting the labels</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Reading the classes</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Preparing the labels</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Making polygons</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>strips</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Merging small patches</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Taking the labels apart</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Measuring the bands</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>tiles</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Classifying</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>rasters</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Looking at the rasters</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>million pixels</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>bytes</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Writing the map</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>checks</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Checking the engine</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Comparing losses</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>chips</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Training</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>steps</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Finding the learning rate</source>
      <translation type="unfinished" />
    </message>
  </context>
</TS>
