import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from core.geodata.vectorize.components import (
    followed_back,
    grouped,
    num_groups,
    offsets,
    positions_within,
)


def test_connected_pairs_form_groups():
    group = grouped(6, np.array([0, 4, 2]), np.array([3, 2, 5]))
    assert num_groups(group) == 3
    assert group[0] == group[3]
    assert group[2] == group[4] == group[5]
    assert len({group[0], group[1], group[2]}) == 3


def test_no_items_form_no_group():
    assert num_groups(grouped(0, np.empty(0, int), np.empty(0, int))) == 0


@given(st.lists(st.integers(1, 40), min_size=1, max_size=6), st.randoms(use_true_random=False))
def test_chains_are_followed_back_to_their_first_item(lengths, random):
    numbers = list(range(sum(lengths)))
    random.shuffle(numbers)
    before, is_start = np.zeros(len(numbers), int), np.zeros(len(numbers), bool)
    expected = {}
    for length in lengths:
        chain = [numbers.pop() for _ in range(length)]
        is_start[chain[0]] = True
        for position, number in enumerate(chain):
            before[number] = chain[max(0, position - 1)]
            expected[number] = (chain[0], position)
    start, position = followed_back(before, is_start)
    assert {n: (start[n], position[n]) for n in expected} == expected


def test_offsets_and_positions_in_concatenated_arrays():
    assert offsets(np.array([2, 0, 3])).tolist() == [0, 2, 2, 5]
    assert positions_within(np.array([2, 0, 3])).tolist() == [0, 1, 0, 1, 2]
