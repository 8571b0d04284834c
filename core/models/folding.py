"""Folding: batch normalisations merged into the convolutions before them, for faster inference."""

from __future__ import annotations

import copy
from collections import Counter
from typing import cast

import torch
from torch import Tensor, nn
from torch.nn.utils.fusion import fuse_conv_bn_eval

PROBE_SIDE = 64
"""Side of the probe image, pixels; only networks of a fixed tile size need another."""

TOLERANCE = 1e-3
"""Largest difference of the outputs, relative to the largest output; folding changes the rounding."""


def folded(network: nn.Module, in_channels: int, side: int = PROBE_SIDE) -> nn.Module:
    """A copy of a network for inference, with each batch normalisation folded into its convolution.

    Which convolution feeds which normalisation is found by running the network once on a probe image. A
    network that uses a convolution's output elsewhere as well would change: the outputs are compared, and if
    they differ, the copy is not folded.

    Args:
        network: Not changed; on any device.
        in_channels: Its number of bands.
        side: Side of the probe image, for a network that takes only one size.

    Returns:
        The copy, in evaluation mode, channels last, on the CPU: graphics cards round so much (TF32) that the
        outputs would always differ. It gives the same logits up to rounding.
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
    """Names of convolutions and of the normalisations that take their outputs, each called once."""
    made_by: dict[int, str] = {}
    outputs: list[Tensor] = []  # keeps the tensors alive, so that no id is reused
    pairs: list[tuple[str, str]] = []
    runs: Counter[str] = Counter()
    hooks = []
    for name, module in network.named_modules():
        if isinstance(module, nn.Conv2d):

            def after(_: nn.Module, __: object, output: Tensor, name: str = name) -> None:
                runs[name] += 1
                outputs.append(output)
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
    """Fold a normalisation into a convolution; dropout and activation of timm's layers stay."""
    old_convolution = cast("nn.Conv2d", network.get_submodule(convolution))
    old_norm = cast("nn.BatchNorm2d", network.get_submodule(norm))
    network.set_submodule(convolution, fuse_conv_bn_eval(old_convolution, old_norm))
    following = [module for name in ("drop", "act") if (module := getattr(old_norm, name, None)) is not None]
    network.set_submodule(norm, nn.Sequential(*following))
