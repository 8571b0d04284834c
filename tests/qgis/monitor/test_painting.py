"""Painting: curves at their values, in contrasting colours; pictures as large as possible."""

import pytest
from qgis.PyQt.QtCore import QBuffer, QCoreApplication, QEvent, QIODevice, QPointF, QSize, Qt
from qgis.PyQt.QtGui import QColor, QImage, QMouseEvent, QPalette
from toppixel.monitor.chart import Chart, Content, Line
from toppixel.monitor.colours import LEAST_CONTRAST, legible
from toppixel.monitor.curve import Curve
from toppixel.monitor.pictures import Pictures, arrange


def png(colour, width=40, height=30):
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data())


def image_of(widget):
    return widget.grab().toImage()


def colours_around(image, point, reach=2):
    x, y = round(point.x()), round(point.y())
    return {
        image.pixelColor(x + dx, y + dy).name()
        for dx in range(-reach, reach + 1)
        for dy in range(-reach, reach + 1)
    }


@pytest.fixture
def chart(qgis_app, let_qt_delete):
    chart = Chart("IoU")
    chart.resize(500, 240)
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Base, QColor("white"))
    palette.setColor(QPalette.ColorRole.Text, QColor("black"))
    chart.setPalette(palette)
    yield chart
    chart.deleteLater()
    let_qt_delete()


@pytest.fixture
def lines():
    car, mean = Curve(), Curve()
    for epoch in range(1, 9):
        car.add(epoch, epoch / 10)
        mean.add(epoch, 1 - epoch / 10)
    return [Line("car", car, "#e6194b"), Line("Mean", mean)]


def test_curves_are_painted_where_their_values_lie(chart, lines):
    chart.show_content(Content(lines, 10, 5, (0.0, 1.0)))
    image, frame = image_of(chart), chart._frame()

    assert frame.epochs == (1, 10)
    for epoch in (2, 4, 8):
        assert "#e6194b" in colours_around(image, QPointF(frame.x(epoch), frame.y(epoch / 10)))
        assert "#000000" in colours_around(image, QPointF(frame.x(epoch), frame.y(1 - epoch / 10)))
    assert colours_around(image, QPointF(frame.x(9.5), frame.y(0.95))) == {"#ffffff"}


def test_the_best_epoch_is_marked(chart, lines):
    with_mark, without = (
        image_of(chart)
        for best in (5, None)
        if chart.show_content(Content(lines, 10, best, (0.0, 1.0))) is None
    )
    x = round(chart._frame().x(5))
    column = [y for y in range(240) if with_mark.pixelColor(x, y) != without.pixelColor(x, y)]
    assert len(column) > 30


@pytest.mark.parametrize("size", [(20, 20), (120, 60), (1600, 900)])
@pytest.mark.parametrize("count", [0, 1, 40])
def test_any_size_and_number_of_curves_can_be_painted(chart, size, count):
    curve = Curve()
    curve.add(1, 0.0)
    chart.resize(*size)
    chart.show_content(Content([Line(f"class {n}", curve, "#4363d8") for n in range(count)]))
    assert not image_of(chart).isNull()


def test_the_pointer_shows_the_values_of_its_epoch(chart, lines):
    chart.show_content(Content(lines, 10, None, (0.0, 1.0)))
    chart.pointed.connect(chart.point_at)
    frame, before = chart._frame(), image_of(chart)
    assert chart._value_text(lines[0]) == "0.800"

    position = QPointF(frame.x(3) + 2, frame.y(0.5))
    none = Qt.MouseButton.NoButton
    move = QMouseEvent(QEvent.Type.MouseMove, position, none, none, Qt.KeyboardModifier.NoModifier)
    QCoreApplication.sendEvent(chart, move)
    assert chart._value_text(lines[0]) == "0.300"
    assert image_of(chart) != before

    QCoreApplication.sendEvent(chart, QEvent(QEvent.Type.Leave))
    assert chart._value_text(lines[0]) == "0.800"
    assert image_of(chart) == before


@pytest.mark.parametrize("background", ["#ffffff", "#262626", "#808080", "#000000"])
@pytest.mark.parametrize("colour", ["#ffffff", "#d9d9d9", "#000075", "#ffe119", "#e6194b", "#808080"])
def test_every_class_contrasts_with_the_background(background, colour):
    def luminance(shade):
        linear = [((p + 0.055) / 1.055) ** 2.4 if p > 0.04045 else p / 12.92 for p in shade.getRgbF()[:3]]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2] + 0.05

    found = legible(QColor(colour), QColor(background))
    darker, lighter = sorted((luminance(found), luminance(QColor(background))))
    assert lighter / darker >= LEAST_CONTRAST - 0.05


def test_a_colour_that_stands_out_is_left_as_it_is():
    assert legible(QColor("#e6194b"), QColor("white")) == QColor("#e6194b")


def test_pictures_are_painted_side_by_side(qgis_app):
    pictures = Pictures()
    pictures.resize(400, 150)
    colours = {"image": "#112233", "truth": "#ff0000", "prediction": "#00ff00"}
    pictures.show_pictures({kind: png(colour) for kind, colour in colours.items()}, 3)
    image = image_of(pictures)

    middles = [image.pixelColor(x, 90).name() for x in (70, 200, 330)]
    assert middles == list(colours.values())


def test_half_a_picture_is_no_picture(qgis_app):
    pictures = Pictures()
    pictures.show_pictures({"image": png("red")[:20], "truth": png("red"), "prediction": b""}, 1)
    assert not image_of(pictures).isNull()


@pytest.mark.parametrize("room", [(400, 150), (150, 600), (900, 200), (60, 60), (10, 10)])
@pytest.mark.parametrize("picture", [(384, 384), (384, 100), (50, 384)])
def test_pictures_fit_and_do_not_overlap(room, picture):
    rects = arrange(*room, QSize(*picture), 14)
    for first, second in zip(rects, rects[1:]):
        assert not first.adjusted(0.01, 0.01, -0.01, -0.01).intersects(second)
    if min(room) > 50:
        assert all(r.left() >= 0 and r.right() <= room[0] and r.bottom() <= room[1] for r in rects)
