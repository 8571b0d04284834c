"""The source files of a virtual raster, and the check that those under a window can be opened.

GDAL remembers a source that it failed to open and silently returns 0 for it from then on, as long as any
virtual raster is open in the process. So each source is opened here before GDAL reads it.
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
    """A source file: the window of it that is used, and its window in the virtual raster; None for all."""

    name: str
    here: Window | None
    there: Window | None

    def below(self, window: Window) -> Window:
        """Its window under a window of the virtual raster, rather too large than too small."""
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
        # Bands usually have the same sources.
        self._sources = list(dict.fromkeys(_source(found, folder) for found in _SOURCE.finditer(text)))
        self._opened: dict[str, VrtSources | None] = {}

    def require(self, window: Window) -> None:
        """Check that all files under a window of the virtual raster can be opened.

        Raises:
            RasterioError: One cannot be opened.
        """
        for source in self._sources:
            if source.there is None or overlaps(source.there, window):
                inner = self._open(source.name)
                if inner is not None:
                    inner.require(source.below(window))

    def forget(self) -> None:
        """Discard earlier results: a file may have disappeared since."""
        self._opened.clear()

    def _open(self, name: str) -> VrtSources | None:
        """The sources of a source that is a virtual raster itself, else None."""
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
