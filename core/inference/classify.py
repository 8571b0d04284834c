"""The job *Classify raster*: from a raster and a model to a map and its polygons."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from .. import __version__
from ..contract.catalog.networks import FIXED_SIZE_ARCHITECTURES
from ..contract.jobs.classify import ClassifyJob
from ..contract.messages.errors import SettingsError
from ..contract.messages.events import PARTIAL
from ..contract.messages.reporter import Reporter
from ..contract.model_card import ModelCard
from ..files.atomic import discard_abandoned, require_free_space
from ..files.partial import partial_folder
from ..geodata.labels.area_of_interest import AreaOfInterest, read_area
from ..geodata.raster.damaged import TolerantScene
from ..geodata.raster.scene import Scene, open_scene, read_tag, source_files, streaming
from ..geodata.raster.scene_view import AnyScene
from ..geodata.vectorize.vectorize import PolygonStyle, vectorize_classes
from .classifier import Classifier, load_classifier
from .cluster.client import on_cluster, with_cluster
from .input_checks import at_model_size, check_bands, check_values
from .map_outputs import CLASS, MapOutputs
from .partial_map import partial
from .regions import MapMaker, MapTask, cut, make_regions, region_window
from .tiles import TilePlan, plan_tiles
from .writer import MapLayer, map_layers, write_map

FORMAT = 4
"""Version of the partial map's files; one of another version is not resumed."""

IDENTITY_TAG = "TOPPIXEL_IDENTITY"
"""Metadata tag of each raster of a map: a hash of everything the map depends on."""


def classify(job: ClassifyJob, reporter: Reporter) -> dict[str, Any]:
    """Run the job.

    Returns:
        Paths of ``output``, ``polygons``, ``confidence``, ``entropy`` and ``probabilities`` (None if not
        asked for) and ``classes``, the class table as plain data.

    Raises:
        CoreError: The input, the model, the device or the disk is at fault.
    """
    job.check()
    with with_cluster(load_classifier(job, reporter), job.scheduler, reporter) as classifier:
        return classify_raster(job, classifier, reporter)


def classify_raster(job: ClassifyJob, classifier: Classifier, reporter: Reporter) -> dict[str, Any]:
    """Classify one raster with a loaded model.

    Args:
        job: Input, outputs and options; its model and device are ignored.
        classifier: The model.
        reporter: Receives progress and messages; may cancel.

    Returns:
        As ``classify`` returns it.

    Raises:
        CoreError: The input or the disk is at fault.
    """
    card = classifier.card
    layers = map_layers(job.rasters(), card.classes)
    with streaming(), open_scene(job.input) as scene:
        check_bands(scene, card, reporter)
        tolerant = TolerantScene(scene) if job.on_damage == "skip" else None
        view = at_model_size(tolerant or scene, card, reporter, resample=job.resample)
        aoi = read_area(job.area, view, reporter) if job.area else None
        check_values(view, card, reporter, aoi)
        plan = _plan(view, card, job, aoi, reporter)
        require_free_space(job.output, _needed_bytes(scene, view, plan, layers) - _partial_bytes(job.output))
        _announce(scene, view, plan, classifier, reporter)
        outputs = MapOutputs(**{name: bool(path) for name, path in job.rasters().items() if name != CLASS})
        maker = MapMaker(view, classifier.predictor, outputs, aoi.inside if aoi else None)
        identity = _identity(job, classifier, scene, aoi)
        with partial(Path(job.output), identity) as work:
            for path in job.outputs():
                discard_abandoned(path)
            reporter.artifact(PARTIAL, work.folder)
            task = MapTask(maker, cut(plan), layers, work, tolerant)
            make = on_cluster(job, classifier) if classifier.client else make_regions
            _make_map(task, make, scene, _tags(classifier, identity), reporter)
            # The partial map is kept until the polygons are written, too, which can take long.
            results = _finish(job, card, reporter)
    return results


def is_classified(job: ClassifyJob, classifier: Classifier, reporter: Reporter) -> bool:
    """Whether all rasters of a job exist, made from the same input by the same model and settings.

    Raises:
        CoreError: The input is at fault.
    """
    paths = [Path(path) for path in job.rasters().values() if path]
    if not all(path.is_file() for path in paths):
        return False
    with open_scene(job.input) as scene:
        view = at_model_size(scene, classifier.card, reporter, resample=job.resample)
        aoi = read_area(job.area, view, reporter) if job.area else None
        expected = _hash(_identity(job, classifier, scene, aoi))
    return all(read_tag(path, IDENTITY_TAG) == expected for path in paths)


def _make_map(
    task: MapTask,
    make: Callable[[MapTask, Callable[[int], None]], None],
    scene: Scene,
    tags: dict[str, str],
    reporter: Reporter,
) -> None:
    """Make the missing regions, and assemble all regions to the rasters of the map."""
    regions = task.regions
    total = sum(region.num_tiles for region in regions)
    finished = task.work.finished()
    if task.work.replaced:
        changed = ", ".join(name.replace("_", " ") for name in task.work.replaced)
        reporter.info(
            f"Regions of an earlier run were made with other settings or data ({changed}): starting over."
        )
    done = sum(regions[number].num_tiles for number in finished)
    if finished:
        reporter.info(f"Resuming an earlier run: {done} of {total} tiles are finished.")
        for notes in finished.values():
            task.maker.predictor.resume_with(notes["batch"])
            if task.tolerant:
                task.tolerant.add_damaged((row, col) for row, col in notes["damaged"])

    def on_tiles(count: int) -> None:
        nonlocal done
        done += count
        reporter.progress(done, total, "tiles", "Classifying")

    make(task, on_tiles)
    if task.tolerant:
        task.tolerant.report(reporter)
    for layer in task.layers:
        files = [(task.work.file(n, layer.name), region_window(region)) for n, region in enumerate(regions)]
        write_map(layer, task.maker.scene, files, scene, tags, reporter)


