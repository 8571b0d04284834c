import json

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from torchmetrics.functional import classification

from core.evaluation.scores import Scores

matrices = st.integers(2, 5).flatmap(
    lambda classes: arrays(np.int64, (classes, classes), elements=st.integers(0, 50))
)


def pixels_of(matrix):
    """Ground truth and predictions, pixel by pixel, with this confusion matrix."""
    truth, preds = np.indices(matrix.shape)
    return np.repeat(truth.ravel(), matrix.ravel()), np.repeat(preds.ravel(), matrix.ravel())


@given(matrix=matrices)
@settings(max_examples=60, deadline=None)
def test_class_scores_equal_counts_of_pixels(matrix):
    truth, preds = pixels_of(matrix)
    scores = Scores.from_confusion(matrix)
    for index in range(len(matrix)):
        is_true, is_called = truth == index, preds == index
        both, either = (is_true & is_called).sum(), (is_true | is_called).sum()
        expected = {
            "iou": (both, either),
            "f1": (2 * both, is_true.sum() + is_called.sum()),
            "precision": (both, is_called.sum()),
            "recall": (both, is_true.sum()),
        }
        for name, (part, whole) in expected.items():
            value = getattr(scores, name)[index]
            assert np.isnan(value) if whole == 0 else value == pytest.approx(part / whole), name


def test_scores_equal_those_of_torchmetrics():
    rng = np.random.default_rng(0)
    truth, preds = rng.integers(4, size=(2, 500))
    preds[:200] = truth[:200]
    matrix = np.bincount(truth * 4 + preds, minlength=16).reshape(4, 4)
    scores = Scores.from_confusion(matrix)
    pair = {"preds": torch.from_numpy(preds), "target": torch.from_numpy(truth)}
    many = {"num_classes": 4, "average": "none"}
    references = {
        "iou": classification.multiclass_jaccard_index(**pair, **many),
        "f1": classification.multiclass_f1_score(**pair, **many),
        "precision": classification.multiclass_precision(**pair, **many),
        "recall": classification.multiclass_recall(**pair, **many),
        "accuracy": classification.multiclass_accuracy(**pair, num_classes=4, average="micro"),
        "kappa": classification.multiclass_cohen_kappa(**pair, num_classes=4),
    }
    for name, reference in references.items():
        np.testing.assert_allclose(getattr(scores, name), reference.numpy(), rtol=1e-5, err_msg=name)


def test_absent_class_is_excluded_from_the_means():
    with_gap = Scores.from_confusion(np.array([[5, 0, 2], [0, 0, 0], [1, 0, 4]]))
    without = Scores.from_confusion(np.array([[5, 2], [1, 4]]))
    assert np.isnan(with_gap.iou[1])
    assert with_gap.miou == pytest.approx(without.miou)
    assert with_gap.macro_f1 == pytest.approx(without.macro_f1)


def test_class_that_is_only_predicted_counts_as_zero():
    scores = Scores.from_confusion(np.array([[8, 2], [0, 0]]))
    assert scores.iou.tolist() == [0.8, 0.0]
    assert scores.miou == pytest.approx(0.4)
    assert np.isnan(scores.recall[1])


def test_class_that_is_never_predicted_has_no_precision():
    scores = Scores.from_confusion(np.array([[8, 0], [2, 0]]))
    assert np.isnan(scores.precision[1])
    assert scores.recall[1] == 0


def test_scores_without_pixels_are_undefined():
    scores = Scores.from_confusion(np.zeros((3, 3), np.int64))
    assert np.isnan([scores.miou, scores.macro_f1, scores.accuracy, scores.kappa]).all()
    assert np.isnan(scores.shares).all()


def test_single_class_has_no_kappa():
    scores = Scores.from_confusion(np.array([[9, 0], [0, 0]]))
    assert scores.accuracy == 1
    assert np.isnan(scores.kappa)


def test_counts_of_many_gigapixels_do_not_overflow():
    matrix = np.array([[3, 1], [1, 3]], np.int64) * 10**15
    assert Scores.from_confusion(matrix).kappa == pytest.approx(0.5)


def test_plain_data_is_json_with_none_for_undefined():
    scores = Scores.from_confusion(np.array([[8, 2], [0, 0]]))
    data = json.loads(json.dumps(scores.to_dict(["ground", "car"]), allow_nan=False))
    assert data["miou"] == pytest.approx(0.4)
    assert data["classes"]["ground"] == {
        "iou": 0.8,
        "f1": pytest.approx(16 / 18),
        "precision": 1.0,
        "recall": 0.8,
        "pixels": 10,
    }
    assert data["classes"]["car"]["recall"] is None
