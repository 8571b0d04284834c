"""Labels held out for a test: what lies inside the test area is taken out of the training targets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import rasterio

from ..contract.classes import IGNORE_INDEX, ClassTable
from ..contract.jobs import CompareJob
from ..contract.reporter import Reporter
from .labels import Labels, prepare_labels
from .raster import Scene, create_raster


def hold_out(
    job: CompareJob, labels: Labels, scenes: Sequence[Scene], folder: Path, reporter: Reporter
) -> tuple[Path, ...]:
    """Make targets of the test area, and blank it in the training targets.

    Args:
        job: Gives labels and test area.
        labels: The training labels; their targets are rewritten.
        scenes: Rasters of the job.
        folder: An existing empty folder for the test's targets.
        reporter: Told what was left out.

    Returns:
        One uint8 raster per scene: class index as in training inside the test area, 255 elsewhere and for
        classes that training does not know.

    Raises:
        CoreError: The test area cannot be read or holds no labels.
    """
    # What there is to say of the labels was said of those for training.
    silent = Reporter(lambda _: None, lambda: reporter.is_cancelled)
    test = prepare_labels(replace(job, area=job.test_area), scenes, folder, silent)
    index_of = _translation(test.classes, labels.classes, reporter)
    for scene, training, held_out in zip(scenes, labels.targets, test.targets):
        _take_apart(scene, training, held_out, index_of)
    return test.targets


def _translation(test: ClassTable, training: ClassTable, reporter: Reporter) -> np.ndarray:
    """Training's index by the test's index, uint8 (256,)."""
    known = {entry.name: entry.index for entry in training}
    index_of = np.full(IGNORE_INDEX + 1, IGNORE_INDEX, dtype=np.uint8)
    for entry in test:
        if entry.name in known:
            index_of[entry.index] = known[entry.name]
        else:
            reporter.warning(
                f"'{entry.name}' lies in the test area only: it cannot be learned, and counts for nothing."
            )
    return index_of


def _take_apart(scene: Scene, training: Path, held_out: Path, index_of: np.ndarray) -> None:
    new_training = training.with_name(f"apart_{training.name}")
    new_held_out = held_out.with_name(f"apart_{held_out.name}")
    with (
        rasterio.open(training) as learned,
        rasterio.open(held_out) as tested,
        create_raster(new_training, scene, 1, "uint8", IGNORE_INDEX) as learned_apart,
        create_raster(new_held_out, scene, 1, "uint8", IGNORE_INDEX) as tested_apart,
    ):
        for window in scene.windows():
            codes = tested.read(1, window=window)
            target = learned.read(1, window=window)
            target[codes != IGNORE_INDEX] = IGNORE_INDEX
            learned_apart.write(target, 1, window=window)
            tested_apart.write(index_of[codes], 1, window=window)
    new_training.replace(training)
    new_held_out.replace(held_out)
