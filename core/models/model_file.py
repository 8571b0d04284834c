"""The model file: weights and model card in one ``.safetensors`` file, which can hold no code."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import torch
from safetensors import SafetensorError
from safetensors.torch import load_file, save
from torch import Tensor, nn

from ..contract.messages.errors import ModelFileError, SettingsError
from ..contract.messages.reporter import Reporter
from ..contract.model_card import METADATA_KEY, ModelCard, read_model_card
from ..files.atomic import finished_file, flush_to_disk
from .factory import build_network


def save_model(path: str | Path, network: nn.Module, card: ModelCard) -> None:
    """Write a network with its model card, atomically.

    Args:
        path: Ends in ``.safetensors``.
        network: Built by ``build_network`` with the card's architecture, encoder, bands and classes.
        card: The model card.

    Raises:
        DiskFullError: The disk is full.
        OutputError: The file cannot be written.
    """
    save_weights(path, network.state_dict(), card)


def save_weights(path: str | Path, weights: Mapping[str, Tensor], card: ModelCard) -> None:
    """Write the weights of a network with its model card, atomically.

    Args:
        path: Ends in ``.safetensors``.
        weights: Its ``state_dict``.
        card: The model card.

    Raises:
        DiskFullError: The disk is full.
        OutputError: The file cannot be written.
    """
    tensors = {name: _plain(tensor) for name, tensor in weights.items()}
    content = save(tensors, metadata={METADATA_KEY: card.to_json()})
    with finished_file(path) as partial:
        partial.write_bytes(content)
        flush_to_disk(partial)


def load_model(path: str | Path, device: torch.device) -> tuple[nn.Module, ModelCard]:
    """A network from its file, ready for inference.

    Returns:
        The network on the device, channels last and in evaluation mode, and its model card.

    Raises:
        ModelFileError: The file is no TopPixel model, is damaged, or its tensors do not fit its card.
    """
    card = read_model_card(path)
    tensors = read_tensors(Path(path))
    network = _build(card, Path(path).name)
    try:
        network.load_state_dict(tensors, strict=True)
    except RuntimeError as error:
        raise ModelFileError(
            f"The tensors in '{Path(path).name}' are not those of {card.architecture} on {card.encoder}.",
            "Train the model again, or set up the engine that it was trained with.",
            detail=str(error),
        ) from error
    network = network.to(device).to(memory_format=torch.channels_last)
    return network.eval(), card


def _plain(tensor: Tensor) -> Tensor:
    """A contiguous copy in main memory; safetensors stores no shared memory."""
    return tensor.detach().cpu().clone(memory_format=torch.contiguous_format)


def read_tensors(path: Path) -> dict[str, Tensor]:
    """The tensors of a model file, by name, on the CPU.

    Raises:
        ModelFileError: The file is damaged.
    """
    try:
        return load_file(path, device="cpu")
    except (OSError, SafetensorError) as error:
        raise ModelFileError(
            f"The model '{path.name}' is damaged or cut off.", "Copy or train it again.", detail=str(error)
        ) from error


def _build(card: ModelCard, name: str) -> nn.Module:
    silent = Reporter(lambda _: None)
    try:
        return build_network(
            card.architecture, card.encoder, len(card.bands), len(card.classes), "random", silent
        )
    except SettingsError as error:
        raise ModelFileError(
            f"The network of '{name}' cannot be built: {error.message}", error.hint, error.detail
        ) from error
