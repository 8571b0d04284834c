"""A scene whose file is damaged in places: what can be read is read, the rest is not valid and is counted."""

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
    """A scene that goes on where blocks of its file are cut off, cannot be decoded or lie in a lost file.

    Their pixels are not valid. Blocks are remembered, so that each counts once however often it is asked
    for. A file that cannot be opened any more is an error as ever.

    Args:
        source: The scene.
        damaged: Blocks that are known to be damaged, from an earlier run or another process.
    """

    source: Scene

    def __init__(self, source: Scene, damaged: Iterable[Block] = ()) -> None:
        super().__init__(source)
        self._damaged = set(damaged)
        self._lock = threading.Lock()

    @property
    def damaged_blocks(self) -> frozenset[Block]:
        """The blocks found to be damaged so far, in parts of the scene that were read."""
        with self._lock:
            return frozenset(self._damaged)

    @property
    def damaged_pixels(self) -> int:
        """How many pixels of the scene lie in them."""
        return sum(w.width * w.height for w in map(self._window, self.damaged_blocks))

    def add_damaged(self, blocks: Iterable[Block]) -> None:
        """Take over blocks that were found in an earlier run or by another process."""
        with self._lock:
            self._damaged.update(blocks)

    def report(self, reporter: Reporter) -> None:
        """Say what was left out, if anything was.

        Args:
            reporter: Is told.

        Raises:
            RasterError: All of the scene is damaged.
        """
        blocks, pixels = len(self.damaged_blocks), self.damaged_pixels
        if not blocks:
            return
        share = pixels / (self.height * self.width)
        if share == 1:
            raise RasterError(
                f"Nothing of '{self.path}' can be read: all of it is damaged.", "Copy or download it again."
            )
        reporter.warning(
            f"{pixels} pixels ({share:.2%}) of '{self.name}' cannot be read, in {blocks} of its "
            "blocks: the file is damaged or cut off there. They are nodata in the result."
        )

    def read_with_valid(self, window: Window) -> tuple[np.ndarray, np.ndarray]:
        """Values of a window and where they can be used.

        Args:
            window: Rows and columns inside the scene.

        Returns:
            As ``Scene`` gives them; 0 and not valid in damaged blocks.

        Raises:
            RasterError: The file is gone.
        """
        known = self._known(window)
        if not known:
            try:
                return self.source.read_with_valid(window)
            except RasterError:
                # What GDAL keeps of a block that failed may pass for its pixels.
                self.source.reopen()
        return self._by_blocks(window, known)

    def read_valid(self, window: Window) -> np.ndarray:
        """Where a window can be used; its values are read, since only that shows what is damaged.

        Args:
            window: Rows and columns inside the scene.

        Returns:
            ``valid`` as ``read_with_valid`` gives it.

        Raises:
            RasterError: The file is gone.
        """
        return self.read_with_valid(window)[1]

    def _by_blocks(self, window: Window, known: set[Block]) -> tuple[np.ndarray, np.ndarray]:
        values = np.zeros((self.count, window.height, window.width), self.dtype)
        valid = np.zeros((window.height, window.width), bool)
        found = set()
        for block in self._touched(window):
            part = shared(self._window(block), window)
            if block in known or part is None:
                continue
            rows, cols = inside(part, window)
            try:
                values[:, rows, cols], valid[rows, cols] = self.source.read_with_valid(part)
            except RasterError:
                found.add(block)
                # Fails where not a block but the whole file is lost.
                self.source.reopen()
        self.add_damaged(found)
        return values, valid

    def _known(self, window: Window) -> set[Block]:
        """The blocks of a window that are known to be damaged."""
        with self._lock:
            return self._damaged.intersection(self._touched(window)) if self._damaged else set()

    def _touched(self, window: Window) -> Iterator[Block]:
        height, width = self.block_shape
        for row in range(window.row_off // height, -(-(window.row_off + window.height) // height)):
            for col in range(window.col_off // width, -(-(window.col_off + window.width) // width)):
                yield row, col

    def _window(self, block: Block) -> Window:
        """The pixels of the scene in a block."""
        (row, col), (height, width) = block, self.block_shape
        top, left = row * height, col * width
        return Window(left, top, min(width, self.width - left), min(height, self.height - top))

    def __reduce__(self) -> tuple[type[TolerantScene], tuple[Scene, frozenset[Block]]]:
        return TolerantScene, (self.source, self.damaged_blocks)
