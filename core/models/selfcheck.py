"""The job *Check engine*: tries once what the other jobs need, and reports the versions."""

from __future__ import annotations

import importlib.metadata
import platform
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import torch

from ..contract.catalog.networks import DEFAULT_ENCODER
from ..contract.jobs.check import CheckJob
from ..contract.messages.errors import CoreError, DeviceError
from ..contract.messages.reporter import Reporter
from .device import choose_device, describe_device
from .factory import build_network

PACKAGES = (
    "torch",
    "torchvision",
    "segmentation-models-pytorch",
    "timm",
    "rasterio",
    "pyogrio",
    "shapely",
    "torchmetrics",
    "safetensors",
    "numpy",
    "matplotlib",
    "jinja2",
)
"""Packages whose versions are reported."""

TOLERANCE = 0.02
"""Graphics cards multiply float32 with a mantissa of 10 bits by default (TF32)."""

CRS = "EPSG:32632"


def check(job: CheckJob, reporter: Reporter) -> dict[str, Any]:
    """Run the job.

    Returns:
        Texts by name: ``device`` and ``python``, and the version of each package.

    Raises:
        DeviceError: The device does not exist, or computes wrongly.
        CoreError: A package is missing or does not work.
    """
    versions = package_versions()
    device = choose_device(job.device)
    steps: list[tuple[str, Callable[[], None]]] = [
        ("Convolution", lambda: _check_convolution(device)),
        ("Network", lambda: _check_network(device, reporter)),
        ("Raster file", _check_raster),
        ("Polygons", _check_polygons),
    ]
    for done, (name, step) in enumerate(steps):
        reporter.progress(done, len(steps), "checks", "Checking the engine")
        step()
        reporter.info(f"{name}: works.")
    reporter.progress(len(steps), len(steps), "checks", "Checking the engine")
    return {"device": describe_device(device), "python": platform.python_version(), **versions}


def package_versions() -> dict[str, str]:
    """The version of each package in ``PACKAGES``.

    Raises:
        CoreError: Packages are missing; the message names them.
    """
    versions = {name: _version(name) for name in PACKAGES}
    missing = [name for name, version in versions.items() if not version]
    if missing:
        raise CoreError(f"The engine lacks {', '.join(missing)}.", "Run the algorithm 'Set up engine' again.")
    return versions


def _version(name: str) -> str:
    """The version of a package, empty if it is not installed."""
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return ""


def _check_convolution(device: torch.device) -> None:
    """Compare a convolution on the device with the same one on the CPU.

    Raises:
        DeviceError: The device fails, or its result differs.
    """
    generator = torch.Generator().manual_seed(1)
    image = torch.randn(2, 8, 64, 64, generator=generator)
    kernel = torch.randn(16, 8, 3, 3, generator=generator) / 9
    expected = torch.nn.functional.conv2d(image, kernel)
    try:
        result = torch.nn.functional.conv2d(image.to(device), kernel.to(device)).cpu()
    except RuntimeError as error:
        raise DeviceError(f"{describe_device(device)} does not work.", detail=str(error)) from error
    if not torch.allclose(result, expected, rtol=TOLERANCE, atol=TOLERANCE):
        raise DeviceError(f"{describe_device(device)} computes wrongly.")


def _check_network(device: torch.device, reporter: Reporter) -> None:
    """Run the default network once on the device."""
    network = build_network("unet", DEFAULT_ENCODER, 3, 2, "random", reporter).to(device).eval()
    with torch.inference_mode():
        logits = network(torch.zeros(1, 3, 64, 64, device=device))
    if tuple(logits.shape) != (1, 2, 64, 64) or not bool(logits.isfinite().all()):
        raise DeviceError(f"The default network does not work on {describe_device(device)}.")


def _check_raster() -> None:
    """Write a GeoTIFF with a coordinate system, and read it back."""
    import rasterio  # noqa: PLC0415 - a check of the device alone should not fail on it

    values = np.arange(256 * 256, dtype=np.uint16).reshape(1, 256, 256)
    transform = rasterio.transform.from_origin(500_000, 5_400_000, 0.5, 0.5)
    profile = {"driver": "GTiff", "count": 1, "height": 256, "width": 256, "dtype": "uint16", "crs": CRS}
    with tempfile.TemporaryDirectory(prefix="toppixel-") as folder:
        path = Path(folder) / "check.tif"
        try:
            with rasterio.open(path, "w", transform=transform, compress="deflate", **profile) as target:
                target.write(values)
            with rasterio.open(path) as source:
                is_same = source.crs == CRS and np.array_equal(source.read(), values)
        except rasterio.errors.RasterioError as error:
            raise CoreError("GeoTIFF files cannot be written and read.", detail=str(error)) from error
    if not is_same:
        raise CoreError("A GeoTIFF comes back changed: its values or its coordinate system.")


def _check_polygons() -> None:
    """Simplify adjacent polygons, whose shared edges must stay shared."""
    import shapely  # noqa: PLC0415 - as above

    if not hasattr(shapely, "coverage_simplify"):
        raise CoreError(
            f"shapely {shapely.__version__} lacks coverage_simplify.", "Install shapely 2.1 or newer."
        )
    squares = np.array([shapely.box(0, 0, 1, 1), shapely.box(1, 0, 2, 1)])
    simplified = shapely.coverage_simplify(squares, 0.1)
    if not np.isclose(shapely.area(simplified).sum(), 2):
        raise CoreError("shapely cannot simplify polygons.", "Run the algorithm 'Set up engine' again.")
