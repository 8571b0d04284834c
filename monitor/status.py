"""Progress of a training, as a sentence and as a fraction."""

from __future__ import annotations

from typing import Optional

from ..algorithms.feedback import duration, progress_text
from ..algorithms.translation import number, tr
from ..core.contract.messages.events import Cancelled, Error
from .session import Course


def status_text(course: Optional[Course]) -> str:
    """A line such as ``Epoch 3 of 30, 12 min left``; without a course, that nothing has been trained yet."""
    if course is None:
        return tr("Nothing has been trained yet. 'Train segmentation model' is in the Processing toolbox.")
    if not course.is_running:
        return _ended(course)
    progress = course.session.progress
    if course.began is None:
        return progress_text(progress) if progress else tr("Starting")
    planned = course.began.epochs
    text = tr("Epoch {number} of {count}").format(
        number=number(min(course.epochs_done + 1, planned)), count=number(planned)
    )
    if progress is None or progress.remaining_s is None or progress.done >= progress.total:
        return text
    return tr("{text}, {time} left").format(text=text, time=duration(progress.remaining_s))


def share_done(course: Optional[Course]) -> float:
    """Progress of the course's job, 0 to 1."""
    progress = course.session.progress if course else None
    return progress.done / progress.total if progress and progress.total else 0.0


def _ended(course: Course) -> str:
    """The outcome of a course that has ended."""
    end, done = course.session.end, number(course.epochs_done)
    is_last = course is course.session.courses[-1]
    if isinstance(end, Error) and is_last and not course.epochs_done:
        return tr("Failed. {message}").format(message=end.message)
    if isinstance(end, Error) and is_last:
        return tr("Failed after {count} epochs. {message}").format(count=done, message=end.message)
    is_cancelled = isinstance(end, Cancelled) and is_last
    text = tr("Cancelled after {count} epochs") if is_cancelled else tr("Finished after {count} epochs")
    text = text.format(count=done)
    if course.best_epoch is None:
        return text
    return tr("{text}; best epoch: {best}").format(text=text, best=number(course.best_epoch))
