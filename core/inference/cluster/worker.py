"""The worker of a Dask cluster: computes the region that a request describes, and answers with its strips."""

from __future__ import annotations

import contextlib
import threading
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import torch

from ... import __version__
from ...contract.jobs.classify import ClassifyJob
from ...contract.messages.errors import ClusterError, CoreError
from ...contract.messages.reporter import Reporter
from ...geodata.raster.damaged import Block, TolerantScene
from ...geodata.raster.scene import streaming
from ...geodata.raster.scene_view import AnyScene
from ..classifier import Classifier, load_classifier
from ..map_outputs import MapOutputs
from ..regions import MapMaker
from ..stream import PixelFilter, Strip
from ..tiles import TilePlan

_one_at_a_time = threading.Lock()
"""A worker may run several tasks at once, but one network already uses the whole machine."""

_loaded: dict[tuple[str, str], Classifier] = {}
"""The worker's last model, by hash and forward options."""


@dataclass(frozen=True)
class RegionRequest:
    """A region for a worker to compute.

    Attributes:
        version: TopPixel's version on the client.
        job: Its model, device, batch size, precision and test-time augmentation are used.
        model: SHA-256 of the model.
        scene: The scene to classify; the worker opens the file itself.
        outputs: What the map holds.
        pixel_filter: Selects pixels; None for all.
        region: The tiles.
        is_first: Whether no earlier region shares its first rows.
    """

    version: str
    job: ClassifyJob
    model: str
    scene: AnyScene
    outputs: MapOutputs
    pixel_filter: PixelFilter | None
    region: TilePlan
    is_first: bool


@dataclass(frozen=True)
class RegionAnswer:
    """The region that a worker has computed, or its error.

    Attributes:
        strips: The region's pixels; first rows shared with an earlier region are unfinished.
        open_top: Sums of these rows, int16 (num_classes, rows, width); None if there are none.
        carry: Sums for the next region, likewise.
        damaged: Blocks of the file that could not be read.
        failure: Code, message, hint and detail of the error; None without one.
    """

    strips: tuple[Strip, ...] = ()
    open_top: np.ndarray | None = None
    carry: np.ndarray | None = None
    damaged: tuple[Block, ...] = ()
    failure: tuple[str, str, str, str] | None = None


def make_region(request: RegionRequest) -> RegionAnswer:
    """Compute a region; runs on a worker, with as many threads as the worker has."""
    from distributed import get_worker  # noqa: PLC0415

    try:
        if request.version != __version__:
            raise ClusterError(
                f"A worker runs TopPixel {__version__}, the job comes from {request.version}.",
                "Restart the workers.",
            )
        with _one_at_a_time, streaming():
            torch.set_num_threads(get_worker().state.nthreads)
            return _made(request, _classifier(request))
    except CoreError as error:
        return RegionAnswer(failure=(error.code, error.message, error.hint, error.detail))


def _made(request: RegionRequest, classifier: Classifier) -> RegionAnswer:
    maker = MapMaker(request.scene, classifier.predictor, request.outputs, request.pixel_filter)
    blender = maker.blender(request.region, keeps_top_open=not request.is_first)
    tolerant = _tolerant(request.scene)
    try:
        with contextlib.closing(maker.strips(request.region, blender, lambda _: None)) as strips:
            # Copied: arrays of inference tensors cannot be written to by the client.
            made = tuple(_owned(strip) for strip in strips)
    finally:
        request.scene.close()
    return RegionAnswer(
        made,
        None if blender.open_top is None else blender.open_top.cpu().numpy(),
        None if blender.carry is None else blender.carry.cpu().numpy().copy(),
        tuple(tolerant.damaged_blocks) if tolerant else (),
    )


def _owned(strip: Strip) -> Strip:
    outputs = {name: np.array(values) for name, values in strip.outputs.items()}
    return replace(strip, preds=np.array(strip.preds), usable=np.array(strip.usable), outputs=outputs)


def _classifier(request: RegionRequest) -> Classifier:
    """The model, loaded once per worker.

    Raises:
        ClusterError: This worker has another file at the model's path.
        ModelFileError: This worker has no model there.
    """
    job = replace(request.job, device=_device(request.job.device))
    key = (request.model, repr((job.device, job.batch_size, job.full_precision, job.tta)))
    if key not in _loaded:
        classifier = load_classifier(job, Reporter(lambda _: None))
        if classifier.sha256 != request.model:
            raise ClusterError(
                f"'{job.model}' is another file on a worker than here.",
                "Put the model where all machines see the same file.",
            )
        _loaded.clear()
        _loaded[key] = classifier
    return _loaded[key]


def _device(text: str) -> str:
    """This worker's graphics card, if the machine has several and the worker's name is a number."""
    from distributed import get_worker  # noqa: PLC0415

    count = torch.cuda.device_count() if torch.cuda.is_available() else 0
    name = str(get_worker().name)
    if text not in ("auto", "cuda") or count < 2 or not name.isdigit():
        return text
    return f"cuda:{int(name) % count}"


def _tolerant(scene: AnyScene) -> TolerantScene | None:
    """The scene that counts damaged blocks, within whatever views wrap it; None without one."""
    found: Any = scene
    while found is not None and not isinstance(found, TolerantScene):
        found = getattr(found, "source", None)
    return found
