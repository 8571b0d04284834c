"""The stream of a classification: pixels prefetched, predicted, blended and yielded in strips."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Generator, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial

import numpy as np
import torch
from rasterio.windows import Window
from torch import Tensor

from ..geodata.raster.prefetch import prefetch
from ..geodata.raster.scene_view import AnyScene
from ..geodata.raster.windows import inside, shared
from .blend import Blender
from .map_outputs import CLASS, MapOutputs
from .predictor import Predictor
from .tiles import TilePlan

SPAN_BYTES = 2**23
"""Most pixel values read at once. A row of tiles is read in as few spans as this allows: tile by tile, the
file's blocks would be decoded several times."""

PREFETCHED_SPANS = 1
"""Spans that are read while the network works on another."""

PixelFilter = Callable[[Window], np.ndarray]
"""Which pixels of a window are in the area of interest: bool (height, width)."""


@dataclass(frozen=True)
class Strip:
    """Finished pixels of the map: some rows, over the columns of adjacent tiles.

    Attributes:
        window: Their window in the scene.
        preds: Index of the most probable class, uint8 (rows, width).
        usable: Whether the pixel is valid and inside the area of interest, bool (rows, width); else the rest
            is undefined.
        outputs: Further outputs by name, (…, rows, width); see ``MapOutputs``.
    """

    window: Window
    preds: np.ndarray
    usable: np.ndarray
    outputs: Mapping[str, np.ndarray] = field(default_factory=dict)

    def part(self, window: Window) -> Strip | None:
        """The part of it in a window of the scene; None if they do not overlap."""
        found = shared(self.window, window)
        if found is None:
            return None
        rows, columns = inside(found, self.window)
        outputs = {name: values[..., rows, columns] for name, values in self.outputs.items()}
        return Strip(found, self.preds[rows, columns], self.usable[rows, columns], outputs)


@dataclass(frozen=True)
class _Span:
    """Pixels of adjacent tiles of a row, padded to whole tiles.

    Attributes:
        tiles: Their numbers in the row.
        left: First pixel column of the arrays.
        values: (bands, rows of a tile, columns).
        valid: bool (rows of a tile, columns).
        usable: bool (rows, columns), without padding: valid and inside the area of interest.
    """

    tiles: tuple[int, ...]
    left: int
    values: Tensor
    valid: Tensor
    usable: np.ndarray

    def on(self, device: torch.device) -> _Span:
        """The same with its pixels on a device, moved in the raster's type: mostly bytes, not float32."""
        values, valid = (tensor.to(device, non_blocking=True) for tensor in (self.values, self.valid))
        return replace(self, values=values, valid=valid)


def classify_strips(
    scene: AnyScene,
    predictor: Predictor,
    plan: TilePlan,
    on_tiles: Callable[[int], None],
    *,
    blender: Blender | None = None,
    pixel_filter: PixelFilter | None = None,
) -> Generator[Strip, None, None]:
    """The map of a scene, strip by strip.

    Pixels are read in a thread while the network works. Tiles without a usable pixel are not predicted. A
    generator that is left before its end must be closed before the scene: the thread may be reading.

    Args:
        scene: The scene to classify.
        predictor: The network.
        plan: The tiles of the scene, or of one region; see ``plan_tiles``.
        on_tiles: Called after each batch with its number of tiles; may raise to cancel.
        blender: Has the outputs to make, the carry of the previous region, and then that of this one; by
            default one for classes only.
        pixel_filter: Selects pixels; None for all.

    Yields:
        Strips from north to south, and from west to east within a row of tiles. Together they hold every
        pixel under a tile of the plan that no tile of a later region touches.
    """
    blender = blender or Blender(plan, MapOutputs(), predictor.num_classes, predictor.device)
    with contextlib.closing(_prefetch(scene, plan, pixel_filter, predictor.device)) as spans:
        for row, tiles in plan.rows:
            blender.start_row(row)
            missing = len(tiles)
            while missing:
                span = next(spans).on(predictor.device)
                missing -= len(span.tiles)
                needed = _needed(span, plan)
                blender.start_span(span.tiles)
                for batch in _batches(needed, plan, predictor):
                    _predict(batch, span, plan, predictor, blender)
                    on_tiles(len(batch))
                on_tiles(len(span.tiles) - len(needed))
                yield _to_strip(blender.finish_span(), span, plan, row)
            blender.finish_row()


def predict_window(
    scene: AnyScene,
    predictor: Predictor,
    plan: TilePlan,
    window: Window,
    on_tiles: Callable[[int], None],
) -> np.ndarray:
    """The class map of one window, exactly as in the map of the whole scene.

    Args:
        scene: The scene.
        predictor: The network.
        plan: The tiles that touch the window.
        window: Must fit in memory.
        on_tiles: As in ``classify_strips``.

    Returns:
        uint8 (height, width) of class indices; 0 where the scene is not valid.
    """
    preds = np.zeros((window.height, window.width), np.uint8)
    for strip in classify_strips(scene, predictor, plan, on_tiles):
        part = strip.part(window)
        if part is not None:
            preds[inside(part.window, window)] = part.preds
    return preds


