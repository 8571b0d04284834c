"""A missing source of a virtual raster is an error on each read, whatever else is open."""

import numpy as np
import pytest
import rasterio
from rasterio.windows import Window

from core.contract.messages.errors import RasterError
from core.geodata.raster.damaged import TolerantScene
from core.geodata.raster.scene import open_scene

SIDE = 128


def write_vrt(path, names, relative=True):
    sources = "".join(
        f"""<SimpleSource><SourceFilename relativeToVRT="{int(relative)}">{name}</SourceFilename>
        <SourceBand>1</SourceBand><SrcRect xOff="0" yOff="0" xSize="{SIDE}" ySize="{SIDE}"/>
        <DstRect xOff="{index * SIDE}" yOff="0" xSize="{SIDE}" ySize="{SIDE}"/></SimpleSource>"""
        for index, name in enumerate(names)
    )
    path.write_text(
        f"""<VRTDataset rasterXSize="{len(names) * SIDE}" rasterYSize="{SIDE}"><SRS>EPSG:32632</SRS>
        <GeoTransform>500000, 0.5, 0, 5600000, 0, -0.5</GeoTransform>
        <VRTRasterBand dataType="Byte" band="1">{sources}</VRTRasterBand></VRTDataset>""",
        encoding="utf-8",
    )
    return path


@pytest.fixture
def here(make_raster):
    """An existing source; its name has to be escaped."""
    return make_raster(np.full((SIDE, SIDE), 9, np.uint8), "ö & 'a'.tif")


@pytest.fixture
def _another_is_open(here, tmp_path):
    """As long as any virtual raster is open, GDAL remembers sources that it failed to open."""
    with rasterio.open(write_vrt(tmp_path / "whole.vrt", ["ö &amp; 'a'.tif"] * 2)) as dataset:
        dataset.read()
        yield


@pytest.mark.usefixtures("_another_is_open")
@pytest.mark.parametrize("relative", [True, False])
def test_a_missing_source_is_an_error_on_each_read(here, tmp_path, relative):
    names = ["ö &amp; 'a'.tif", "lost.tif"] if relative else [str(here).replace("&", "&amp;"), "/no/lost.tif"]
    with open_scene(write_vrt(tmp_path / "half.vrt", names, relative)) as scene:
        for _ in range(3):
            with pytest.raises(RasterError, match=r"half\.vrt' refers to other files.*lost\.tif"):
                scene.read(Window(0, 0, 2 * SIDE, SIDE))
            with pytest.raises(RasterError, match=r"lost\.tif"):
                scene.read_valid(Window(SIDE, 0, 1, 1))
            assert (scene.read(Window(0, 0, SIDE, SIDE)) == 9).all()


@pytest.mark.usefixtures("_another_is_open")
def test_pixels_around_missing_sources_are_read(tmp_path):
    names = ["lost.tif", "ö &amp; 'a'.tif", "lost 2.tif"]
    with open_scene(write_vrt(tmp_path / "some.vrt", names)) as scene:
        tolerant = TolerantScene(scene)
        values, valid = tolerant.read_with_valid(Window(0, 0, 3 * SIDE, SIDE))
    np.testing.assert_array_equal(valid[0], np.repeat([False, True, False], SIDE))
    assert (values[0][valid] == 9).all()
    assert tolerant.damaged_blocks == {(0, 0), (0, 2)}


@pytest.mark.usefixtures("_another_is_open")
def test_a_missing_source_of_a_nested_virtual_raster_is_found(tmp_path):
    inner = write_vrt(tmp_path / "inner.vrt", ["lost.tif", "ö &amp; 'a'.tif"])
    assert inner.exists()
    path = tmp_path / "outer.vrt"
    write_vrt(path, ["ö &amp; 'a'.tif", "inner.vrt"])
    # Two rasters wide, compressed to the width of one: its missing half comes first.
    path.write_text(path.read_text().replace(
        f'xSize="{SIDE}" ySize="{SIDE}"/>\n        <DstRect xOff="{SIDE}"',
        f'xSize="{2 * SIDE}" ySize="{SIDE}"/>\n        <DstRect xOff="{SIDE}"',
    ))  # fmt: skip
    with open_scene(path) as scene:
        for _ in range(2):
            with pytest.raises(RasterError, match=r"lost\.tif"):
                scene.read(Window(SIDE, 0, SIDE // 2, SIDE))
            assert (scene.read(Window(SIDE + SIDE // 2, 0, SIDE // 2, SIDE)) == 9).all()


@pytest.mark.usefixtures("_another_is_open")
def test_a_source_deleted_later_is_an_error_after_reopening(make_raster, tmp_path):
    gone = make_raster(np.full((SIDE, SIDE), 5, np.uint8), "gone.tif")
    with open_scene(write_vrt(tmp_path / "half.vrt", ["gone.tif", "gone.tif"])) as scene:
        scene.read(Window(0, 0, SIDE, SIDE))
        gone.unlink()
        scene.reopen()
        for _ in range(2):
            with pytest.raises(RasterError, match=r"gone\.tif"):
                scene.read(Window(0, 0, SIDE, SIDE))
