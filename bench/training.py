"""Images per second of training as users run it, as a ratio to those of the bare step on tensors in memory.

Usage: python bench/training.py [--chip 256] [--batch 8] [--encoder resnet18] [--device auto] [--rounds 5]

The real loop reads a compressed GeoTIFF, augments the chips, and uses loss and optimiser with the job's
default settings. The bare step is the best known one: the same network, batch and crops, normalised tensors
on the device, channels last, half precision where the device has it, torch's cross entropy, AdamW, freed
memory kept. Both alternate, so that a busy machine slows both alike; the median ratio is printed. Then the
same for a network that costs next to nothing, which shows the speed of reading and augmentation; and the
time from the start of a process to the end of its first step.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

import numpy as np
import pyogrio
import rasterio
import shapely
import torch
from rasterio import Affine
from torch.nn import functional

from core.allocator import keep_freed_memory
from core.contract.jobs.train import TrainJob
from core.contract.messages.errors import JobCancelledError
from core.contract.messages.events import Event, Progress
from core.contract.messages.reporter import Reporter
from core.engine.client import run_job
from core.geodata.labels.targets import prepare_labels
from core.geodata.raster.scene import open_scenes
from core.geodata.split.areas import split_labels
from core.inference.predictor import mixed_precision
from core.models.device import describe_device
from core.models.factory import build_network
from core.training.data.preparation import prepare
from core.training.fit import epochs, fit
from core.training.fit.ddp import join_processes
from core.training.fit.run import Run

SIDE = 4096
TO_MAP = Affine(0.1, 0, 500_000, 0, -0.1, 5_600_000)


def main() -> None:
    """Print ratios, rates and the time to the first step."""
    settings = read_arguments()
    keep_freed_memory()
    with tempfile.TemporaryDirectory() as folder:
        paths = write_scene(Path(folder))
        job = TrainJob(
            (str(paths[0]),),
            str(paths[1]),
            str(Path(folder) / "model.safetensors"),
            class_field="class",
            encoder=settings.encoder,
            encoder_weights="random",
            chip_size=settings.chip,
            batch_size=settings.batch,
            device=settings.device,
            augmentation=settings.augmentation,
        )
        with prepared(job) as run:
            print(
                f"{describe_device(run.processes.device)}, {job.architecture}/{job.encoder}, "
                f"{job.batch_size} chips of {job.chip_size}², augmentation {job.augmentation}, {busy()}"
            )
            compare(run, bare_step(run, run.learner.network), settings, "network")
        # With the bare step's loss too: beside a network that costs nothing, the loss is what costs most.
        for loss in (job.loss, "ce"):
            with near_free_network(), prepared(replace(job, loss=loss)) as run:
                compare(run, bare_step(run, run.learner.network), settings, f"near-free network, {loss}")
        print(f"from start to the end of the first step: {seconds_to_first_step(job):.1f} s, {busy()}")


def read_arguments() -> argparse.Namespace:
    """What to measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--chip", default=256, type=int)
    parser.add_argument("--batch", default=8, type=int)
    parser.add_argument("--encoder", default="resnet18")
    parser.add_argument("--augmentation", default="light")
    parser.add_argument("--device", default="auto")
    parser.add_argument("--steps", default=25, type=int, help="steps per round; an epoch has at least 25")
    parser.add_argument("--rounds", default=3, type=int)
    return parser.parse_args()


def busy() -> str:
    """The load of the machine: with every core busy, ratios of two threads mean little."""
    return f"load {os.getloadavg()[0]:.1f} of {os.cpu_count()} cores" if hasattr(os, "getloadavg") else ""


