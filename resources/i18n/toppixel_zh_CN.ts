<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
  <context>
    <name>TopPixel</name>
    <message>
      <source>Choose a polygon layer.</source>
      <translation>请选择一个多边形图层。</translation>
    </message>
    <message>
      <source>{label} cannot be loaded.</source>
      <translation>无法加载“{label}”。</translation>
    </message>
    <message>
      <source>The same from a terminal:</source>
      <translation>在终端中执行相同操作的命令：</translation>
    </message>
    <message>
      <source>Exporting labels</source>
      <translation>正在导出标注</translation>
    </message>
    <message>
      <source>Help with this: {address}</source>
      <translation>相关帮助：{address}</translation>
    </message>
    <message>
      <source>'{layer}' does not overlap the input rasters. Check that the coordinate systems of both are right.</source>
      <translation>“{layer}”与输入栅格没有重叠。请检查两者的坐标系是否正确。</translation>
    </message>
    <message>
      <source>The model was made for {expected} bands ({names}); '{layer}' has {count}. Choose a raster with the same bands, or train a model on this one.</source>
      <translation>该模型需要 {expected} 个波段（{names}），而“{layer}”有 {count} 个。请选择波段相同的栅格，或用此栅格训练一个模型。</translation>
    </message>
    <message>
      <source>Pixels of '{layer}' are {size} m, the model was trained on {expected} m: what it looks for cannot be seen in them. Choose a raster with smaller pixels.</source>
      <translation>“{layer}”的像素大小为 {size} 米，而模型是用 {expected} 米的像素训练的：模型要寻找的目标在其中无法分辨。请选择像素更小的栅格。</translation>
    </message>
    <message>
      <source>Pixels of '{layer}' are {size} m, the model was trained on {expected} m: objects look larger or smaller than it knows them.</source>
      <translation>“{layer}”的像素大小为 {size} 米，而模型是用 {expected} 米的像素训练的：地物看起来会比模型所学的更大或更小。</translation>
    </message>
    <message>
      <source>The layer '{layer}' holds no polygon.</source>
      <translation>图层“{layer}”中没有多边形。</translation>
    </message>
    <message>
      <source>The field '{field}' of '{layer}' holds more than {most} different values. Choose the field that holds the class.</source>
      <translation>“{layer}”的字段“{field}”中有超过 {most} 个不同的值。请选择存放类别的字段。</translation>
    </message>
    <message>
      <source>The field '{field}' of '{layer}' holds no class.</source>
      <translation>“{layer}”的字段“{field}”中没有类别。</translation>
    </message>
    <message>
      <source>All polygons of '{layer}' are of one class, '{name}'. Label something else too, or let pixels without label be 'background'.</source>
      <translation>“{layer}”的所有多边形都属于同一类别“{name}”。请再标注一些其他内容，或将未标注像素设为“background”。</translation>
    </message>
    <message>
      <source>The field '{field}' of '{layer}' must hold {known} for each polygon, but holds {unknown}.</source>
      <translation>“{layer}”的字段“{field}”对每个多边形必须为 {known} 之一，但有的为 {unknown}。</translation>
    </message>
    <message>
      <source>No polygon of '{layer}' is for training. Pixels in no polygon are not used: draw at least one and write '{train}' into its field '{field}'.</source>
      <translation>“{layer}”中没有用于训练的多边形。不在任何多边形内的像素不会被使用：请至少绘制一个多边形，并在其字段“{field}”中填写“{train}”。</translation>
    </message>
    <message>
      <source>The raster '{layer}' has only {width} x {height} pixels, less than a chip of {chip}. Choose a smaller chip size or a larger raster.</source>
      <translation>栅格“{layer}”只有 {width} x {height} 像素，小于一个 {chip} 像素的切片。请选择更小的切片大小或更大的栅格。</translation>
    </message>
    <message>
      <source>nothing</source>
      <translation>无</translation>
    </message>
    <message>
      <source>Counts what your labels hold before you train: the pixels, share, area, chips and polygons of each class, and its weight by every method. The report shows how median frequency weights come about and advises on a loss for the rarest class, with K for TopPixel. In a model, the outputs 'Class weights' and 'Suggested loss' can be given to 'Train segmentation model'.</source>
      <translation>在训练之前统计标注的内容：每个类别的像素数、占比、面积、切片数和多边形数，以及按每种方法计算的权重。报告说明中值频率权重是如何得出的，并针对最稀有的类别给出损失函数建议，包括 TopPixel 的 K 值。在模型设计器的模型中，可将输出“类别权重”和“建议的损失函数”传给“训练分割模型”。</translation>
    </message>
    <message>
      <source>Class statistics</source>
      <translation>类别统计</translation>
    </message>
    <message>
      <source>deep learning,segmentation,imbalance,class weights,median frequency,statistics,area,audit,loss</source>
      <translation>深度学习,语义分割,类别不平衡,类别权重,中值频率,统计,面积,检查,损失函数,deep learning,segmentation,imbalance,class weights,median frequency,statistics,loss</translation>
    </message>
    <message>
      <source>Class weights</source>
      <translation>类别权重</translation>
    </message>
    <message>
      <source>Suggested loss</source>
      <translation>建议的损失函数</translation>
    </message>
    <message>
      <source>Rarest class</source>
      <translation>最稀有类别</translation>
    </message>
    <message>
      <source>Applies a model made by 'Train segmentation model' to a raster of any size with the same bands as the model was trained on. The class raster is loaded with the names and colours of the classes; polygons, and rasters of how sure the network is, come with it if you ask for them. After an interruption the same run with the same output goes on where it was.</source>
      <translation>将“训练分割模型”生成的模型应用于任意大小的栅格，其波段须与训练模型时相同。类别栅格会连同类别的名称和颜色一起加载；如有需要，还可输出多边形以及反映网络把握程度的栅格。中断之后，以相同的输出再次运行即可从中断处继续。</translation>
    </message>
    <message>
      <source>{raster} polygons</source>
      <translation>{raster} 多边形</translation>
    </message>
    <message>
      <source>deep learning,segmentation,neural network,inference,predict,landcover,orthophoto</source>
      <translation>深度学习,语义分割,图像分割,神经网络,推理,预测,土地覆盖,土地利用,正射影像,遥感分类,deep learning,segmentation,inference,predict,landcover</translation>
    </message>
    <message>
      <source>Applies a model made by 'Train segmentation model' to many rasters: layers, files, or all that a folder holds. The model is loaded once. Each result lies in the folder for the results, named like its raster. A mosaic shows them as one layer, and polygons of all can be had in one layer. A raster that cannot be classified is told, and the rest goes on. After an interruption the same run with the same folder goes on where it was.</source>
      <translation>将“训练分割模型”生成的模型应用于多个栅格：图层、文件，或一个文件夹中的全部栅格。模型只加载一次。每个结果都存放在结果文件夹中，名称与其栅格相同。镶嵌将它们显示为一个图层，所有多边形也可汇总到一个图层中。无法分类的栅格会被报告，其余的继续处理。中断之后，以相同的文件夹再次运行即可从中断处继续。</translation>
    </message>
    <message>
      <source>deep learning,segmentation,neural network,inference,predict,landcover,orthophoto,batch,folder,mosaic,tiles</source>
      <translation>深度学习,语义分割,图像分割,神经网络,推理,预测,土地覆盖,土地利用,正射影像,遥感分类,批处理,文件夹,镶嵌,瓦片,deep learning,segmentation,inference,predict,landcover,batch,mosaic</translation>
    </message>
    <message>
      <source>Mosaic</source>
      <translation>镶嵌</translation>
    </message>
    <message>
      <source>Number of rasters that failed</source>
      <translation>失败的栅格数</translation>
    </message>
    <message>
      <source>What became of each raster</source>
      <translation>各栅格的处理结果</translation>
    </message>
    <message>
      <source>The results go to a temporary folder, which is gone when QGIS is closed: an interrupted run cannot go on. Choose a folder to keep them.</source>
      <translation>结果将写入临时文件夹，QGIS 关闭后即被删除：中断的运行无法继续。请选择一个文件夹以保留结果。</translation>
    </message>
    <message>
      <source>{folder} classified</source>
      <translation>{folder} 分类结果</translation>
    </message>
    <message>
      <source>{folder} polygons</source>
      <translation>{folder} 多边形</translation>
    </message>
    <message>
      <source>{folder} {mosaic}</source>
      <translation>{folder} {mosaic}</translation>
    </message>
    <message>
      <source>What is classified so far lies in a temporary folder and will be lost. Choose a place of your own for the result to be able to go on after an interruption.</source>
      <translation>目前已分类的部分存放在临时文件夹中，将会丢失。请为结果选择自己的存放位置，以便中断后能够继续。</translation>
    </message>
    <message>
      <source>{raster} probabilities</source>
      <translation>{raster} 概率</translation>
    </message>
    <message>
      <source>{raster} entropy</source>
      <translation>{raster} 熵</translation>
    </message>
    <message>
      <source>{raster} confidence</source>
      <translation>{raster} 置信度</translation>
    </message>
    <message>
      <source>{raster} classified</source>
      <translation>{raster} 分类结果</translation>
    </message>
    <message>
      <source>What is classified so far is kept in '{folder}'. Run the same again with the same output to go on from there, or delete the folder.</source>
      <translation>目前已分类的部分保存在“{folder}”中。以相同的输出再次运行即可从该处继续，也可以删除该文件夹。</translation>
    </message>
    <message>
      <source>TopPixel models</source>
      <translation>TopPixel 模型</translation>
    </message>
    <message>
      <source>Finds out which loss serves your data best: trains the same network with each of several losses, more than once each, on the same parts of the same rasters and for the same number of epochs, and scores all of them on the same place. Give a test area that is used for nothing else if you have one. The table and the report show the scores with their spread between runs, and the maps side by side. Every model is kept in the folder; when the same comparison is run into the same folder again, it goes on where it was interrupted.</source>
      <translation>找出最适合您的数据的损失函数：用多种损失函数分别训练同一个网络，每种训练多次，使用相同栅格的相同部分和相同的训练轮数，并在同一处为所有结果评分。如有不作他用的测试区域，请在此指定。表格和报告显示各得分及其在多次运行之间的波动，并将地图并排显示。所有模型都保存在文件夹中；在同一文件夹中再次运行同一比较时，会从中断处继续。</translation>
    </message>
    <message>
      <source>Compared losses</source>
      <translation>损失函数比较</translation>
    </message>
    <message>
      <source>deep learning,segmentation,benchmark,experiment,imbalance,loss,toppixel,focal</source>
      <translation>深度学习,语义分割,基准测试,实验,类别不平衡,损失函数,deep learning,segmentation,benchmark,experiment,imbalance,loss,toppixel,focal</translation>
    </message>
    <message>
      <source>Scores of every run</source>
      <translation>每次运行的得分</translation>
    </message>
    <message>
      <source>Loss that found the chosen class best</source>
      <translation>对所选类别效果最好的损失函数</translation>
    </message>
    <message>
      <source>Models and scores go to a temporary folder, which is gone when QGIS is closed: an interrupted comparison cannot go on. Choose a folder to keep them.</source>
      <translation>模型和得分将写入临时文件夹，QGIS 关闭后即被删除：中断的比较无法继续。请选择一个文件夹以保留结果。</translation>
    </message>
    <message>
      <source>{stage}: {done} of {total} {unit}</source>
      <translation>{stage}：{done} / {total} {unit}</translation>
    </message>
    <message>
      <source>{text}, {time} left</source>
      <translation>{text}，剩余 {time}</translation>
    </message>
    <message>
      <source>{hours} h {minutes} min</source>
      <translation>{hours} 小时 {minutes} 分钟</translation>
    </message>
    <message>
      <source>{count} s</source>
      <translation>{count} 秒</translation>
    </message>
    <message>
      <source>{count} min</source>
      <translation>{count} 分钟</translation>
    </message>
    <message>
      <source>Written: {path}</source>
      <translation>已写入：{path}</translation>
    </message>
    <message>
      <source>Training and validation</source>
      <translation>训练与验证</translation>
    </message>
    <message>
      <source>HTML files</source>
      <translation>HTML 文件</translation>
    </message>
    <message>
      <source>Class field is missing.</source>
      <translation>缺少类别字段。</translation>
    </message>
    <message>
      <source>Only the {count} selected polygons of '{layer}' are used.</source>
      <translation>仅使用“{layer}”中选中的 {count} 个多边形。</translation>
    </message>
    <message>
      <source>The labels are neither polygons nor a class raster.</source>
      <translation>标注既不是多边形，也不是类别栅格。</translation>
    </message>
    <message>
      <source>Choose a polygon layer or a raster of class values.</source>
      <translation>请选择多边形图层，或由类别值组成的栅格。</translation>
    </message>
    <message>
      <source>Choose the field of '{layer}' that holds the class: {fields}.</source>
      <translation>请选择“{layer}”中存放类别的字段：{fields}。</translation>
    </message>
    <message>
      <source>An input raster cannot be loaded.</source>
      <translation>无法加载某个输入栅格。</translation>
    </message>
    <message>
      <source>Check that its file is there.</source>
      <translation>请检查其文件是否存在。</translation>
    </message>
    <message>
      <source>Save it as GeoTIFF first (right click on the layer, Export).</source>
      <translation>请先将其保存为 GeoTIFF（右键单击图层，导出）。</translation>
    </message>
    <message>
      <source>Write one into it with 'Assign projection' of the Processing toolbox.</source>
      <translation>请用处理工具箱中的“指定投影”为其写入坐标系。</translation>
    </message>
    <message>
      <source>Write the right one into the file with 'Assign projection' of the Processing toolbox.</source>
      <translation>请用处理工具箱中的“指定投影”将正确的坐标系写入文件。</translation>
    </message>
    <message>
      <source>Set it in the layer's properties, under Source.</source>
      <translation>请在图层属性的“源”中设置。</translation>
    </message>
    <message>
      <source>Cancelled.</source>
      <translation>已取消。</translation>
    </message>
    <message>
      <source>The raster '{layer}' is not a file on this computer.</source>
      <translation>栅格“{layer}”不是本机上的文件。</translation>
    </message>
    <message>
      <source>The raster '{layer}' has no coordinate system in its file.</source>
      <translation>栅格“{layer}”的文件中没有坐标系。</translation>
    </message>
    <message>
      <source>The raster '{layer}' has the coordinate system {layer_crs} in QGIS, but its file says {crs}.</source>
      <translation>栅格“{layer}”在 QGIS 中的坐标系为 {layer_crs}，但其文件中为 {crs}。</translation>
    </message>
    <message>
      <source>The layer '{layer}' has no coordinate system.</source>
      <translation>图层“{layer}”没有坐标系。</translation>
    </message>
    <message>
      <source>The layer '{layer}' has no field '{field}'.</source>
      <translation>图层“{layer}”没有字段“{field}”。</translation>
    </message>
    <message>
      <source>Its fields: {fields}.</source>
      <translation>其字段：{fields}。</translation>
    </message>
    <message>
      <source>The layer '{layer}' cannot be exported ({fault}).</source>
      <translation>无法导出图层“{layer}”（{fault}）。</translation>
    </message>
    <message>
      <source>QGIS keeps the user name for its proxy in its authentication database, which is locked.</source>
      <translation>QGIS 将代理的用户名保存在其认证数据库中，而该数据库已锁定。</translation>
    </message>
    <message>
      <source>Unlock it under Settings - Options - Authentication, then run 'Set up engine' again.</source>
      <translation>请在“设置 - 选项 - 认证”中将其解锁，然后再次运行“安装引擎”。</translation>
    </message>
    <message>
      <source>TopPixel: segmentation that finds rare classes</source>
      <translation>TopPixel：能找出稀有类别的影像分割</translation>
    </message>
    <message>
      <source>Set up engine</source>
      <translation>安装引擎</translation>
    </message>
    <message>
      <source>Builds the engine: a Python environment of its own, outside QGIS, in which the networks run. Needs the internet and about 2 GB of disk (7 GB with a CUDA graphics card), once; run it again after an update of the plugin. An interrupted set-up goes on where it stopped. At the end the engine is checked for real and its versions and device are shown.</source>
      <translation>构建引擎：位于 QGIS 之外的独立 Python 环境，神经网络在其中运行。需要连接互联网和约 2 GB 磁盘空间（使用 CUDA 显卡时为 7 GB），只需一次；更新插件后请再次运行。中断的安装会从停止处继续。最后会实际检查引擎，并显示其版本和设备。</translation>
    </message>
    <message>
      <source>Your own Python</source>
      <translation>自备的 Python</translation>
    </message>
    <message>
      <source>Path of a Python program (3.10 or newer) that has all packages of the engine; it is checked and used from then on instead of an engine built here. Leave it empty to build one.</source>
      <translation>已装有引擎所需全部软件包的 Python 程序（3.10 或更高版本）的路径；检查通过后即使用它，而不使用在此构建的引擎。留空则构建一个引擎。</translation>
    </message>
    <message>
      <source>Bundle</source>
      <translation>离线包</translation>
    </message>
    <message>
      <source>Folder made on another machine by 'core engine bundle'. The engine is built from it without any network. Leave it empty to get the packages from the internet, through the proxy that QGIS uses.</source>
      <translation>在另一台计算机上用“core engine bundle”制作的文件夹。引擎将由它构建，完全不需要联网。留空则通过 QGIS 所用的代理从互联网获取软件包。</translation>
    </message>
    <message>
      <source>Build anew</source>
      <translation>重新构建</translation>
    </message>
    <message>
      <source>Repairs: removes the engine that is there and everything that was fetched for it, and builds it again from nothing.</source>
      <translation>修复：删除现有引擎及为其下载的所有内容，然后从头重新构建。</translation>
    </message>
    <message>
      <source>install,pytorch,torch,dependencies,environment,gpu,cuda</source>
      <translation>安装,引擎,依赖,环境,显卡,install,pytorch,torch,dependencies,environment,gpu,cuda</translation>
    </message>
    <message>
      <source>Folder of the engine</source>
      <translation>引擎文件夹</translation>
    </message>
    <message>
      <source>Versions and device</source>
      <translation>版本和设备</translation>
    </message>
    <message>
      <source>location: {folder}</source>
      <translation>位置：{folder}</translation>
    </message>
    <message>
      <source>0</source>
      <translation>0</translation>
    </message>
    <message>
      <source>1 (sure)</source>
      <translation>1（确定）</translation>
    </message>
    <message>
      <source>0 (sure)</source>
      <translation>0（确定）</translation>
    </message>
    <message>
      <source>1 (all classes alike)</source>
      <translation>1（各类别均等）</translation>
    </message>
    <message>
      <source>100 %</source>
      <translation>100%</translation>
    </message>
    <message>
      <source>{name}: 0 %</source>
      <translation>{name}：0%</translation>
    </message>
    <message>
      <source>Trains a network that finds in imagery what you have labelled: give one or more rasters, a polygon layer (or a class raster) that shows what is where, and the field with the class. For things that are rare in the imagery choose a loss made for them and class weights. A part of the labelled area is kept out of training to measure how good the model is. The result is one file, which 'Classify raster' applies to rasters of any size.</source>
      <translation>训练一个网络，让它在影像中找出您所标注的内容：给出一个或多个栅格、一个标明各处是什么的多边形图层（或类别栅格），以及存放类别的字段。对于影像中稀有的目标，请选择专为其设计的损失函数和类别权重。标注范围的一部分不参与训练，用于衡量模型的好坏。结果是一个文件，“栅格分类”可将其应用于任意大小的栅格。</translation>
    </message>
    <message>
      <source>deep learning,segmentation,neural network,imbalance,loss,landcover,orthophoto</source>
      <translation>深度学习,语义分割,图像分割,神经网络,训练,类别不平衡,损失函数,土地覆盖,土地利用,正射影像,deep learning,segmentation,neural network,imbalance,loss,landcover</translation>
    </message>
    <message>
      <source>Mean IoU on the validation area</source>
      <translation>验证区域的平均 IoU</translation>
    </message>
    <message>
      <source>Epoch that was kept</source>
      <translation>保留的轮次</translation>
    </message>
    <message>
      <source>Mean IoU on the test areas</source>
      <translation>测试区域的平均 IoU</translation>
    </message>
    <message>
      <source>The model goes to a temporary file, which is gone when QGIS is closed.</source>
      <translation>模型将写入临时文件，QGIS 关闭后即被删除。</translation>
    </message>
    <message>
      <source>The best model so far is kept: {path}</source>
      <translation>已保留目前最好的模型：{path}</translation>
    </message>
    <message>
      <source>Makes polygons of a class raster of any size. Small patches can be merged into neighbours, outlines simplified and smoothed. Neighbours keep their common borders, so that no gaps and no overlaps arise, and no polygon ends at a tile's border. Each has its class, its area and perimeter on the ground, and its mean confidence if you give the confidence raster. Names and colours are those of the layer's style, or else of the raster's file.</source>
      <translation>由任意大小的类别栅格生成多边形。小图斑可并入相邻图斑，轮廓可简化和平滑。相邻多边形保持公共边界，因此不会产生缝隙和重叠，也不会有多边形在瓦片边界处断开。每个多边形都带有其类别、实地面积和周长，如给出置信度栅格，还带有其平均置信度。名称和颜色取自图层的样式，若没有则取自栅格文件。</translation>
    </message>
    <message>
      <source>vectorize,polygonize,raster to vector,segmentation,landcover,sieve,eliminate,simplify,smooth,generalize,topology,coverage</source>
      <translation>矢量化,多边形化,栅格转矢量,语义分割,土地覆盖,滤除碎斑,清除,简化,平滑,制图综合,拓扑,vectorize,polygonize,raster to vector,sieve,eliminate,simplify,smooth,generalize,topology,coverage</translation>
    </message>
    <message>
      <source>Own choice</source>
      <translation>自定义</translation>
    </message>
    <message>
      <source>Typed as text</source>
      <translation>以文本输入</translation>
    </message>
    <message>
      <source>As text: {text}</source>
      <translation>文本形式：{text}</translation>
    </message>
    <message>
      <source>Pick a file</source>
      <translation>选择文件</translation>
    </message>
    <message>
      <source>Choose the field with the class</source>
      <translation>请选择存放类别的字段</translation>
    </message>
    <message>
      <source>Not needed for a class raster</source>
      <translation>类别栅格不需要此项</translation>
    </message>
    <message>
      <source>the {whole} pixels of a chip</source>
      <translation>一个切片的 {whole} 个像素</translation>
    </message>
    <message>
      <source>the {whole} pixels of a batch</source>
      <translation>一个批次的 {whole} 个像素</translation>
    </message>
    <message>
      <source>{name} = {count} is {share} of {whole}.</source>
      <translation>{name} = {count}，占{whole}的 {share}。</translation>
    </message>
    <message>
      <source>ratio = {ratio} is {pixels} of {whole}.</source>
      <translation>ratio = {ratio}，即{whole}中的 {pixels} 个。</translation>
    </message>
    <message>
      <source>{name} = {count}: all of {whole} count.</source>
      <translation>{name} = {count}：{whole}全部计入。</translation>
    </message>
    <message>
      <source>What the loss is multiplied by</source>
      <translation>损失函数的乘数</translation>
    </message>
    <message>
      <source>Sum of two losses</source>
      <translation>两种损失函数之和</translation>
    </message>
    <message>
      <source>Add…</source>
      <translation>添加…</translation>
    </message>
    <message>
      <source>Choose a loss with its numbers and add it to the list</source>
      <translation>选择一种损失函数及其数值，并将其加入列表</translation>
    </message>
    <message>
      <source>Add a loss</source>
      <translation>添加损失函数</translation>
    </message>
    <message>
      <source>Network</source>
      <translation>网络</translation>
    </message>
    <message>
      <source>Expects</source>
      <translation>输入要求</translation>
    </message>
    <message>
      <source>Trained with</source>
      <translation>训练所用损失函数</translation>
    </message>
    <message>
      <source>Validation</source>
      <translation>验证</translation>
    </message>
    <message>
      <source>none</source>
      <translation>无</translation>
    </message>
    <message>
      <source>{count} bands ({names}), {dtype}, pixels of {size} m</source>
      <translation>{count} 个波段（{names}），{dtype}，像素大小 {size} 米</translation>
    </message>
    <message>
      <source>Classes</source>
      <translation>类别</translation>
    </message>
    <message>
      <source>mean IoU {miou}</source>
      <translation>平均 IoU {miou}</translation>
    </message>
    <message>
      <source>{count} more</source>
      <translation>另有 {count} 个</translation>
    </message>
    <message>
      <source>A class that is not named weighs 1.</source>
      <translation>未列出的类别权重为 1。</translation>
    </message>
    <message>
      <source>Typed, class by class</source>
      <translation>逐个类别输入</translation>
    </message>
    <message>
      <source>Epoch {number}</source>
      <translation>第 {number} 轮</translation>
    </message>
    <message>
      <source>and {count} more</source>
      <translation>另有 {count} 个</translation>
    </message>
    <message>
      <source>best: epoch {number}</source>
      <translation>最佳：第 {number} 轮</translation>
    </message>
    <message>
      <source>Training monitor</source>
      <translation>训练监视器</translation>
    </message>
    <message>
      <source>Trainings since QGIS was started, the newest first</source>
      <translation>QGIS 启动以来的训练，最新的在最前</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>取消</translation>
    </message>
    <message>
      <source>End this job. The best model so far is kept.</source>
      <translation>结束此任务。目前最好的模型会被保留。</translation>
    </message>
    <message>
      <source>Training loss</source>
      <translation>训练损失</translation>
    </message>
    <message>
      <source>IoU on the validation area</source>
      <translation>验证区域的 IoU</translation>
    </message>
    <message>
      <source>Mean</source>
      <translation>平均</translation>
    </message>
    <message>
      <source>Newest validation picture</source>
      <translation>最新的验证图片</translation>
    </message>
    <message>
      <source>A place of the validation area is shown here after each epoch.</source>
      <translation>每轮结束后，此处会显示验证区域中的一处。</translation>
    </message>
    <message>
      <source>Image</source>
      <translation>影像</translation>
    </message>
    <message>
      <source>Truth</source>
      <translation>真值</translation>
    </message>
    <message>
      <source>Prediction</source>
      <translation>预测</translation>
    </message>
    <message>
      <source>Predicted after epoch {number}</source>
      <translation>第 {number} 轮后的预测</translation>
    </message>
    <message>
      <source>Nothing has been trained yet. 'Train segmentation model' is in the Processing toolbox.</source>
      <translation>尚未训练过。“训练分割模型”位于处理工具箱中。</translation>
    </message>
    <message>
      <source>Cancelled after {count} epochs</source>
      <translation>已在 {count} 轮后取消</translation>
    </message>
    <message>
      <source>Finished after {count} epochs</source>
      <translation>已完成，共 {count} 轮</translation>
    </message>
    <message>
      <source>Starting</source>
      <translation>正在启动</translation>
    </message>
    <message>
      <source>Epoch {number} of {count}</source>
      <translation>第 {number} 轮，共 {count} 轮</translation>
    </message>
    <message>
      <source>{text}; epoch {best} is kept</source>
      <translation>{text}；保留第 {best} 轮</translation>
    </message>
    <message>
      <source>Failed. {message}</source>
      <translation>失败。{message}</translation>
    </message>
    <message>
      <source>Failed after {count} epochs. {message}</source>
      <translation>在 {count} 轮后失败。{message}</translation>
    </message>
    <message>
      <source>Set up engine…</source>
      <translation>安装引擎…</translation>
    </message>
    <message>
      <source>The set-up of the engine goes on in the background.</source>
      <translation>引擎的安装在后台继续进行。</translation>
    </message>
    <message>
      <source>Show</source>
      <translation>显示</translation>
    </message>
    <message>
      <source>The engine is ready.</source>
      <translation>引擎已就绪。</translation>
    </message>
    <message>
      <source>TopPixel: set up engine</source>
      <translation>TopPixel：安装引擎</translation>
    </message>
    <message>
      <source>Networks run in an engine of their own, outside QGIS. It is built once; nothing is installed into QGIS or the system.</source>
      <translation>神经网络在位于 QGIS 之外的独立引擎中运行。引擎只需构建一次；不会向 QGIS 或系统中安装任何内容。</translation>
    </message>
    <message>
      <source>From the internet</source>
      <translation>来自互联网</translation>
    </message>
    <message>
      <source>From a bundle:</source>
      <translation>来自离线包：</translation>
    </message>
    <message>
      <source>A folder made on another machine by 'core engine bundle'; no network is needed then.</source>
      <translation>在另一台计算机上用“core engine bundle”制作的文件夹；此时不需要联网。</translation>
    </message>
    <message>
      <source>Packages</source>
      <translation>软件包</translation>
    </message>
    <message>
      <source>What will be done</source>
      <translation>将要执行的操作</translation>
    </message>
    <message>
      <source>Folder:</source>
      <translation>文件夹：</translation>
    </message>
    <message>
      <source>Graphics card:</source>
      <translation>显卡：</translation>
    </message>
    <message>
      <source>Download:</source>
      <translation>下载：</translation>
    </message>
    <message>
      <source>Disk:</source>
      <translation>磁盘：</translation>
    </message>
    <message>
      <source>Progress</source>
      <translation>进度</translation>
    </message>
    <message>
      <source>Log</source>
      <translation>日志</translation>
    </message>
    <message>
      <source>Set up</source>
      <translation>安装</translation>
    </message>
    <message>
      <source>Cancel the set-up</source>
      <translation>取消安装</translation>
    </message>
    <message>
      <source>Open the log file</source>
      <translation>打开日志文件</translation>
    </message>
    <message>
      <source>Choose the folder of the bundle.</source>
      <translation>请选择离线包的文件夹。</translation>
    </message>
    <message>
      <source>nothing, unless it must be repaired</source>
      <translation>无，除非需要修复</translation>
    </message>
    <message>
      <source>There is not enough room. Choose another folder, or free some.</source>
      <translation>空间不足。请选择其他文件夹，或腾出一些空间。</translation>
    </message>
    <message>
      <source>An engine is ready in this folder. It will be checked.</source>
      <translation>此文件夹中已有就绪的引擎。将对其进行检查。</translation>
    </message>
    <message>
      <source>Try again</source>
      <translation>重试</translation>
    </message>
    <message>
      <source>Cancelling</source>
      <translation>正在取消</translation>
    </message>
    <message>
      <source>up to {needed} are needed, {free} are free</source>
      <translation>最多需要 {needed}，可用 {free}</translation>
    </message>
    <message>
      <source>about {size}</source>
      <translation>约 {size}</translation>
    </message>
    <message>
      <source>It will be used instead of your own Python '{path}'.</source>
      <translation>将使用它来代替您自备的 Python“{path}”。</translation>
    </message>
    <message>
      <source>The Python that you have chosen as engine is not there.</source>
      <translation>您选作引擎的 Python 不存在。</translation>
    </message>
    <message>
      <source>Options…</source>
      <translation>选项…</translation>
    </message>
    <message>
      <source>This version of TopPixel needs a new engine.</source>
      <translation>此版本的 TopPixel 需要新的引擎。</translation>
    </message>
    <message>
      <source>The engine must be set up once.</source>
      <translation>需要先安装一次引擎。</translation>
    </message>
    <message>
      <source>Remove the engine and everything that was fetched for it, and build it again?</source>
      <translation>删除引擎及为其下载的所有内容，并重新构建？</translation>
    </message>
    <message>
      <source>Remove all engines in '{folder}', and everything that was fetched for them?</source>
      <translation>删除“{folder}”中的所有引擎及为其下载的所有内容？</translation>
    </message>
    <message>
      <source>none, as in Settings - Options - Network</source>
      <translation>无，与“设置 - 选项 - 网络”一致</translation>
    </message>
    <message>
      <source>Built by TopPixel in this folder:</source>
      <translation>由 TopPixel 构建于此文件夹：</translation>
    </message>
    <message>
      <source>A Python of your own:</source>
      <translation>自备的 Python：</translation>
    </message>
    <message>
      <source>A Python 3.10 or newer that has all packages of the engine.</source>
      <translation>已装有引擎所需全部软件包的 Python 3.10 或更高版本。</translation>
    </message>
    <message>
      <source>Set up…</source>
      <translation>安装…</translation>
    </message>
    <message>
      <source>Repair…</source>
      <translation>修复…</translation>
    </message>
    <message>
      <source>Builds the engine anew, with everything fetched again.</source>
      <translation>重新构建引擎，所有内容重新下载。</translation>
    </message>
    <message>
      <source>Remove…</source>
      <translation>删除…</translation>
    </message>
    <message>
      <source>Engine</source>
      <translation>引擎</translation>
    </message>
    <message>
      <source>What 'Device' is when a dialog opens. 'auto' takes a graphics card when there is one.</source>
      <translation>打开对话框时“设备”的初始值。“auto”在有显卡时使用显卡。</translation>
    </message>
    <message>
      <source>one for each core</source>
      <translation>每个核心一个</translation>
    </message>
    <message>
      <source>How many threads compute a network on the processor.</source>
      <translation>在处理器上计算神经网络所用的线程数。</translation>
    </message>
    <message>
      <source>Computing</source>
      <translation>计算</translation>
    </message>
    <message>
      <source>Device:</source>
      <translation>设备：</translation>
    </message>
    <message>
      <source>Threads:</source>
      <translation>线程数：</translation>
    </message>
    <message>
      <source>the Python Package Index (pypi.org)</source>
      <translation>Python 软件包索引（pypi.org）</translation>
    </message>
    <message>
      <source>Address of another package index, such as one of your company.</source>
      <translation>其他软件包索引的地址，例如贵公司的索引。</translation>
    </message>
    <message>
      <source>Package index:</source>
      <translation>软件包索引：</translation>
    </message>
    <message>
      <source>Proxy:</source>
      <translation>代理：</translation>
    </message>
    <message>
      <source>Copy diagnostics</source>
      <translation>复制诊断信息</translation>
    </message>
    <message>
      <source>Versions, device, state of the engine and the last errors, without the names of users.</source>
      <translation>版本、设备、引擎状态和最近的错误，不含用户名。</translation>
    </message>
    <message>
      <source>Open the log of the set-up</source>
      <translation>打开安装日志</translation>
    </message>
    <message>
      <source>When something goes wrong</source>
      <translation>出现问题时</translation>
    </message>
    <message>
      <source>Looking…</source>
      <translation>正在查找…</translation>
    </message>
    <message>
      <source>In the clipboard.</source>
      <translation>已复制到剪贴板。</translation>
    </message>
    <message>
      <source>Removed; {size} are free again.</source>
      <translation>已删除；腾出了 {size}。</translation>
    </message>
    <message>
      <source>{address}, as in Settings - Options - Network</source>
      <translation>{address}，与“设置 - 选项 - 网络”一致</translation>
    </message>
    <message>
      <source>Removing…</source>
      <translation>正在删除…</translation>
    </message>
    <message>
      <source>none found; networks will run on the processor</source>
      <translation>未找到；神经网络将在处理器上运行</translation>
    </message>
    <message>
      <source>Not checked yet; the first job does it.</source>
      <translation>尚未检查；将由第一个任务检查。</translation>
    </message>
    <message>
      <source>{number} GB</source>
      <translation>{number} GB</translation>
    </message>
    <message>
      <source>{name} (with CUDA)</source>
      <translation>{name}（支持 CUDA）</translation>
    </message>
    <message>
      <source>Ready: PyTorch {version} on {device}</source>
      <translation>就绪：PyTorch {version}，设备 {device}</translation>
    </message>
    <message>
      <source>Train segmentation model</source>
      <translation>训练分割模型</translation>
    </message>
    <message>
      <source>Input rasters</source>
      <translation>输入栅格</translation>
    </message>
    <message>
      <source>One or more orthophotos or other rasters, all with the same bands. Any number of bands, 8 or 16 bit or float.</source>
      <translation>一个或多个正射影像或其他栅格，波段须全部相同。波段数不限，8 位、16 位或浮点。</translation>
    </message>
    <message>
      <source>Labels</source>
      <translation>标注</translation>
    </message>
    <message>
      <source>What is where: a polygon layer (any coordinate system; selection and filter are honoured), or a class raster (one integer per class, 255 counts for nothing).</source>
      <translation>标明各处是什么：多边形图层（坐标系不限；会遵循选择和过滤），或类别栅格（每个类别一个整数，255 不计入）。</translation>
    </message>
    <message>
      <source>Trained model</source>
      <translation>训练好的模型</translation>
    </message>
    <message>
      <source>Where the model is written (.safetensors).</source>
      <translation>模型的写入位置（.safetensors）。</translation>
    </message>
    <message>
      <source>Class field</source>
      <translation>类别字段</translation>
    </message>
    <message>
      <source>Field of the polygon layer that holds the class, integer or text. Not needed for a class raster. The value 255 or the text 'ignore' marks places that count for nothing.</source>
      <translation>多边形图层中存放类别的字段，整数或文本。类别栅格不需要此项。值 255 或文本“ignore”表示不计入的地方。</translation>
    </message>
    <message>
      <source>Pixels without label</source>
      <translation>未标注像素</translation>
    </message>
    <message>
      <source>'background': everything without a polygon is the class background (label all objects, or give a labelled area). 'ignore': pixels without a polygon count for nothing (label some of everything, background too).</source>
      <translation>“background”：没有多边形的地方都属于背景类别（请标注所有目标，或给出标注范围）。“ignore”：没有多边形的像素不计入（各类都要标注一些，背景也不例外）。</translation>
    </message>
    <message>
      <source>Labelled area</source>
      <translation>标注范围</translation>
    </message>
    <message>
      <source>Optional polygon layer: only pixels inside it are used, for training and for validation. Give it when only a part of the rasters is labelled.</source>
      <translation>可选的多边形图层：训练和验证都只使用其内部的像素。仅标注了栅格的一部分时请给出。</translation>
    </message>
    <message>
      <source>Loss</source>
      <translation>损失函数</translation>
    </message>
    <message>
      <source>What the network is trained to make small. Made for rare classes: toppixel(k=50000) lets only the K worst pixels of a batch count; focal(gamma=2) fades out easy pixels. Standard: ce (cross entropy). Sums work as well: TopPixel alone wants exact outlines, with rough ones add ce to it or choose a larger K.</source>
      <translation>网络训练时要使之变小的量。专为稀有类别设计：toppixel(k=50000) 只计入一个批次中最差的 K 个像素；focal(gamma=2) 逐渐减弱容易像素的作用。标准：ce（交叉熵）。也可以相加：单用 TopPixel 要求轮廓精确，轮廓粗略时请加上 ce 或选择更大的 K。</translation>
    </message>
    <message>
      <source>How much each class counts in the loss: 'none'; by how rare it is ('median_frequency', 'inverse', 'inverse_sqrt', 'effective_number', 'enet', each with an optional bound as in 'median_frequency(cap=50)'); or typed as 'car=5, road=1' (a class that is not named weighs 1).</source>
      <translation>每个类别在损失函数中所占的分量：“none”；按稀有程度（“median_frequency”、“inverse”、“inverse_sqrt”、“effective_number”、“enet”，均可加上限，如“median_frequency(cap=50)”）；或直接输入，如“car=5, road=1”（未列出的类别权重为 1）。</translation>
    </message>
    <message>
      <source>Architecture</source>
      <translation>网络架构</translation>
    </message>
    <message>
      <source>Kind of network. U-Net is a good choice for sharp outlines.</source>
      <translation>网络的类型。U-Net 适合得到清晰的轮廓。</translation>
    </message>
    <message>
      <source>Encoder</source>
      <translation>编码器</translation>
    </message>
    <message>
      <source>The part of the network that reads the image. Larger ones (resnet34, resnet50) learn more and run slower. Any encoder of segmentation-models-pytorch, 'tu-' names of timm included.</source>
      <translation>网络中读取影像的部分。较大的编码器（resnet34、resnet50）学得更多，但运行更慢。可用 segmentation-models-pytorch 的任意编码器，包括 timm 的“tu-”名称。</translation>
    </message>
    <message>
      <source>Encoder weights</source>
      <translation>编码器权重</translation>
    </message>
    <message>
      <source>'pretrained' starts from weights learned on ImageNet and needs far fewer labels; 'random' starts from nothing; or the path of a weights file (.safetensors or .pth).</source>
      <translation>“pretrained”从 ImageNet 上学到的权重开始，所需标注少得多；“random”从零开始；也可以是权重文件的路径（.safetensors 或 .pth）。</translation>
    </message>
    <message>
      <source>Continue from model</source>
      <translation>从已有模型继续</translation>
    </message>
    <message>
      <source>Optional: start from this trained model instead of encoder weights, to teach it more on new data. Its architecture, encoder and number of bands must be the same; classes are matched by name, and new ones start from nothing.</source>
      <translation>可选：从这个训练好的模型而不是编码器权重开始，用新数据继续教它。网络架构、编码器和波段数必须相同；类别按名称对应，新的类别从零开始。</translation>
    </message>
    <message>
      <source>Chip size (pixels)</source>
      <translation>切片大小（像素）</translation>
    </message>
    <message>
      <source>Side of the squares that the network learns from, a multiple of 32. Large enough to show an object with its surroundings.</source>
      <translation>网络学习所用正方形的边长，须为 32 的倍数。应足够大，能显示目标及其周围环境。</translation>
    </message>
    <message>
      <source>Batch size</source>
      <translation>批次大小</translation>
    </message>
    <message>
      <source>Chips per training step. Halved by itself when memory runs out.</source>
      <translation>每个训练步的切片数。内存不足时自动减半。</translation>
    </message>
    <message>
      <source>Sampling</source>
      <translation>采样</translation>
    </message>
    <message>
      <source>Where the network looks while it learns. 'uniform': anywhere alike. 'balanced': first a class, then a place where it is, so that rare classes are seen more often. 'repeat factor': in between.</source>
      <translation>网络学习时看哪些地方。“uniform”：各处均等。“balanced”：先选类别，再选有该类别的地方，使稀有类别更常被看到。“repeat factor”：介于两者之间。</translation>
    </message>
    <message>
      <source>Augmentation</source>
      <translation>数据增强</translation>
    </message>
    <message>
      <source>How chips are varied, so that the network learns what does not matter. 'none'; 'light': turns, mirrors, brightness, contrast; 'strong': also scale, rotation, blur, gamma, noise, and objects of rare classes pasted to other places; or a sum of parts, as in 'turns + colour(brightness=0.5) + copy_paste(chance=0.3)'.</source>
      <translation>切片如何变化，使网络学会忽略无关紧要的差异。“none”；“light”：直角旋转、镜像、亮度、对比度；“strong”：还包括缩放、任意角度旋转、模糊、伽马、噪声，以及将稀有类别的目标粘贴到其他地方；或各部分之和，如“turns + colour(brightness=0.5) + copy_paste(chance=0.3)”。</translation>
    </message>
    <message>
      <source>Epochs</source>
      <translation>训练轮数</translation>
    </message>
    <message>
      <source>How many times the training area is gone through. Validation and saving happen after each.</source>
      <translation>遍历训练区域的次数。每轮之后进行验证和保存。</translation>
    </message>
    <message>
      <source>Learning rate</source>
      <translation>学习率</translation>
    </message>
    <message>
      <source>Size of a training step. Smaller if the loss jumps or becomes NaN. 0: found by some dozens of trial steps before the training.</source>
      <translation>训练步的大小。如果损失跳动或变为 NaN，请取更小的值。0：在训练之前通过几十个试验步自动找出。</translation>
    </message>
    <message>
      <source>Optimiser</source>
      <translation>优化器</translation>
    </message>
    <message>
      <source>How the weights are moved. 'adamw' needs little tuning; 'sgd' wants a learning rate of about 0.01.</source>
      <translation>权重的更新方式。“adamw”几乎不需要调参；“sgd”需要约 0.01 的学习率。</translation>
    </message>
    <message>
      <source>Learning rate over time</source>
      <translation>学习率调度</translation>
    </message>
    <message>
      <source>'cosine' (short warm-up, then slowly down), 'one cycle' (long warm-up) or 'constant'.</source>
      <translation>“cosine”（短暂预热，然后缓慢下降）、“one cycle”（较长预热）或“constant”。</translation>
    </message>
    <message>
      <source>Encoder's learning rate</source>
      <translation>编码器学习率比例</translation>
    </message>
    <message>
      <source>The encoder's learning rate as a part of the other's. Below 1 its pretrained weights change less; with 0 they stay as they are, for very few labels.</source>
      <translation>编码器的学习率相对于其余部分学习率的比例。小于 1 时其预训练权重变化较小；为 0 时保持不变，适用于标注极少的情况。</translation>
    </message>
    <message>
      <source>Gradient clipping</source>
      <translation>梯度裁剪</translation>
    </message>
    <message>
      <source>Longest gradient of a step; longer ones are shortened, which steadies a loss that jumps. 0: never.</source>
      <translation>一步中梯度的最大长度；更长的会被缩短，从而使跳动的损失趋于稳定。0：从不裁剪。</translation>
    </message>
    <message>
      <source>Weight averaging</source>
      <translation>权重平均</translation>
    </message>
    <message>
      <source>Keep a running average of the weights instead of the last ones, with this part of the old average kept at each step, such as 0.99. Steadier scores. 0: no average.</source>
      <translation>保存权重的滑动平均而不是最后的权重，每一步保留旧平均值的这一比例，例如 0.99。得分更稳定。0：不平均。</translation>
    </message>
    <message>
      <source>Validation share</source>
      <translation>验证比例</translation>
    </message>
    <message>
      <source>Share of the labelled area that is kept out of training, in whole blocks, to measure how good the model is. A buffer of half a chip around them is not learned from either. 0 for none.</source>
      <translation>标注范围中不参与训练的比例（以整个区块为单位），用于衡量模型的好坏。这些区块周围半个切片宽的缓冲带也不用于学习。0 表示不设。</translation>
    </message>
    <message>
      <source>Split areas</source>
      <translation>划分区域</translation>
    </message>
    <message>
      <source>Optional polygon layer that says which ground is for training, for validation and for test, instead of blocks chosen by chance. Pixels in no polygon are not used; test areas are scored once, with the finished model. Without validation areas, blocks are chosen among those for training.</source>
      <translation>可选的多边形图层：说明哪些地方用于训练、验证和测试，代替随机选择的区块。不在任何多边形内的像素不会被使用；测试区域只用最终的模型评分一次。没有验证区域时，在训练区域中选择区块。</translation>
    </message>
    <message>
      <source>Field of the split areas</source>
      <translation>划分区域的字段</translation>
    </message>
    <message>
      <source>Field that holds 'train', 'validation' or 'test' for each polygon of the split areas.</source>
      <translation>为划分区域的每个多边形存放“train”、“validation”或“test”的字段。</translation>
    </message>
    <message>
      <source>Best epoch by</source>
      <translation>最佳轮次依据</translation>
    </message>
    <message>
      <source>By which IoU on the validation area the best epoch is chosen: 'mean IoU', 'worst class', or the name of a class.</source>
      <translation>按验证区域的哪个 IoU 选择最佳轮次：“mean IoU”、“worst class”，或某个类别的名称。</translation>
    </message>
    <message>
      <source>Patience (epochs)</source>
      <translation>早停等待轮数</translation>
    </message>
    <message>
      <source>Training ends early when so many epochs have brought nothing better. 0: it never does.</source>
      <translation>经过这么多轮仍无改善时，训练提前结束。0：从不提前结束。</translation>
    </message>
    <message>
      <source>Seed</source>
      <translation>随机种子</translation>
    </message>
    <message>
      <source>Same seed, same data, same machine: same model.</source>
      <translation>相同的种子、数据和计算机，得到相同的模型。</translation>
    </message>
    <message>
      <source>Device</source>
      <translation>设备</translation>
    </message>
    <message>
      <source>Where the network runs. 'auto' takes a graphics card (CUDA, Apple MPS) when there is one. 'cuda:1' names the second card.</source>
      <translation>神经网络在哪里运行。“auto”在有显卡（CUDA、Apple MPS）时使用显卡。“cuda:1”表示第二块显卡。</translation>
    </message>
    <message>
      <source>Report</source>
      <translation>报告</translation>
    </message>
    <message>
      <source>Where a report with curves, scores and pictures is written (.html). Optional.</source>
      <translation>含有曲线、得分和图片的报告的写入位置（.html）。可选。</translation>
    </message>
    <message>
      <source>Split layer</source>
      <translation>划分图层</translation>
    </message>
    <message>
      <source>Where the parts are written as polygons: training, validation, test, and the buffer between them (.gpkg). Optional.</source>
      <translation>以多边形写出各部分的位置：训练、验证、测试，以及它们之间的缓冲带（.gpkg）。可选。</translation>
    </message>
    <message>
      <source>TensorBoard folder</source>
      <translation>TensorBoard 文件夹</translation>
    </message>
    <message>
      <source>Where the curves and a validation picture of each epoch are written for TensorBoard, in a folder named like the model. Give several trainings the same folder to compare them. Optional.</source>
      <translation>供 TensorBoard 使用的曲线和每轮验证图片的写入位置，存放在与模型同名的文件夹中。给多次训练指定同一文件夹即可进行比较。可选。</translation>
    </message>
    <message>
      <source>Class names</source>
      <translation>类别名称</translation>
    </message>
    <message>
      <source>Name of each integer class value, such as {"1": "car"}; taken from the layer's style in QGIS.</source>
      <translation>每个整数类别值的名称，如 {"1": "car"}；取自图层在 QGIS 中的样式。</translation>
    </message>
    <message>
      <source>Class colours</source>
      <translation>类别颜色</translation>
    </message>
    <message>
      <source>Colour of each class value, such as {"1": "#ff0000"}; taken from the layer's style in QGIS.</source>
      <translation>每个类别值的颜色，如 {"1": "#ff0000"}；取自图层在 QGIS 中的样式。</translation>
    </message>
    <message>
      <source>Class statistics and weights</source>
      <translation>类别统计与权重</translation>
    </message>
    <message>
      <source>Table</source>
      <translation>表格</translation>
    </message>
    <message>
      <source>Where the statistics are written, a row per class (.gpkg or .csv).</source>
      <translation>统计结果的写入位置，每个类别一行（.gpkg 或 .csv）。</translation>
    </message>
    <message>
      <source>Weights to hand on</source>
      <translation>要传递的权重</translation>
    </message>
    <message>
      <source>The weighting that the output 'Class weights' holds, as text for 'Train segmentation model'. The table and the report show all.</source>
      <translation>输出“类别权重”所含的权重方法，以供“训练分割模型”使用的文本表示。表格和报告显示所有方法。</translation>
    </message>
    <message>
      <source>Where the statistics are explained, with a chart and advice on the loss (.html). Optional.</source>
      <translation>解释统计结果的报告的写入位置，含图表和损失函数建议（.html）。可选。</translation>
    </message>
    <message>
      <source>Compare losses</source>
      <translation>比较损失函数</translation>
    </message>
    <message>
      <source>Folder for models and results</source>
      <translation>模型和结果文件夹</translation>
    </message>
    <message>
      <source>Every model is kept here, with the scores (comparison.csv). Give the same folder again to go on after an interruption: finished runs are not repeated.</source>
      <translation>所有模型及其得分（comparison.csv）都保存在这里。中断后再次指定同一文件夹即可继续：已完成的运行不会重复。</translation>
    </message>
    <message>
      <source>Test area</source>
      <translation>测试区域</translation>
    </message>
    <message>
      <source>Optional polygon layer: the final scores are taken inside it, and no pixel inside it is seen in training or used to choose the epoch. Without it the scores are those of the split's test areas, or else of the validation blocks.</source>
      <translation>可选的多边形图层：最终得分在其内部计算，其中的像素既不用于训练，也不用于选择轮次。若未给出，则为划分中测试区域的得分，没有测试区域时为验证区块的得分。</translation>
    </message>
    <message>
      <source>Losses</source>
      <translation>损失函数</translation>
    </message>
    <message>
      <source>The losses to compare, one a line, as in 'Train segmentation model'.</source>
      <translation>要比较的损失函数，每行一个，写法与“训练分割模型”中相同。</translation>
    </message>
    <message>
      <source>Runs per loss</source>
      <translation>每种损失函数的运行次数</translation>
    </message>
    <message>
      <source>How often each loss is trained, each time from another seed. The spread between runs shows which differences are chance.</source>
      <translation>每种损失函数训练的次数，每次使用不同的种子。多次运行之间的波动可以看出哪些差异只是偶然。</translation>
    </message>
    <message>
      <source>Class to look at</source>
      <translation>关注的类别</translation>
    </message>
    <message>
      <source>Name of the class that matters most; the rarest one when empty.</source>
      <translation>最重要的类别的名称；留空则为最稀有的类别。</translation>
    </message>
    <message>
      <source>First seed</source>
      <translation>第一个种子</translation>
    </message>
    <message>
      <source>Seed of each loss's first run, and of the split; the next runs count on from it.</source>
      <translation>每种损失函数第一次运行的种子，也是划分的种子；之后的运行由此递增。</translation>
    </message>
    <message>
      <source>Where the scores are written as a layer, a row per loss (.gpkg or .csv). Optional.</source>
      <translation>以图层写出得分的位置，每种损失函数一行（.gpkg 或 .csv）。可选。</translation>
    </message>
    <message>
      <source>Where tables, charts and maps are written (.html). Optional.</source>
      <translation>表格、图表和地图的写入位置（.html）。可选。</translation>
    </message>
    <message>
      <source>Classes to polygons</source>
      <translation>类别转多边形</translation>
    </message>
    <message>
      <source>Class raster</source>
      <translation>类别栅格</translation>
    </message>
    <message>
      <source>A raster with one band and one whole number per class, such as 'Classify raster' makes. Nodata becomes no polygon.</source>
      <translation>只有一个波段、每个类别一个整数的栅格，例如“栅格分类”生成的栅格。无数据处不生成多边形。</translation>
    </message>
    <message>
      <source>Polygons</source>
      <translation>多边形</translation>
    </message>
    <message>
      <source>Where the polygons are written (.gpkg), with class value and name, true area and perimeter.</source>
      <translation>多边形的写入位置（.gpkg），含类别值和名称、真实面积和周长。</translation>
    </message>
    <message>
      <source>Smallest area (m²)</source>
      <translation>最小面积（m²）</translation>
    </message>
    <message>
      <source>Smaller patches are given to the neighbour that they share the longest border with. 0: all patches stay.</source>
      <translation>更小的图斑并入与其公共边界最长的相邻图斑。0：保留所有图斑。</translation>
    </message>
    <message>
      <source>Simplify by (m)</source>
      <translation>简化距离（m）</translation>
    </message>
    <message>
      <source>How far outlines may move, on the ground, to become simpler. One to two pixels turn the stairs of the pixels into straight lines. Neighbours keep a common border: no gaps, no overlaps. 0: outlines follow the pixels.</source>
      <translation>为了简化，轮廓在实地最多可移动多远。一到两个像素可将像素的锯齿变为直线。相邻多边形保持公共边界：没有缝隙，没有重叠。0：轮廓沿像素边缘。</translation>
    </message>
    <message>
      <source>Smooth (rounds)</source>
      <translation>平滑（次数）</translation>
    </message>
    <message>
      <source>How often corners are cut (Chaikin). Each round doubles the points; 2 or 3 look round. For natural outlines, rather not for buildings. 0: corners stay.</source>
      <translation>切角（Chaikin）的次数。每次使点数加倍；2 或 3 次看起来就是圆滑的。适用于自然轮廓，不太适用于建筑物。0：保留拐角。</translation>
    </message>
    <message>
      <source>Confidence raster</source>
      <translation>置信度栅格</translation>
    </message>
    <message>
      <source>Optional: a raster on the same pixels, from 0 to 1, such as 'Classify raster' makes. Each polygon gets its mean.</source>
      <translation>可选：像素网格相同、取值 0 到 1 的栅格，例如“栅格分类”生成的栅格。每个多边形得到其平均值。</translation>
    </message>
    <message>
      <source>Name of each class value, such as {"1": "car"}; those in the raster's file when left out, and in QGIS those of the layer's style.</source>
      <translation>每个类别值的名称，如 {"1": "car"}；未给出时取栅格文件中的名称，在 QGIS 中取图层样式中的名称。</translation>
    </message>
    <message>
      <source>Colour of each class value, such as {"1": "#ff0000"}; those in the raster's file when left out, and in QGIS those of the layer's style.</source>
      <translation>每个类别值的颜色，如 {"1": "#ff0000"}；未给出时取栅格文件中的颜色，在 QGIS 中取图层样式中的颜色。</translation>
    </message>
    <message>
      <source>Classify raster</source>
      <translation>栅格分类</translation>
    </message>
    <message>
      <source>Input raster</source>
      <translation>输入栅格</translation>
    </message>
    <message>
      <source>The orthophoto to classify: same bands, in the same order, as the model was trained with.</source>
      <translation>要分类的正射影像：波段及其顺序须与训练模型时相同。</translation>
    </message>
    <message>
      <source>Model</source>
      <translation>模型</translation>
    </message>
    <message>
      <source>A model made by 'Train segmentation model' (.safetensors).</source>
      <translation>“训练分割模型”生成的模型（.safetensors）。</translation>
    </message>
    <message>
      <source>Classified raster</source>
      <translation>分类结果栅格</translation>
    </message>
    <message>
      <source>Where the class raster is written (.tif).</source>
      <translation>类别栅格的写入位置（.tif）。</translation>
    </message>
    <message>
      <source>Area to classify</source>
      <translation>分类范围</translation>
    </message>
    <message>
      <source>Optional polygon layer: only pixels inside it are classified, and little else is read.</source>
      <translation>可选的多边形图层：只对其内部的像素分类，范围之外的数据也几乎不读取。</translation>
    </message>
    <message>
      <source>Read at the model's pixel size</source>
      <translation>按模型的像素大小读取</translation>
    </message>
    <message>
      <source>When the pixels of the raster are more than a fifth larger or smaller than those the model was trained on, objects look larger or smaller than it knows them. Then the raster is read at the model's pixel size; the result has the raster's own pixels.</source>
      <translation>当栅格的像素比模型训练时的像素大或小五分之一以上时，地物看起来会比模型所学的更大或更小。此时按模型的像素大小读取栅格；结果仍为栅格自身的像素。</translation>
    </message>
    <message>
      <source>Look at each place in eight views</source>
      <translation>以八种视角观察每处</translation>
    </message>
    <message>
      <source>Each tile is classified turned and mirrored in all eight ways, and the probabilities are averaged (test-time augmentation). Often a little better, eight times as slow.</source>
      <translation>每个瓦片以直角旋转和镜像的全部八种方式分类，并对概率取平均（测试时增强）。结果往往略好，但耗时为八倍。</translation>
    </message>
    <message>
      <source>Damaged parts of the raster</source>
      <translation>栅格的损坏部分</translation>
    </message>
    <message>
      <source>'stop': a part that cannot be read ends the job. 'skip': it becomes nodata, and how much was skipped is said.</source>
      <translation>“stop”：遇到无法读取的部分即结束任务。“skip”：该部分成为无数据，并告知跳过了多少。</translation>
    </message>
    <message>
      <source>Tile size (pixels)</source>
      <translation>瓦片大小（像素）</translation>
    </message>
    <message>
      <source>Side of the squares that the network looks at, a multiple of 32. 0: the model's own. Larger tiles show more surroundings and need more memory.</source>
      <translation>网络所看正方形的边长，须为 32 的倍数。0：采用模型自身的大小。较大的瓦片能显示更多周围环境，但需要更多内存。</translation>
    </message>
    <message>
      <source>Overlap (pixels)</source>
      <translation>重叠（像素）</translation>
    </message>
    <message>
      <source>How far neighbouring tiles overlap. Their results are blended, so that no seams show; more overlap is smoother and slower.</source>
      <translation>相邻瓦片重叠的宽度。其结果会相互融合，因此看不到接缝；重叠越多越平滑，也越慢。</translation>
    </message>
    <message>
      <source>Tiles that go through the network together. 0: found by itself. Halved when memory runs out.</source>
      <translation>一起通过网络的瓦片数。0：自动确定。内存不足时减半。</translation>
    </message>
    <message>
      <source>Full precision</source>
      <translation>全精度</translation>
    </message>
    <message>
      <source>Compute in 32 bits where the device is faster with 16. About 3 of 1000 pixels get another class by it, mostly at outlines.</source>
      <translation>在 16 位更快的设备上仍以 32 位计算。每 1000 个像素中约有 3 个会因此得到不同的类别，大多位于轮廓处。</translation>
    </message>
    <message>
      <source>Dask scheduler</source>
      <translation>Dask 调度器</translation>
    </message>
    <message>
      <source>Optional: let the workers of a Dask cluster compute. The address of its scheduler, such as 'tcp://host:8786', or 'local' for two processes on this machine (one for each graphics card). Raster and model must lie where all workers see them under the same path.</source>
      <translation>可选：由 Dask 集群的工作进程计算。填写其调度器的地址，如“tcp://host:8786”，或填写“local”在本机启动两个进程（每块显卡一个）。栅格和模型必须位于所有工作进程都能以相同路径访问的位置。</translation>
    </message>
    <message>
      <source>Classified polygons</source>
      <translation>分类结果多边形</translation>
    </message>
    <message>
      <source>Where the classes are written as polygons with value, name and area (.gpkg). Optional.</source>
      <translation>以多边形写出各类别的位置，含类别值、名称和面积（.gpkg）。可选。</translation>
    </message>
    <message>
      <source>Polygons: smallest area (m²)</source>
      <translation>多边形：最小面积（m²）</translation>
    </message>
    <message>
      <source>Polygons: simplify by (m)</source>
      <translation>多边形：简化距离（m）</translation>
    </message>
    <message>
      <source>Polygons: smooth (rounds)</source>
      <translation>多边形：平滑（次数）</translation>
    </message>
    <message>
      <source>Where the probability of the predicted class is written, 0 to 1 (.tif). Optional.</source>
      <translation>预测类别的概率的写入位置，0 到 1（.tif）。可选。</translation>
    </message>
    <message>
      <source>Entropy raster</source>
      <translation>熵栅格</translation>
    </message>
    <message>
      <source>Where it is written how undecided the network is between all classes, from 0 (sure) to 1 (all alike) (.tif). Optional.</source>
      <translation>反映网络在各类别之间犹豫程度的栅格的写入位置，从 0（确定）到 1（各类别均等）（.tif）。可选。</translation>
    </message>
    <message>
      <source>Class probabilities</source>
      <translation>类别概率</translation>
    </message>
    <message>
      <source>Where the probability of each class is written, a band per class, in 250 steps from 0 to 1 (.tif). Optional.</source>
      <translation>每个类别概率的写入位置，每个类别一个波段，从 0 到 1 分 250 级（.tif）。可选。</translation>
    </message>
    <message>
      <source>Classify rasters</source>
      <translation>批量栅格分类</translation>
    </message>
    <message>
      <source>Folder for the results</source>
      <translation>结果文件夹</translation>
    </message>
    <message>
      <source>Where each raster's classes are written (.tif), named like the raster. Give the same folder again to go on after an interruption: what is finished with the same model and settings is not repeated.</source>
      <translation>每个栅格的类别的写入位置（.tif），名称与栅格相同。中断后再次指定同一文件夹即可继续：已用相同模型和设置完成的部分不会重复。</translation>
    </message>
    <message>
      <source>The orthophotos to classify, with the bands that the model was trained with. They may lie anywhere and differ in size, pixel size and coordinate system.</source>
      <translation>要分类的正射影像，波段须与训练模型时相同。它们可以位于任何位置，大小、像素大小和坐标系可以不同。</translation>
    </message>
    <message>
      <source>Input folder</source>
      <translation>输入文件夹</translation>
    </message>
    <message>
      <source>Optional: a folder with rasters, besides or instead of those above.</source>
      <translation>可选：存放栅格的文件夹，可与上面的栅格同时使用或代替它们。</translation>
    </message>
    <message>
      <source>Files of the folder</source>
      <translation>文件夹中的文件</translation>
    </message>
    <message>
      <source>Which files of the input folder are classified: '*.tif', or several as in '*.tif; *.jp2'. '**/*.tif' takes those of the folders inside, too.</source>
      <translation>对输入文件夹中的哪些文件分类：“*.tif”，或如“*.tif; *.jp2”的多种文件。“**/*.tif”还包括子文件夹中的文件。</translation>
    </message>
    <message>
      <source>Optional polygon layer: only pixels inside it are classified. Rasters outside are left out.</source>
      <translation>可选的多边形图层：只对其内部的像素分类。范围之外的栅格会被略过。</translation>
    </message>
    <message>
      <source>Write a virtual raster, mosaic.vrt, that shows all results as one. Rasters in another coordinate system than most get a mosaic of their own.</source>
      <translation>写出虚拟栅格 mosaic.vrt，将所有结果显示为一个整体。坐标系与多数栅格不同的，另有各自的镶嵌。</translation>
    </message>
    <message>
      <source>Confidence rasters</source>
      <translation>置信度栅格</translation>
    </message>
    <message>
      <source>Write the probability of the predicted class of each raster, 0 to 1, as NAME_confidence.tif.</source>
      <translation>将每个栅格预测类别的概率（0 到 1）写为 NAME_confidence.tif。</translation>
    </message>
    <message>
      <source>Entropy rasters</source>
      <translation>熵栅格</translation>
    </message>
    <message>
      <source>Write how undecided the network is between all classes, from 0 (sure) to 1 (all alike), as NAME_entropy.tif.</source>
      <translation>将网络在各类别之间的犹豫程度，从 0（确定）到 1（各类别均等），写为 NAME_entropy.tif。</translation>
    </message>
    <message>
      <source>Write the probability of each class, a band per class, in 250 steps from 0 to 1, as NAME_probabilities.tif.</source>
      <translation>将每个类别的概率写为 NAME_probabilities.tif，每个类别一个波段，从 0 到 1 分 250 级。</translation>
    </message>
    <message>
      <source>Where the classes of all rasters are written as one polygon layer (.gpkg). Where rasters lie on one grid and touch, polygons go on over their borders. Optional.</source>
      <translation>将所有栅格的类别写为一个多边形图层的位置（.gpkg）。栅格位于同一网格且相接时，多边形会跨越其边界延续。可选。</translation>
    </message>
    <message>
      <source>Check engine</source>
      <translation>检查引擎</translation>
    </message>
    <message>
      <source>Cross entropy</source>
      <translation>交叉熵</translation>
    </message>
    <message>
      <source>The standard. Every pixel counts the same, so large classes decide.</source>
      <translation>标准方法。每个像素同等计入，因此由大类别主导。</translation>
    </message>
    <message>
      <source>Maximum likelihood; weighted mean as in PyTorch.</source>
      <translation>最大似然；与 PyTorch 相同的加权平均。</translation>
    </message>
    <message>
      <source>Share of certainty taken away from the label.</source>
      <translation>从标注的确定性中扣除的比例。</translation>
    </message>
    <message>
      <source>Focal loss</source>
      <translation>焦点损失</translation>
    </message>
    <message>
      <source>Pixels that are already right count less, so that hard ones decide.</source>
      <translation>已经正确的像素计入较少，因此由困难像素主导。</translation>
    </message>
    <message>
      <source>Lin et al. 2017, arXiv:1708.02002 (here over softmax).</source>
      <translation>Lin et al. 2017，arXiv:1708.02002（此处基于 softmax）。</translation>
    </message>
    <message>
      <source>How fast easy pixels fade; 0 is cross entropy.</source>
      <translation>容易像素减弱的速度；0 即为交叉熵。</translation>
    </message>
    <message>
      <source>Divide by the sum of the class weights, or by the number of pixels.</source>
      <translation>除以类别权重之和，或除以像素数。</translation>
    </message>
    <message>
      <source>Keep probabilities within 0.001 to 0.999, as some published code does; hopeless pixels are then no longer learned.</source>
      <translation>与一些已发表的代码一样，将概率限制在 0.001 到 0.999 之间；这样，毫无希望的像素便不再参与学习。</translation>
    </message>
    <message>
      <source>TopPixel</source>
      <translation>TopPixel</translation>
    </message>
    <message>
      <source>Only the K pixels with the highest loss count: made for one small class in a large scene.</source>
      <translation>只计入损失最高的 K 个像素：专为大场景中的单个小类别设计。</translation>
    </message>
    <message>
      <source>Yuan, Xu, Zhou 2021, Chinese Space Science and Technology 41(6).</source>
      <translation>Yuan, Xu, Zhou 2021，《中国空间科学技术》41(6)。</translation>
    </message>
    <message>
      <source>How many pixels count.</source>
      <translation>计入的像素数。</translation>
    </message>
    <message>
      <source>Share of the valid pixels that counts, instead of k.</source>
      <translation>计入的有效像素的比例，代替 k。</translation>
    </message>
    <message>
      <source>Taken over all valid pixels of the batch, or of each image and averaged. Trained on several devices, a batch is the part that one device sees.</source>
      <translation>取自整个批次的所有有效像素，或取自每幅图像再求平均。在多个设备上训练时，批次是指单个设备所见的部分。</translation>
    </message>
    <message>
      <source>Loss max-pooling</source>
      <translation>损失最大池化</translation>
    </message>
    <message>
      <source>Hard pixels count more, smoothly, and no single one can take over: a softer TopPixel.</source>
      <translation>困难像素平滑地计入更多，且没有单个像素能占主导：更柔和的 TopPixel。</translation>
    </message>
    <message>
      <source>Rota Bulò, Neuhold, Kontschieder 2017, arXiv:1704.02966.</source>
      <translation>Rota Bulò, Neuhold, Kontschieder 2017，arXiv:1704.02966。</translation>
    </message>
    <message>
      <source>How even the weights are: 1 is the hardest m, inf the plain mean.</source>
      <translation>权重的均匀程度：1 表示只取最困难的 m 个像素，inf 表示普通平均。</translation>
    </message>
    <message>
      <source>Share of the valid pixels that counts, instead of m.</source>
      <translation>计入的有效像素的比例，代替 m。</translation>
    </message>
    <message>
      <source>How many pixels share the weight at least.</source>
      <translation>至少由多少个像素分担权重。</translation>
    </message>
    <message>
      <source>Online hard example mining</source>
      <translation>在线难例挖掘</translation>
    </message>
    <message>
      <source>Only pixels that are not yet right with enough certainty count, but never fewer than a number.</source>
      <translation>只计入尚未以足够把握判对的像素，但不少于给定的数量。</translation>
    </message>
    <message>
      <source>Shrivastava et al. 2016, arXiv:1604.03540; per pixel as Wu et al. 2016, arXiv:1605.06885.</source>
      <translation>Shrivastava et al. 2016，arXiv:1604.03540；逐像素形式见 Wu et al. 2016，arXiv:1605.06885。</translation>
    </message>
    <message>
      <source>Pixels count while the true class's probability is below this.</source>
      <translation>真实类别的概率低于此值的像素计入。</translation>
    </message>
    <message>
      <source>At least so many pixels of a batch count.</source>
      <translation>每个批次至少计入这么多像素。</translation>
    </message>
    <message>
      <source>Dice</source>
      <translation>Dice</translation>
    </message>
    <message>
      <source>Overlap of each class, each class counting the same however small; add cross entropy to it.</source>
      <translation>每个类别的重叠程度，类别再小也同等计入；请与交叉熵相加使用。</translation>
    </message>
    <message>
      <source>Milletari et al. 2016, arXiv:1606.04797.</source>
      <translation>Milletari et al. 2016，arXiv:1606.04797。</translation>
    </message>
    <message>
      <source>Added above and below the fraction; steadies tiny objects.</source>
      <translation>加在分式的分子和分母上；使极小的目标趋于稳定。</translation>
    </message>
    <message>
      <source>Which classes are averaged: those with a labelled pixel, or all.</source>
      <translation>对哪些类别求平均：有标注像素的类别，或所有类别。</translation>
    </message>
    <message>
      <source>Jaccard (IoU)</source>
      <translation>Jaccard（IoU）</translation>
    </message>
    <message>
      <source>Like Dice, but for intersection over union, which forgives less.</source>
      <translation>与 Dice 类似，但针对交并比，要求更严格。</translation>
    </message>
    <message>
      <source>Rahman and Wang 2016, doi:10.1007/978-3-319-50835-1_22.</source>
      <translation>Rahman 和 Wang 2016，doi:10.1007/978-3-319-50835-1_22。</translation>
    </message>
    <message>
      <source>Tversky</source>
      <translation>Tversky</translation>
    </message>
    <message>
      <source>Like Dice, with misses and false alarms weighed apart: raise beta to find more of a rare class.</source>
      <translation>与 Dice 类似，但分别对漏检和误检加权：增大 beta 可找出更多稀有类别。</translation>
    </message>
    <message>
      <source>Salehi et al. 2017, arXiv:1706.05721; gamma: Abraham and Khan 2018, arXiv:1810.07842.</source>
      <translation>Salehi et al. 2017，arXiv:1706.05721；gamma：Abraham 和 Khan 2018，arXiv:1810.07842。</translation>
    </message>
    <message>
      <source>Weight of false alarms (false positives).</source>
      <translation>误检（假阳性）的权重。</translation>
    </message>
    <message>
      <source>Weight of misses (false negatives).</source>
      <translation>漏检（假阴性）的权重。</translation>
    </message>
    <message>
      <source>Power of each class's loss; below 1 almost right classes are still pushed.</source>
      <translation>每个类别损失的幂；小于 1 时，对几乎正确的类别仍会继续推动。</translation>
    </message>
    <message>
      <source>Lovász-Softmax</source>
      <translation>Lovász-Softmax</translation>
    </message>
    <message>
      <source>Intersection over union itself, made smooth. Often best together with cross entropy.</source>
      <translation>平滑化的交并比本身。与交叉熵一起使用往往最好。</translation>
    </message>
    <message>
      <source>Berman et al. 2018, arXiv:1705.08790.</source>
      <translation>Berman et al. 2018，arXiv:1705.08790。</translation>
    </message>
    <message>
      <source>Lovász hinge (two classes)</source>
      <translation>Lovász hinge（两类）</translation>
    </message>
    <message>
      <source>Intersection over union of the second of two classes, with a margin.</source>
      <translation>两个类别中第二个类别的交并比，带有间隔。</translation>
    </message>
    <message>
      <source>Logit-adjusted cross entropy</source>
      <translation>logit 调整交叉熵</translation>
    </message>
    <message>
      <source>Cross entropy that asks for a larger margin the rarer a class is: finds more, errs more.</source>
      <translation>类别越稀有，要求的间隔越大的交叉熵：找出的更多，误检也更多。</translation>
    </message>
    <message>
      <source>Menon et al. 2021, arXiv:2007.07314.</source>
      <translation>Menon et al. 2021，arXiv:2007.07314。</translation>
    </message>
    <message>
      <source>Strength; 0 is cross entropy.</source>
      <translation>强度；0 即为交叉熵。</translation>
    </message>
    <message>
      <source>No weights</source>
      <translation>无权重</translation>
    </message>
    <message>
      <source>Every class counts the same per pixel.</source>
      <translation>每个类别的每个像素同等计入。</translation>
    </message>
    <message>
      <source>Each weight is 1.</source>
      <translation>各权重均为 1。</translation>
    </message>
    <message>
      <source>Median frequency</source>
      <translation>中值频率</translation>
    </message>
    <message>
      <source>Rare classes count more, by how rare they are where they occur.</source>
      <translation>稀有类别计入更多，取决于它们在出现之处的稀有程度。</translation>
    </message>
    <message>
      <source>Eigen and Fergus 2015, doi:10.1109/ICCV.2015.304.</source>
      <translation>Eigen 和 Fergus 2015，doi:10.1109/ICCV.2015.304。</translation>
    </message>
    <message>
      <source>Largest allowed ratio of two weights; larger weights are cut. Without it there is no bound.</source>
      <translation>两个权重之间允许的最大比值；更大的权重会被截断。若不设则没有上限。</translation>
    </message>
    <message>
      <source>Inverse frequency</source>
      <translation>频率倒数</translation>
    </message>
    <message>
      <source>Every class counts the same in sum: strongest for the rarest.</source>
      <translation>每个类别的总和同等计入：对最稀有的类别作用最强。</translation>
    </message>
    <message>
      <source>All pixels over those of the class.</source>
      <translation>总像素数除以该类别的像素数。</translation>
    </message>
    <message>
      <source>Inverse square root of frequency</source>
      <translation>频率平方根倒数</translation>
    </message>
    <message>
      <source>Half way between no weights and inverse frequency.</source>
      <translation>介于无权重和频率倒数之间。</translation>
    </message>
    <message>
      <source>Square root of all pixels over those of the class.</source>
      <translation>总像素数除以该类别像素数的平方根。</translation>
    </message>
    <message>
      <source>Effective number</source>
      <translation>有效样本数</translation>
    </message>
    <message>
      <source>Like inverse frequency until a class has enough pixels for more to teach little.</source>
      <translation>与频率倒数类似，直到一个类别的像素多到再增加也学不到多少。</translation>
    </message>
    <message>
      <source>Cui et al. 2019, arXiv:1901.05555.</source>
      <translation>Cui et al. 2019，arXiv:1901.05555。</translation>
    </message>
    <message>
      <source>Near 1: more than about 1 / (1 - beta) pixels teach little. Without it: 1 - 1 / all pixels.</source>
      <translation>接近 1：超过约 1 / (1 - beta) 个像素后，再多也学不到多少。若不设：1 - 1 / 总像素数。</translation>
    </message>
    <message>
      <source>ENet</source>
      <translation>ENet</translation>
    </message>
    <message>
      <source>Rare classes count more, at most about 50.</source>
      <translation>稀有类别计入更多，权重最多约 50。</translation>
    </message>
    <message>
      <source>Paszke et al. 2016, arXiv:1606.02147: 1 / ln(1.02 + share).</source>
      <translation>Paszke et al. 2016，arXiv:1606.02147：1 / ln(1.02 + 占比)。</translation>
    </message>
    <message>
      <source>Copy and paste of rare classes</source>
      <translation>稀有类别的复制粘贴</translation>
    </message>
    <message>
      <source>Objects of rare classes are cut out of another training place and laid over common ground, with their labels.</source>
      <translation>从另一处训练区域中剪下稀有类别的目标，连同其标注一起叠放到常见地物上。</translation>
    </message>
    <message>
      <source>Ghiasi et al. 2021, arXiv:2012.07177; whole classes as in Olsson et al. 2020, arXiv:2007.07936.</source>
      <translation>Ghiasi et al. 2021，arXiv:2012.07177；整类粘贴见 Olsson et al. 2020，arXiv:2007.07936。</translation>
    </message>
    <message>
      <source>Share of the chips that it happens to.</source>
      <translation>进行此变化的切片的比例。</translation>
    </message>
    <message>
      <source>Turns and mirrors</source>
      <translation>直角旋转与镜像</translation>
    </message>
    <message>
      <source>One of the eight symmetries of a square, each as likely: from above nothing is upright.</source>
      <translation>正方形的八种对称变换之一，概率均等：俯视时没有上下之分。</translation>
    </message>
    <message>
      <source>Pixels change places, none is interpolated.</source>
      <translation>像素只交换位置，不作插值。</translation>
    </message>
    <message>
      <source>Scale</source>
      <translation>缩放</translation>
    </message>
    <message>
      <source>A little nearer or farther. What comes from outside the chip counts for nothing.</source>
      <translation>略近或略远。来自切片之外的部分不计入。</translation>
    </message>
    <message>
      <source>Interpolated between valid pixels: Knutsson and Westin 1993, doi:10.1109/CVPR.1993.341081.</source>
      <translation>在有效像素之间插值：Knutsson 和 Westin 1993，doi:10.1109/CVPR.1993.341081。</translation>
    </message>
    <message>
      <source>Largest zoom, in or out.</source>
      <translation>最大缩放幅度，放大或缩小。</translation>
    </message>
    <message>
      <source>Rotation by any angle</source>
      <translation>任意角度旋转</translation>
    </message>
    <message>
      <source>Turned about its centre. Corners that come from outside the chip count for nothing.</source>
      <translation>绕中心旋转。来自切片之外的角落不计入。</translation>
    </message>
    <message>
      <source>Largest angle, to either side.</source>
      <translation>向两侧旋转的最大角度。</translation>
    </message>
    <message>
      <source>Blur</source>
      <translation>模糊</translation>
    </message>
    <message>
      <source>As if out of focus.</source>
      <translation>如同失焦。</translation>
    </message>
    <message>
      <source>Gaussian, over valid pixels alone.</source>
      <translation>高斯模糊，仅作用于有效像素。</translation>
    </message>
    <message>
      <source>Largest radius, in pixels.</source>
      <translation>最大半径，以像素为单位。</translation>
    </message>
    <message>
      <source>Colours</source>
      <translation>颜色</translation>
    </message>
    <message>
      <source>Other brightness, contrast and gamma, all bands together and a little each for itself: haze, season, another camera.</source>
      <translation>不同的亮度、对比度和伽马，所有波段一起变化，各波段再略作单独变化：霾、季节、不同的相机。</translation>
    </message>
    <message>
      <source>In standard deviations of each band, so that any band and any unit is right.</source>
      <translation>以各波段的标准差为单位，因此适用于任何波段和任何单位。</translation>
    </message>
    <message>
      <source>Largest shift, in standard deviations of the band.</source>
      <translation>最大偏移，以波段的标准差为单位。</translation>
    </message>
    <message>
      <source>Largest part by which the spread grows or shrinks.</source>
      <translation>数值离散范围扩大或缩小的最大比例。</translation>
    </message>
    <message>
      <source>Darker or brighter between black and white: exponent up to 1 + gamma, or its inverse.</source>
      <translation>黑白之间变暗或变亮：指数最大为 1 + gamma，或其倒数。</translation>
    </message>
    <message>
      <source>How much of this each band changes for itself on top.</source>
      <translation>各波段在此之外单独变化的比例。</translation>
    </message>
    <message>
      <source>Noise</source>
      <translation>噪声</translation>
    </message>
    <message>
      <source>Grain, as of a poor sensor.</source>
      <translation>颗粒感，如同劣质传感器。</translation>
    </message>
    <message>
      <source>Gaussian, each pixel and band for itself.</source>
      <translation>高斯噪声，各像素和波段相互独立。</translation>
    </message>
    <message>
      <source>Most noise, in standard deviations of the band.</source>
      <translation>最大噪声，以波段的标准差为单位。</translation>
    </message>
    <message>
      <source>None</source>
      <translation>无</translation>
    </message>
    <message>
      <source>The chips as they are.</source>
      <translation>切片保持原样。</translation>
    </message>
    <message>
      <source>For comparison.</source>
      <translation>用于对比。</translation>
    </message>
    <message>
      <source>Light</source>
      <translation>轻度</translation>
    </message>
    <message>
      <source>Turns, mirrors, brightness and contrast: costs next to nothing and seldom does harm.</source>
      <translation>直角旋转、镜像、亮度和对比度：几乎没有额外开销，也很少有害。</translation>
    </message>
    <message>
      <source>The default.</source>
      <translation>默认值。</translation>
    </message>
    <message>
      <source>Strong</source>
      <translation>强</translation>
    </message>
    <message>
      <source>Everything. For few labels, or for imagery unlike that of the training; wants more epochs.</source>
      <translation>全部手段。适用于标注很少，或影像与训练影像差异较大的情况；需要更多轮数。</translation>
    </message>
    <message>
      <source>Three of four chips are resampled.</source>
      <translation>四分之三的切片会被重采样。</translation>
    </message>
    <message>
      <source>training</source>
      <translation>训练</translation>
    </message>
    <message>
      <source>what the network learns from</source>
      <translation>网络从中学习的部分</translation>
    </message>
    <message>
      <source>validation</source>
      <translation>验证</translation>
    </message>
    <message>
      <source>kept out of training to measure the model after each epoch</source>
      <translation>不参与训练，用于在每轮后衡量模型</translation>
    </message>
    <message>
      <source>test</source>
      <translation>测试</translation>
    </message>
    <message>
      <source>kept out of everything until the model is finished</source>
      <translation>在模型完成之前不参与任何过程</translation>
    </message>
    <message>
      <source>buffer</source>
      <translation>缓冲带</translation>
    </message>
    <message>
      <source>too close to validation or test to be learned from</source>
      <translation>离验证或测试部分太近，不能用于学习</translation>
    </message>
    <message>
      <source>unused</source>
      <translation>未使用</translation>
    </message>
    <message>
      <source>without labels, or in no split area</source>
      <translation>没有标注，或不在任何划分区域内</translation>
    </message>
    <message>
      <source>packages</source>
      <translation>个软件包</translation>
    </message>
    <message>
      <source>Downloading packages</source>
      <translation>正在下载软件包</translation>
    </message>
    <message>
      <source>MB</source>
      <translation>MB</translation>
    </message>
    <message>
      <source>Installing packages</source>
      <translation>正在安装软件包</translation>
    </message>
    <message>
      <source>blocks</source>
      <translation>个区块</translation>
    </message>
    <message>
      <source>Counting the labels</source>
      <translation>正在统计标注</translation>
    </message>
    <message>
      <source>Reading the classes</source>
      <translation>正在读取类别</translation>
    </message>
    <message>
      <source>Preparing the labels</source>
      <translation>正在准备标注</translation>
    </message>
    <message>
      <source>Making polygons</source>
      <translation>正在生成多边形</translation>
    </message>
    <message>
      <source>strips</source>
      <translation>个条带</translation>
    </message>
    <message>
      <source>Merging small patches</source>
      <translation>正在合并小图斑</translation>
    </message>
    <message>
      <source>Taking the labels apart</source>
      <translation>正在分开标注</translation>
    </message>
    <message>
      <source>Measuring the bands</source>
      <translation>正在测量波段</translation>
    </message>
    <message>
      <source>tiles</source>
      <translation>个瓦片</translation>
    </message>
    <message>
      <source>Classifying</source>
      <translation>正在分类</translation>
    </message>
    <message>
      <source>rasters</source>
      <translation>个栅格</translation>
    </message>
    <message>
      <source>Looking at the rasters</source>
      <translation>正在查看栅格</translation>
    </message>
    <message>
      <source>million pixels</source>
      <translation>百万像素</translation>
    </message>
    <message>
      <source>bytes</source>
      <translation>字节</translation>
    </message>
    <message>
      <source>Writing the map</source>
      <translation>正在写入地图</translation>
    </message>
    <message>
      <source>checks</source>
      <translation>项检查</translation>
    </message>
    <message>
      <source>Checking the engine</source>
      <translation>正在检查引擎</translation>
    </message>
    <message>
      <source>Comparing losses</source>
      <translation>正在比较损失函数</translation>
    </message>
    <message>
      <source>chips</source>
      <translation>个切片</translation>
    </message>
    <message>
      <source>Training</source>
      <translation>正在训练</translation>
    </message>
    <message>
      <source>steps</source>
      <translation>步</translation>
    </message>
    <message>
      <source>Finding the learning rate</source>
      <translation>正在寻找学习率</translation>
    </message>
  </context>
</TS>
