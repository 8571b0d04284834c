"""Input checks: which rasters are refused, which lead to a warning, and which pass."""

import math

import numpy as np
import pytest
import rasterio
from rasterio import Affine
from rasterio.enums import ColorInterp

from core.contract.classes import ClassEntry, ClassTable
from core.contract.messages.errors import ModelFileError, RasterError
from core.contract.model_card import Band, ModelCard
from core.geodata.raster.ground import pixel_sides_m
from core.geodata.raster.scene import open_scene
from core.inference.input_checks import at_model_size, check_bands, check_values

CLASSES = ClassTable((ClassEntry(0, 0, "a", "#000000"), ClassEntry(1, 1, "b", "#ffffff")))


def card(names=("red", "green", "blue"), pixel_size_m=0.5, dtype="uint8", statistics=(120, 60, 0, 255)):
    bands = tuple(Band(name, *statistics) for name in names)
    return ModelCard("unet", "resnet18", bands, dtype, pixel_size_m, CLASSES, 64, "ce", (1.0, 1.0))


@pytest.fixture
def named(make_raster):
    """A scene with named bands."""

    def make(*names):
        path = make_raster(np.full((len(names), 20, 30), 9, "uint16"))
        with rasterio.open(path, "r+") as dataset:
            dataset.descriptions = names
        return open_scene(path)

    return make


@pytest.mark.parametrize("count", [1, 2, 4])
def test_another_number_of_bands_is_refused_with_both(make_raster, reporter, count):
    scene = open_scene(make_raster(np.ones((count, 20, 30), "uint16")))
    with pytest.raises(ModelFileError, match=rf"3 bands \(red, green, blue\); 'image\.tif' has {count}"):
        check_bands(scene, card(), reporter)


def test_alpha_is_no_band(make_raster, reporter):
    check_bands(
        open_scene(make_raster(np.ones((4, 20, 30), "uint8"), alpha=True)), card(("a", "b", "c")), reporter
    )


@pytest.mark.parametrize(
    "names", [("blue", "green", "red"), ("Red", "Blue", "GREEN "), ("green", "red", "blue")]
)
def test_the_same_bands_in_another_order_are_refused_with_both_orders(named, reporter, names):
    with pytest.raises(ModelFileError, match="another order") as caught:
        check_bands(named(*names), card(), reporter)
    assert ", ".join(names) in caught.value.message
    assert "red, green, blue" in caught.value.message


def test_colour_interpretation_gives_the_band_order(make_raster, reporter):
    path = make_raster(np.ones((3, 20, 30), "uint16"), photometric="rgb")
    with rasterio.open(path, "r+") as dataset:
        dataset.colorinterp = [ColorInterp.blue, ColorInterp.green, ColorInterp.red]
    with pytest.raises(ModelFileError, match="blue, green, red"):
        check_bands(open_scene(path), card(), reporter)


@pytest.mark.parametrize(
    ("here", "there"),
    [
        (("red", "green", "blue"), ("Red", "Green", "Blue")),
        (("Band 3", "Band 2", "Band 1"), ("red", "green", "blue")),
        (("blue", "green", "red"), ("Band 1", "Band 2", "Band 3")),
        (("B1", "B3", "B2"), ("B3", "B2", "B1")),
        (("red", "green", "green"), ("red", "red", "green")),
        (("red", "Band 2", "blue"), ("blue", "green", "red")),
    ],
)
def test_equal_and_meaningless_names_pass(named, reporter, here, there):
    check_bands(named(*here), card(there), reporter)
    assert not reporter.warnings


def test_other_names_lead_to_a_warning(named, reporter):
    check_bands(named("nir", "red", "green"), card(), reporter)
    (warning,) = reporter.warnings
    assert "nir, red, green" in warning
    assert "red, green, blue" in warning


def test_a_colour_table_leads_to_a_warning_or_a_hint(make_raster, reporter):
    path = make_raster(np.ones((1, 20, 30), "uint8"))
    with rasterio.open(path, "r+") as dataset:
        dataset.write_colormap(1, {1: (255, 0, 0, 255)})
    check_bands(open_scene(path), card(("Band 1",)), reporter)
    assert "colour table" in reporter.warnings[0]
    with pytest.raises(ModelFileError) as caught:
        check_bands(open_scene(path), card(), reporter)
    assert "PCT to RGB" in caught.value.hint


@pytest.fixture
def sized(make_raster):
    """A scene with pixels of a size in metres."""

    def make(across, down=None):
        transform = Affine(across, 0, 5e5, 0, -(down or across), 5.6e6)
        return open_scene(make_raster(np.full((3, 60, 90), 100, "uint8"), transform=transform))

    return make


@pytest.mark.parametrize("size", [0.41, 0.5, 0.59])
def test_about_the_same_pixel_size_is_not_resampled(sized, reporter, size):
    scene = sized(size)
    assert at_model_size(scene, card(), reporter, resample=True) is scene
    assert not reporter.text


@pytest.mark.parametrize("size", [0.1, 0.39, 0.61, 2.0])
def test_another_pixel_size_is_resampled_with_a_message(sized, reporter, size):
    scene = at_model_size(sized(size), card(), reporter, resample=True)
    assert scene.pixel_size_m == pytest.approx(0.5, rel=0.02)
    assert f"{size:g} m" in reporter.text
    assert "0.5 m" in reporter.text
    assert not reporter.warnings


