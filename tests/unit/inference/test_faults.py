"""Faults while a map is made: the messages, the files that are left, and the resumed job."""

import contextlib
import os
import subprocess
from dataclasses import replace

import numpy as np
import pytest
import rasterio
import torch

from core.contract.classes import ClassEntry, ClassTable
from core.contract.jobs.classify import ClassifyJob
from core.contract.messages.errors import DiskFullError, OutputError, RasterError
from core.contract.messages.reporter import Reporter
from core.contract.model_card import Band, ModelCard
from core.inference import classify as classify_module
from core.inference import regions as regions_module
from core.inference.classifier import Classifier
from core.inference.classify import classify_raster
from core.inference.predictor import Forward, Predictor
from core.inference.tiles import plan_tiles
from core.models.normalise import Normalise

HEIGHT, WIDTH, BLOCK, NODATA = 512, 256, 64, 255

root_only = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="mounting a small disk needs root"
)


class LargestBand(torch.nn.Module):
    """A pixel has the class of its largest band; counts tiles, and calls ``happens`` at tile ``at``."""

    def __init__(self):
        super().__init__()
        self.count, self.at, self.happens = 0, -1, None

    def __deepcopy__(self, memo):
        """Predictors get this object instead of a copy, so that a test sees their calls."""
        return self

    def forward(self, values):
        self.count += len(values)
        if self.count == self.at:
            self.happens()
        return values.clone()


@pytest.fixture
def network():
    return LargestBand()


@pytest.fixture
def classifier(network):
    """A classifier with known results, which predicts tile by tile."""
    bands = tuple(Band(f"Band {n}", 100, 50, 0, 255) for n in (1, 2, 3))
    classes = ClassTable(tuple(ClassEntry(n, n, f"class {n}", "#102030") for n in range(3)))
    card = ModelCard("unet", "resnet18", bands, "uint8", 0.5, classes, 64, "ce", (1.0,) * 3)
    predictor = Predictor(
        network, Normalise(bands), 3, torch.device("cpu"), Forward(1, full_precision=True),
        Reporter(lambda event: None),
    )  # fmt: skip
    return Classifier("m.safetensors", "0123abcd", card, predictor, "CPU")


@pytest.fixture(autouse=True)
def _small_regions(monkeypatch):
    """A region per row of tiles."""
    monkeypatch.setattr(regions_module, "LEAST_PIXELS", 1)
    monkeypatch.setattr(regions_module, "MOST_PIXELS", 1)


@pytest.fixture
def values():
    """Bands that are never equal."""
    noise = np.random.default_rng(0).integers(0, 80, (3, HEIGHT, WIDTH)) * 3 + np.arange(3).reshape(3, 1, 1)
    return (noise + 1).astype(np.uint8)


@pytest.fixture
def job(make_raster, values, tmp_path):
    image = make_raster(
        values, tiled=True, blockxsize=BLOCK, blockysize=BLOCK, compress="deflate", interleave="pixel"
    )
    return ClassifyJob(
        input=str(image), model="unused", output=str(tmp_path / "map.tif"), tile_size=64, overlap=16
    )


def rows_of(path):
    with rasterio.open(path) as raster:
        return raster.read(1)


def beside(job):
    return {path.name for path in classify_module.Path(job.output).parent.iterdir()}


def resume(job, classifier, network, expected, at_most):
    """Run the job again: it must report that, predict missing tiles only, and make the whole map."""
    events = []
    network.count, network.at = 0, -1
    classify_raster(job, classifier, Reporter(events.append))
    assert any("Resuming" in event.text for event in events if event.event == "log")
    assert network.count <= at_most
    np.testing.assert_array_equal(rows_of(job.output), expected)
    assert "map.partial" not in beside(job)
    return [event.text for event in events if event.event == "log"]


PLAN = plan_tiles(HEIGHT, WIDTH, 64, 16)
NUM_TILES, IN_A_REGION = PLAN.num_tiles, len(PLAN.rows[0][1])


@pytest.fixture
def small_disk(tmp_path):
    """Mounts a small disk; yields its folder, and a function that changes its size."""
    disk = tmp_path / "small disk ü"
    disk.mkdir()

    def mount(*options):
        return subprocess.run(["mount", *options, disk], check=False, capture_output=True).returncode

    if mount("-t", "tmpfs", "-o", "size=1m", "tmpfs"):
        pytest.skip("a small disk cannot be mounted here")
    yield disk, lambda size: mount("-o", f"remount,size={size}")
    subprocess.run(["umount", disk], check=True)


@root_only
def test_a_full_disk_while_regions_are_written(job, classifier, network, values, small_disk, monkeypatch):
    disk, resize = small_disk
    resize("160k")
    monkeypatch.setattr(classify_module, "require_free_space", lambda *args: None)
    job = replace(
        job, output=str(disk / "map.tif"), confidence=str(disk / "c.tif"), probabilities=str(disk / "p.tif")
    )
    with pytest.raises(DiskFullError, match=r"became full while .* was written\. Free some disk space"):
        classify_raster(job, classifier, Reporter(lambda event: None))
    assert beside(job) == {"map.partial"}
    assert IN_A_REGION < network.count < NUM_TILES
    resize("20m")
    resume(job, classifier, network, values.argmax(axis=0), NUM_TILES - IN_A_REGION)
    assert beside(job) == {"map.tif", "map.tif.aux.xml", "c.tif", "p.tif"}


