"""The client of a Dask cluster: requests regions from the workers in order, and alone writes the map."""

from __future__ import annotations

import contextlib
import os
import re
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import CancelledError
from dataclasses import replace
from pathlib import Path
from typing import Any

import torch

from ... import __version__
from ...contract.jobs.classify import ClassifyJob
from ...contract.messages.errors import ClusterError, error_class
from ...contract.messages.reporter import Reporter
from ..blend import ONE
from ..classifier import Classifier
from ..map_outputs import CLASS, MapOutputs
from ..regions import MapTask, follows, write_region
from ..stream import Strip
from ..tiles import TilePlan
from .worker import RegionAnswer, RegionRequest, make_region

Client = Any

Future = Any
"""Of ``distributed``, which is imported only where a cluster is asked for, and has no types."""


LOCAL = "local"
"""In place of an address: a cluster of processes on this machine."""

CONNECTION_PATIENCE_S = 10
"""Timeout for the connection to a scheduler."""

REGIONS_PER_WORKER = 2
"""Regions per worker that are computed, or held in its memory, before they are written."""

TRIES = 8
"""Number of workers that may die on one region before the job fails."""

POLL_S = 0.2

RUNNING = "running"
"""Status of a connection while the scheduler answers."""


@contextlib.contextmanager
def with_cluster(classifier: Classifier, scheduler: str, reporter: Reporter) -> Iterator[Classifier]:
    """The classifier with a connection to a cluster, if one is asked for, for the length of a block.

    Args:
        classifier: The loaded model.
        scheduler: Address such as ``tcp://host:8786``, ``local``, or empty for no cluster.
        reporter: Receives the number of workers.

    Raises:
        ClusterError: The scheduler cannot be reached.
    """
    if not scheduler:
        yield classifier
        return
    with _connected(scheduler, reporter) as client:
        yield replace(classifier, client=client)


def on_cluster(job: ClassifyJob, classifier: Classifier) -> Callable[[MapTask, Callable[[int], None]], None]:
    """A function like ``make_regions`` that lets the workers of the classifier's cluster compute.

    Args:
        job: Gives the path of the model, which must exist on the workers.
        classifier: The model, with a connection.
    """
    return lambda task, on_tiles: make_regions_on_cluster(
        task, job, classifier.sha256, classifier.client, on_tiles
    )


@contextlib.contextmanager
def _connected(scheduler: str, reporter: Reporter) -> Iterator[Client]:
    """A connection to a cluster, whose workers get a copy of this program.

    Args:
        scheduler: Address such as ``tcp://host:8786``, or ``local``.
        reporter: Receives the number of workers.

    Raises:
        ClusterError: The scheduler cannot be reached.
    """
    import dask  # noqa: PLC0415 - only where a cluster is used
    import distributed  # noqa: PLC0415

    dask.config.set({"distributed.scheduler.allowed-failures": TRIES})
    with contextlib.ExitStack() as opened:
        try:
            if scheduler == LOCAL:
                scheduler = opened.enter_context(_local_cluster())
            client = opened.enter_context(distributed.Client(scheduler, timeout=CONNECTION_PATIENCE_S))
            client.wait_for_workers(1, timeout=CONNECTION_PATIENCE_S)
        except (OSError, TimeoutError, ValueError) as error:
            raise ClusterError(
                f"No Dask scheduler with workers answers at '{scheduler}'.",
                "Check the address, that the scheduler runs, and that a worker is connected to it.",
                str(error),
            ) from error
        folder = opened.enter_context(tempfile.TemporaryDirectory(prefix="toppixel-"))
        client.upload_file(str(_packed(Path(folder))))
        reporter.info(f"The Dask cluster at {scheduler} has {_num_workers(client)} workers.")
        yield client


def make_regions_on_cluster(
    task: MapTask, job: ClassifyJob, model: str, client: Client, on_tiles: Callable[[int], None]
) -> None:
    """Make the regions that are not finished yet on the workers, and write them in order.

    Args:
        task: The classification.
        job: Gives the path of the model, which must exist on the workers.
        model: SHA-256 of the model.
        client: The connection.
        on_tiles: Called with the number of tiles of each region when it is written, and with 0 while waiting;
            may raise to cancel.

    Raises:
        ClusterError: Workers die on a region repeatedly, or the scheduler is lost.
        CoreError: As raised on a worker.
    """
    done = task.work.finished()
    missing = [number for number in range(len(task.regions)) if number not in done]
    carry: torch.Tensor | None = None
    written = -1
    for number, answer in _answers(task, job, model, client, missing, on_tiles):
        region = task.regions[number]
        if number and follows(region, task.regions[number - 1]):
            before = carry if written == number - 1 else task.work.carry(number - 1)
        else:
            before = None
        if task.tolerant:
            task.tolerant.add_damaged(answer.damaged)
        strips = _closed(answer, before, task.maker.outputs, region)
        write_region(task.maker.scene, region, number, task.layers, task.work, strips)
        carry = None if answer.carry is None else torch.from_numpy(answer.carry)
        written = number
        task.work.finish(number, task.notes(), carry if number + 1 < len(task.regions) else None)
        on_tiles(region.num_tiles)


