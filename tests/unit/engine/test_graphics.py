import sys

import pytest

from core.engine import graphics
from core.engine.graphics import Card, find_card


@pytest.fixture(autouse=True)
def linux_without_cards(monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(graphics, "DRIVER", tmp_path / "driver")
    monkeypatch.setattr(graphics, "_programs", lambda: iter([tmp_path / "nvidia-smi"]))


def program(folder, text):
    path = folder / "nvidia-smi"
    path.write_text(f"#!/bin/sh\n{text}\n")
    path.chmod(0o755)


def test_machine_without_a_driver_has_no_card():
    assert find_card() is None


def test_files_of_the_driver_name_the_card(tmp_path):
    folder = tmp_path / "driver" / "gpus" / "0000:00:04.0"
    folder.mkdir(parents=True)
    (folder / "information").write_text("Model: \t\t NVIDIA A10\nIRQ:   \t\t 11\n")
    assert find_card() == Card("cuda", "NVIDIA A10")


def test_program_of_the_driver_names_the_first_card(tmp_path):
    program(tmp_path, "echo 'NVIDIA RTX 4000'; echo 'NVIDIA T4'")
    assert find_card() == Card("cuda", "NVIDIA RTX 4000")


@pytest.mark.parametrize("text", ["echo No devices were found; exit 6", "exit 0"])
def test_driver_without_a_card_is_no_card(tmp_path, text):
    program(tmp_path, text)
    assert find_card() is None


def test_program_that_hangs_is_not_waited_for(tmp_path, monkeypatch):
    monkeypatch.setattr(graphics, "PATIENCE_S", 0.2)
    program(tmp_path, "sleep 600")
    assert find_card() is None


@pytest.mark.parametrize(("machine", "card"), [("arm64", Card("mps", "Apple graphics")), ("x86_64", None)])
def test_apple_computers_with_their_own_chip_have_one(monkeypatch, machine, card):
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(graphics.platform, "machine", lambda: machine)
    assert find_card() == card
