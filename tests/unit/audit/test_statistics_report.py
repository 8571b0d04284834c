import html
import re

import pytest

from core.audit.advice import advise
from core.audit.statistics_report import AuditRecord, draw_pixels, write_audit
from core.contract.jobs.statistics import StatisticsJob
from core.contract.messages.errors import OutputError

COUNTS = [[900, 100, 24], [1000, 0, 24]]
JOB = StatisticsJob(input=("a.tif",), labels="b.gpkg", table="c.gpkg", report="d.html")


@pytest.fixture
def page(make_audit, tmp_path):
    """Writes a report for class names and returns its HTML."""

    def write(names, **more):
        audit = make_audit(COUNTS, names, **more)
        path = tmp_path / "report ä.html"
        write_audit(path, AuditRecord(audit, advise(audit), "weights", JOB, ("One warning.",)))
        return path.read_text(encoding="utf-8")

    return write


def test_steps_of_median_frequency_balancing_are_shown(page):
    text = page(["a", "b", "c"])
    # b: 100 of 1024 pixels of one chip; the median of the frequencies is that of b.
    for number in ("0.92773438", "0.09765625", "0.02343750", "1.00000000", "4.16666667"):
        assert number in text


def test_report_is_self_contained(page):
    links = re.findall(r'(?:src|href)="([^"]*)"', page(["a", "b", "c"]))
    assert links
    assert all(link.startswith("data:image/png;base64,") for link in links)


@pytest.mark.parametrize("name", ["<script>x</script>", "Straße & Weg", "建筑", "$x^2$", 'a"b', "a'b,c"])
def test_names_in_any_script_are_escaped(page, name):
    text = page(["a", "b", name])
    assert "<script>x" not in text
    assert name in html.unescape(text)


def test_class_raster_has_a_dash_for_polygons(page):
    assert "\N{EN DASH}</td>" in page(["a", "b", "c"])
    assert "\N{EN DASH}</td>" not in page(["a", "b", "c"], polygons=(0, 1, 2))


def test_warnings_and_the_command_are_shown(page):
    text = html.unescape(page(["a", "b", "c"]))
    assert "One warning." in text
    assert "core statistics job.json" in text


def test_chart_can_be_drawn_for_single_pixels(make_audit):
    assert draw_pixels(make_audit([[1, 1]])).startswith(b"\x89PNG")


def test_missing_folder_is_an_error(make_audit, tmp_path):
    audit = make_audit(COUNTS)
    with pytest.raises(OutputError):
        write_audit(tmp_path / "none" / "d.html", AuditRecord(audit, advise(audit), "", JOB))
