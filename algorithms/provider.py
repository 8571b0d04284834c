"""The provider: TopPixel's folder in the Processing toolbox."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsProcessingProvider
from qgis.PyQt import sip
from qgis.PyQt.QtGui import QIcon

from ..core import __version__
from .base import PluginAlgorithm
from .class_weights import ClassWeightsAlgorithm
from .classify_raster import ClassifyRasterAlgorithm
from .classify_rasters import ClassifyRastersAlgorithm
from .compare_losses import CompareLossesAlgorithm
from .setup_engine import SetUpEngineAlgorithm
from .train_model import TrainModelAlgorithm
from .translation import tr
from .vectorize_classes import VectorizeClassesAlgorithm

ICONS = Path(__file__).parent.parent / "resources" / "icons"


class TopPixelProvider(QgsProcessingProvider):
    """Adds the algorithms and declares the file formats that they write."""

    def id(self) -> str:
        """Never changes: scripts and models hold it."""
        return "toppixel"

    def name(self) -> str:
        """Title of the folder."""
        return "TopPixel"

    def longName(self) -> str:
        """Title with its purpose."""
        return tr("TopPixel: segmentation that finds rare classes")

    def versionInfo(self) -> str:
        """Version of the plugin."""
        return __version__

    def icon(self) -> QIcon:
        """Icon of the folder."""
        return QIcon(self.svgIconPath())

    def svgIconPath(self) -> str:
        """Path of the icon."""
        return str(ICONS / "toppixel.svg")

    def loadAlgorithms(self) -> None:
        """Add every algorithm."""
        for algorithm in (
            TrainModelAlgorithm,
            ClassifyRasterAlgorithm,
            ClassifyRastersAlgorithm,
            VectorizeClassesAlgorithm,
            ClassWeightsAlgorithm,
            CompareLossesAlgorithm,
            SetUpEngineAlgorithm,
        ):
            self.addAlgorithm(algorithm())

    def hand_over(self) -> None:
        """Give the algorithms in use another provider, before QGIS deletes this one.

        Dialogs and running jobs ask their algorithm for its provider until they are closed, even if the
        plugin was updated or removed meanwhile.
        """
        lasting, listed = TopPixelProvider(), {id(algorithm) for algorithm in self.algorithms()}
        for algorithm in list(PluginAlgorithm.alive):
            is_in_use = not sip.isdeleted(algorithm) and id(algorithm) not in listed
            if is_in_use and algorithm.provider() is self:
                algorithm.belong_to(lasting)

    def supportsNonFileBasedOutput(self) -> bool:
        """The engine writes files, neither memory layers nor databases."""
        return False

    def supportedOutputRasterLayerExtensions(self) -> list[str]:
        """GeoTIFF is what the engine writes."""
        return ["tif"]

    def supportedOutputVectorLayerExtensions(self) -> list[str]:
        """GeoPackage is what the engine writes."""
        return ["gpkg"]

    def defaultRasterFileExtension(self) -> str:
        """Suffix of temporary rasters, regardless of the user's Processing options."""
        return "tif"

    def defaultVectorFileExtension(self, hasGeometry: bool = True) -> str:  # noqa: ARG002, FBT001, FBT002
        """Suffix of temporary vector layers, regardless of the user's Processing options."""
        return "gpkg"
