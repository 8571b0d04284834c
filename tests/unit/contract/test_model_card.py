import json
import struct

import pytest

from core.contract.classes import build_class_table
from core.contract.errors import ModelFileError
from core.contract.model_card import METADATA_KEY, Band, ModelCard, read_model_card

CARD = ModelCard(
    architecture="unet",
    encoder="resnet18",
    bands=(Band("Red", 1.5, 2.0, 0.0, 9.0), Band("Höhe", -1.0, 0.1, -3.0, 4.0)),
    dtype="uint16",
    pixel_size_m=0.2,
    classes=build_class_table([(0, "background"), (9, "Auto 中")]),
    tile_size=512,
    loss="toppixel(k=5000)",
    class_weights=(1.0, 5.0),
    metrics={"iou": {"car": None}},
)


def write(path, header, tail=b""):
    path.write_bytes(struct.pack("<Q", len(header)) + header + tail)
    return path


def header(card_text):
    return json.dumps({"__metadata__": {METADATA_KEY: card_text}}).encode()


def test_json_gives_the_card_again():
    assert ModelCard.from_json(CARD.to_json()) == CARD


def test_card_is_read_from_the_header_alone(tmp_path):
    path = write(tmp_path / "m ö.safetensors", header(CARD.to_json()), b"no tensors at all")
    assert read_model_card(path) == CARD


@pytest.mark.parametrize(
    "content",
    [b"", b"short", b"\xff" * 64, struct.pack("<Q", 10), struct.pack("<Q", 2) + b"{}",
     struct.pack("<Q", 2) + b"[]", struct.pack("<Q", 4) + b"null", struct.pack("<Q", 3) + b"\xff\xfe\xfd"],
)  # fmt: skip
def test_file_that_is_no_model_is_refused(tmp_path, content):
    (tmp_path / "m.safetensors").write_bytes(content)
    with pytest.raises(ModelFileError, match=r"'m\.safetensors' is no TopPixel model"):
        read_model_card(tmp_path / "m.safetensors")


def test_model_of_another_program_is_refused(tmp_path):
    path = write(tmp_path / "m.safetensors", b'{"__metadata__": {"format": "pt"}}')
    with pytest.raises(ModelFileError, match="is no TopPixel model"):
        read_model_card(path)


def test_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(ModelFileError, match=r"nothing\.safetensors' cannot be read"):
        read_model_card(tmp_path / "nothing.safetensors")


def test_newer_model_asks_for_an_update():
    text = json.dumps({**json.loads(CARD.to_json()), "schema": 99})
    with pytest.raises(ModelFileError, match=r"newer TopPixel.*Update"):
        ModelCard.from_json(text)


@pytest.mark.parametrize(
    "change", [{"bands": None}, {"bands": [{}]}, {"classes": [{}]}, {"extra": 1}, {"schema": None}]
)
def test_damaged_card_is_refused(change):
    text = json.dumps({**json.loads(CARD.to_json()), **change})
    with pytest.raises(ModelFileError, match="damaged"):
        ModelCard.from_json(text)
