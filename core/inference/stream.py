"""A scene goes through the network in strips: read ahead, predicted, blended, handed on."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Generator, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
import torch
from rasterio.windows import Window

from ..geodata.grid import inside, shared
from ..geodata.raster import Scene
from .blend import StripBlender, tile_weights
from .plan import TilePlan
from .predictor import Predictor


@dataclass(frozen=True)
class Strip:
    """Finished rows of the map, over all columns that its tiles touch.

    Attributes:
        window: Where they lie in the scene.
        preds: uint8 (rows, width): index of the most probable class.
        confidence: float32 (rows, width): its probability, in (0, 1].
        usable: bool (rows, width): the pixel is valid and lies under a tile of the plan. Where False the
            other two mean nothing.
    """

    window: Window
    preds: np.ndarray
    confidence: np.ndarray
    usable: np.ndarray

    def part(self, window: Window) -> Strip | None:
        """What of it lies in a window of the scene; None where nothing does."""
        found = shared(self.window, window)
        if found is None:
            return None
        place = inside(found, self.window)
        return Strip(found, self.preds[place], self.confidence[place], self.usable[place])


@dataclass(frozen=True)
class _Row:
    """Pixels of one row of tiles, padded to whole tiles.

    Attributes:
        top: First pixel row.
        lefts: First pixel columns of the tiles needed.
        left: First pixel column of the arrays.
        values: (bands, tile_size, columns).
        valid: bool (tile_size, columns).
    """

    top: int
    lefts: tuple[int, ...]
    left: int
    values: np.ndarray
    valid: np.ndarray


def classify_strips(
    scene: Scene,
    predictor: Predictor,
    plan: TilePlan,
    on_tiles: Callable[[int], None],
) -> Generator[Strip, None, None]:
    """The class map of a scene, strip by strip from north to south.

    The next row of tiles is read while the network works on this one. A row's tiles are read once, as
    one strip, since reading overlapping squares decodes a file's blocks several times. Whoever leaves the
    generator before its end must close it before the scene: a thread may be reading.

    Args:
        scene: What to classify.
        predictor: The network.
        plan: The tiles; see ``plan_tiles``.
        on_tiles: Called after each batch with its number of tiles; may raise to stop.

    Yields:
        Strips that lie one below the other and, together, hold every row that a tile of the plan touches.
    """
    left, right = plan.columns
    weights = tile_weights(plan.tile_size, plan.overlap).to(predictor.device)
    blender = StripBlender(predictor.num_classes, right - left, weights)
    next_tops = [*(top for top, _ in plan.rows[1:]), plan.height]
    with contextlib.closing(_read_ahead(scene, plan)) as rows:
        for row, next_top in zip(rows, next_tops, strict=True):
            blender.start_row(row.top)
            for tile_left, probs in _predict_row(row, predictor, plan.tile_size, on_tiles):
                blender.add(probs, tile_left - left)
            bottom = min(next_top, row.top + plan.tile_size)
            yield _to_strip(row, left, bottom, *blender.take_until(bottom))


def predict_window(
    scene: Scene,
    predictor: Predictor,
    plan: TilePlan,
    window: Window,
    on_tiles: Callable[[int], None],
) -> np.ndarray:
    """The class map of one window, exactly as the map of the whole scene shows it.

    Args:
        scene: The scene.
        predictor: The network.
        plan: The tiles that touch the window.
        window: What is asked for; it must fit in memory.
        on_tiles: As in ``classify_strips``.

    Returns:
        uint8 (height, width) of class indices.
    """
    preds = np.zeros((window.height, window.width), np.uint8)
    for strip in classify_strips(scene, predictor, plan, on_tiles):
        part = strip.part(window)
        if part is not None:
            preds[inside(part.window, window)] = part.preds
    return preds


def _read_ahead(scene: Scene, plan: TilePlan) -> Generator[_Row, None, None]:
    """The rows of tiles in order, each read while the one before is worked on."""
    with ThreadPoolExecutor(1) as reader:
        waiting = None
        for top, lefts in plan.rows:
            reading = reader.submit(_read_row, scene, plan, top, lefts)
            if waiting is not None:
                yield waiting.result()
            waiting = reading
        if waiting is not None:
            yield waiting.result()


def _read_row(scene: Scene, plan: TilePlan, top: int, lefts: tuple[int, ...]) -> _Row:
    """The pixels under one row of tiles; beyond the scene they are its mirror image."""
    left, right = lefts[0], lefts[-1] + plan.tile_size
    height, width = min(plan.tile_size, scene.height - top), min(right, scene.width) - left
    values, valid = scene.read_with_valid(Window(left, top, width, height))
    missing = ((0, plan.tile_size - height), (0, right - left - width))
    if any(sum(sides) for sides in missing):
        values = np.pad(values, ((0, 0), *missing), mode="reflect")
        valid = np.pad(valid, missing, mode="reflect")
    return _Row(top, lefts, left, values, valid)


def _predict_row(
    row: _Row, predictor: Predictor, tile_size: int, on_tiles: Callable[[int], None]
) -> Iterator[tuple[int, torch.Tensor]]:
    """First pixel column and probabilities of each tile of a row, computed in batches."""
    lefts = list(row.lefts)
    while lefts:
        batch, lefts = lefts[: predictor.batch_size], lefts[predictor.batch_size :]
        places = [slice(left - row.left, left - row.left + tile_size) for left in batch]
        probs = predictor.predict(
            np.stack([row.values[:, :, place] for place in places]),
            np.stack([row.valid[:, place] for place in places]),
        )
        yield from zip(batch, probs, strict=True)
        on_tiles(len(batch))


def _to_strip(row: _Row, left: int, bottom: int, probs: torch.Tensor, covered: torch.Tensor) -> Strip:
    """The finished rows as arrays of the class map, from a column on."""
    confidence, preds = probs.max(dim=0)
    usable = covered.cpu().numpy()
    width, start = usable.shape[1], row.left - left
    valid = row.valid[: bottom - row.top, : width - start]
    usable[:, start : start + valid.shape[1]] &= valid
    return Strip(
        Window(left, row.top, width, bottom - row.top),
        preds.to(torch.uint8).cpu().numpy(),
        confidence.cpu().numpy(),
        usable,
    )