def _plan(
    view: AnyScene, card: ModelCard, job: ClassifyJob, aoi: AreaOfInterest | None, reporter: Reporter
) -> TilePlan:
    if card.architecture in FIXED_SIZE_ARCHITECTURES and job.tile_size not in (0, card.tile_size):
        raise SettingsError(
            f"A network of the kind '{card.architecture}' takes tiles of {card.tile_size} pixels only.",
            "Set the tile size to 0.",
        )
    tile_size = job.tile_size or card.tile_size
    overlap = min(job.overlap, tile_size // 2)
    if overlap < job.overlap:
        reporter.info(f"Tiles overlap by {overlap} pixels, half their size, not by {job.overlap}.")
    return plan_tiles(view.height, view.width, tile_size, overlap, aoi.touches if aoi else None)


def _announce(
    scene: Scene, view: AnyScene, plan: TilePlan, classifier: Classifier, reporter: Reporter
) -> None:
    size = f"{scene.width} x {scene.height} pixels"
    if view.width != scene.width:
        size += f", resampled to the model's pixel size: {view.width} x {view.height}"
    down, across = plan.tile_shape
    reporter.info(f"{size}; {plan.num_tiles} tiles of {across} x {down} pixels, on {classifier.device}.")


def _finish(job: ClassifyJob, card: ModelCard, reporter: Reporter) -> dict[str, Any]:
    """Report the rasters, make the polygons, and collect the job's result."""
    for name, path in job.rasters().items():
        if path:
            reporter.artifact("raster" if name == CLASS else name, path)
    if job.polygons:
        confidence = Path(job.confidence) if job.confidence else None
        style = PolygonStyle(job.min_area, job.simplify, job.smooth)
        count = vectorize_classes(
            Path(job.output), card.classes, Path(job.polygons), style, confidence, reporter
        )
        reporter.info(f"{count} polygons.")
        reporter.artifact("polygons", job.polygons)
    return {
        "output": job.output,
        "polygons": job.polygons or None,
        "confidence": job.confidence or None,
        "entropy": job.entropy or None,
        "probabilities": job.probabilities or None,
        "classes": card.classes.to_list(),
    }


def _identity(
    job: ClassifyJob, classifier: Classifier, scene: Scene, aoi: AreaOfInterest | None
) -> dict[str, Any]:
    """Everything the map depends on: a partial map is resumed only if it is the same."""
    names = ("resample", "tta", "on_damage", "tile_size", "overlap", "full_precision")
    return {
        "format": FORMAT,
        "version": __version__,
        "model": classifier.sha256,
        "device": classifier.device,
        "input": [scene.path, _state(source_files(scene.path))],
        "area": aoi and aoi.sha256,
        "made": [name for name, path in job.rasters().items() if path],
        **{name: getattr(job, name) for name in names},
    }


def _state(files: Sequence[Path]) -> str:
    """Hash of paths, sizes and modification times of files."""
    states = [
        (str(path), status.st_size, status.st_mtime_ns)
        for path in files
        if path.is_file()
        for status in (path.stat(),)
    ]
    return hashlib.sha256(json.dumps(states).encode()).hexdigest()


def _hash(identity: dict[str, Any]) -> str:
    return hashlib.sha256(json.dumps(identity, sort_keys=True).encode()).hexdigest()


def _tags(classifier: Classifier, identity: dict[str, Any]) -> dict[str, str]:
    """Metadata tags of the rasters: how they were made."""
    card = classifier.card
    return {
        "TOPPIXEL_VERSION": __version__,
        "TOPPIXEL_MODEL": classifier.name,
        "TOPPIXEL_MODEL_SHA256": classifier.sha256,
        "TOPPIXEL_NETWORK": f"{card.architecture}, {card.encoder}",
        IDENTITY_TAG: _hash(identity),
    }


def _needed_bytes(scene: Scene, view: AnyScene, plan: TilePlan, layers: tuple[MapLayer, ...]) -> float:
    """Disk space that the job may need, in bytes.

    A class raster is compressed to a third or less, the other outputs hardly. Each exists twice for a moment,
    first as regions in the pixels that are classified, then as the map with overviews, which add a third.
    Areas without tiles need next to nothing.
    """
    seen = float(view.height) * view.width
    down, across = plan.tile_shape
    share = min(1.0, plan.num_tiles * down * across / seen)
    pixels = (seen + 4 / 3 * scene.height * scene.width) * share
    shrinks = {CLASS: 1 / 3}
    return sum(
        pixels * layer.dtype.itemsize * len(layer.bands) * shrinks.get(layer.name, 1) for layer in layers
    )


def _partial_bytes(output: str) -> int:
    """Bytes of the partial map of an earlier run: it is resumed, or removed first."""
    return sum(path.stat().st_size for path in partial_folder(output).glob("*") if path.is_file())
