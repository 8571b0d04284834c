"""The processes that train one model together: this one alone, or as many as ``torchrun`` started.

Each has the whole network and learns from its part of every batch; gradients, losses and scores are those of
all. The first process alone writes files.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import timedelta
from typing import TypeVar

import numpy as np
import torch
from timm.layers.norm_act import convert_sync_batchnorm
from torch.nn.parallel import DistributedDataParallel

from ...contract.messages.errors import CoreError
from ...contract.messages.launched import launched
from ...models.device import choose_device

T = TypeVar("T")

PATIENCE = timedelta(days=1)
"""How long processes wait for each other: the first prepares labels and writes reports alone."""


class Processes:
    """This process alone: nothing is shared, nothing is waited for.

    Args:
        device: Where the network runs.

    Attributes:
        device: Where the network of this process runs.
        rank: Number of this process.
        count: Number of processes.
    """

    rank = 0
    count = 1

    def __init__(self, device: torch.device) -> None:
        self.device = device

    @property
    def is_first(self) -> bool:
        """Whether this process is the one that writes."""
        return self.rank == 0

    def from_first(self, produce: Callable[[], T]) -> T:
        """What the first process makes, for all.

        Args:
            produce: Makes it, in the first process only; what it makes can be pickled.

        Returns:
            The same in every process.

        Raises:
            CoreError: What the first process met. The others end with exit code 1: the first tells it.
        """
        return produce()

    def connect(self, network: torch.nn.Module) -> torch.nn.Module:
        """The network as it is to be called in training: its gradients become the mean over all processes."""
        return network

    def align(self, network: torch.nn.Module) -> None:
        """Give the buffers of a network (statistics of batch normalisation) the first process's values."""

    def sum(self, counts: np.ndarray) -> np.ndarray:
        """Sum of an int64 array over all processes, exact, in every process."""
        return counts

    def mean(self, value: float) -> float:
        """Mean of a number over all processes, in every process."""
        return value

    def wait(self) -> None:
        """Wait until all processes have come so far."""

    def leave(self) -> None:
        """Say goodbye; nothing is exchanged any more."""


class _Launched(Processes):
    """One of several processes of this training, connected by ``torch.distributed``."""

    def __init__(self, device: torch.device) -> None:
        if device.type == "cuda":
            # Each process takes a card of its own; a launcher says which.
            device = torch.device("cuda", int(os.environ.get("LOCAL_RANK", "0")))
            torch.cuda.set_device(device)
        backend = "nccl" if device.type == "cuda" else "gloo"
        torch.distributed.init_process_group(backend, timeout=PATIENCE)
        super().__init__(device)
        self.rank = torch.distributed.get_rank()
        self.count = torch.distributed.get_world_size()

    def from_first(self, produce: Callable[[], T]) -> T:
        made: list[T | CoreError | None] = [None]
        if self.is_first:
            try:
                made = [produce()]
            except CoreError as error:
                made = [error]
        torch.distributed.broadcast_object_list(made, src=0)
        if not isinstance(made[0], CoreError):
            return made[0]  # type: ignore[return-value]
        if self.is_first:
            raise made[0]
        raise SystemExit(1)

    def connect(self, network: torch.nn.Module) -> torch.nn.Module:
        if self.device.type == "cuda":
            network = share_statistics(network)
        cards = [self.device] if self.device.type == "cuda" else None
        # Some encoders have weights that segmentation does not use: a static graph lets them be.
        return DistributedDataParallel(network.to(self.device), device_ids=cards, static_graph=True)

    def align(self, network: torch.nn.Module) -> None:
        for buffer in network.buffers():
            torch.distributed.broadcast(buffer, src=0)

    def sum(self, counts: np.ndarray) -> np.ndarray:
        tensor = torch.from_numpy(counts.astype(np.int64)).to(self.device)
        torch.distributed.all_reduce(tensor)
        total: np.ndarray = tensor.cpu().numpy()
        return total

    def mean(self, value: float) -> float:
        tensor = torch.tensor(value, dtype=torch.float64, device=self.device)
        torch.distributed.all_reduce(tensor)
        return float(tensor) / self.count

    def wait(self) -> None:
        torch.distributed.barrier()

    def leave(self) -> None:
        torch.distributed.destroy_process_group()


def share_statistics(network: torch.nn.Module) -> torch.nn.Module:
    """Let batch normalisation see the chips of all processes, as it would in one. Graphics cards only.

    Args:
        network: Changed in place; names and values of its weights stay.

    Returns:
        The network; in evaluation it gives what it gave before.
    """
    # Torch's own converter loses the activations that timm's layers hold.
    shared: torch.nn.Module = convert_sync_batchnorm(network)  # type: ignore[no-untyped-call]
    return shared


def join_processes(device: str) -> Processes:
    """Find the other processes of this training, if it was launched with others.

    Args:
        device: The job's device; several processes with graphics cards take one each.

    Returns:
        This process with what connects it to the others.

    Raises:
        DeviceError: There is no such device.
    """
    chosen = choose_device(device)
    return _Launched(chosen) if launched().count > 1 else Processes(chosen)
