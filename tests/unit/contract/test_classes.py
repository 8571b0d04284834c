import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.contract.classes import (
    BACKGROUND,
    BACKGROUND_COLOUR,
    IGNORE_INDEX,
    MAXIMUM_CLASSES,
    ClassTable,
    build_class_table,
)


def test_indices_follow_the_order_given():
    table = build_class_table([(7, "car"), (3, "road")])
    assert [(c.index, c.value, c.name) for c in table] == [(0, 7, "car"), (1, 3, "road")]
    assert table.names == ["car", "road"]
    assert table[1].value == 3
    assert len(table) == 2


def test_colours_of_the_user_take_precedence_and_background_is_grey():
    table = build_class_table([(0, BACKGROUND), (1, "car"), (2, "road")], {1: "#010203"})
    assert [c.colour for c in table][:2] == [BACKGROUND_COLOUR, "#010203"]
    assert re.fullmatch("#[0-9a-f]{6}", table[2].colour)


@given(
    st.lists(
        st.tuples(st.integers(-(2**31) + 1, 2**31 - 1), st.text()), unique_by=lambda c: c[0], max_size=40
    )
)
def test_table_survives_plain_data(classes):
    table = build_class_table(classes)
    assert ClassTable.from_list(table.to_list()) == table


@pytest.mark.parametrize(
    ("values", "nodata"),
    [
        ([], 255),
        ([0, 254], 255),
        ([0, 255], 65535),
        ([70], 255),
        ([65535], -(2**31)),
        ([-1, 3], -(2**31)),
    ],
)
def test_nodata_is_no_class(values, nodata):
    table = build_class_table([(value, str(value)) for value in values])
    assert table.nodata == nodata
    assert nodata not in values


def test_every_class_index_is_below_the_ignored_one():
    assert MAXIMUM_CLASSES - 1 < IGNORE_INDEX


@pytest.mark.parametrize(
    "rows",
    [
        [{"index": 1, "value": 1, "name": "a", "colour": "#000000"}],
        [{"index": 0, "value": 1, "name": "a"}],
        [{"index": 0, "value": "x", "name": "a", "colour": "#000000"}],
        [3],
    ],
)
def test_damaged_rows_are_refused(rows):
    with pytest.raises(ValueError, match=r"."):
        ClassTable.from_list(rows)
