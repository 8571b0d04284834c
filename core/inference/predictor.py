"""Tiles in, class probabilities out: the network on its device, with the batch that its memory holds."""

from __future__ import annotations

import contextlib

import numpy as np
import torch

from ..contract.errors import OutOfMemoryError
from ..contract.reporter import Reporter
from ..models.device import autocast_dtype
from ..models.normalise import Normalise


def is_out_of_memory(error: RuntimeError) -> bool:
    """Whether an error of torch means that memory ran out, on a graphics card or in main memory."""
    text = str(error).lower()
    return (
        isinstance(error, torch.OutOfMemoryError)
        or "can't allocate memory" in text
        or "not enough memory" in text
    )


def release_memory(device: torch.device) -> None:
    """Give back what torch keeps for later on a graphics card."""
    if device.type == "cuda":
        torch.cuda.empty_cache()


def mixed_precision(device: torch.device) -> contextlib.AbstractContextManager[object]:
    """The context in which a forward pass runs: half precision where the device is faster with it."""
    dtype = autocast_dtype(device)
    return torch.autocast(device.type, dtype) if dtype else contextlib.nullcontext()


class Predictor:
    """A network ready for inference.

    Args:
        network: Gives logits (N, num_classes, H, W) for normalised input; is put into evaluation mode
            while it predicts and back into its mode after that.
        normalise: The bands' normalisation.
        num_classes: Planes of the logits.
        device: Where both run.
        batch_size: Tiles at a time; halved for good when memory runs out.
        reporter: Told when it was halved.
    """

    def __init__(
        self,
        network: torch.nn.Module,
        normalise: Normalise,
        num_classes: int,
        device: torch.device,
        batch_size: int,
        reporter: Reporter,
    ) -> None:
        self.num_classes = num_classes
        self.device = device
        self.batch_size = batch_size
        self._network = network.to(device).to(memory_format=torch.channels_last)
        self._normalise = normalise.to(device)
        self._reporter = reporter

    def predict(self, values: np.ndarray, valid: np.ndarray) -> torch.Tensor:
        """Class probabilities of a batch of tiles.

        Args:
            values: (N, bands, H, W) in the raster's type; H and W multiples of 32.
            valid: bool (N, H, W).

        Returns:
            float32 (N, num_classes, H, W) on the device; sums to 1 over the classes.

        Raises:
            OutOfMemoryError: Memory does not hold a single tile.
        """
        was_training = self._network.training
        self._network.eval()
        try:
            return self._in_parts(torch.from_numpy(values), torch.from_numpy(valid))
        finally:
            self._network.train(was_training)

    def _in_parts(self, values: torch.Tensor, valid: torch.Tensor) -> torch.Tensor:
        """The batch in as many parts as memory asks for."""
        while True:
            size = self.batch_size
            try:
                starts = range(0, len(values), size)
                return torch.cat([self._forward(values[s : s + size], valid[s : s + size]) for s in starts])
            except RuntimeError as error:
                if not is_out_of_memory(error):
                    raise
            release_memory(self.device)
            self._halve_batch()

    def _halve_batch(self) -> None:
        if self.batch_size == 1:
            raise OutOfMemoryError(f"The memory of '{self.device}' does not hold a single tile.")
        self.batch_size //= 2
        self._reporter.warning(f"Memory ran out; going on with a batch of {self.batch_size}.")

    @torch.inference_mode()
    def _forward(self, values: torch.Tensor, valid: torch.Tensor) -> torch.Tensor:
        batch = self._normalise(values.to(self.device), valid.to(self.device))
        with mixed_precision(self.device):
            logits: torch.Tensor = self._network(batch)
        return logits.float().softmax(dim=1)
