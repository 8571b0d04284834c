"""What is reported after each epoch: its metrics, the preview, and a line in the log."""

from __future__ import annotations

import math

from ...contract.classes import ClassTable
from ...contract.messages.reporter import Reporter
from .run import Epoch, Outcome, Run


def report_beginning(run: Run, so_far: Outcome | None) -> None:
    """Report that training begins; when it resumes, with the metrics of the earlier epochs."""
    run.reporter.training(run.job.loss, run.job.seed, run.job.epochs, run.data.classes)
    if so_far is None:
        return
    for epoch in so_far.history:
        _report_metrics(epoch, run.data.classes, run.reporter)
    if so_far.best.scores is not None:
        run.reporter.metric("validation/best_epoch", so_far.best.number, len(so_far.history))


def report_epoch(run: Run, outcome: Outcome) -> None:
    """Report the last epoch; if it is the best one, its model must have been saved."""
    reporter, classes, epoch = run.reporter, run.data.classes, outcome.history[-1]
    _report_metrics(epoch, classes, reporter)
    run.preview.report(epoch.number)
    text = f"Epoch {epoch.number} of {run.job.epochs}: loss {epoch.train_loss:.4f}"
    if epoch.scores is not None:
        if outcome.is_best_now:
            reporter.metric("validation/best_epoch", epoch.number, epoch.number)
        shown = ", ".join(f"{e.name} {iou:.3f}" for e, iou in zip(classes, epoch.scores.iou, strict=True))
        text += f", mean IoU {epoch.scores.miou:.3f} ({shown})"
        text += ", best so far" if outcome.is_best_now else ""
    text += ", saved" if outcome.is_best_now else ""
    reporter.info(f"{text}; {epoch.seconds:.0f} s")


def _report_metrics(epoch: Epoch, classes: ClassTable, reporter: Reporter) -> None:
    """Loss, learning rate and IoU; a class neither present nor predicted has no IoU and is left out."""
    reporter.metric("train/loss", epoch.train_loss, epoch.number)
    reporter.metric("train/learning_rate", epoch.learning_rate, epoch.number)
    if epoch.scores is None:
        return
    reporter.metric("validation/miou", epoch.scores.miou, epoch.number)
    for entry, iou in zip(classes, epoch.scores.iou, strict=True):
        if math.isfinite(iou):
            reporter.metric(f"validation/iou/{entry.name}", iou, epoch.number)
