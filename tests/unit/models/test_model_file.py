"""Model files: saved and loaded, replaced atomically, and refused when damaged."""

import dataclasses
import json
import zlib

import pytest
import torch
from safetensors import safe_open
from safetensors.torch import load_file, save_file

from core.contract.catalog.networks import DEFAULT_ENCODER
from core.contract.messages.errors import ModelFileError, OutputError
from core.contract.model_card import METADATA_KEY, read_model_card
from core.models.factory import build_network
from core.models.model_file import load_model, save_model

CPU = torch.device("cpu")

DEFAULT_TENSORS = (350, 2308130295)
"""Number of tensors, and a checksum of names and shapes, as of version 0.1."""


@pytest.fixture
def network(log, card):
    torch.manual_seed(1)
    return build_network("unet", card.encoder, 2, 2, "random", log[0])


@pytest.fixture
def path(tmp_path, network, card):
    path = tmp_path / "Modell 'ü' 模型.safetensors"
    save_model(path, network, card)
    return path


def test_a_loaded_model_predicts_like_the_saved_one(path, network, card):
    loaded, loaded_card = load_model(path, CPU)
    batch = torch.randn(2, 2, 64, 64)
    with torch.inference_mode():
        torch.testing.assert_close(loaded(batch), network.eval()(batch), rtol=1e-4, atol=1e-4)
    assert loaded_card == card
    assert not loaded.training


def test_the_header_can_be_read_without_torch(path, card):
    assert read_model_card(path) == card
    with safe_open(path, "pt") as file:
        assert json.loads(file.metadata()[METADATA_KEY])["encoder"] == card.encoder


def test_tensors_are_saved_contiguous(tmp_path, network, card):
    save_model(tmp_path / "a.safetensors", network.to(memory_format=torch.channels_last), card)
    saved = load_file(tmp_path / "a.safetensors")
    assert all(tensor.is_contiguous() for tensor in saved.values())
    assert network.training


def test_a_model_is_replaced_atomically(path, network, card, monkeypatch):
    before = path.read_bytes()
    monkeypatch.setattr("core.files.atomic.os.replace", lambda *_: (_ for _ in ()).throw(OSError(28, "full")))
    with pytest.raises(OSError, match="disk became full"):
        save_model(path, network, card)
    assert path.read_bytes() == before
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]


def test_a_missing_folder_is_an_error(tmp_path, network, card):
    with pytest.raises(OutputError, match="cannot be written"):
        save_model(tmp_path / "no" / "model.safetensors", network, card)


@pytest.mark.parametrize("keep", [0.3, 0.99])
def test_a_truncated_model_is_refused(path, keep):
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * keep)])
    with pytest.raises(ModelFileError, match="damaged or cut off"):
        load_model(path, CPU)


def test_a_file_that_is_no_model_is_refused(tmp_path):
    path = tmp_path / "other.safetensors"
    save_file({"weight": torch.ones(2)}, path)
    with pytest.raises(ModelFileError, match="is not a TopPixel model"):
        load_model(path, CPU)


def test_a_missing_file_is_refused(tmp_path):
    with pytest.raises(ModelFileError, match="cannot be read"):
        load_model(tmp_path / "gone.safetensors", CPU)


@pytest.mark.parametrize(
    "change", [{"encoder": "resnet18"}, {"architecture": "fpn"}, {"class_weights": (1.0,), "bands": ()}]
)
def test_tensors_that_do_not_fit_the_card_are_refused(tmp_path, network, card, change):
    bands = {"bands": card.bands[:1]} if "bands" in change else {}
    path = tmp_path / "model.safetensors"
    save_model(path, network, dataclasses.replace(card, **{**change, **bands}))
    with pytest.raises(ModelFileError, match="are not those of"):
        load_model(path, CPU)


def test_tensors_of_the_default_network_are_those_of_earlier_versions(log):
    """Models trained with other versions of the packages must fit: else they need a conversion."""
    network = build_network("unet", DEFAULT_ENCODER, 3, 2, "random", log[0])
    shapes = sorted((name, tuple(tensor.shape)) for name, tensor in network.state_dict().items())
    assert (len(shapes), zlib.crc32(repr(shapes).encode())) == DEFAULT_TENSORS


def test_an_unknown_encoder_is_an_error(tmp_path, network, card):
    path = tmp_path / "model.safetensors"
    save_model(path, network, dataclasses.replace(card, encoder="tu-from_the_future"))
    with pytest.raises(ModelFileError, match="cannot be built: There is no encoder 'tu-from_the_future'"):
        load_model(path, CPU)
