import pytest
from processing.gui.wrappers import WidgetWrapperFactory
from qgis.PyQt.QtWidgets import QDialog, QLabel, QLineEdit
from toppixel.algorithms.widgets.augmentation import AugmentationWidget
from toppixel.algorithms.widgets.method import MethodPage
from toppixel.core.contract.catalog.augmentations import AUGMENTATION_PRESETS, AUGMENTATIONS
from toppixel.core.contract.texts.augmentation import (
    format_augmentation,
    parse_augmentation,
    sum_of_terms,
)
from toppixel.core.contract.texts.method import Call


def texts():
    """Every augmentation by its name alone, and with each of its parameters at the ends of its range."""
    for method in AUGMENTATIONS.values():
        yield method.name
        for parameter in method.parameters:
            low = parameter.minimum + (0.125 if parameter.minimum_excluded else 0)
            for value in (low, parameter.maximum):
                yield format_augmentation([Call(method.name, {parameter.name: value})])


OWN = [
    *texts(),
    "copy_paste(probability=0.3) + d4 + color_jitter",
    "scale + rotation(degrees=90) + noise(strength=0.5)",
]


def shown_text(widget):
    """All that can be read of a widget now."""
    widget.show()
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def choose(widget, page):
    """What a user's click does."""
    widget.chooser.choose(page)
    widget.chooser.combo.activated.emit(widget.chooser.combo.currentIndex())


@pytest.mark.parametrize("name", AUGMENTATION_PRESETS)
def test_preset_is_chosen_by_name_and_shows_its_sum(name):
    widget = AugmentationWidget()

    widget.set_text(name)

    assert widget.text() == name
    assert widget.chooser.combo.currentText() == AUGMENTATION_PRESETS[name].title
    shown = shown_text(widget)
    assert AUGMENTATION_PRESETS[name].purpose in shown
    assert AUGMENTATION_PRESETS[name].terms in shown


def test_sum_that_equals_a_preset_is_shown_as_the_preset():
    widget = AugmentationWidget()

    widget.set_text("color_jitter + d4")

    assert widget.text() == "light"


@pytest.mark.parametrize("text", OWN)
def test_custom_sum_is_kept(text):
    widget = AugmentationWidget()

    widget.set_text(text)

    assert widget.chooser.page is widget.sum
    assert widget.text() == text
    assert f"As text: {text}" in shown_text(widget)


@pytest.mark.parametrize(
    "text", ["lite", "", "d4 + gaussian_blur(sigma=9)", "gaussian_blur(sigma=0.00000012)"]
)
def test_what_the_pages_cannot_show_stays_as_typed(text):
    widget = AugmentationWidget()

    widget.set_text(text)

    assert widget.text() == text
    assert widget.chooser.page is widget.typed


def test_typed_text_is_explained_while_it_is_typed():
    widget = AugmentationWidget()
    widget.set_text("lite")
    assert "There is no augmentation 'lite'. Did you mean 'light'?" in widget.typed.remark.text()

    widget.typed.line.setText("light + gaussian_blur(sigma=2)")

    assert widget.typed.remark.text() == "d4 + gaussian_blur(sigma=2) + color_jitter"


def test_only_checked_augmentations_show_purpose_and_parameters():
    widget = AugmentationWidget()
    widget.set_text("rotation(degrees=10)")

    widget.show()
    [page] = [page for page in widget.sum.findChildren(MethodPage) if page.isVisible()]
    assert [row.parameter for row in page.rows] == list(AUGMENTATIONS["rotation"].parameters)
    assert all(parameter.help in shown_text(widget) for parameter in AUGMENTATIONS["rotation"].parameters)
    widget.sum.edits["d4"].check_box.click()
    page.rows[0].editor.set_value(25)
    assert widget.text() == "d4 + rotation(degrees=25)"
    widget.sum.edits["rotation"].check_box.click()
    assert widget.text() == "d4"


def test_without_any_check_there_is_no_augmentation():
    widget = AugmentationWidget()
    widget.set_text("d4")

    widget.sum.edits["d4"].check_box.click()

    assert widget.text() == "none"


@pytest.mark.parametrize("name", AUGMENTATION_PRESETS)
def test_custom_and_typed_start_from_the_preset_that_was_shown(name):
    widget = AugmentationWidget()
    widget.set_text(name)

    choose(widget, widget.sum)
    checked = [augmentation for augmentation, edit in widget.sum.edits.items() if edit.check_box.isChecked()]
    assert checked == [term.name for term in parse_augmentation(name)]
    assert widget.text() == name
    choose(widget, widget.typed)
    assert widget.text() == name


def test_custom_starts_from_a_typed_text_unless_it_is_invalid():
    widget = AugmentationWidget()
    widget.set_text("d4")
    choose(widget, widget.typed)
    widget.typed.line.setText("d4 + noise")
    choose(widget, widget.sum)
    assert widget.text() == "d4 + noise"

    choose(widget, widget.typed)
    widget.typed.line.setText("nois")
    choose(widget, widget.sum)

    assert widget.text() == "d4 + noise"


def test_every_change_is_signalled():
    widget = AugmentationWidget()
    signalled = []
    widget.changed.connect(lambda: signalled.append(widget.text()))

    widget.set_text("strong")
    choose(widget, widget.sum)
    widget.sum.edits["gaussian_blur"].page.rows[0].editor.set_value(2)

    strong = sum_of_terms(parse_augmentation("strong"))
    assert signalled[0] == "strong"
    assert signalled[-1] == strong.replace("gaussian_blur", "gaussian_blur(sigma=2)")


@pytest.mark.parametrize("name", ["trainmodel", "comparelosses"])
def test_processing_makes_the_widget_with_the_default(algorithm, context, name):
    definition = algorithm(name).parameterDefinition("AUGMENTATION")
    dialog = QDialog()

    wrapper = WidgetWrapperFactory.create_wrapper(definition, dialog)

    assert isinstance(wrapper.widget, AugmentationWidget)
    assert wrapper.parameterValue() == definition.defaultValue() == "light"
    wrapper.setParameterValue("d4 + gaussian_blur", context)
    assert wrapper.parameterValue() == "d4 + gaussian_blur"


class BatchAlgorithmDialog(QDialog):
    """Processing tells kinds of dialogs apart by this name."""


def test_in_a_batch_table_it_is_a_line_edit(algorithm, context):
    definition = algorithm("trainmodel").parameterDefinition("AUGMENTATION")
    dialog = BatchAlgorithmDialog()

    wrapper = WidgetWrapperFactory.create_wrapper(definition, dialog)
    wrapper.postInitialize([wrapper])

    wrapper.setParameterValue("d4 + gaussian_blur", context)
    assert wrapper.parameterValue() == "d4 + gaussian_blur"
    assert isinstance(wrapper.widget, QLineEdit)
