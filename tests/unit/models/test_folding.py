"""A folded network has the same logits; one that cannot be folded stays as it is."""

import pytest
import torch
from torch import nn

from core.contract.messages.reporter import Reporter
from core.models.factory import build_network
from core.models.folding import folded


def with_statistics(network):
    """The network with random statistics in its normalisations, as if trained."""
    generator = torch.Generator().manual_seed(0)
    for module in network.modules():
        if isinstance(module, nn.BatchNorm2d):
            module.running_mean.uniform_(-0.2, 0.2, generator=generator)
            module.running_var.uniform_(0.5, 1.5, generator=generator)
    return network.eval()


def norms(network):
    return sum(isinstance(module, nn.BatchNorm2d) for module in network.modules())


@pytest.mark.parametrize(
    ("architecture", "encoder"),
    [
        ("unet", "resnet18"),
        ("unet", "tu-tf_efficientnet_lite0"),
        ("fpn", "resnet18"),
        ("deeplabv3plus", "resnet18"),
    ],
)
def test_folded_networks_have_the_same_logits(architecture, encoder):
    torch.manual_seed(0)
    network = build_network(architecture, encoder, 4, 3, "random", Reporter(lambda _: None))
    with_statistics(network)
    fast = folded(network, 4)
    values = torch.randn(2, 4, 96, 128)
    with torch.inference_mode():
        torch.testing.assert_close(fast(values), network(values), rtol=1e-3, atol=1e-3)
    assert norms(fast) < norms(network) / 4
    assert not fast.training


def test_the_network_itself_is_not_changed():
    network = with_statistics(nn.Sequential(nn.Conv2d(3, 4, 3), nn.BatchNorm2d(4)))
    before = {name: tensor.clone() for name, tensor in network.state_dict().items()}
    folded(network, 3)
    for name, tensor in network.state_dict().items():
        torch.testing.assert_close(tensor, before[name], rtol=0, atol=0)


class Forked(nn.Module):
    """The convolution's output is used without the normalisation, too."""

    def __init__(self):
        super().__init__()
        self.convolution, self.norm = nn.Conv2d(3, 3, 1), nn.BatchNorm2d(3)

    def forward(self, values):
        output = self.convolution(values)
        return output + self.norm(output)


class Twice(nn.Module):
    """One normalisation behind two convolutions."""

    def __init__(self):
        super().__init__()
        self.first, self.second, self.norm = nn.Conv2d(3, 3, 1), nn.Conv2d(3, 3, 1), nn.BatchNorm2d(3)

    def forward(self, values):
        return self.norm(self.second(self.norm(self.first(values))))


@pytest.mark.parametrize("kind", [Forked, Twice])
def test_networks_that_folding_would_change_are_not_folded(kind):
    torch.manual_seed(1)
    network = with_statistics(kind())
    fast = folded(network, 3)
    values = torch.randn(1, 3, 20, 20)
    with torch.inference_mode():
        torch.testing.assert_close(fast(values), network(values), rtol=1e-6, atol=1e-6)
    assert norms(fast) == 1


def test_a_network_of_fixed_size_is_probed_in_that_size():
    network = build_network("dpt", "tu-vit_tiny_patch16_224", 3, 2, "random", Reporter(lambda _: None)).eval()
    fast = folded(network, 3, 224)
    values = torch.randn(1, 3, 224, 224)
    with torch.inference_mode():
        torch.testing.assert_close(fast(values), network(values), rtol=1e-3, atol=1e-3)
