"""From a class raster to polygons that share their borders."""
