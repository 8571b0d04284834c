"""The job *Compare losses*: the same network on the same chips with several losses, scored alike."""

from __future__ import annotations

import csv
import math
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import numpy as np
from rasterio.windows import Window

from ...contract.jobs.compare import CompareJob
from ...contract.jobs.train import TrainJob
from ...contract.messages.errors import DivergedError, LabelError, SettingsError
from ...contract.messages.events import Event, Log, Metric, Picture, Progress, Training
from ...contract.messages.reporter import Reporter
from ...contract.subsets import SPLIT_VALUES
from ...contract.texts.loss import format_loss, parse_loss
from ...evaluation.comparison import LossSummary, RunResult, best_loss, scores_table, summarise
from ...evaluation.comparison_report import ComparisonRecord, write_comparison
from ...evaluation.figures import display_rgb
from ...evaluation.page import job_text
from ...evaluation.scores import Scores
from ...files.atomic import finished_file, require_free_space, scratch_folder
from ...geodata.labels.targets import prepare_labels
from ...geodata.raster.scene import open_scenes, streaming
from ...geodata.split.areas import split_labels
from ...geodata.split.layer import write_split_layer
from ...geodata.split.split import TEST, VALIDATION
from ...geodata.table import distinct, write_table
from ...inference.classifier import load_predictor
from ...inference.predictor import Forward
from ...models.device import choose_device
from ..data.fingerprints import fingerprints
from ..data.identity import identity_of
from ..data.preparation import TrainingData, prepare
from ..fit.best_model import Wait
from ..fit.ddp import Processes
from ..fit.fit import fit, make_loss, tile_size
from ..validation.scored_area import ScoredArea, confusion, predicted, rarest, richest_window
from .folder import ComparisonFolder

CSV_FILE = "comparison.csv"

MAP_PIXELS = 512
"""Side of the square of which the report shows every loss's map."""


@dataclass(frozen=True)
class ComparisonRun:
    """What all trainings of a comparison share.

    Attributes:
        job: The settings.
        losses: The loss texts in their shortest form.
        data: The prepared data.
        area: The area that is scored: the test areas, or the validation blocks without any.
        shown: Index of the scene, and window, of which the report shows every loss's map.
        chosen: Index of the class by whose F1 the losses are ranked.
        folder: Stores the models and results.
        reporter: Receives progress and messages; may cancel.
    """

    job: CompareJob
    losses: tuple[str, ...]
    data: TrainingData
    area: ScoredArea
    shown: tuple[int, Window]
    chosen: int
    folder: ComparisonFolder
    reporter: Reporter


def compare(job: CompareJob, reporter: Reporter) -> dict[str, Any]:
    """Run the job; runs that were finished earlier in the same folder are not repeated.

    Returns:
        ``folder``, ``csv``, ``table``, ``report`` and ``split_layer`` (paths; the last three None if not
        asked for), ``best`` (the loss with the highest mean F1 of the chosen class; None if no run was
        finished), ``chosen_class``, and ``scores``: one row per loss.

    Raises:
        CoreError: The data, the settings, the device or the disk is at fault.
    """
    job.check()
    folder = Path(job.folder)
    folder.mkdir(exist_ok=True)
    with (
        streaming(),
        scratch_folder(folder / CSV_FILE) as scratch,
        _prepared(job, scratch, reporter) as comparison,
        fingerprints(job.inputs()) as wait,
    ):
        results = _run_all(comparison, wait)
        summaries = summarise(comparison.losses, results, comparison.chosen)
        _write_results(comparison, results, summaries)
    return _result(comparison, summaries)


