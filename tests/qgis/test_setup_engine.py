import sys

import pytest
from qgis.core import QgsProcessingException
from toppixel.algorithms import plugin_settings, setup_engine
from toppixel.core.contract.messages.errors import DiskFullError, EngineInstallError
from toppixel.core.engine.engine import EngineStatus


@pytest.fixture(autouse=True)
def clean_setting():
    plugin_settings.set_engine_python("")
    yield
    plugin_settings.set_engine_python("")


@pytest.fixture
def install(monkeypatch):
    """Replaces the installation: reports progress and notes its arguments; ``fail`` makes it raise."""

    class Install:
        asked_for = None
        fail = None

        def __call__(self, reporter, chosen, source, *, anew):
            self.asked_for, self.source, self.anew = chosen, source, anew
            reporter.info("Packages are fetched.")
            reporter.progress(1, 2, "packages", "Installing")
            if self.fail:
                raise self.fail
            return chosen or "/engines/one/bin/python"

    install = Install()
    status = EngineStatus("/engines/one/bin/python", "/engines/one", True, {"torch": "2.14", "device": "cpu"})
    monkeypatch.setattr(setup_engine, "install_engine", install)
    monkeypatch.setattr(setup_engine, "engine_status", lambda chosen: status)
    return install


def run(algorithm, feedback, context, python="", **more):
    results, succeeded = algorithm("setupengine").run({"PYTHON": python, **more}, context, feedback)
    return results if succeeded else None


def test_it_can_always_run(no_engine, algorithm):
    can, _ = algorithm("setupengine").canExecute()

    assert can


def test_progress_versions_and_folder_are_shown(install, algorithm, feedback, context):
    results = run(algorithm, feedback, context)

    assert results["ENGINE"] == "/engines/one"
    assert "torch: 2.14" in results["STATUS"]
    assert "device: cpu" in results["STATUS"]
    assert "Packages are fetched." in feedback.texts("info")
    assert feedback.progress() == 50


def test_a_working_python_of_the_user_s_own_is_saved(install, algorithm, feedback, context):
    run(algorithm, feedback, context, f" {sys.executable} ")

    assert install.asked_for == sys.executable
    assert plugin_settings.engine_python() == sys.executable


def test_a_failing_python_is_not_saved(install, algorithm, feedback, context):
    install.fail = EngineInstallError("It lacks torch.", "Install it.", "the traceback")

    assert run(algorithm, feedback, context, sys.executable) is None

    assert plugin_settings.engine_python() == ""
    assert any("It lacks torch. Install it." in text for text in feedback.texts("error"))
    assert "the traceback" in feedback.texts("debug")


def test_an_empty_path_selects_the_engine_built_here(install, algorithm, feedback, context):
    plugin_settings.set_engine_python("/old/python")

    run(algorithm, feedback, context)

    assert install.asked_for == ""
    assert plugin_settings.engine_python() == ""


def test_bundle_and_repair_reach_the_installation(install, algorithm, feedback, context, tmp_path):
    run(algorithm, feedback, context)
    assert (install.source.bundle, install.anew) == ("", False)
    run(algorithm, feedback, context, BUNDLE=str(tmp_path), REPAIR=True)
    assert (install.source.bundle, install.anew) == (str(tmp_path), True)


def test_locked_proxy_is_reported_first(install, algorithm, feedback, context, monkeypatch):
    def refuse(bundle):
        raise EngineInstallError("It is locked.", "Unlock it.")

    monkeypatch.setattr(setup_engine, "package_source", refuse)
    assert run(algorithm, feedback, context) is None
    assert any("It is locked. Unlock it." in text for text in feedback.texts("error"))
    assert install.asked_for is None


def test_a_failed_installation_is_a_sentence(install, algorithm, feedback):
    import processing

    install.fail = DiskFullError("'/cache' has 1 GB left.")

    with pytest.raises(QgsProcessingException, match=r"'/cache' has 1 GB left. Free some disk space"):
        processing.run("toppixel:setupengine", {}, feedback=feedback)


def test_cancel_ends_the_installation(install, algorithm, feedback):
    import processing

    feedback.cancel()

    with pytest.raises(QgsProcessingException, match="Cancelled"):
        processing.run("toppixel:setupengine", {}, feedback=feedback)
