import pytest
from processing.gui.wrappers import WidgetWrapperFactory
from qgis.PyQt.QtWidgets import QDialog, QLineEdit
from toppixel.algorithms.widgets.losses import LossesWidget
from toppixel.core.contract.catalog.losses import DEFAULT_COMPARISON


@pytest.mark.parametrize("text", ["ce\nfocal(gamma=3)", "ce; focal(gamma=3)", " ce \n\nfocal(gamma=3) ;"])
def test_losses_show_one_per_line(text):
    widget = LossesWidget()

    widget.set_text(text)

    assert widget.text() == "ce\nfocal(gamma=3)"


def test_wrong_loss_is_explained_while_it_is_typed():
    widget = LossesWidget()
    widget.set_text("ce\nfocl")
    assert "There is no loss 'focl'" in widget.problem.text()

    widget.edit.setPlainText("ce\nfocal")

    assert not widget.problem.text()


def test_chosen_loss_is_added_below(algorithm):
    widget = LossesWidget()
    widget.set_text("ce")
    dialog, loss = widget.chooser()
    loss.set_text("toppixel(k=700)")

    widget.add(loss.text())

    assert widget.text() == "ce\ntoppixel(k=700)"
    assert dialog.windowTitle()


def test_share_of_pixels_is_that_of_the_dialog():
    widget = LossesWidget()
    widget.set_sizes(128, 8)

    _dialog, loss = widget.chooser()

    loss.set_text("toppixel")
    assert "of the 131,072 pixels" in loss.chooser.page.remark.text()


def test_processing_makes_the_list_with_the_default(algorithm, context):
    definition = algorithm("comparelosses").parameterDefinition("LOSSES")

    wrapper = WidgetWrapperFactory.create_wrapper(definition, QDialog())

    assert isinstance(wrapper.widget, LossesWidget)
    assert tuple(wrapper.parameterValue().splitlines()) == DEFAULT_COMPARISON


class BatchAlgorithmDialog(QDialog):
    """Processing tells kinds of dialogs apart by this name."""


def test_in_a_batch_table_the_losses_are_in_one_line(algorithm, context):
    definition = algorithm("comparelosses").parameterDefinition("LOSSES")

    wrapper = WidgetWrapperFactory.create_wrapper(definition, BatchAlgorithmDialog())

    assert isinstance(wrapper.widget, QLineEdit)
    assert wrapper.parameterValue() == "; ".join(DEFAULT_COMPARISON)
