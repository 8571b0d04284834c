"""What tiling does to a map: pixels that differ from a single pass, and pixels that change with the grid.

Usage: python bench/seams.py MODEL RASTER [--side 3072] [--device cpu]

MODEL is a trained model, RASTER a raster that it fits; a square of the raster is classified in full precision
with tiles of several sizes and overlaps, by the code of *Classify raster*. Printed for each:

shift      share of pixels whose class changes when the grid of tiles is moved by half a stride, %
seam       share of pixels within 16 pixels of a tile's border that differ from one pass over everything, %
margin     the same in the outermost 32 pixels of the square, %
elsewhere  the same further than 128 pixels from any tile's border and the square's, %
pass       pixels that go through the network per pixel of the map
seconds    of the classification

The last line says what half precision changes, where the device is faster with it.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

import numpy as np
from rasterio.windows import Window

from core.allocator import keep_freed_memory
from core.contract.catalog.mapping import DEFAULT_OVERLAP, DEFAULT_TILE
from core.contract.messages.reporter import Reporter
from core.geodata.raster.scene import open_scene
from core.inference.predictor import Forward, Predictor
from core.inference.stream import classify_strips
from core.inference.tiles import TilePlan, plan_tiles
from core.models.device import autocast_dtype, choose_device
from core.models.folding import folded
from core.models.model_file import load_model
from core.models.normalise import Normalise

SEAM, MARGIN, FAR = 16, 32, 128
TILINGS = [(512, overlap) for overlap in (0, 32, 64, 128)]
TILINGS += [(1024, overlap) for overlap in (0, 32, 64, 128, 192, 256)]
TILINGS += [(1536, overlap) for overlap in (0, 64, 128, 192)]


class Pixels:
    """A scene in memory."""

    def __init__(self, values: np.ndarray, valid: np.ndarray) -> None:
        self.values, self.valid = values, valid
        self.count, self.height, self.width = values.shape
        self.dtype = str(values.dtype)

    def read_with_valid(self, window: Window) -> tuple[np.ndarray, np.ndarray]:
        """Values and validity of a window."""
        rows, cols = window.toslices()
        return self.values[:, rows, cols], self.valid[rows, cols]

    def without(self, pixels: int) -> Pixels:
        """The scene without its first rows and columns."""
        return Pixels(self.values[:, pixels:, pixels:], self.valid[pixels:, pixels:])


def main() -> None:
    """Print a row for each tiling."""
    settings = read_arguments()
    keep_freed_memory()
    device = choose_device(settings.device)
    network, card = load_model(settings.model, device)
    network = folded(network, len(card.bands))
    with open_scene(settings.raster) as scene:
        side = min(settings.side, scene.height, scene.width) // 32 * 32
        pixels = Pixels(*scene.read_with_valid(Window(0, 0, side, side)))
    exact, half = (
        Predictor(
            network,
            Normalise(card.bands),
            len(card.classes),
            device,
            Forward(full_precision=full_precision),
            Reporter(print),
        )
        for full_precision in (True, False)
    )
    single = made(pixels, exact, plan_tiles(side, side, side, 0))
    print(f"{Path(settings.raster).name}, {side} x {side} pixels; {card.architecture}/{card.encoder}")
    print("tile overlap   shift    seam  margin  elsewhere   pass  seconds")
    for tile_size, overlap in TILINGS:
        plan = plan_tiles(side, side, tile_size, overlap)
        start = time.perf_counter()
        preds = made(pixels, exact, plan)
        seconds = time.perf_counter() - start
        near, margin, elsewhere = zones(plan)
        shift = moved(pixels, exact, preds, tile_size, overlap)
        shares = [percent((preds != single)[zone]) for zone in (near, margin, elsewhere)]
        passes = plan.num_tiles * tile_size**2 / side**2
        print(
            f"{tile_size:4} {overlap:7} {shift:7.2f} {shares[0]:7.2f} {shares[1]:7.2f} {shares[2]:10.3f} "
            f"{passes:6.2f} {seconds:8.1f}"
        )
    if autocast_dtype(device):
        plan = plan_tiles(side, side, DEFAULT_TILE, DEFAULT_OVERLAP)
        differs = percent(made(pixels, exact, plan) != made(pixels, half, plan))
        print(f"{autocast_dtype(device)} changes {differs:.2f} % of all pixels (at the defaults)")


def read_arguments() -> argparse.Namespace:
    """What to measure with."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("model")
    parser.add_argument("raster")
    parser.add_argument("--side", default=3072, type=int)
    parser.add_argument("--device", default="cpu")
    return parser.parse_args()


def made(pixels: Pixels, predictor: Predictor, plan: TilePlan) -> np.ndarray:
    """The class map."""
    preds = np.zeros((pixels.height, pixels.width), np.uint8)
    for strip in classify_strips(pixels, predictor, plan, lambda _: None):  # type: ignore[arg-type]
        preds[strip.window.toslices()] = strip.preds
    return preds


def moved(pixels: Pixels, predictor: Predictor, preds: np.ndarray, tile_size: int, overlap: int) -> float:
    """Share of pixels that change when the grid starts half a stride further down and to the right, %."""
    by = (tile_size - overlap) // 2
    rest = pixels.without(by)
    other = made(rest, predictor, plan_tiles(rest.height, rest.width, tile_size, overlap))
    # The new margin has lost its surroundings: that is no effect of the grid.
    return percent((preds[by:, by:] != other)[FAR:, FAR:])


def zones(plan: TilePlan) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Which pixels are near a tile's border, in the margin, and far from both."""
    length = plan.down.length
    position = np.arange(length)
    borders = [b for n, start in enumerate(plan.down.starts) for b in (start, plan.down.end(n))]
    inner = np.array([border for border in borders if 0 < border < length] or [-10 * length])
    to_seam = np.abs(position[:, None] + 0.5 - inner).min(axis=1)
    to_edge = np.minimum(position, length - 1 - position)
    seam = np.minimum.outer(to_seam, to_seam)
    edge = np.minimum.outer(to_edge, to_edge)
    return (seam < SEAM) & (edge >= MARGIN), edge < MARGIN, (seam > FAR) & (edge > FAR)


def percent(differs: np.ndarray) -> float:
    """Share of true values, %; NaN of none."""
    return float(differs.mean() * 100) if differs.size else float("nan")


if __name__ == "__main__":
    main()
