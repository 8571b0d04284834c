import contextlib
import errno
import os
import time
from collections import namedtuple

import pytest

from core.contract.messages.errors import DiskFullError, OutputError, RasterError
from core.files import atomic as outputs
from core.files.atomic import (
    discard_abandoned,
    discard_leftovers,
    discard_temporary,
    explain_os_error,
    finished_file,
    require_free_space,
    scratch_folder,
)


def test_file_appears_when_the_block_ends(tmp_path):
    final = tmp_path / "map ü.tif"
    with finished_file(final) as partial:
        partial.write_bytes(b"whole")
        assert partial.suffix == ".tif"
        assert not final.exists()
    assert final.read_bytes() == b"whole"
    assert list(tmp_path.iterdir()) == [final]


def test_failure_keeps_the_old_file_and_leaves_no_side_file(tmp_path):
    final = tmp_path / "map.tif"
    final.write_bytes(b"old")

    def write():
        with finished_file(final) as partial:
            partial.write_bytes(b"half")
            partial.with_name(partial.name + ".aux.xml").write_bytes(b"x")
            raise KeyError

    with pytest.raises(KeyError):
        write()
    assert final.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [final]


@pytest.mark.parametrize(
    ("number", "leaf"),
    [(errno.ENOSPC, DiskFullError), (errno.EDQUOT, DiskFullError), (errno.EACCES, OutputError)],
)
def test_failed_write_is_explained(tmp_path, number, leaf):
    with pytest.raises(leaf, match=r"map\.tif"), finished_file(tmp_path / "map.tif"):
        raise OSError(number, os.strerror(number))


def test_core_error_is_kept(tmp_path):
    error = RasterError("The raster is truncated.")
    assert explain_os_error(error, tmp_path) is error
    with pytest.raises(RasterError), finished_file(tmp_path / "map.tif"):
        raise error


def test_missing_folder_is_reported(tmp_path):
    with pytest.raises(OutputError, match="cannot be written"), scratch_folder(tmp_path / "no" / "map.tif"):
        pass


def test_scratch_folder_is_beside_the_output_and_removed(tmp_path):
    with scratch_folder(tmp_path / "map.tif") as folder:
        assert folder.parent == tmp_path
        (folder / "x").mkdir()
    assert list(tmp_path.iterdir()) == []


def test_process_that_must_stop_at_once_leaves_nothing(tmp_path):
    with finished_file(tmp_path / "a.gpkg") as partial, scratch_folder(tmp_path / "a") as folder:
        partial.write_bytes(b"half")
        partial.with_name(partial.name + "-wal").write_bytes(b"x")
        (folder / "x").write_bytes(b"half")
        discard_temporary()
        assert list(tmp_path.iterdir()) == []
        partial.write_bytes(b"the renaming needs a file")


def test_leftovers_of_a_killed_process_are_removed_and_nobody_elses(tmp_path):
    """The killed process is played by this one: the block is left before it can tidy up."""
    final = tmp_path / "map [1].tif"
    final.write_bytes(b"old")
    kept = tmp_path / f".map [1].{os.getpid() + 1}.part.tif"
    kept.write_bytes(b"of another process")
    file, folder = finished_file(final), scratch_folder(final)
    file.__enter__().write_bytes(b"half")
    folder.__enter__()
    discard_leftovers([final], os.getpid())
    assert sorted(tmp_path.iterdir()) == sorted([final, kept])


def test_disk_without_space_is_refused_with_numbers(tmp_path, monkeypatch):
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(outputs.shutil, "disk_usage", lambda _: usage(0, 0, 2e9))
    require_free_space(tmp_path / "map.tif", 2e9)
    with pytest.raises(DiskFullError, match=r"2\.0 GB left; up to 3\.5 GB"):
        require_free_space(tmp_path / "map.tif", 3.5e9)


def test_abandoned_files_of_an_output_are_removed_and_others_kept(tmp_path):
    gone = (".a ü.17.part.tif", ".a ü.18.part.tif", ".a ü.18.part.tif.aux.xml")
    # The second may be being written by another process: it is of 'a ü.2.tif'.
    others = [".a ü.2.17.part.tif", ".b.17.part.tif", "a ü.tif"]
    for name in (*gone, *others):
        (tmp_path / name).touch()
    discard_abandoned(tmp_path / "a ü.tif")
    assert sorted(path.name for path in tmp_path.iterdir()) == others


def test_scratch_folders_of_killed_processes_are_removed_and_those_in_use_kept(tmp_path):
    def age(folder):
        long_ago = time.time() - 3600
        os.utime(folder, (long_ago, long_ago))

    abandoned, new = tmp_path / ".toppixel-17-abc", tmp_path / ".toppixel-18-abc"
    for folder in (abandoned, new):
        folder.mkdir()
        (folder / "target_0.tif").touch()
    age(abandoned)
    with scratch_folder(tmp_path / "a.tif") as used:
        age(used)
        with scratch_folder(tmp_path / "b.tif"):
            assert not abandoned.exists()
            assert new.exists()
            assert used.exists()
    assert list(tmp_path.iterdir()) == [new]


@pytest.mark.parametrize(
    ("number", "is_failure"), [(errno.ENOSPC, True), (errno.EIO, True), (errno.EINVAL, False)]
)
def test_a_failing_fsync_is_reported_and_an_unsupported_one_is_not(tmp_path, monkeypatch, number, is_failure):
    def fail(_):
        raise OSError(number, os.strerror(number))

    file = tmp_path / "model.bin"
    file.write_bytes(b"whole")
    outputs.flush_to_disk(file)
    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError, match=os.strerror(number)) if is_failure else contextlib.nullcontext():
        outputs.flush_to_disk(file)
    assert file.read_bytes() == b"whole"
