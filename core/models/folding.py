"""Batch normalisations folded into the convolutions before them: the same network in fewer steps."""

from __future__ import annotations

import copy
from collections import Counter
from typing import cast

import torch
from torch import Tensor, nn
from torch.nn.utils.fusion import fuse_conv_bn_eval

PROBE_SIDE = 64
"""Side of the picture by which a network is watched; all but networks of one size take it."""

TOLERANCE = 1e-3
"""Largest difference of the outputs, as part of the largest output; folding rounds otherwise."""


def folded(network: nn.Module, in_channels: int, side: int = PROBE_SIDE) -> nn.Module:
    """A copy of a network for inference, with each batch normalisation folded into its convolution.

    Which convolution feeds which normalisation is seen by running the network once. A network in which
    something else hangs on a convolution as well would come out different: the outputs are compared, and
    if they differ the copy is left as it was.

    Args:
        network: Not changed, on any device.
        in_channels: Its input bands.
        side: Of the picture by which it is watched; a network may take only one.

    Returns:
        The copy, in evaluation mode, channels last, on the processor whatever the device: graphics cards
        round so much (TF32) that no folding would pass for the same. It gives the same logits up to rounding.
    """
    original = copy.deepcopy(network).cpu().eval()
    if not any(isinstance(module, nn.BatchNorm2d) for module in original.modules()):
        return original.to(memory_format=torch.channels_last)
    candidate = copy.deepcopy(original)
    probe = torch.linspace(-2, 2, in_channels * side**2).reshape(1, in_channels, side, side)
    with torch.inference_mode(mode=False), torch.no_grad():
        wanted = candidate(probe)
        for convolution, norm in _pairs(candidate, probe):
            _fold(candidate, convolution, norm)
        difference = (candidate(probe) - wanted).abs().max()
        is_same = bool(difference <= TOLERANCE * wanted.abs().max())
    return (candidate if is_same else original).to(memory_format=torch.channels_last)


def _pairs(network: nn.Module, probe: Tensor) -> list[tuple[str, str]]:
    """Names of convolutions and of the normalisations that take their outputs, each used once."""
    made_by: dict[int, str] = {}
    kept: list[Tensor] = []  # an output that is freed could hand its identity on
    pairs: list[tuple[str, str]] = []
    runs: Counter[str] = Counter()
    hooks = []
    for name, module in network.named_modules():
        if isinstance(module, nn.Conv2d):

            def after(_: nn.Module, __: object, output: Tensor, name: str = name) -> None:
                runs[name] += 1
                kept.append(output)
                made_by[id(output)] = name

            hooks.append(module.register_forward_hook(after))
        elif isinstance(module, nn.BatchNorm2d):

            def before(_: nn.Module, inputs: tuple[Tensor, ...], name: str = name) -> None:
                runs[name] += 1
                if id(inputs[0]) in made_by:
                    pairs.append((made_by[id(inputs[0])], name))

            hooks.append(module.register_forward_pre_hook(before))
    try:
        network(probe)
    finally:
        for hook in hooks:
            hook.remove()
    return [pair for pair in pairs if all(runs[name] == 1 for name in pair)]


def _fold(network: nn.Module, convolution: str, norm: str) -> None:
    """Put the normalisation's numbers into the convolution's; what it did besides stays."""
    old_convolution = cast("nn.Conv2d", network.get_submodule(convolution))
    old_norm = cast("nn.BatchNorm2d", network.get_submodule(norm))
    network.set_submodule(convolution, fuse_conv_bn_eval(old_convolution, old_norm))
    # timm's normalisations hold the activation behind them.
    behind = [module for name in ("drop", "act") if (module := getattr(old_norm, name, None)) is not None]
    network.set_submodule(norm, nn.Sequential(*behind))
