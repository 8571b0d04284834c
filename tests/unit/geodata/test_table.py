import csv
import math
import sqlite3

import pytest

from core.contract.messages.errors import OutputError
from core.geodata.table import write_table

COLUMNS = [
    ("loss", ["ce", "tëst, 'x'"]),
    ("runs", [2, 1]),
    ("miou", [0.5, math.nan]),
    ("Loss", ["a", "b"]),
]


def test_geopackage_has_the_rows_with_null_for_nan(tmp_path):
    path = tmp_path / "ü b.gpkg"
    write_table(path, COLUMNS)
    with sqlite3.connect(path) as database:
        rows = list(database.execute('select loss, runs, miou, "Loss_2" from "ü b" order by fid'))
    assert rows == [("ce", 2, 0.5, "a"), ("tëst, 'x'", 1, None, "b")]


def test_csv_has_the_rows(tmp_path):
    path = tmp_path / "scores.csv"
    write_table(path, COLUMNS)
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["loss"] for row in rows] == COLUMNS[0][1]
    assert [row["runs"] for row in rows] == ["2", "1"]
    assert float(rows[0]["miou"]) == 0.5
    assert rows[1]["miou"] == ""


def test_missing_folder_is_an_error(tmp_path):
    with pytest.raises(OutputError, match=r"scores\.csv"):
        write_table(tmp_path / "none" / "scores.csv", COLUMNS)
