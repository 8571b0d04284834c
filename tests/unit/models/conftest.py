"""A model card, and a reporter whose messages are collected."""

import pytest
import torch

from core.contract.classes import build_class_table
from core.contract.messages.events import Log
from core.contract.messages.reporter import Reporter
from core.contract.model_card import Band, ModelCard

TINY_ENCODER = "tu-test_resnet"


@pytest.fixture(autouse=True)
def _few_threads():
    before = torch.get_num_threads()
    torch.set_num_threads(2)
    yield
    torch.set_num_threads(before)


@pytest.fixture
def log():
    """(reporter, list of its messages)."""
    messages = []
    reporter = Reporter(lambda event: messages.append(event.text) if isinstance(event, Log) else None)
    return reporter, messages


@pytest.fixture
def card():
    return ModelCard(
        architecture="unet",
        encoder=TINY_ENCODER,
        bands=(Band("red", 100.0, 20.0, 0.0, 255.0), Band("near infrared", 5.0, 2.0, 0.0, 30.0)),
        dtype="uint16",
        pixel_size_m=0.1,
        classes=build_class_table([(0, "background"), (7, "Bäume 木")]),
        tile_size=64,
        loss="ce",
        class_weights=(1.0, 2.0),
        metrics={"miou": 0.5},
    )
