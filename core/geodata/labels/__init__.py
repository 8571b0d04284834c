"""From labels to targets: polygons or a class raster become one raster of class indices per scene."""
