import io

import numpy as np
import pytest
from PIL import Image

from core.contract.classes import build_class_table
from core.contract.model_card import Band
from core.evaluation.figures import (
    class_picture,
    display_rgb,
    draw_confusion,
    draw_curves,
    encode_png,
    error_picture,
    example_pictures,
    split_picture,
)

CLASSES = build_class_table([(0, "background"), (1, "car"), (2, "road")], {1: "#ff0000", 2: "#0000ff"})


def band(mean, std):
    return Band("b", mean, std, 0, 255)


def open_png(content):
    picture = Image.open(io.BytesIO(content))
    assert picture.format == "PNG"
    return np.asarray(picture.convert("RGB"))


def has_colour(picture, colour):
    return bool((picture == colour).all(axis=2).any())


def row(epoch, miou, iou):
    return {"epoch": epoch, "train_loss": 1 / epoch, "lr": 1e-3, "seconds": 1.0, "miou": miou, "iou": iou}


def test_display_stretches_two_standard_deviations_around_the_mean():
    values = np.array([[[0, 60, 100, 140, 999]]] * 3, np.uint16)
    picture = display_rgb(values, [band(100, 20)] * 3)
    assert picture.shape == (1, 5, 3)
    assert picture.dtype == np.uint8
    assert picture[0, :, 0].tolist() == [0, 0, 128, 255, 255]


def test_display_uses_the_first_three_bands_in_order():
    values = np.arange(5).reshape(5, 1, 1).astype(np.float32)
    assert display_rgb(values, [band(1, 0.5)] * 5)[0, 0].tolist() == [0, 128, 255]


@pytest.mark.parametrize("count", [1, 2])
def test_display_of_fewer_than_three_bands_is_grey(count):
    picture = display_rgb(np.full((count, 2, 3), 110), [band(100, 20)] * count)
    assert picture.shape == (2, 3, 3)
    assert (picture == picture[..., :1]).all()
    assert 128 < picture[0, 0, 0] < 255


def test_display_is_writable_and_contiguous_for_any_memory_layout():
    values = np.ascontiguousarray(np.ones((4, 5, 3))).transpose(2, 0, 1)
    picture = display_rgb(values, [band(1, 1)] * 3)
    picture[0, 0] = 7
    assert (picture[0, 0] == 7).all()
    assert picture.flags.c_contiguous


def test_display_of_nan_is_black():
    assert display_rgb(np.full((3, 1, 1), np.nan), [band(100, 20)] * 3).max() == 0


def test_class_picture_has_the_classes_colours_and_white_for_ignored():
    picture = class_picture(np.array([[1, 2, 255]], np.uint8), CLASSES)
    assert picture[0].tolist() == [[255, 0, 0], [0, 0, 255], [255, 255, 255]]


def test_error_picture_is_black_for_wrong_white_for_ignored_and_grey_for_correct_pixels():
    image = np.full((1, 3, 3), 100, np.uint8)
    target, preds = np.array([[1, 1, 255]], np.uint8), np.array([[1, 2, 0]], np.uint8)
    assert error_picture(image, target, preds)[0].tolist() == [[160] * 3, [0x11] * 3, [255] * 3]


def test_curves_show_each_class_in_its_colour():
    history = [row(1, 0.3, [0.5, 0.1, 0.3]), row(2, 0.4, [0.6, float("nan"), 0.2])]
    assert has_colour(open_png(draw_curves(history, CLASSES, 2)), (0, 0, 255))


def test_curves_without_validation_have_no_scores():
    with_scores = open_png(draw_curves([row(1, 0.3, [0.5, 0.1, 0.3])], CLASSES, 1))
    without = open_png(draw_curves([row(1, None, None)], CLASSES, 1))
    assert without.shape[1] < with_scores.shape[1]


def test_confusion_of_a_perfect_result_is_dark_on_the_diagonal():
    perfect = open_png(draw_confusion(np.diag([5, 6, 7]), CLASSES))
    empty = open_png(draw_confusion(np.zeros((3, 3), np.int64), CLASSES))
    assert (perfect.mean(axis=2) < 80).sum() > (empty.mean(axis=2) < 80).sum() + 1000


def test_confusion_of_many_classes_can_be_drawn():
    classes = build_class_table([(value, f"class {value}") for value in range(60)])
    assert open_png(draw_confusion(np.eye(60, dtype=np.int64), classes)).size


def test_example_pictures_are_image_ground_truth_prediction_and_errors():
    image = np.random.default_rng(0).integers(0, 255, (2, 3, 3), np.uint8)
    target, preds = np.full((2, 3), 1, np.uint8), np.full((2, 3), 2, np.uint8)
    preds[0] = 1
    pictures = example_pictures(image, target, preds, CLASSES)
    assert list(pictures) == ["image", "ground truth", "prediction", "errors"]
    np.testing.assert_array_equal(pictures["image"], image)
    assert (pictures["ground truth"] == (255, 0, 0)).all()
    assert (pictures["prediction"][1] == (0, 0, 255)).all()
    assert (pictures["errors"][1] == 0x11).all()
    assert (pictures["errors"][0] > 0x11).all()


def test_png_keeps_every_pixel():
    picture = np.random.default_rng(0).integers(0, 256, (5, 7, 3), np.uint8)
    np.testing.assert_array_equal(open_png(encode_png(picture)), picture)


@pytest.mark.parametrize(("count", "epochs"), [(1, 1), (40, 50)])
def test_curves_of_any_number_of_classes_and_epochs_can_be_drawn(count, epochs):
    classes = build_class_table([(value, f"class {value}") for value in range(count)])
    history = [row(epoch, 0.5, [0.5] * count) for epoch in range(1, epochs + 1)]
    assert has_colour(open_png(draw_curves(history, classes, 1)), (0x1F, 0x5F, 0xA8))


def test_subsets_are_tinted_except_training_with_a_line_between():
    image = np.full((400, 700, 3), 100, np.uint8)
    subsets = np.zeros((400, 700), np.uint8)
    subsets[:, 300:] = 1
    picture = split_picture(image, subsets)
    assert (picture[:, :300] == 100).all()
    assert (picture[:, 300] == picture[0, 300]).all()
    assert (picture[:, 300] < 100).all()
    red, green, blue = picture[0, 500].astype(int)
    assert red > 150
    assert green > 140
    assert blue < 60


def test_picture_of_a_small_scene_is_enlarged():
    assert split_picture(np.zeros((50, 200, 3), np.uint8), np.zeros((50, 200), np.uint8)).shape == (
        150,
        600,
        3,
    )
