"""The files that a virtual raster is made of: whether all that lie under a window can be opened.

GDAL remembers a source that it could not open and reads 0 in its place from then on, without a word, as
long as any virtual raster is open in the process. So sources are opened here before they are read there.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from pathlib import Path

import rasterio
from rasterio.windows import Window

from .windows import overlaps

_SOURCE = re.compile(
    r"<SourceFilename(?P<attributes>[^>]*)>(?P<name>[^<]+)</SourceFilename>(?P<rest>.*?)</\w+Source>",
    re.DOTALL,
)
_NUMBER = r'"([^"]+)"'
_RECTANGLE = rf"Rect xOff={_NUMBER} yOff={_NUMBER} xSize={_NUMBER} ySize={_NUMBER}"


@dataclass(frozen=True)
class _Source:
    """A file in a virtual raster: a window of it, and where that lies; None where it is all."""

    name: str
    here: Window | None
    there: Window | None

    def below(self, window: Window) -> Window:
        """Its pixels under a window of the virtual raster, a little more rather than less."""
        if self.here is None or self.there is None:
            return window
        down, across = self.here.height / self.there.height, self.here.width / self.there.width
        return Window(
            self.here.col_off + (window.col_off - self.there.col_off) * across,
            self.here.row_off + (window.row_off - self.there.row_off) * down,
            window.width * across,
            window.height * down,
        )


class VrtSources:
    """The sources of an open virtual raster.

    Args:
        dataset: The virtual raster.
    """

    def __init__(self, dataset: rasterio.DatasetReader) -> None:
        text = dataset.tags(ns="xml:VRT").get("xml:VRT", "")
        folder = Path(dataset.name).parent
        # Bands mostly repeat them.
        self._sources = list(dict.fromkeys(_source(found, folder) for found in _SOURCE.finditer(text)))
        self._opened: dict[str, VrtSources | None] = {}

    def require(self, window: Window) -> None:
        """Make sure that the files under a window can be opened.

        Args:
            window: Rows and columns of the virtual raster.

        Raises:
            RasterioError: One cannot.
        """
        for source in self._sources:
            if source.there is None or overlaps(source.there, window):
                inner = self._open(source.name)
                if inner is not None:
                    inner.require(source.below(window))

    def forget(self) -> None:
        """Take nothing for certain that was found out earlier: a file may have been lost since."""
        self._opened.clear()

    def _open(self, name: str) -> VrtSources | None:
        """The sources of a source, if it is a virtual raster itself."""
        if name not in self._opened:
            with rasterio.open(name) as dataset:
                self._opened[name] = VrtSources(dataset) if dataset.driver == "VRT" else None
        return self._opened[name]


def _source(found: re.Match[str], folder: Path) -> _Source:
    name = unescape(found["name"])
    if 'relativeToVRT="1"' in found["attributes"]:
        name = str(folder / name)
    return _Source(name, _rectangle("Src", found["rest"]), _rectangle("Dst", found["rest"]))


def _rectangle(kind: str, text: str) -> Window | None:
    found = re.search(kind + _RECTANGLE, text)
    return Window(*(float(number) for number in found.groups())) if found else None
