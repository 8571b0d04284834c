import numpy as np
import pytest
import rasterio
from rasterio import Affine
from shapely import MultiPolygon, Polygon, box

import core.geodata.raster.scene as raster_module
from core.contract.messages.errors import JobCancelledError, LabelError, RasterError
from core.geodata.labels.targets import prepare_labels
from core.geodata.raster.scene import open_scene, open_scenes

IMAGE = np.ones((40, 50), "uint8")
UTM = Affine(0.5, 0, 500_000, 0, -0.5, 5_600_000)


@pytest.fixture
def prepare(make_job, tmp_path, reporter):
    """Prepare labels; returns the class table and the targets as arrays."""

    def run(image, labels, *fields, **more):
        job = make_job(image, labels, *fields, **more)
        found = prepare_labels(job, open_scenes(job.input), tmp_path, reporter)
        return found.classes, *(_read(target) for target in found.targets)

    return run


def _read(path):
    with rasterio.open(path) as dataset:
        assert dataset.nodata == 255
        assert dataset.dtypes == ("uint8",)
        return dataset.read(1)


def _expected(shape, *rectangles, fill=0):
    target = np.full(shape, fill)
    for left, top, right, bottom, index in rectangles:
        target[top:bottom, left:right] = index
    return target


def test_integer_field_becomes_indices(make_raster, make_layer, prepare):
    labels = make_layer([box(2, 3, 10, 12), box(20, 20, 30, 35)], [7, 5])
    classes, target = prepare(make_raster(IMAGE), labels)
    assert [(e.index, e.value, e.name) for e in classes] == [(0, 0, "background"), (1, 5, "5"), (2, 7, "7")]
    np.testing.assert_array_equal(target, _expected((40, 50), (2, 3, 10, 12, 2), (20, 20, 30, 35, 1)))


def test_text_field_becomes_indices_and_colours(make_raster, make_layer, prepare):
    labels = make_layer([box(2, 3, 10, 12), box(20, 20, 30, 35)], ["road", "car"])
    classes, target = prepare(make_raster(IMAGE), labels, class_colours={"car": "#123456"})
    assert classes.names == ["background", "car", "road"]
    assert classes[1].colour == "#123456"
    np.testing.assert_array_equal(target, _expected((40, 50), (2, 3, 10, 12, 2), (20, 20, 30, 35, 1)))


def test_unlabelled_pixels_are_ignored_if_the_job_says_so(make_raster, make_layer, prepare):
    labels = make_layer([box(2, 3, 10, 12), box(20, 20, 30, 35)], ["road", "car"])
    classes, target = prepare(make_raster(IMAGE), labels, unlabelled="ignore")
    assert classes.names == ["car", "road"]
    np.testing.assert_array_equal(
        target, _expected((40, 50), (2, 3, 10, 12, 1), (20, 20, 30, 35, 0), fill=255)
    )


def test_real_field_with_whole_numbers_is_read_as_integer(make_raster, make_layer, prepare):
    labels = make_layer([box(2, 3, 10, 12), box(20, 20, 30, 35)], [1.0, 2.0])
    assert prepare(make_raster(IMAGE), labels)[0].names == ["background", "1", "2"]


def test_real_field_with_fractions_is_refused(make_raster, make_layer, prepare):
    labels = make_layer([box(2, 3, 10, 12), box(20, 20, 30, 35)], [1.0, 2.25])
    with pytest.raises(LabelError, match=r"fractional numbers such as 2\.25"):
        prepare(make_raster(IMAGE), labels)


def test_date_field_is_refused(make_raster, make_layer, prepare):
    dates = np.array(["2020-01-01", "2021-01-01"], dtype="datetime64[D]")
    labels = make_layer([box(2, 3, 10, 12), box(20, 20, 30, 35)], dates)
    with pytest.raises(LabelError, match="neither integers nor text"):
        prepare(make_raster(IMAGE), labels)


@pytest.mark.parametrize("values", [[1.0, np.nan], ["a", None], ["a", "  "]])
def test_null_classes_are_ignored_and_their_number_reported(
    make_raster, make_layer, prepare, reporter, values
):
    labels = make_layer([box(2, 3, 10, 12), box(20, 20, 30, 35)], values)
    _, target = prepare(make_raster(IMAGE), labels)
    np.testing.assert_array_equal(target, _expected((40, 50), (2, 3, 10, 12, 1), (20, 20, 30, 35, 255)))
    assert "1 of 2 polygons have no value in the field 'class'" in reporter.text


