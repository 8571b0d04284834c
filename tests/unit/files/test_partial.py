import pytest

from core.contract.messages.errors import CoreError
from core.files.atomic import discard_leftovers
from core.files.lock import exclusive_lock
from core.files.partial import (
    IDENTITY,
    LOCK,
    discard_if_nothing_is_finished,
    finished_regions,
    partial_folder,
)


@pytest.fixture
def folder(tmp_path):
    """A working folder in which a region was begun."""
    folder = partial_folder(tmp_path / "map ä.tif")
    folder.mkdir()
    for name in (IDENTITY, LOCK, "00000-class.tif"):
        (folder / name).touch()
    return folder


def test_the_folder_is_beside_the_map_and_named_after_it(tmp_path):
    assert partial_folder(tmp_path / "map ä.tif") == tmp_path / "map ä.partial"


def test_a_region_is_finished_when_its_marker_exists(folder):
    assert finished_regions(folder) == []
    for number in (1, 0):
        (folder / f"0000{number}.json").touch()
    assert [path.name for path in finished_regions(folder)] == ["00000.json", "00001.json"]


def test_a_folder_is_removed_unless_it_has_a_finished_region(folder, tmp_path):
    discard_if_nothing_is_finished(tmp_path / "not there")
    (folder / "00000.json").touch()
    discard_if_nothing_is_finished(folder)
    assert folder.is_dir()
    (folder / "00000.json").unlink()
    discard_if_nothing_is_finished(folder)
    assert not folder.exists()


def test_a_folder_in_use_is_kept(folder):
    with exclusive_lock(folder / LOCK, lambda _: CoreError("in use")):
        discard_if_nothing_is_finished(folder)
        assert folder.is_dir()


def test_leftovers_of_a_killed_process_include_a_folder_with_nothing_finished(folder, tmp_path):
    discard_leftovers([tmp_path / "map ä.tif"], 1)
    assert not folder.exists()
