"""The partial map: a region counts as finished only if all of its files are complete."""

import contextlib
import errno
import subprocess
import sys
from pathlib import Path

import pytest
import torch

from core.contract.messages.errors import DiskFullError, OutputError
from core.inference.partial_map import PartialMap, partial

JOB = {"overlap": 16, "input": ["a.tif", 1, 2], "size": (1, 2)}


def fill(work, regions=3, last=True):
    """Write the regions of a map, each with its sums for the next one."""
    for region in range(regions):
        for name in ("class", "confidence"):
            work.file(region, name).write_bytes(b"pixels" * 100)
        is_last = last and region + 1 == regions
        work.finish(region, {"damaged": [region]}, None if is_last else torch.full((2, 3, 4), region).short())


@pytest.fixture
def work(tmp_path):
    return PartialMap(tmp_path)


def test_notes_and_last_sums_are_returned(work):
    fill(work, last=False)
    assert work.finished() == {n: {"damaged": [n]} for n in range(3)}
    torch.testing.assert_close(work.carry(2), torch.full((2, 3, 4), 2).short(), rtol=0, atol=0)
    assert work.carry(1) is None


def test_sums_may_be_a_view_of_a_tensor(work):
    sums = torch.arange(60, dtype=torch.int16).reshape(3, 4, 5)[:, 1:, ::2]
    work.finish(0, {}, sums)
    torch.testing.assert_close(work.carry(0), sums, rtol=0, atol=0)


def test_rasters_without_a_marker_are_not_finished(work):
    fill(work, 2, last=False)
    work.file(2, "class").write_bytes(b"half")
    assert sorted(work.finished()) == [0, 1]


@pytest.mark.parametrize("spoil", [
    lambda path: path.write_bytes(path.read_bytes()[:-1]),
    lambda path: path.write_bytes(b""),
    lambda path: path.unlink(),
])  # fmt: skip
@pytest.mark.parametrize(("name", "finished"), [
    ("00002-class.tif", []), ("00000-confidence.tif", []), ("00002.json", []), ("00002.npy", []),
])  # fmt: skip
def test_regions_count_up_to_the_last_with_sums_for_the_next(work, spoil, name, finished):
    fill(work, last=False)
    spoil(work.folder / name)
    assert sorted(work.finished()) == finished


def test_the_last_region_needs_no_sums(work):
    fill(work)
    assert sorted(work.finished()) == [0, 1, 2]


def test_a_full_disk_while_sums_are_written_is_an_error(work, monkeypatch):
    def no_room(self, *args, **more):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "open", no_room)
    with pytest.raises(DiskFullError, match="full"):
        work.finish(0, {}, torch.zeros((1, 2, 3)).short())


def test_the_folder_is_removed_after_success(tmp_path):
    with partial(tmp_path / "map.tif", JOB) as work:
        fill(work)
    assert list(tmp_path.iterdir()) == []


def interrupted(output, job, regions=2):
    with contextlib.suppress(KeyboardInterrupt), partial(output, job) as work:
        fill(work, regions, last=False)
        raise KeyboardInterrupt


def test_the_same_job_is_resumed(tmp_path):
    interrupted(tmp_path / "map.tif", JOB)
    with partial(tmp_path / "map.tif", JOB) as work:
        assert (sorted(work.finished()), work.replaced) == ([0, 1], ())


def test_another_job_starts_over_and_knows_what_differs(tmp_path):
    interrupted(tmp_path / "map.tif", JOB)
    with partial(tmp_path / "map.tif", {**JOB, "overlap": 32, "model": "x"}) as work:
        assert (work.finished(), work.replaced) == ({}, ("model", "overlap"))
        assert {path.name for path in work.folder.iterdir()} == {"lock", "job.json"}


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe"])
def test_a_folder_whose_job_cannot_be_read_is_emptied(tmp_path, content):
    interrupted(tmp_path / "map.tif", JOB)
    (tmp_path / "map.partial" / "job.json").write_bytes(content)
    with partial(tmp_path / "map.tif", JOB) as work:
        assert work.finished() == {}


def test_a_job_that_fails_before_its_first_region_leaves_nothing(tmp_path):
    with contextlib.suppress(KeyboardInterrupt), partial(tmp_path / "map.tif", JOB) as work:
        work.file(0, "class").write_bytes(b"half")
        raise KeyboardInterrupt
    assert list(tmp_path.iterdir()) == []


def test_two_processes_cannot_make_the_same_map(tmp_path):
    root = Path(__file__).resolve().parents[3]
    program = (
        f"import sys, time; sys.path.insert(0, {str(root)!r})\n"
        "from pathlib import Path; from core.inference.partial_map import partial\n"
        "with partial(Path(sys.argv[1]), {}):\n    print('in', flush=True); time.sleep(60)"
    )
    other = subprocess.Popen(
        [sys.executable, "-c", program, str(tmp_path / "map.tif")], stdout=subprocess.PIPE, text=True
    )
    try:
        assert other.stdout.readline() == "in\n"
        with (
            pytest.raises(OutputError, match=f"being made by another process .{other.pid}"),
            partial(tmp_path / "map.tif", JOB),
        ):
            pass
        assert (tmp_path / "map.partial" / "job.json").exists()
    finally:
        other.kill()
        other.wait()
        other.stdout.close()
    with partial(tmp_path / "map.tif", JOB) as work:
        assert work.finished() == {}
