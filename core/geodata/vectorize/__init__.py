"""A class raster becomes polygons that share their borders."""
