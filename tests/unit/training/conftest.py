"""A validation area and a predictor with known results."""

import numpy as np
import pytest
import torch
from rasterio.windows import Window

from core.contract.model_card import Band
from core.geodata.raster.scene import open_scene
from core.inference import predictor as predictor_module
from core.inference.predictor import Forward, Predictor
from core.models.normalise import Normalise
from core.training.validation.scored_area import ScoredArea


class BandAsClass(torch.nn.Module):
    """The class of a pixel is its value in the first band."""

    def __init__(self, num_classes):
        super().__init__()
        self.num_classes = num_classes

    def forward(self, values):
        classes = values[:, 0].round().long().clamp(0, self.num_classes - 1)
        return 9 * torch.nn.functional.one_hot(classes, self.num_classes).movedim(-1, 1).float()


@pytest.fixture
def make_predictor(reporter, monkeypatch):
    """A predictor whose classes are the values of the first band."""
    monkeypatch.setattr(predictor_module, "autocast_dtype", lambda _: None)

    def make(num_classes=3, bands=1):
        normalise = Normalise(tuple(Band(f"Band {n}", 0.0, 1.0, 0.0, 255.0) for n in range(bands)))
        return Predictor(
            BandAsClass(num_classes), normalise, num_classes, torch.device("cpu"), Forward(4), reporter
        )

    return make


@pytest.fixture
def make_area(make_raster):
    """A scored area of scenes with values to predict, truth, and the windows to score.

    Each entry: (values (H, W) or (bands, H, W), truth (H, W), [(column, row, width, height), …]).
    """
    opened = []

    def make(*entries, tile_size=64):
        scenes, targets = [], []
        for number, (values, truth, _) in enumerate(entries):
            for found, content, name in ((scenes, values, "scene"), (targets, truth, "target")):
                # Without it, a fourth band would be alpha.
                more = {"photometric": "minisblack"}
                path = make_raster(np.asarray(content, np.uint8), f"{name} {number}.tif", **more)
                found.append(open_scene(path))
        opened.extend([*scenes, *targets])
        windows = tuple(tuple(Window(*window) for window in found) for *_, found in entries)
        return ScoredArea(scenes, targets, windows, tile_size)

    yield make
    for scene in opened:
        scene.close()
