"""Networks by name: every architecture and encoder of the catalog, and refused names."""

import pytest
import segmentation_models_pytorch as smp
import timm
import torch

from core.contract.catalog.networks import ARCHITECTURES, DEFAULT_ENCODER, ENCODERS
from core.contract.messages.errors import SettingsError
from core.models.factory import build_network

TINY_ENCODER = "tu-test_resnet"


def build(reporter, architecture="unet", encoder=TINY_ENCODER, in_channels=3, num_classes=2):
    return build_network(architecture, encoder, in_channels, num_classes, "random", reporter)


@pytest.mark.parametrize("architecture", ARCHITECTURES)
def test_every_architecture_of_the_catalog_works_on_the_default_encoder(log, architecture):
    network = build(log[0], architecture, DEFAULT_ENCODER, in_channels=4, num_classes=3).eval()
    with torch.inference_mode():
        assert network(torch.zeros(1, 4, 128, 128)).shape == (1, 3, 128, 128)


@pytest.mark.parametrize("encoder", ["resnet18", "mit_b0", TINY_ENCODER])
@pytest.mark.parametrize("in_channels", [1, 7])
def test_any_number_of_bands_is_possible(log, encoder, in_channels):
    network = build(log[0], encoder=encoder, in_channels=in_channels).eval()
    with torch.inference_mode():
        assert network(torch.zeros(1, in_channels, 64, 64)).shape == (1, 2, 64, 64)


@pytest.mark.parametrize("encoder", ENCODERS)
def test_every_encoder_of_the_catalog_exists(encoder):
    names = smp.encoders.get_encoder_names() + [f"tu-{name}" for name in timm.list_models()]
    assert encoder in names


def test_a_network_returns_logits(log):
    network = build(log[0]).eval()
    with torch.inference_mode():
        logits = network(torch.randn(1, 3, 64, 64))
    assert logits.min() < 0 or logits.max() > 1


def test_an_unknown_encoder_is_refused_with_a_suggestion(log):
    with pytest.raises(SettingsError, match=r"no encoder 'resnett34'\. Did you mean 'resnet34'"):
        build(log[0], encoder="resnett34")


@pytest.mark.parametrize("encoder", ["tu-nothing_like_it", "tu-resnet18.no_such_tag", "", "tu-"])
def test_other_unknown_encoders_are_refused(log, encoder):
    with pytest.raises(SettingsError, match="There is no encoder"):
        build(log[0], encoder=encoder)


def test_an_unknown_architecture_is_refused_with_a_suggestion(log):
    with pytest.raises(SettingsError, match=r"no architecture 'unett'\. Did you mean 'unet'"):
        build(log[0], "unett")


@pytest.mark.parametrize(
    ("architecture", "encoder"),
    [
        ("dpt", "resnet18"),
        ("linknet", "mit_b0"),
        ("unetplusplus", "mit_b0"),
        ("deeplabv3", "tu-maxvit_tiny_tf_512"),
        ("unet", "tu-vit_tiny_patch16_224"),
    ],
)
def test_incompatible_architectures_and_encoders_are_refused(log, architecture, encoder):
    expected = f"'{architecture}' cannot be built on the encoder '{encoder}' with 3 bands.*Choose another"
    with pytest.raises(SettingsError, match=expected) as refusal:
        build(log[0], architecture, encoder)
    assert refusal.value.detail
