"""What moves the weights: the optimiser, the learning rate over time, and the average of the weights."""

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
"""Usual for segmentation by stochastic gradient descent (for example Chen et al. 2018, arXiv:1802.02611)."""

WARM_UP = 0.1
"""Share of the steps in which the learning rate rises; pretrained weights survive the start by it."""

ONE_CYCLE_RISE = 0.3
ONE_CYCLE_START = 1 / 25
ONE_CYCLE_END = 1e-4 / 25
"""Smith and Topin 2019, arXiv:1708.07120, with the numbers that PyTorch and fastai use."""


def make_optimiser(network: nn.Module, job: TrainJob) -> torch.optim.Optimizer:
    """The job's optimiser, the encoder with a learning rate of its own.

    Args:
        network: A network with an ``encoder``; one without is taken as a whole. With an encoder rate of 0 its
            encoder's weights are fixed.
        job: Gives optimiser, learning rate and encoder rate.

    Returns:
        The optimiser.
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
    """Give an optimiser of ``make_optimiser`` another learning rate; the encoder keeps its part of it.

    Args:
        optimiser: Changed in place; a schedule has to be planned anew.
        rate: The highest learning rate of the run.
    """
    for group in optimiser.param_groups:
        group["lr"] = group["initial_lr"] = rate * group["share"]


def rate_factor(schedule: str, total_steps: int) -> Callable[[int], float]:
    """Share of the highest learning rate at a step, from 0.

    ``cosine``: up over the first tenth (Goyal et al. 2017, arXiv:1706.02677), then down as a half cosine
    (Loshchilov and Hutter 2017, arXiv:1608.03983). ``one cycle``: up over the first three tenths and down to
    next to nothing, as half cosines both. ``constant``: the same all the time.

    Args:
        schedule: A name in the catalog's ``SCHEDULES``.
        total_steps: Steps of the whole run, at least 1.

    Returns:
        A function of the step; in (0, 1] for the steps of the run.
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


def _half_cosine(start: float, end: float, way: float) -> float:
    """From start to end as half a cosine; ``way`` from 0 to 1."""
    return end + (start - end) * (1 + math.cos(math.pi * way)) / 2


def make_ema(network: nn.Module, decay: float) -> AveragedModel | None:
    """A running average of a network's weights (Polyak and Juditsky 1992, doi:10.1137/0330046).

    Args:
        network: What is averaged, batch normalisation's statistics too.
        decay: Part of the old average that is kept at each step; 0 for no average.

    Returns:
        The average, None for none.
    """
    if not decay:
        return None
    step = get_ema_multi_avg_fn(decay)  # type: ignore[no-untyped-call]
    return AveragedModel(network, multi_avg_fn=step, use_buffers=True)
