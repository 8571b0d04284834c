"""Hooks of MkDocs: the reference is generated from the program, and formulas become MathML."""

from __future__ import annotations

import html
import re
import sys
from pathlib import Path
from typing import Any

from latex2mathml.converter import convert
from mkdocs.structure.files import File, Files

sys.path.insert(0, str(Path(__file__).parents[1]))

from scripts.reference import reference_pages

_FORMULA = re.compile(r'<(span|div) class="arithmatex">\\[(\[](.+?)\\[)\]]</\1>', re.DOTALL)


def on_files(files: Files, config: Any) -> Files:  # noqa: ANN401 - MkDocs' configuration
    """Add the pages of the reference."""
    for path, text in reference_pages().items():
        files.append(File.generated(config, path, content=text))
    return files


def on_page_content(content: str, **_: Any) -> str:  # noqa: ANN401 - MkDocs' signature
    """Convert each formula to MathML."""
    return _FORMULA.sub(_mathml, content)


def _mathml(found: re.Match[str]) -> str:
    display = "block" if found.group(1) == "div" else "inline"
    return str(convert(html.unescape(found.group(2)), display=display))