@pytest.mark.parametrize("values", [[1, 255], ["a", "Ignore"]])
def test_ignored_areas_are_drawn_over_everything(make_raster, make_layer, prepare, values):
    labels = make_layer([box(2, 3, 5, 6), box(0, 0, 30, 35)], values)
    with pytest.raises(LabelError, match="only the class 'background'"):
        prepare(make_raster(IMAGE), labels)
    labels = make_layer([box(2, 3, 20, 20), box(4, 4, 8, 8)], values)
    _, target = prepare(make_raster(IMAGE), labels)
    np.testing.assert_array_equal(target, _expected((40, 50), (2, 3, 20, 20, 1), (4, 4, 8, 8, 255)))


@pytest.mark.parametrize("order", [[0, 1], [1, 0]])
def test_smaller_class_wins_where_polygons_overlap(make_raster, make_layer, prepare, reporter, order):
    shapes, values = [box(2, 3, 30, 30), box(10, 10, 14, 15)], ["field", "car"]
    labels = make_layer([shapes[i] for i in order], [values[i] for i in order])
    _, target = prepare(make_raster(IMAGE), labels)
    np.testing.assert_array_equal(target, _expected((40, 50), (2, 3, 30, 30, 2), (10, 10, 14, 15, 1)))
    assert reporter.text.count("car over field") == 1


def test_invalid_polygons_are_repaired_and_burnt(make_raster, make_layer, prepare, reporter):
    bowtie = Polygon([(0, 0), (20, 20), (20, 0), (0, 20)])
    _, target = prepare(make_raster(IMAGE), make_layer([bowtie], ["a"]))
    assert target[10, 3] == target[10, 17] == 1
    assert target[3, 10] == target[17, 10] == 0
    assert "invalid geometry; repaired" in reporter.text


def test_nodata_and_alpha_are_ignored(make_raster, make_layer, prepare):
    image = np.ones((2, 40, 50), "uint8")
    image[1, :5] = 0
    _, target = prepare(make_raster(image, alpha=True), make_layer([box(2, 3, 10, 12)], ["a"]))
    assert (target[:5] == 255).all()
    np.testing.assert_array_equal(target[5:], _expected((40, 50), (2, 3, 10, 12, 1))[5:])


def test_scene_without_a_valid_pixel_is_refused(make_raster, make_layer, prepare):
    image = make_raster(np.zeros((40, 50), "uint8"), nodata=0)
    with pytest.raises(RasterError, match=r"'image\.tif' has no valid pixel"):
        prepare(image, make_layer([box(2, 3, 10, 12)], ["a"]))


def test_pixels_outside_the_labelled_area_are_ignored(make_raster, make_layer, prepare):
    area = make_layer([box(0, 0, 25, 40)], name="area.gpkg")
    labels = make_layer([box(20, 10, 30, 20)], ["a"])
    _, target = prepare(make_raster(IMAGE), labels, area=f"{area}|layername=area")
    np.testing.assert_array_equal(target, _expected((40, 50), (20, 10, 25, 20, 1), (25, 0, 50, 40, 255)))


def test_labelled_area_outside_the_raster_is_refused(make_raster, make_layer, prepare):
    area = make_layer([box(1000, 0, 1025, 40)], name="area.gpkg")
    labels = make_layer([box(20, 10, 30, 20)], ["a"])
    with pytest.raises(LabelError, match=r"labelled areas of 'area\.gpkg' .* do not overlap"):
        prepare(make_raster(IMAGE), labels, area=str(area))


def test_labels_outside_the_raster_are_refused_with_both_extents(make_raster, make_layer, prepare):
    labels = make_layer([box(10, 50, 11, 51)], ["a"], crs="EPSG:4326", to_map=Affine.identity())
    with pytest.raises(LabelError, match="do not overlap") as caught:
        prepare(make_raster(IMAGE), labels)
    assert "EPSG:4326, x 10 to 11, y 50 to 51" in caught.value.message
    assert "EPSG:32632, x 500000 to 500025, y 5599980 to 5600000" in caught.value.message


