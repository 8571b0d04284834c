import math

import pytest
from processing.gui.wrappers import WidgetWrapperFactory
from qgis.PyQt.QtCore import QLocale
from qgis.PyQt.QtWidgets import QDialog, QLabel, QLineEdit
from toppixel.algorithms.widgets.choice import ChoiceWidget
from toppixel.algorithms.widgets.class_field import ClassFieldWidget
from toppixel.algorithms.widgets.loss import LossWidget
from toppixel.algorithms.widgets.method import MethodPage
from toppixel.algorithms.widgets.number import NumberBox
from toppixel.algorithms.widgets.parameter import range_symbols
from toppixel.algorithms.widgets.weights import WeightsWidget
from toppixel.core.contract.catalog.entries import Parameter
from toppixel.core.contract.catalog.losses import LOSSES
from toppixel.core.contract.catalog.weightings import CLASS_WEIGHTINGS
from toppixel.core.contract.texts.loss import LossTerm, format_loss, parse_loss
from toppixel.core.contract.texts.method import Call
from toppixel.core.contract.texts.weights import format_weighting


def texts_of(methods, write):
    """Every method as named, and with each of its numbers away from its default."""
    for method in methods.values():
        yield method.name
        for parameter in method.parameters:
            for value in values_of(parameter):
                yield write(Call(method.name, {parameter.name: value}))


def values_of(parameter):
    """Some values that a parameter takes, the ends of its range among them."""
    if isinstance(parameter.default, bool):
        return [True, False]
    if parameter.choices:
        return parameter.choices
    high = 1000 if parameter.maximum is None else parameter.maximum
    if parameter.is_integer:
        return [int(parameter.minimum), int(high)]
    low = 0.25 if parameter.minimum_excluded else parameter.minimum
    return [low, parameter.minimum + 0.75, high]


LOSS_TEXTS = sorted(set(texts_of(LOSSES, lambda call: format_loss([LossTerm(call.name, call.parameters)]))))
WEIGHTINGS = sorted(set(texts_of(CLASS_WEIGHTINGS, format_weighting)))


@pytest.mark.parametrize("text", LOSS_TEXTS)
def test_each_loss_is_kept(text):
    widget = LossWidget()

    widget.set_text(text)

    assert parse_loss(widget.text()) == parse_loss(text)
    assert widget.chooser.combo.currentData() == parse_loss(text)[0].name


def test_infinity_is_among_them():
    assert "lmp(p=inf)" in LOSS_TEXTS


@pytest.mark.parametrize(
    "text",
    ["ce + lovasz", "0.5*toppixel(ratio=0.1, scope=image) + 2*focal(clamp=true)", "0.000001*ce + lmp(p=inf)"],
)
def test_sum_of_two_is_kept(text):
    widget = LossWidget()

    widget.set_text(text)

    assert parse_loss(widget.text()) == parse_loss(text)
    assert widget.chooser.page is widget.sum


@pytest.mark.parametrize(
    "text",
    [
        "ce + dice + focal",
        "2*ce",
        "toppixl(k=3)",
        "focal(gamma=0.00000012)",
        "1e-9*ce + dice",
        "ce + focl",
        "",
    ],
)
def test_what_the_pages_cannot_show_stays_as_typed(text):
    widget = LossWidget()

    widget.set_text(text)

    assert widget.text() == text
    assert widget.chooser.page is widget.typed


def test_invalid_text_is_explained_while_it_is_typed():
    widget = LossWidget()
    widget.set_text("focl(gamma=1)")

    assert "There is no loss 'focl'. Did you mean 'focal'?" in widget.typed.remark.text()
    widget.typed.line.setText("2*focal(gamma=1)")
    assert not widget.typed.remark.text()


@pytest.mark.parametrize(("make", "methods"), [(LossWidget, LOSSES), (WeightsWidget, CLASS_WEIGHTINGS)])
def test_all_methods_are_offered_by_title(make, methods):
    widget = make()
    combo = widget.chooser.combo

    offered = [combo.itemText(index) for index in range(combo.count())]
    assert offered[: len(methods)] == [method.title for method in methods.values()]


def visible_page(widget):
    widget.show()
    [page] = [page for page in widget.findChildren(MethodPage) if page.isVisible()]
    return page


@pytest.mark.parametrize(
    ("make", "text", "method"),
    [
        (LossWidget, "focal(gamma=3)", LOSSES["focal"]),
        (WeightsWidget, "effective_number", CLASS_WEIGHTINGS["effective_number"]),
    ],
)
def test_only_the_chosen_method_shows_with_purpose_source_and_parameters(make, text, method):
    widget = make()
    widget.set_text(text)

    page = visible_page(widget)

    assert [row.parameter for row in page.rows] == list(method.parameters)
    shown = " ".join(label.text() for label in page.findChildren(QLabel))
    assert method.purpose in shown
    assert method.source in shown
    assert all(parameter.help in shown for parameter in method.parameters)


