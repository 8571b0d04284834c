"""A real Dask cluster makes the same files as one process, also when a worker is killed."""

import contextlib
import json
import os
import re
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import rasterio
import torch

from core.contract.classes import build_class_table
from core.contract.jobs.classify import ClassifyJob
from core.contract.messages.errors import ClusterError, JobCancelledError, RasterError
from core.contract.messages.events import Progress
from core.contract.messages.reporter import Reporter
from core.contract.model_card import Band, ModelCard
from core.inference import regions
from core.inference.classify import classify
from core.inference.cluster import client as cluster
from core.models.factory import build_network
from core.models.model_file import save_model


@pytest.fixture(autouse=True)
def _small_regions(monkeypatch):
    """Regions of one or two rows of tiles; one thread here, as on each worker."""
    monkeypatch.setattr(regions, "LEAST_PIXELS", 1)
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


@pytest.fixture
def job(tmp_path):
    """A job on a scene of about ten regions, with several outputs."""
    torch.manual_seed(0)
    network = build_network("unet", "resnet18", 3, 3, "random", Reporter(lambda _: None))
    bands = tuple(Band(f"Band {n}", 120, 60, 0, 255) for n in (1, 2, 3))
    classes = build_class_table([(0, "background"), (1, "car"), (2, "Straße")])
    card = ModelCard("unet", "resnet18", bands, "uint8", 0.5, classes, 64, "ce", (1.0,) * 3)
    save_model(tmp_path / "model.safetensors", network, card)
    values = np.random.default_rng(0).integers(1, 255, (3, 700, 150), dtype=np.uint8)
    values[:, 300:330] = 0
    image = tmp_path / "image.tif"
    profile = {"driver": "GTiff", "height": 700, "width": 150, "count": 3, "dtype": "uint8", "nodata": 0}
    grid = {"crs": "EPSG:32632", "transform": rasterio.Affine(0.5, 0, 500_000, 0, -0.5, 5_600_000)}
    with rasterio.open(image, "w", **profile, **grid) as raster:
        raster.write(values)
    return ClassifyJob(
        str(image), str(tmp_path / "model.safetensors"), str(tmp_path / "map.tif"), overlap=24, device="cpu",
        confidence=str(tmp_path / "confidence.tif"), probabilities=str(tmp_path / "probabilities.tif"),
    )  # fmt: skip


def outputs(job, folder):
    """The job with its outputs in a folder of their own."""
    folder.mkdir(exist_ok=True)
    names = ("output", "confidence", "probabilities")
    return replace(job, **{name: str(folder / Path(getattr(job, name)).name) for name in names})


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@contextlib.contextmanager
def started(*command):
    """A process of the cluster, started outside this repository."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    process = subprocess.Popen(
        [sys.executable, "-m", *command],
        cwd="/",
        env={**environment, "OMP_NUM_THREADS": "1"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield process
    finally:
        process.kill()
        process.wait()


@contextlib.contextmanager
def new_scheduler(folder):
    """A scheduler's address and process."""
    file = folder / "scheduler.json"
    options = ("--port", "0", "--no-dashboard", "--host", "127.0.0.1", "--scheduler-file", str(file))
    with started("distributed.cli.dask_scheduler", *options) as process:
        for _ in range(600):
            with contextlib.suppress(OSError, ValueError):
                address = json.loads(file.read_text())["address"]
                break
            time.sleep(0.1)
        yield address, process


@pytest.fixture(scope="module")
def scheduler(tmp_path_factory):
    """A scheduler's address."""
    with new_scheduler(tmp_path_factory.mktemp("cluster")) as (address, _):
        yield address


def worker(address, name):
    # As many threads as in this process: another number may change the rounding.
    threads = str(torch.get_num_threads())
    options = ("--no-nanny", "--nthreads", threads, "--no-dashboard", "--name", name)
    return started("distributed.cli.dask_worker", address, *options)


def test_two_workers_of_which_one_is_killed_make_the_files_of_one_process(job, scheduler, tmp_path):
    alone, together = outputs(job, tmp_path / "alone"), outputs(job, tmp_path / "together")
    classify(alone, Reporter(lambda _: None))
    done = []

    with worker(scheduler, "a") as killed, worker(scheduler, "b"):

        def see(event):
            if isinstance(event, Progress) and event.unit == "tiles":
                done.append(event.done)
                if event.done and killed.poll() is None:
                    killed.send_signal(signal.SIGKILL)
                    killed.wait()

        classify(replace(together, scheduler=scheduler), Reporter(see))

    assert killed.returncode == -signal.SIGKILL
    assert done[-1] > done[0]
    assert contents(tmp_path / "together") == contents(tmp_path / "alone")


def test_one_process_resumes_the_job_of_a_cluster(job, scheduler, tmp_path):
    alone, together = outputs(job, tmp_path / "alone"), outputs(job, tmp_path / "together")
    classify(alone, Reporter(lambda _: None))
    done = [0]

    def see(event):
        if isinstance(event, Progress):
            done.append(event.done)

    with worker(scheduler, "a"), pytest.raises(JobCancelledError):
        classify(replace(together, scheduler=scheduler), Reporter(see, lambda: done[-1] > 0))
    events = []
    classify(together, Reporter(events.append))

    texts = "\n".join(getattr(event, "text", "") for event in events)
    finished, total = map(int, re.search(r"Resuming an earlier run: (\d+) of (\d+) tiles", texts).groups())
    # A region that was computed when the job was cancelled is written, too.
    assert max(done) <= finished < total
    assert contents(tmp_path / "together") == contents(tmp_path / "alone")


def test_an_error_on_a_worker_is_raised_here(job, scheduler, tmp_path):
    image = tmp_path / "image.tif"
    image.write_bytes(image.read_bytes()[: image.stat().st_size // 2])
    with worker(scheduler, "a"), pytest.raises(RasterError, match=r"image\.tif"):
        classify(replace(job, scheduler=scheduler), Reporter(lambda _: None))


def test_a_job_whose_scheduler_dies_can_be_resumed_in_one_process(job, tmp_path):
    done = []
    with new_scheduler(tmp_path) as (address, process), worker(address, "a"):

        def see(event):
            if isinstance(event, Progress) and event.unit == "tiles" and event.done:
                done.append(event.done)
                process.kill()

        with pytest.raises(ClusterError, match="does not answer any more"):
            classify(replace(job, scheduler=address), Reporter(see))
    events = []
    classify(job, Reporter(events.append))
    assert any("Resuming" in getattr(event, "text", "") for event in events)


def test_local_workers_make_the_files_of_one_process(job, tmp_path):
    alone, together = outputs(job, tmp_path / "alone"), outputs(job, tmp_path / "together")
    classify(alone, Reporter(lambda _: None))
    classify(replace(together, scheduler="local"), Reporter(lambda _: None))
    assert contents(tmp_path / "together") == contents(tmp_path / "alone")


def test_an_unreachable_scheduler_is_an_error(job, monkeypatch):
    monkeypatch.setattr(cluster, "CONNECTION_PATIENCE_S", 1)
    with pytest.raises(ClusterError, match=r"tcp://127\.0\.0\.1:9"):
        classify(replace(job, scheduler="tcp://127.0.0.1:9"), Reporter(lambda _: None))


@pytest.mark.parametrize("text", ["host:8786", "http://host:8786", "somewhere", "tcp://host"])
def test_a_wrong_address_is_refused_before_the_run(job, text):
    assert any("is neither an address" in problem for problem in replace(job, scheduler=text).problems())
