import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.audit.advice import advise, suggested_k
from core.contract.catalog.losses import DEFAULT_LOSS
from core.contract.texts.loss import parse_loss

FULL = 1024


def chips(rare, count=64, holding=16):
    """Chips of 32 x 32 pixels, some of which hold so many pixels of a rare class."""
    counts = np.tile([FULL, 0], (count, 1))
    counts[:holding] = [FULL - rare, rare]
    return counts


def test_rare_class_is_told_with_its_share_and_chips(make_audit):
    advice = advise(make_audit(chips(123, holding=16), ["field", "vehicle"]))
    assert advice.sentences[0].startswith("vehicle: 3 % of the labelled pixels, in 16 of 64 chips")
    assert f"toppixel(k={advice.k})" in advice.sentences[-1]
    assert "lmp" in advice.sentences[-1]
    assert "median-frequency" in advice.sentences[-1]


def test_k_is_twice_what_a_batch_holds_of_the_rarest_class(make_audit):
    audit = make_audit(chips(123, holding=16), batch_size=8)
    assert audit.rarest_batch_pixels == 246
    assert suggested_k(audit) == 490


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(rare=st.integers(1, 500), holding=st.integers(1, 64), batch_size=st.integers(1, 300))
def test_k_can_be_used_and_holds_the_rarest_class(make_audit, rare, holding, batch_size):
    audit = make_audit(chips(rare, holding=holding), batch_size=batch_size)
    k = suggested_k(audit)
    assert 1 <= k <= 0.55 * audit.batch_pixels
    assert k >= audit.rarest_batch_pixels * 0.9
    assert [term.name for term in parse_loss(f"ce + toppixel(k={k})")] == ["ce", "toppixel"]


def test_balanced_classes_need_nothing_special(make_audit):
    advice = advise(make_audit(chips(400, holding=64)))
    assert (advice.loss, advice.k) == (DEFAULT_LOSS, None)
    assert "Nothing here is rare" in advice.sentences[0]


def test_weights_that_are_chosen_but_not_advised_are_pointed_out(make_audit):
    words = "The weights of the chosen method are not needed here"
    assert words in advise(make_audit(chips(400, holding=64))).sentences[-1]
    assert words not in advise(make_audit(chips(400, holding=64), weights="none")).sentences[-1]
    assert words not in advise(make_audit(chips(123))).sentences[-1]


def test_suggested_loss_looks_beyond_the_worst_pixels(make_audit):
    advice = advise(make_audit(chips(30)))
    assert {term.name for term in parse_loss(advice.loss)} == {"ce", "toppixel"}


def test_small_k_is_warned_of_where_outlines_are_rough(make_audit):
    assert any("faults of the labels" in text for text in advise(make_audit(chips(30))).cautions)
    assert not any("faults" in text for text in advise(make_audit(chips(400, holding=24))).cautions)


@pytest.mark.parametrize(("holding", "words"), [(1, "lies in 1 chip only"), (9, "lies in 9 chips only")])
def test_class_in_few_chips_is_pointed_out(make_audit, holding, words):
    assert any(words in text for text in advise(make_audit(chips(30, holding=holding))).cautions)


def test_class_in_every_chip_of_a_small_area_is_not_pointed_out(make_audit):
    cautions = advise(make_audit(chips(30, count=4, holding=4))).cautions
    assert not any("chips only" in text for text in cautions)


def test_class_that_most_batches_lack_is_pointed_out(make_audit):
    cautions = advise(make_audit(chips(30, count=400, holding=12), batch_size=8)).cautions
    assert any("class 1 is in about 21.6 % of the batches" in text for text in cautions)


def test_how_often_batches_lack_a_class_is_only_said_of_uniform_sampling(make_audit):
    audit = make_audit(chips(30, count=400, holding=12), batch_size=8)
    assert not any("of the batches" in text for text in advise(audit, is_uniform=False).cautions)


def test_steep_weights_are_pointed_out(make_audit):
    steep = advise(make_audit(chips(2), weights="inverse")).cautions
    assert any("differ by a factor of 2,0" in text and "cap=50" in text for text in steep)
    bounded = advise(make_audit(chips(2), weights="inverse(cap=50)")).cautions
    assert not any("cap=" in text for text in bounded)
