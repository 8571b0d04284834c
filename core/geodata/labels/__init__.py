"""Labels: polygons and class rasters become one target raster of class indices per scene."""
