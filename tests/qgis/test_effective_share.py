import pytest
from toppixel.algorithms.widgets.effective_share import effective_share
from toppixel.core.contract.texts.loss import parse_loss
from toppixel.core.contract.texts.method import Call


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("toppixel(k=50000)", "k = 50,000 is 9.5 % of the 524,288 pixels of a batch."),
        ("toppixel(k=50000, scope=image)", "k = 50,000 is 76 % of the 65,536 pixels of a chip."),
        ("toppixel(k=100)", "k = 100 is 0.02 % of the 524,288 pixels of a batch."),
        ("toppixel(k=524288)", "k = 524,288: all of the 524,288 pixels of a batch count."),
        ("toppixel(ratio=0.1)", "ratio = 10 % is 52,429 of the 524,288 pixels of a batch."),
        ("lmp", "ratio = 25 % is 16,384 of the 65,536 pixels of a chip."),
        ("lmp(m=1000, scope=batch)", "m = 1,000 is 0.19 % of the 524,288 pixels of a batch."),
        ("ohem", "min_kept = 100,000 is 19 % of the 524,288 pixels of a batch."),
        ("ce", ""),
        ("lovasz", ""),
    ],
)
def test_share_of_eight_chips_of_256(text, sentence):
    term = parse_loss(text)[0]

    assert effective_share(Call(term.name, term.parameters), 256, 8) == sentence


def test_ratio_that_is_a_whole_number_of_pixels_is_not_rounded_up():
    assert " is 7 of " in effective_share(Call("toppixel", {"ratio": 0.07, "scope": "image"}), 10, 1)
