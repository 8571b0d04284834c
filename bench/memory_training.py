"""Peak memory of a training on a raster of 40,000 x 40,000 pixels, beside that on one of 4,000 x 4,000.

Usage: python bench/memory_training.py [--sizes 4000,40000] [--labels polygons,raster] [--steps 20]
       [--folder DIR]

Makes tiled, compressed rasters by repeating four different blocks, 0.2 GB in all, and labels them
everywhere: polygons with background, or a class raster. Each training runs in a separate process, on a
small network with random weights: the whole preparation, some steps, and some seconds of validation.
Prints the time until the first step and the peak resident memory after preparation, steps and
validation. The target is a difference of at most 200 MB.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
import pyogrio
import rasterio
import shapely
from rasterio.windows import Window

sys.path.insert(0, str(Path(__file__).parents[1]))

from core.allocator import keep_freed_memory
from core.contract.jobs.train import TrainJob
from core.contract.messages.errors import JobCancelledError
from core.contract.messages.events import Event, Log, Progress
from core.contract.messages.reporter import Reporter
from core.geodata.chips import sampling
from core.training.train import train

CLASSES = 4
BLOCK = 512
VALIDATION_S = 30
TARGET_MB = 200


def main() -> None:
    """Print a line per training and the differences."""
    options = _options()
    sizes, kinds = [int(text) for text in options.sizes.split(",")], options.labels.split(",")
    with tempfile.TemporaryDirectory(dir=options.folder) as folder:
        for kind in kinds:
            peaks = []
            for size in sizes:
                job = _make_data(Path(folder), size, kind)
                found = _measure(job, options.steps)
                peaks.append(max(found["peaks"].values()))
                shown = ", ".join(f"{stage} {peak:.0f}" for stage, peak in found["peaks"].items())
                print(f"{kind}, {size} x {size}: first step after {found['first']:.0f} s; peak MB: {shown}")
            print(f"{kind}: {max(peaks) - min(peaks):+.0f} MB (target {TARGET_MB})", flush=True)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--sizes", default="4000,40000")
    parser.add_argument("--labels", default="polygons,raster")
    parser.add_argument("--steps", type=int, default=20)
    parser.add_argument("--folder")
    return parser.parse_args()


def _make_data(folder: Path, size: int, kind: str) -> dict[str, object]:
    """Write a raster and its labels, unless they exist; returns the job's settings."""
    ending = {"polygons": "gpkg", "raster": "tif"}[kind]
    image, labels = folder / f"image_{size}.tif", folder / f"labels_{size}.{ending}"
    rng = np.random.default_rng(0)
    if not image.exists():
        _write_raster(image, size, _enlarged(rng.integers(0, 255, (4, 3, BLOCK // 8, BLOCK // 8)), 8))
    if kind == "raster":
        values = rng.choice(CLASSES, (4, 1, BLOCK // 32, BLOCK // 32), p=[0.9, 0.06, 0.03, 0.01])
        _write_raster(labels, size, _enlarged(values, 32))
    else:
        _write_polygons(labels, size, rng)
    return {
        "input": [str(image)], "labels": str(labels), "class_field": "class" if kind == "polygons" else "",
        "model": str(folder / f"model_{size}_{kind}.safetensors"), "loss": "ce", "device": "cpu", "epochs": 1,
        "encoder": "resnet18", "encoder_weights": "random", "chip_size": 256, "batch_size": 2,
    }  # fmt: skip


def _enlarged(values: np.ndarray, side: int) -> np.ndarray:
    """Each value as a square of pixels, uint8."""
    return np.kron(values, np.ones((side, side), int)).astype(np.uint8)


def _write_raster(path: Path, size: int, patterns: np.ndarray) -> None:
    profile = {
        "driver": "GTiff", "height": size, "width": size, "count": patterns.shape[1], "dtype": "uint8",
        "crs": "EPSG:32632", "transform": rasterio.Affine(0.1, 0, 5e5, 0, -0.1, 5.6e6), "tiled": True,
        "blockxsize": BLOCK, "blockysize": BLOCK, "compress": "zstd", "bigtiff": "yes",
    }  # fmt: skip
    with rasterio.open(path, "w", **profile) as raster:
        for number, row in enumerate(range(0, size, BLOCK)):
            for col in range(0, size, BLOCK):
                window = Window(col, row, min(BLOCK, size - col), min(BLOCK, size - row))
                pattern = patterns[(number + col // BLOCK) % len(patterns)]
                raster.write(pattern[:, : window.height, : window.width], window=window)


def _write_polygons(path: Path, size: int, rng: np.random.Generator) -> None:
    """Discs of 2 to 6 m in diameter, one for each 400 x 400 pixels, of three classes."""
    count = (size // 400) ** 2
    centres = rng.random((count, 2)) * size * 0.1 * [1, -1] + [5e5, 5.6e6]
    pyogrio.raw.write(
        path, geometry=shapely.to_wkb(shapely.buffer(shapely.points(centres), rng.uniform(1, 3, count))),
        field_data=[rng.integers(1, CLASSES, count).astype(np.int64)], fields=np.array(["class"]),
        driver="GPKG", geometry_type="Polygon", crs="EPSG:32632",
    )  # fmt: skip


def _measure(job: dict[str, object], steps: int) -> dict[str, object]:
    """Run a training in a separate process; returns its measurements."""
    command = [sys.executable, __file__, "--child"]
    request = json.dumps({"job": job, "steps": steps})
    done = subprocess.run(command, input=request, text=True, stdout=subprocess.PIPE, check=True)  # noqa: S603 - itself
    found: dict[str, object] = json.loads(done.stdout.splitlines()[-1])
    return found


def _child() -> None:
    """Train as the engine does, and print the measurements."""
    request = json.loads(sys.stdin.read())
    keep_freed_memory()
    sampling.STEPS_PER_EPOCH, sampling.COVERAGE = request["steps"], 0
    start, peaks, moments = time.monotonic(), {}, {}

    def on_event(event: Event) -> None:
        stage = event.stage if isinstance(event, Progress) else None
        if stage == "Training" and not event.done:
            moments["first"] = time.monotonic() - start
            peaks["preparation"] = _peak_mb()
        elif stage == "Training" and event.done == event.total:
            moments["last"] = time.monotonic()
            peaks["steps"] = _peak_mb()
        elif isinstance(event, Log) and event.text.startswith("Epoch 1 of"):
            peaks["validation"] = _peak_mb()  # the checkpoint that follows does not depend on the raster

    def is_over() -> bool:
        return "last" in moments and time.monotonic() - moments["last"] > VALIDATION_S

    with contextlib.suppress(JobCancelledError):
        train(TrainJob.from_settings(request["job"]), Reporter(on_event, is_over))
    peaks.setdefault("validation", _peak_mb())
    print(json.dumps({"first": moments["first"], "peaks": peaks}), flush=True)


def _peak_mb() -> float:
    unit = 1e6 if sys.platform == "darwin" else 1e3
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit


if __name__ == "__main__":
    os.environ.setdefault("OMP_NUM_THREADS", "2")
    _child() if sys.argv[1:] == ["--child"] else main()
