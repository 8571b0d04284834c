"""The offer in the message bar: once for each set of packages, and whenever a job lacks an engine."""

import shutil
import threading

import pytest
from qgis.core import Qgis
from qgis.gui import QgsMessageBar
from qgis.PyQt.QtWidgets import QPushButton
from toppixel.algorithms import failures, plugin_settings
from toppixel.core.contract.messages.errors import EngineMissingError, LabelError
from toppixel.core.engine.locations import requirements_hash
from toppixel.setup import offer as module
from toppixel.setup.offer import Offer


@pytest.fixture
def bar(qgis_app, let_qt_delete):
    bar = QgsMessageBar()
    yield bar
    bar.deleteLater()
    let_qt_delete()


@pytest.fixture
def pressed():
    return []


@pytest.fixture
def offer(bar, pressed, let_qt_delete):
    offer = Offer(bar, lambda: pressed.append("set up"), lambda: pressed.append("options"))
    yield offer
    offer.remove()
    let_qt_delete()


def text(bar):
    return bar.currentItem().text() if bar.currentItem() else ""


def press(bar):
    bar.currentItem().findChild(QPushButton).click()


def test_machine_without_an_engine_is_offered_one(bar, offer, pressed):
    offer.make()
    assert "must be set up once" in text(bar)
    press(bar)
    assert pressed == ["set up"]
    assert text(bar) == ""
    assert plugin_settings.declined_engine() == ""


def test_offer_that_was_closed_is_not_made_again(bar, offer):
    offer.make()
    bar.popWidget(bar.currentItem())
    assert plugin_settings.declined_engine() == requirements_hash()
    offer.make()
    assert text(bar) == ""


def test_new_packages_are_offered_again(bar, offer, make_engine, monkeypatch):
    make_engine()
    offer.make()
    assert text(bar) == ""
    plugin_settings.decline_engine(requirements_hash())
    for name in ("locations", "engine"):
        monkeypatch.setattr(f"toppixel.core.engine.{name}.requirements_hash", lambda: "1" * 12, raising=False)
    monkeypatch.setattr(module, "requirements_hash", lambda: "1" * 12)
    offer.make()
    assert "needs a new engine" in text(bar)


def test_closing_qgis_declines_nothing(bar, offer):
    offer.make()
    offer.withdraw()
    assert plugin_settings.declined_engine() == ""


def test_job_that_wants_an_engine_brings_the_offer_back(bar, offer, spin_until):
    plugin_settings.decline_engine(requirements_hash())
    thread = threading.Thread(target=failures.note, args=("Train", EngineMissingError("It is gone.")))
    thread.start()
    thread.join()
    spin_until(lambda: text(bar))
    assert "must be set up" in text(bar)


def test_other_failures_are_no_reason(bar, offer, let_qt_delete):
    failures.note("Train", LabelError("No labels."))
    let_qt_delete()
    assert text(bar) == ""


def test_engine_deleted_while_qgis_runs_is_reported_and_offered(
    bar, offer, make_engine, algorithm, spin_until
):
    folder = make_engine()
    assert algorithm("trainmodel").canExecute() == (True, "")
    shutil.rmtree(folder)
    can, why = algorithm("trainmodel").canExecute()
    assert not can
    assert "was removed" in why
    assert "Set up engine" in why
    spin_until(lambda: text(bar))


def test_python_of_the_user_s_own_that_is_missing_leads_to_the_options(bar, offer, pressed):
    plugin_settings.set_engine_python("/no/such/python")
    offer.make()
    assert "is missing" in text(bar)
    press(bar)
    assert pressed == ["options"]


def test_offer_is_withdrawn_when_an_engine_was_set_up_elsewhere(
    bar, offer, make_engine, monkeypatch, spin_until
):
    offer._watch.setInterval(20)
    offer.make()
    assert "must be set up once" in text(bar)
    make_engine()
    spin_until(lambda: text(bar) == "")
    assert plugin_settings.declined_engine() == ""
    assert not offer._watch.isActive()


def test_offer_for_a_broken_engine_stays(bar, offer, make_engine, spin_until):
    offer._watch.setInterval(20)
    make_engine()
    failures.report(EngineMissingError("This Python cannot load torch."))
    spin_until(lambda: text(bar) != "")
    assert not offer._watch.isActive()


def test_messages_are_removed_with_the_plugin(bar, pressed):
    offer = Offer(bar, lambda: pressed.append("set up"), lambda: None)
    offer.show_message("It continues.", Qgis.MessageLevel.Info, button="Show")
    offer.show_message("It has failed.", Qgis.MessageLevel.Warning, button="Show")
    press(bar)
    assert (pressed, text(bar)) == (["set up"], "It continues.")
    offer.remove()
    assert text(bar) == ""
