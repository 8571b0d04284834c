"""Rasters: opened as scenes, read window by window, seen another way, written."""
