"""The base class does what every loss relies on."""

import torch

from core.losses.pixel_loss import PixelLoss
from core.losses.registry import LOSS_MODULES


class FirstLogit(PixelLoss):
    """Sum of the weighted logits of class 0, in the type they come in."""

    def loss(self, logits, target):
        return (logits[:, 0] * self.weights(target, logits.dtype)).sum()


def test_every_loss_is_a_pixel_loss():
    assert all(issubclass(module, PixelLoss) for module in LOSS_MODULES.values())


def test_logits_are_cast_to_float32_at_least():
    target = torch.zeros(1, 1, 1, dtype=torch.uint8)
    for given, expected in ((torch.float16, torch.float32), (torch.float64, torch.float64)):
        assert FirstLogit()(torch.ones(1, 2, 1, 1, dtype=given), target).dtype == expected


def test_pixels_weigh_as_their_class_and_ignored_ones_nothing():
    target = torch.tensor([[[0, 1, 255]]])
    loss = FirstLogit(255, torch.tensor([0.5, 3.0]))
    assert loss.weights(target, torch.float64).tolist() == [[[0.5, 3.0, 0.0]]]
    assert FirstLogit().weights(target, torch.float32).tolist() == [[[1.0, 1.0, 0.0]]]


def test_cross_entropy_is_weighted_on_request():
    logits, target = torch.zeros(1, 2, 1, 2), torch.tensor([[[1, 255]]])
    loss = FirstLogit(255, torch.tensor([0.5, 3.0]))
    expected = torch.tensor(2.0).log()
    torch.testing.assert_close(
        loss.cross_entropy(logits, target)[0, 0], torch.stack([3 * expected, 0 * expected])
    )
    torch.testing.assert_close(loss.cross_entropy(logits, target, is_weighted=False)[0, 0, 0], expected)
