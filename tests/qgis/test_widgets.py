import pytest
from processing.gui.wrappers import WidgetWrapperFactory
from qgis.PyQt.QtWidgets import QDialog, QLabel, QRadioButton
from toppixel.algorithms.widgets.choice import ChoiceWidget
from toppixel.algorithms.widgets.class_field import ClassFieldWidget
from toppixel.algorithms.widgets.loss import LossPage, LossWidget
from toppixel.algorithms.widgets.number import NumberBox
from toppixel.core.contract.catalog import LOSSES
from toppixel.core.contract.loss_text import LossTerm, format_loss, parse_loss


def loss_texts():
    """Every loss as named, and with each of its numbers away from its default."""
    for loss in LOSSES.values():
        yield loss.name
        for parameter in loss.parameters:
            if parameter.choices:
                values = parameter.choices
            else:
                high = 1000 if parameter.maximum is None else min(parameter.maximum, 1000)
                values = [int(high)] if parameter.is_integer else [high, (parameter.minimum + high) / 4]
            for value in values:
                yield format_loss([LossTerm(loss.name, {parameter.name: value})])


@pytest.mark.parametrize("text", sorted(set(loss_texts())))
def test_each_loss_comes_back_as_it_was_put_in(text):
    widget = LossWidget()

    widget.set_text(text)

    assert parse_loss(widget.text()) == parse_loss(text)
    assert widget.combo.currentData() == parse_loss(text)[0].name


@pytest.mark.parametrize(
    "text", ["0.5*ce + 0.5*focal(gamma=1)", "2*ce", "toppixl(k=3)", "focal(gamma=0.00000012)", ""]
)
def test_what_is_not_one_plain_loss_stays_as_typed(text):
    widget = LossWidget()

    widget.set_text(text)

    assert widget.text() == text
    assert widget.combo.currentData() == ""


def test_all_losses_are_offered_by_title():
    widget = LossWidget()
    combo = widget.combo

    offered = [combo.itemText(index) for index in range(combo.count())]
    assert offered[:-1] == [loss.title for loss in LOSSES.values()]


def test_only_the_numbers_of_the_chosen_loss_show_with_purpose_and_source():
    widget = LossWidget()
    widget.set_text("focal(gamma=3)")
    widget.show()

    visible = [page for page in widget.findChildren(LossPage) if page.isVisible()]

    assert [edit.parameter.name for page in visible for edit in page.edits] == ["gamma"]
    text = " ".join(label.text() for label in visible[0].findChildren(QLabel))
    assert LOSSES["focal"].purpose in text
    assert LOSSES["focal"].source in text


def test_k_or_ratio_never_both():
    widget = LossWidget()
    widget.set_text("toppixel(k=700)")
    page = next(page for page in widget.findChildren(LossPage) if len(page.findChildren(QRadioButton)) == 2)
    k, ratio = page.edits

    ratio.radio.click()

    assert not k.widget.isEnabled()
    assert ratio.widget.isEnabled()
    ratio.value = 0.25
    assert widget.text() == "toppixel(ratio=0.25)"
    k.radio.click()
    assert widget.text() == "toppixel(k=700)"


def test_typing_starts_from_the_chosen_loss():
    widget = LossWidget()
    widget.combo.setCurrentIndex(widget.combo.findData("focal"))

    widget.combo.setCurrentIndex(widget.combo.count() - 1)
    widget.combo.activated.emit(widget.combo.currentIndex())

    assert parse_loss(widget.text()) == parse_loss("focal")


def test_choice_takes_any_text_and_offers_files_where_asked():
    widget = ChoiceWidget(["pretrained", "random"], "(*.pth)")

    widget.set_text("/data/my weights.pth")

    assert widget.text() == "/data/my weights.pth"
    assert widget.combo.count() == 2


@pytest.mark.parametrize("name", ["LOSS", "CLASS_WEIGHTS", "ENCODER", "ENCODER_WEIGHTS", "DEVICE"])
def test_processing_makes_the_widget_with_the_default(algorithm, context, name):
    definition = algorithm("trainmodel").parameterDefinition(name)

    wrapper = WidgetWrapperFactory.create_wrapper(definition, QDialog())

    assert wrapper.parameterValue() == definition.defaultValue()
    wrapper.setParameterValue("ce", context)
    assert wrapper.parameterValue() == "ce"


@pytest.mark.parametrize("value", [1e-8, 0.00025, 0.001, 10.0])
def test_learning_rate_keeps_small_numbers_and_reads_well(algorithm, context, value):
    definition = algorithm("trainmodel").parameterDefinition("LEARNING_RATE")
    dialog = QDialog()
    wrapper = WidgetWrapperFactory.create_wrapper(definition, dialog)
    assert wrapper.parameterValue() == 0.001

    wrapper.setParameterValue(value, context)

    assert wrapper.parameterValue() == value
    assert float(wrapper.widget.text()) == value
    assert wrapper.widget.text() == "10" or not wrapper.widget.text().endswith("0")


def test_scrolling_past_a_number_does_not_turn_it():
    from qgis.PyQt.QtCore import QPoint, QPointF, Qt
    from qgis.PyQt.QtGui import QWheelEvent

    box = NumberBox(0, 10, 2)
    box.setValue(5)
    event = QWheelEvent(
        QPointF(1, 1),
        QPointF(1, 1),
        QPoint(0, 120),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )

    box.wheelEvent(event)

    assert box.value() == 5
    assert not event.isAccepted()


class BatchAlgorithmDialog(QDialog):
    """Processing tells kinds of dialogs apart by this name."""


def test_in_a_table_the_loss_is_a_plain_line(algorithm, context):
    definition = algorithm("trainmodel").parameterDefinition("LOSS")

    wrapper = WidgetWrapperFactory.create_wrapper(definition, BatchAlgorithmDialog())

    wrapper.setParameterValue("0.5*ce + focal", context)
    assert wrapper.parameterValue() == "0.5*ce + focal"
    assert not isinstance(wrapper.widget, LossWidget)


def test_a_chosen_field_shows_its_own_icon(labels):
    widget = ClassFieldWidget()
    widget.show_fields_of(labels)

    widget.set_text("note")
    assert widget.currentIndex() == 2

    widget.set_text("typed")
    assert (widget.currentIndex(), widget.currentText()) == (-1, "typed")