def _answers(
    task: MapTask,
    job: ClassifyJob,
    model: str,
    client: Client,
    numbers: Sequence[int],
    on_tiles: Callable[[int], None],
) -> Iterator[tuple[int, RegionAnswer]]:
    """The regions in order; each is requested only when few before it are still to be written."""
    waiting: dict[int, Future] = {}
    unsent = list(numbers)
    try:
        for number in numbers:
            while unsent and len(waiting) < REGIONS_PER_WORKER * max(1, _num_workers(client)):
                sent = unsent.pop(0)
                waiting[sent] = client.submit(
                    make_region, _request(task, job, model, sent), pure=False, priority=-sent, retries=TRIES
                )
            yield number, _result(waiting[number], client, on_tiles)
            del waiting[number]
    finally:
        if client.status == RUNNING:
            client.cancel(list(waiting.values()))


def _request(task: MapTask, job: ClassifyJob, model: str, number: int) -> RegionRequest:
    region = task.regions[number]
    is_first = not number or not follows(region, task.regions[number - 1])
    maker = task.maker
    return RegionRequest(
        __version__, job, model, maker.scene, maker.outputs, maker.pixel_filter, region, is_first
    )


def _num_workers(client: Client) -> int:
    """Present number of workers.

    Raises:
        ClusterError: The scheduler is lost.
    """
    workers = client.scheduler_info().get("workers")
    if client.status != RUNNING or workers is None:
        raise _lost()
    return len(workers)


def _lost() -> ClusterError:
    return ClusterError(
        "The Dask scheduler does not answer any more.",
        "Start it again, and run the same job again to resume.",
    )


def _result(future: Future, client: Client, on_tiles: Callable[[int], None]) -> RegionAnswer:
    from distributed import wait  # noqa: PLC0415
    from distributed.scheduler import KilledWorker  # noqa: PLC0415

    while not future.done():
        on_tiles(0)
        if client.status != RUNNING:
            raise _lost()
        with contextlib.suppress(TimeoutError):
            wait([future], timeout=POLL_S)
    try:
        answer: RegionAnswer = future.result()
    except KilledWorker as error:
        raise ClusterError(
            f"{TRIES} workers have died on one part of the raster.",
            "They may have too little memory: use a smaller tile size, or fewer workers on each machine.",
            str(error),
        ) from error
    except CancelledError as error:
        raise _lost() from error
    except (ImportError, OSError) as error:
        raise ClusterError(
            f"A worker cannot run TopPixel: {error}.",
            "Start the workers in an environment with the packages of the engine.",
            repr(error),
        ) from error
    if answer.failure:
        code, message, hint, detail = answer.failure
        raise error_class(code)(message, hint, detail)
    return answer


def _closed(
    answer: RegionAnswer, before: torch.Tensor | None, outputs: MapOutputs, region: TilePlan
) -> Iterator[Strip]:
    """The strips of a region, their first rows completed with the sums of the previous region."""
    if answer.open_top is None:
        yield from answer.strips
        return
    sums = torch.from_numpy(answer.open_top)
    if before is not None:
        sums = sums + before
    left, top = region.columns[0], region.down.starts[region.rows[0][0]]
    for strip in answer.strips:
        if strip.window.row_off == top:
            start = strip.window.col_off - left
            width = strip.window.width
            _put(strip, outputs.of_sums(sums[:, :, start : start + width], ONE))
        yield strip


def _put(strip: Strip, values: dict[str, torch.Tensor]) -> None:
    """Write the completed rows into the first rows of a strip."""
    for name, value in values.items():
        target = strip.preds if name == CLASS else strip.outputs[name]
        rows = value.shape[-2]
        target[..., :rows, :] = value.numpy()


@contextlib.contextmanager
def _local_cluster() -> Iterator[str]:
    """Address of a cluster on this machine, with a process per graphics card, and at least two."""
    from distributed import LocalCluster  # noqa: PLC0415

    cards = torch.cuda.device_count() if torch.cuda.is_available() else 0
    num_workers = max(2, cards)
    with LocalCluster(
        n_workers=num_workers,
        threads_per_worker=max(1, torch.get_num_threads() // num_workers),
        processes=True,
        dashboard_address="127.0.0.1:0",  # a free port, for this machine only
        silence_logs=50,
    ) as cluster:
        yield str(cluster.scheduler_address)


def _packed(folder: Path) -> Path:
    """This program as a zip archive that workers can import."""
    root = Path(__file__).resolve().parents[2]
    name = re.sub(r"(\.[^.]+){2}$", "", __package__ or "")
    archive = folder / "toppixel_core.zip"
    with zipfile.ZipFile(archive, "w") as packed:
        for path in sorted(root.rglob("*.py")):
            packed.write(path, os.path.join(*name.split("."), path.relative_to(root)))  # noqa: PTH118
    return archive
