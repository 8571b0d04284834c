"""From layers to numbers and back: rasters, labels, chips, the split, statistics, polygons."""
