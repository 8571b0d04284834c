import numpy as np
import pytest
from osgeo import gdal, osr
from qgis.core import QgsProject, QgsRasterLayer
from toppixel.algorithms.checks import ground_pixel_size, pixel_size_note, pixel_size_problem
from toppixel.core.contract.classes import build_class_table
from toppixel.core.contract.model_card import Band, ModelCard


def card(pixel_size_m):
    classes = build_class_table([(0, "background"), (1, "car")], {})
    return ModelCard(
        "unet", "resnet18", (Band("red", 90.0, 30.0, 0.0, 255.0),), "uint8", pixel_size_m, classes, 64, "ce",
        (1.0, 1.0),
    )  # fmt: skip


@pytest.fixture
def make_photo(tmp_path):
    """A raster layer with a system and a geotransform."""

    def make(epsg, transform):
        path = str(tmp_path / f"{epsg}.tif")
        dataset = gdal.GetDriverByName("GTiff").Create(path, 100, 100, 1, gdal.GDT_Byte)
        dataset.SetGeoTransform(transform)
        system = osr.SpatialReference()
        system.ImportFromEPSG(epsg)
        dataset.SetProjection(system.ExportToWkt())
        dataset.GetRasterBand(1).WriteArray(np.ones((100, 100), np.uint8))
        dataset = None
        return QgsRasterLayer(path, "photo")

    return make


@pytest.mark.parametrize(
    ("epsg", "transform", "metres"),
    [
        (32632, (500_000, 0.5, 0, 5_600_000, 0, -0.5), 0.5),
        # Web Mercator stretches by 1 / cos(latitude): half at 60 degrees north.
        (3857, (1_000_000, 1, 0, 8_399_737, 0, -1), 0.5),
        # At 60 degrees north a degree is 55.8 km by 111.4 km.
        (4326, (9, 1e-5, 0, 60, 0, -1e-5), 0.7885),
        # US survey feet.
        (2263, (1_000_000, 1, 0, 200_000, 0, -1), 0.3048),
    ],
)
def test_the_pixel_size_is_that_on_the_ground(make_photo, epsg, transform, metres):
    assert ground_pixel_size(make_photo(epsg, transform), QgsProject.instance()) == pytest.approx(
        metres, rel=5e-3
    )


@pytest.mark.parametrize(
    ("model", "noted"), [(0.5, False), (0.42, False), (0.6, False), (0.3, True), (1, True)]
)
def test_another_pixel_size_is_noted_with_both_numbers(scene, model, noted):
    note = pixel_size_note(scene, card(model), None)
    assert bool(note) == noted
    assert not noted or ("'scene' is 0.5 m" in note and f"{model:g} m" in note)


def test_pixels_that_show_nothing_are_a_problem(scene):
    assert pixel_size_problem(scene, card(0.1), None) is None
    assert "0.5 m" in pixel_size_problem(scene, card(0.05), None)
