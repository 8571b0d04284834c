"""The guide and the plugin: help buttons open existing pages, commands have existing parameters."""

import re
import shlex
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = sorted([ROOT / "README.md", *(ROOT / "docs").glob("*.md")])
CALL = re.compile(r"qgis_process run toppixel:(\w+) ((?:[^\n]*\\\n)*[^\n]*)")


def headings(page):
    """The anchors of a page, as MkDocs makes them of its headings."""
    lines = re.sub(r"^```.*?^```", "", page.read_text(encoding="utf-8"), flags=re.DOTALL | re.MULTILINE)
    titles = re.findall(r"^#+ (.+)$", lines, re.MULTILINE)
    words = [re.sub(r"[^\w\s-]", "", title.lower()).strip() for title in titles]
    return {re.sub(r"[-\s]+", "-", each) for each in words}


def test_every_help_button_opens_a_page_of_the_guide(provider):
    from toppixel.core.contract.guide import GUIDE

    for algorithm in provider.algorithms():
        address = algorithm.helpUrl()
        assert address.startswith(GUIDE)
        page, _, heading = address[len(GUIDE) :].partition("#")
        source = ROOT / "docs" / page.replace(".html", ".md")
        assert source.is_file(), algorithm.name()
        assert not heading or heading in headings(source), algorithm.name()


def test_reference_names_the_algorithms_of_their_jobs(provider):
    from scripts.reference import PAGES as REFERENCE

    jobs = {
        algorithm.name(): algorithm.JOB.name
        for algorithm in provider.algorithms()
        if hasattr(algorithm, "JOB")
    }
    assert jobs == {name: job.name for job, (name, _) in REFERENCE.items()}


def calls():
    for page in PAGES:
        for name, rest in CALL.findall(page.read_text(encoding="utf-8")):
            yield pytest.param(name, shlex.split(rest.replace("\\\n", " ")), id=f"{page.stem}: {name}")


@pytest.mark.parametrize(("name", "words"), list(calls()))
def test_call_of_qgis_process_has_existing_parameters(algorithm, name, words):
    known = {definition.name() for definition in algorithm(name).parameterDefinitions()}
    given = {word[2:].partition("=")[0] for word in words if word.startswith("--")}
    assert given <= known


def test_outputs_that_are_no_parameters_are_listed_for_models(provider):
    text = (ROOT / "docs/automation.md").read_text(encoding="utf-8")
    for algorithm in provider.algorithms():
        parameters = {definition.name() for definition in algorithm.parameterDefinitions()}
        outputs = {definition.name() for definition in algorithm.outputDefinitions()}
        assert {name for name in outputs - parameters if f"`{name}`" not in text} == set(), algorithm.name()
