"""One optimiser step after the other: forward, loss, backward, in as many parts as memory asks for."""

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
from ...models.device import autocast_dtype
from ...models.normalise import Normalise
from ..augment.pipeline import augment
from ..data.loader import Batch
from .ddp import Processes
from .optimiser import make_ema, make_optimiser, rate_factor, set_rate


class Learner:
    """A network with its loss, optimiser and learning-rate schedule.

    Args:
        network: What is trained; moved to the device.
        normalise: The bands' normalisation.
        loss: Gives a scalar for logits and target.
        processes: Where to train, and with whom.
        job: Gives optimiser, learning rate, schedule, max_grad_norm and ema_decay.
        reporter: Told when a batch has to be divided.

    Attributes:
        network: The network.
        learning_rate: That of the last step; 0 before any.
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
        # float16 has too few exponent bits for small gradients; bfloat16 and float32 do not need scaling.
        needs_scaling = autocast_dtype(device) is torch.float16
        self._scaler = torch.amp.GradScaler(device.type, enabled=needs_scaling)
        self._schedule: torch.optim.lr_scheduler.LRScheduler | None = None
        self._part_size: int | None = None
        self.learning_rate = 0.0

    def plan_steps(self, total_steps: int) -> None:
        """Lay the learning rate out over the run.

        Args:
            total_steps: Optimiser steps of the whole run.
        """
        self._schedule = torch.optim.lr_scheduler.LambdaLR(
            self._optimiser, rate_factor(self._job.schedule, total_steps)
        )

    def state(self) -> tuple[dict[str, torch.Tensor], dict[str, Any]]:
        """All that changes while it learns.

        Returns:
            Tensors by name, and numbers for JSON.
        """
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
            "part_size": self._part_size,
        }

    def restore(self, tensors: Mapping[str, torch.Tensor], numbers: Mapping[str, Any]) -> None:
        """Go back to a state.

        Args:
            tensors: As from ``state``; others are left alone.
            numbers: As from ``state``.
        """
        self.network.load_state_dict(part_of(tensors, "network/"))
        if self._ema is not None:
            self._ema.load_state_dict(part_of(tensors, "ema/"))
        self._optimiser.load_state_dict({"state": self._moments(tensors), "param_groups": numbers["groups"]})
        if self._schedule is not None:
            self._schedule.load_state_dict(dict(numbers["schedule"]))
        # A device without scaling has left none: the training may go on on another device.
        if numbers["scaler"]:
            self._scaler.load_state_dict(dict(numbers["scaler"]))
        self._part_size = numbers["part_size"]

    def _moments(self, tensors: Mapping[str, torch.Tensor]) -> dict[int, dict[str, torch.Tensor]]:
        """The optimiser's tensors, in the layout of their parameters: another one rounds differently."""
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
        """What is learned, in the optimiser's order."""
        return [weight for group in self._optimiser.param_groups for weight in group["params"]]

    def weights(self) -> dict[str, torch.Tensor]:
        """A copy of the weights to keep: their average where there is one."""
        source = self.network if self._ema is None else self._ema.module
        return copy.deepcopy(source.state_dict())

    @contextlib.contextmanager
    def ema_weights(self) -> Iterator[None]:
        """A block in which the network has the weights that would be kept."""
        if self._ema is None:
            self._processes.align(self.network)
            yield
            return
        learned = copy.deepcopy(self.network.state_dict())
        self.network.load_state_dict(self.weights())
        self._processes.align(self.network)
        try:
            yield
        finally:
            self.network.load_state_dict(learned)

    @property
    def highest_rate(self) -> float:
        """The learning rate that the schedule takes its shares of."""
        group = self._optimiser.param_groups[0]
        return float(group.get("initial_lr", group["lr"]))

    def use_rate(self, rate: float) -> None:
        """Learn with another learning rate from now on; steps have to be planned after it.

        Args:
            rate: The highest one of the run; the encoder takes its part of it.
        """
        set_rate(self._optimiser, rate)

    def learn(self, batches: Iterable[Batch]) -> Iterable[float]:
        """Do one step per batch.

        Args:
            batches: The batches of an epoch.

        Yields:
            The loss of each step, the mean over all processes.

        Raises:
            DivergedError: The loss is NaN or infinite.
            OutOfMemoryError: Memory does not hold a single chip, or not what the optimiser keeps.
        """
        for batch in batches:
            self.learning_rate = float(self._optimiser.param_groups[0]["lr"])
            self._set_training()
            loss = self._processes.mean(self._step(batch))
            if not math.isfinite(loss):
                raise DivergedError(f"The loss became {loss} at a learning rate of {self.learning_rate:.2g}.")
            yield loss
        # The last step's weights have met no loss yet.
        if not all(bool(weight.isfinite().all()) for weight in self._parameters()):
            raise DivergedError("The weights grew beyond all bounds.")

    def _set_training(self) -> None:
        """Training mode; a fixed encoder keeps its statistics of batch normalisation as well."""
        self.network.train()
        encoder = getattr(self.network, "encoder", None)
        if not self._job.encoder_lr_factor and encoder is not None:
            encoder.eval()

    def _step(self, batch: Batch) -> float:
        """One optimiser step, tried with ever smaller parts of the batch when memory runs out."""
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
            self._halve_parts(len(batch.target))
        try:
            self._move_weights()
        except RuntimeError as error:
            if not is_out_of_memory(error):
                raise
            # Some weights may have moved already: the step cannot be tried again.
            raise OutOfMemoryError(
                f"The memory of '{self._device}' does not hold what the optimiser keeps of each weight.",
                "Use a smaller encoder, a smaller batch size, or another device.",
            ) from error
        if self._schedule is not None:
            self._schedule.step()
        return loss

    def _move_weights(self) -> None:
        """Let the optimiser use the gradients, and the average follow."""
        if self._job.max_grad_norm:
            self._scaler.unscale_(self._optimiser)
            torch.nn.utils.clip_grad_norm_(self._parameters(), self._job.max_grad_norm)
        self._scaler.step(self._optimiser)
        self._scaler.update()
        if self._ema is not None:
            self._ema.update_parameters(self.network)

    def _accumulate(self, batch: Batch) -> float:
        """Gradients of the mean loss over the parts of a batch; returns that mean."""
        size = len(batch.target)
        total = 0.0
        for part in batch.split(self._part_size or size):
            loss = self._forward(part) * (len(part.target) / size)
            torch.autograd.backward(self._scaler.scale(loss))
            total += float(loss.detach())
        return total

    def _forward(self, batch: Batch) -> torch.Tensor:
        valid, target = batch.valid.to(self._device), batch.target.to(self._device)
        values = self._normalise(batch.values.to(self._device), valid)
        values, valid, target = augment(values, valid, target, batch.params)
        try:
            with mixed_precision(self._device):
                logits = self._connected(values)
        except ValueError as error:
            if "more than 1 value per channel" not in str(error):
                raise
            raise SettingsError(
                "This architecture cannot learn from one chip at a time.",
                "Choose a batch size of at least 2, or another architecture.",
            ) from error
        loss: torch.Tensor = self._loss(logits.float(), target)
        return loss

    def _halve_parts(self, batch_size: int) -> None:
        part_size = self._part_size or batch_size
        if self._processes.count > 1:
            raise OutOfMemoryError(
                f"The memory of '{self._device}' does not hold {batch_size} chips.",
                "Use a smaller batch size: several processes cannot split their batches.",
            )
        if part_size == 1:
            raise OutOfMemoryError(f"The memory of '{self._device}' does not hold a single chip.")
        self._part_size = part_size // 2
        self._reporter.warning(
            f"Memory ran out; each batch is now learned from in parts of {self._part_size} chips. What a "
            "loss takes of a batch (K, Dice, Lovász) it now takes of each part."
        )


def part_of(tensors: Mapping[str, torch.Tensor], prefix: str) -> dict[str, torch.Tensor]:
    """Those tensors whose names begin with a prefix, by the rest of their names."""
    return {name[len(prefix) :]: t for name, t in tensors.items() if name.startswith(prefix)}
