"""Initialises the bias of the output layer with the class shares."""

from __future__ import annotations

import torch
from torch import Tensor, nn

SMALLEST_SHARE = 1e-6
"""Share at which a class without pixels starts: its logarithm is finite."""


def set_prior(network: nn.Module, shares: Tensor) -> None:
    """Set the bias of the output layer to the logarithms of the class shares, with mean 0.

    Where the other terms of the logits are 0, the network then predicts the shares. (Lin et al. 2017,
    arXiv:1708.02002, section 4.1, there for one foreground class.)

    Args:
        network: The last convolution of its segmentation head gives the logits; changed in place.
        shares: Share of each class among the training pixels, (C,), sum 1.

    Raises:
        ValueError: The output layer has no bias.
    """
    head = network.get_submodule("segmentation_head")
    layer = [module for module in head.modules() if isinstance(module, nn.Conv2d)][-1]
    if layer.bias is None:
        raise ValueError("The output layer has no bias.")
    logs = shares.clamp_min(SMALLEST_SHARE).log()
    with torch.no_grad():
        layer.bias.copy_(logs - logs.mean())
