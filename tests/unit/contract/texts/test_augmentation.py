import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.contract.catalog.augmentations import AUGMENTATION_PRESETS, AUGMENTATIONS
from core.contract.messages.errors import AugmentationTextError
from core.contract.texts.augmentation import format_augmentation, parse_augmentation, sum_of_terms
from core.contract.texts.method import Call

COLOR_JITTER = {"brightness": 0.8, "contrast": 0.4, "gamma": 0.0, "per_band": 0.5}
SCALE = {"factor": 1.25, "probability": 0.5}


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("none", []),
        ("d4", [Call("d4")]),
        (" light ", [Call("d4"), Call("color_jitter", COLOR_JITTER)]),
        ("color_jitter+d4", [Call("d4"), Call("color_jitter", COLOR_JITTER)]),
        ("gaussian_blur(sigma=0.5)", [Call("gaussian_blur", {"sigma": 0.5, "probability": 0.25})]),
        ("scale + light", [Call("d4"), Call("scale", SCALE), Call("color_jitter", COLOR_JITTER)]),
        ("none + scale(probability=1)", [Call("scale", {**SCALE, "probability": 1.0})]),
    ],
)
def test_augmentations_are_parsed_in_the_order_of_application(text, terms):
    assert list(parse_augmentation(text)) == terms


def test_the_strong_preset_has_every_augmentation():
    assert [term.name for term in parse_augmentation("strong")] == list(AUGMENTATIONS)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "The augmentation is empty. Known: none, light, strong, copy_paste, d4,"),
        ("d4 +", "An augmentation is missing next to a '+' in 'd4 +'."),
        ("lite", "There is no augmentation 'lite'. Did you mean 'light'?"),
        ("d4 + color", "There is no augmentation 'color'. Did you mean 'color_jitter'?"),
        ("d4(", "'d4(' is not a valid augmentation."),
        ("2*d4", "'2*d4' is not a valid augmentation."),
        ("light(probability=1)", "'light' has no 'probability'."),
        ("gaussian_blur(radius=1)", "'gaussian_blur' has no 'radius'."),
        (
            "gaussian_blur + gaussian_blur",
            "'gaussian_blur' appears twice in 'gaussian_blur + gaussian_blur'.",
        ),
        ("light + d4", "'d4' appears twice in 'light + d4'. 'light' is 'd4 + color_jitter'."),
        ("scale(factor=1)", "scale: 'factor' must be a number above 1 to 2, not '1'."),
        ("rotation(degrees=181)", "rotation: 'degrees' must be a number above 0 to 180, not '181'."),
        ("color_jitter(contrast=1)", "color_jitter: 'contrast' must be a number from 0 to 0.9, not '1'."),
        ("copy_paste(probability=2)", "copy_paste: 'probability' must be a number from 0 to 1, not '2'."),
    ],
)
def test_wrong_text_is_refused_with_what_is_allowed(text, words):
    with pytest.raises(AugmentationTextError) as caught:
        parse_augmentation(text)
    assert words in str(caught.value)


@pytest.mark.parametrize("name", AUGMENTATION_PRESETS)
def test_a_sum_that_equals_a_preset_is_formatted_as_the_preset(name):
    terms = parse_augmentation(name)
    assert format_augmentation(reversed(terms)) == name
    assert parse_augmentation(sum_of_terms(terms) or "none") == terms


def test_a_preset_and_an_augmentation_are_formatted_as_their_sum():
    terms = parse_augmentation("light + copy_paste(probability=0.3)")
    assert format_augmentation(terms) == "copy_paste(probability=0.3) + d4 + color_jitter"


@st.composite
def some_terms(draw):
    """Any choice of augmentations with any of their parameters."""
    names = draw(st.sets(st.sampled_from(list(AUGMENTATIONS))))
    return tuple(
        Call(
            name,
            {
                p.name: draw(st.floats(p.minimum, p.maximum, exclude_min=p.minimum_excluded))
                for p in AUGMENTATIONS[name].parameters
            },
        )
        for name in AUGMENTATIONS
        if name in names
    )


@given(some_terms())
def test_formatted_text_is_parsed_to_the_same(terms):
    assert parse_augmentation(format_augmentation(terms)) == terms
