"""The job *Classify rasters*: one model on many rasters; a raster that fails does not stop the rest."""

from __future__ import annotations

import csv
import dataclasses
import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..contract.jobs.classify import ClassifyJob
from ..contract.jobs.classify_many import ClassifyManyJob
from ..contract.messages.errors import (
    CoreError,
    DeviceError,
    DiskFullError,
    JobCancelledError,
    OutOfMemoryError,
    RasterError,
)
from ..contract.messages.events import Artifact, Event, Log, Progress
from ..contract.messages.reporter import Reporter
from ..files.atomic import explain_os_error, finished_file
from ..geodata.labels.crs_messages import crs_name
from ..geodata.labels.pixel_polygons import to_pixels
from ..geodata.labels.polygons import PolygonLayer, read_polygons
from ..geodata.raster.mosaic import by_system, one_mosaic, touching_mosaics
from ..geodata.raster.scene import Scene, open_scene, streaming
from ..geodata.raster.vrt import VrtBand
from ..geodata.vectorize.merge import ClassMap, merge_polygons
from ..geodata.vectorize.vectorize import PolygonStyle
from .classifier import Classifier, load_classifier
from .classify import classify_raster, is_classified
from .cluster.client import with_cluster
from .map_outputs import CLASS, CONFIDENCE
from .writer import map_layers

TABLE = "rasters.csv"
"""Name of the table with the state of each raster."""

STOPPING = (JobCancelledError, DiskFullError, OutOfMemoryError, DeviceError)
"""Errors that would hit the next raster as well."""

CLASSIFIED, FINISHED, OUTSIDE, FAILED = "classified", "was finished", "outside the area", "failed"

MILLION = 1e6


@dataclass(frozen=True)
class Outcome:
    """The result of one raster.

    Attributes:
        job: Its classification.
        state: ``CLASSIFIED``, ``FINISHED`` (from an earlier run), ``OUTSIDE`` or ``FAILED``; empty if it is
            still to be classified.
        reason: Why it failed.
        pixels: Its size; 0 if unknown.
    """

    job: ClassifyJob
    state: str
    reason: str = ""
    pixels: int = 0

    @property
    def name(self) -> str:
        """File name of the raster."""
        return Path(self.job.input).name


def classify_many(job: ClassifyManyJob, reporter: Reporter) -> dict[str, Any]:
    """Run the job.

    Returns:
        ``folder``; ``rasters``, the files of each map by their content (``input``, ``output``,
        ``confidence`` …); ``failed`` and ``left_out``, with ``input`` and ``reason`` each; ``mosaics``, one
        per coordinate system; ``polygons`` (None if not asked for); ``csv``, the table of all
        rasters; ``classes``, the class table as plain data.

    Raises:
        CoreError: No raster could be classified, or the model, the device, the disk or the area is at fault.
    """
    job.check()
    folder = Path(job.folder).absolute()
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise explain_os_error(error, folder) from error
    loaded = load_classifier(job, reporter)
    with streaming(), with_cluster(loaded, job.scheduler, reporter) as classifier:
        area = read_polygons(job.area, None, reporter) if job.area else None
        outcomes = _inspect(job.jobs(), classifier, area, reporter)
        outcomes = _classify(outcomes, classifier, reporter)
        table = _write_table(folder / TABLE, outcomes)
        reporter.artifact("csv", table)
        made = [each for each in outcomes if each.state in (CLASSIFIED, FINISHED)]
        if not made:
            raise _nothing_made(outcomes)
        scenes = [open_scene(each.job.output) for each in made]
        mosaics = _write_mosaics(job, scenes, classifier, reporter)
        _report_adjacent(scenes, reporter)
        if job.polygons:
            _write_polygons(job, made, scenes, classifier, reporter)
    _sum_up(outcomes, reporter)
    return {
        "folder": str(folder),
        "rasters": [_files(each.job) for each in made],
        "failed": _reasons(outcomes, FAILED),
        "left_out": _reasons(outcomes, OUTSIDE),
        "mosaics": mosaics,
        "polygons": job.polygons or None,
        "csv": str(table),
        "classes": classifier.card.classes.to_list(),
    }


