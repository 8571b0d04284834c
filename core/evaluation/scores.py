"""Every score from one confusion matrix, so that they never contradict each other."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Scores:
    """Scores of a classification. NaN where a score is undefined, which is not the same as 0.

    Attributes:
        matrix: Pixel counts, int64 (C, C): rows are the truth, columns the predictions.
        iou: Intersection over union per class, tp / (tp + fp + fn); (C,), NaN for a class that is neither in
            the truth nor predicted.
        f1: 2 tp / (2 tp + fp + fn); (C,), NaN as above.
        precision: Share of the pixels called a class that are it; (C,), NaN for a class never predicted.
        recall: Share of a class's pixels that were found; (C,), NaN for a class that is not in the truth.
        miou: Mean IoU over the classes in the truth or the predictions; NaN without any pixel.
        macro_f1: Mean F1 over the same classes.
        accuracy: Share of pixels that are right; NaN without any pixel.
        kappa: Agreement beyond chance (Cohen 1960, doi:10.1177/001316446002000104); NaN if chance alone
            agrees everywhere.
    """

    matrix: NDArray[np.int64]
    iou: Floats
    f1: Floats
    precision: Floats
    recall: Floats
    miou: float
    macro_f1: float
    accuracy: float
    kappa: float

    @classmethod
    def from_confusion(cls, matrix: NDArray[np.int64]) -> Scores:
        """The scores of a confusion matrix.

        Args:
            matrix: int64 (C, C), rows truth, columns predictions, ignored pixels left out.

        Returns:
            All scores.
        """
        counts = matrix.astype(np.float64)
        hits, truth, predicted, total = np.diag(counts), counts.sum(1), counts.sum(0), counts.sum()
        iou = class_iou(hits, truth, predicted)
        f1 = _divide(2 * hits, truth + predicted)
        accuracy = float(_divide(hits.sum(), total))
        chance = float(_divide(truth @ predicted, total**2))
        return cls(
            matrix=matrix,
            iou=iou,
            f1=f1,
            precision=_divide(hits, predicted),
            recall=_divide(hits, truth),
            miou=_mean_of_defined(iou),
            macro_f1=_mean_of_defined(f1),
            accuracy=accuracy,
            kappa=float(_divide(accuracy - chance, 1 - chance)),
        )

    @property
    def shares(self) -> Floats:
        """Share of each class in the truth; (C,), NaN without any pixel."""
        return _divide(self.matrix.sum(1), self.matrix.sum())

    def to_dict(self, names: Sequence[str]) -> dict[str, Any]:
        """The scores as plain data for JSON, None where undefined.

        Args:
            names: Class names by index.

        Returns:
            ``miou``, ``macro_f1``, ``accuracy``, ``kappa``, and ``classes``: for each name its ``iou``,
            ``f1``, ``precision``, ``recall`` and ``pixels`` in the truth.
        """
        pixels = self.matrix.sum(1)
        return {
            **{name: _plain(getattr(self, name)) for name in ("miou", "macro_f1", "accuracy", "kappa")},
            "classes": {
                name: {
                    "iou": _plain(self.iou[index]),
                    "f1": _plain(self.f1[index]),
                    "precision": _plain(self.precision[index]),
                    "recall": _plain(self.recall[index]),
                    "pixels": int(pixels[index]),
                }
                for index, name in enumerate(names)
            },
        }


def class_iou(hits: NDArray[Any], truth: NDArray[Any], predicted: NDArray[Any]) -> Floats:
    """Intersection over union from counts.

    Args:
        hits: Pixels that are a class and were called it, (C,).
        truth: Pixels that are it, (C,).
        predicted: Pixels that were called it, (C,).

    Returns:
        (C,), NaN for a class that is neither in the truth nor predicted.
    """
    return _divide(hits, truth + predicted - hits)


def _divide(part: Any, whole: Any) -> Floats:  # noqa: ANN401 - numbers or arrays of them
    """``part / whole``, NaN where ``whole`` is 0."""
    part, whole = np.broadcast_arrays(np.asarray(part, np.float64), np.asarray(whole, np.float64))
    quotient: Floats = np.divide(part, whole, out=np.full(part.shape, math.nan), where=whole != 0)
    return quotient


def _mean_of_defined(values: Floats) -> float:
    defined = values[~np.isnan(values)]
    return float(defined.mean()) if defined.size else math.nan


def _plain(value: float) -> float | None:
    return None if math.isnan(value) else float(value)
