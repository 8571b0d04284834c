import numpy as np
import pytest
from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsFillSymbol,
    QgsPalettedRasterRenderer,
    QgsRasterLayer,
    QgsRendererCategory,
    QgsSingleBandPseudoColorRenderer,
)
from qgis.PyQt.QtGui import QColor
from toppixel.algorithms.styling import (
    class_style,
    style_class_raster,
    style_confidence,
    style_polygons,
    style_subsets,
)
from toppixel.core.contract.classes import build_class_table
from toppixel.core.contract.subsets import SUBSETS

CLASSES = build_class_table([(0, "background"), (1, "house"), (7, "car")], {7: "#ff0000"})


def categorised(layer, field, rows):
    categories = [
        QgsRendererCategory(value, QgsFillSymbol.createSimple({"color": colour}), name)
        for value, colour, name in rows
    ]
    layer.setRenderer(QgsCategorizedSymbolRenderer(field, categories))
    return layer


def test_names_and_colours_come_from_a_categorised_style(labels):
    layer = categorised(labels, "code", [(1, "#112233", "bright ground"), (2, "#445566", "car")])

    names, colours = class_style(layer, "code")

    assert names == {"1": "bright ground", "2": "car"}
    assert colours == {"1": "#112233", "2": "#445566"}


def test_a_style_by_another_field_says_nothing(labels):
    layer = categorised(labels, "note", [("a", "#112233", "A")])

    assert class_style(layer, "code") == ({}, {})
    labels.setRenderer(categorised(labels, "code", []).renderer().clone())
    assert class_style(labels, "code") == ({}, {})


def test_the_category_of_all_other_values_is_left_out(labels):
    layer = categorised(labels, "kind", [("car", "#112233", "Cars"), ("", "#000000", "rest")])

    assert class_style(layer, "kind") == ({"car": "Cars"}, {"car": "#112233"})


def test_uninformative_and_duplicate_names_are_left_out(labels):
    layer = categorised(labels, "code", [(1, "#112233", "1"), (2, "#445566", "x"), (3, "#778899", "x")])

    names, colours = class_style(layer, "code")

    assert names == {}
    assert set(colours) == {"1", "2", "3"}


@pytest.fixture
def class_raster(write_raster, tmp_path):
    return QgsRasterLayer(str(write_raster(tmp_path / "c.tif", np.ones((1, 8, 8), np.uint8))), "classes")


def test_a_class_raster_shows_names_and_colours_that_can_be_read_back(class_raster):
    style_class_raster(class_raster, CLASSES)

    assert isinstance(class_raster.renderer(), QgsPalettedRasterRenderer)
    rows = [(row.value, row.label, row.color.name()) for row in class_raster.renderer().classes()]
    assert rows == [(entry.value, entry.name, entry.colour) for entry in CLASSES]
    names, colours = class_style(class_raster, "")
    assert names == {"0": "background", "1": "house", "7": "car"}
    assert colours["7"] == "#ff0000"


def test_polygons_take_the_same_colours_without_outline(labels):
    style_polygons(labels, CLASSES)

    renderer = labels.renderer()
    assert renderer.classAttribute() == "class_value"
    assert [category.value() for category in renderer.categories()] == [0, 1, 7]
    categories = renderer.categories()
    symbol = categories[2].symbol()
    assert symbol.color() == QColor("#ff0000")
    assert symbol.symbolLayer(0).properties()["outline_style"] == "no"


def test_confidence_runs_from_0_to_1(write_raster, tmp_path):
    layer = QgsRasterLayer(
        str(write_raster(tmp_path / "p.tif", np.ones((1, 8, 8), np.float32))), "confidence"
    )

    style_confidence(layer)

    renderer = layer.renderer()
    assert isinstance(renderer, QgsSingleBandPseudoColorRenderer)
    items = renderer.shader().rasterShaderFunction().colorRampItemList()
    assert (items[0].value, items[-1].value) == (0.0, 1.0)
    assert items[0].color != items[-1].color


def test_subsets_differ_in_colour_and_leave_the_map_visible(labels):
    style_subsets(labels)

    renderer = labels.renderer()
    assert renderer.classAttribute() == "subset"
    assert [category.value() for category in renderer.categories()] == [subset.name for subset in SUBSETS]
    for category, subset in zip(renderer.categories(), SUBSETS):
        assert category.symbol().color().name() == subset.colour
        assert category.symbol().color().alpha() < 200
        assert subset.meaning in category.label()
