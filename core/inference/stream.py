"""A scene goes through the network from north to south: read ahead, predicted, blended, handed on."""

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

SEGMENT_BYTES = 2**23
"""Pixel values that are read at once. A row of tiles is read in as few pieces as this allows: tile by tile a
file's own blocks would be decoded several times."""

READ_AHEAD = 1
"""Pieces that are read while the network works on another."""

PixelFilter = Callable[[Window], np.ndarray]
"""Whether each pixel of a window is asked for, bool (height, width)."""


@dataclass(frozen=True)
class Strip:
    """Finished pixels of the map: some rows, over the columns of some neighbouring tiles.

    Attributes:
        window: Where they lie in the scene.
        preds: uint8 (rows, width): index of the most probable class.
        usable: bool (rows, width): the pixel is valid and asked for. Where False the others mean nothing.
        outputs: Further outputs by name, (…, rows, width); see ``MapOutputs``.
    """

    window: Window
    preds: np.ndarray
    usable: np.ndarray
    outputs: Mapping[str, np.ndarray] = field(default_factory=dict)

    def part(self, window: Window) -> Strip | None:
        """What of it lies in a window of the scene; None where nothing does."""
        found = shared(self.window, window)
        if found is None:
            return None
        rows, columns = inside(found, self.window)
        outputs = {name: values[..., rows, columns] for name, values in self.outputs.items()}
        return Strip(found, self.preds[rows, columns], self.usable[rows, columns], outputs)


@dataclass(frozen=True)
class _Segment:
    """Pixels of some tiles of a row, padded to whole tiles.

    Attributes:
        tiles: Their numbers in the row.
        left: First pixel column of the arrays.
        values: (bands, rows of a tile, columns).
        valid: bool (rows of a tile, columns).
        usable: bool (rows, columns), without padding: valid and asked for.
    """

    tiles: tuple[int, ...]
    left: int
    values: Tensor
    valid: Tensor
    usable: np.ndarray

    def on(self, device: torch.device) -> _Segment:
        """The same with its pixels on a device; raw bytes are what is least to be moved."""
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
    """The class map of a scene, strip by strip.

    Pixels are read by a thread while the network works. Tiles without a pixel that is valid and asked for are
    not predicted. Whoever leaves the generator before its end must close it before the scene: the thread
    may be reading.

    Args:
        scene: What to classify.
        predictor: The network.
        plan: The tiles, or a part of them; see ``plan_tiles``.
        on_tiles: Called after each batch with its number of tiles; may raise to stop.
        blender: Settles what is made, and holds what the part of the plan before has left and what this
            part leaves; one that makes classes only when left out.
        pixel_filter: Which pixels are asked for; all when left out.

    Yields:
        Strips from north to south, and from west to east in a row of tiles. Together they hold every pixel
        under a tile of the plan that no tile of a later part touches.
    """
    blender = blender or Blender(plan, MapOutputs(), predictor.num_classes, predictor.device)
    with contextlib.closing(_prefetch(scene, plan, pixel_filter, predictor.device)) as segments:
        for row, tiles in plan.rows:
            blender.start_row(row)
            missing = len(tiles)
            while missing:
                segment = next(segments).on(predictor.device)
                missing -= len(segment.tiles)
                needed = _needed(segment, plan)
                blender.start_piece(segment.tiles)
                for batch in _batches(needed, plan, predictor):
                    _predict(batch, segment, plan, predictor, blender)
                    on_tiles(len(batch))
                on_tiles(len(segment.tiles) - len(needed))
                yield _to_strip(blender.finish_piece(), segment, plan, row)
            blender.finish_row()


def predict_window(
    scene: AnyScene,
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
) -> Generator[_Segment, None, None]:
    """The segments of all rows in order, read by a thread."""
    calls = (
        partial(_read, scene, plan, row, tiles, pixel_filter, device) for row, tiles in _segments(scene, plan)
    )
    return prefetch(calls, 1, READ_AHEAD)


def _segments(scene: AnyScene, plan: TilePlan) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Numbers of the rows, and of neighbouring tiles that are read at once."""
    height, width = plan.tile_shape
    widest = max(width, SEGMENT_BYTES // (scene.count * np.dtype(scene.dtype).itemsize * height))
    starts = plan.across.starts
    for row, tiles in plan.rows:
        found: list[int] = []
        for tile in tiles:
            # A gap of a tile and more would be read for nothing.
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
) -> _Segment:
    """The pixels under some tiles of a row; beyond the scene they are its mirror image."""
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
    if values.dtype.itemsize > 4:  # normalisation makes float32 of them anyway; not every card knows them
        tensors[0] = tensors[0].float()
    if device.type == "cuda":  # such memory is copied while the card computes
        tensors = [tensor.pin_memory() for tensor in tensors]
    return _Segment(tiles, left, tensors[0], tensors[1], usable)


def _needed(segment: _Segment, plan: TilePlan) -> list[int]:
    """The tiles of a segment in which there is a usable pixel."""
    columns: np.ndarray = np.asarray(segment.usable.any(axis=0))
    starts = plan.across.starts
    return [
        tile
        for tile in segment.tiles
        if columns[starts[tile] - segment.left : plan.across.end(tile) - segment.left].any()
    ]


def _batches(tiles: list[int], plan: TilePlan, predictor: Predictor) -> Iterator[list[int]]:
    while tiles:
        size = predictor.batch_size(plan.tile_shape)
        yield tiles[:size]
        tiles = tiles[size:]


def _predict(
    batch: list[int], segment: _Segment, plan: TilePlan, predictor: Predictor, blender: Blender
) -> None:
    """Put some tiles of a segment through the network and mix them into the map."""
    starts = [plan.across.starts[tile] - segment.left for tile in batch]
    places = [slice(start, start + plan.tile_shape[1]) for start in starts]
    with torch.inference_mode():
        logits = predictor.predict(
            _stacked([segment.values[:, :, place] for place in places]),
            _stacked([segment.valid[:, place] for place in places]),
        )
        for tile, tile_logits in zip(batch, logits, strict=True):
            blender.add(tile, tile_logits)


def _stacked(tensors: list[Tensor]) -> Tensor:
    """One tensor of several; of a single one without a copy."""
    return torch.stack(tensors) if len(tensors) > 1 else tensors[0][None]


def _to_strip(outputs: dict[str, Tensor], segment: _Segment, plan: TilePlan, row: int) -> Strip:
    """The finished pixels of a piece as arrays."""
    arrays = {name: values.cpu().numpy() for name, values in outputs.items()}
    preds = arrays.pop(CLASS)
    height, width = preds.shape
    window = Window(segment.left, plan.down.starts[row], width, height)
    return Strip(window, preds, segment.usable[:height, :width], arrays)
