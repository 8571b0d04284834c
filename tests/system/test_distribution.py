"""The installed package holds every module and template."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CORE = ROOT / "core"


@pytest.fixture
def setuptools_section():
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    return text[text.index("[tool.setuptools]") : text.index("[tool.setuptools.dynamic]")]


def test_every_package_is_named(setuptools_section):
    named = set(re.findall(r'"(toppixel[.\w]*)"', setuptools_section))
    found = {path.parent.relative_to(CORE) for path in CORE.rglob("__init__.py")}
    assert named == {".".join(["toppixel", *path.parts]) for path in found}


def test_every_template_is_named(setuptools_section):
    patterns = re.findall(r'"([\w/*]+\.html)"', setuptools_section)
    named = {path for pattern in patterns for path in CORE.glob(pattern)}
    assert named == set(CORE.rglob("*.html"))
