"""TopPixel's core: everything that runs without QGIS, in layers with imports downward only."""

__version__ = "0.1.0"
