"""Small rasters, label layers and a reporter that keeps its events."""

import os

# Tiny networks: threads that wait for each other cost more than they do. Read when torch is imported.
os.environ["OMP_NUM_THREADS"] = "1"

from dataclasses import replace
from pathlib import Path

import numpy as np
import pyogrio
import pytest
import rasterio
import shapely
from rasterio import Affine
from rasterio.enums import ColorInterp

from core.contract.jobs.train import TrainJob
from core.contract.messages.reporter import Reporter
from core.geodata.chips.cells import cell_slices
from core.geodata.split.split import nothing_held_out, split_with_buffer

ORIGIN = Affine(0.5, 0, 500_000, 0, -0.5, 5_600_000)
"""Half-metre pixels in UTM."""


class KeptReporter(Reporter):
    """Keeps every event; ``text`` holds all messages."""

    def __init__(self, is_cancelled=lambda: False):
        self.events = []
        super().__init__(self.events.append, is_cancelled)

    @property
    def text(self):
        return "\n".join(event.text for event in self.events if event.event == "log")


@pytest.fixture
def reporter():
    return KeptReporter()


@pytest.fixture
def cancelled():
    return KeptReporter(is_cancelled=lambda: True)


@pytest.fixture
def make_raster(tmp_path):
    """Write a GeoTIFF: values (count, height, width) or (height, width)."""

    def make(values, name="image.tif", crs="EPSG:32632", transform=ORIGIN, alpha=False, mask=None, **more):
        values = np.atleast_3d(values) if values.ndim == 3 else values[np.newaxis]
        path = tmp_path / name
        profile = {"driver": "GTiff", "count": len(values), "dtype": values.dtype, "crs": crs}
        profile |= {"height": values.shape[1], "width": values.shape[2], "transform": transform}
        with rasterio.open(path, "w", **{**profile, **more}) as dataset:
            if alpha:
                dataset.colorinterp = [ColorInterp.gray] * (len(values) - 1) + [ColorInterp.alpha]
            dataset.write(values)
            if mask is not None:
                dataset.write_mask(mask)
        return path

    return make


@pytest.fixture
def make_layer(tmp_path):
    """Write a GeoPackage layer; polygons are given in pixels (column, row) of a raster at ORIGIN."""

    def make(pixels, values=None, name="labels.gpkg", crs="EPSG:32632", field="class", to_map=ORIGIN, **more):
        shapes = shapely.transform(
            np.array(pixels, dtype=object), lambda points: np.column_stack(to_map @ tuple(points.T))
        )
        kind = shapes[0].geom_type if len({shape.geom_type for shape in shapes}) == 1 else "Unknown"
        values = np.arange(1, len(shapes) + 1) if values is None else np.array(values)
        path = tmp_path / name
        settings = {"driver": "GPKG", "geometry_type": kind, "crs": crs} | more
        pyogrio.raw.write(
            path,
            geometry=shapely.to_wkb(shapes),
            field_data=[values],
            fields=np.array([field]),
            **settings,
        )
        return path

    return make


@pytest.fixture
def make_job(tmp_path):
    """A training job on files of the test."""

    def make(image, labels, class_field="class", **more):
        images = image if isinstance(image, (list, tuple)) else [image]
        return TrainJob(
            input=tuple(map(str, images)),
            labels=str(labels),
            model=str(tmp_path / "model.safetensors"),
            class_field=class_field,
            **more,
        )

    return make


@pytest.fixture
def split_by_windows():
    """A split that keeps the given windows of each scene for validation."""

    def split(index, windows, margin=0):
        held = [np.zeros(counts.shape[:2], dtype=bool) for counts in index.counts]
        for cells, of_scene in zip(held, windows):
            for window in of_scene:
                cells[cell_slices(window, index.cell_size)] = True
        held_out = replace(
            nothing_held_out(index),
            validation=tuple(map(tuple, windows)),
            validation_cells=tuple(held),
            validation_pixels=np.array(
                [counts[cells].sum(axis=0) for counts, cells in zip(index.counts, held)]
            ),
            from_training=True,
        )
        return split_with_buffer(index, held_out, margin)

    return split


@pytest.fixture
def real_data():
    """The folder with real labelled scenes."""
    beside = Path(__file__).parents[3] / "shared" / "data"
    folder = Path(os.environ.get("TOPPIXEL_DATA", beside))
    if not folder.is_dir():
        pytest.skip(f"no real data in {folder}; set TOPPIXEL_DATA")
    return folder
