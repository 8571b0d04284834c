"""Decides whether the user's split areas or automatic blocks are held out of training, and reports it."""

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
    """Hold out the user's split areas; without areas for validation, choose blocks for it.

    Args:
        job: Gives validation share and seed.
        scenes: The rasters.
        labels: Their labels, by subset.
        index: Of the labels for training.
        reporter: Receives progress and messages; may cancel.

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
    """Report the pixels of each subset and the buffer, and warn of classes that a subset lacks."""
    pixels = split.pixels.sum(axis=(1, 2))
    shares = [f"{subset.name} {n / pixels.sum():.1%}" for subset, n in zip(SUBSETS, pixels, strict=True) if n]
    reporter.info(f"Labelled pixels by subset: {', '.join(shares)}.")
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
            f"'{classes[number].name}' is labelled in too few spots to be in the validation set as well: it "
            "is learned, but its score cannot be measured. More labels of it help."
        )


def _narrow_buffer(split: Split, shortfall: Shortfall, classes: ClassTable) -> str:
    """Why the buffer is narrow or missing, and what that means for the scores."""
    lost = ", ".join(f"'{classes[number].name}'" for number in shortfall.classes)
    reason = f"without {lost}" if lost else f"with only {shortfall.left:.0%} of its labels"
    done = f"only {split.buffer} pixels wide" if split.buffer else "left out"
    return (
        f"The buffer between the training area and the held-out areas is {done}: the {split.wanted_buffer} "
        f"pixels of half a chip would leave training {reason}. Scores may be a little too good, since they "
        "are measured right beside training chips. Smaller chips, more labels, or areas of your own that lie "
        "further apart avoid that."
    )


def _beside_test(split: Split) -> str:
    count, of_all = split.held_out.blocks_beside_test, sum(map(len, split.validation))
    lie = "lies" if count == 1 else "lie"
    return (
        f"{count} of {of_all} blocks for validation {lie} within {split.wanted_buffer} pixels of a test "
        "area, for want of room elsewhere. The best epoch is chosen right beside the test area, and the test "
        "scores may be a little too good. Draw areas for validation that lie further away."
    )


def _missing_in_training(split: Split, name: str, number: int) -> str:
    if split.pixels[BUFFER, :, number].any():
        return (
            f"'{name}' cannot be learned: no training chip fits where it is labelled. Use smaller chips, or "
            "label it elsewhere too."
        )
    return (
        f"'{name}' is labelled only outside the training area: the network will not know it, and will "
        "miss all of it."
    )
