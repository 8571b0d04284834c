"""The parameters drawn for each chip, and their application, which depends on nothing else."""

from dataclasses import fields

import numpy as np
import pytest
import torch

from core.contract.catalog.augmentations import AUGMENTATIONS
from core.contract.texts.augmentation import parse_augmentation
from core.geodata.chips.index import Candidates
from core.training.augment.affine import resample
from core.training.augment.copy_paste import Donors
from core.training.augment.gaussian_blur import gaussian_blur
from core.training.augment.pipeline import Augmentation, AugmentationParams, augment

BANDS, SIDE = 4, 32

DONORS = Donors(
    Candidates(*np.array([[0, 5, 9, 3, 3], [1, 7, 2, 3, 3]]).T, np.array([[90, 10], [100, 0]])),
    np.array([990, 10]),
)


def draw_many(text, count=2000, seed=0):
    augmentation, rng = Augmentation(text, BANDS, DONORS), np.random.default_rng(seed)
    return [augmentation.draw(rng) for _ in range(count)]


def test_none_draws_the_defaults():
    assert draw_many("none", 50) == [AugmentationParams()] * 50


@pytest.mark.parametrize(
    ("term", "changed"),
    [
        ("copy_paste", {"donor"}),
        ("d4", {"d4", "donor_d4"}),
        ("scale", {"zoom"}),
        ("rotation", {"angle"}),
        ("gaussian_blur", {"blur"}),
        ("color_jitter", {"color_jitter"}),
        ("noise", {"noise", "noise_seed"}),
    ],
)
def test_each_augmentation_draws_its_own_parameters_only(term, changed):
    found = {
        f.name
        for params in draw_many(term, 50)
        for f in fields(AugmentationParams)
        if getattr(params, f.name) != f.default
    }
    assert found == changed


def test_strong_draws_every_augmentation():
    assert {term.name for term in parse_augmentation("strong")} == set(AUGMENTATIONS)
    found = draw_many("strong", 200)
    assert all(
        any(getattr(params, f.name) != f.default for params in found) for f in fields(AugmentationParams)
    )


@pytest.mark.parametrize(
    ("text", "name", "probability"),
    [
        ("gaussian_blur", "blur", 0.25),
        ("noise(probability=0.7)", "noise", 0.7),
        ("scale(probability=0)", "zoom", 0.0),
        ("rotation(probability=1)", "angle", 1.0),
        ("copy_paste", "donor", 0.5),
    ],
)
def test_an_augmentation_applies_with_its_probability(text, name, probability):
    drawn = draw_many(text)
    applied = np.mean([getattr(params, name) != getattr(AugmentationParams(), name) for params in drawn])
    assert applied == pytest.approx(probability, abs=0.04)


def assert_fills(numbers, low, high):
    """All within the range, some near its ends."""
    reach = high - low
    assert low <= numbers.min() < low + 0.05 * reach
    assert high - 0.05 * reach < numbers.max() <= high


def test_parameters_fill_their_range():
    drawn = draw_many(
        "scale(factor=1.5, probability=1) + rotation(degrees=30, probability=1) + "
        "gaussian_blur(sigma=2, probability=1)"
    )
    zooms, angles, sigmas = (
        np.array([getattr(c, name) for c in drawn]) for name in ("zoom", "angle", "blur")
    )
    assert_fills(zooms, 1 / 1.5, 1.5)
    assert np.mean(zooms > 1) == pytest.approx(0.5, abs=0.05)  # in as often as out
    assert_fills(angles, -30, 30)
    assert_fills(sigmas, 0, 2)
    assert {params.d4 for params in draw_many("d4")} == set(range(8))


def test_color_jitter_fills_its_range_for_each_chip_and_band():
    jitters = [
        params.color_jitter
        for params in draw_many("color_jitter(brightness=1, contrast=0.3, gamma=0.5, per_band=0.2)")
    ]
    contrast, brightness, gamma = (
        np.stack([getattr(each, name) for each in jitters]) for name in ("contrast", "brightness", "gamma")
    )
    assert contrast.shape == brightness.shape == gamma.shape == (2000, BANDS)
    assert contrast.dtype == brightness.dtype == gamma.dtype == np.float32
    assert_fills(contrast, 0.7 * 0.94, 1.3 * 1.06)
    assert_fills(brightness, -1.2, 1.2)
    assert_fills(np.log(gamma), -1.2 * np.log(1.5), 1.2 * np.log(1.5))
    assert np.corrcoef(brightness.T)[0, 1] > 0.9  # haze lies on all bands
    plain = draw_many("color_jitter(gamma=0, per_band=0)", 10)
    assert all(
        (params.color_jitter.gamma == 1).all() and np.ptp(params.color_jitter.brightness) == 0
        for params in plain
    )


