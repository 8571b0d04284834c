"""Tiles go through a network in a batch that is found, kept and halved; in eight views if wanted."""

import pytest
import torch

from core.contract.messages.reporter import Reporter
from core.contract.model_card import Band
from core.inference.predictor import Forward, Predictor, is_out_of_memory
from core.models.normalise import Normalise

BANDS = tuple(Band(f"Band {number}", 0.0, 1.0, 0.0, 255.0) for number in (1, 2, 3))


def make_predictor(network=None, **forward):
    network = network or torch.nn.Conv2d(3, 2, 3, padding=1)
    return Predictor(
        network, Normalise(BANDS), 2, torch.device("cpu"), Forward(**forward), Reporter(lambda _: None)
    )


@pytest.mark.parametrize(("side", "expected"), [(256, 16), (512, 4), (1024, 1), (4096, 1)])
def test_a_processor_gets_about_a_million_pixels_at_once(side, expected):
    assert make_predictor().batch_size((side, side)) == expected


def test_a_batch_that_is_asked_for_is_taken():
    predictor = make_predictor(batch_size=3)
    predictor.resume_with(7)
    assert predictor.batch_size((256, 256)) == 3


def test_the_batch_of_an_earlier_run_is_gone_on_with():
    predictor = make_predictor()
    assert predictor.found_batch_size == 0
    predictor.resume_with(7)
    assert predictor.batch_size((256, 256)) == predictor.found_batch_size == 7
    untouched = make_predictor()
    untouched.resume_with(0)
    assert untouched.batch_size((256, 256)) == 16


def test_eight_views_average_the_probabilities_of_each_view_turned_back():
    torch.manual_seed(0)
    network = torch.nn.Conv2d(3, 2, 3, padding=1)
    values = torch.rand(2, 3, 32, 32)
    with torch.no_grad():
        expected = sum(logits.softmax(dim=1) for logits in turned_back(network, values)) / 8
    found = make_predictor(network, is_turned=True, is_exact=True).predict(
        values, torch.ones(2, 32, 32, dtype=torch.bool)
    )
    torch.testing.assert_close(found.softmax(dim=1), expected, rtol=1e-5, atol=1e-6)


def turned_back(network, values):
    """The logits of all eight views of squares, turned back; made another way than in the code."""
    for swap in (False, True):
        for flips in ((), (-1,), (-2,), (-1, -2)):
            view = values.transpose(-1, -2) if swap else values
            logits = network(view.flip(flips)).flip(flips)
            yield logits.transpose(-1, -2) if swap else logits


def test_the_mean_of_eight_views_does_not_depend_on_how_the_tile_lies():
    torch.manual_seed(0)
    predictor = make_predictor(is_turned=True, is_exact=True)
    values, valid = torch.rand(1, 3, 32, 32), torch.ones(1, 32, 32, dtype=torch.bool)
    straight = predictor.predict(values, valid)
    turned = predictor.predict(values.rot90(1, (-2, -1)), valid).rot90(-1, (-2, -1))
    torch.testing.assert_close(straight.softmax(dim=1), turned.softmax(dim=1), rtol=1e-5, atol=1e-6)
    plain = make_predictor(predictor._network, is_exact=True).predict(values, valid)
    assert not torch.allclose(straight.softmax(dim=1), plain.softmax(dim=1), atol=1e-3)


@pytest.mark.parametrize(
    "text",
    [
        "MPS backend out of memory (MPS allocated: 5 GB, other allocations: 1 GB, max allowed: 6 GB).",
        "CUDA error: out of memory",
        "cuDNN error: CUDNN_STATUS_ALLOC_FAILED",
        "[enforce fail at alloc_cpu.cpp] DefaultCPUAllocator: can't allocate memory: you tried to allocate",
        "[enforce fail at alloc_cpu.cpp] DefaultCPUAllocator: not enough memory: you tried to allocate",
    ],
)
def test_memory_that_runs_out_is_known_on_every_device(text):
    assert is_out_of_memory(RuntimeError(text))
    assert not is_out_of_memory(RuntimeError("CUDA error: device-side assert triggered"))
