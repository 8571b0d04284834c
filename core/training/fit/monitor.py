"""The monitored metric: which epoch is the best, and when training stops early."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from ...evaluation.scores import Scores
from .run import Epoch, Outcome, Run


def monitored_score(scores: Scores, monitor: str, names: Sequence[str]) -> float:
    """The IoU by which the best epoch is chosen.

    Classes that the validation set lacks do not count. As soon as a single pixel is predicted as one of them,
    its IoU turns from NaN into 0, and epochs that never predict the class would win.

    Args:
        scores: Of the validation set.
        monitor: ``mean IoU``, ``worst class``, or the name of a class. A class that the validation set lacks
            cannot be named: the job refuses it before training.
        names: Class names by index.

    Returns:
        An IoU; NaN where it is not defined.
    """
    iou = np.where(scores.matrix.sum(axis=1) > 0, scores.iou, np.nan)
    if monitor in names:
        return float(iou[names.index(monitor)])
    if np.isnan(iou).all():
        return math.nan
    return float(np.nanmin(iou) if monitor == "worst class" else np.nanmean(iou))


def is_better(epoch: Epoch, best: Epoch, run: Run) -> bool:
    """Whether an epoch replaces the best one so far; without validation every later epoch does."""
    if epoch.scores is None or best.scores is None:
        return True
    names = run.data.classes.names
    old, new = (monitored_score(each, run.job.monitor, names) for each in (best.scores, epoch.scores))
    return new > old or math.isnan(old)


def is_patience_over(outcome: Outcome, run: Run) -> bool:
    """Whether training stops early; if so, this is reported."""
    waited = len(outcome.history) - outcome.best.number
    is_over = 0 < run.job.patience <= waited and len(outcome.history) < run.job.epochs
    if is_over:
        run.reporter.info(f"No better epoch in the last {waited}: training stops early.")
    return is_over
