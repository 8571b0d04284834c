from pathlib import Path

import pytest

from core.contract.raster_list import find_rasters, result_names


@pytest.fixture
def folder(tmp_path):
    """Rasters in a folder, and in one inside, among other files."""
    for name in ("b.tif", "A.TIF", "c.jp2", ".hidden.tif", "notes.txt"):
        (tmp_path / name).touch()
    for inner in ("deep", "results", "map.partial", ".trash"):
        (tmp_path / inner).mkdir()
        (tmp_path / inner / "d.tif").touch()
    return tmp_path


def names(found, folder):
    return [path.relative_to(folder).as_posix() for path in found]


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("*.tif", ["A.TIF", "b.tif"]),
        ("*.tif; *.JP2", ["A.TIF", "b.tif", "c.jp2"]),
        ("**/*.tif", ["A.TIF", "b.tif", "deep/d.tif"]),
        ("*.jp2;**/d.*", ["c.jp2", "deep/d.tif"]),
        ("", []),
    ],
)
def test_files_of_a_folder_match_a_pattern_in_any_case(folder, pattern, expected):
    assert names(find_rasters([], str(folder), pattern, str(folder / "results")), folder) == expected


def test_files_come_first_without_duplicates(folder):
    found = find_rasters([str(folder / "b.tif"), str(folder / "c.jp2")], str(folder), "*.tif", "")
    assert names(found, folder) == ["b.tif", "c.jp2", "A.TIF"]


@pytest.mark.parametrize(
    ("rasters", "expected"),
    [
        (["/a/x.tif", "/a/y.tif"], ["x", "y"]),
        (["/a/x.tif", "/b/x.tif"], ["a_x", "b_x"]),
        (["/a/c/x.tif", "/b/c/x.tif"], ["a_c_x", "b_c_x"]),
        (["/a/x.tif", "/a/X.jp2"], ["x_tif", "X_jp2"]),
        (["/a/x.tif", "/b/x.tif", "/c/a_x.tif"], ["a_x", "b_x", "a_x_2"]),
    ],
)
def test_results_are_named_like_their_rasters_with_folders_where_names_are_the_same(rasters, expected):
    assert result_names([Path(raster) for raster in rasters], [".tif"]) == expected


def test_a_raster_named_like_another_ones_confidence_gets_a_number():
    rasters = [Path("/a/x.tif"), Path("/a/x_confidence.tif")]
    assert result_names(rasters, [".tif"]) == ["x", "x_confidence"]
    assert result_names(rasters, [".tif", "_confidence.tif"]) == ["x", "x_confidence_2"]