def test_another_pixel_size_leads_to_a_warning_without_resampling(sized, reporter):
    scene = sized(0.25)
    assert at_model_size(scene, card(), reporter, resample=False) is scene
    (warning,) = reporter.warnings
    assert "0.25 m" in warning
    assert "0.5 m" in warning


def test_pixels_too_large_for_the_objects_are_refused(sized, reporter):
    with pytest.raises(RasterError, match=r"5 m.*0\.5 m"):
        at_model_size(sized(5), card(), reporter, resample=True)
    assert at_model_size(sized(5), card(), reporter, resample=False).width == 90


def test_oblong_pixels_are_made_square_with_a_message(make_raster, reporter):
    # At 60 degrees north a degree of longitude is half as long as one of latitude.
    transform = Affine(0.9e-5, 0, 9, 0, -0.45e-5 * 1.6, 60)
    scene = open_scene(make_raster(np.full((3, 60, 90), 100, "uint8"), crs="EPSG:4326", transform=transform))
    across, down = pixel_sides_m(scene)
    assert math.sqrt(across * down) == pytest.approx(scene.pixel_size_m, rel=0.01)
    square = at_model_size(scene, card(pixel_size_m=scene.pixel_size_m), reporter, resample=True)
    assert pixel_sides_m(square) == pytest.approx([scene.pixel_size_m] * 2, rel=0.02)
    assert f"{across:.3g} m by {down:.3g} m on the ground" in reporter.text
    at_model_size(scene, card(pixel_size_m=scene.pixel_size_m), reporter, resample=False)
    assert "stretched" in reporter.warnings[0]


@pytest.fixture
def valued(make_raster):
    """A scene of noise with a mean and a standard deviation."""

    def make(mean, spread, dtype="uint8", **more):
        noise = np.random.default_rng(0).normal(mean, spread, (3, 200, 200))
        if np.dtype(dtype).kind != "f":
            noise = noise.clip(np.iinfo(dtype).min, np.iinfo(dtype).max)
        return open_scene(make_raster(noise.astype(dtype), **more))

    return make


@pytest.mark.parametrize(("mean", "spread"), [(120, 60), (60, 40), (180, 30), (100, 25)])
def test_values_like_those_of_training_pass(valued, reporter, mean, spread):
    check_values(valued(mean, spread), card(), reporter)
    assert not reporter.text


@pytest.mark.parametrize(("mean", "spread"), [(15, 8), (235, 10), (120, 5)])
def test_values_unlike_those_of_training_lead_to_a_warning(valued, reporter, mean, spread):
    check_values(valued(mean, spread), card(), reporter)
    (warning,) = reporter.warnings
    assert "red" in warning
    assert "120 ± 60" in warning
    assert f"{mean}" in warning or f"{mean - 1}" in warning


def test_a_larger_standard_deviation_leads_to_a_warning(valued, reporter):
    check_values(valued(400, 300, "uint16"), card(dtype="uint16", statistics=(380, 90, 0, 900)), reporter)
    assert "380 ± 90" in reporter.warnings[0]


@pytest.mark.parametrize(
    ("scene", "model"),
    [
        ((20_000, 8000, "uint16"), {}),
        ((0.5, 0.2, "float32"), {}),
        ((90, 40, "uint8"), {"dtype": "uint16", "statistics": (20_000, 8000, 0, 65_535)}),
    ],
)
def test_another_data_type_on_another_scale_is_refused_with_both_ranges(valued, reporter, scene, model):
    with pytest.raises(ModelFileError, match="another scale") as caught:
        check_values(valued(*scene), card(**model), reporter)
    assert scene[2] in caught.value.message
    assert "65535" in caught.value.message or "0 to 255" in caught.value.message


def test_another_data_type_on_the_same_scale_leads_to_a_warning(valued, reporter):
    check_values(valued(120, 50, "float32"), card(), reporter)
    (warning,) = reporter.warnings
    assert "uint8 values, from 0 to 255" in warning
    assert "float32" in warning


def test_other_values_of_the_same_data_type_are_never_refused(valued, reporter):
    check_values(valued(0.5, 0.2, "float32"), card(dtype="float32"), reporter)
    assert reporter.warnings


def test_nodata_is_ignored_and_a_scene_of_nodata_passes(make_raster, reporter):
    values = np.full((3, 400, 400), 255, "uint8")
    values[:, 100:180, 100:180] = np.random.default_rng(0).normal(120, 50, (3, 80, 80)).clip(0, 254)
    check_values(open_scene(make_raster(values, nodata=255)), card(), reporter)
    check_values(open_scene(make_raster(np.zeros_like(values), nodata=0)), card(), reporter)
    assert not reporter.text


@pytest.mark.parametrize("trained", ["roofs", "vehicles", "buildings"])
@pytest.mark.parametrize("used", ["roofs", "vehicles", "buildings"])
def test_good_photos_of_another_area_pass(real_data, reporter, trained, used):
    files = {"roofs": "image.tif", "vehicles": "image.tif", "buildings": "area_a.tif"}
    scene = open_scene(real_data / trained / files[trained])
    with rasterio.open(scene.path) as dataset:
        values = dataset.read(list(scene.bands), out_shape=(3, 512, 512)).reshape(3, -1)
    bands = tuple(Band(n, v.mean(), v.std(), 0, 255) for n, v in zip(scene.band_names, values))
    model = ModelCard("unet", "resnet18", bands, "uint8", 0.1, CLASSES, 64, "ce", (1.0, 1.0))
    check_values(open_scene(real_data / used / files[used]), model, reporter)
    assert not reporter.text
