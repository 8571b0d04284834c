"""The preview: one square of the validation area with image, labels and each epoch's prediction."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from rasterio.windows import Window

from ...contract.classes import IGNORE_INDEX, ClassTable
from ...contract.messages.reporter import Reporter
from ...contract.model_card import Band
from ...evaluation.figures import class_picture, display_rgb, encode_png
from ...geodata.raster.windows import inside
from ...inference.stream import Strip
from .scored_area import ScoredArea, preview_window

PREVIEW_PIXELS = 384
"""Side of the square, pixels: small enough to show small objects, large enough to show their surroundings."""


class Preview:
    """Cuts the preview out of each validation, which predicts it anyway, and reports it as pictures.

    The preview is the square with most pixels of the rarest class. It is chosen in the first validation, so
    that the first training step does not wait for it.

    Args:
        area: The validation area of this process.
        bands: Their statistics stretch the image.
        classes: Their colours paint labels and prediction.
        reporter: Receives the pictures.
    """

    def __init__(
        self, area: ScoredArea, bands: Sequence[Band], classes: ClassTable, reporter: Reporter
    ) -> None:
        self._area = area
        self._bands = bands
        self._classes = classes
        self._reporter = reporter
        self._square: tuple[int, Window] | None = None
        self._preds = np.empty((0, 0), np.uint8)
        self._is_introduced = False

    def update(self, number: int, strip: Strip) -> None:
        """Copy what a strip shows of the preview.

        Args:
            number: Index of the strip's scene.
            strip: Finished pixels of its map.
        """
        if self._square is None:
            self._choose()
        if self._square is None or self._square[0] != number:
            return
        part = strip.part(self._square[1])
        if part is not None:
            covered = inside(part.window, self._square[1])
            self._preds[covered] = np.where(part.usable, part.preds, IGNORE_INDEX)

    def report(self, epoch: int) -> None:
        """Report the prediction of an epoch; nothing without validation."""
        if self._square is None:
            return
        if not self._is_introduced:
            self._introduce(*self._square, epoch)
            self._is_introduced = True
        self._send("prediction", class_picture(self._preds, self._classes), epoch)

    def _choose(self) -> None:
        self._square = preview_window(self._area, PREVIEW_PIXELS, len(self._classes))
        if self._square is not None:
            window = self._square[1]
            self._preds = np.full((window.height, window.width), IGNORE_INDEX, np.uint8)

    def _introduce(self, number: int, window: Window, epoch: int) -> None:
        """Report image and labels, which stay the same."""
        self._send("image", display_rgb(self._area.scenes[number].read(window), self._bands), epoch)
        target = self._area.targets[number].read(window)[0]
        self._send("truth", class_picture(target, self._classes), epoch)

    def _send(self, kind: str, picture: np.ndarray, epoch: int) -> None:
        self._reporter.picture(kind, encode_png(picture), epoch)
