"""Workers as real child processes, and small input data."""

import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyogrio
import pytest
import rasterio
import shapely
import torch
from rasterio import Affine

from core.contract.classes import ClassEntry, ClassTable
from core.contract.jobs.job import Job, setting
from core.contract.messages.reporter import Reporter
from core.contract.model_card import Band, ModelCard
from core.models.factory import build_network
from core.models.model_file import save_model

MISBEHAVING = Path(__file__).parent / "misbehaving"


@dataclass(frozen=True)
class TroubleJob(Job):
    """A job of the misbehaving worker (``misbehaving/__main__.py``)."""

    name = "trouble"
    title = "Make trouble"

    kind: str = setting("Kind", "Which trouble.")
    output: str = setting("Output", "Where to.", "")

    def outputs(self):
        return [self.output] if self.output else []


LONG_S = 15.0
"""Time limit on a busy machine for what should take a moment."""

SIZE = 160


@pytest.fixture
def squares(tmp_path):
    """Settings for a small raster with bright squares and their outlines as labels."""
    to_map = Affine(0.5, 0, 500_000, 0, -0.5, 5_600_000)
    values = np.random.default_rng(0).integers(0, 90, (3, SIZE, SIZE), dtype=np.uint8)
    outlines = []
    for row in range(8, SIZE - 24, 40):
        for col in range(8, SIZE - 24, 40):
            values[:, row : row + 20, col : col + 20] += 150
            outlines.append(shapely.box(*(to_map @ (col, row + 20)), *(to_map @ (col + 20, row))))
    image, labels = tmp_path / "image.tif", tmp_path / "labels.gpkg"
    profile = {"driver": "GTiff", "count": 3, "dtype": "uint8", "crs": "EPSG:32632", "transform": to_map}
    with rasterio.open(image, "w", height=SIZE, width=SIZE, **profile) as dataset:
        dataset.write(values)
    pyogrio.raw.write(
        labels, geometry=shapely.to_wkb(np.array(outlines)), field_data=[np.array(["house"] * len(outlines))],
        fields=np.array(["class"]), driver="GPKG", geometry_type="Polygon", crs="EPSG:32632",
    )  # fmt: skip
    return {"input": [str(image)], "labels": str(labels), "class_field": "class"}


@pytest.fixture
def trouble():
    """Makes a job of the misbehaving worker."""
    return lambda kind, output="": TroubleJob(kind, str(output))


@pytest.fixture
def entry():
    """The folder of the misbehaving worker."""
    return MISBEHAVING


@pytest.fixture
def is_gone():
    """Waits until a process has ended; a zombie counts as ended. An idle machine needs a second or two."""

    def wait(pid):
        deadline = time.monotonic() + LONG_S
        while _is_running(pid):
            if time.monotonic() > deadline:
                return False
            time.sleep(0.02)
        return True

    return wait


@pytest.fixture
def worker():
    """Starts a worker as a caller does; running ones are killed at the end."""
    started = []

    def start(*lines, entry=MISBEHAVING, flags=(), **more):
        command = [sys.executable, "-I", "-u", "-X", "utf8", *flags, str(entry), "worker"]
        process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            start_new_session=True,
            **more,
        )
        started.append(process)
        for line in lines:
            process.stdin.write(line + "\n")
        process.stdin.flush()
        return process

    yield start
    for process in started:
        if process.poll() is None:
            os.killpg(process.pid, 9)
        process.wait()
        for stream in (process.stdin, process.stdout, process.stderr):
            stream.close()


@pytest.fixture
def events_of():
    """All events of a worker until its end; every line must be an event."""
    return lambda process: [json.loads(line) for line in process.stdout]


def _is_running(pid):
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state != "Z"


MAP_HEIGHT, MAP_WIDTH = 330, 300


@pytest.fixture(scope="session")
def scene_and_model(tmp_path_factory):
    """A scene of several rows of tiles, and an untrained model for it."""
    folder = tmp_path_factory.mktemp("scene and model")
    torch.manual_seed(0)
    network = build_network("unet", "tu-test_resnet", 3, 3, "random", Reporter(lambda event: None))
    bands = tuple(Band(f"Band {number}", 120, 60, 0, 255) for number in (1, 2, 3))
    classes = ClassTable(tuple(ClassEntry(n, n + 1, f"class {n}", "#102030") for n in range(3)))
    card = ModelCard("unet", "tu-test_resnet", bands, "uint8", 0.5, classes, 64, "ce", (1.0,) * 3)
    save_model(folder / "model.safetensors", network, card)
    profile = {"driver": "GTiff", "count": 3, "dtype": "uint8", "crs": "EPSG:32632", "tiled": True}
    profile |= {"blockxsize": 64, "blockysize": 64, "height": MAP_HEIGHT, "width": MAP_WIDTH}
    values = np.random.default_rng(0).integers(0, 255, (3, MAP_HEIGHT, MAP_WIDTH), dtype=np.uint8)
    to_map = Affine(0.5, 0, 500_000, 0, -0.5, 5_600_000)
    with rasterio.open(folder / "image.tif", "w", transform=to_map, compress="deflate", **profile) as raster:
        raster.write(values)
    return folder


@pytest.fixture
def classification(scene_and_model, tmp_path):
    """Makes the settings of a classification with all rasters, each in a folder of its own."""

    def make(folder, image=None, **more):
        (tmp_path / folder).mkdir(exist_ok=True)
        image = image or scene_and_model / "image.tif"
        names = {"output": "map", "confidence": "c", "entropy": "e", "probabilities": "p"}
        return {
            "input": str(image), "model": str(scene_and_model / "model.safetensors"), "overlap": 16,
            "full_precision": True, "device": "cpu",
            **{name: str(tmp_path / folder / f"{stem}.tif") for name, stem in names.items()}, **more,
        }  # fmt: skip

    return make
