"""The plugin's tests and a small training on one QGIS; the results become a row of a table.

Run by QGIS' own Python: ``python3 scripts/check_qgis.py SAMPLE_FOLDER TABLE``. ``PYTHONPATH`` must contain
pytest and pytest-qgis, ``TOPPIXEL_PYTHON`` name an engine. Exit code 1 if a test or the training failed.
"""

from __future__ import annotations

import platform
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from xml.etree import ElementTree as ET

from osgeo import gdal
from qgis.core import Qgis
from qgis.PyQt.QtCore import PYQT_VERSION_STR, QT_VERSION_STR

REPOSITORY = Path(__file__).resolve().parents[1]
QGIS_PROCESS = ["bash", str(REPOSITORY / "scripts" / "qgis_process.sh"), "run"]
SMALL = [
    "--EPOCHS=1", "--CHIP_SIZE=128", "--BATCH_SIZE=8", "--ENCODER=resnet18", "--ENCODER_WEIGHTS=random",
    "--DEVICE=cpu",
]  # fmt: skip

HEADINGS = (
    "QGIS", "Python", "Qt", "PyQt", "GDAL", "Tests passed", "skipped", "failed", "in seconds",
    "Training and map", "in seconds",
)  # fmt: skip


def run_tests(folder: Path) -> tuple[int, int, int]:
    """How many tests of the plugin passed, were skipped and failed; an aborted run counts as a failure."""
    record = folder / "tests.xml"
    options = ["-q", "-rs", "-p", "no:cacheprovider", f"--junit-xml={record}"]
    command = [sys.executable, "-m", "pytest", *options, "tests/qgis"]
    exit_code = subprocess.run(command, cwd=REPOSITORY, check=False).returncode
    if not record.is_file():
        return 0, 0, 1
    suite = next(ET.parse(record).iter("testsuite"))
    total, skipped = int(suite.get("tests", 0)), int(suite.get("skipped", 0))
    failed = int(suite.get("failures", 0)) + int(suite.get("errors", 0))
    return total - skipped - failed, skipped, failed or int(exit_code != 0)


def train_and_map(sample: Path, folder: Path) -> bool:
    """Train one epoch on the sample's smaller scene and classify it, with ``qgis_process``."""
    model, output = folder / "crowns.safetensors", folder / "map.tif"
    scene = f"--INPUT={sample / 'test.tif'}"
    labels = [f"--LABELS={sample / 'test_crowns.gpkg'}", "--CLASS_FIELD=class"]
    for arguments in (
        ["toppixel:trainmodel", scene, *labels, *SMALL, f"--MODEL={model}"],
        ["toppixel:classifyraster", scene, f"--MODEL={model}", f"--OUTPUT={output}", "--DEVICE=cpu"],
    ):
        if subprocess.run([*QGIS_PROCESS, *arguments], check=False).returncode != 0:
            return False
    return output.is_file()


def append_row(table: Path, cells: tuple[object, ...]) -> None:
    """Add a row to a Markdown table; a missing table is created."""
    begin = "" if table.is_file() else _line(HEADINGS) + _line(("---",) * len(HEADINGS))
    with table.open("a", encoding="utf-8") as file:
        file.write(begin + _line(cells))


def _line(cells: tuple[object, ...]) -> str:
    return f"| {' | '.join(map(str, cells))} |\n"


def main() -> None:
    """Check and write the row."""
    sample, table = (Path(argument).resolve() for argument in sys.argv[1:])
    with tempfile.TemporaryDirectory() as folder:
        began = time.monotonic()
        passed, skipped, failed = run_tests(Path(folder))
        tested = time.monotonic()
        trained = train_and_map(sample, Path(folder))
        ended = time.monotonic()
    qgis, python = Qgis.QGIS_VERSION.split("-")[0], platform.python_version()
    versions = qgis, python, QT_VERSION_STR, PYQT_VERSION_STR, gdal.__version__
    tests = passed, skipped, failed, f"{tested - began:.0f}"
    append_row(table, (*versions, *tests, "ok" if trained else "failed", f"{ended - tested:.0f}"))
    sys.exit(0 if trained and not failed else 1)


if __name__ == "__main__":
    main()
