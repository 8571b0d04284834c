"""Optimiser, learning-rate schedule and EMA of the weights."""

from __future__ import annotations

import math
from collections.abc import Callable

import torch
from torch import nn
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from ...contract.jobs.train import TrainJob

WEIGHT_DECAY = 0.01
"""AdamW's own default (Loshchilov and Hutter 2019, arXiv:1711.05101)."""

SGD_WEIGHT_DECAY = 1e-4
SGD_MOMENTUM = 0.9
"""Usual for segmentation with SGD (for example Chen et al. 2018, arXiv:1802.02611)."""

WARM_UP = 0.1
"""Share of the steps in which the learning rate rises: the first steps must not spoil pretrained weights."""

ONE_CYCLE_RISE = 0.3
ONE_CYCLE_START = 1 / 25
ONE_CYCLE_END = 1e-4 / 25
"""Smith and Topin 2019, arXiv:1708.07120, with the numbers that PyTorch and fastai use."""


def make_optimiser(network: nn.Module, job: TrainJob) -> torch.optim.Optimizer:
    """The job's optimiser, with a parameter group of its own for the encoder.

    With an ``encoder_lr_factor`` of 0 the encoder is frozen. A network without an ``encoder`` is one group.
    """
    encoder = getattr(network, "encoder", None)
    encoder_weights = [] if encoder is None else list(encoder.parameters())
    if not job.encoder_lr_factor:
        for weight in encoder_weights:
            weight.requires_grad = False
    in_encoder = set(map(id, encoder_weights))
    rest = [weight for weight in network.parameters() if id(weight) not in in_encoder]
    groups = [{"params": rest, "lr": job.learning_rate, "share": 1.0}]
    if encoder_weights and job.encoder_lr_factor:
        rate = job.learning_rate * job.encoder_lr_factor
        groups.append({"params": encoder_weights, "lr": rate, "share": job.encoder_lr_factor})
    if job.optimiser == "sgd":
        return torch.optim.SGD(groups, momentum=SGD_MOMENTUM, weight_decay=SGD_WEIGHT_DECAY, nesterov=True)
    return torch.optim.AdamW(groups, weight_decay=WEIGHT_DECAY)


def set_rate(optimiser: torch.optim.Optimizer, rate: float) -> None:
    """Set the learning rate of an optimiser from ``make_optimiser``; the encoder keeps its factor.

    Args:
        optimiser: Changed in place; its schedule must be started again.
        rate: The learning rate at the peak of the schedule.
    """
    for group in optimiser.param_groups:
        group["lr"] = group["initial_lr"] = rate * group["share"]


def rate_factor(schedule: str, total_steps: int) -> Callable[[int], float]:
    """Learning rate at a step as a share of the peak: a function of the step, counted from 0.

    ``cosine``: linear warm-up over the first tenth (Goyal et al. 2017, arXiv:1706.02677), then a half cosine
    down (Loshchilov and Hutter 2017, arXiv:1608.03983). ``one cycle``: a half cosine up over the first three
    tenths, and one down to nearly 0. ``constant``: 1 throughout.

    Args:
        schedule: A name in the catalog's ``SCHEDULES``.
        total_steps: Steps of the whole training, at least 1.

    Returns:
        A function with values in (0, 1] for the steps of the training.
    """
    if schedule == "constant":
        return lambda _: 1.0
    if schedule == "one cycle":
        return lambda step: _one_cycle(step, total_steps)
    return lambda step: _cosine(step, total_steps)


def _cosine(step: int, total_steps: int) -> float:
    warm_up = max(1, round(WARM_UP * total_steps))
    if step < warm_up:
        return (step + 1) / warm_up
    return _half_cosine(1, 0, (step + 1 - warm_up) / (total_steps + 1 - warm_up))


def _one_cycle(step: int, total_steps: int) -> float:
    peak = max(1, round(ONE_CYCLE_RISE * total_steps)) - 1
    if step <= peak:
        return _half_cosine(ONE_CYCLE_START, 1, step / peak if peak else 1)
    return _half_cosine(1, ONE_CYCLE_END, min(1, (step - peak) / max(1, total_steps - 1 - peak)))


def _half_cosine(start: float, end: float, position: float) -> float:
    """From start to end as half a cosine; ``position`` from 0 to 1."""
    return end + (start - end) * (1 + math.cos(math.pi * position)) / 2


def make_ema(network: nn.Module, decay: float) -> AveragedModel | None:
    """The exponential moving average (EMA) of a network's weights and buffers.

    After Polyak and Juditsky 1992, doi:10.1137/0330046; buffers are the statistics of batch normalisation.

    Args:
        network: Its present weights are the first average.
        decay: Share of the old average that remains at each step; 0 for no EMA.

    Returns:
        The EMA; None for a decay of 0.
    """
    if not decay:
        return None
    step = get_ema_multi_avg_fn(decay)  # type: ignore[no-untyped-call]
    return AveragedModel(network, multi_avg_fn=step, use_buffers=True)
