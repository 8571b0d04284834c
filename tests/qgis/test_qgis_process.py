import json
import os
import shutil
import signal
import subprocess
import time
from pathlib import Path

import numpy as np
import pytest

REPOSITORY = Path(__file__).parents[2]
# Debian's wrapper of QGIS 3.22 adds an option that its own program does not know.
PROGRAM = shutil.which("qgis_process.bin") or shutil.which("qgis_process")

pytestmark = pytest.mark.skipif(PROGRAM is None, reason="qgis_process is not installed")


@pytest.fixture
def environment(tmp_path):
    """An empty profile that finds this plugin."""
    (tmp_path / "plugins").mkdir()
    (tmp_path / "plugins" / "toppixel").symlink_to(REPOSITORY, target_is_directory=True)
    (tmp_path / "runtime").mkdir(mode=0o700)
    return {
        **os.environ,
        "QGIS_CUSTOM_CONFIG_PATH": str(tmp_path / "config"),
        "QGIS_PLUGINPATH": str(tmp_path / "plugins"),
        "XDG_RUNTIME_DIR": str(tmp_path / "runtime"),
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONDONTWRITEBYTECODE": "1",
    }


@pytest.fixture
def qgis_process(environment):
    def call(*arguments):
        return subprocess.run(
            [PROGRAM, *arguments], env=environment, capture_output=True, text=True, timeout=300, check=False
        )

    enabled = call("plugins", "enable", "toppixel")
    assert enabled.returncode == 0, enabled.stderr
    return call


def test_the_algorithms_are_listed_and_explained(qgis_process):
    listed = qgis_process("list").stdout
    explained = qgis_process("help", "toppixel:trainmodel").stdout

    for name in ("trainmodel", "classifyraster", "classifyrasters", "comparelosses", "setupengine"):
        assert f"toppixel:{name}" in listed
    assert "CLASS_FIELD: Class field" in explained
    assert "Field of the polygon layer that holds the class" in explained


def test_wrong_values_end_with_a_sentence_and_exit_code_1(qgis_process, write_raster, tmp_path):
    path = write_raster(tmp_path / "pan.tif", np.ones((1, 64, 64), np.uint8))

    run = qgis_process(
        "run", "toppixel:classifyraster", f"--INPUT={path}", "--MODEL=/no.safetensors", "--OUTPUT=/no/c.tif"
    )

    assert run.returncode == 1
    assert "'/no.safetensors' cannot be read" in run.stderr
    assert "there is no folder '/no'" in run.stderr


@pytest.fixture
def training(scene, add_polygons, tmp_path):
    """Arguments of a training that takes seconds; the labels lie in a file."""
    from qgis.core import QgsProject, QgsVectorFileWriter, QgsVectorLayer

    layer = QgsVectorLayer("Polygon?crs=EPSG:32632&field=kind:string", "labels", "memory")
    add_polygons(layer, [(0, 0, 85, 256, "bright")])
    options = QgsVectorFileWriter.SaveVectorOptions()
    path = tmp_path / "labels.gpkg"
    QgsVectorFileWriter.writeAsVectorFormatV3(
        layer, str(path), QgsProject.instance().transformContext(), options
    )
    return [
        "run",
        "toppixel:trainmodel",
        f"--INPUT={scene.source()}",
        f"--LABELS={path}",
        "--CLASS_FIELD=kind",
        "--CHIP_SIZE=32",
        "--BATCH_SIZE=4",
        "--ENCODER=tu-test_resnet",
        "--ENCODER_WEIGHTS=random",
        "--DEVICE=cpu",
        f"--MODEL={tmp_path / 'model.safetensors'}",
    ]


def test_train_and_classify(qgis_process, engine, training, scene, tmp_path):
    trained = qgis_process("--json", *training, "--EPOCHS=1")
    assert trained.returncode == 0, trained.stderr
    model = json.loads(trained.stdout)["results"]["MODEL"]

    output = tmp_path / "classes.tif"
    classified = qgis_process(
        "run",
        "toppixel:classifyraster",
        f"--INPUT={scene.source()}",
        f"--MODEL={model}",
        f"--OUTPUT={output}",
        "--DEVICE=cpu",
    )

    assert classified.returncode == 0, classified.stderr
    assert output.is_file()


def test_losses_to_compare_are_in_one_line(qgis_process, training, tmp_path):
    arguments = [argument for argument in training[2:] if not argument.startswith("--MODEL")]

    run = qgis_process(
        "run", "toppixel:comparelosses", *arguments, "--LOSSES=ce; focl", f"--FOLDER={tmp_path / 'new'}"
    )

    assert run.returncode == 1
    assert "Losses: There is no loss 'focl'. Did you mean 'focal'?" in run.stderr


def test_many_rasters_become_maps_with_a_mosaic(qgis_process, untrained_model, write_raster, tmp_path):
    folder = tmp_path / "sheets ü"
    folder.mkdir()
    values = np.random.default_rng(0).integers(0, 255, (3, 64, 64), dtype=np.uint8)
    for name in ("a.tif", "b.tif"):
        write_raster(folder / name, values)

    run = qgis_process(
        "--json", "run", "toppixel:classifyrasters", f"--INPUT_FOLDER={folder}", f"--MODEL={untrained_model}",
        f"--FOLDER={tmp_path / 'maps'}", "--CONFIDENCE=true", f"--POLYGONS={tmp_path / 'all.gpkg'}",
        "--DEVICE=cpu",
    )  # fmt: skip

    assert run.returncode == 0, run.stderr
    results = json.loads(run.stdout)["results"]
    assert results["FAILED"] == 0
    assert {path.name for path in (tmp_path / "maps").iterdir() if path.suffix != ".xml"} == {
        "a.tif", "a_confidence.tif", "b.tif", "b_confidence.tif", "mosaic.vrt", "rasters.csv",
    }  # fmt: skip
    assert Path(results["POLYGONS"]).is_file()


@pytest.mark.skipif(os.name == "nt", reason="Ctrl-C is sent in another way on Windows")
def test_ctrl_c_ends_the_run_and_leaves_nothing(qgis_process, engine, environment, training, tmp_path):
    run = subprocess.Popen(
        [PROGRAM, *training, "--EPOCHS=100000"],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    # What it prints stays in its buffer; the job's scratch folder shows that the engine is at work.
    deadline = time.monotonic() + 120
    while not list(tmp_path.glob(".toppixel-*")) and time.monotonic() < deadline:
        time.sleep(0.1)

    run.send_signal(signal.SIGINT)
    rest, _ = run.communicate(timeout=60)

    assert run.returncode == 1
    assert "Cancelled" in rest
    assert not list(tmp_path.glob("*.safetensors"))
    assert not list(tmp_path.glob(".toppixel-*"))
