import dataclasses
import json
import struct

import pytest

from core.contract.classes import build_class_table
from core.contract.messages.errors import ModelFileError
from core.contract.model_card import METADATA_KEY, SCHEMA_VERSION, Band, ModelCard, read_model_card

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


def test_card_survives_json():
    assert ModelCard.from_json(CARD.to_json()) == CARD


def test_only_the_header_is_read(tmp_path):
    path = write(tmp_path / "m ö.safetensors", header(CARD.to_json()), b"no tensors at all")
    assert read_model_card(path) == CARD


@pytest.mark.parametrize(
    "content",
    [b"", b"short", b"\xff" * 64, struct.pack("<Q", 10), struct.pack("<Q", 2) + b"{}",
     struct.pack("<Q", 2) + b"[]", struct.pack("<Q", 4) + b"null", struct.pack("<Q", 3) + b"\xff\xfe\xfd"],
)  # fmt: skip
def test_file_that_is_no_model_is_refused(tmp_path, content):
    (tmp_path / "m.safetensors").write_bytes(content)
    with pytest.raises(ModelFileError, match=r"'m\.safetensors' is not a TopPixel model"):
        read_model_card(tmp_path / "m.safetensors")


def test_model_of_another_program_is_refused(tmp_path):
    path = write(tmp_path / "m.safetensors", b'{"__metadata__": {"format": "pt"}}')
    with pytest.raises(ModelFileError, match="is not a TopPixel model"):
        read_model_card(path)


def test_missing_file_is_named(tmp_path):
    with pytest.raises(ModelFileError, match=r"nothing\.safetensors' cannot be read"):
        read_model_card(tmp_path / "nothing.safetensors")


def test_newer_model_asks_for_an_update(tmp_path):
    text = json.dumps({**json.loads(CARD.to_json()), "schema": 99, "heads": ["a field of the future"]})
    path = write(tmp_path / "m.safetensors", header(text))
    with pytest.raises(ModelFileError) as caught:
        read_model_card(path)
    assert str(caught.value) == (
        f"'m.safetensors': The model was made by a newer TopPixel (its format is 99, the newest known here "
        f"is {SCHEMA_VERSION}). Update TopPixel."
    )


FORMAT_1 = """{"architecture": "unet", "encoder": "tu-tf_efficientnet_lite0", "bands": [
    {"name": "Red", "mean": 1.5, "std": 2.0, "minimum": 0.0, "maximum": 9.0}],
    "dtype": "uint16", "pixel_size_m": 0.2, "classes": [
    {"index": 0, "value": 0, "name": "background", "colour": "#d9d9d9"},
    {"index": 1, "value": 9, "name": "Auto 中", "colour": "#e6194b"}],
    "tile_size": 512, "loss": "toppixel(k=5000)", "class_weights": [1.0, 5.0],
    "metrics": {"iou": {"Auto 中": 0.5}, "miou": null}, "split": {"method": "blocks"},
    "provenance": {"seed": 0}, "schema": 1}"""


def test_model_of_format_1_can_always_be_read(tmp_path):
    card = read_model_card(write(tmp_path / "old.safetensors", header(FORMAT_1)))
    assert (card.architecture, card.bands[0].std, card.pixel_size_m) == ("unet", 2.0, 0.2)
    assert [(entry.value, entry.name) for entry in card.classes] == [(0, "background"), (9, "Auto 中")]
    assert (card.class_weights, card.metrics["miou"], card.tile_size) == ((1.0, 5.0), None, 512)


def test_fields_are_those_of_the_format():
    """Another field is another format: else an older TopPixel would call the model damaged."""
    fields = {1: set(json.loads(FORMAT_1))}
    assert set(json.loads(CARD.to_json())) == fields[SCHEMA_VERSION]
    assert {item.name for item in dataclasses.fields(Band)} == set(json.loads(FORMAT_1)["bands"][0])
    assert set(CARD.classes.to_list()[0]) == set(json.loads(FORMAT_1)["classes"][0])


@pytest.mark.parametrize(
    "change", [{"bands": None}, {"bands": [{}]}, {"classes": [{}]}, {"extra": 1}, {"schema": None}]
)
def test_damaged_card_is_refused(change):
    text = json.dumps({**json.loads(CARD.to_json()), **change})
    with pytest.raises(ModelFileError, match="damaged"):
        ModelCard.from_json(text)
