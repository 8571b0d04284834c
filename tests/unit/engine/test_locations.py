import sys
from pathlib import Path

import pytest

from core.contract.messages.errors import EngineInstallError
from core.engine import locations


def test_variable_moves_the_home(home):
    assert locations.home() == home


@pytest.mark.parametrize(
    ("platform", "variable", "value", "expected"),
    [
        ("linux", "XDG_CACHE_HOME", "/c", Path("/c/toppixel")),
        ("linux", "XDG_CACHE_HOME", "", Path.home() / ".cache/toppixel"),
        ("darwin", "XDG_CACHE_HOME", "/c", Path.home() / "Library/Caches/toppixel"),
        ("win32", "LOCALAPPDATA", "/l", Path("/l/toppixel")),
    ],
)
def test_home_is_in_the_cache_folder_of_the_platform(monkeypatch, platform, variable, value, expected):
    monkeypatch.delenv("TOPPIXEL_HOME", raising=False)
    monkeypatch.setenv(variable, value)
    monkeypatch.setattr(sys, "platform", platform)
    assert locations.home() == expected


def test_engine_is_named_by_packages_and_python(home, tmp_path, monkeypatch):
    requirements = tmp_path / "requirements.txt"
    monkeypatch.setattr(locations, "requirements_file", lambda: requirements)
    requirements.write_text("# one\ntorch==1\n")
    first = locations.engine_folder((3, 12))
    requirements.write_text("# another comment\n\ntorch==1\n")
    same = locations.engine_folder((3, 12))
    requirements.write_text("torch==2\n")
    assert first == same
    assert first.parent == home
    assert len({first, locations.engine_folder((3, 12)), locations.engine_folder((3, 11))}) == 3


def test_only_engines_with_the_mark_are_ready(home):
    finished, partial = locations.engine_folder((3, 11)), locations.engine_folder((3, 12))
    other = home / "engine-000000000000-py3.11"
    for folder in (finished, partial, other):
        folder.mkdir(parents=True)
    for folder in (finished, other):
        (folder / locations.READY_MARK).touch()
    assert locations.ready_engines() == [finished]


def test_copy_without_the_package_list_is_reported(tmp_path, monkeypatch):
    monkeypatch.setattr(locations, "core_folder", lambda: tmp_path / "core")
    with pytest.raises(EngineInstallError, match="no list of packages"):
        locations.requirements_file()


def test_folder_size_adds_up_files_and_skips_dead_links(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "x").write_bytes(b"12345")
    (tmp_path / "y").write_bytes(b"123")
    assert locations.folder_size(tmp_path) == 8
    assert locations.folder_size(tmp_path / "not there") == 0


def test_exact_list_holds_every_direct_package_and_no_pins_of_torchs_own_build():
    exact = [
        line.split()[0].split("==") for line in locations.requirements_file().read_text().splitlines()
        if line and not line.startswith("#")
    ]  # fmt: skip
    names = {name for name, _ in exact}
    direct = locations.requirements_file().with_suffix(".in").read_text().splitlines()
    wanted = {line.split("=")[0].split(">")[0] for line in direct if line and not line.startswith("#")}
    assert wanted <= names
    assert not [name for name in names if name.startswith(("nvidia-", "cuda-", "triton"))]
