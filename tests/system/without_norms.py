"""The command line with a network without batch normalisation, in float32, so that batches can be split."""

import sys

import torch

from core import cli
from core.inference import predictor
from core.training.fit import fit


def build_network(architecture, encoder, in_channels, num_classes, *_):
    return torch.nn.Sequential(
        torch.nn.Conv2d(in_channels, 16, 5, padding=2),
        torch.nn.ReLU(),
        torch.nn.Conv2d(16, 16, 5, padding=2),
        torch.nn.ReLU(),
        torch.nn.Conv2d(16, num_classes, 1),
    )


fit.build_network = build_network
predictor.autocast_dtype = lambda device: None
sys.exit(cli.main())
