"""Fingerprints of the files that a model was trained on."""

import hashlib
import time

import pytest

from core.training.data.fingerprints import fingerprints


def test_name_size_and_hash_of_each_file_in_order(tmp_path):
    contents = {"ä b.tif": b"x" * 5_000_000, "labels.gpkg": b""}
    for name, content in contents.items():
        (tmp_path / name).write_bytes(content)
    paths = [str(tmp_path / "ä b.tif"), f"{tmp_path / 'labels.gpkg'}|layername=a"]
    with fingerprints(paths) as wait:
        found = wait()
    assert found == [
        {"name": name, "bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}
        for name, content in contents.items()
    ]


def test_a_missing_file_has_no_hash(tmp_path):
    with fingerprints([str(tmp_path / "gone.tif")]) as wait:
        assert wait() == [{"name": "gone.tif", "bytes": None, "sha256": None}]


def test_a_job_that_fails_does_not_wait_for_a_large_file(tmp_path):
    large = tmp_path / "large.tif"
    with large.open("wb") as file:
        file.truncate(200 * 2**30)  # hashing this would take minutes; the hole takes no disk
    start = time.monotonic()
    with pytest.raises(ZeroDivisionError), fingerprints([str(large)]):
        raise ZeroDivisionError
    assert time.monotonic() - start < 60  # not a benchmark: the whole file takes minutes
