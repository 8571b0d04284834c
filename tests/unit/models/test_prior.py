"""The output layer starts with the class shares, in every architecture."""

import pytest
import torch

from core.contract.catalog.networks import ARCHITECTURES
from core.models.factory import build_network
from core.models.prior import set_prior

SHARES = torch.tensor([0.9, 0.095, 0.005])


def logits_of(network, size):
    torch.manual_seed(0)
    with torch.inference_mode():
        return network(torch.randn(1, 3, size, size))


def head(bias=True):
    network = torch.nn.Module()
    network.segmentation_head = torch.nn.Sequential(torch.nn.Conv2d(4, 2, 1, bias=bias), torch.nn.Identity())
    return network


@pytest.mark.parametrize("architecture", ARCHITECTURES)
def test_only_the_logits_bias_changes(architecture, log):
    torch.manual_seed(1)
    encoder = "tu-vit_tiny_patch16_224" if architecture == "dpt" else "resnet18"
    size = {"dpt": 224, "pan": 128}.get(architecture, 64)
    network = build_network(architecture, encoder, 3, 3, "random", log[0]).eval()
    before = {name: tensor.clone() for name, tensor in network.state_dict().items()}
    logits = logits_of(network, size)
    set_prior(network, SHARES)
    changed = [name for name, tensor in network.state_dict().items() if not torch.equal(tensor, before[name])]
    assert len(changed) == 1
    new, old = network.state_dict()[changed[0]], before[changed[0]]
    torch.testing.assert_close(new.softmax(0), SHARES)
    assert float(new.sum()) == pytest.approx(0, abs=1e-5)
    offsets = (new - old)[:, None, None].expand_as(logits[0])
    torch.testing.assert_close(logits_of(network, size)[0] - logits[0], offsets, rtol=1e-4, atol=1e-4)


def test_a_class_without_pixels_has_a_finite_bias():
    network = head()
    set_prior(network, torch.tensor([1.0, 0.0]))
    assert network.segmentation_head[0].bias.isfinite().all()


def test_an_output_layer_without_a_bias_is_an_error():
    with pytest.raises(ValueError, match="no bias"):
        set_prior(head(bias=False), torch.tensor([0.5, 0.5]))
