"""How close *Classify raster* comes to its limits: the network's own speed, the disk, and bounded memory.

Usage: python bench/inference.py [--side 8192] [--encoder resnet18] [--device auto] [--memory 4096 8192 20000]
                                 [--texture IMAGE]

Prints the time from the start of an engine to its first batch of tiles. Then writes rasters with the texture
of an orthophoto (of IMAGE, else of noise at several scales), and for RGB bytes compressed as JPEG and by
deflate, and four bands of 16 bits, prints:

job        MPix/s of the whole job, from the open raster to the finished cloud-optimised GeoTIFF
forward    MPix/s of the same network alone on tiles in memory, in the best known setting (channels last,
           batch normalisation folded, half precision where the device has it, memory kept), overlaps counted
read+write MPix/s without a network: the raster read in strips, a class raster written, at the same time
near-free  MPix/s of the job with a network of a single 1 x 1 convolution

Then the peak memory of a process that runs the near-free job on rasters of several sizes (with everything
that a real model imports).
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

import numpy as np
import rasterio
import torch
from rasterio import Affine
from rasterio.windows import Window

from core.allocator import keep_freed_memory
from core.contract.catalog.mapping import DEFAULT_TILE
from core.contract.classes import build_class_table
from core.contract.jobs.classify import ClassifyJob
from core.contract.messages.events import Progress
from core.contract.messages.reporter import Reporter
from core.contract.model_card import Band, ModelCard
from core.engine.client import run_job
from core.geodata.raster.scene import open_scene
from core.inference.classifier import Classifier, load_classifier
from core.inference.classify import classify_raster
from core.inference.predictor import Forward, Predictor, mixed_precision
from core.inference.tiles import plan_tiles
from core.models.factory import build_network
from core.models.model_file import save_model
from core.models.normalise import Normalise

CLASSES = build_class_table([(number, f"class {number}") for number in range(6)])
TO_MAP = Affine(0.1, 0, 500_000, 0, -0.1, 5_600_000)
TILE, OVERLAP = DEFAULT_TILE, ClassifyJob.overlap
KINDS = {
    "RGB, JPEG": (3, "uint8", {"compress": "jpeg", "photometric": "ycbcr"}),
    "RGB, deflate": (3, "uint8", {"compress": "deflate", "predictor": 2}),
    "4 bands of 16 bits, deflate": (4, "uint16", {"compress": "deflate", "predictor": 2}),
}


def main() -> None:
    """Print rates, ratios, memory and the time to the first tiles."""
    settings = read_arguments()
    keep_freed_memory()
    if settings.child:
        run_child(Path(settings.child[0]), Path(settings.child[1]))
        return
    with tempfile.TemporaryDirectory(dir=settings.folder) as name:
        folder = Path(name)
        raster = write_raster(folder / "scene.tif", 2048, *KINDS["RGB, deflate"], settings.texture)
        model = write_model(folder / "model.safetensors", 3, "uint8", settings.encoder)
        job = ClassifyJob(str(raster), str(model), str(folder / "map.tif"), device=settings.device)
        print(f"from start to the first tiles: {seconds_to_first_tiles(job):.1f} s, {busy()}", flush=True)
        for title, (count, dtype, layout) in KINDS.items():
            raster = write_raster(folder / "scene.tif", settings.side, count, dtype, layout, settings.texture)
            model = write_model(folder / "model.safetensors", count, dtype, settings.encoder)
            job = ClassifyJob(str(raster), str(model), str(folder / "map.tif"), device=settings.device)
            compare(title, job, settings)
        model = write_model(folder / "model.safetensors", 3, "uint8", settings.encoder)
        for side in settings.memory:
            raster = write_raster(folder / "scene.tif", side, *KINDS["RGB, JPEG"], settings.texture)
            print_memory(side, raster, model)


def read_arguments() -> argparse.Namespace:
    """What to measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--side", default=8192, type=int)
    parser.add_argument("--encoder", default="resnet18")
    parser.add_argument("--device", default="auto")
    parser.add_argument("--rounds", default=1, type=int)
    parser.add_argument("--memory", nargs="*", default=[4096, 8192, 20000], type=int)
    parser.add_argument("--texture", default="", help="an RGB raster whose pixels are repeated, mirrored")
    parser.add_argument("--folder", default=None, help="where scratch files go")
    parser.add_argument("--child", nargs=2, default=None, help=argparse.SUPPRESS)
    return parser.parse_args()


