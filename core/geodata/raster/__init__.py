"""Rasters: opened as scenes, read window by window, resampled, mosaicked, written."""
