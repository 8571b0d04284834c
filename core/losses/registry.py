"""From a loss text to the loss: the module of each name in the catalog."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from ..contract.classes import IGNORE_INDEX
from ..contract.messages.errors import LossTextError
from ..contract.texts.loss import LossTerm, parse_loss
from .cross_entropy import CrossEntropyLoss
from .dice import DiceLoss
from .focal import FocalLoss
from .jaccard import JaccardLoss
from .logit_adjusted import LogitAdjustedLoss
from .loss_max_pooling import LossMaxPoolingLoss
from .lovasz import LovaszLoss
from .lovasz_hinge import LovaszHingeLoss
from .ohem import OhemLoss
from .toppixel import TopPixelLoss
from .tversky import TverskyLoss

LOSS_MODULES: Mapping[str, Callable[..., nn.Module]] = {
    "ce": CrossEntropyLoss,
    "focal": FocalLoss,
    "toppixel": TopPixelLoss,
    "lmp": LossMaxPoolingLoss,
    "ohem": OhemLoss,
    "dice": DiceLoss,
    "jaccard": JaccardLoss,
    "tversky": TverskyLoss,
    "lovasz": LovaszLoss,
    "lovasz_hinge": LovaszHingeLoss,
    "logit_adjusted": LogitAdjustedLoss,
}
"""By name in the catalog; the parameters there are keyword arguments of the same name."""

Numbers = Sequence[float] | np.ndarray | Tensor


class WeightedSum(nn.Module):
    """A sum of losses, each times its factor."""

    def __init__(self, losses: Sequence[nn.Module], factors: Sequence[float]) -> None:
        super().__init__()
        self.losses = nn.ModuleList(losses)
        self.factors = tuple(factors)

    def forward(self, logits: Tensor, target: Tensor) -> Tensor:
        """The sum of a batch; shapes and types as in ``PixelLoss``."""
        pairs = zip(self.factors, self.losses, strict=True)
        return torch.stack([factor * loss(logits, target) for factor, loss in pairs]).sum()


def build_loss(
    text: str,
    num_classes: int,
    ignore_index: int = IGNORE_INDEX,
    class_weights: Numbers | None = None,
    class_priors: Numbers | None = None,
) -> nn.Module:
    """The loss that a text describes.

    Args:
        text: For example ``toppixel(k=5000)`` or ``0.5*ce + 0.5*focal(gamma=1)``.
        num_classes: C.
        ignore_index: Target of ignored pixels.
        class_weights: (C,), at least 0, or None for 1 each. A tensor keeps its precision, anything else
            becomes float64.
        class_priors: Share of each class among the training pixels, (C,); for losses that need it.

    Returns:
        A module ``loss(logits (N, C, H, W), target (N, H, W)) -> scalar``; move it to the logits' device.

    Raises:
        LossTextError: The text cannot be parsed, or the loss does not support this number of classes.
        ValueError: There is not one weight, or not one prior, per class; or a loss has no priors.
    """
    weights = _one_per_class(class_weights, num_classes, "class weights")
    priors = _one_per_class(class_priors, num_classes, "class priors")
    terms = parse_loss(text)
    modules = [_build_term(term, num_classes, ignore_index, weights, priors) for term in terms]
    if len(terms) == 1 and terms[0].factor == 1:
        return modules[0]
    return WeightedSum(modules, [term.factor for term in terms])


def _build_term(
    term: LossTerm, num_classes: int, ignore_index: int, class_weights: Tensor | None, priors: Tensor | None
) -> nn.Module:
    settings: dict[str, Any] = {"ignore_index": ignore_index, "class_weights": class_weights}
    if term.name == "lovasz_hinge" and num_classes != 2:
        raise LossTextError(
            f"'lovasz_hinge' is for two classes, and there are {num_classes}.", "Use 'lovasz' instead."
        )
    if term.name == "logit_adjusted":
        settings["class_priors"] = priors
    return LOSS_MODULES[term.name](**settings, **term.parameters)


def _one_per_class(numbers: Numbers | None, num_classes: int, what: str) -> Tensor | None:
    if numbers is None:
        return None
    tensor = numbers if isinstance(numbers, Tensor) else torch.tensor(np.asarray(numbers, np.float64))
    if tensor.shape != (num_classes,):
        raise ValueError(f"{what}: {tuple(tensor.shape)} instead of ({num_classes},)")
    return tensor
