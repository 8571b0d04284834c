"""A task that a small network learns in some steps, for one process or several."""

import torch

from core.contract.jobs.train import TrainJob
from core.contract.messages.reporter import Reporter
from core.contract.model_card import Band
from core.models.normalise import Normalise
from core.training.augment.pipeline import AugmentationParams
from core.training.data.loader import Batch
from core.training.fit.ddp import Processes
from core.training.fit.learner import Learner

BANDS = tuple(Band(f"Band {number}", 127.5, 73.6, 0.0, 255.0) for number in (1, 2, 3))
NUM_CLASSES = 3


def make_network(*, norms):
    """Two convolutions of 64 channels; with batch normalisation, or so that a batch can be split."""
    torch.manual_seed(0)

    def block(bands):
        norm = [torch.nn.BatchNorm2d(64)] if norms else []
        return [torch.nn.Conv2d(bands, 64, 3, padding=1), *norm, torch.nn.ReLU()]

    return torch.nn.Sequential(*block(len(BANDS)), *block(64), torch.nn.Conv2d(64, NUM_CLASSES, 1))


def make_batch(seed, chips, side, rank=0, processes=1):
    """Chips of noise; the class of a pixel is the third of the range that its first band is in.

    Of several processes, each gets its share of the same chips.
    """
    generator = torch.Generator().manual_seed(seed)
    values = torch.randint(0, 256, (chips, len(BANDS), side, side), generator=generator, dtype=torch.uint8)
    values = values[rank::processes]
    valid = torch.ones(len(values), side, side, dtype=torch.bool)
    return Batch(values, valid, (values[:, 0] // 86).long(), (AugmentationParams(),) * len(values))


def make_learner(network, processes=None, loss=None, reporter=None, **settings):
    """A learner on the card, or on that of one of several processes."""
    return Learner(
        network,
        Normalise(BANDS),
        loss or torch.nn.CrossEntropyLoss(),
        processes or Processes(torch.device("cuda")),
        TrainJob(("",), "", "", **{"learning_rate": 0.01, **settings}),
        reporter or Reporter(lambda event: None),
    )
