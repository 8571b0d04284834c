import pytest

from core.contract.jobs.train import TrainJob
from core.evaluation.page import as_duration, setting_rows


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0.04, "0.0 s"),
        (9.94, "9.9 s"),
        (10, "10 s"),
        (119.4, "119 s"),
        (120, "2 min"),
        (7100, "118 min"),
        (7260, "2 h 1 min"),
    ],
)
def test_duration_has_a_suitable_unit(seconds, text):
    assert as_duration(seconds) == text


def test_empty_settings_are_omitted():
    rows = setting_rows(TrainJob, {"area": "", "class_names": {}, "seed": 0, "input": ["a.tif", "b.tif"]})
    assert rows == [("Seed", "0"), ("Input rasters", "a.tif, b.tif")]
