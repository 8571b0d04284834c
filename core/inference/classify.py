"""The job *Classify raster*: from a scene and a model to a class raster, polygons and confidence."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import Any

from ..contract.errors import ModelFileError
from ..contract.jobs import ClassifyJob
from ..contract.model_card import ModelCard
from ..contract.outputs import require_free_space
from ..contract.reporter import Reporter
from ..geodata.raster import Scene, open_scene
from ..geodata.vectorize import polygonize_classes
from ..models.device import choose_device, describe_device
from ..models.model_file import load_model
from ..models.normalise import Normalise
from .plan import TilePlan, plan_tiles
from .predictor import Predictor
from .stream import classify_strips
from .writer import class_dtype, class_raster, confidence_raster

PIXEL_SIZE_TOLERANCE = 0.2
"""A model sees objects at the size it was trained on; beyond a fifth it starts to miss them."""


def classify(job: ClassifyJob, reporter: Reporter) -> dict[str, Any]:
    """Run the job.

    Args:
        job: What to classify, with which model, and where to write.
        reporter: Told what happens; may stop the job.

    Returns:
        Paths of ``output``, ``polygons`` and ``confidence`` (the latter two None if not asked for) and
        ``classes``, the class table as plain data.

    Raises:
        CoreError: What is wrong with the input, the model, the device or the disk.
    """
    job.check()
    device = choose_device(job.device)
    network, card = load_model(job.model, device)
    with open_scene(job.input) as scene:
        _check_bands(scene, card)
        _warn_of_differences(scene, card, reporter)
        plan = plan_tiles(scene.height, scene.width, card.tile_size, job.overlap)
        require_free_space(job.output, _largest_output(scene, job, card))
        reporter.info(
            f"{scene.width} x {scene.height} pixels, {plan.num_tiles} tiles of {card.tile_size} pixels, "
            f"on {describe_device(device)}."
        )
        normalise = Normalise(card.bands)
        predictor = Predictor(network, normalise, len(card.classes), device, job.batch_size, reporter)
        _write_rasters(job, scene, predictor, plan, card, reporter)
    return _finish(job, card, reporter)


def _write_rasters(
    job: ClassifyJob,
    scene: Scene,
    predictor: Predictor,
    plan: TilePlan,
    card: ModelCard,
    reporter: Reporter,
) -> None:
    done = 0

    def on_tiles(count: int) -> None:
        nonlocal done
        done += count
        reporter.progress(done, plan.num_tiles, "tiles", "Classifying")

    with contextlib.ExitStack() as outputs:
        classes = outputs.enter_context(class_raster(Path(job.output), scene, card.classes))
        confidence = (
            outputs.enter_context(confidence_raster(Path(job.confidence), scene)) if job.confidence else None
        )
        strips = outputs.enter_context(contextlib.closing(classify_strips(scene, predictor, plan, on_tiles)))
        for strip in strips:
            classes.write(strip.window, strip.preds, strip.usable)
            if confidence:
                confidence.write(strip.window, strip.confidence, strip.usable)


def _finish(job: ClassifyJob, card: ModelCard, reporter: Reporter) -> dict[str, Any]:
    """Report the rasters, make the polygons, and collect what the job gives back."""
    reporter.artifact("raster", job.output)
    if job.confidence:
        reporter.artifact("confidence", job.confidence)
    if job.polygons:
        count = polygonize_classes(Path(job.output), card.classes, Path(job.polygons), reporter)
        reporter.info(f"{count} polygons.")
        reporter.artifact("polygons", job.polygons)
    return {
        "output": job.output,
        "polygons": job.polygons or None,
        "confidence": job.confidence or None,
        "classes": card.classes.to_list(),
    }


def _check_bands(scene: Scene, card: ModelCard) -> None:
    if scene.count != len(card.bands):
        expected = ", ".join(band.name for band in card.bands)
        raise ModelFileError(
            f"The model was made for {len(card.bands)} bands ({expected}); "
            f"'{Path(scene.path).name}' has {scene.count}.",
            "Choose a raster with the same bands, or train a model on this one.",
        )


def _warn_of_differences(scene: Scene, card: ModelCard, reporter: Reporter) -> None:
    """Say what may spoil the map although the job can run."""
    if scene.dtype != card.dtype:
        reporter.warning(
            f"The model was trained on {card.dtype} values; '{Path(scene.path).name}' holds {scene.dtype}."
        )
    ratio = scene.pixel_size_m / card.pixel_size_m
    if abs(ratio - 1) > PIXEL_SIZE_TOLERANCE:
        reporter.warning(
            f"Pixels of '{Path(scene.path).name}' are {scene.pixel_size_m:.3g} m wide, the model was trained "
            f"on {card.pixel_size_m:.3g} m. Resample the raster for a better map."
        )


def _largest_output(scene: Scene, job: ClassifyJob, card: ModelCard) -> float:
    """Bytes of the rasters without compression, the most they can take."""
    bytes_per_pixel = class_dtype(card.classes).itemsize + (4 if job.confidence else 0)
    return float(scene.height) * scene.width * bytes_per_pixel