@contextmanager
def _prepared(job: CompareJob, scratch: Path, reporter: Reporter) -> Iterator[ComparisonRun]:
    """Prepare what the runs share, and refuse settings with which a run would fail."""
    with ExitStack() as stack:
        scenes = [stack.enter_context(scene) for scene in open_scenes(job.input)]
        copies = len(SPLIT_VALUES) + 1 if job.split or job.test_area else 1
        require_free_space(job.folder, copies * sum(float(scene.height) * scene.width for scene in scenes))
        losses = tuple(format_loss(parse_loss(text)) for text in job.losses)
        labels = split_labels(job, prepare_labels(job, scenes, scratch, reporter), scenes, reporter)
        first = _train_job(job, losses[0], job.seed, Path())
        data = stack.enter_context(closing(prepare(first, scenes, labels, reporter)))
        if job.split_layer:
            write_split_layer(job.split_layer, scenes, data.index, data.split, data.classes)
            reporter.artifact("split", job.split_layer)
        for loss in losses:
            make_loss(_train_job(job, loss, job.seed, Path()), data)
        area = data.test_area(tile_size(first)) or data.validation_area(tile_size(first))
        pixels = data.split.pixels[TEST if data.test_targets else VALIDATION].sum(axis=0)
        if not pixels.any():
            raise SettingsError(
                "There is nothing to score on: no split area is for validation or test.",
                "Add one, give a test area, or a validation share above 0.",
            )
        chosen = _chosen_class(job, data, np.where(data.statistics.pixel_counts > 0, pixels, 0))
        shown = richest_window(area, MAP_PIXELS, len(data.classes), chosen)
        identity = identity_of(job, data, ("losses", "seeds", "chosen_class"), pixels)
        yield ComparisonRun(job, losses, data, area, shown, chosen, ComparisonFolder(job, identity), reporter)


def _chosen_class(job: CompareJob, data: TrainingData, pixels: np.ndarray) -> int:
    """Index of the class that the user named, else of the rarest class in the scored area."""
    names = data.classes.names
    if not job.chosen_class:
        return rarest(pixels)
    if job.chosen_class not in names:
        raise LabelError(
            f"There is no class '{job.chosen_class}' to look at.", f"Classes: {', '.join(names)}."
        )
    return names.index(job.chosen_class)


def _train_job(job: CompareJob, loss: str, seed: int, model: Path) -> TrainJob:
    """The settings of one run."""
    own = {field.name for field in fields(CompareJob)} - {"report", "seed", "split_layer"}
    shared = {field.name: getattr(job, field.name) for field in fields(TrainJob) if field.name in own}
    return TrainJob(**shared, loss=loss, seed=seed, model=str(model))


def _run_all(comparison: ComparisonRun, wait: Wait) -> list[RunResult]:
    """Do all runs: every loss with the first seed, then every loss with the second, and so on."""
    seeds = range(comparison.job.seed, comparison.job.seed + comparison.job.seeds)
    order = [(loss, seed) for seed in seeds for loss in comparison.losses]
    found = {run: comparison.folder.finished(*run) for run in order}
    missing = [run for run in order if found[run] is None]
    if len(missing) < len(order):
        comparison.reporter.info(
            f"{len(order) - len(missing)} of {len(order)} runs were finished earlier and are not repeated."
        )
    for number, (loss, seed) in enumerate(missing):
        comparison.reporter.info(f"Run {number + 1} of {len(missing)}: {loss}, seed {seed}")
        reporter = _reporter_of_run(comparison.reporter, number, len(missing))
        found[loss, seed] = _run(comparison, loss, seed, wait, reporter)
        _write_csv(comparison)
    return [result for result in found.values() if result]


def _reporter_of_run(whole: Reporter, number: int, count: int) -> Reporter:
    """A reporter for one run: scales its progress, and passes on all events but its files."""

    def emit(event: Event) -> None:
        if isinstance(event, Progress) and event.total:
            done, total = number * event.total + event.done, count * event.total
            whole.progress(done, total, event.unit, "Comparing losses")
        elif isinstance(event, Log):
            log = {"info": whole.info, "warning": whole.warning, "debug": whole.debug}
            log[event.level](event.text)
        elif isinstance(event, (Training, Metric, Picture)):
            whole.hand_on(event)

    return Reporter(emit, lambda: whole.is_cancelled)


def _run(comparison: ComparisonRun, loss: str, seed: int, wait: Wait, reporter: Reporter) -> RunResult:
    """Train, score and store one network; a loss that diverges is a result too."""
    job = _train_job(comparison.job, loss, seed, comparison.folder.model_path(loss, seed))
    try:
        with fit(job, comparison.data, wait, Processes(choose_device(job.device)), reporter) as fitted:
            matrix = fitted.test_matrix
            if matrix is None:
                matrix = confusion(comparison.area, fitted.run.predictor(), reporter.check_cancelled)
            seconds = sum(epoch.seconds for epoch in fitted.outcome.history)
            result = RunResult(loss, seed, fitted.outcome.best.number, seconds, matrix)
            comparison.folder.save(result)
    except DivergedError as error:
        result = RunResult(loss, seed, 0, 0.0, None, str(error))
        comparison.folder.save(result)
        reporter.info(f"{loss}, seed {seed}: {error}")
        return result
    scores = Scores.from_confusion(matrix)
    reporter.info(
        f"{loss}, seed {seed}: mean IoU {scores.miou:.3f}, F1 of "
        f"'{comparison.data.classes[comparison.chosen].name}' {scores.f1[comparison.chosen]:.3f}; "
        f"{seconds:.0f} s"
    )
    return result