def _prefetch(
    scene: AnyScene, plan: TilePlan, pixel_filter: PixelFilter | None, device: torch.device
) -> Generator[_Span, None, None]:
    """The spans of all rows in order, read in a thread."""
    calls = (
        partial(_read, scene, plan, row, tiles, pixel_filter, device) for row, tiles in _spans(scene, plan)
    )
    return prefetch(calls, 1, PREFETCHED_SPANS)


def _spans(scene: AnyScene, plan: TilePlan) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Number of the row, and numbers of the adjacent tiles, of each span."""
    height, width = plan.tile_shape
    widest = max(width, SPAN_BYTES // (scene.count * np.dtype(scene.dtype).itemsize * height))
    starts = plan.across.starts
    for row, tiles in plan.rows:
        found: list[int] = []
        for tile in tiles:
            # A gap of more than a tile would be read in vain.
            is_apart = bool(found) and starts[tile] - starts[found[-1]] > width
            if found and (is_apart or plan.across.end(tile) - starts[found[0]] > widest):
                yield row, tuple(found)
                found = []
            found.append(tile)
        yield row, tuple(found)


def _read(
    scene: AnyScene,
    plan: TilePlan,
    row: int,
    tiles: tuple[int, ...],
    pixel_filter: PixelFilter | None,
    device: torch.device,
) -> _Span:
    """Read the pixels under adjacent tiles of a row, reflected beyond the edge of the scene."""
    top, left = plan.down.starts[row], plan.across.starts[tiles[0]]
    window = Window(left, top, plan.across.end(tiles[-1]) - left, plan.down.end(row) - top)
    values, valid = scene.read_with_valid(window)
    usable = valid & pixel_filter(window) if pixel_filter else valid
    needed = plan.tile_shape[0], plan.across.starts[tiles[-1]] + plan.tile_shape[1] - left
    missing = tuple((0, side - size) for side, size in zip(needed, valid.shape, strict=True))
    if any(sum(sides) for sides in missing):
        values = np.pad(values, ((0, 0), *missing), mode="reflect")
        valid = np.pad(valid, missing, mode="reflect")
    tensors = [torch.from_numpy(np.ascontiguousarray(array)) for array in (values, valid)]
    if values.dtype.itemsize > 4:  # normalised as float32 anyway; not every card has 8-byte types
        tensors[0] = tensors[0].float()
    if device.type == "cuda":  # pinned memory is copied while the card computes
        tensors = [tensor.pin_memory() for tensor in tensors]
    return _Span(tiles, left, tensors[0], tensors[1], usable)


def _needed(span: _Span, plan: TilePlan) -> list[int]:
    """The tiles of a span that have a usable pixel."""
    columns: np.ndarray = np.asarray(span.usable.any(axis=0))
    starts = plan.across.starts
    return [
        tile
        for tile in span.tiles
        if columns[starts[tile] - span.left : plan.across.end(tile) - span.left].any()
    ]


def _batches(tiles: list[int], plan: TilePlan, predictor: Predictor) -> Iterator[list[int]]:
    while tiles:
        size = predictor.batch_size(plan.tile_shape)
        yield tiles[:size]
        tiles = tiles[size:]


def _predict(batch: list[int], span: _Span, plan: TilePlan, predictor: Predictor, blender: Blender) -> None:
    """Predict some tiles of a span and blend them into the map."""
    starts = [plan.across.starts[tile] - span.left for tile in batch]
    columns = [slice(start, start + plan.tile_shape[1]) for start in starts]
    with torch.inference_mode():
        logits = predictor.predict(
            _stacked([span.values[:, :, each] for each in columns]),
            _stacked([span.valid[:, each] for each in columns]),
        )
        for tile, tile_logits in zip(batch, logits, strict=True):
            blender.add(tile, tile_logits)


def _stacked(tensors: list[Tensor]) -> Tensor:
    """Several tensors stacked; a single one without a copy."""
    return torch.stack(tensors) if len(tensors) > 1 else tensors[0][None]


def _to_strip(outputs: dict[str, Tensor], span: _Span, plan: TilePlan, row: int) -> Strip:
    """The finished pixels of a span as arrays."""
    arrays = {name: values.cpu().numpy() for name, values in outputs.items()}
    preds = arrays.pop(CLASS)
    height, width = preds.shape
    window = Window(span.left, plan.down.starts[row], width, height)
    return Strip(window, preds, span.usable[:height, :width], arrays)
