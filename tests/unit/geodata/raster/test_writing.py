import subprocess
import sys
import textwrap
from pathlib import Path

import numpy as np
import pytest
import rasterio
from rasterio.windows import Window

import core.geodata.raster.failures as failures_module
import core.geodata.raster.writing as writing_module
from core.contract.messages.errors import DiskFullError, OutputError
from core.geodata.raster.scene import open_scene
from core.geodata.raster.writing import create_raster

WHOLE = Window(0, 0, 40, 30)
VALUES = np.arange(3 * 30 * 40).reshape(3, 30, 40)


def test_created_raster_has_the_grid_of_the_scene(make_raster, tmp_path):
    scene = open_scene(make_raster(VALUES.astype("uint8")))
    with create_raster(tmp_path / "out.tif", scene, 1, "uint8", 255) as out:
        out.write(VALUES[0].astype("uint8"), 1, window=WHOLE)
        out.write_colormap(1, {7: (1, 2, 3, 255)})
    with rasterio.open(tmp_path / "out.tif") as written:
        np.testing.assert_array_equal(written.read(1), VALUES[0].astype("uint8"))
        assert (written.transform, written.crs, written.nodata) == (scene.transform, "EPSG:32632", 255)
        assert written.block_shapes == [(256, 256)]
        assert written.colormap(1)[7] == (1, 2, 3, 255)


@pytest.mark.parametrize("size", [0, 3, 8, 100, 225, 5000])
def test_file_left_by_a_killed_process_is_overwritten(make_raster, tmp_path, size):
    scene, path = open_scene(make_raster(VALUES.astype("uint8"))), tmp_path / "out.tif"
    with create_raster(path, scene, 1, "uint8", 255) as out:
        out.write(VALUES[0].astype("uint8"), 1, window=WHOLE)
    path.write_bytes(path.read_bytes()[:size])
    with create_raster(path, scene, 1, "uint8", 255) as out:
        out.write(VALUES[0].astype("uint8"), 1, window=WHOLE)
    with rasterio.open(path) as written:
        np.testing.assert_array_equal(written.read(1), VALUES[0].astype("uint8"))


def test_missing_folder_is_an_error(make_raster, tmp_path):
    scene = open_scene(make_raster(VALUES.astype("uint8")))
    with pytest.raises(OutputError, match=r"gone.out\.tif' cannot be written"):
        create_raster(tmp_path / "gone" / "out.tif", scene, 1, "uint8", 255)


@pytest.mark.skipif(sys.platform != "linux", reason="needs a limit of file sizes")
@pytest.mark.parametrize("rows", [1400, 2048])
def test_failed_write_is_never_silent(make_raster, tmp_path, rows):
    """GDAL writes the last blocks on closing, where rasterio does not report a failure."""
    image = make_raster(np.zeros((2048, 2048), dtype="uint8"))
    script = f"""
        import resource
        import numpy as np
        from rasterio.windows import Window
        from core.contract.messages.errors import OutputError
        from core.geodata.raster.scene import open_scene
        from core.geodata.raster.writing import create_raster

        scene = open_scene({str(image)!r})
        resource.setrlimit(resource.RLIMIT_FSIZE, (2_000_000, 2_000_000))
        noise = np.random.default_rng(0).integers(0, 255, ({rows}, 2048), dtype=np.uint8)
        try:
            with create_raster({str(tmp_path / "out.tif")!r}, scene, 1, "uint8", 255) as out:
                out.write(noise, 1, window=Window(0, 0, 2048, {rows}))
        except OutputError:
            print("explained")
    """
    root = Path(__file__).parents[4]
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(script)], cwd=root, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "explained"


def test_failed_write_on_a_full_disk_is_reported_as_such(make_raster, tmp_path, monkeypatch):
    scene = open_scene(make_raster(VALUES.astype("uint8")))
    monkeypatch.setattr(failures_module.shutil, "disk_usage", lambda _: type("Usage", (), {"free": 0}))
    monkeypatch.setattr(writing_module, "_has_all_blocks", lambda _: False)
    with pytest.raises(DiskFullError, match="disk became full"):
        create_raster(tmp_path / "out.tif", scene, 1, "uint8", 255).close()


def test_file_without_its_last_blocks_is_incomplete(make_raster):
    path = make_raster(np.random.default_rng(0).integers(0, 255, (600, 600), dtype="uint8"))
    assert writing_module._has_all_blocks(path)
    path.write_bytes(path.read_bytes()[:-100])
    assert not writing_module._has_all_blocks(path)


def test_first_error_is_raised(make_raster, tmp_path):
    scene = open_scene(make_raster(VALUES.astype("uint8")))
    with pytest.raises(KeyError), create_raster(tmp_path / "out.tif", scene, 1, "uint8", 255):
        raise KeyError
