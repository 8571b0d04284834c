"""One place of the validation area, watched while a network learns: image, truth, each epoch's prediction."""

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
"""Side of the place: small objects keep some pixels, and what is around them shows."""


class Preview:
    """Cuts the place out of each validation, where it is predicted anyway, and reports it as pictures.

    It is the place richest in the rarest class. It is looked for during the first validation, so that the
    first step of a training does not wait for it.

    Args:
        area: What is validated in this process.
        bands: Statistics that stretch the image.
        classes: Colours.
        reporter: Told the pictures.
    """

    def __init__(
        self, area: ScoredArea, bands: Sequence[Band], classes: ClassTable, reporter: Reporter
    ) -> None:
        self._area = area
        self._bands = bands
        self._classes = classes
        self._reporter = reporter
        self._place: tuple[int, Window] | None = None
        self._preds = np.empty((0, 0), np.uint8)
        self._is_introduced = False

    def see(self, number: int, strip: Strip) -> None:
        """Keep what a strip has of the place.

        Args:
            number: The strip's scene.
            strip: Finished rows of its map.
        """
        if self._place is None:
            self._choose()
        if self._place is None or self._place[0] != number:
            return
        part = strip.part(self._place[1])
        if part is not None:
            place = inside(part.window, self._place[1])
            self._preds[place] = np.where(part.usable, part.preds, IGNORE_INDEX)

    def tell(self, epoch: int) -> None:
        """Report what was seen in the validation of an epoch; nothing where nothing is validated."""
        if self._place is None:
            return
        if not self._is_introduced:
            self._introduce(*self._place, epoch)
            self._is_introduced = True
        self._send("prediction", class_picture(self._preds, self._classes), epoch)

    def _choose(self) -> None:
        self._place = preview_window(self._area, PREVIEW_PIXELS, len(self._classes))
        if self._place is not None:
            window = self._place[1]
            self._preds = np.full((window.height, window.width), IGNORE_INDEX, np.uint8)

    def _introduce(self, number: int, window: Window, epoch: int) -> None:
        """What does not change: the image and the truth."""
        self._send("image", display_rgb(self._area.scenes[number].read(window), self._bands), epoch)
        target = self._area.targets[number].read(window)[0]
        self._send("truth", class_picture(target, self._classes), epoch)

    def _send(self, kind: str, picture: np.ndarray, epoch: int) -> None:
        self._reporter.picture(kind, encode_png(picture), epoch)
