"""Builds a network by name: any architecture of segmentation-models-pytorch on any of its encoders."""

from __future__ import annotations

import contextlib
import difflib
import importlib
from types import ModuleType

from torch import nn

from ..contract.catalog.entries import nearest
from ..contract.catalog.networks import ARCHITECTURES, ENCODERS
from ..contract.messages.errors import SettingsError, WeightsUnavailableError
from ..contract.messages.reporter import Reporter
from .encoder_weights import (
    RGB,
    hub_weights,
    is_packaged,
    limit_hub_patience,
    load_packaged,
    load_weights_file,
)
from .without_compiler import import_without_compiler

TIMM_PREFIX = "tu-"
"""Prefix of timm's encoders, which smp wraps."""


def build_network(
    architecture: str,
    encoder: str,
    in_channels: int,
    num_classes: int,
    encoder_weights: str,
    reporter: Reporter,
) -> nn.Module:
    """A network that gives logits (N, num_classes, H, W) for input (N, in_channels, H, W).

    Args:
        architecture: Such as ``unet``.
        encoder: In smp's spelling.
        in_channels: Number of bands, from 1.
        num_classes: Number of classes.
        encoder_weights: ``pretrained``, ``random``, or the path of a weights file.
        reporter: Receives where the weights come from.

    Returns:
        The network, on the CPU, in training mode.

    Raises:
        SettingsError: Unknown architecture or encoder, or they cannot be combined.
        WeightsUnavailableError: The encoder's weights are not available.
    """
    if architecture not in ARCHITECTURES:
        raise SettingsError(
            f"There is no architecture '{architecture}'.", nearest(architecture, ARCHITECTURES)
        )
    smp = _import_smp()
    _require_encoder(smp, encoder)
    network = _create(smp, architecture, encoder, in_channels, num_classes, encoder_weights)
    if encoder_weights == "pretrained":
        if is_packaged(encoder):
            load_packaged(network.get_submodule("encoder"), in_channels)
        _announce_pretrained(encoder, in_channels, reporter)
    elif encoder_weights != "random":
        load_weights_file(network.get_submodule("encoder"), encoder_weights, reporter)
    return network


def _create(
    smp: ModuleType,
    architecture: str,
    encoder: str,
    in_channels: int,
    num_classes: int,
    encoder_weights: str,
) -> nn.Module:
    """The network from smp, with weights from the hub unless they come with the engine or are not wanted."""
    weights_name: str | bool | None = None
    source: contextlib.AbstractContextManager[None] = contextlib.nullcontext()
    if encoder_weights == "pretrained" and not is_packaged(encoder):
        weights_name, source = _hub_name(smp, encoder), hub_weights(encoder)
    try:
        with source:
            network: nn.Module = smp.create_model(
                architecture,
                encoder,
                encoder_weights=weights_name,
                in_channels=in_channels,
                classes=num_classes,
            )
    except (AssertionError, KeyError, NotImplementedError, RuntimeError, TypeError, ValueError) as error:
        raise SettingsError(
            f"The architecture '{architecture}' cannot be built on the encoder '{encoder}' with "
            f"{in_channels} bands.",
            "Choose another encoder" + ("." if architecture == "unet" else ", or the architecture 'unet'."),
            detail=str(error),
        ) from error
    return network


def _announce_pretrained(encoder: str, in_channels: int, reporter: Reporter) -> None:
    adapted = "" if in_channels == RGB else f" Its first layer was adapted from {RGB} bands to {in_channels}."
    reporter.info(f"The encoder '{encoder}' starts from pretrained weights.{adapted}")


def _hub_name(smp: ModuleType, encoder: str) -> str | bool:
    """The argument by which smp loads pretrained weights: a name, or True for timm's encoders.

    Raises:
        WeightsUnavailableError: This encoder has none.
    """
    if encoder.startswith(TIMM_PREFIX):
        timm = importlib.import_module("timm")
        if not timm.models.is_model_pretrained(encoder.removeprefix(TIMM_PREFIX)):
            raise WeightsUnavailableError(f"Nobody has published pretrained weights for '{encoder}'.")
        return True
    names = list(smp.encoders.encoders[encoder]["pretrained_settings"])
    return "imagenet" if "imagenet" in names else names[0]


def _require_encoder(smp: ModuleType, encoder: str) -> None:
    """Refuse an unknown encoder.

    Raises:
        SettingsError: The hint names the most similar one.
    """
    timm = importlib.import_module("timm")
    bare = encoder.removeprefix(TIMM_PREFIX)
    if encoder in smp.encoders.encoders:
        return
    # A tag after the dot names one of several sets of weights, and must be known.
    if bare != encoder and timm.is_model(bare) and ("." not in bare or timm.models.is_model_pretrained(bare)):
        return
    known = [*smp.encoders.encoders, *(TIMM_PREFIX + name for name in timm.list_models())]
    close = difflib.get_close_matches(encoder, known, n=1, cutoff=0.5)
    question = f"Did you mean '{close[0]}'? " if close else ""
    raise SettingsError(
        f"There is no encoder '{encoder}'.",
        f"{question}Well tried: {', '.join(ENCODERS)}; 'tu-' and a name of timm works as well.",
    )


def _import_smp() -> ModuleType:
    """segmentation-models-pytorch, imported only when a network is built, since that takes seconds."""
    limit_hub_patience()
    return import_without_compiler("segmentation_models_pytorch")
