"""The optimiser steps: forward, loss, backward, in micro-batches when memory runs out."""

from __future__ import annotations

import contextlib
import copy
import math
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import torch

from ...contract.jobs.train import TrainJob
from ...contract.messages.errors import DivergedError, OutOfMemoryError, SettingsError
from ...contract.messages.reporter import Reporter
from ...inference.predictor import is_out_of_memory, mixed_precision, release_memory
from ...losses.warmup import set_progress
from ...models.device import autocast_dtype
from ...models.normalise import Normalise
from ..augment.pipeline import augment
from ..data.loader import Batch
from .ddp import Processes
from .optimiser import make_ema, make_optimiser, rate_factor, set_rate
from .outline_tolerance import ignore_outlines


class Learner:
    """A network with its loss, optimiser and learning-rate schedule.

    A loss with a warm-up is at its start until ``plan_steps``, so for the range test of the learning rate.

    Args:
        network: Moved to the device.
        normalise: The bands' normalisation.
        loss: Gives a scalar for logits (N, C, H, W), float32, and target (N, H, W).
        processes: Give the device, and the mean over all processes.
        job: Its optimiser, learning rate, schedule, max_grad_norm, ema_decay and outline_tolerance are used.
        reporter: Receives a warning when a batch is split into micro-batches.

    Attributes:
        network: The network, with its present weights.
        learning_rate: Of the last step; 0 before any.
    """

    def __init__(
        self,
        network: torch.nn.Module,
        normalise: Normalise,
        loss: torch.nn.Module,
        processes: Processes,
        job: TrainJob,
        reporter: Reporter,
    ) -> None:
        device = processes.device
        self.network = network.to(device).to(memory_format=torch.channels_last)
        self._connected = processes.connect(self.network)
        self._processes = processes
        self._normalise = normalise.to(device)
        self._loss = loss.to(device)
        self._device = device
        self._reporter = reporter
        self._job = job
        self._optimiser = make_optimiser(self.network, job)
        self._ema = make_ema(self.network, job.ema_decay)
        # Small gradients underflow in float16; bfloat16 and float32 need no scaling.
        needs_scaling = autocast_dtype(device) is torch.float16
        self._scaler = torch.amp.GradScaler(device.type, enabled=needs_scaling)
        self._schedule: torch.optim.lr_scheduler.LRScheduler | None = None
        self._total_steps = 0
        self._micro_batch_size: int | None = None
        self.learning_rate = 0.0

    def plan_steps(self, total_steps: int) -> None:
        """Start the learning-rate schedule.

        Args:
            total_steps: Optimiser steps of the whole training.
        """
        self._total_steps = total_steps
        self._schedule = torch.optim.lr_scheduler.LambdaLR(
            self._optimiser, rate_factor(self._job.schedule, total_steps)
        )

    def state(self) -> tuple[dict[str, torch.Tensor], dict[str, Any]]:
        """All that training changes: tensors by name, and plain numbers for JSON."""
        tensors = {f"network/{name}": tensor for name, tensor in self.network.state_dict().items()}
        optimiser = self._optimiser.state_dict()
        for number, values in optimiser["state"].items():
            tensors |= {f"optimiser/{number}/{name}": tensor for name, tensor in values.items()}
        if self._ema is not None:
            tensors |= {f"ema/{name}": t for name, t in self._ema.state_dict().items()}
        schedule = {} if self._schedule is None else self._schedule.state_dict()
        return tensors, {
            "groups": optimiser["param_groups"],
            "schedule": schedule,
            "scaler": self._scaler.state_dict(),
            "micro_batch_size": self._micro_batch_size,
        }

    def restore(self, tensors: Mapping[str, torch.Tensor], numbers: Mapping[str, Any]) -> None:
        """Restore a state from ``state``; tensors of other names are ignored."""
        self.network.load_state_dict(part_of(tensors, "network/"))
        if self._ema is not None:
            self._ema.load_state_dict(part_of(tensors, "ema/"))
        self._optimiser.load_state_dict({"state": self._moments(tensors), "param_groups": numbers["groups"]})
        if self._schedule is not None:
            self._schedule.load_state_dict(dict(numbers["schedule"]))
        # Empty from a device without scaling: a training may be resumed on another device.
        if numbers["scaler"]:
            self._scaler.load_state_dict(dict(numbers["scaler"]))
        self._micro_batch_size = numbers["micro_batch_size"]

    def _moments(self, tensors: Mapping[str, torch.Tensor]) -> dict[int, dict[str, torch.Tensor]]:
        """The optimiser's tensors, in the memory layout of their parameters: another rounds differently."""
        parameters = self._parameters()
        moments: dict[int, dict[str, torch.Tensor]] = {}
        for key, tensor in tensors.items():
            if not key.startswith("optimiser/"):
                continue
            _, number, name = key.split("/")
            like = parameters[int(number)]
            fits = tensor.shape == like.shape
            moments.setdefault(int(number), {})[name] = (
                torch.empty_like(like, dtype=tensor.dtype, device="cpu", requires_grad=False).copy_(tensor)
                if fits
                else tensor
            )
        return moments

    def _parameters(self) -> list[torch.nn.Parameter]:
        """The trained parameters, in the optimiser's order."""
        return [weight for group in self._optimiser.param_groups for weight in group["params"]]

    def weights(self) -> dict[str, torch.Tensor]:
        """A copy of the weights to save: the EMA if there is one."""
        source = self.network if self._ema is None else self._ema.module
        return copy.deepcopy(source.state_dict())

    @contextlib.contextmanager
    def ema_weights(self) -> Iterator[None]:
        """A block in which the network has the weights that would be saved: the EMA if there is one."""
        if self._ema is None:
            self._processes.align(self.network)
            yield
            return
        current = copy.deepcopy(self.network.state_dict())
        self.network.load_state_dict(self.weights())
        self._processes.align(self.network)
        try:
            yield
        finally:
            self.network.load_state_dict(current)

    @property
    def highest_rate(self) -> float:
        """The learning rate at the peak of the schedule."""
        group = self._optimiser.param_groups[0]
        return float(group.get("initial_lr", group["lr"]))

    def use_rate(self, rate: float) -> None:
        """Set the learning rate at the peak of the schedule; ``plan_steps`` must follow.

        The encoder gets ``encoder_lr_factor`` times the rate.
        """
        set_rate(self._optimiser, rate)

    def learn(self, batches: Iterable[Batch]) -> Iterable[float]:
        """Take one optimiser step per batch.

        Yields:
            The loss of each step, the mean over all processes.

        Raises:
            DivergedError: The loss is NaN or infinite.
            OutOfMemoryError: Memory does not hold a single chip, or not the state of the optimiser.
        """
        for batch in batches:
            self.learning_rate = float(self._optimiser.param_groups[0]["lr"])
            self._set_training()
            loss = self._processes.mean(self._step(batch))
            if not math.isfinite(loss):
                raise DivergedError(f"The loss became {loss} at a learning rate of {self.learning_rate:.2g}.")
            yield loss
        # No loss has been computed with the weights of the last step yet.
        if not all(bool(weight.isfinite().all()) for weight in self._parameters()):
            raise DivergedError("The weights are no longer finite.")

    def _set_training(self) -> None:
        """Training mode, but for a frozen encoder, whose batch normalisation must not change."""
        self.network.train()
        encoder = getattr(self.network, "encoder", None)
        if not self._job.encoder_lr_factor and encoder is not None:
            encoder.eval()

    def _step(self, batch: Batch) -> float:
        """One optimiser step, retried with ever smaller micro-batches when memory runs out."""
        # By the schedule's steps, which a checkpoint restores.
        set_progress(self._loss, self._schedule.last_epoch / self._total_steps if self._schedule else 0.0)
        while True:
            self._optimiser.zero_grad(set_to_none=True)
            try:
                loss = self._accumulate(batch)
            except RuntimeError as error:
                if not is_out_of_memory(error):
                    raise
            else:
                break
            release_memory(self._device)
            self._halve_micro_batch(len(batch.target))
        try:
            self._update_weights()
        except RuntimeError as error:
            if not is_out_of_memory(error):
                raise
            # Some weights may have changed already: the step cannot be retried.
            raise OutOfMemoryError(
                f"The memory of '{self._device}' does not hold the state of the optimiser.",
                "Use a smaller encoder, a smaller batch size, or another device.",
            ) from error
        if self._schedule is not None:
            self._schedule.step()
        return loss

    def _update_weights(self) -> None:
        """Clip the gradients, take the optimiser step, and update the EMA."""
        if self._job.max_grad_norm:
            self._scaler.unscale_(self._optimiser)
            torch.nn.utils.clip_grad_norm_(self._parameters(), self._job.max_grad_norm)
        self._scaler.step(self._optimiser)
        self._scaler.update()
        if self._ema is not None:
            self._ema.update_parameters(self.network)

    def _accumulate(self, batch: Batch) -> float:
        """Accumulate the gradients of a batch over its micro-batches; returns the mean loss."""
        size = len(batch.target)
        total = 0.0
        for micro_batch in batch.split(self._micro_batch_size or size):
            loss = self._forward(micro_batch) * (len(micro_batch.target) / size)
            torch.autograd.backward(self._scaler.scale(loss))
            total += float(loss.detach())
        return total

    def _forward(self, batch: Batch) -> torch.Tensor:
        valid, target = batch.valid.to(self._device), batch.target.to(self._device)
        values = self._normalise(batch.values.to(self._device), valid)
        values, valid, target = augment(values, valid, target, batch.params)
        target = ignore_outlines(target, self._job.outline_tolerance)
        try:
            with mixed_precision(self._device):
                logits = self._connected(values)
        except ValueError as error:
            if "more than 1 value per channel" not in str(error):
                raise
            raise SettingsError(
                "This architecture cannot be trained with one chip at a time.",
                "Choose a batch size of at least 2, or another architecture.",
            ) from error
        loss: torch.Tensor = self._loss(logits.float(), target)
        return loss

    def _halve_micro_batch(self, batch_size: int) -> None:
        size = self._micro_batch_size or batch_size
        if self._processes.count > 1:
            raise OutOfMemoryError(
                f"The memory of '{self._device}' does not hold {batch_size} chips.",
                "Use a smaller batch size: several processes cannot split their batches.",
            )
        if size == 1:
            raise OutOfMemoryError(f"The memory of '{self._device}' does not hold a single chip.")
        self._micro_batch_size = size // 2
        self._reporter.warning(
            f"Out of memory: each batch is now split into micro-batches of {self._micro_batch_size} chips. "
            "What a loss computes over a batch (K, Dice, Lovász) it now computes over each micro-batch."
        )


def part_of(tensors: Mapping[str, torch.Tensor], prefix: str) -> dict[str, torch.Tensor]:
    """The tensors whose names begin with a prefix, by the rest of the name."""
    return {name[len(prefix) :]: t for name, t in tensors.items() if name.startswith(prefix)}