def test_layer_without_crs_is_assumed_in_that_of_the_raster(make_raster, make_layer, prepare, reporter):
    with pytest.warns(UserWarning, match="'crs' was not provided"):
        labels = make_layer([box(2, 3, 10, 12)], ["a"], crs=None)
    _, target = prepare(make_raster(IMAGE), labels)
    np.testing.assert_array_equal(target, _expected((40, 50), (2, 3, 10, 12, 1)))
    assert "has no coordinate system; that of 'image.tif' (EPSG:32632) is assumed" in reporter.text


def test_labels_match_the_pixels_of_a_rotated_raster(make_raster, make_layer, prepare):
    rotated = Affine.translation(5e5, 5.6e6) @ Affine.rotation(25) @ Affine.scale(0.5, -0.5)
    labels = make_layer([box(2, 3, 10, 12)], ["a"], to_map=rotated)
    _, target = prepare(make_raster(IMAGE, transform=rotated), labels)
    np.testing.assert_array_equal(target, _expected((40, 50), (2, 3, 10, 12, 1)))


def test_several_scenes_share_one_class_table(make_raster, make_layer, prepare, reporter):
    """Two overlapping scenes; polygons of 'b' lie on the second only."""
    shifted = UTM @ Affine.translation(50, 0)
    images = [make_raster(IMAGE, "one.tif"), make_raster(IMAGE, "two.tif", transform=shifted)]
    labels = make_layer([box(2, 3, 10, 12), box(60, 5, 70, 15)], ["a", "b"])
    classes, one, two = prepare(images, labels)
    assert classes.names == ["background", "a", "b"]
    np.testing.assert_array_equal(one, _expected((40, 50), (2, 3, 10, 12, 1)))
    np.testing.assert_array_equal(two, _expected((40, 50), (10, 5, 20, 15, 2)))


def test_scene_without_labels_gets_a_warning(make_raster, make_layer, prepare, reporter):
    images = [
        make_raster(IMAGE, "one.tif"),
        make_raster(IMAGE, "far.tif", transform=UTM @ Affine.translation(900, 0)),
    ]
    prepare(images, make_layer([box(2, 3, 10, 12)], ["a"]))
    assert "No label lies on 'far.tif'" in reporter.text


def count_polygons(make_job, folder, reporter, images, labels, **more):
    job = make_job(images, labels, **more)
    return prepare_labels(job, open_scenes(job.input), folder, reporter).polygon_counts


def test_polygon_on_two_scenes_is_counted_once(make_raster, make_layer, make_job, tmp_path, reporter):
    images = [
        make_raster(IMAGE, "one.tif"),
        make_raster(IMAGE, "two.tif", transform=UTM @ Affine.translation(40, 0)),
    ]
    polygons = [box(42, 3, 48, 12), box(2, 2, 6, 6), box(70, 5, 80, 15), box(500, 0, 510, 9)]
    labels = make_layer(polygons, ["b", "a", "b", "b"])
    assert count_polygons(make_job, tmp_path, reporter, images, labels) == (0, 1, 2)


def test_polygons_outside_the_labelled_area_are_not_counted(
    make_raster, make_layer, make_job, tmp_path, reporter
):
    area = make_layer([box(0, 0, 25, 20), box(0, 20, 25, 40)], name="area.gpkg")
    labels = make_layer([box(20, 10, 30, 30), box(2, 2, 6, 6), box(30, 5, 40, 9)], ["a", "b", "a"])
    image = make_raster(IMAGE)
    assert count_polygons(make_job, tmp_path, reporter, image, labels, area=str(area)) == (0, 1, 1)


def test_polygons_of_a_class_without_pixels_are_not_counted(
    make_raster, make_layer, make_job, tmp_path, reporter
):
    labels = make_layer(
        [box(2, 3, 10, 12), box(20.6, 20.6, 20.9, 20.9), box(30, 30, 35, 35)], ["a", "b", "c"]
    )
    assert count_polygons(make_job, tmp_path, reporter, make_raster(IMAGE), labels) == (0, 1, 1)


