"""The widgets of the dialogs are made, filled, used and painted with Qt 6."""

import pytest
from PyQt6.QtCore import QCoreApplication, QPoint, QPointF, Qt
from PyQt6.QtGui import QWheelEvent
from PyQt6.QtTest import QTest
from toppixel.algorithms.widgets.augmentation import AugmentationWidget
from toppixel.algorithms.widgets.choice import ChoiceWidget
from toppixel.algorithms.widgets.class_field import ClassFieldWidget
from toppixel.algorithms.widgets.loss import LossWidget
from toppixel.algorithms.widgets.losses import LossesWidget
from toppixel.algorithms.widgets.model_file import ModelFileWidget
from toppixel.algorithms.widgets.number import NumberBox
from toppixel.algorithms.widgets.weights import WeightsWidget
from toppixel.core.contract.catalog.augmentations import AUGMENTATION_PRESETS, AUGMENTATIONS
from toppixel.core.contract.catalog.losses import LOSSES
from toppixel.core.contract.catalog.weightings import CLASS_WEIGHTINGS
from toppixel.core.contract.texts.loss import parse_loss


def is_painted(widget):
    widget.resize(480, 360)
    image = widget.grab().toImage()
    return len({image.pixel(x, y) for x in range(0, 480, 3) for y in range(0, 360, 3)}) > 1


@pytest.mark.parametrize("text", [*LOSSES, "0.5*ce + dice", "toppixel(k=700)"])
def test_each_loss_is_shown(text):
    widget = LossWidget()
    widget.set_sizes(64, 4)
    widget.set_text(text)
    assert parse_loss(widget.text()) == parse_loss(text)
    assert is_painted(widget)


@pytest.mark.parametrize("text", [*CLASS_WEIGHTINGS, "1,2,3"])
def test_each_weighting_is_shown(text):
    widget = WeightsWidget()
    widget.set_text(text)
    assert widget.text().replace(" ", "") == text.replace(" ", "")
    assert is_painted(widget)


@pytest.mark.parametrize("text", [*AUGMENTATION_PRESETS, *AUGMENTATIONS])
def test_each_augmentation_is_shown(text):
    widget = AugmentationWidget()
    widget.set_text(text)
    assert widget.text() == text
    assert is_painted(widget)


def test_losses_are_listed_and_one_is_added():
    widget = LossesWidget()
    widget.set_text("ce; focl")
    assert "There is no loss 'focl'" in widget.problem.text()
    dialog, loss = widget.chooser()
    loss.set_text("focal")
    widget.set_text("ce")
    widget.add(loss.text())
    assert widget.text() == "ce\nfocal"
    assert is_painted(dialog)


def test_text_is_chosen_or_typed():
    widget = ChoiceWidget(("one", "two"), "Models (*.safetensors)")
    widget.set_text("two")
    assert widget.combo.currentIndex() == 1
    widget.set_text("three")
    assert widget.text() == "three"
    assert is_painted(widget)


@pytest.mark.parametrize(("value", "text"), [(0.0001, "0.0001"), (1000.0, "1000"), (0.25, "0.25")])
def test_numbers_are_written_without_trailing_zeros(value, text):
    box = NumberBox(0.0, 1e6, 6)
    box.setValue(value)
    assert box.text() == text


def test_scrolling_leaves_numbers_alone():
    box = NumberBox(0.0, 10.0, 0)
    none = Qt.KeyboardModifier.NoModifier
    wheel = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(0, 0), QPoint(0, 120), Qt.MouseButton.NoButton, none,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QCoreApplication.sendEvent(box, wheel)
    assert box.value() == 0.0
    QTest.keyClick(box, Qt.Key.Key_Up)
    assert box.value() == 1.0


def test_class_field_takes_a_typed_name():
    widget = ClassFieldWidget()
    widget.set_text("kind")
    widget.show_fields_of(None)
    assert widget.currentText() == "kind"


def test_a_file_that_is_no_model_is_explained(tmp_path):
    path = tmp_path / "no.safetensors"
    path.write_bytes(b"nothing")
    widget = ModelFileWidget()
    widget.file.setFilePath(str(path))
    assert "no.safetensors" in widget.description.text()
