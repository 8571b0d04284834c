import os

import pytest

from core.contract.catalog.losses import DEFAULT_COMPARISON
from core.contract.jobs.checks import (
    chip_size_problem,
    device_problem,
    encoder_weights_problem,
    existing,
    explained_by,
    losses_problem,
    optional,
    writable,
    writable_folder,
)
from core.contract.texts.loss import parse_loss


def test_file_or_each_of_several_must_exist(tmp_path):
    (tmp_path / "a b.tif").touch()
    there = str(tmp_path / "a b.tif")
    check = existing("Rasters")
    assert check(there) is None
    assert check((there, f"{there}|layername=cars")) is None
    assert check((there, "no.tif")) == "Rasters: there is no file 'no.tif'."
    assert check("") == check(()) == "Rasters is missing."


def test_optional_setting_may_be_empty():
    assert optional(existing("Area"))("") is None
    assert optional(existing("Area"))("no.gpkg") == "Area: there is no file 'no.gpkg'."


def test_output_needs_an_existing_folder(tmp_path):
    check = writable("Model", ".safetensors")
    assert check(str(tmp_path / "m.SAFETENSORS")) is None
    assert check("") == "Model is missing."
    assert check("m.pth") == "Model: 'm.pth' must end in .safetensors."
    assert "there is no folder" in check(str(tmp_path / "no" / "m.safetensors"))
    (tmp_path / "x.safetensors").mkdir()
    assert "is a folder" in check(str(tmp_path / "x.safetensors"))


def test_folder_may_be_new_in_an_existing_one(tmp_path):
    check = writable_folder("Folder")
    (tmp_path / "file").touch()
    assert check(str(tmp_path)) is None
    assert check(str(tmp_path / "new ü")) is None
    assert check("") == "Folder is missing."
    assert check(str(tmp_path / "file")) == f"Folder: '{tmp_path / 'file'}' is a file, not a folder."
    assert check(str(tmp_path / "a" / "b")) == f"Folder: there is no folder '{tmp_path / 'a'}'."


@pytest.mark.parametrize("check", [writable("Out", ".tif"), writable_folder("Out")])
def test_folder_that_cannot_be_written_is_reported(tmp_path, monkeypatch, check):
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert f"the folder '{tmp_path}' is not writable" in check(str(tmp_path / "x.tif"))


def test_parser_explains_itself():
    assert explained_by(parse_loss)("ce") is None
    assert "Did you mean 'focal'?" in explained_by(parse_loss)("focl")


def test_chips_fit_the_encoder():
    assert chip_size_problem(96) is None
    assert chip_size_problem(100) == "Chip size must be a multiple of 32, not 100."


def test_encoder_starts_by_name_or_from_a_file(tmp_path):
    (tmp_path / "w.pth").touch()
    assert encoder_weights_problem("random") is None
    assert encoder_weights_problem(str(tmp_path / "w.pth")) is None
    assert "'no.pth' is neither a file nor one of pretrained, random" in encoder_weights_problem("no.pth")


@pytest.mark.parametrize(
    ("losses", "problem"),
    [
        (DEFAULT_COMPARISON, None),
        (("ce",), None),
        ((), "Losses: the list is empty. Write one loss per line, for example 'ce'."),
        (("toppixel", "toppixel(k=5e4)"), "Losses: 'toppixel(k=50000)' is listed twice."),
    ],
)
def test_losses_are_not_empty_and_differ(losses, problem):
    assert losses_problem(losses) == problem


def test_wrong_loss_of_several_is_named():
    assert "There is no loss 'focl'" in losses_problem(("ce", "focl"))


@pytest.mark.parametrize("device", ["auto", "cpu", "cuda", "cuda:1"])
def test_known_device_passes(device):
    assert device_problem(device) is None


def test_unknown_device_is_named():
    assert device_problem("gpu").startswith("Device: there is no 'gpu'. ")
