"""Reads rasters and labels, indexes chips, splits the labels into subsets, vectorises class rasters."""
