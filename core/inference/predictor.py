"""Tiles in, logits out: the network on its device, with the batch that its memory holds."""

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
"""Pixels of a batch on a processor: more at once is slower, since it leaves the caches."""

LARGEST_BATCH = 32
"""Tiles that a graphics card gets at once; more is not faster."""

MEMORY_SHARE = 0.7
"""Part of a graphics card's free memory that a batch may take."""

OUT_OF_MEMORY = ("out of memory", "can't allocate memory", "not enough memory", "status_alloc_failed")
"""How torch says it without an error of its own: for Apple's graphics, processors, libraries of CUDA."""

VIEWS = 8
"""Turned and mirrored views of a tile."""


def is_out_of_memory(error: RuntimeError) -> bool:
    """Whether an error of torch means that memory ran out, on a graphics card or in main memory."""
    text = str(error).lower()
    return isinstance(error, torch.OutOfMemoryError) or any(words in text for words in OUT_OF_MEMORY)


def release_memory(device: torch.device) -> None:
    """Give back what torch keeps for later on a graphics card."""
    if device.type == "cuda":
        torch.cuda.empty_cache()


def mixed_precision(device: torch.device) -> contextlib.AbstractContextManager[object]:
    """The context in which a forward pass runs: half precision where the device is faster with it."""
    dtype = autocast_dtype(device)
    return torch.autocast(device.type, dtype) if dtype else contextlib.nullcontext()


@dataclass(frozen=True)
class Forward:
    """How tiles go through a network.

    Attributes:
        batch_size: Tiles at a time, halved for good when memory runs out; 0 to find a number that the
            device is fast with.
        is_exact: Full precision everywhere, also where the device is faster with less.
        is_turned: Each tile is looked at in all eight turned and mirrored views, and their
            probabilities averaged (test-time augmentation).
        only_side: Side of a tile for a network that takes no other; 0 for one that takes any.
    """

    batch_size: int = 0
    is_exact: bool = False
    is_turned: bool = False
    only_side: int = 0


class Predictor:
    """A network ready for inference: a folded copy of it, so that maps and scores come from the same numbers.

    Args:
        network: Gives logits (N, num_classes, H, W) for normalised input. What it learns later does not
            reach the copy.
        normalise: The bands' normalisation.
        num_classes: Planes of the logits.
        device: Where both run.
        forward: How tiles go through it.
        reporter: Told when the batch was halved.
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
        self._forward_by = forward

    @property
    def found_batch_size(self) -> int:
        """Tiles at a time so far; 0 before that is found out."""
        return self._batch_size

    def resume_with(self, batch_size: int) -> None:
        """Take the batch that an earlier run has settled on, since results round a little by it.

        Args:
            batch_size: Its ``found_batch_size``; 0 changes nothing, nor does anything where a batch was asked
                for.
        """
        self._batch_size = self._batch_size or batch_size

    def batch_size(self, tile_shape: tuple[int, int]) -> int:
        """How many tiles should be handed over at once.

        Args:
            tile_shape: Rows and columns of a tile.
        """
        if not self._batch_size:
            self._batch_size = self._fitting_batch(*tile_shape)
        return self._batch_size

    def predict(self, values: Tensor, valid: Tensor) -> Tensor:
        """Logits of a batch of tiles.

        Args:
            values: (N, bands, H, W) in the raster's type; H and W multiples of 32.
            valid: bool (N, H, W).

        Returns:
            (N, num_classes, H, W) on the device, in float32 or half precision. With ``is_turned`` they are
            the logarithms of the averaged probabilities.

        Raises:
            OutOfMemoryError: Memory does not hold a single tile.
        """
        while True:
            size = self.batch_size((values.shape[-2], values.shape[-1]))
            try:
                if size >= len(values):
                    return self._look(values, valid)
                starts = range(0, len(values), size)
                return torch.cat([self._look(values[s : s + size], valid[s : s + size]) for s in starts])
            except RuntimeError as error:
                if not is_out_of_memory(error):
                    raise
            release_memory(self.device)
            self._halve_batch()

    def _halve_batch(self) -> None:
        if self._batch_size == 1:
            raise OutOfMemoryError(f"The memory of '{self.device}' does not hold a single tile.")
        self._batch_size //= 2
        self._reporter.warning(f"Memory ran out; going on with a batch of {self._batch_size}.")

    @torch.inference_mode()
    def _look(self, values: Tensor, valid: Tensor) -> Tensor:
        batch = self._normalise(values.to(self.device), valid.to(self.device))
        return self._turned(batch) if self._forward_by.is_turned else self._forward(batch)

    def _forward(self, batch: Tensor) -> Tensor:
        with contextlib.nullcontext() if self._forward_by.is_exact else mixed_precision(self.device):
            logits: Tensor = self._network(batch)
        return logits

    def _turned(self, batch: Tensor) -> Tensor:
        """The mean of the probabilities of all views, each turned back; their logarithms."""
        mean = torch.zeros(())
        for turn in range(4):
            for mirror in ((), (-1,)):
                view = batch.rot90(turn, (-2, -1)).flip(mirror).contiguous(memory_format=torch.channels_last)
                probs = self._forward(view).float().softmax(dim=1)
                mean = mean.to(self.device) + probs.flip(mirror).rot90(-turn, (-2, -1)) / VIEWS
        return mean.log()

    def _fitting_batch(self, height: int, width: int) -> int:
        """A batch size by the pixels of a tile, or by what one tile takes of a graphics card's memory."""
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
