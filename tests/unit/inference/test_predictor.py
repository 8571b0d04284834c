"""The predictor: batch size, test-time augmentation, and errors of memory."""

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
def test_a_cpu_gets_about_a_million_pixels_at_once(side, expected):
    assert make_predictor().batch_size((side, side)) == expected


def test_a_given_batch_size_is_used():
    predictor = make_predictor(batch_size=3)
    predictor.resume_with(7)
    assert predictor.batch_size((256, 256)) == 3


def test_the_batch_size_of_an_earlier_run_is_used():
    predictor = make_predictor()
    assert predictor.chosen_batch_size == 0
    predictor.resume_with(7)
    assert predictor.batch_size((256, 256)) == predictor.chosen_batch_size == 7
    untouched = make_predictor()
    untouched.resume_with(0)
    assert untouched.batch_size((256, 256)) == 16


def test_tta_averages_the_probabilities_of_all_flips_and_rotations():
    torch.manual_seed(0)
    network = torch.nn.Conv2d(3, 2, 3, padding=1)
    values = torch.rand(2, 3, 32, 32)
    with torch.no_grad():
        expected = sum(logits.softmax(dim=1) for logits in d4_logits(network, values)) / 8
    found = make_predictor(network, tta=True, full_precision=True).predict(
        values, torch.ones(2, 32, 32, dtype=torch.bool)
    )
    torch.testing.assert_close(found.softmax(dim=1), expected, rtol=1e-5, atol=1e-6)


def d4_logits(network, values):
    """The logits of all flips and rotations, undone; by transposes instead of rotations."""
    for swap in (False, True):
        for flips in ((), (-1,), (-2,), (-1, -2)):
            moved = values.transpose(-1, -2) if swap else values
            logits = network(moved.flip(flips)).flip(flips)
            yield logits.transpose(-1, -2) if swap else logits


def test_tta_does_not_depend_on_the_rotation_of_the_tile():
    torch.manual_seed(0)
    predictor = make_predictor(tta=True, full_precision=True)
    values, valid = torch.rand(1, 3, 32, 32), torch.ones(1, 32, 32, dtype=torch.bool)
    straight = predictor.predict(values, valid)
    rotated = predictor.predict(values.rot90(1, (-2, -1)), valid).rot90(-1, (-2, -1))
    torch.testing.assert_close(straight.softmax(dim=1), rotated.softmax(dim=1), rtol=1e-5, atol=1e-6)
    plain = make_predictor(predictor._network, full_precision=True).predict(values, valid)
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
def test_out_of_memory_is_recognised_on_every_device(text):
    assert is_out_of_memory(RuntimeError(text))
    assert not is_out_of_memory(RuntimeError("CUDA error: device-side assert triggered"))
