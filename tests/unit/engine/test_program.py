import os
import shutil

import pytest

from core.contract.messages.errors import EngineMissingError
from core.engine import program
from core.engine.install import remove_engines
from core.engine.program import KEPT, PROGRAMS, program_folder


@pytest.fixture
def core(home, tmp_path, monkeypatch):
    """A program of three files, one of them no module."""
    folder = tmp_path / "plügin" / "core"
    (folder / "evaluation" / "__pycache__").mkdir(parents=True)
    (folder / "__main__.py").write_text("import sys")
    (folder / "evaluation" / "page.html").write_text("<p>ä</p>", encoding="utf-8")
    (folder / "evaluation" / "__pycache__" / "page.pyc").write_bytes(b"compiled")
    monkeypatch.setattr(program, "core_folder", lambda: folder)
    return folder


def names(folder):
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_the_copy_is_whole_and_outside_the_plugin(core, home):
    copy = program_folder()
    assert copy.is_relative_to(home)
    assert copy.name == "core"
    assert names(copy) == ["__main__.py", "evaluation/page.html"]
    assert (copy / "evaluation" / "page.html").read_text(encoding="utf-8") == "<p>ä</p>"


def test_the_same_program_has_one_copy_and_another_has_its_own(core, home):
    first = program_folder()
    assert program_folder() == first
    (core / "__main__.py").write_text("import os")
    second = program_folder()
    assert second != first
    assert (first / "__main__.py").read_text() == "import sys"
    assert (second / "__main__.py").read_text() == "import os"


def test_bytecode_in_the_copy_is_kept(core):
    compiled = program_folder() / "__pycache__" / "main.pyc"
    compiled.parent.mkdir()
    compiled.write_bytes(b"compiled")
    program_folder()
    assert compiled.exists()


@pytest.mark.parametrize("damage", ["change", "lose", "add"])
def test_a_damaged_copy_is_made_again(core, damage):
    copy = program_folder()
    if damage == "lose":
        (copy / "evaluation" / "page.html").unlink()
    else:
        (copy / ("__main__.py" if damage == "change" else "more.py")).write_text("import nothing")
    again = program_folder()
    assert again == copy
    assert (again / "__main__.py").read_text() == "import sys"
    assert names(again) == ["__main__.py", "evaluation/page.html"]


def test_the_copies_last_used_are_kept(core, home):
    first = program_folder()
    for number in range(KEPT + 2):
        (core / "__main__.py").write_text(f"number = {number}")
        os.utime(program_folder().parent, (number, number))
    os.utime(first.parent)
    last = program_folder()
    left = list((home / PROGRAMS).iterdir())
    assert len(left) == KEPT
    assert {first.parent, last.parent} <= set(left)


def test_without_a_writable_folder_the_program_runs_where_it_is(core, home):
    home.write_text("a file where the folder should be")
    assert program_folder() == core


def test_another_process_that_makes_the_same_copy_first_does_no_harm(core, home, monkeypatch):
    def slow_rename(self, target):
        shutil.copytree(self, target)
        raise FileExistsError(17, "File exists")

    monkeypatch.setattr(program.Path, "rename", slow_rename)
    copy = program_folder()
    assert names(copy) == ["__main__.py", "evaluation/page.html"]
    assert names(home / PROGRAMS) == [f"{copy.parent.name}/core/{name}" for name in names(copy)]


def test_a_removed_plugin_is_reported(core):
    shutil.rmtree(core)
    with pytest.raises(EngineMissingError, match=r"was removed or is being updated.* Restart QGIS"):
        program_folder()


def test_the_copies_are_removed_with_the_engines(core, home):
    program_folder()
    assert home / PROGRAMS in remove_engines()
    assert not (home / PROGRAMS).exists()
