import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.audit.advice import advise, suggested_k
from core.contract.catalog.losses import DEFAULT_LOSS
from core.contract.texts.loss import parse_loss

FULL = 1024


def chips(rare, count=64, holding=16):
    """Counts of chips of 32 x 32 pixels, ``holding`` of them with ``rare`` pixels of a rare class."""
    counts = np.tile([FULL, 0], (count, 1))
    counts[:holding] = [FULL - rare, rare]
    return counts


def test_rare_class_is_described_by_its_share_and_chips(make_audit):
    advice = advise(make_audit(chips(123, holding=16), ["field", "vehicle"]))
    assert advice.sentences[0].startswith("vehicle: 3 % of the labelled pixels, in 16 of 64 chips")
    assert f"toppixel(k={advice.k})" in advice.sentences[-1]
    assert "lmp" in advice.sentences[-1]
    assert "median-frequency" in advice.sentences[-1]


def test_k_is_twice_the_expected_pixels_of_the_rarest_class_in_a_batch(make_audit):
    audit = make_audit(chips(123, holding=16), batch_size=8)
    assert audit.rarest_batch_pixels == 246
    assert suggested_k(audit) == 490


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(rare=st.integers(1, 500), holding=st.integers(1, 64), batch_size=st.integers(1, 300))
def test_k_is_valid_and_covers_the_rarest_class(make_audit, rare, holding, batch_size):
    audit = make_audit(chips(rare, holding=holding), batch_size=batch_size)
    k = suggested_k(audit)
    assert 1 <= k <= 0.55 * audit.batch_pixels
    assert k >= audit.rarest_batch_pixels * 0.9
    assert [term.name for term in parse_loss(f"ce + toppixel(k={k})")] == ["ce", "toppixel"]


def test_balanced_classes_get_the_default_loss(make_audit):
    advice = advise(make_audit(chips(400, holding=64)))
    assert (advice.loss, advice.k) == (DEFAULT_LOSS, None)
    assert "No class is rare" in advice.sentences[0]


def test_unneeded_class_weights_are_mentioned(make_audit):
    words = "The weights of the chosen method are not needed here"
    assert words in advise(make_audit(chips(400, holding=64))).sentences[-1]
    assert words not in advise(make_audit(chips(400, holding=64), weights="none")).sentences[-1]
    assert words not in advise(make_audit(chips(123))).sentences[-1]


def test_suggested_loss_includes_all_pixels(make_audit):
    advice = advise(make_audit(chips(30)))
    assert {term.name for term in parse_loss(advice.loss)} == {"ce", "toppixel"}


def test_small_k_gets_a_caution_about_label_errors(make_audit):
    assert any("label errors" in text for text in advise(make_audit(chips(30))).cautions)
    assert not any("label errors" in text for text in advise(make_audit(chips(400, holding=24))).cautions)


@pytest.mark.parametrize(("holding", "words"), [(1, "is in 1 chip only"), (9, "is in 9 chips only")])
def test_class_in_few_chips_gets_a_caution(make_audit, holding, words):
    assert any(words in text for text in advise(make_audit(chips(30, holding=holding))).cautions)


def test_class_in_every_chip_of_a_small_area_gets_no_caution(make_audit):
    cautions = advise(make_audit(chips(30, count=4, holding=4))).cautions
    assert not any("chips only" in text for text in cautions)


def test_class_missing_in_most_batches_gets_a_caution(make_audit):
    cautions = advise(make_audit(chips(30, count=400, holding=12), batch_size=8)).cautions
    assert any("class 1 is in only about 21.6 % of the batches" in text for text in cautions)


def test_caution_about_missing_classes_is_for_uniform_sampling_only(make_audit):
    audit = make_audit(chips(30, count=400, holding=12), batch_size=8)
    assert not any("of the batches" in text for text in advise(audit, is_uniform=False).cautions)


def test_extreme_weights_get_a_caution(make_audit):
    steep = advise(make_audit(chips(2), weights="inverse")).cautions
    assert any("differ by a factor of 2,0" in text and "cap=50" in text for text in steep)
    bounded = advise(make_audit(chips(2), weights="inverse(cap=50)")).cautions
    assert not any("cap=" in text for text in bounded)
