import numpy as np
import pytest
import shapely
from shapely import LineString, MultiPolygon, Point, Polygon, box

from core.contract.messages.errors import LabelError
from core.geodata.labels.polygons import has_polygon_source, read_polygons

BOWTIE = Polygon([(0, 0), (10, 10), (10, 0), (0, 10)])


def test_layer_is_read_with_its_field(make_layer, reporter):
    layer = read_polygons(str(make_layer([box(0, 0, 4, 4), box(5, 5, 9, 9)], [3, 7])), "class", reporter)
    assert layer.values.tolist() == [3, 7]
    assert not layer.is_null.any()
    assert layer.crs.to_epsg() == 32632
    assert shapely.area(layer.polygons).tolist() == [4, 4]


def test_source_may_name_layer_and_filter_as_in_qgis(make_layer, reporter):
    path = make_layer([box(0, 0, 4, 4)], [1], layer="other")
    make_layer([box(0, 0, 2, 2), box(0, 0, 6, 6)], [1, 2], layer="wanted", append=True)
    source = f'{path}|layername=wanted|geometrytype=Polygon|subset="class" = 2 OR \'a|b\' = "class"'
    layer = read_polygons(source, "class", reporter)
    assert layer.values.tolist() == [2]
    assert shapely.area(layer.polygons).tolist() == [9]


def test_layer_may_be_named_by_its_index(make_layer, reporter):
    path = make_layer([box(0, 0, 4, 4)], [1], layer="first")
    make_layer([box(0, 0, 2, 2)], [5], layer="second", append=True)
    assert read_polygons(f"{path}|layerid=1", "class", reporter).values.tolist() == [5]


def test_file_with_several_layers_is_refused_with_their_names(make_layer, reporter):
    path = make_layer([box(0, 0, 4, 4)], [1], layer="roofs")
    make_layer([box(0, 0, 2, 2)], [5], layer="cars", append=True)
    with pytest.raises(LabelError, match="several layers: roofs, cars"):
        read_polygons(str(path), "class", reporter)


def test_multipolygons_and_3d_polygons_are_read(make_layer, reporter):
    shapes = [MultiPolygon([box(0, 0, 2, 2), box(4, 4, 6, 6)]), Polygon([(0, 0, 5), (2, 0, 5), (2, 2, 5)])]
    layer = read_polygons(str(make_layer(shapes)), "class", reporter)
    assert len(layer.polygons) == 2
    assert not shapely.has_z(layer.polygons).any()


def test_invalid_polygons_are_repaired_and_their_number_reported(make_layer, reporter):
    path = make_layer([BOWTIE, box(0, 0, 4, 4)])
    layer = read_polygons(str(path), "class", reporter)
    assert shapely.is_valid(layer.polygons).all()
    assert shapely.area(layer.polygons[0]) == pytest.approx(50 * 0.25)
    assert "1 polygon of 'labels.gpkg' had an invalid geometry" in reporter.text


def test_features_without_area_are_skipped_and_their_number_reported(make_layer, reporter):
    flat = Polygon([(0, 0), (5, 5), (0, 0)])
    layer = read_polygons(str(make_layer([flat, box(0, 0, 4, 4), Point(1, 1)])), "class", reporter)
    assert layer.values.tolist() == [2]
    assert "2 features of 'labels.gpkg' have no polygon" in reporter.text


@pytest.mark.parametrize(
    ("shapes", "kind"), [([Point(1, 1)], "Point"), ([LineString([(0, 0), (5, 5)])], "LineString")]
)
def test_layer_without_polygons_is_refused(make_layer, reporter, shapes, kind):
    with pytest.raises(LabelError, match=f"has no polygons \\({kind}\\)"):
        read_polygons(str(make_layer(shapes)), "class", reporter)


def test_empty_layer_is_refused(make_layer, reporter):
    path = make_layer([], [], geometry_type="Polygon")
    with pytest.raises(LabelError, match=r"'labels\.gpkg' is empty"):
        read_polygons(str(path), "class", reporter)


def test_filter_that_matches_nothing_is_named_as_the_reason(make_layer, reporter):
    path = make_layer([box(0, 0, 4, 4)])
    with pytest.raises(LabelError, match="is empty") as caught:
        read_polygons(f"{path}|layername=labels|subset=class = 99", "class", reporter)
    assert "filter" in caught.value.hint


def test_invalid_filter_is_quoted(make_layer, reporter):
    path = make_layer([box(0, 0, 4, 4)])
    with pytest.raises(LabelError, match="filter no_field = 99"):
        read_polygons(f"{path}|layername=labels|subset=no_field = 99", "class", reporter)


def test_unknown_field_suggests_the_nearest(make_layer, reporter):
    path = make_layer([box(0, 0, 4, 4)], field="class_id")
    with pytest.raises(LabelError, match="has no field 'class_idd'") as caught:
        read_polygons(str(path), "class_idd", reporter)
    assert "Did you mean 'class_id'" in caught.value.hint


def test_unselected_field_lists_the_fields(make_layer, reporter):
    with pytest.raises(LabelError, match="No class field is selected") as caught:
        read_polygons(str(make_layer([box(0, 0, 4, 4)], field="kind")), "", reporter)
    assert "kind" in caught.value.hint


def test_missing_layer_is_refused(make_layer, reporter):
    with pytest.raises(LabelError, match="cannot be read"):
        read_polygons(f"{make_layer([box(0, 0, 4, 4)])}|layername=nowhere", "class", reporter)


def test_vector_sources_are_distinguished_from_rasters(make_layer, make_raster):
    layer = make_layer([box(0, 0, 4, 4)])
    assert has_polygon_source(str(layer))
    assert has_polygon_source(f"{layer}|layername=labels")
    assert not has_polygon_source(str(make_raster(np.ones((8, 8), "uint8"))))
