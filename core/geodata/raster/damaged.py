"""A scene that skips damaged blocks of its file: their pixels are not valid, and are counted."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator

import numpy as np
from rasterio.windows import Window

from ...contract.messages.errors import RasterError
from ...contract.messages.reporter import Reporter
from .scene import Scene
from .scene_view import SceneView
from .windows import inside, shared

Block = tuple[int, int]
"""Row and column of a block among a file's blocks."""


class TolerantScene(SceneView):
    """A scene that skips blocks that are truncated, cannot be decoded, or belong to a missing source file.

    Their pixels are not valid. Damaged blocks are remembered, so each is counted once however often it is
    read. A file that can no longer be opened is still an error.

    Args:
        source: The scene.
        damaged: Blocks known to be damaged, from an earlier run or another process.
    """

    source: Scene

    def __init__(self, source: Scene, damaged: Iterable[Block] = ()) -> None:
        super().__init__(source)
        self._damaged = set(damaged)
        self._lock = threading.Lock()

    @property
    def damaged_blocks(self) -> frozenset[Block]:
        """The damaged blocks among those read so far."""
        with self._lock:
            return frozenset(self._damaged)

    @property
    def damaged_pixels(self) -> int:
        """Number of pixels in these blocks."""
        return sum(w.width * w.height for w in map(self._window, self.damaged_blocks))

    def add_damaged(self, blocks: Iterable[Block]) -> None:
        """Add damaged blocks found in an earlier run or by another process."""
        with self._lock:
            self._damaged.update(blocks)

    def report(self, reporter: Reporter) -> None:
        """Warn if damaged blocks were skipped.

        Raises:
            RasterError: The whole scene is damaged.
        """
        blocks, pixels = len(self.damaged_blocks), self.damaged_pixels
        if not blocks:
            return
        share = pixels / (self.height * self.width)
        if share == 1:
            raise RasterError(
                f"'{self.path}' cannot be read: all of it is damaged.", "Copy or download it again."
            )
        reporter.warning(
            f"{pixels} pixels ({share:.2%}) of '{self.name}' cannot be read, in {blocks} of its blocks: "
            "the file is damaged or cut off there. They are nodata in the result."
        )

    def read_with_valid(self, window: Window) -> tuple[np.ndarray, np.ndarray]:
        """Values and valid mask of a window, as ``Scene`` reads them; 0 and not valid in damaged blocks.

        Raises:
            RasterError: The file no longer exists.
        """
        known = self._known(window)
        if not known:
            try:
                return self.source.read_with_valid(window)
            except RasterError:
                # GDAL may cache a block that failed and return it as pixels.
                self.source.reopen()
        return self._by_blocks(window, known)

    def read_valid(self, window: Window) -> np.ndarray:
        """Valid mask of a window; the values are read as well, since only that reveals damage.

        Raises:
            RasterError: The file no longer exists.
        """
        return self.read_with_valid(window)[1]

    def _by_blocks(self, window: Window, known: set[Block]) -> tuple[np.ndarray, np.ndarray]:
        values = np.zeros((self.count, window.height, window.width), self.dtype)
        valid = np.zeros((window.height, window.width), bool)
        found = set()
        for block in self._touched(window):
            common = shared(self._window(block), window)
            if block in known or common is None:
                continue
            rows, cols = inside(common, window)
            try:
                values[:, rows, cols], valid[rows, cols] = self.source.read_with_valid(common)
            except RasterError:
                found.add(block)
                # Raises if the file itself is missing.
                self.source.reopen()
        self.add_damaged(found)
        return values, valid

    def _known(self, window: Window) -> set[Block]:
        """The blocks of a window known to be damaged."""
        with self._lock:
            return self._damaged.intersection(self._touched(window)) if self._damaged else set()

    def _touched(self, window: Window) -> Iterator[Block]:
        height, width = self.block_shape
        for row in range(window.row_off // height, -(-(window.row_off + window.height) // height)):
            for col in range(window.col_off // width, -(-(window.col_off + window.width) // width)):
                yield row, col

    def _window(self, block: Block) -> Window:
        """The window of a block, clipped to the scene."""
        (row, col), (height, width) = block, self.block_shape
        top, left = row * height, col * width
        return Window(left, top, min(width, self.width - left), min(height, self.height - top))

    def __reduce__(self) -> tuple[type[TolerantScene], tuple[Scene, frozenset[Block]]]:
        return TolerantScene, (self.source, self.damaged_blocks)
