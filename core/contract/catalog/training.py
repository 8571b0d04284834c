"""Choices of a training: unlabelled pixels, optimiser, schedule, monitored metric, sampling.

The settings that offer them, with their help texts, are in ``contract/jobs/train.py``.
"""

from __future__ import annotations

UNLABELLED: dict[str, str] = {
    "background": "Unlabelled pixels belong to the class 'background'.",
    "ignore": "Unlabelled pixels are ignored.",
}


OPTIMISERS: dict[str, str] = {
    "adamw": "AdamW: needs little tuning.",
    "sgd": "Stochastic gradient descent with momentum: needs a learning rate about ten times as high.",
}


SCHEDULES: dict[str, str] = {
    "cosine": "Linear warm-up over the first tenth, then cosine decay to 0.",
    "one cycle": "Warm-up over the first three tenths, then decay to 0.",
    "constant": "Constant learning rate.",
}


MONITORED_METRICS: dict[str, str] = {
    "mean IoU": "The epoch with the highest mean IoU of all classes.",
    "worst class": "The epoch with the highest IoU of its worst class.",
}
"""Metrics that choose the best epoch; the name of a class, for its IoU, is the other way."""


SAMPLINGS: dict[str, str] = {
    "uniform": "All positions of the training area are equally likely.",
    "balanced": "First a class, all equally likely, then a position where it occurs.",
    "repeat factor": "Positions with a class that few positions hold are drawn more often, by the root of "
    "its rarity.",
    "mixed": "Half of the positions as in 'balanced', half by the number of their labelled pixels.",
}
"""Ways to draw chip positions."""
