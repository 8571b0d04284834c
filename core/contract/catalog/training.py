"""Choices of a training: unlabelled pixels, optimiser, schedule, monitored metric, sampling."""

from __future__ import annotations

UNLABELLED: dict[str, str] = {
    "background": "Pixels without a label are the class 'background'.",
    "ignore": "Pixels without a label count for nothing.",
}


OPTIMISERS: dict[str, str] = {
    "adamw": "AdamW: needs little tuning.",
    "sgd": "Stochastic gradient descent with momentum: wants a learning rate about ten times as high.",
}


SCHEDULES: dict[str, str] = {
    "cosine": "Up over the first tenth, then down to nothing as half a cosine.",
    "one cycle": "Up over the first three tenths, then down to nothing.",
    "constant": "The same all the time.",
}
"""How the learning rate changes over a training."""


MONITORED_METRICS: dict[str, str] = {
    "mean IoU": "The epoch with the highest mean over all classes.",
    "worst class": "The epoch whose worst class is best.",
}
"""By what the best epoch is chosen; the name of a class is the other way."""


SAMPLINGS: dict[str, str] = {
    "uniform": "Every place of the training area is as likely as any other.",
    "balanced": "First a class, each as likely as any other, then a place where it is.",
    "repeat factor": "Places with a class that few places have are drawn more often, by the root of how few.",
}
"""Ways to draw the places that chips are cut from."""
