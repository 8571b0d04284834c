import os
import sys

import pytest

from core.contract.messages.errors import EngineInstallError, EngineMissingError, OutputError
from core.engine import engine, locations
from core.engine.engine import checked_engine, engine_status, find_engine, install_engine
from core.engine.locations import READY_MARK, engine_folder, python_in

pytestmark = pytest.mark.usefixtures("home")


@pytest.fixture
def checks(monkeypatch):
    """Counts the checks, which all pass."""
    done = []
    monkeypatch.setattr(engine, "verify", lambda python, _: done.append(python) or {"device": "cpu"})
    return done


def make_engine(version, age_s=0):
    folder = engine_folder(version)
    python_in(folder).parent.mkdir(parents=True)
    python_in(folder).symlink_to(sys.executable)
    (folder / READY_MARK).write_text('{"facts": {"device": "cpu"}}')
    os.utime(folder / READY_MARK, (1e9 - age_s, 1e9 - age_s))
    return str(python_in(folder))


def test_missing_engine_is_reported_with_what_to_run():
    with pytest.raises(EngineMissingError, match=r"not set up yet.*Set up engine"):
        find_engine()


def test_engine_of_another_version_is_named_as_such(home):
    (home / "engine-000000000000-py3.11").mkdir(parents=True)
    (home / "engine-000000000000-py3.11" / READY_MARK).touch()
    with pytest.raises(EngineMissingError, match="another version"):
        find_engine()


def test_newest_of_several_is_taken():
    make_engine((3, 11), age_s=60)
    newest = make_engine((3, 10))
    assert find_engine() == newest


def test_setting_takes_precedence_over_variable_and_variable_over_engine(monkeypatch, tmp_path):
    own = make_engine((3, 12))
    assert find_engine() == own
    for name in ("one", "two"):
        (tmp_path / name).symlink_to(sys.executable)
    monkeypatch.setenv("TOPPIXEL_PYTHON", str(tmp_path / "one"))
    assert find_engine() == str(tmp_path / "one")
    assert find_engine(f" {tmp_path / 'two'} ") == str(tmp_path / "two")


def test_links_of_a_virtual_environment_are_kept(tmp_path):
    """A resolved link would start the Python that the environment was made with, without its packages."""
    (tmp_path / "python").symlink_to(sys.executable)
    assert find_engine(str(tmp_path / "python")) == str(tmp_path / "python")


def test_wrong_choice_is_named_with_its_origin(monkeypatch, tmp_path):
    with pytest.raises(EngineMissingError, match="setting names 'nowhere/python'"):
        find_engine("nowhere/python")
    (tmp_path / "python").write_text("no program")
    monkeypatch.setenv("TOPPIXEL_PYTHON", str(tmp_path / "python"))
    with pytest.raises(EngineMissingError, match="TOPPIXEL_PYTHON names"):
        find_engine()


def test_own_python_is_checked_once(checks, reporter):
    for _ in range(2):
        assert checked_engine(reporter, sys.executable) == sys.executable
    assert checks == [sys.executable]


def test_engine_that_was_set_up_is_not_checked_again(checks, reporter):
    python = make_engine((3, 12))
    assert checked_engine(reporter) == python
    assert checks == []


def test_own_python_that_fails_is_refused_every_time(monkeypatch, reporter):
    def fail(python, reporter):
        raise EngineInstallError("No torch.")

    monkeypatch.setattr(engine, "verify", fail)
    for _ in range(2):
        with pytest.raises(EngineInstallError, match="No torch"):
            checked_engine(reporter, sys.executable)


def test_set_up_with_an_own_python_checks_it_and_builds_nothing(checks, reporter, home):
    assert install_engine(reporter, sys.executable) == sys.executable
    assert checks == [sys.executable]
    assert [path.name for path in home.iterdir()] == ["checks"]


def test_status_has_facts_and_size_of_a_built_engine():
    python = make_engine((3, 12))
    status = engine_status()
    assert (status.python, status.is_own, status.facts) == (python, True, {"device": "cpu"})
    assert status.size_bytes > 0


def test_status_of_an_own_python(checks, reporter):
    assert engine_status(sys.executable).facts == {}
    checked_engine(reporter, sys.executable)
    status = engine_status(sys.executable)
    assert (status.is_own, status.facts) == (False, {"device": "cpu"})


def test_own_python_works_where_its_check_cannot_be_stored(checks, reporter, monkeypatch):
    def refuse(*_):
        raise OutputError("'/read-only' cannot be written.")

    monkeypatch.setattr(engine, "remember_check", refuse)
    assert checked_engine(reporter, sys.executable) == sys.executable
    assert checks == [sys.executable]


def test_another_folder_has_its_own_engines(home, tmp_path):
    first = make_engine((3, 12))
    locations.move_home(str(tmp_path / "other"))
    try:
        with pytest.raises(EngineMissingError, match="not set up yet"):
            find_engine()
        second = make_engine((3, 12))
        assert find_engine() == second != first
    finally:
        locations.move_home("")
    assert find_engine() == first
