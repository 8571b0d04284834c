"""Losses of the hardest pixels start as cross entropy and narrow over the warm-up."""

import math

import pytest
import torch

from core.losses import build_loss
from core.losses.warmup import set_progress

HARD = ("toppixel(k=40", "toppixel(ratio=0.1", "ohem(threshold=0, min_kept=40", "lmp(ratio=0.2", "lmp(m=30")


@pytest.fixture
def case():
    generator = torch.Generator().manual_seed(0)
    logits = torch.randn((2, 3, 16, 16), generator=generator) * 3
    target = torch.randint(3, (2, 16, 16), generator=generator)
    target[0, :4] = 255
    return logits, target


def value(text, case, progress):
    loss = build_loss(text, 3)
    set_progress(loss, progress)
    return loss(*case).item()


@pytest.mark.parametrize("text", HARD)
def test_the_loss_narrows_from_cross_entropy_to_its_own_value(text, case):
    start, middle, end = (value(f"{text}, warmup=0.4)", case, progress) for progress in (0, 0.2, 0.4))
    # OHEM leaves out the easiest pixel; loss max-pooling averages over the images.
    images = [value("ce", (case[0][n : n + 1], case[1][n : n + 1]), 0) for n in range(2)]
    expected = sum(images) / 2 if "lmp" in text else value("ce", case, 0)
    assert start == pytest.approx(expected, rel=0.01)
    assert end == value(f"{text})", case, 1)
    assert start < middle < end
    assert value(f"{text}, warmup=0.4)", case, 0.9) == end


@pytest.mark.parametrize(("progress", "pixels"), [(0.1, 448**0.75 * 40**0.25), (0.2, (448 * 40) ** 0.5)])
def test_k_narrows_geometrically_from_the_number_of_valid_pixels(case, progress, pixels):
    expected = value(f"toppixel(k={math.ceil(pixels)})", case, 1)
    assert value("toppixel(k=40, warmup=0.4)", case, progress) == pytest.approx(expected)
    assert value(f"toppixel(ratio={40 / 448}, warmup=0.4)", case, progress) == pytest.approx(expected)


def test_min_kept_narrows_geometrically_from_the_number_of_valid_pixels(case):
    expected = value(f"ohem(threshold=0, min_kept={round((448 * 40) ** 0.5)})", case, 1)
    assert value("ohem(threshold=0, min_kept=40, warmup=0.4)", case, 0.2) == pytest.approx(expected)


@pytest.mark.parametrize("p", ["1", "1.7"])
def test_m_narrows_geometrically_from_the_number_of_valid_pixels(case, p):
    expected = value(f"lmp(m={(448 * 30) ** 0.5}, p={p}, scope=batch)", case, 1)
    assert value(f"lmp(m=30, p={p}, scope=batch, warmup=0.4)", case, 0.2) == pytest.approx(expected)


def test_without_a_warm_up_the_loss_never_changes(case):
    assert value("toppixel(k=40)", case, 0) == value("toppixel(k=40)", case, 1)


def test_every_term_of_a_sum_narrows(case):
    total = value("ce + 2*toppixel(k=40, warmup=0.5)", case, 0)
    assert total == pytest.approx(3 * value("ce", case, 0))


@pytest.mark.parametrize("text", ["toppixel(k=9999, warmup=0.5)", "ohem(min_kept=9999, warmup=0.5)"])
def test_a_number_above_that_of_the_pixels_stays_all_of_them(text, case):
    assert value(text, case, 0.25) == pytest.approx(value("ce", case, 0), rel=0.01)
