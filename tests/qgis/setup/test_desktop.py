"""The set-up in the desktop: menu, offer, dialog and options are added and removed without a trace."""

import pytest
from qgis.PyQt.QtWidgets import QPushButton
from toppixel.algorithms import failures
from toppixel.core.contract.messages.errors import DiskFullError
from toppixel.setup.desktop import SetUpInDesktop


@pytest.fixture
def installed(desktop, install, let_qt_delete, spin_until):
    installed = SetUpInDesktop(desktop)
    yield installed
    install.go.set()
    spin_until(lambda: not installed._installation.is_running)
    installed.remove()
    let_qt_delete()


def test_first_start_offers_the_set_up_and_the_button_opens_it(desktop, installed, spin_until):
    spin_until(desktop.text)
    (dialog,) = desktop.set_up_dialogs()
    assert not dialog.isVisible()
    desktop.bar.currentItem().findChild(QPushButton).click()
    assert dialog.isVisible()
    assert not dialog.isModal()
    assert desktop.text() == ""


def test_start_with_an_engine_offers_nothing(desktop, make_engine, let_qt_delete):
    make_engine()
    installed = SetUpInDesktop(desktop)
    let_qt_delete()
    assert desktop.text() == ""
    installed.remove()


def test_closed_set_up_reports_when_it_is_ready(desktop, installed, install, spin_until):
    (dialog,) = desktop.set_up_dialogs()
    desktop.menu[0][1].trigger()
    spin_until(dialog.run.isEnabled)
    install.go.clear()
    dialog.run.click()
    spin_until(lambda: dialog.bar.value() == 40)
    dialog.close()
    assert "in the background" in desktop.text()
    install.go.set()
    spin_until(lambda: desktop.text() == "The engine is ready.")


def test_set_up_that_fails_while_closed_is_reported(desktop, installed, install, spin_until):
    (dialog,) = desktop.set_up_dialogs()
    install.fail = DiskFullError("'/cache' has 1 GB left.")
    dialog.start()
    spin_until(lambda: "'/cache' has 1 GB left." in desktop.text())
    desktop.bar.currentItem().findChild(QPushButton).click()
    assert dialog.isVisible()


def test_options_lead_to_the_set_up_and_to_repairs(desktop, installed, install, spin_until):
    (dialog,) = desktop.set_up_dialogs()
    desktop.factories[0]._set_up(True)
    spin_until(lambda: dialog.isVisible() and not installed._installation.is_running)
    assert install.calls[0]["anew"]


def test_it_is_removed_without_a_trace_even_during_a_set_up(desktop, install, spin_until, let_qt_delete):
    installed = SetUpInDesktop(desktop)
    installation = installed._installation
    install.go.clear()
    desktop.set_up_dialogs()[0].start()
    spin_until(lambda: installation.percent == 40)
    installed.remove()
    spin_until(lambda: not installation.is_running)
    let_qt_delete()
    assert (desktop.set_up_dialogs(), desktop.menu, desktop.factories, desktop.text()) == ([], [], [], "")
    assert failures._listeners == []
