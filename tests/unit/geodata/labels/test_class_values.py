import pytest

from core.contract.classes import IGNORE_INDEX
from core.contract.jobs.train import TrainJob
from core.contract.messages.errors import LabelError
from core.geodata.labels.class_values import (
    integer_classes,
    report_unlisted,
    require_class_count,
    text_classes,
)


def _job(**more):
    return TrainJob(input=("a.tif",), labels="l.gpkg", model="m.safetensors", **more)


def test_integers_keep_their_values_and_get_the_users_names():
    job = _job(class_names={"5": "car"}, class_colours={"5": "#112233"})
    found = integer_classes([7, 5], job, with_background=True)
    assert found.rows == ((0, "background"), (5, "car"), (7, "7"))
    assert found.codes == {0: 0, 5: 1, 7: 2}
    assert found.colours == {5: "#112233"}


def test_integer_zero_is_the_background_class():
    found = integer_classes([0, 1], _job(class_names={"0": "ground"}), with_background=True)
    assert found.rows == ((0, "ground"), (1, "1"))


def test_integer_zero_is_an_ordinary_class_where_unlabelled_is_ignored():
    found = integer_classes([0, 1], _job(unlabelled="ignore"), with_background=False)
    assert found.rows == ((0, "0"), (1, "1"))


def test_background_comes_before_negative_values():
    found = integer_classes([-2, 4], _job(), with_background=True)
    assert [value for value, _ in found.rows] == [0, -2, 4]


def test_integer_255_is_ignored():
    found = integer_classes([1, 255], _job(), with_background=True)
    assert found.codes[255] == IGNORE_INDEX
    assert [value for value, _ in found.rows] == [0, 1]


def test_duplicate_names_get_their_value_appended():
    found = integer_classes([1, 2], _job(class_names={"1": "roof", "2": "roof"}), with_background=True)
    assert [name for _, name in found.rows] == ["background", "roof (1)", "roof (2)"]


def test_value_of_more_than_32_bits_is_refused():
    with pytest.raises(LabelError, match="5000000000"):
        integer_classes([5_000_000_000], _job(), with_background=True)


def test_texts_are_numbered_from_one_in_alphabetical_order():
    found = text_classes(["road", "car"], _job(class_colours={"road": "#00ff00"}), with_background=True)
    assert found.rows == ((0, "background"), (1, "car"), (2, "road"))
    assert found.codes == {"car": 1, "road": 2}
    assert found.colours == {2: "#00ff00"}


def test_texts_without_background_start_at_value_one_and_index_zero():
    found = text_classes(["b", "a"], _job(unlabelled="ignore"), with_background=False)
    assert found.rows == ((1, "a"), (2, "b"))
    assert found.codes == {"a": 0, "b": 1}


def test_text_background_is_the_background_class():
    found = text_classes(["car", "Background"], _job(unlabelled="ignore"), with_background=False)
    assert found.rows == ((0, "background"), (1, "car"))
    assert found.codes == {"Background": 0, "car": 1}


@pytest.mark.parametrize("text", ["ignore", "Ignore", "IGNORE"])
def test_text_ignore_is_ignored(text):
    found = text_classes(["car", text], _job(), with_background=True)
    assert found.codes[text] == IGNORE_INDEX
    assert len(found.rows) == 2


def test_300_classes_are_refused_with_their_number():
    found = integer_classes(range(1000, 1300), _job(unlabelled="ignore"), with_background=False)
    with pytest.raises(LabelError, match="300 classes") as caught:
        require_class_count(found.rows, _job(), "The field 'id'")
    assert "right field" in caught.value.hint


def test_254_classes_fit():
    found = integer_classes(range(254), _job(), with_background=True)
    require_class_count(found.rows, _job(), "The field 'id'")
    assert max(found.codes.values()) == 253


def test_single_class_is_refused_with_a_hint():
    job = _job(unlabelled="ignore")
    with pytest.raises(LabelError, match="only the class 'car'") as caught:
        require_class_count(((1, "car"),), job, "The field 'kind'")
    assert "'background'" in caught.value.hint


def test_no_class_is_refused():
    with pytest.raises(LabelError, match="has no class"):
        require_class_count((), _job(), "The field 'kind'")


def warnings_of(classes, job, reporter):
    report_unlisted(classes, job, "The field 'id'", reporter)
    return " ".join(reporter.warnings)


@pytest.mark.parametrize(
    "listed", [{"class_names": {"1": "car", "2": "road"}}, {"class_colours": {"1": "#111111"}}]
)
def test_values_outside_the_users_list_of_classes_get_a_warning(listed, reporter):
    job = _job(**listed)
    text = warnings_of(integer_classes([0, 1, 7, 255], job, with_background=True), job, reporter)
    assert "The field 'id' contains 7, not in the list of classes" in text
    assert "becomes a class of its own" in text


def test_texts_outside_the_style_get_a_warning(reporter):
    job = _job(class_colours={"car": "#111111"})
    text = warnings_of(text_classes(["car", "van", "bus"], job, with_background=True), job, reporter)
    assert "contains bus, van, not in" in text


@pytest.mark.parametrize(
    "job", [_job(), _job(class_names={"1": "car"}, class_colours={"1": "#0", "7": "#1"})]
)
def test_no_warning_without_a_list_or_if_it_is_complete(job, reporter):
    assert warnings_of(integer_classes([0, 1, 7, 255], job, with_background=True), job, reporter) == ""
