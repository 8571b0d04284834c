"""*Start from model*: weights are taken over, classes are matched by name."""

import dataclasses

import pytest
import torch

from core.contract.classes import build_class_table
from core.contract.jobs.train import TrainJob
from core.contract.messages.errors import ModelFileError, SettingsError
from core.models.factory import build_network
from core.models.model_file import save_model
from core.models.start_model import load_start_model

ARCHITECTURES = ("unet", "fpn", "deeplabv3plus", "segformer", "upernet")


@pytest.fixture
def build(log, card):
    def make(architecture, classes, seed):
        torch.manual_seed(seed)
        return build_network(architecture, card.encoder, 2, classes, "random", log[0]).eval()

    return make


@pytest.fixture
def saved(tmp_path, card, build):
    """A saved model of the classes ground, car, boat; returns the network and its file."""

    def make(architecture="unet"):
        network = build(architecture, 3, seed=1)
        classes = build_class_table(((0, "ground"), (1, "car"), (2, "boat")), {})
        path = tmp_path / "alt ü.safetensors"
        save_model(path, network, dataclasses.replace(card, architecture=architecture, classes=classes))
        return network, path

    return make


@pytest.fixture
def continued(card, log):
    def run(network, path, names, architecture="unet", bands=2):
        job = TrainJob(("",), "", "", architecture=architecture, encoder=card.encoder, start_model=str(path))
        load_start_model(network, job, bands, names, log[0])
        return network.eval()

    return run


def test_with_the_same_classes_predictions_are_those_of_the_model(saved, build, continued):
    old, path = saved()
    network = continued(build("unet", 3, seed=2), path, ["ground", "car", "boat"])
    values = torch.randn(1, 2, 64, 64)
    with torch.inference_mode():
        torch.testing.assert_close(network(values), old(values))


@pytest.mark.parametrize("architecture", ARCHITECTURES)
def test_classes_are_matched_by_name_and_new_ones_are_random(saved, build, continued, log, architecture):
    old, path = saved(architecture)
    fresh = build(architecture, 4, seed=2)
    untouched = build(architecture, 4, seed=2)
    network = continued(fresh, path, ["boat", "tree", "ground", "car"], architecture)
    values = torch.randn(1, 2, 64, 64)
    with torch.inference_mode():
        found, expected = network(values), old(values)
    torch.testing.assert_close(found[:, [2, 3, 0]], expected)
    head, start = (n.segmentation_head.state_dict() for n in (network, untouched))
    last = [name for name in head if name.endswith("weight")][-1]
    assert torch.equal(head[last][1], start[last][1])
    assert "does not know tree" in " ".join(log[0].warnings)


def test_another_architecture_is_refused_with_the_right_one(saved, build, continued):
    _, path = saved("unet")
    with pytest.raises(SettingsError, match="Choose the architecture 'unet'"):
        continued(build("fpn", 3, seed=2), path, ["a", "b", "c"], "fpn")


def test_other_bands_are_refused(saved, build, continued):
    _, path = saved()
    with pytest.raises(SettingsError, match="takes 2 bands; the rasters have 3"):
        continued(build("unet", 3, seed=2), path, ["a", "b", "c"], bands=3)


def test_a_damaged_model_is_refused(saved, build, continued):
    _, path = saved()
    path.write_bytes(path.read_bytes()[:-100])
    with pytest.raises(ModelFileError, match="damaged"):
        continued(build("unet", 3, seed=2), path, ["ground", "car", "boat"])