def _inspect(
    jobs: Sequence[ClassifyJob], classifier: Classifier, area: PolygonLayer | None, reporter: Reporter
) -> list[Outcome]:
    """Find out which rasters can be opened, lie in the area, and are not finished already."""
    outcomes = []
    for number, job in enumerate(jobs):
        reporter.progress(number, len(jobs), "rasters", "Checking the rasters")
        try:
            outcomes.append(_inspect_one(job, classifier, area))
        except STOPPING:
            raise
        except CoreError as error:
            outcomes.append(_failed(job, error, reporter))
    reporter.progress(len(jobs), len(jobs), "rasters", "Checking the rasters")
    finished = sum(each.state == FINISHED for each in outcomes)
    if finished:
        reporter.info(
            f"Resuming an earlier run: {finished} of {len(jobs)} rasters are finished. "
            "To classify one again, delete its result."
        )
    return outcomes


def _inspect_one(job: ClassifyJob, classifier: Classifier, area: PolygonLayer | None) -> Outcome:
    with open_scene(job.input) as scene:
        pixels = scene.height * scene.width
        if area is not None and not to_pixels(area, scene)[1].size:
            return Outcome(job, OUTSIDE, pixels=pixels)
    # Silent: warnings about the raster come when it is classified.
    state = FINISHED if is_classified(job, classifier, Reporter(lambda _: None)) else ""
    return Outcome(job, state, pixels=pixels)


def _classify(outcomes: Sequence[Outcome], classifier: Classifier, reporter: Reporter) -> list[Outcome]:
    """Classify the rasters without a state; one that fails does not stop the rest."""
    whole = sum(each.pixels for each in outcomes if not each.state)
    done = 0
    results = []
    for number, each in enumerate(outcomes, start=1):
        if each.state:
            results.append(each)
            continue
        reporter.info(f"Raster {number} of {len(outcomes)}: {each.name}")
        part = PartReporter(reporter, done, each.pixels, whole)
        try:
            classify_raster(each.job, classifier, part)
            results.append(dataclasses.replace(each, state=CLASSIFIED))
        except STOPPING:
            raise
        except CoreError as error:
            results.append(_failed(each.job, error, reporter))
        done += each.pixels
        reporter.progress(done / MILLION, whole / MILLION, "million pixels", PartReporter.STAGE)
    return results


class PartReporter(Reporter):
    """A reporter for one of many rasters: progress and time left are those of all pixels.

    A warning that holds for every raster comes once.

    Args:
        whole: The reporter of the job.
        before: Pixels of the rasters before this one.
        own: Pixels of this raster.
        total: Pixels of all rasters.
    """

    STAGE = "Classifying"
    LAST = 0.98
    """Share of a raster's progress when all tiles are predicted; the rest is writing."""

    def __init__(self, whole: Reporter, before: int, own: int, total: int) -> None:
        super().__init__(self._pass_on, lambda: whole.is_cancelled)
        self._whole, self._before, self._own, self._total = whole, before, own, total
        self._share = 0.0

    def _pass_on(self, event: Event) -> None:
        if isinstance(event, Progress):
            if event.stage == self.STAGE and event.total:
                self._share = self.LAST * event.done / event.total
            done = self._before + self._share * self._own
            self._whole.progress(done / MILLION, self._total / MILLION, "million pixels", self.STAGE)
        elif isinstance(event, Log) and event.text not in self._whole.warnings:
            log = {"warning": self._whole.warning, "debug": self._whole.debug}
            log.get(event.level, self._whole.info)(event.text)
        elif isinstance(event, Artifact):
            self._whole.artifact(event.kind, event.path)


def _failed(job: ClassifyJob, error: CoreError, reporter: Reporter) -> Outcome:
    reporter.warning(f"'{Path(job.input).name}' is left out: {error}")
    if error.detail:
        reporter.debug(error.detail)
    return Outcome(job, FAILED, str(error))


def _nothing_made(outcomes: Sequence[Outcome]) -> CoreError:
    failed = [each for each in outcomes if each.state == FAILED]
    if not failed:
        return RasterError(
            f"None of the {len(outcomes)} rasters lies in the area to classify.",
            "Check the area and its coordinate system.",
        )
    return RasterError(
        f"None of the {len(outcomes)} rasters could be classified. The first, '{failed[0].name}': "
        f"{failed[0].reason}"
    )


