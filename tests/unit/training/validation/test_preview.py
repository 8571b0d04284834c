"""The preview shows what validation has predicted, without predictions of its own."""

import base64
import io

import numpy as np
import pytest
from matplotlib.image import imread

from core.contract.classes import build_class_table
from core.contract.model_card import Band
from core.evaluation.figures import class_picture
from core.training.validation import preview as preview_module
from core.training.validation.preview import Preview
from core.training.validation.scored_area import confusion, predicted, preview_window

CLASSES = build_class_table([(0, "ground"), (1, "car"), (2, "road")])
BANDS = (Band("Band 1", 1.0, 1.0, 0.0, 2.0),)


def never():
    """Nobody cancels."""


def random_map(seed, height=150, width=130):
    return np.random.default_rng(seed).choice(3, (height, width), p=[0.6, 0.05, 0.35]).astype(np.uint8)


def shown(event):
    """The picture of an event, uint8 (H, W, 3)."""
    picture = imread(io.BytesIO(base64.b64decode(event.png)), format="png")
    return (picture[..., :3] * 255).round().astype(np.uint8)


@pytest.fixture(autouse=True)
def _small_preview(monkeypatch):
    monkeypatch.setattr(preview_module, "PREVIEW_PIXELS", 48)


@pytest.fixture
def area(make_area):
    windows = [(10, 5, 70, 60), (0, 100, 130, 50)]
    return make_area((random_map(0), random_map(1), []), (random_map(2), random_map(3), windows))


def test_each_prediction_equals_the_map(area, make_predictor, reporter):
    predictor = make_predictor()
    preview = Preview(area, BANDS, CLASSES, reporter)
    for epoch in (1, 2):
        confusion(area, predictor, never, preview.update)
        preview.report(epoch)
    kinds = [(event.kind, event.step) for event in reporter.events]
    assert kinds == [("image", 1), ("truth", 1), ("prediction", 1), ("prediction", 2)]
    number, window = preview_window(area, 48, 3)
    truth = area.targets[number].read(window)[0]
    preds = predicted(area, number, window, predictor, never)
    np.testing.assert_array_equal(shown(reporter.events[1]), class_picture(truth, CLASSES))
    for event in reporter.events[2:]:
        np.testing.assert_array_equal(shown(event), class_picture(preds, CLASSES))


def test_the_preview_changes_no_score_and_predicts_nothing(area, make_predictor, reporter, monkeypatch):
    predictor = make_predictor()
    tiles = []
    predict = predictor.predict
    monkeypatch.setattr(predictor, "predict", lambda v, u: tiles.append(len(v)) or predict(v, u))
    alone = confusion(area, predictor, never)
    expected = sum(tiles)
    preview = Preview(area, BANDS, CLASSES, reporter)
    np.testing.assert_array_equal(confusion(area, predictor, never, preview.update), alone)
    preview.report(1)
    assert sum(tiles) == 2 * expected


def test_without_validation_there_is_no_preview(make_area, make_predictor, reporter):
    area = make_area((random_map(0), random_map(1), []))
    preview = Preview(area, BANDS, CLASSES, reporter)
    confusion(area, make_predictor(), never, preview.update)
    preview.report(1)
    assert reporter.events == []