def make_batch(seed=0, count=5):
    rng = np.random.default_rng(seed)
    valid = torch.from_numpy(rng.random((count, SIDE, SIDE)) > 0.1)
    values = torch.from_numpy(rng.normal(size=(count, BANDS, SIDE, SIDE)).astype(np.float32)) * valid[:, None]
    target = torch.from_numpy(rng.choice([0, 1, 255], size=(count, SIDE, SIDE)))
    return values.contiguous(memory_format=torch.channels_last), valid, target


def test_d4_alone_changes_nothing_on_the_device():
    batch = make_batch()
    for before, after in zip(batch, augment(*batch, [AugmentationParams(d4=3)] * 5)):
        assert torch.equal(before, after)


def test_augmentations_are_applied_in_the_order_of_the_catalog():
    values, valid, target = make_batch(count=1)
    (params,) = draw_many(
        "scale(probability=1) + rotation(probability=1) + gaussian_blur(probability=1) "
        "+ color_jitter(gamma=0)",
        1,
    )
    expected, expected_valid, expected_target = resample(
        values[0], valid[0], target[0], params.angle, params.zoom
    )
    expected = gaussian_blur(expected, expected_valid, params.blur)
    contrast, brightness = (
        torch.from_numpy(c)[:, None, None]
        for c in (params.color_jitter.contrast, params.color_jitter.brightness)
    )
    expected = (expected * contrast + brightness) * expected_valid
    found, found_valid, found_target = augment(values, valid, target, [params])
    torch.testing.assert_close(found[0], expected)
    assert torch.equal(found_valid[0], expected_valid)
    assert torch.equal(found_target[0], expected_target)


@pytest.mark.parametrize("text", ["light", "strong", "noise(probability=1)"])
def test_a_chip_is_augmented_alike_alone_and_in_a_batch(text):
    """So that micro-batches give the same chips. The inputs are not changed."""
    batch, drawn = make_batch(), draw_many(text, 5, seed=3)
    before = [plane.clone() for plane in batch]
    together = augment(*batch, drawn)
    for number in range(5):
        alone = augment(*(plane[number : number + 1] for plane in batch), drawn[number : number + 1])
        for one, all_of_them in zip(alone, together):
            assert torch.equal(one[0], all_of_them[number])
    assert all(torch.equal(old, plane) for old, plane in zip(before, batch))


def test_global_random_states_are_not_used():
    # The global states are what is tested.
    states = torch.random.get_rng_state(), np.random.get_state()[1].copy()  # noqa: NPY002
    augment(*make_batch(), draw_many("strong", 5))
    assert torch.equal(torch.random.get_rng_state(), states[0])
    assert (np.random.get_state()[1] == states[1]).all()  # noqa: NPY002


@pytest.mark.parametrize("seed", range(5))
def test_ignored_pixels_stay_ignored_and_invalid_ones_are_the_mean(seed):
    values, valid, target = make_batch(seed)
    drawn = draw_many(
        "rotation(probability=1) + gaussian_blur(probability=1) + color_jitter + noise(probability=1)",
        5,
        seed,
    )
    values, valid, found = augment(values, valid, torch.full_like(target, 255), drawn)
    assert (found == 255).all()
    assert (values.permute(1, 0, 2, 3)[:, ~valid] == 0).all()
    assert torch.isfinite(values).all()


@pytest.mark.parametrize("bands", [1, 2, 13])
def test_any_number_of_bands_is_augmented(bands):
    augmentation = Augmentation("strong", bands, DONORS)
    drawn = [augmentation.draw(np.random.default_rng(seed)) for seed in range(8)]
    values, valid, target = (
        torch.zeros(8, bands, SIDE, SIDE),
        torch.ones(8, SIDE, SIDE, dtype=torch.bool),
        torch.zeros(8, SIDE, SIDE, dtype=torch.int64),
    )
    assert augment(values, valid, target, drawn)[0].shape == values.shape
