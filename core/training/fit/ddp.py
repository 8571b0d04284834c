"""Distributed data-parallel training: one process alone, or all that ``torchrun`` has started.

Each process has the whole network and its share of every batch; gradients, losses and scores are combined
over all. The first process alone writes files.
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
"""Timeout of all exchanges: the first process prepares labels and writes reports alone."""


class Processes:
    """A single process: nothing to share, nothing to wait for.

    Attributes:
        device: Device of this process.
        rank: Number of this process, from 0.
        count: Number of processes.
    """

    rank = 0
    count = 1

    def __init__(self, device: torch.device) -> None:
        self.device = device

    @property
    def is_first(self) -> bool:
        """Whether this process writes the files."""
        return self.rank == 0

    def from_first(self, produce: Callable[[], T]) -> T:
        """Call a function in the first process only, and broadcast its result, which must be picklable.

        Raises:
            CoreError: As raised in the first process. The others exit with code 1: it is reported once.
        """
        return produce()

    def connect(self, network: torch.nn.Module) -> torch.nn.Module:
        """The network to call in training: its gradients become the mean over all processes."""
        return network

    def align(self, network: torch.nn.Module) -> None:
        """Copy the buffers of a network (statistics of batch normalisation) from the first process."""

    def sum(self, counts: np.ndarray) -> np.ndarray:
        """Sum of an int64 array over all processes, exact, in every process."""
        return counts

    def mean(self, value: float) -> float:
        """Mean of a number over all processes, in every process."""
        return value

    def wait(self) -> None:
        """Wait until all processes are here."""

    def leave(self) -> None:
        """Leave the process group."""


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
        # Some encoders have weights that segmentation does not use: a static graph allows that.
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
    """Batch normalisation over the chips of all processes (``SyncBatchNorm``). Graphics cards only.

    Changed in place; names and values of the weights stay, and so does the output in evaluation mode.
    """
    # Torch's converter drops the activations inside timm's normalisation layers.
    shared: torch.nn.Module = convert_sync_batchnorm(network)  # type: ignore[no-untyped-call]
    return shared


def join_processes(device: str) -> Processes:
    """Join the other processes of this training, if it was launched with several.

    Args:
        device: The job's device; with graphics cards, each process takes one.

    Raises:
        DeviceError: There is no such device.
    """
    chosen = choose_device(device)
    return _Launched(chosen) if launched().count > 1 else Processes(chosen)
