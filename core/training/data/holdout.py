"""What a training learns from, validates on and is tested on: decided, and said."""

from __future__ import annotations

from collections.abc import Sequence

from ...contract.classes import ClassTable
from ...contract.jobs.train import TrainJob
from ...contract.messages.reporter import Reporter
from ...contract.subsets import SUBSETS
from ...geodata.chips.index import ChipIndex
from ...geodata.raster.scene import Scene
from ...geodata.split.areas import SplitLabels
from ...geodata.split.blocks import split_blocks
from ...geodata.split.split import BUFFER, Shortfall, Split, split_around


def choose_split(
    job: TrainJob, scenes: Sequence[Scene], labels: SplitLabels, index: ChipIndex, reporter: Reporter
) -> Split:
    """Keep the user's areas from training, or blocks where there are none for validation.

    Args:
        job: Gives validation share and seed.
        scenes: Its rasters.
        labels: Their labels, by part.
        index: Of the labels for training.
        reporter: Told how validation is chosen; shows progress and cancels.

    Returns:
        The split.

    Raises:
        LabelError: Areas hold no label.
        TooSmallError: There are too few labelled blocks to choose from.
    """
    held_out = labels.held_out(scenes, index, reporter)
    if labels.validation:
        return split_around(index, lambda _: held_out)
    if job.split and job.validation:
        reporter.info(
            f"There is no split area for validation: blocks with {job.validation:.0%} of the labels are "
            "chosen among the areas for training."
        )
    return split_blocks(index, job.validation, job.seed, held_out)


def report_split(split: Split, classes: ClassTable, reporter: Reporter) -> None:
    """Say what each part holds, what became of the buffer, and which classes lie in one part only.

    Args:
        split: The split.
        classes: The class table.
        reporter: Told.
    """
    pixels = split.pixels.sum(axis=(1, 2))
    shares = [f"{part.name} {n / pixels.sum():.1%}" for part, n in zip(SUBSETS, pixels, strict=True) if n]
    reporter.info(f"Labelled pixels by part: {', '.join(shares)}.")
    if split.buffer:
        reporter.info(f"No training chip comes closer than {split.buffer} pixels to validation or test.")
    if split.shortfall is not None:
        reporter.warning(_narrow_buffer(split, split.shortfall, classes))
    if split.held_out.blocks_beside_test:
        reporter.warning(_beside_test(split))
    for number in split.missing_in_training:
        reporter.warning(_missing_in_training(split, classes[number].name, number))
    for number in split.missing_in_validation if any(split.validation) else ():
        reporter.warning(
            f"'{classes[number].name}' lies in too few places to be in validation as well: it is "
            "learned, but its score cannot be measured. More labels of it help."
        )


def _narrow_buffer(split: Split, shortfall: Shortfall, classes: ClassTable) -> str:
    """What was done to the buffer, why, and what it means."""
    lost = ", ".join(f"'{classes[number].name}'" for number in shortfall.classes)
    reason = f"without {lost}" if lost else f"with only {shortfall.left:.0%} of its labels"
    done = f"only {split.buffer} pixels wide" if split.buffer else "left out"
    return (
        f"The buffer between training and what is kept out of it is {done}: the {split.wanted_buffer} pixels "
        f"of half a chip would leave training {reason}. So scores may be a little too good, since they are "
        "taken right beside what was learned. Smaller chips, more labels, or areas of your own that lie "
        "further apart avoid that."
    )


def _beside_test(split: Split) -> str:
    count, of_all = split.held_out.blocks_beside_test, sum(map(len, split.validation))
    lie = "lies" if count == 1 else "lie"
    return (
        f"{count} of {of_all} blocks for validation {lie} within {split.wanted_buffer} pixels of a test "
        "area, for want of room elsewhere. So the epoch is chosen right beside what is tested, and the test "
        "scores may be a little too good. Draw areas for validation that lie further away."
    )


def _missing_in_training(split: Split, name: str, number: int) -> str:
    if split.pixels[BUFFER, :, number].any():
        return (
            f"'{name}' cannot be learned: no training chip fits where it is labelled. Use smaller chips, or "
            "label it elsewhere too."
        )
    return (
        f"'{name}' is labelled only where nothing is to be learned: the network will not know it, and all of "
        "it is missed."
    )
