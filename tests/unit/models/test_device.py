"""The device that a text names, its description and its precision."""

import types

import pytest
import torch

from core.contract.messages.errors import DeviceError
from core.models import device as subject
from core.models.device import autocast_dtype, choose_device, describe_device

CPU = torch.device("cpu")


@pytest.fixture
def cards(monkeypatch):
    """Two CUDA cards, as torch would report them."""
    properties = types.SimpleNamespace(name="NVIDIA A10", total_memory=24 * 2**30)
    monkeypatch.setattr(torch.cuda, "is_available", lambda: True)
    monkeypatch.setattr(torch.cuda, "device_count", lambda: 2)
    monkeypatch.setattr(torch.cuda, "get_device_properties", lambda _: properties)


@pytest.fixture
def no_card(monkeypatch):
    monkeypatch.setattr(torch.cuda, "is_available", lambda: False)
    monkeypatch.setattr(torch.backends.mps, "is_available", lambda: False)


@pytest.mark.usefixtures("no_card")
def test_auto_is_the_cpu_without_a_card():
    assert choose_device("auto") == CPU


@pytest.mark.usefixtures("cards")
def test_auto_is_the_card_if_there_is_one():
    assert choose_device("auto").type == "cuda"


@pytest.mark.usefixtures("cards")
def test_a_card_can_be_chosen_by_number():
    assert choose_device("cuda:1") == torch.device("cuda", 1)


@pytest.mark.usefixtures("cards")
def test_a_missing_card_is_refused_with_the_numbers_of_the_others():
    with pytest.raises(DeviceError, match="no device 'cuda:2': the cards are 0 to 1"):
        choose_device("cuda:2")


@pytest.mark.usefixtures("no_card")
@pytest.mark.parametrize("text", ["cuda", "mps"])
def test_a_missing_kind_of_device_is_refused_with_a_hint(text):
    with pytest.raises(DeviceError, match="Choose the device 'auto'"):
        choose_device(text)


@pytest.mark.parametrize("text", ["gpu", "cuda:x", "", "cuda:0:1"])
def test_a_text_that_is_no_device_is_refused(text):
    with pytest.raises(DeviceError, match="There is no device"):
        choose_device(text)


def test_the_cpu_is_described_with_its_threads():
    assert f"{torch.get_num_threads()} threads" in describe_device(CPU)


@pytest.mark.usefixtures("cards")
def test_a_card_is_described_with_name_and_memory():
    assert describe_device(torch.device("cuda:1")) == "NVIDIA A10 (cuda:1, 24 GB)"


@pytest.mark.parametrize(
    ("capabilities", "expected"),
    [({"avx512_bf16": True}, torch.bfloat16), ({"amx_bf16": True}, torch.bfloat16), ({"avx2": True}, None)],
)
def test_a_cpu_uses_bfloat16_only_with_instructions_for_it(monkeypatch, capabilities, expected):
    monkeypatch.setattr(torch.cpu, "get_capabilities", lambda: capabilities)
    assert autocast_dtype(CPU) is expected


def test_a_torch_without_the_query_means_float32(monkeypatch):
    monkeypatch.delattr(torch.cpu, "get_capabilities")
    assert autocast_dtype(CPU) is None


@pytest.mark.parametrize(("supported", "expected"), [(True, torch.bfloat16), (False, torch.float16)])
def test_a_card_uses_the_half_precision_that_it_supports(monkeypatch, supported, expected):
    monkeypatch.setattr(torch.cuda, "is_bf16_supported", lambda including_emulation: supported)
    assert autocast_dtype(torch.device("cuda")) is expected


def test_apple_graphics_stay_in_float32():
    assert autocast_dtype(torch.device("mps")) is None


@pytest.mark.gpu
@pytest.mark.skipif(not torch.cuda.is_available(), reason="no CUDA device")
def test_a_real_card_is_chosen_and_described():
    assert "cuda:0" in describe_device(subject.choose_device("auto"))