def test_k_or_ratio_never_both():
    widget = LossWidget()
    widget.set_text("toppixel(k=700)")
    k, ratio, *_ = visible_page(widget).rows

    ratio.switch.click()

    assert not k.editor.isEnabled()
    assert ratio.editor.isEnabled()
    ratio.editor.set_value(0.25)
    assert widget.text() == "toppixel(ratio=0.25)"
    k.switch.click()
    assert widget.text() == "toppixel(k=700)"


def test_optional_number_has_a_check_box():
    widget = WeightsWidget()
    widget.set_text("enet")
    [cap] = visible_page(widget).rows
    assert not cap.editor.isEnabled()

    cap.switch.click()

    assert cap.editor.isEnabled()
    assert widget.text() == "enet(cap=50)"


def test_infinity_is_a_check_box_beside_the_number():
    widget = LossWidget()
    widget.set_text("lmp")
    power = visible_page(widget).rows[0].editor

    power.endless.click()

    assert parse_loss(widget.text())[0].parameters["p"] == math.inf
    assert not power.box.isEnabled()
    power.endless.click()
    assert parse_loss(widget.text()) == parse_loss("lmp")


@pytest.mark.parametrize(
    ("parameter", "signs"),
    [
        (Parameter("g", 1, "", 0, 20), "0 … 20"),
        (Parameter("r", 0.1, "", 0, 1, minimum_excluded=True), "> 0 … 1"),
        (Parameter("k", 5, "", 1, 10**9, is_integer=True), "≥ 1"),
        (Parameter("s", 0.5, "", 0.25, 1e6), "0.25 … 1,000,000"),
        (Parameter("p", 2, "", 1, math.inf), "1 … ∞"),
        (Parameter("w", "a", "", choices=("a", "b")), ""),
    ],
)
def test_range_is_shown_in_symbols(parameter, signs):
    assert range_symbols(parameter).replace("\u00a0", " ") == signs


def choose(chooser, page):
    """What a user's click does."""
    chooser.choose(page)
    chooser.combo.activated.emit(chooser.combo.currentIndex())


def test_typing_starts_from_what_was_shown():
    widget = LossWidget()
    widget.set_text("lmp(p=inf)")

    choose(widget.chooser, widget.typed)

    assert parse_loss(widget.text()) == parse_loss("lmp(p=inf)")


@pytest.mark.parametrize(("text", "total"), [("ce", "ce + lovasz"), ("dice", "dice + ce")])
def test_sum_starts_from_the_loss_that_was_shown(text, total):
    widget = LossWidget()
    widget.set_text(text)

    choose(widget.chooser, widget.sum)

    assert parse_loss(widget.text()) == parse_loss(total)


def test_every_change_is_signalled():
    widget = LossWidget()
    signalled = []
    widget.changed.connect(lambda: signalled.append(widget.text()))

    widget.set_text("focal")
    visible_page(widget).rows[0].editor.set_value(3)
    choose(widget.chooser, widget.sum)
    widget.sum.terms[1].factor.setValue(0.5)

    assert signalled[-1] == "focal(gamma=3) + 0.5*ce"
    assert "focal(gamma=3)" in signalled


@pytest.mark.parametrize("text", [*WEIGHTINGS, "car=5, road=1", "median_frequncy", "enet(cap=1e-12)", ""])
def test_class_weights_are_kept(text):
    widget = WeightsWidget()

    widget.set_text(text)

    assert widget.text() == text
    assert (widget.chooser.page is widget.typed) == (text not in WEIGHTINGS)


def test_typed_class_weights_are_explained():
    widget = WeightsWidget()

    widget.set_text("car, road")
    assert "'car' is neither a weighting" in widget.typed.remark.text()
    widget.set_text("car=2")
    assert "not named weighs 1" in widget.typed.remark.text()


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


def test_number_is_written_and_read_the_users_way():
    default = QLocale()
    QLocale.setDefault(QLocale("de_DE"))
    try:
        box = NumberBox(0, 1e6, 6)
        box.setValue(12345.25)
        assert box.text() == "12345,25"
        box.lineEdit().setText("0,5")
        box.interpretText()
        assert box.value() == 0.5
    finally:
        QLocale.setDefault(default)


def test_scrolling_past_a_number_does_not_change_it():
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


@pytest.mark.parametrize(("name", "text"), [("LOSS", "0.5*ce + focal"), ("CLASS_WEIGHTS", "enet(cap=9)")])
def test_in_a_batch_table_a_method_is_a_line_edit(algorithm, context, name, text):
    definition = algorithm("trainmodel").parameterDefinition(name)

    wrapper = WidgetWrapperFactory.create_wrapper(definition, BatchAlgorithmDialog())
    wrapper.postInitialize([wrapper])

    wrapper.setParameterValue(text, context)
    assert wrapper.parameterValue() == text
    assert isinstance(wrapper.widget, QLineEdit)


def test_a_chosen_field_shows_its_own_icon(labels):
    widget = ClassFieldWidget()
    widget.show_fields_of(labels)

    widget.set_text("note")
    assert widget.currentIndex() == 2

    widget.set_text("typed")
    assert (widget.currentIndex(), widget.currentText()) == (-1, "typed")