def busy() -> str:
    """The load of the machine."""
    return f"load {os.getloadavg()[0]:.1f} of {os.cpu_count()} cores"


def texture(path: str) -> np.ndarray:
    """Pixels (3, rows, columns) that look, and compress, like an orthophoto."""
    if path:
        with rasterio.open(path) as dataset:
            return dataset.read((1, 2, 3), window=Window(0, 0, 2048, 2048))
    rng = np.random.default_rng(0)
    planes = sum(
        np.kron(rng.normal(0, size**0.5 * 4, (3, 2048 // size, 2048 // size)), np.ones((1, size, size)))
        for size in (1, 4, 16, 64)
    )
    return np.clip(120 + planes, 1, 254).astype(np.uint8)


def write_raster(
    path: Path, side: int, count: int, dtype: str, layout: dict[str, object], source: str
) -> Path:
    """A raster of repeated texture, tiled like most orthophotos."""
    path.unlink(missing_ok=True)
    pixels = texture(source)
    pixels = np.concatenate([pixels, pixels[:, :, ::-1]], axis=2)
    pixels = np.concatenate([pixels, pixels[:, ::-1]], axis=1)
    pixels = np.concatenate([pixels, pixels[:1]])[:count].astype(dtype) * (257 if dtype == "uint16" else 1)
    tiled = {"tiled": True, "blockxsize": 512, "blockysize": 512, "bigtiff": "if_safer", "num_threads": 2}
    profile = {"driver": "GTiff", "count": count, "dtype": dtype, "crs": "EPSG:32632", "transform": TO_MAP}
    repeats = -(-side // pixels.shape[2])
    with rasterio.open(path, "w", height=side, width=side, **profile, **tiled, **layout) as dataset:
        for top in range(0, side, 512):
            start = top % pixels.shape[1]
            rows = np.tile(pixels[:, start : start + 512], (1, 1, repeats))[:, : side - top, :side]
            dataset.write(rows, window=Window(0, top, side, rows.shape[1]))
    return path


def write_model(path: Path, bands: int, dtype: str, encoder: str) -> Path:
    """An untrained model: speed does not depend on training."""
    torch.manual_seed(0)
    network = build_network("unet", encoder, bands, len(CLASSES), "random", Reporter(lambda _: None))
    scale = 257 if dtype == "uint16" else 1
    statistics = tuple(Band(f"Band {n + 1}", 120 * scale, 50 * scale, 0, 255 * scale) for n in range(bands))
    card = ModelCard("unet", encoder, statistics, dtype, 0.1, CLASSES, TILE, "ce", (1.0,) * len(CLASSES))
    save_model(path, network, card)
    return path


def compare(title: str, job: ClassifyJob, settings: argparse.Namespace) -> None:
    """The job against its limits, measured alternately."""
    classifier = load_classifier(job, Reporter(lambda _: None))
    near_free = with_near_free_network(classifier)
    pixels = settings.side**2 / 1e6
    for _ in range(settings.rounds):
        before = forward_rate(classifier, settings.side)
        rate = pixels / seconds(lambda: classify_raster(job, classifier, Reporter(lambda _: None)))
        forward = (before + forward_rate(classifier, settings.side)) / 2
        both = pixels / seconds(lambda: read_and_write(Path(job.input), Path(job.output)))
        free = pixels / seconds(lambda: classify_raster(job, near_free, Reporter(lambda _: None)))
        both = (both + pixels / seconds(lambda: read_and_write(Path(job.input), Path(job.output)))) / 2
        print(
            f"{title}, {settings.side}²: job {rate:.2f}, forward {forward:.2f}, ratio {rate / forward:.2f}; "
            f"read+write {both:.1f}, near-free {free:.1f}, ratio {free / both:.2f}; {busy()}",
            flush=True,
        )


def seconds(work: object) -> float:
    """Duration of a call."""
    start = time.perf_counter()
    work()  # type: ignore[operator]
    return time.perf_counter() - start


def with_near_free_network(classifier: Classifier) -> Classifier:
    """The same model with a network that costs next to nothing."""
    bands = classifier.card.bands
    network = torch.nn.Conv2d(len(bands), len(CLASSES), 1).eval()
    device = classifier.predictor.device
    predictor = Predictor(network, Normalise(bands), len(CLASSES), device, Forward(), Reporter(print))
    return replace(classifier, predictor=predictor)


@torch.inference_mode()
def forward_rate(classifier: Classifier, side: int) -> float:
    """MPix/s of the map if only the network took time."""
    predictor, bands = classifier.predictor, len(classifier.card.bands)
    size = predictor.batch_size((TILE, TILE))
    network = predictor._network
    batch = torch.randn(size, bands, TILE, TILE, device=predictor.device)
    batch = batch.to(memory_format=torch.channels_last)
    times = []
    for _ in range(6):
        wait(predictor.device)
        start = time.perf_counter()
        with mixed_precision(predictor.device):
            network(batch)
        wait(predictor.device)
        times.append(time.perf_counter() - start)
    passes = plan_tiles(side, side, TILE, OVERLAP).num_tiles * TILE**2 / side**2
    return size * TILE**2 / 1e6 / float(np.median(times[1:])) / passes


def wait(device: torch.device) -> None:
    """Wait for the graphics card."""
    if device.type == "cuda":
        torch.cuda.synchronize()


def read_and_write(raster: Path, output: Path) -> None:
    """Strips read by two threads, a class raster written by a third."""
    with open_scene(raster) as scene, ThreadPoolExecutor(2) as readers, ThreadPoolExecutor(1) as writer:
        profile = {"driver": "GTiff", "count": 1, "dtype": "uint8", "crs": scene.crs, "transform": TO_MAP}
        tiled = {"tiled": True, "blockxsize": 512, "blockysize": 512, "compress": "deflate", "zlevel": 3}
        size = {"height": scene.height, "width": scene.width}
        with rasterio.open(output, "w", nodata=255, **size, **profile, **tiled) as target:
            windows = [
                Window(0, top, scene.width, min(512, scene.height - top))
                for top in range(0, scene.height, 512)
            ]
            reads = [readers.submit(scene.read_with_valid, window) for window in windows[:3]]
            written = []
            for number, window in enumerate(windows):
                values, _ = reads[number].result()
                reads[number] = None
                if number + 3 < len(windows):
                    reads.append(readers.submit(scene.read_with_valid, windows[number + 3]))
                classes = (values[0] // (values.dtype.type(np.iinfo(values.dtype).max) // 5)).astype(np.uint8)
                written.append(writer.submit(target.write, classes, 1, window=window))
            for future in written:
                future.result()


def seconds_to_first_tiles(job: ClassifyJob) -> float:
    """From the start of an engine, with warm caches, to the end of its first batch."""
    return min(_first_tiles(job) for _ in range(3))


def _first_tiles(job: ClassifyJob) -> float:
    start, first = time.perf_counter(), []

    def see(event: object) -> None:
        if isinstance(event, Progress) and event.unit == "tiles" and not first:
            first.append(time.perf_counter() - start)

    run_job(sys.executable, job, see, lambda: False)
    return first[0]


def print_memory(side: int, raster: Path, model: Path) -> None:
    """Peak memory of a process of its own."""
    done = subprocess.run(  # noqa: S603 - this very file
        [sys.executable, __file__, "--child", raster, model], check=True, capture_output=True, text=True
    )
    print(f"near-free job at {side}²: {done.stdout.strip()}", flush=True)


def run_child(raster: Path, model: Path) -> None:
    """Run the near-free job and print memory and rate."""
    job = ClassifyJob(str(raster), str(model), str(raster.with_name("map.tif")), device="cpu")
    near_free = with_near_free_network(load_classifier(job, Reporter(lambda _: None)))
    loaded = memory()
    took = seconds(lambda: classify_raster(job, near_free, Reporter(lambda _: None)))
    with rasterio.open(raster) as dataset:
        rate = dataset.width * dataset.height / 1e6 / took
    print(f"peak {memory():.2f} GB ({loaded:.2f} GB before the first pixel), {rate:.1f} MPix/s")


def memory() -> float:
    """Most memory of this process so far, GB; Linux only. A child's ``ru_maxrss`` counts its parent's."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return int(next(line for line in lines if line.startswith("VmHWM")).split()[1]) / 1e6


if __name__ == "__main__":
    main()
