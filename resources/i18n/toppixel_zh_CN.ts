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
      <source>The pixel size of '{layer}' is {size} m, the model was trained at {expected} m: its objects cannot be seen at this size. Choose a raster with smaller pixels.</source>
      <translation>“{layer}”的像素大小为 {size} 米，而模型是以 {expected} 米训练的：在此大小下无法分辨模型的目标。请选择像素更小的栅格。</translation>
    </message>
    <message>
      <source>The pixel size of '{layer}' is {size} m, the model was trained at {expected} m: objects look larger or smaller than in training.</source>
      <translation>“{layer}”的像素大小为 {size} 米，而模型是以 {expected} 米训练的：地物看起来会比训练时更大或更小。</translation>
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
      <source>All polygons of '{layer}' belong to one class, '{name}'. Label something else too, or set 'Unlabelled pixels' to 'background'.</source>
      <translation>“{layer}”的所有多边形都属于同一类别“{name}”。请再标注一些其他内容，或将“未标注像素”设为“background”。</translation>
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
      <source>Shows what your labels hold before you train: the pixels, share, area, chips and polygons of each class, and its weight by every method. The report explains median frequency weights and suggests a loss for the rarest class, with K for TopPixel. In a model, the outputs 'Class weights' and 'Suggested loss' can be passed to 'Train segmentation model'.</source>
      <translation>在训练之前显示标注的内容：每个类别的像素数、占比、面积、切片数和多边形数，以及按每种方法计算的权重。报告解释中值频率权重，并针对最稀有的类别给出损失函数建议，包括 TopPixel 的 K 值。在模型设计器的模型中，可将输出“类别权重”和“建议的损失函数”传给“训练分割模型”。</translation>
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
      <source>Applies a model made by 'Train segmentation model' to a raster of any size with the same bands as the model was trained on. The class raster is loaded with the names and colours of the classes; polygons and rasters of confidence, entropy and probabilities are optional. After an interruption, run it again with the same output to resume.</source>
      <translation>将“训练分割模型”生成的模型应用于任意大小的栅格，其波段须与训练模型时相同。类别栅格会连同类别的名称和颜色一起加载；多边形以及置信度、熵和概率栅格为可选输出。中断后，以相同的输出再次运行即可继续。</translation>
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
      <source>Applies a model made by 'Train segmentation model' to many rasters: layers, files, or all rasters of a folder. The model is loaded once. Each result is written to the output folder and named after its raster. A mosaic shows them as one layer, and the polygons of all rasters can be written to one layer. A raster that cannot be classified is reported and skipped. After an interruption, run it again with the same folder to resume.</source>
      <translation>将“训练分割模型”生成的模型应用于多个栅格：图层、文件，或一个文件夹中的全部栅格。模型只加载一次。每个结果都写入输出文件夹，名称与其栅格相同。镶嵌将它们显示为一个图层，所有栅格的多边形也可写入一个图层。无法分类的栅格会被报告并跳过。中断后，以相同的文件夹再次运行即可继续。</translation>
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
      <source>Status of each raster</source>
      <translation>各栅格的状态</translation>
    </message>
    <message>
      <source>The results go to a temporary folder, which is deleted when QGIS is closed: an interrupted run cannot be resumed. Choose a folder to keep them.</source>
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
      <source>The partial map is in a temporary folder and will be lost. Choose an output file of your own to be able to resume after an interruption.</source>
      <translation>未完成的地图存放在临时文件夹中，将会丢失。请自行选择输出文件，以便中断后能够继续。</translation>
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
      <source>The partial map is kept in '{folder}'. Run it again with the same output to resume, or delete the folder.</source>
      <translation>未完成的地图保存在“{folder}”中。以相同的输出再次运行即可继续，也可以删除该文件夹。</translation>
    </message>
    <message>
      <source>TopPixel models</source>
      <translation>TopPixel 模型</translation>
    </message>
    <message>
      <source>Finds the loss that suits your data best: trains the same network with each of several losses, more than once each, on the same subsets of the same rasters and for the same number of epochs, and scores all of them on the same area. Give a test area that is used for nothing else if you have one. The table and the report show the scores with their spread between runs, and the maps side by side. Every model is kept in the folder; run the same comparison into the same folder again to resume it after an interruption.</source>
      <translation>找出最适合您的数据的损失函数：用多种损失函数分别训练同一个网络，每种训练多次，使用相同栅格的相同子集和相同的训练轮数，并在同一区域为所有结果评分。如有不作他用的测试区域，请在此指定。表格和报告显示各得分及其在多次运行之间的波动，并将地图并排显示。所有模型都保存在文件夹中；中断后，在同一文件夹中再次运行同一比较即可继续。</translation>
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
      <source>Best loss for the class of interest</source>
      <translation>对关注的类别最好的损失函数</translation>
    </message>
    <message>
      <source>Models and scores go to a temporary folder, which is deleted when QGIS is closed: an interrupted comparison cannot be resumed. Choose a folder to keep them.</source>
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
      <source>Builds the engine: a Python environment of its own, outside QGIS, in which the networks run. Needs the internet and about 2 GB of disk space (7 GB with a CUDA graphics card), once; run it again after an update of the plugin. An interrupted set-up is resumed the next time. At the end the engine is tested, and its versions and device are shown.</source>
      <translation>构建引擎：位于 QGIS 之外的独立 Python 环境，神经网络在其中运行。需要连接互联网和约 2 GB 磁盘空间（使用 CUDA 显卡时为 7 GB），只需一次；更新插件后请再次运行。中断的安装会在下次继续。最后会测试引擎，并显示其版本和设备。</translation>
    </message>
    <message>
      <source>Your own Python</source>
      <translation>自备的 Python</translation>
    </message>
    <message>
      <source>Path of a Python interpreter (3.10 or newer) that has all packages of the engine; it is checked, and then used instead of an engine built here. Leave it empty to build one.</source>
      <translation>已装有引擎所需全部软件包的 Python 解释器（3.10 或更高版本）的路径；检查通过后即使用它，而不使用在此构建的引擎。留空则构建一个引擎。</translation>
    </message>
    <message>
      <source>Bundle</source>
      <translation>离线包</translation>
    </message>
    <message>
      <source>Folder made on another machine by 'core engine bundle'. The engine is built from it without a network. Leave it empty to download the packages from the internet, through the proxy that QGIS uses.</source>
      <translation>在另一台计算机上用“core engine bundle”制作的文件夹。引擎将由它构建，不需要联网。留空则通过 QGIS 所用的代理从互联网下载软件包。</translation>
    </message>
    <message>
      <source>Rebuild</source>
      <translation>重新构建</translation>
    </message>
    <message>
      <source>Repairs the engine: removes it with everything that was downloaded for it, and builds it again from scratch.</source>
      <translation>修复引擎：将其与为其下载的所有内容一并删除，然后从头重新构建。</translation>
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
      <source>1 (certain)</source>
      <translation>1（确定）</translation>
    </message>
    <message>
      <source>0 (certain)</source>
      <translation>0（确定）</translation>
    </message>
    <message>
      <source>1 (all classes equal)</source>
      <translation>1（各类别概率相等）</translation>
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
      <source>Trains a network that finds in imagery what you have labelled: give one or more rasters, labels (a polygon layer or a class raster), and the field with the class. For classes that are rare in the imagery, choose a loss made for them and class weights. A part of the labelled area is kept out of training as the validation set. The result is one file, which 'Classify raster' applies to rasters of any size.</source>
      <translation>训练一个网络，让它在影像中找出您所标注的内容：给出一个或多个栅格、标注（多边形图层或类别栅格），以及存放类别的字段。对于影像中稀有的类别，请选择专为其设计的损失函数和类别权重。标注范围的一部分不参与训练，作为验证集。结果是一个文件，“栅格分类”可将其应用于任意大小的栅格。</translation>
    </message>
    <message>
      <source>deep learning,segmentation,neural network,imbalance,loss,landcover,orthophoto</source>
      <translation>深度学习,语义分割,图像分割,神经网络,训练,类别不平衡,损失函数,土地覆盖,土地利用,正射影像,deep learning,segmentation,neural network,imbalance,loss,landcover</translation>
    </message>
    <message>
      <source>Mean IoU on the validation set</source>
      <translation>验证集上的平均 IoU</translation>
    </message>
    <message>
      <source>Best epoch</source>
      <translation>最佳轮次</translation>
    </message>
    <message>
      <source>Mean IoU on the test areas</source>
      <translation>测试区域的平均 IoU</translation>
    </message>
    <message>
      <source>The model goes to a temporary file, which is deleted when QGIS is closed.</source>
      <translation>模型将写入临时文件，QGIS 关闭后即被删除。</translation>
    </message>
    <message>
      <source>The best model so far is saved: {path}</source>
      <translation>目前最好的模型已保存：{path}</translation>
    </message>
    <message>
      <source>Converts a class raster of any size to polygons. Small segments can be merged into their neighbours, outlines simplified and smoothed. Neighbouring polygons keep their common borders, so that there are no gaps and no overlaps, and no polygon ends at a tile's border. Each has its class, its area and perimeter on the ground, and its mean confidence if you give the confidence raster. Names and colours are those of the layer's style, or else of the raster's file.</source>
      <translation>将任意大小的类别栅格转换为多边形。小图斑可并入相邻图斑，轮廓可简化和平滑。相邻多边形保持公共边界，因此没有缝隙和重叠，也不会有多边形在瓦片边界处断开。每个多边形都带有其类别、实地面积和周长，如给出置信度栅格，还带有其平均置信度。名称和颜色取自图层的样式，若没有则取自栅格文件。</translation>
    </message>
    <message>
      <source>vectorize,polygonize,raster to vector,segmentation,landcover,sieve,eliminate,simplify,smooth,generalize,topology,coverage</source>
      <translation>矢量化,多边形化,栅格转矢量,语义分割,土地覆盖,滤除碎斑,清除,简化,平滑,制图综合,拓扑,vectorize,polygonize,raster to vector,sieve,eliminate,simplify,smooth,generalize,topology,coverage</translation>
    </message>
    <message>
      <source>Custom</source>
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
      <source>Factor of the loss</source>
      <translation>损失函数的系数</translation>
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
      <source>Choose a loss with its parameters and add it to the list</source>
      <translation>选择一种损失函数及其参数，并将其加入列表</translation>
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
      <source>End this job. The best model so far is saved.</source>
      <translation>结束此任务。目前最好的模型已保存。</translation>
    </message>
    <message>
      <source>Training loss</source>
      <translation>训练损失</translation>
    </message>
    <message>
      <source>IoU on the validation set</source>
      <translation>验证集上的 IoU</translation>
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
      <source>A preview of the validation set is shown here after each epoch.</source>
      <translation>每轮结束后，此处会显示验证集的预览。</translation>
    </message>
    <message>
      <source>Image</source>
      <translation>影像</translation>
    </message>
    <message>
      <source>Ground truth</source>
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
      <source>{text}; best epoch: {best}</source>
      <translation>{text}；最佳轮次：{best}</translation>
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
      <source>The engine is being set up in the background.</source>
      <translation>引擎正在后台安装。</translation>
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
      <source>Networks run in a separate engine outside QGIS. It is built once; nothing is installed into QGIS or the system.</source>
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
      <source>nothing, unless the engine must be repaired</source>
      <translation>无，除非需要修复引擎</translation>
    </message>
    <message>
      <source>There is not enough disk space. Choose another folder, or free some space.</source>
      <translation>磁盘空间不足。请选择其他文件夹，或腾出一些空间。</translation>
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
      <source>The Python that you have chosen as the engine is missing.</source>
      <translation>找不到您选作引擎的 Python。</translation>
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
      <source>Remove the engine and everything that was downloaded for it, and build it again?</source>
      <translation>删除引擎及为其下载的所有内容，并重新构建？</translation>
    </message>
    <message>
      <source>Remove all engines in '{folder}', and everything that was downloaded for them?</source>
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
      <source>Downloads everything again and rebuilds the engine.</source>
      <translation>重新下载所有内容并重新构建引擎。</translation>
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
      <source>Default of 'Device' in all dialogs. 'auto' uses a graphics card when there is one.</source>
      <translation>所有对话框中“设备”的默认值。“auto”在有显卡时使用显卡。</translation>
    </message>
    <message>
      <source>one per core</source>
      <translation>每个核心一个</translation>
    </message>
    <message>
      <source>Number of threads for networks that run on the processor.</source>
      <translation>在处理器上运行神经网络所用的线程数。</translation>
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
      <source>Address of another package index, such as your company's.</source>
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
      <source>Versions, device, state of the engine and the last errors, without user names.</source>
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
      <source>Checking…</source>
      <translation>正在检查…</translation>
    </message>
    <message>
      <source>Copied to the clipboard.</source>
      <translation>已复制到剪贴板。</translation>
    </message>
    <message>
      <source>Removed; {size} freed.</source>
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
      <source>Not checked yet; the first job checks it.</source>
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
      <source>Ground truth: a polygon layer (any coordinate system; selection and filter are honoured), or a class raster (one integer per class; 255 is ignored).</source>
      <translation>真值：多边形图层（坐标系不限；会遵循选择和过滤），或类别栅格（每个类别一个整数；255 被忽略）。</translation>
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
      <source>Field of the polygon layer that holds the class, integer or text. Not needed for a class raster. Polygons with the value 255 or the text 'ignore' are ignored.</source>
      <translation>多边形图层中存放类别的字段，整数或文本。类别栅格不需要此项。值为 255 或文本为“ignore”的多边形被忽略。</translation>
    </message>
    <message>
      <source>Unlabelled pixels</source>
      <translation>未标注像素</translation>
    </message>
    <message>
      <source>'background': pixels without a polygon belong to the class background (label all objects, or give a labelled area). 'ignore': pixels without a polygon are ignored (label some of each class, background too).</source>
      <translation>“background”：没有多边形的像素属于背景类别（请标注所有目标，或给出标注范围）。“ignore”：没有多边形的像素被忽略（每个类别都要标注一些，背景也不例外）。</translation>
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
      <source>The function that training minimises. Made for rare classes: toppixel(k=50000) counts only the K pixels of a batch with the highest loss; focal(gamma=2) down-weights easy pixels. Standard: ce (cross entropy). Sums are possible, too: TopPixel alone needs exact outlines; where they are rough, add ce or choose a larger K.</source>
      <translation>训练所最小化的函数。专为稀有类别设计：toppixel(k=50000) 只计入一个批次中损失最高的 K 个像素；focal(gamma=2) 降低容易像素的权重。标准：ce（交叉熵）。也可以相加：单用 TopPixel 要求轮廓精确，轮廓粗略时请加上 ce 或选择更大的 K。</translation>
    </message>
    <message>
      <source>Weight of each class in the loss: 'none'; by its rarity ('median_frequency', 'inverse', 'inverse_sqrt', 'effective_number', 'enet', each with an optional cap as in 'median_frequency(cap=50)'); or typed as 'car=5, road=1' (a class that is not named weighs 1).</source>
      <translation>每个类别在损失函数中的权重：“none”；按稀有程度（“median_frequency”、“inverse”、“inverse_sqrt”、“effective_number”、“enet”，均可加上限，如“median_frequency(cap=50)”）；或直接输入，如“car=5, road=1”（未列出的类别权重为 1）。</translation>
    </message>
    <message>
      <source>Architecture</source>
      <translation>网络架构</translation>
    </message>
    <message>
      <source>Architecture of the network. U-Net is a good choice for sharp outlines.</source>
      <translation>网络的架构。U-Net 适合得到清晰的轮廓。</translation>
    </message>
    <message>
      <source>Encoder</source>
      <translation>编码器</translation>
    </message>
    <message>
      <source>The part of the network that extracts features from the image. Larger encoders (resnet34, resnet50) learn more and run slower. Any encoder of segmentation-models-pytorch, 'tu-' names of timm included.</source>
      <translation>网络中提取影像特征的部分。较大的编码器（resnet34、resnet50）学得更多，但运行更慢。可用 segmentation-models-pytorch 的任意编码器，包括 timm 的“tu-”名称。</translation>
    </message>
    <message>
      <source>Encoder weights</source>
      <translation>编码器权重</translation>
    </message>
    <message>
      <source>'pretrained' starts from weights trained on ImageNet and needs far fewer labels; 'random' starts from random weights; or the path of a weights file (.safetensors or .pth).</source>
      <translation>“pretrained”从在 ImageNet 上训练的权重开始，所需标注少得多；“random”从随机权重开始；也可以是权重文件的路径（.safetensors 或 .pth）。</translation>
    </message>
    <message>
      <source>Start from model</source>
      <translation>从已有模型开始</translation>
    </message>
    <message>
      <source>Optional: fine-tune this trained model on new data instead of starting from encoder weights. Its architecture, encoder and number of bands must be the same; classes are matched by name, and new classes start from random weights.</source>
      <translation>可选：用新数据微调这个训练好的模型，而不是从编码器权重开始。网络架构、编码器和波段数必须相同；类别按名称对应，新的类别从随机权重开始。</translation>
    </message>
    <message>
      <source>Start from class shares</source>
      <translation>从类别比例开始</translation>
    </message>
    <message>
      <source>Initialise the bias of the output layer with the logarithms of the class shares, so that the first steps are not spent on learning which classes are rare. Has no effect with 'Start from model'.</source>
      <translation>用类别比例的对数初始化输出层的偏置，使最初的步骤不必用来学习哪些类别稀有。与“从已有模型开始”同用时无效。</translation>
    </message>
    <message>
      <source>Outline tolerance (pixels)</source>
      <translation>轮廓容差（像素）</translation>
    </message>
    <message>
      <source>How far the outlines of the labels may be off. A band of this width on either side of every border between two classes is ignored in training, but not in validation. Objects up to twice as wide are not learned. 0: no band.</source>
      <translation>标注轮廓允许的偏差。两个类别之间每条边界两侧各有此宽度的条带在训练中被忽略，但在验证中不忽略。宽度不超过其两倍的物体不会被学习。0：无条带。</translation>
    </message>
    <message>
      <source>Chip size (pixels)</source>
      <translation>切片大小（像素）</translation>
    </message>
    <message>
      <source>Side of the square chips that the network is trained on, a multiple of 32. Large enough to show an object with its surroundings.</source>
      <translation>训练网络所用正方形切片的边长，须为 32 的倍数。应足够大，能显示目标及其周围环境。</translation>
    </message>
    <message>
      <source>Batch size</source>
      <translation>批次大小</translation>
    </message>
    <message>
      <source>Chips per training step. Halved automatically when memory runs out.</source>
      <translation>每个训练步的切片数。内存不足时自动减半。</translation>
    </message>
    <message>
      <source>Sampling</source>
      <translation>采样</translation>
    </message>
    <message>
      <source>How chip positions are drawn. 'uniform': all positions are equally likely. 'balanced': first a class is drawn, then a position where it occurs, so that rare classes are seen more often. 'repeat factor' and 'mixed' are in between.</source>
      <translation>切片位置的抽取方式。“uniform”：所有位置概率相等。“balanced”：先抽取类别，再抽取有该类别的位置，使稀有类别更常被看到。“repeat factor”和“mixed”介于两者之间。</translation>
    </message>
    <message>
      <source>Augmentation</source>
      <translation>数据增强</translation>
    </message>
    <message>
      <source>How chips are augmented, so that the network generalises. 'none'; 'light': flips, rotations by 90°, brightness, contrast; 'strong': also scale, rotation by any angle, blur, gamma, noise, and copy-paste of rare classes; or a sum of augmentations, as in 'd4 + color_jitter(brightness=0.5) + copy_paste(probability=0.3)'.</source>
      <translation>切片的增强方式，使网络能够泛化。“none”；“light”：翻转、90° 旋转、亮度、对比度；“strong”：还包括缩放、任意角度旋转、模糊、伽马、噪声，以及稀有类别的复制粘贴；或多种增强之和，如“d4 + color_jitter(brightness=0.5) + copy_paste(probability=0.3)”。</translation>
    </message>
    <message>
      <source>Epochs</source>
      <translation>训练轮数</translation>
    </message>
    <message>
      <source>Number of passes over the training set. The network is validated and saved after each.</source>
      <translation>遍历训练集的次数。每轮之后验证并保存网络。</translation>
    </message>
    <message>
      <source>Learning rate</source>
      <translation>学习率</translation>
    </message>
    <message>
      <source>Step size of the optimiser. Use a smaller one if the loss jumps or becomes NaN. 0: found by a learning-rate range test of some dozens of steps before the training.</source>
      <translation>优化器的步长。如果损失跳动或变为 NaN，请取更小的值。0：在训练之前通过几十步的学习率范围测试自动确定。</translation>
    </message>
    <message>
      <source>Optimiser</source>
      <translation>优化器</translation>
    </message>
    <message>
      <source>How the weights are updated. 'adamw' needs little tuning; 'sgd' needs a learning rate of about 0.01.</source>
      <translation>权重的更新方式。“adamw”几乎不需要调参；“sgd”需要约 0.01 的学习率。</translation>
    </message>
    <message>
      <source>Learning-rate schedule</source>
      <translation>学习率调度</translation>
    </message>
    <message>
      <source>'cosine' (short warm-up, then cosine decay), 'one cycle' (long warm-up) or 'constant'.</source>
      <translation>“cosine”（短暂预热，然后余弦衰减）、“one cycle”（较长预热）或“constant”。</translation>
    </message>
    <message>
      <source>Encoder learning-rate factor</source>
      <translation>编码器学习率系数</translation>
    </message>
    <message>
      <source>The encoder's learning rate as a multiple of the learning rate. Below 1 its pretrained weights change less; with 0 they are frozen, for very few labels.</source>
      <translation>编码器的学习率相对于学习率的倍数。小于 1 时其预训练权重变化较小；为 0 时被冻结，适用于标注极少的情况。</translation>
    </message>
    <message>
      <source>Gradient clipping (maximum norm)</source>
      <translation>梯度裁剪（最大范数）</translation>
    </message>
    <message>
      <source>Maximum norm of the gradient of a step; larger gradients are scaled down to it, which steadies a loss that jumps. 0: no clipping.</source>
      <translation>一步中梯度的最大范数；更大的梯度会缩放到该值，从而使跳动的损失趋于稳定。0：不裁剪。</translation>
    </message>
    <message>
      <source>EMA decay</source>
      <translation>EMA 衰减率</translation>
    </message>
    <message>
      <source>Keep an exponential moving average (EMA) of the weights instead of the last weights, with this decay per step, such as 0.99. Gives steadier scores. 0: no EMA.</source>
      <translation>保存权重的指数移动平均（EMA）而不是最后的权重，每步采用此衰减率，例如 0.99。得分更稳定。0：不使用 EMA。</translation>
    </message>
    <message>
      <source>Validation share</source>
      <translation>验证比例</translation>
    </message>
    <message>
      <source>Share of the labelled area that is kept out of training as the validation set, in whole blocks. A buffer of half a chip around them is not used for training either. 0: no validation.</source>
      <translation>标注范围中不参与训练、作为验证集的比例（以整个区块为单位）。这些区块周围半个切片宽的缓冲带也不用于训练。0：不验证。</translation>
    </message>
    <message>
      <source>Split areas</source>
      <translation>划分区域</translation>
    </message>
    <message>
      <source>Optional polygon layer of the areas for training, validation and test, instead of randomly chosen blocks. Pixels outside all polygons are not used; test areas are scored once, with the finished model. Without validation areas, blocks are chosen within the training areas.</source>
      <translation>可选的多边形图层：用于训练、验证和测试的区域，代替随机选择的区块。不在任何多边形内的像素不会被使用；测试区域只用最终的模型评分一次。没有验证区域时，在训练区域内选择区块。</translation>
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
      <source>Monitored metric</source>
      <translation>监控指标</translation>
    </message>
    <message>
      <source>The epoch with the best value on the validation set is saved: 'mean IoU', 'worst class' (the lowest IoU of all classes), or the name of a class (its IoU).</source>
      <translation>保存在验证集上取值最佳的轮次：“mean IoU”（平均 IoU）、“worst class”（所有类别中最低的 IoU），或某个类别的名称（该类别的 IoU）。</translation>
    </message>
    <message>
      <source>Patience (epochs)</source>
      <translation>早停等待轮数</translation>
    </message>
    <message>
      <source>Early stopping: training ends after so many epochs without improvement. 0: no early stopping.</source>
      <translation>早停：经过这么多轮仍无改善时，训练结束。0：不早停。</translation>
    </message>
    <message>
      <source>Seed</source>
      <translation>随机种子</translation>
    </message>
    <message>
      <source>Seed of all random generators. Same seed, same data, same machine: same model.</source>
      <translation>所有随机数生成器的种子。相同的种子、数据和计算机，得到相同的模型。</translation>
    </message>
    <message>
      <source>Device</source>
      <translation>设备</translation>
    </message>
    <message>
      <source>Where the network runs. 'auto' uses a graphics card (CUDA, Apple MPS) when there is one. 'cuda:1' is the second card.</source>
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
      <source>Where the subsets are written as polygons: training, validation, test, and the buffer between them (.gpkg). Optional.</source>
      <translation>以多边形写出各子集的位置：训练、验证、测试，以及它们之间的缓冲带（.gpkg）。可选。</translation>
    </message>
    <message>
      <source>TensorBoard folder</source>
      <translation>TensorBoard 文件夹</translation>
    </message>
    <message>
      <source>Where the curves and a validation picture of each epoch are written for TensorBoard, in a folder named after the model. Use the same folder for several trainings to compare them. Optional.</source>
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
      <source>Weighting of the output</source>
      <translation>输出的加权方法</translation>
    </message>
    <message>
      <source>The weighting of the output 'Class weights', a text for 'Train segmentation model'. The table and the report show all weightings.</source>
      <translation>输出“类别权重”的加权方法，是供“训练分割模型”使用的文本。表格和报告显示所有加权方法。</translation>
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
      <source>Every model is kept here, with the scores (comparison.csv). Use the same folder again to resume after an interruption: finished runs are not repeated.</source>
      <translation>所有模型及其得分（comparison.csv）都保存在这里。中断后再次指定同一文件夹即可继续：已完成的运行不会重复。</translation>
    </message>
    <message>
      <source>Test area</source>
      <translation>测试区域</translation>
    </message>
    <message>
      <source>Optional polygon layer: the final scores are computed inside it, and none of its pixels is used for training or for choosing the best epoch. Without it the scores are those of the split's test areas, or else of the validation blocks.</source>
      <translation>可选的多边形图层：最终得分在其内部计算，其中的像素既不用于训练，也不用于选择最佳轮次。若未给出，则为划分中测试区域的得分，没有测试区域时为验证区块的得分。</translation>
    </message>
    <message>
      <source>Losses</source>
      <translation>损失函数</translation>
    </message>
    <message>
      <source>The losses to compare, one per line, as in 'Train segmentation model'.</source>
      <translation>要比较的损失函数，每行一个，写法与“训练分割模型”中相同。</translation>
    </message>
    <message>
      <source>Runs per loss</source>
      <translation>每种损失函数的运行次数</translation>
    </message>
    <message>
      <source>How often each loss is trained, each time with another seed. The spread between runs shows which differences are random.</source>
      <translation>每种损失函数训练的次数，每次使用不同的种子。多次运行之间的波动可以看出哪些差异是随机的。</translation>
    </message>
    <message>
      <source>Class of interest</source>
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
      <source>Seed of the first run of each loss, and of the split; it grows by 1 with each further run.</source>
      <translation>每种损失函数第一次运行的种子，也是划分的种子；之后每次运行加 1。</translation>
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
      <source>Classify raster</source>
      <translation>栅格分类</translation>
    </message>
    <message>
      <source>Input raster</source>
      <translation>输入栅格</translation>
    </message>
    <message>
      <source>The orthophoto to classify, with the same bands in the same order as the model was trained on.</source>
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
      <source>Resample to the model's pixel size</source>
      <translation>重采样到模型的像素大小</translation>
    </message>
    <message>
      <source>When the pixels of the raster are more than a fifth larger or smaller than those the model was trained on, objects look larger or smaller than in training. The raster is then resampled to the model's pixel size; the result has the raster's own pixels.</source>
      <translation>当栅格的像素比模型训练时的像素大或小五分之一以上时，地物看起来会比训练时更大或更小。此时将栅格重采样到模型的像素大小；结果仍为栅格自身的像素。</translation>
    </message>
    <message>
      <source>Test-time augmentation (D4)</source>
      <translation>测试时增强（D4）</translation>
    </message>
    <message>
      <source>Each tile is classified in all eight flips and rotations of the square (D4), and the probabilities are averaged (TTA). Often slightly better, eight times as slow.</source>
      <translation>每个瓦片以正方形的全部八种翻转和旋转（D4）分类，并对概率取平均（TTA）。结果往往略好，但耗时为八倍。</translation>
    </message>
    <message>
      <source>Damaged parts of the raster</source>
      <translation>栅格的损坏部分</translation>
    </message>
    <message>
      <source>'stop': a part that cannot be read ends the job. 'skip': it becomes nodata, and the skipped amount is reported.</source>
      <translation>“stop”：遇到无法读取的部分即结束任务。“skip”：该部分成为无数据，并告知跳过了多少。</translation>
    </message>
    <message>
      <source>Tile size (pixels)</source>
      <translation>瓦片大小（像素）</translation>
    </message>
    <message>
      <source>Side of the square tiles that the network classifies, a multiple of 32. 0: the model's own. Larger tiles show more context and need more memory.</source>
      <translation>网络分类所用正方形瓦片的边长，须为 32 的倍数。0：采用模型自身的大小。较大的瓦片能显示更多上下文，但需要更多内存。</translation>
    </message>
    <message>
      <source>Overlap (pixels)</source>
      <translation>重叠（像素）</translation>
    </message>
    <message>
      <source>How far adjacent tiles overlap. Their probabilities are blended, so that no seams show; more overlap is smoother and slower.</source>
      <translation>相邻瓦片重叠的宽度。其概率会相互融合，因此看不到接缝；重叠越多越平滑，也越慢。</translation>
    </message>
    <message>
      <source>Tiles that are classified at once. 0: chosen automatically. Halved when memory runs out.</source>
      <translation>同时分类的瓦片数。0：自动选择。内存不足时减半。</translation>
    </message>
    <message>
      <source>Full precision</source>
      <translation>全精度</translation>
    </message>
    <message>
      <source>Compute in 32 bits where the device is faster with 16. This changes the class of about 3 in 1000 pixels, mostly at outlines.</source>
      <translation>在 16 位更快的设备上仍以 32 位计算。每 1000 个像素中约有 3 个会因此得到不同的类别，大多位于轮廓处。</translation>
    </message>
    <message>
      <source>Dask scheduler</source>
      <translation>Dask 调度器</translation>
    </message>
    <message>
      <source>Optional: classify on the workers of a Dask cluster. The address of its scheduler, such as 'tcp://host:8786', or 'local' for two processes on this machine (one for each graphics card). All workers must see raster and model under the same path.</source>
      <translation>可选：在 Dask 集群的工作进程上分类。填写其调度器的地址，如“tcp://host:8786”，或填写“local”在本机启动两个进程（每块显卡一个）。所有工作进程都必须能以相同的路径访问栅格和模型。</translation>
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
      <source>Polygons: minimum area (m²)</source>
      <translation>多边形：最小面积（m²）</translation>
    </message>
    <message>
      <source>Smaller segments are merged into the neighbour with which they share the longest border. 0: none is merged.</source>
      <translation>较小的图斑会并入与其公共边界最长的相邻图斑。0：不合并。</translation>
    </message>
    <message>
      <source>Polygons: simplification tolerance (m)</source>
      <translation>多边形：简化容差（m）</translation>
    </message>
    <message>
      <source>How far outlines may move on the ground to become simpler. One to two pixels turn the stair steps of the pixels into straight lines. Neighbouring polygons keep their common borders: no gaps, no overlaps. 0: outlines follow the pixels.</source>
      <translation>为简化轮廓而允许其在实地移动的距离。一到两个像素可将像素的阶梯变为直线。相邻多边形保持公共边界：没有缝隙，也没有重叠。0：轮廓沿像素边缘。</translation>
    </message>
    <message>
      <source>Polygons: smoothing iterations</source>
      <translation>多边形：平滑迭代次数</translation>
    </message>
    <message>
      <source>How often corners are cut (Chaikin). Each iteration doubles the vertices; 2 or 3 look round. For natural outlines rather than buildings. 0: no smoothing.</source>
      <translation>切角（Chaikin）的次数。每次迭代使顶点数加倍；2 或 3 次看起来就是圆滑的。适用于自然轮廓，不太适用于建筑物。0：不平滑。</translation>
    </message>
    <message>
      <source>Confidence raster</source>
      <translation>置信度栅格</translation>
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
      <source>Where the normalised entropy of the class probabilities is written, from 0 (certain) to 1 (all classes equal) (.tif). Optional.</source>
      <translation>类别概率的归一化熵的写入位置，从 0（确定）到 1（各类别概率相等）（.tif）。可选。</translation>
    </message>
    <message>
      <source>Class probabilities</source>
      <translation>类别概率</translation>
    </message>
    <message>
      <source>Where the probability of each class is written, one band per class, in 250 steps from 0 to 1 (.tif). Optional.</source>
      <translation>每个类别概率的写入位置，每个类别一个波段，从 0 到 1 分 250 级（.tif）。可选。</translation>
    </message>
    <message>
      <source>Classify rasters</source>
      <translation>批量栅格分类</translation>
    </message>
    <message>
      <source>Output folder</source>
      <translation>输出文件夹</translation>
    </message>
    <message>
      <source>Where the class raster of each raster is written (.tif), named after it. Use the same folder again to resume after an interruption: what is finished with the same model and settings is not repeated.</source>
      <translation>每个栅格的类别栅格的写入位置（.tif），名称与栅格相同。中断后再次指定同一文件夹即可继续：已用相同模型和设置完成的部分不会重复。</translation>
    </message>
    <message>
      <source>The orthophotos to classify, with the bands that the model was trained on. They may lie anywhere and differ in size, pixel size and coordinate system.</source>
      <translation>要分类的正射影像，波段须与训练模型时相同。它们可以位于任何位置，大小、像素大小和坐标系可以不同。</translation>
    </message>
    <message>
      <source>Input folder</source>
      <translation>输入文件夹</translation>
    </message>
    <message>
      <source>Optional: a folder with rasters, in addition to the input rasters or instead of them.</source>
      <translation>可选：存放栅格的文件夹，可与输入栅格同时使用或代替它们。</translation>
    </message>
    <message>
      <source>File pattern</source>
      <translation>文件匹配模式</translation>
    </message>
    <message>
      <source>Which files of the input folder are classified: '*.tif', or several patterns as in '*.tif; *.jp2'. '**/*.tif' includes subfolders.</source>
      <translation>对输入文件夹中的哪些文件分类：“*.tif”，或如“*.tif; *.jp2”的多个模式。“**/*.tif”包括子文件夹。</translation>
    </message>
    <message>
      <source>Optional polygon layer: only pixels inside it are classified. Rasters outside are skipped.</source>
      <translation>可选的多边形图层：只对其内部的像素分类。范围之外的栅格会被跳过。</translation>
    </message>
    <message>
      <source>Write a virtual raster of all results, mosaic.vrt. Rasters in another coordinate system than most get a mosaic of their own.</source>
      <translation>写出包含所有结果的虚拟栅格 mosaic.vrt。坐标系与多数栅格不同的，另有各自的镶嵌。</translation>
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
      <source>Write the normalised entropy of the class probabilities of each raster, from 0 (certain) to 1 (all classes equal), as NAME_entropy.tif.</source>
      <translation>将每个栅格的类别概率的归一化熵，从 0（确定）到 1（各类别概率相等），写为 NAME_entropy.tif。</translation>
    </message>
    <message>
      <source>Write the probability of each class, one band per class, in 250 steps from 0 to 1, as NAME_probabilities.tif.</source>
      <translation>将每个类别的概率写为 NAME_probabilities.tif，每个类别一个波段，从 0 到 1 分 250 级。</translation>
    </message>
    <message>
      <source>Where the classes of all rasters are written as one polygon layer (.gpkg). Where rasters share a grid and touch, polygons continue across their borders. Optional.</source>
      <translation>将所有栅格的类别写为一个多边形图层的位置（.gpkg）。栅格位于同一网格且相接时，多边形会跨越其边界延续。可选。</translation>
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
      <source>A raster with one band and one integer per class, such as the output of 'Classify raster'. Nodata gives no polygons.</source>
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
      <source>Minimum area (m²)</source>
      <translation>最小面积（m²）</translation>
    </message>
    <message>
      <source>Simplification tolerance (m)</source>
      <translation>简化容差（m）</translation>
    </message>
    <message>
      <source>Smoothing iterations</source>
      <translation>平滑迭代次数</translation>
    </message>
    <message>
      <source>Optional: a raster on the same grid, from 0 to 1, such as the output of 'Classify raster'. Each polygon gets its mean.</source>
      <translation>可选：像素网格相同、取值 0 到 1 的栅格，例如“栅格分类”生成的栅格。每个多边形得到其平均值。</translation>
    </message>
    <message>
      <source>Name of each class value, such as {"1": "car"}; by default those in the raster's file, in QGIS those of the layer's style.</source>
      <translation>每个类别值的名称，如 {"1": "car"}；默认取栅格文件中的名称，在 QGIS 中取图层样式中的名称。</translation>
    </message>
    <message>
      <source>Colour of each class value, such as {"1": "#ff0000"}; by default those in the raster's file, in QGIS those of the layer's style.</source>
      <translation>每个类别值的颜色，如 {"1": "#ff0000"}；默认取栅格文件中的颜色，在 QGIS 中取图层样式中的颜色。</translation>
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
      <source>The standard. Every pixel counts the same, so large classes dominate.</source>
      <translation>标准方法。每个像素同等计入，因此由大类别主导。</translation>
    </message>
    <message>
      <source>Maximum likelihood; weighted mean as in PyTorch.</source>
      <translation>最大似然；与 PyTorch 相同的加权平均。</translation>
    </message>
    <message>
      <source>Share of the label's probability that is spread over all classes.</source>
      <translation>标注类别的概率中分摊给所有类别的比例。</translation>
    </message>
    <message>
      <source>Focal loss</source>
      <translation>焦点损失</translation>
    </message>
    <message>
      <source>Pixels that are already right count less, so that hard pixels dominate.</source>
      <translation>已经正确的像素计入较少，因此由困难像素主导。</translation>
    </message>
    <message>
      <source>Lin et al. 2017, arXiv:1708.02002 (here over softmax).</source>
      <translation>Lin et al. 2017，arXiv:1708.02002（此处基于 softmax）。</translation>
    </message>
    <message>
      <source>How strongly easy pixels are down-weighted; 0 is cross entropy.</source>
      <translation>降低容易像素权重的程度；0 即为交叉熵。</translation>
    </message>
    <message>
      <source>Divide by the sum of the class weights, or by the number of pixels.</source>
      <translation>除以类别权重之和，或除以像素数。</translation>
    </message>
    <message>
      <source>Clamp probabilities to 0.001 to 0.999, as some published code does; pixels outside get no gradient, so the most wrong ones are not learned.</source>
      <translation>与一些已发表的代码一样，将概率限制在 0.001 到 0.999 之间；超出范围的像素没有梯度，因此错得最厉害的像素不会被学习。</translation>
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
      <source>Number of pixels that count.</source>
      <translation>计入的像素数。</translation>
    </message>
    <message>
      <source>Share of the valid pixels that counts, instead of k.</source>
      <translation>计入的有效像素的比例，代替 k。</translation>
    </message>
    <message>
      <source>Computed over all valid pixels of the batch, or over those of each image and then averaged. On several devices, a batch is the share of one device.</source>
      <translation>取自整个批次的所有有效像素，或取自每幅图像再求平均。在多个设备上，批次是指单个设备的部分。</translation>
    </message>
    <message>
      <source>Share of the training over which the loss narrows from all pixels (cross entropy) to the hardest ones. 0: no warm-up.</source>
      <translation>损失从全部像素（交叉熵）逐步收窄到最困难像素所用的训练比例。0：不预热。</translation>
    </message>
    <message>
      <source>Loss max-pooling</source>
      <translation>损失最大池化</translation>
    </message>
    <message>
      <source>Hard pixels weigh more, gradually, and no single one can dominate: a softer TopPixel.</source>
      <translation>困难像素的权重逐渐增大，且没有单个像素能占主导：更柔和的 TopPixel。</translation>
    </message>
    <message>
      <source>Rota Bulò, Neuhold, Kontschieder 2017, arXiv:1704.02966.</source>
      <translation>Rota Bulò, Neuhold, Kontschieder 2017，arXiv:1704.02966。</translation>
    </message>
    <message>
      <source>How even the weights are: 1 averages the m hardest pixels, inf all pixels.</source>
      <translation>权重的均匀程度：1 对最困难的 m 个像素取平均，inf 对所有像素取平均。</translation>
    </message>
    <message>
      <source>Share of the valid pixels that counts, instead of m.</source>
      <translation>计入的有效像素的比例，代替 m。</translation>
    </message>
    <message>
      <source>Minimum number of pixels that share the weight.</source>
      <translation>分担权重的最少像素数。</translation>
    </message>
    <message>
      <source>Online hard example mining</source>
      <translation>在线难例挖掘</translation>
    </message>
    <message>
      <source>Only pixels whose true class has a low probability count, but always a minimum number.</source>
      <translation>只计入真实类别概率较低的像素，但始终不少于最小数量。</translation>
    </message>
    <message>
      <source>Shrivastava et al. 2016, arXiv:1604.03540; per pixel as Wu et al. 2016, arXiv:1605.06885.</source>
      <translation>Shrivastava et al. 2016，arXiv:1604.03540；逐像素形式见 Wu et al. 2016，arXiv:1605.06885。</translation>
    </message>
    <message>
      <source>Pixels count while the probability of their true class is below this.</source>
      <translation>真实类别的概率低于此值的像素计入。</translation>
    </message>
    <message>
      <source>Minimum number of pixels of a batch that count.</source>
      <translation>每个批次中计入的最少像素数。</translation>
    </message>
    <message>
      <source>Dice</source>
      <translation>Dice</translation>
    </message>
    <message>
      <source>Overlap of each class; every class counts the same, however small. Add cross entropy to it.</source>
      <translation>每个类别的重叠程度，类别再小也同等计入；请与交叉熵相加使用。</translation>
    </message>
    <message>
      <source>Milletari et al. 2016, arXiv:1606.04797.</source>
      <translation>Milletari et al. 2016，arXiv:1606.04797。</translation>
    </message>
    <message>
      <source>Added to numerator and denominator; steadies tiny objects.</source>
      <translation>加在分子和分母上；使极小的目标趋于稳定。</translation>
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
      <source>Like Dice, but for intersection over union, which is stricter.</source>
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
      <source>Like Dice, with separate weights for false negatives and false positives: raise beta to find more of a rare class.</source>
      <translation>与 Dice 类似，但对假阴性和假阳性分别加权：增大 beta 可找出更多稀有类别。</translation>
    </message>
    <message>
      <source>Salehi et al. 2017, arXiv:1706.05721; gamma: Abraham and Khan 2018, arXiv:1810.07842.</source>
      <translation>Salehi et al. 2017，arXiv:1706.05721；gamma：Abraham 和 Khan 2018，arXiv:1810.07842。</translation>
    </message>
    <message>
      <source>Weight of false positives.</source>
      <translation>假阳性的权重。</translation>
    </message>
    <message>
      <source>Weight of false negatives.</source>
      <translation>假阴性的权重。</translation>
    </message>
    <message>
      <source>Exponent of each class's loss; below 1, classes that are almost right still improve.</source>
      <translation>每个类别损失的指数；小于 1 时，几乎正确的类别仍会继续改善。</translation>
    </message>
    <message>
      <source>Lovász-Softmax</source>
      <translation>Lovász-Softmax</translation>
    </message>
    <message>
      <source>A smooth surrogate of intersection over union. Often best together with cross entropy.</source>
      <translation>交并比的平滑替代。与交叉熵一起使用往往最好。</translation>
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
      <source>A hinge surrogate of the intersection over union of the second of two classes.</source>
      <translation>两个类别中第二个类别交并比的 hinge 替代。</translation>
    </message>
    <message>
      <source>Logit-adjusted cross entropy</source>
      <translation>logit 调整交叉熵</translation>
    </message>
    <message>
      <source>Cross entropy that requires a larger margin the rarer a class is: higher recall, lower precision.</source>
      <translation>类别越稀有，要求的间隔越大的交叉熵：召回率更高，精确率更低。</translation>
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
      <source>Rare classes weigh more, by their frequency where they occur.</source>
      <translation>稀有类别的权重更大，取决于它们在出现之处的频率。</translation>
    </message>
    <message>
      <source>Eigen and Fergus 2015, doi:10.1109/ICCV.2015.304.</source>
      <translation>Eigen 和 Fergus 2015，doi:10.1109/ICCV.2015.304。</translation>
    </message>
    <message>
      <source>Largest ratio of two weights; larger weights are capped. Without it there is no limit.</source>
      <translation>两个权重之间允许的最大比值；更大的权重会被截断。若不设则没有上限。</translation>
    </message>
    <message>
      <source>Inverse frequency</source>
      <translation>频率倒数</translation>
    </message>
    <message>
      <source>Every class contributes the same in total: strongest for the rarest.</source>
      <translation>每个类别的总贡献相同：对最稀有的类别作用最强。</translation>
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
      <source>Halfway between no weights and inverse frequency.</source>
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
      <source>Like inverse frequency, until a class has so many pixels that more of them add little.</source>
      <translation>与频率倒数类似，直到一个类别的像素多到再增加也作用甚微。</translation>
    </message>
    <message>
      <source>Cui et al. 2019, arXiv:1901.05555.</source>
      <translation>Cui et al. 2019，arXiv:1901.05555。</translation>
    </message>
    <message>
      <source>Near 1: pixels beyond about 1 / (1 - beta) add little. Without it: 1 - 1 / all pixels.</source>
      <translation>接近 1：超过约 1 / (1 - beta) 个像素后，再多也作用甚微。若不设：1 - 1 / 总像素数。</translation>
    </message>
    <message>
      <source>ENet</source>
      <translation>ENet</translation>
    </message>
    <message>
      <source>Rare classes weigh more, at most about 50.</source>
      <translation>稀有类别的权重更大，最多约 50。</translation>
    </message>
    <message>
      <source>Paszke et al. 2016, arXiv:1606.02147: 1 / ln(1.02 + share).</source>
      <translation>Paszke et al. 2016，arXiv:1606.02147：1 / ln(1.02 + 占比)。</translation>
    </message>
    <message>
      <source>Copy-paste of rare classes</source>
      <translation>稀有类别的复制粘贴</translation>
    </message>
    <message>
      <source>Objects of rare classes are copied from another training chip and pasted over common classes, with their labels.</source>
      <translation>从另一个训练切片复制稀有类别的目标，连同其标注一起粘贴到常见类别上。</translation>
    </message>
    <message>
      <source>Ghiasi et al. 2021, arXiv:2012.07177; whole classes as in Olsson et al. 2020, arXiv:2007.07936.</source>
      <translation>Ghiasi et al. 2021，arXiv:2012.07177；整类粘贴见 Olsson et al. 2020，arXiv:2007.07936。</translation>
    </message>
    <message>
      <source>Probability that it is applied to a chip.</source>
      <translation>应用于切片的概率。</translation>
    </message>
    <message>
      <source>Flips and rotations (D4)</source>
      <translation>翻转与旋转（D4）</translation>
    </message>
    <message>
      <source>One of the eight symmetries of a square, all equally likely: seen from above, nothing is upright.</source>
      <translation>正方形的八种对称变换之一，概率均等：俯视时没有上下之分。</translation>
    </message>
    <message>
      <source>Pixels are rearranged, none is interpolated.</source>
      <translation>像素只是重新排列，不作插值。</translation>
    </message>
    <message>
      <source>Scale</source>
      <translation>缩放</translation>
    </message>
    <message>
      <source>Zoomed in or out a little. Pixels from outside the chip are ignored.</source>
      <translation>略微放大或缩小。来自切片之外的像素被忽略。</translation>
    </message>
    <message>
      <source>Interpolated between valid pixels: Knutsson and Westin 1993, doi:10.1109/CVPR.1993.341081.</source>
      <translation>在有效像素之间插值：Knutsson 和 Westin 1993，doi:10.1109/CVPR.1993.341081。</translation>
    </message>
    <message>
      <source>Largest zoom factor, in or out.</source>
      <translation>最大缩放系数，放大或缩小。</translation>
    </message>
    <message>
      <source>Rotation by any angle</source>
      <translation>任意角度旋转</translation>
    </message>
    <message>
      <source>Rotated about the chip's centre. Corners from outside the chip are ignored.</source>
      <translation>绕切片中心旋转。来自切片之外的角落被忽略。</translation>
    </message>
    <message>
      <source>Largest angle, in either direction.</source>
      <translation>向任一方向旋转的最大角度。</translation>
    </message>
    <message>
      <source>Gaussian blur</source>
      <translation>高斯模糊</translation>
    </message>
    <message>
      <source>As if out of focus.</source>
      <translation>如同失焦。</translation>
    </message>
    <message>
      <source>Gaussian, over valid pixels only.</source>
      <translation>高斯模糊，仅作用于有效像素。</translation>
    </message>
    <message>
      <source>Largest standard deviation, in pixels.</source>
      <translation>最大标准差，以像素为单位。</translation>
    </message>
    <message>
      <source>Color jitter</source>
      <translation>颜色抖动</translation>
    </message>
    <message>
      <source>Changes of brightness, contrast and gamma, of all bands together and a little of each band: haze, season, another camera.</source>
      <translation>亮度、对比度和伽马的变化，所有波段一起变化，各波段再略有变化：霾、季节、不同的相机。</translation>
    </message>
    <message>
      <source>In standard deviations of each band, so that it suits any band and unit.</source>
      <translation>以各波段的标准差为单位，因此适用于任何波段和任何单位。</translation>
    </message>
    <message>
      <source>Largest shift, in standard deviations of the band.</source>
      <translation>最大偏移，以波段的标准差为单位。</translation>
    </message>
    <message>
      <source>Largest relative change of the contrast.</source>
      <translation>对比度的最大相对变化。</translation>
    </message>
    <message>
      <source>Darker or brighter between black and white: exponent up to 1 + gamma, or its inverse.</source>
      <translation>黑白之间变暗或变亮：指数最大为 1 + gamma，或其倒数。</translation>
    </message>
    <message>
      <source>Share of these changes that each band gets on its own in addition.</source>
      <translation>各波段另外单独获得的这些变化的比例。</translation>
    </message>
    <message>
      <source>Noise</source>
      <translation>噪声</translation>
    </message>
    <message>
      <source>Grain, as from a poor sensor.</source>
      <translation>颗粒感，如同劣质传感器。</translation>
    </message>
    <message>
      <source>Gaussian, independent for each pixel and band.</source>
      <translation>高斯噪声，各像素和波段相互独立。</translation>
    </message>
    <message>
      <source>Largest noise, in standard deviations of the band.</source>
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
      <source>Flips, rotations by 90°, brightness and contrast: cheap, and rarely harmful.</source>
      <translation>翻转、90° 旋转、亮度和对比度：开销小，很少有害。</translation>
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
      <source>All augmentations. For few labels, or for imagery unlike the training imagery; needs more epochs.</source>
      <translation>全部增强。适用于标注很少，或影像与训练影像差异较大的情况；需要更多轮数。</translation>
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
      <source>what the network is trained on</source>
      <translation>用于训练网络的部分</translation>
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
      <source>too close to validation or test to be trained on</source>
      <translation>离验证或测试部分太近，不能用于训练</translation>
    </message>
    <message>
      <source>unused</source>
      <translation>未使用</translation>
    </message>
    <message>
      <source>unlabelled, or in no split area</source>
      <translation>未标注，或不在任何划分区域内</translation>
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
      <source>Splitting the labels</source>
      <translation>正在划分标注</translation>
    </message>
    <message>
      <source>Computing band statistics</source>
      <translation>正在计算波段统计</translation>
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
      <source>Merging small segments</source>
      <translation>正在合并小图斑</translation>
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
      <source>Checking the rasters</source>
      <translation>正在检查栅格</translation>
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
