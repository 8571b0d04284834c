"""The dialog: it shows the plan, then the progress, and can be closed during a set-up."""

import pytest
from toppixel.algorithms import plugin_settings
from toppixel.core.contract.messages.errors import EngineInstallError
from toppixel.core.engine import setup_plan as plan
from toppixel.core.engine.bundle import Bundle
from toppixel.core.engine.graphics import Card
from toppixel.core.engine.locations import home, requirements_hash
from toppixel.core.engine.platforms import this_platform
from toppixel.setup.dialog import SetUpDialog


@pytest.fixture
def card(monkeypatch):
    found = {"card": None}
    monkeypatch.setattr(plan, "find_card", lambda: found["card"])
    return found


@pytest.fixture
def dialog(installation, card, let_qt_delete):
    dialog = SetUpDialog(installation)
    yield dialog
    dialog.deleteLater()
    let_qt_delete()


@pytest.fixture
def shown(dialog, spin_until):
    dialog.show()
    spin_until(dialog.run.isEnabled)
    return dialog


def test_the_plan_is_shown(shown, no_engine):
    assert shown.engine_folder.filePath() == str(no_engine)
    assert "none found" in shown.card.text()
    assert shown.download.text() == "about 0.5 GB"
    assert shown.disk.text().startswith("up to 2.5 GB are needed, ")
    assert shown.problem.isHidden()
    assert shown.state.isHidden()


def test_card_is_named_and_makes_it_larger(dialog, card, spin_until):
    card["card"] = Card("cuda", "NVIDIA A10")
    dialog.show()
    spin_until(dialog.card.text)
    assert "NVIDIA A10" in dialog.card.text()
    assert dialog.download.text() == "about 3.2 GB"


def test_disk_without_space_is_reported(dialog, monkeypatch, spin_until):
    monkeypatch.setattr(plan, "free_bytes", lambda _: 1e9)
    dialog.show()
    spin_until(dialog.problem.isVisible)
    assert "not enough disk space" in dialog.problem.text()
    assert "1.0 GB are free" in dialog.disk.text()


def test_ready_engine_will_be_checked(dialog, make_engine, spin_until):
    make_engine()
    dialog.show()
    spin_until(dialog.problem.isVisible)
    assert "ready in this folder" in dialog.problem.text()
    assert dialog.download.text() == "nothing, unless the engine must be repaired"


def test_set_up_runs_in_another_folder_and_saves_it(shown, install, tmp_path, spin_until):
    shown.engine_folder.setFilePath(str(tmp_path / "größer"))
    spin_until(shown.run.isEnabled)
    shown.run.click()
    spin_until(lambda: not shown._installation.is_running)
    assert install.calls[0]["home"] == home() == tmp_path / "größer"
    assert plugin_settings.engine_folder() == str(tmp_path / "größer")


def test_set_up_from_a_bundle(shown, install, tmp_path, spin_until):
    shown.offline.setChecked(True)
    assert not shown.run.isEnabled()
    assert "Choose the folder" in shown.problem.text()
    shown.bundle.setFilePath(str(tmp_path))
    spin_until(lambda: "not a complete bundle" in shown.problem.text())
    assert not shown.run.isEnabled()
    (tmp_path / "b").mkdir()
    Bundle(str(tmp_path / "b"), "1", requirements_hash(), this_platform(), "3.12").write()
    shown.bundle.setFilePath(str(tmp_path / "b"))
    spin_until(shown.run.isEnabled)
    assert shown.download.text() == "nothing"
    shown.run.click()
    spin_until(lambda: not shown._installation.is_running)
    assert install.calls[0]["source"].bundle == str(tmp_path / "b")


def test_progress_cancel_and_trying_again(shown, install, spin_until):
    install.go.clear()
    shown.run.click()
    spin_until(lambda: shown.bar.value() == 40)
    assert shown.stage.text().startswith("Downloading packages")
    assert shown.run.isHidden()
    assert not shown.engine_folder.isEnabled()
    shown.cancel.click()
    assert shown.stage.text() == "Cancelling"
    spin_until(lambda: not shown.run.isHidden())
    assert shown.stage.text() == "Cancelled."
    assert shown.run.text() == "Try again"
    assert shown.engine_folder.isEnabled()
    assert "Packages are chosen." in shown.details.toPlainText()


def test_closing_lets_it_run_and_opening_shows_it_again(shown, install, spin_until):
    put_away = []
    shown.put_away.connect(lambda: put_away.append(True))
    install.go.clear()
    shown.run.click()
    spin_until(lambda: shown.bar.value() == 40)
    shown.close()
    assert shown.isHidden()
    assert put_away == [True]
    assert shown._installation.is_running
    shown.show()
    assert shown.bar.value() == 40
    install.go.set()
    spin_until(shown.bar.isHidden)
    assert shown.stage.text().startswith("The engine is ready.")


def test_error_is_shown_in_the_dialog(shown, install, spin_until):
    install.fail = EngineInstallError("The proxy cannot be reached.", "Correct it.")
    shown.run.click()
    spin_until(lambda: shown._installation.has_succeeded is False)
    assert shown.stage.text() == "The proxy cannot be reached. Correct it."


def test_repair_rebuilds_the_engine(shown, install, spin_until):
    shown.start(anew=True)
    spin_until(lambda: not shown._installation.is_running)
    assert install.calls[0]["anew"]