@root_only
@pytest.mark.parametrize("left", [0, 16_000], ids=["nothing left", "not enough left"])
def test_a_full_disk_while_the_map_is_assembled(
    job, classifier, network, values, small_disk, monkeypatch, left
):
    disk, resize = small_disk
    resize("20m")
    job = replace(job, output=str(disk / "map.tif"))
    write_map = classify_module.write_map

    def fill(*arguments):
        with contextlib.suppress(OSError), (disk / "filler").open("wb", buffering=0) as file:
            while True:
                file.write(b"x" * 4096)
        os.truncate(disk / "filler", (disk / "filler").stat().st_size - left)
        write_map(*arguments)

    monkeypatch.setattr(classify_module, "write_map", fill)
    with pytest.raises(DiskFullError, match=r"became full while .* was written\. Free some disk space"):
        classify_raster(job, classifier, Reporter(lambda event: None))
    assert beside(job) == {"filler", "map.partial"}
    (disk / "filler").unlink()
    monkeypatch.setattr(classify_module, "write_map", write_map)
    resume(job, classifier, network, values.argmax(axis=0), 0)


@root_only
def test_a_folder_that_cannot_be_written_is_refused_before_the_run(job, small_disk):
    disk, _ = small_disk
    assert subprocess.run(["mount", "-o", "remount,ro", disk], check=False).returncode == 0
    for name in ("output", "confidence", "polygons"):
        path = disk / ("map.gpkg" if name == "polygons" else "map.tif")
        problems = replace(job, **{name: str(path)}).problems()
        assert any("is not writable" in problem for problem in problems), name


def test_a_file_in_place_of_the_partial_map_is_an_error(job, classifier, tmp_path):
    (tmp_path / "map.partial").write_text("mine")
    with pytest.raises(OutputError, match=r"map\.partial' cannot be written"):
        classify_raster(job, classifier, Reporter(lambda event: None))
    assert (tmp_path / "map.partial").read_text() == "mine"


@pytest.mark.parametrize("on_damage", ["stop", "skip"])
def test_a_job_whose_raster_vanishes_can_be_resumed_when_it_is_back(
    job, classifier, network, values, tmp_path, on_damage
):
    """Also where damage is skipped: a missing file must not become a map of nodata."""
    job = replace(job, on_damage=on_damage)
    image, elsewhere = tmp_path / "image.tif", tmp_path / "elsewhere.tif"
    network.at, network.happens = 20, lambda: image.rename(elsewhere)
    with pytest.raises(RasterError, match=r"There is no raster '.*image\.tif'"):
        classify_raster(job, classifier, Reporter(lambda event: None))
    assert beside(job) == {"elsewhere.tif", "map.partial"}
    elsewhere.rename(image)
    resume(job, classifier, network, values.argmax(axis=0), NUM_TILES - 2 * IN_A_REGION)


def damage(path, block_row, block_col):
    """Spoil one block of a file."""
    with rasterio.open(path) as dataset:
        block = f"{block_col}_{block_row}"
        start, size = (
            int(dataset.get_tag_item(f"BLOCK_{kind}_{block}", "TIFF", bidx=1)) for kind in ("OFFSET", "SIZE")
        )
    content = bytearray(path.read_bytes())
    content[start : start + size] = b"\xff" * size
    path.write_bytes(content)


@pytest.fixture
def damaged(job, tmp_path):
    """Damages blocks far apart; returns where the map is nodata then."""
    expected = np.zeros((HEIGHT, WIDTH), bool)
    for row, col in ((0, 1), (3, 2), (6, 0)):
        damage(tmp_path / "image.tif", row, col)
        expected[row * BLOCK : (row + 1) * BLOCK, col * BLOCK : (col + 1) * BLOCK] = True
    return expected


def test_damage_in_the_middle_stops_the_job(job, classifier, damaged):
    with pytest.raises(RasterError, match="damaged or cut off"):
        classify_raster(job, classifier, Reporter(lambda event: None))
    assert beside(job) <= {"image.tif", "map.partial"}


def test_skipped_damage_becomes_nodata_and_is_counted(job, classifier, damaged, values):
    reporter = Reporter(lambda event: None)
    classify_raster(replace(job, on_damage="skip"), classifier, reporter)
    np.testing.assert_array_equal(rows_of(job.output), np.where(damaged, NODATA, values.argmax(axis=0)))
    (warning,) = (text for text in reporter.warnings if "cannot be read" in text)
    assert "12288 pixels (9.38%) of 'image.tif' cannot be read, in 3 of its blocks" in warning


def test_damage_found_by_an_earlier_run_is_counted(job, classifier, network, damaged, values, monkeypatch):
    job = replace(job, on_damage="skip")
    expected = np.where(damaged, NODATA, values.argmax(axis=0))

    def die():
        raise KeyboardInterrupt

    network.at, network.happens = 30, die
    with pytest.raises(KeyboardInterrupt):
        classify_raster(job, classifier, Reporter(lambda event: None))
    # The input checks would find all of it again.
    monkeypatch.setattr(classify_module, "check_values", lambda *args: None)
    messages = resume(job, classifier, network, expected, NUM_TILES - 2 * IN_A_REGION)
    assert any("in 3 of its blocks" in text for text in messages)


def test_a_raster_damaged_everywhere_gives_no_map(job, classifier, tmp_path):
    for row in range(HEIGHT // BLOCK):
        for col in range(WIDTH // BLOCK):
            damage(tmp_path / "image.tif", row, col)
    with pytest.raises(RasterError, match="all of it is damaged"):
        classify_raster(replace(job, on_damage="skip"), classifier, Reporter(lambda event: None))
    assert "map.tif" not in beside(job)


def test_too_little_disk_space_is_reported_before_anything_is_predicted(
    job, classifier, monkeypatch, network
):
    monkeypatch.setattr(classify_module, "_needed_bytes", lambda *args: 1e15)
    with pytest.raises(DiskFullError, match=r"GB left; up to 1000000\.0 GB are needed"):
        classify_raster(job, classifier, Reporter(lambda event: None))
    assert network.count == 0
    assert beside(job) == {"image.tif"}
