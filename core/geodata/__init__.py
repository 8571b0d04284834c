"""Geodata in and out: rasters, labels, chips, the split into subsets, polygons."""