def test_class_raster_has_no_polygons_to_count(make_raster, make_job, tmp_path, reporter):
    labels = make_raster(_expected((40, 50), (2, 3, 9, 9, 1)).astype("uint8"), "classes.tif")
    assert count_polygons(make_job, tmp_path, reporter, make_raster(IMAGE), labels) is None


def test_class_without_pixels_is_dropped_with_a_warning(make_raster, make_layer, prepare, reporter):
    speck = box(20.6, 20.6, 20.9, 20.9)
    labels = make_layer([box(2, 3, 10, 12), speck, box(30, 30, 35, 35)], ["a", "b", "c"])
    classes, target = prepare(make_raster(IMAGE), labels)
    assert [(e.index, e.value, e.name) for e in classes] == [
        (0, 0, "background"), (1, 1, "a"), (2, 3, "c"),
    ]  # fmt: skip
    np.testing.assert_array_equal(target, _expected((40, 50), (2, 3, 10, 12, 1), (30, 30, 35, 35, 2)))
    assert any("class 'b' is dropped" in text for text in reporter.warnings)


def test_single_class_is_refused(make_raster, make_layer, prepare):
    with pytest.raises(LabelError, match="only the class 'a'") as caught:
        prepare(make_raster(IMAGE), make_layer([box(2, 3, 10, 12)], ["a"]), unlabelled="ignore")
    assert "'background'" in caught.value.hint


def test_labels_that_cover_everything_leave_only_one_class(make_raster, make_layer, prepare, reporter):
    with pytest.raises(LabelError, match="only the class 'a'"):
        prepare(make_raster(IMAGE), make_layer([box(-2, -3, 90, 90)], ["a"]))


def test_labels_on_nodata_only_are_refused(make_raster, make_layer, prepare):
    image = IMAGE.copy()
    image[:20] = 0
    labels = make_layer([box(2, 3, 10, 12), box(20, 3, 25, 12)], ["a", "b"])
    with pytest.raises(LabelError, match="labels no valid pixel"):
        prepare(make_raster(image, nodata=0), labels, unlabelled="ignore")


