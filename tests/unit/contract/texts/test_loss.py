import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.contract.catalog.losses import LOSSES
from core.contract.messages.errors import LossTextError
from core.contract.texts.loss import LossTerm, format_loss, parse_loss

CE = {"label_smoothing": 0.0}
FOCAL = {"gamma": 2.0, "normalise": "weights", "clamp": False}
REGION = {"smooth": 0.0, "scope": "batch", "classes": "present"}


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("ce", [LossTerm("ce", CE)]),
        (" focal ( gamma = 2.5 ) ", [LossTerm("focal", {**FOCAL, "gamma": 2.5})]),
        ("focal(clamp=true)", [LossTerm("focal", {**FOCAL, "clamp": True})]),
        ("focal(clamp=True)", [LossTerm("focal", {**FOCAL, "clamp": True})]),
        ("focal(clamp=FALSE)", [LossTerm("focal", FOCAL)]),
        ("toppixel", [LossTerm("toppixel", {"k": 50000, "scope": "batch", "warmup": 0.0})]),
        ("toppixel(k=5e3)", [LossTerm("toppixel", {"k": 5000, "scope": "batch", "warmup": 0.0})]),
        ("toppixel(ratio=0.1)", [LossTerm("toppixel", {"ratio": 0.1, "scope": "batch", "warmup": 0.0})]),
        ("lmp(p=inf)", [LossTerm("lmp", {"p": math.inf, "ratio": 0.25, "scope": "image", "warmup": 0.0})]),
        ("lmp(m=9)", [LossTerm("lmp", {"p": 1.7, "m": 9.0, "scope": "image", "warmup": 0.0})]),
        ("dice(classes=all)", [LossTerm("dice", {**REGION, "classes": "all"})]),
        ("lovasz_hinge", [LossTerm("lovasz_hinge", {"scope": "image"})]),
        (
            "ce + 1.0*lovasz",
            [LossTerm("ce", CE), LossTerm("lovasz", {"scope": "batch", "classes": "present"})],
        ),
        (
            "0.5*ce + 1e-3 * focal(gamma=1e+1)",
            [LossTerm("ce", CE, 0.5), LossTerm("focal", {**FOCAL, "gamma": 10.0}, 0.001)],
        ),
        (
            "ce(label_smoothing=1e-1)+focal",
            [LossTerm("ce", {"label_smoothing": 0.1}), LossTerm("focal", FOCAL)],
        ),
    ],
)
def test_text_is_parsed(text, terms):
    assert list(parse_loss(text)) == terms


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "The loss is empty. Known: ce, focal"),
        ("focl", "There is no loss 'focl'. Did you mean 'focal'?"),
        ("crossentropy", "Known: ce, focal"),
        ("toppixel(k=0)", "toppixel: 'k' must be an integer from 1 to 1,000,000,000, not '0'."),
        ("toppixel(k=5, ratio=0.1)", "'toppixel' takes 'ratio' or 'k', not both."),
        ("toppixel(ratio=1.1)", "a number above 0 to 1"),
        ("lmp(p=0.9)", "a number from 1 to inf"),
        ("focal(gamma=inf)", "focal: 'gamma' must be a number from 0 to 20, not 'inf'."),
        ("focal(alpha=1)", "'focal' has no 'alpha'. Known: gamma, normalise, clamp."),
        ("tversky(beta=0)", "above 0"),
        ("0*ce", "The factor in '0*ce' must be a number above 0."),
        ("-1*ce", "above 0"),
        ("inf*ce", "above 0"),
        ("x*ce", "above 0"),
        ("ce +", "A loss is missing next to a '+' in 'ce +'."),
        ("+", "A loss is missing"),
        ("ce focal", "There is no loss 'ce focal'."),
        ("CE", "There is no loss 'CE'. Did you mean 'ce'?"),
        ("cross_entropy", "Did you mean 'ce'?"),
        ("lovasz-softmax", "There is no loss 'lovasz-softmax'. Did you mean 'lovasz'?"),
        ("cross entropy(label_smoothing=0.1)", "There is no loss 'cross entropy'. Did you mean 'ce'?"),
        ("toppixel(k=50,000)", "toppixel: write '50000', not '50,000': a comma separates parameters."),
        ("lmp(m=1,000,000, scope=image)", "write '1000000', not '1,000,000'"),
        ("0.5*", "A loss is missing after the factor in '0.5*'."),
        ("ce + 0.5 * ", "A loss is missing after the factor in '0.5 *'."),
        ("ce*0.5", "A factor goes before its loss: write '0.5*ce'."),
        ("dice + focal(gamma=1) * 2", "write '2*focal(gamma=1)'"),
        ("0.5*0.5", "'0.5' is not a valid loss"),
        ("focal(gamma=2", "is not a valid loss"),
        ("focal)", "is not a valid loss"),
    ],
)
def test_wrong_text_is_refused_with_what_is_allowed(text, words):
    with pytest.raises(LossTextError) as caught:
        parse_loss(text)
    assert words in str(caught.value)


terms = st.builds(
    lambda name, factor: LossTerm(name, parse_loss(name)[0].parameters, factor),
    st.sampled_from(sorted(LOSSES)),
    st.floats(1e-300, 1e300),
)


@given(st.lists(terms, min_size=1, max_size=4))
def test_text_of_a_sum_is_parsed_to_the_sum(given_terms):
    assert list(parse_loss(format_loss(given_terms))) == given_terms


@pytest.mark.parametrize(
    ("text", "shortest"),
    [
        ("1*ce(label_smoothing=0)", "ce"),
        ("toppixel", "toppixel(k=50000)"),
        ("2.0*focal(gamma=2, clamp=false)", "2*focal"),
        ("ce+0.50*dice(scope=image)", "ce + 0.5*dice(scope=image)"),
    ],
)
def test_text_is_as_short_as_possible(text, shortest):
    assert format_loss(parse_loss(text)) == shortest