def _write_table(path: Path, outcomes: Sequence[Outcome]) -> Path:
    """Write the state of each raster as CSV."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(("raster", "state", "result", "reason"))
    for each in outcomes:
        has_result = each.state in (CLASSIFIED, FINISHED)
        writer.writerow((each.job.input, each.state, each.job.output if has_result else "", each.reason))
    with finished_file(path) as partial:
        partial.write_text(text.getvalue(), encoding="utf-8")
    return path


def _bands(classifier: Classifier) -> tuple[VrtBand, VrtBand]:
    """Band of class rasters, and of confidence rasters."""
    layers = map_layers({CLASS: "-", CONFIDENCE: "-"}, classifier.card.classes)
    return layers[0].bands[0], layers[1].bands[0]


def _write_mosaics(
    job: ClassifyManyJob, scenes: Sequence[Scene], classifier: Classifier, reporter: Reporter
) -> list[str]:
    """One virtual raster per coordinate system, first that of most rasters."""
    if not job.mosaic:
        return []
    paths = []
    main = Path(job.mosaic_file())
    for number, group in enumerate(by_system(scenes)):
        system = crs_name(group[0].crs)
        safe = "".join(each if each.isalnum() else "_" for each in system)
        path = main if number == 0 else main.with_name(f"{main.stem}_{safe}{main.suffix}")
        mosaic, rotated = one_mosaic(group)
        files = [Path(Path(scene.path).name) for scene in mosaic.scenes]
        with finished_file(path) as partial:
            partial.write_text(mosaic.text(_bands(classifier)[:1], files), encoding="utf-8")
        if number:
            reporter.info(f"{len(group)} rasters are in {system}: their mosaic is '{path.name}'.")
        if rotated:
            names = ", ".join(f"'{scene.name}'" for scene in rotated)
            reporter.warning(f"Rasters rotated relative to the others are left out of the mosaic: {names}.")
        reporter.artifact("mosaic", path)
        paths.append(str(path))
    return paths


def _report_adjacent(scenes: Sequence[Scene], reporter: Reporter) -> None:
    """Advise how to avoid seams between adjacent rasters, each of which is classified by itself."""
    touching = sum(len(each.scenes) for each in touching_mosaics(scenes) if len(each.scenes) > 1)
    if touching:
        reporter.info(
            f"{touching} of the rasters are adjacent on one pixel grid, but each was classified by itself: "
            "classes may change at their borders. To avoid seams, make a virtual raster of them ('Build "
            "virtual raster' in QGIS) and classify that with 'Classify raster'."
        )


def _write_polygons(
    job: ClassifyManyJob,
    made: Sequence[Outcome],
    scenes: Sequence[Scene],
    classifier: Classifier,
    reporter: Reporter,
) -> None:
    maps = [
        ClassMap(scene, Path(each.job.confidence) if each.job.confidence else None, Path(each.job.input).stem)
        for scene, each in zip(scenes, made)
    ]
    style = PolygonStyle(job.min_area, job.simplify, job.smooth)
    output = Path(job.polygons)
    count = merge_polygons(maps, _bands(classifier), classifier.card.classes, output, style, reporter)
    reporter.info(f"{count} polygons.")
    reporter.artifact("polygons", output)


def _sum_up(outcomes: Sequence[Outcome], reporter: Reporter) -> None:
    counts = {
        state: sum(each.state == state for each in outcomes) for state in (CLASSIFIED, FINISHED, OUTSIDE)
    }
    parts = [f"{count} {state}" for state, count in counts.items() if count]
    reporter.info(f"{len(outcomes)} rasters: {', '.join(parts)}.")
    failed = [each.name for each in outcomes if each.state == FAILED]
    if failed:
        reporter.warning(
            f"{len(failed)} of {len(outcomes)} rasters failed: {', '.join(failed)}. The reasons are above "
            f"and in '{TABLE}'."
        )


def _files(job: ClassifyJob) -> dict[str, str]:
    """The raster and the files of its map."""
    rasters = {name: path for name, path in job.rasters().items() if path and name != CLASS}
    return {"input": job.input, "output": job.output, **rasters}


def _reasons(outcomes: Sequence[Outcome], state: str) -> list[dict[str, str]]:
    return [{"input": each.job.input, "reason": each.reason} for each in outcomes if each.state == state]