def write_scene(folder: Path) -> tuple[Path, Path]:
    """A raster with the texture of an orthophoto, compressed and tiled like most, and polygons on it."""
    rng = np.random.default_rng(0)
    coarse = np.repeat(np.repeat(rng.normal(0, 30, (3, SIDE // 16, SIDE // 16)), 16, 1), 16, 2)
    values = np.clip(128 + coarse + rng.normal(0, 6, (3, SIDE, SIDE)), 0, 255).astype(np.uint8)
    image, labels = folder / "image.tif", folder / "labels.gpkg"
    profile = {"driver": "GTiff", "count": 3, "dtype": "uint8", "crs": "EPSG:32632", "transform": TO_MAP}
    layout = {"tiled": True, "blockxsize": 256, "blockysize": 256, "compress": "deflate", "predictor": 2}
    with rasterio.open(image, "w", height=SIDE, width=SIDE, **profile, **layout) as dataset:
        dataset.write(values)
    corners = rng.integers(0, SIDE - 40, (2000, 2))
    boxes = [shapely.box(*(TO_MAP @ (col, row + 30)), *(TO_MAP @ (col + 30, row))) for row, col in corners]
    pyogrio.raw.write(
        labels, geometry=shapely.to_wkb(np.array(boxes)), field_data=[np.array(["house"] * len(boxes))],
        fields=np.array(["class"]), driver="GPKG", geometry_type="Polygon", crs="EPSG:32632",
    )  # fmt: skip
    return image, labels


@contextlib.contextmanager
def prepared(job: TrainJob) -> Iterator[Run]:
    """A training just before its first step."""
    reporter = Reporter(lambda _: None)
    scenes = open_scenes(job.input)
    with tempfile.TemporaryDirectory() as folder:
        labels = split_labels(job, prepare_labels(job, scenes, Path(folder), reporter), scenes, reporter)
        with contextlib.closing(prepare(job, scenes, labels, reporter)) as data:
            run = fit._assemble(job, data, join_processes(job.device), reporter)
            epochs.plan_steps(run)
            yield run


def bare_step(run: Run, network: torch.nn.Module) -> Callable[[], None]:
    """One step of the same network on tensors in memory."""
    device, job = run.processes.device, run.job
    shape = (job.batch_size, len(run.data.bands), job.chip_size, job.chip_size)
    values = torch.randn(shape, device=device).to(memory_format=torch.channels_last)
    target = torch.randint(len(run.data.classes), (shape[0], *shape[2:]), device=device)
    optimiser = torch.optim.AdamW(network.parameters(), lr=1e-5)

    def step() -> None:
        network.train()
        optimiser.zero_grad(set_to_none=True)
        with mixed_precision(device):
            logits = network(values)
        loss = functional.cross_entropy(logits.float(), target)
        torch.autograd.backward(loss)
        optimiser.step()

    return step


def compare(run: Run, bare: Callable[[], None], settings: argparse.Namespace, name: str) -> None:
    """Alternate the bare step and the real loop."""
    steps = settings.steps
    bare()
    real_seconds(run, 2, 0)
    bares, reals = [], []
    for number in range(1, settings.rounds + 1):
        bares.append(bare_seconds(bare, steps, run.processes.device))
        reals.append(real_seconds(run, steps, number))
    chips = steps * run.job.batch_size
    ratio = statistics.median(b / r for b, r in zip(bares, reals, strict=True))
    rates = (chips / statistics.median(seconds) for seconds in (reals, bares))
    print("{}: {:.1f} images/s, bare step {:.1f}, ratio {:.3f}".format(name, *rates, ratio), flush=True)


def bare_seconds(bare: Callable[[], None], steps: int, device: torch.device) -> float:
    """Time of bare steps."""
    start = time.perf_counter()
    for _ in range(steps):
        bare()
    if device.type == "cuda":
        torch.cuda.synchronize(device)
    return time.perf_counter() - start


def real_seconds(run: Run, steps: int, number: int) -> float:
    """Time of steps of the real loop, from a cold start of its readers on."""
    start = time.perf_counter()
    with contextlib.closing(epochs._load(run, number, steps * run.job.batch_size)) as batches:
        for _ in run.learner.learn(batches):
            pass
    return time.perf_counter() - start


@contextlib.contextmanager
def near_free_network() -> Iterator[None]:
    """A block in which networks are one small convolution."""

    def build(_: str, __: str, bands: int, num_classes: int, *_more: object) -> torch.nn.Module:
        return torch.nn.Conv2d(bands, num_classes, 1)

    fit.build_network = build
    try:
        yield
    finally:
        fit.build_network = build_network


def seconds_to_first_step(job: TrainJob) -> float:
    """Time of a job run as QGIS runs it until it reports its first chips; files are cached."""
    start = time.perf_counter()
    seconds: list[float] = []

    def see(event: Event) -> None:
        if isinstance(event, Progress) and event.stage == "Training" and event.done:
            seconds.append(time.perf_counter() - start)

    with contextlib.suppress(JobCancelledError):
        run_job(sys.executable, job, see, lambda: bool(seconds))
    return seconds[0]


if __name__ == "__main__":
    main()