def _write_csv(comparison: ComparisonRun) -> None:
    """One row per finished run in the folder, those of earlier jobs included."""
    path = Path(comparison.job.folder) / CSV_FILE
    names = comparison.data.classes.names
    per_class = ("iou", "f1", "precision", "recall")
    header = ["loss", "seed", "best_epoch", "seconds", "miou", "f1_macro", "accuracy"]
    header += [f"{score}_{name}" for name in names for score in per_class] + ["failure"]
    with finished_file(path) as partial, partial.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(header)
        for run in comparison.folder.all_finished():
            row: list[Any] = [run.loss, run.seed, run.best_epoch, round(run.seconds, 1)]
            if run.matrix is not None:
                scores = Scores.from_confusion(run.matrix)
                values = [scores.miou, scores.macro_f1, scores.accuracy]
                values += [getattr(scores, s)[i] for i in range(len(names)) for s in per_class]
                row += ["" if np.isnan(value) else f"{value:.6f}" for value in values]
            writer.writerow([*row, *[""] * (len(header) - 1 - len(row)), run.failure])


def _write_results(
    comparison: ComparisonRun, results: Sequence[RunResult], summaries: Sequence[LossSummary]
) -> None:
    job, data = comparison.job, comparison.data
    _write_csv(comparison)
    comparison.reporter.artifact("csv", Path(job.folder) / CSV_FILE)
    if job.table:
        write_table(job.table, scores_table(summaries, data.classes, comparison.chosen))
        comparison.reporter.artifact("table", job.table)
    if job.report:
        write_comparison(job.report, _record(comparison, results, summaries))
        comparison.reporter.artifact("report", job.report)


def _record(
    comparison: ComparisonRun, results: Sequence[RunResult], summaries: Sequence[LossSummary]
) -> ComparisonRecord:
    """The contents of the report; maps are made by the models of the first seed."""
    job, data, (number, window) = comparison.job, comparison.data, comparison.shown
    finished = [run.loss for run in results if run.seed == job.seed and run.matrix is not None]
    return ComparisonRecord(
        summaries=summaries,
        results=results,
        classes=data.classes,
        chosen=comparison.chosen,
        scored_on="the test area" if data.test_targets else "the validation set",
        batch_pixels=job.batch_size * job.chip_size**2,
        settings=job.to_settings(),
        job_text=job_text(job),
        image=display_rgb(data.scenes[number].read(window), data.bands),
        target=comparison.area.targets[number].read(window)[0],
        maps={loss: _map(comparison, loss) for loss in finished},
        warnings=comparison.reporter.warnings,
    )


def _map(comparison: ComparisonRun, loss: str) -> np.ndarray:
    """The map of the square shown, by a loss's model of the first seed, uint8 (H, W)."""
    job, reporter = comparison.job, comparison.reporter
    model = comparison.folder.model_path(loss, job.seed)
    predictor, _ = load_predictor(model, choose_device(job.device), Forward(), reporter)
    return predicted(comparison.area, *comparison.shown, predictor, reporter.check_cancelled)


def _result(comparison: ComparisonRun, summaries: Sequence[LossSummary]) -> dict[str, Any]:
    job, classes = comparison.job, comparison.data.classes
    columns = scores_table(summaries, classes, comparison.chosen)
    names = distinct(name for name, _ in columns)
    rows = [dict(zip(names, row, strict=True)) for row in zip(*(v for _, v in columns), strict=True)]
    best = best_loss(summaries)
    return {
        "folder": job.folder,
        "csv": str(Path(job.folder) / CSV_FILE),
        "table": job.table or None,
        "report": job.report or None,
        "split_layer": job.split_layer or None,
        "best": best.loss if best else None,
        "chosen_class": classes[comparison.chosen].name,
        "scores": [{k: _plain(v) for k, v in row.items()} for row in rows],
    }


def _plain(value: Any) -> Any:  # noqa: ANN401 - any cell of a table
    """A cell for JSON, which has no NaN."""
    return None if isinstance(value, float) and math.isnan(value) else value