def test_300_classes_are_refused(make_raster, make_layer, prepare):
    labels = make_layer(
        [box(i % 50, i // 50, i % 50 + 1, i // 50 + 1) for i in range(299)], range(1000, 1299)
    )
    with pytest.raises(LabelError, match="300 classes") as caught:
        prepare(make_raster(IMAGE), labels)
    assert "right field" in caught.value.hint


def test_targets_do_not_depend_on_the_size_of_windows(make_raster, make_layer, prepare, monkeypatch):
    image = np.ones((600, 700), "uint8")
    shapes = [MultiPolygon([box(2, 3, 520, 400), box(530, 410, 690, 590)]), box(200, 200, 301, 590)]
    path, labels = make_raster(image), make_layer(shapes, ["a", "b"])
    _, whole = prepare(path, labels)
    monkeypatch.setattr(raster_module, "WINDOW_BYTES", 256 * 256)
    assert len(open_scene(path).windows()) == 9
    _, windowed = prepare(path, labels)
    np.testing.assert_array_equal(windowed, whole)


def test_preparing_labels_can_be_cancelled(make_raster, make_layer, make_job, tmp_path, cancelled):
    job = make_job(make_raster(IMAGE), make_layer([box(2, 3, 10, 12)], ["a"]))
    with pytest.raises(JobCancelledError):
        prepare_labels(job, open_scenes(job.input), tmp_path, cancelled)


def test_progress_ends_at_its_total(make_raster, make_layer, prepare, reporter):
    prepare(make_raster(IMAGE), make_layer([box(2, 3, 10, 12)], ["a"]))
    last = [event for event in reporter.events if event.event == "progress"][-1]
    assert last.done == last.total > 0


# Class rasters


def _classes(*rectangles, fill=0, shape=(40, 50), dtype="uint8"):
    return _expected(shape, *rectangles, fill=fill).astype(dtype)


def test_class_raster_on_the_same_grid_is_not_resampled(make_raster, prepare, reporter):
    labels = make_raster(_classes((2, 3, 10, 12, 7), (20, 20, 30, 35, 5)), "labels.tif")
    classes, target = prepare(make_raster(IMAGE), labels, "", class_names={"7": "car"})
    assert [(e.value, e.name) for e in classes] == [(0, "background"), (5, "5"), (7, "car")]
    np.testing.assert_array_equal(target, _classes((2, 3, 10, 12, 2), (20, 20, 30, 35, 1)))
    assert "grid" not in reporter.text


def test_class_raster_nodata_and_255_are_ignored(make_raster, prepare):
    values = _classes((2, 3, 10, 12, 1), (20, 20, 30, 35, 9), (40, 0, 50, 40, 255))
    classes, target = prepare(make_raster(IMAGE), make_raster(values, "labels.tif", nodata=9), "")
    assert [entry.value for entry in classes] == [0, 1]
    np.testing.assert_array_equal(
        target, _classes((2, 3, 10, 12, 1), (20, 20, 30, 35, 255), (40, 0, 50, 40, 255))
    )


def test_zero_of_a_class_raster_is_a_class_if_unlabelled_pixels_are_ignored(make_raster, prepare, reporter):
    labels = make_raster(_classes((2, 3, 10, 12, 1)), "labels.tif")
    classes, _ = prepare(make_raster(IMAGE), labels, "", unlabelled="ignore")
    assert [(e.value, e.name) for e in classes] == [(0, "0"), (1, "1")]
    assert "Value 0 of 'labels.tif' is a class of its own" in reporter.text


def test_class_raster_on_another_grid_is_resampled_with_a_message(make_raster, prepare, reporter):
    """Labels at half the resolution that cover only a part of the scene."""
    coarse = UTM @ Affine.scale(2)
    labels = make_raster(_classes((1, 2, 5, 6, 3), shape=(15, 20)), "labels.tif", transform=coarse)
    _, target = prepare(make_raster(IMAGE), labels, "")
    expected = _classes((0, 0, 40, 30, 0), (2, 4, 10, 12, 1), fill=255)
    np.testing.assert_array_equal(target, expected)
    assert "'labels.tif' is resampled to the grid of 'image.tif'" in reporter.text


def test_class_raster_in_another_crs_is_reprojected(make_raster, prepare, reporter, tmp_path):
    import rasterio.warp  # noqa: PLC0415

    values = _classes((5, 5, 35, 25, 1), (20, 20, 45, 38, 2))
    original = make_raster(values, "utm.tif")
    with rasterio.open(original) as source:
        to_map, width, height = rasterio.warp.calculate_default_transform(
            source.crs, "EPSG:4326", source.width, source.height, *source.bounds, resolution=5e-7
        )
        degrees = np.full((height, width), 255, "uint8")
        rasterio.warp.reproject(
            values, degrees, src_transform=source.transform, src_crs=source.crs,
            dst_transform=to_map, dst_crs="EPSG:4326", init_dest_nodata=False,
        )  # fmt: skip
    labels = make_raster(degrees, "degrees.tif", crs="EPSG:4326", transform=to_map)
    _, target = prepare(make_raster(IMAGE), labels, "")
    inner = np.s_[1:-1, 1:-1]
    assert (target == values)[inner].mean() > 0.99
    assert "reprojected from EPSG:4326 to EPSG:32632" in reporter.text


def test_signed_and_wide_class_values_are_accepted(make_raster, prepare):
    values = _classes((2, 3, 10, 12, -7), (20, 20, 30, 35, 70_000), dtype="int32")
    classes, target = prepare(make_raster(IMAGE), make_raster(values, "labels.tif"), "")
    assert [entry.value for entry in classes] == [0, -7, 70_000]
    np.testing.assert_array_equal(target, _classes((2, 3, 10, 12, 1), (20, 20, 30, 35, 2)))


def test_float_class_raster_with_whole_numbers_is_accepted(make_raster, prepare):
    values = _classes((2, 3, 10, 12, 1), dtype="float32")
    values[39] = np.nan
    _, target = prepare(make_raster(IMAGE), make_raster(values, "labels.tif"), "")
    np.testing.assert_array_equal(target, _classes((2, 3, 10, 12, 1), (0, 39, 50, 40, 255)))


def test_class_raster_with_fractions_is_refused(make_raster, prepare):
    labels = make_raster(np.full((40, 50), 0.5, "float32"), "labels.tif")
    with pytest.raises(LabelError, match=r"fractional numbers such as 0\.5"):
        prepare(make_raster(IMAGE), labels, "")


def test_class_raster_with_too_many_values_is_refused(make_raster, prepare):
    labels = make_raster(np.arange(2000, dtype="int16").reshape(40, 50), "labels.tif")
    with pytest.raises(LabelError, match="2000 or more distinct values") as caught:
        prepare(make_raster(IMAGE), labels, "")
    assert "right raster" in caught.value.hint


def test_class_raster_outside_the_scene_is_refused_with_both_extents(make_raster, prepare):
    labels = make_raster(IMAGE, "labels.tif", transform=UTM @ Affine.translation(500, 500))
    with pytest.raises(LabelError, match=r"has no label on 'image\.tif'") as caught:
        prepare(make_raster(IMAGE), labels, "")
    assert caught.value.message.count("EPSG:32632, x ") == 2


def test_class_raster_without_crs_is_assumed_in_that_of_the_raster(make_raster, prepare, reporter):
    labels = make_raster(_classes((2, 3, 10, 12, 1)), "labels.tif", crs=None)
    _, target = prepare(make_raster(IMAGE), labels, "")
    np.testing.assert_array_equal(target, _classes((2, 3, 10, 12, 1)))
    assert "has no coordinate system" in reporter.text


@pytest.mark.filterwarnings("ignore::rasterio.errors.NotGeoreferencedWarning")
def test_class_raster_without_position_is_matched_pixel_by_pixel(make_raster, prepare):
    labels = make_raster(_classes((2, 3, 10, 12, 1)), "labels.tif", crs=None, transform=Affine.identity())
    _, target = prepare(make_raster(IMAGE), labels, "")
    np.testing.assert_array_equal(target, _classes((2, 3, 10, 12, 1)))


def test_truncated_class_raster_is_refused(make_raster, prepare):
    noise = np.random.default_rng(1).integers(0, 3, (300, 300)).astype("uint8")
    labels = make_raster(noise, "labels.tif")
    labels.write_bytes(labels.read_bytes()[: labels.stat().st_size // 2])
    with pytest.raises(LabelError, match="damaged or cut off"):
        prepare(make_raster(np.ones((300, 300), "uint8")), labels, "")


def test_unreadable_labels_are_refused(make_raster, prepare, tmp_path):
    (tmp_path / "labels.txt").write_text("no labels")
    with pytest.raises(LabelError, match="neither a readable polygon layer nor a readable raster"):
        prepare(make_raster(IMAGE), tmp_path / "labels.txt", "")


def test_zero_is_the_background_even_if_it_is_the_nodata_value(make_raster, prepare):
    labels = make_raster(_classes((2, 3, 10, 12, 1)), "labels.tif", nodata=0)
    classes, target = prepare(make_raster(IMAGE), labels, "")
    assert classes.names == ["background", "1"]
    np.testing.assert_array_equal(target, _expected((40, 50), (2, 3, 10, 12, 1)))


def test_zero_as_nodata_is_ignored_if_unlabelled_pixels_are(make_raster, prepare):
    labels = make_raster(_classes((2, 3, 10, 12, 1), (20, 3, 30, 12, 2)), "labels.tif", nodata=0)
    classes, target = prepare(make_raster(IMAGE), labels, "", unlabelled="ignore")
    assert classes.names == ["1", "2"]
    expected = _expected((40, 50), (2, 3, 10, 12, 0), (20, 3, 30, 12, 1), fill=255)
    np.testing.assert_array_equal(target, expected)


# Real scenes


@pytest.mark.parametrize(
    ("folder", "field", "least"),
    [("vehicles", "class_id", 0.999), ("roofs", "class_id", 0.99999), ("pan16", "class_id", 0.99999)],
)
def test_real_labels_agree_with_their_reference(real_data, prepare, folder, field, least):
    """Vehicle labels overlap and have another drawing order in the reference; the others agree exactly."""
    data = real_data / folder
    _, target = prepare(data / "image.tif", data / "labels.gpkg", field)
    with rasterio.open(data / "target.tif") as reference:
        assert (target == reference.read(1)).mean() >= least
