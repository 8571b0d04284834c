"""Regions: a map made in horizontal parts, each written as soon as it is finished, so that it can resume."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

import torch
from rasterio.windows import Window

from ..geodata.raster.damaged import TolerantScene
from ..geodata.raster.scene_view import AnyScene
from .blend import Blender
from .map_outputs import MapOutputs
from .partial_map import PartialMap
from .predictor import Predictor
from .stream import PixelFilter, Strip, classify_strips
from .tiles import TilePlan
from .writer import MapLayer, region_writer

REGIONS = 8
"""Approximate number of regions of a scene."""

LEAST_PIXELS, MOST_PIXELS = 2**24, 2**26
"""Of a region: smaller ones cost more time than an interruption loses, larger ones would lose minutes."""

WAITING_STRIPS = 1
"""Strips that wait for the disk while the network continues."""


def cut(plan: TilePlan) -> tuple[TilePlan, ...]:
    """The regions of a plan; they depend on the plan alone."""
    left, right = plan.columns
    pixels = plan.down.length * (right - left)
    return plan.regions(min(MOST_PIXELS, max(LEAST_PIXELS, pixels // REGIONS)))


def region_window(region: TilePlan) -> Window:
    """The rows that a region finishes, over the columns of the whole plan."""
    left, right = region.columns
    first, last = region.rows[0][0], region.rows[-1][0]
    top = region.down.starts[first]
    bottom = region.down.starts[last] + region.down.finished(last)
    return Window(left, top, right - left, bottom - top)


def follows(region: TilePlan, before: TilePlan) -> bool:
    """Whether a region shares pixels with the previous one: not if rows of tiles between are left out."""
    return region.rows[0][0] == before.rows[-1][0] + 1


@dataclass(frozen=True)
class MapMaker:
    """Makes the strips of a scene's map.

    Attributes:
        scene: The scene to classify.
        predictor: The network.
        outputs: What the map holds.
        pixel_filter: Selects the pixels of the area of interest; None for all.
    """

    scene: AnyScene
    predictor: Predictor
    outputs: MapOutputs
    pixel_filter: PixelFilter | None

    def blender(self, region: TilePlan, *, keeps_top_open: bool = False) -> Blender:
        """A blender for the tiles of a region."""
        return Blender(
            region,
            self.outputs,
            self.predictor.num_classes,
            self.predictor.device,
            keeps_top_open=keeps_top_open,
        )

    def strips(
        self, region: TilePlan, blender: Blender, on_tiles: Callable[[int], None]
    ) -> Generator[Strip, None, None]:
        """The strips of a region; see ``classify_strips``."""
        return classify_strips(
            self.scene, self.predictor, region, on_tiles, blender=blender, pixel_filter=self.pixel_filter
        )


@dataclass(frozen=True)
class MapTask:
    """The classification of one raster.

    Attributes:
        maker: Makes the strips.
        regions: All regions; see ``cut``.
        layers: Rasters to write.
        work: The partial map, which stores the finished regions.
        tolerant: The scene that counts damaged blocks, if these are skipped; else None.
    """

    maker: MapMaker
    regions: Sequence[TilePlan]
    layers: Sequence[MapLayer]
    work: PartialMap
    tolerant: TolerantScene | None

    def notes(self) -> dict[str, Any]:
        """What a resumed job must know of the finished regions: damaged blocks and batch size, for JSON."""
        damaged = sorted(self.tolerant.damaged_blocks) if self.tolerant else []
        return {"damaged": damaged, "batch": self.maker.predictor.chosen_batch_size}


def make_regions(task: MapTask, on_tiles: Callable[[int], None]) -> None:
    """Make the regions that are not finished yet, in order, in this process.

    Args:
        task: The classification.
        on_tiles: Called after each batch with its number of tiles; may raise to cancel.
    """
    maker, regions, work = task.maker, task.regions, task.work
    carry: torch.Tensor | None = None
    done = work.finished()
    for number, region in enumerate(regions):
        if number in done:
            carry = None
            continue
        blender = maker.blender(region)
        if number and follows(region, regions[number - 1]):
            blender.carry = work.carry(number - 1) if carry is None else carry
        carry = None  # the blender holds the only reference, so that it can free the sums
        with contextlib.closing(maker.strips(region, blender, on_tiles)) as strips:
            write_region(maker.scene, region, number, task.layers, work, strips)
        carry = blender.carry
        work.finish(number, task.notes(), carry if number + 1 < len(regions) else None)


def write_region(
    scene: AnyScene,
    region: TilePlan,
    number: int,
    layers: Sequence[MapLayer],
    work: PartialMap,
    strips: Iterable[Strip],
) -> None:
    """Write the strips of a region in a thread, while the next ones are made.

    Raises:
        DiskFullError: The disk is full.
        OutputError: A file cannot be written.
    """
    files = [(layer, work.file(number, layer.name)) for layer in layers]
    waiting: list[Future[None]] = []
    with region_writer(scene, files, region_window(region)) as writer, _thread() as thread:
        for strip in strips:
            waiting.append(thread.submit(writer.write, strip))
            if len(waiting) > WAITING_STRIPS:
                waiting.pop(0).result()
        for future in waiting:
            future.result()


@contextlib.contextmanager
def _thread() -> Iterator[ThreadPoolExecutor]:
    """A single thread; tasks still queued when the block fails are dropped."""
    thread = ThreadPoolExecutor(1, thread_name_prefix="write")
    try:
        yield thread
    finally:
        thread.shutdown(cancel_futures=True)
