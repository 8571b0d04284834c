"""Tiles in, logits out: the forward pass of a folded network, in batches that fit into memory."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass

import torch
from torch import Tensor

from ..contract.messages.errors import OutOfMemoryError
from ..contract.messages.reporter import Reporter
from ..models.device import autocast_dtype
from ..models.folding import PROBE_SIDE, folded
from ..models.normalise import Normalise

BATCH_PIXELS = 2**20
"""Pixels of a batch on a CPU: larger batches leave the caches and are slower."""

LARGEST_BATCH = 32
"""Most tiles of a batch on a graphics card; more is not faster."""

MEMORY_SHARE = 0.7
"""Share of a graphics card's free memory that a batch may take."""

OUT_OF_MEMORY = ("out of memory", "can't allocate memory", "not enough memory", "status_alloc_failed")
"""In messages of errors that are no ``torch.OutOfMemoryError``: of MPS, CPU and CUDA libraries."""

D4_ORDER = 8
"""Number of flips and rotations of a square (the dihedral group D4)."""


def is_out_of_memory(error: RuntimeError) -> bool:
    """Whether an error of torch means out of memory, on a graphics card or in main memory."""
    text = str(error).lower()
    return isinstance(error, torch.OutOfMemoryError) or any(words in text for words in OUT_OF_MEMORY)


def release_memory(device: torch.device) -> None:
    """Free the memory that torch caches on a graphics card."""
    if device.type == "cuda":
        torch.cuda.empty_cache()


def mixed_precision(device: torch.device) -> contextlib.AbstractContextManager[object]:
    """Autocast to half precision where the device is faster with it, else nothing."""
    dtype = autocast_dtype(device)
    return torch.autocast(device.type, dtype) if dtype else contextlib.nullcontext()


@dataclass(frozen=True)
class Forward:
    """How tiles go through a network.

    Attributes:
        batch_size: Tiles at a time, halved for good when memory runs out; 0 to choose it by the device.
        full_precision: float32 everywhere, also where the device is faster with less.
        tta: Test-time augmentation: the probabilities of all flips and rotations (D4) are averaged.
        only_side: Side of a tile for a network that takes no other; 0 for one that takes any.
    """

    batch_size: int = 0
    full_precision: bool = False
    tta: bool = False
    only_side: int = 0


class Predictor:
    """A network ready for inference: a folded copy of it, so that maps and scores come from the same numbers.

    Args:
        network: Gives logits (N, num_classes, H, W) for normalised input. Later training does not change the
            copy.
        normalise: The bands' normalisation.
        num_classes: Planes of the logits.
        device: Where both run.
        forward: Batch size, precision and test-time augmentation.
        reporter: Receives a warning when the batch is halved.
    """

    def __init__(
        self,
        network: torch.nn.Module,
        normalise: Normalise,
        num_classes: int,
        device: torch.device,
        forward: Forward,
        reporter: Reporter,
    ) -> None:
        self.num_classes = num_classes
        self.device = device
        self._batch_size = forward.batch_size
        bands = normalise.scale.shape[1]
        self._network = folded(network, bands, forward.only_side or PROBE_SIDE).to(device)
        self._normalise = normalise.to(device)
        self._reporter = reporter
        self._options = forward

    @property
    def chosen_batch_size(self) -> int:
        """Tiles at a time; 0 before it is chosen."""
        return self._batch_size

    def resume_with(self, batch_size: int) -> None:
        """Use the batch size of an earlier run, since rounding depends on it.

        Args:
            batch_size: Its ``chosen_batch_size``. Ignored if it is 0, or if this predictor has one already.
        """
        self._batch_size = self._batch_size or batch_size

    def batch_size(self, tile_shape: tuple[int, int]) -> int:
        """Tiles at a time for tiles of that many rows and columns; chosen in the first call."""
        if not self._batch_size:
            self._batch_size = self._fitting_batch(*tile_shape)
        return self._batch_size

    def predict(self, values: Tensor, valid: Tensor) -> Tensor:
        """Logits of a batch of tiles.

        Args:
            values: (N, bands, H, W) in the raster's type; H and W multiples of 32.
            valid: bool (N, H, W).

        Returns:
            (N, num_classes, H, W) on the device, in float32 or half precision. With test-time augmentation,
            the logarithms of the mean probabilities.

        Raises:
            OutOfMemoryError: Memory does not hold a single tile.
        """
        while True:
            size = self.batch_size((values.shape[-2], values.shape[-1]))
            try:
                if size >= len(values):
                    return self._logits(values, valid)
                starts = range(0, len(values), size)
                return torch.cat([self._logits(values[s : s + size], valid[s : s + size]) for s in starts])
            except RuntimeError as error:
                if not is_out_of_memory(error):
                    raise
            release_memory(self.device)
            self._halve_batch()

    def _halve_batch(self) -> None:
        if self._batch_size == 1:
            raise OutOfMemoryError(f"The memory of '{self.device}' does not hold a single tile.")
        self._batch_size //= 2
        self._reporter.warning(f"Out of memory: continuing with a batch size of {self._batch_size}.")

    @torch.inference_mode()
    def _logits(self, values: Tensor, valid: Tensor) -> Tensor:
        batch = self._normalise(values.to(self.device), valid.to(self.device))
        return self._tta(batch) if self._options.tta else self._forward(batch)

    def _forward(self, batch: Tensor) -> Tensor:
        with contextlib.nullcontext() if self._options.full_precision else mixed_precision(self.device):
            logits: Tensor = self._network(batch)
        return logits

    def _tta(self, batch: Tensor) -> Tensor:
        """Test-time augmentation: logarithms of the mean probabilities of all flips and rotations, undone."""
        mean = torch.zeros(())
        for quarters in range(4):
            for flip in ((), (-1,)):
                moved = batch.rot90(quarters, (-2, -1)).flip(flip)
                probs = (
                    self._forward(moved.contiguous(memory_format=torch.channels_last)).float().softmax(dim=1)
                )
                mean = mean.to(self.device) + probs.flip(flip).rot90(-quarters, (-2, -1)) / D4_ORDER
        return mean.log()

    def _fitting_batch(self, height: int, width: int) -> int:
        """The batch size: by pixels on a CPU, by the memory that one tile takes on a graphics card."""
        if self.device.type != "cuda":
            return max(1, BATCH_PIXELS // (height * width))
        torch.cuda.reset_peak_memory_stats(self.device)
        before = torch.cuda.memory_allocated(self.device)
        bands = self._normalise.scale.shape[1]
        self._batch_size = 1
        tile = torch.zeros((1, bands, height, width))
        self.predict(tile, torch.ones((1, height, width), dtype=torch.bool))
        used = torch.cuda.max_memory_allocated(self.device) - before
        free = torch.cuda.mem_get_info(self.device)[0]
        return int(max(1, min(LARGEST_BATCH, free * MEMORY_SHARE // max(used, 1))))
