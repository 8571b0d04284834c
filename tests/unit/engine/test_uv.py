import pytest

from core.contract.messages.errors import EngineInstallError
from core.contract.messages.events import Progress
from core.engine import uv as uv_module
from core.engine.source import PackageSource
from core.engine.uv import provide_uv, run_uv, uv_environment


def test_variables_meant_for_pip_reach_uv():
    inherited = {"PIP_INDEX_URL": "https://i", "PIP_EXTRA_INDEX_URL": "https://e", "PIP_CERT": "/c.pem"}
    environment = uv_environment(inherited)
    assert environment["UV_DEFAULT_INDEX"] == "https://i"
    assert environment["UV_INDEX"] == "https://e"
    assert environment["SSL_CERT_FILE"] == "/c.pem"


@pytest.mark.parametrize("name", ["UV_DEFAULT_INDEX", "UV_INDEX_URL"])
def test_variable_meant_for_uv_takes_precedence(name):
    environment = uv_environment({"PIP_INDEX_URL": "https://pip", name: "https://uv"})
    assert environment[name] == "https://uv"
    assert "https://pip" not in [environment.get("UV_DEFAULT_INDEX"), environment.get("UV_INDEX_URL")]


def test_proxies_pass_and_variables_of_other_pythons_do_not():
    environment = uv_environment({"HTTPS_PROXY": "http://p", "PYTHONHOME": "/x", "VIRTUAL_ENV": "/v"})
    assert environment["HTTPS_PROXY"] == "http://p"
    assert not {"PYTHONHOME", "VIRTUAL_ENV"} & environment.keys()


def test_cache_of_uv_is_in_toppixels_folder(home):
    environment = uv_environment({})
    assert environment["UV_CACHE_DIR"] == str(home / "downloads")
    assert environment["UV_PYTHON_INSTALL_DIR"] == str(home / "python")
    assert uv_environment({"UV_CACHE_DIR": "/mine"})["UV_CACHE_DIR"] == "/mine"


def test_source_takes_precedence_over_the_environment():
    inherited = {"https_proxy": "http://old", "UV_INDEX_URL": "https://old", "PIP_INDEX_URL": "https://old"}
    source = PackageSource(index="https://mine", proxy="http://proxy:3128")
    environment = uv_environment(inherited, source)
    assert "http://old" not in environment.values()
    assert "https://old" not in environment.values()
    assert environment["UV_DEFAULT_INDEX"] == environment["PIP_INDEX_URL"] == "https://mine"
    assert environment["HTTPS_PROXY"] == environment["ALL_PROXY"] == "http://proxy:3128"


def test_empty_source_changes_nothing():
    assert uv_environment({"https_proxy": "http://p"}, PackageSource()) == uv_environment(
        {"https_proxy": "http://p"}
    )


def test_downloads_become_megabytes_announced_and_done(uv, reporter, events):
    uv.follow(
        default=[
            "Resolved 3 packages in 5ms",
            "Downloading torch (500.0MiB)",
            "Downloading numpy (1024.0KiB)",
            " Downloaded numpy",
            " Downloaded torch",
            "Prepared 3 packages in 1s",
            "Installed 3 packages in 5ms",
        ],
        bytes=0,
    )
    program = provide_uv(reporter)
    run_uv(program, ["pip", "install", "--python", _environment(uv)], reporter, "Downloading")
    progress = [(e.done, e.total, e.unit) for e in events if isinstance(e, Progress)]
    assert progress[0] == (0, 524, "MB")
    assert (525, 525, "MB") in progress
    assert progress[-1] == (3, 3, "packages")


def test_old_uv_is_skipped(uv, reporter, monkeypatch, tmp_path, home):
    uv.follow(version="0.4.30")
    monkeypatch.setattr(uv_module.Path, "home", lambda: tmp_path)
    monkeypatch.setattr(uv_module, "provide_bootstrap", lambda *_: tmp_path / "fetched" / "python")
    assert provide_uv(reporter) == str(tmp_path / "fetched" / "uv")


def test_uv_outside_path_is_found_where_its_installer_puts_it(uv, reporter, monkeypatch, tmp_path):
    (tmp_path / ".local" / "bin").mkdir(parents=True)
    installed = (tmp_path / "bin" / "uv").rename(tmp_path / ".local" / "bin" / "uv")
    monkeypatch.setattr(uv_module.shutil, "which", lambda _: None)
    monkeypatch.setattr(uv_module.Path, "home", lambda: tmp_path)
    assert provide_uv(reporter) == str(installed)


def test_machine_that_cannot_make_environments_gets_a_hint_what_to_install(home, reporter, monkeypatch):
    lines = ["The virtual environment was not created because ensurepip is not available."]
    monkeypatch.setattr(uv_module, "_candidates", lambda: [None])
    monkeypatch.setattr(uv_module, "run_command", lambda *_: (1, lines))
    with pytest.raises(EngineInstallError, match="python3-venv") as caught:
        provide_uv(reporter)
    assert "ensurepip" in caught.value.detail


def _environment(uv):
    folder = uv._plan.parent / "environment"
    (folder / "bin").mkdir(parents=True)
    return str(folder / "bin" / "python")
