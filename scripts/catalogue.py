"""Keeps the translation files up to date with the program.

``python3 scripts/catalogue.py`` rewrites ``resources/i18n/toppixel_<language>.ts``: texts that are no
longer shown are dropped, new ones are added as unfinished, translations are kept. The texts are read from
the program: literals given to ``tr``, descriptions in ``core/contract``, stages and units of progress.
"""

from __future__ import annotations

import ast
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(REPOSITORY))

from core.contract.catalog.augmentations import AUGMENTATION_PRESETS, AUGMENTATIONS
from core.contract.catalog.losses import LOSSES
from core.contract.catalog.weightings import CLASS_WEIGHTINGS
from core.contract.jobs.job import describe
from core.contract.jobs.registry import JOBS
from core.contract.subsets import SUBSETS

LANGUAGES = ("de", "es", "fr", "zh_CN")
CATALOGUES = REPOSITORY / "resources" / "i18n"
CONTEXT = "TopPixel"
SHOWN_BY = ("plugin.py", "algorithms", "monitor", "setup")


def main() -> None:
    """Write the file of each language, and print how many texts are left to translate."""
    texts = shown_texts()
    CATALOGUES.mkdir(exist_ok=True)
    for language in LANGUAGES:
        path = catalogue(language)
        known = read(path) if path.exists() else {}
        path.write_text(_xml(language, texts, known), encoding="utf-8")
        missing = sum(not known.get(text) for text in texts)
        print(f"{path.name}: {len(texts)} texts, {missing} of them to translate")


def catalogue(language: str) -> Path:
    """The file of a language."""
    return CATALOGUES / f"toppixel_{language}.ts"


def read(path: Path) -> dict[str, str]:
    """The translation of each text in a file; empty for a text without one."""
    messages = ET.parse(path).iter("message")
    return {message.findtext("source", ""): message.findtext("translation", "") for message in messages}


def shown_texts() -> list[str]:
    """All texts that a user may see in QGIS, in the order of the program."""
    texts = [*_literals(), *_descriptions(), *_progress()]
    return [text for text in dict.fromkeys(texts) if text]


def _literals() -> Iterator[str]:
    """Literals given to ``tr``."""
    for call in _calls(SHOWN_BY):
        is_tr = isinstance(call.func, ast.Name) and call.func.id == "tr"
        if is_tr and isinstance(call.args[0], ast.Constant):
            yield call.args[0].value


def _descriptions() -> Iterator[str]:
    """Jobs and their settings, methods and their parameters, subsets of a split."""
    for job in JOBS.values():
        yield job.title
        for item in fields(job):
            if "setting" in item.metadata:
                setting = describe(job, item.name)
                yield from (setting.label, setting.help)
    for methods in (LOSSES, CLASS_WEIGHTINGS, AUGMENTATIONS, AUGMENTATION_PRESETS):
        for method in methods.values():
            yield from (method.title, method.purpose, method.source)
            yield from (parameter.help for parameter in method.parameters)
    for subset in SUBSETS:
        yield from (subset.name, subset.meaning)


def _progress() -> Iterator[str]:
    """Stages and units of the engine's progress."""
    for call in _calls(("core",)):
        if isinstance(call.func, ast.Attribute) and call.func.attr == "progress":
            literals = [arg.value for arg in call.args if isinstance(arg, ast.Constant)]
            yield from (text for text in literals if isinstance(text, str))
    for node in _nodes(("core",)):
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant):
            names = [target.id.lower() for target in node.targets if isinstance(target, ast.Name)]
            if "stage" in names:
                yield node.value.value


def _calls(paths: tuple[str, ...]) -> Iterator[ast.Call]:
    return (node for node in _nodes(paths) if isinstance(node, ast.Call))


def _nodes(paths: tuple[str, ...]) -> Iterator[ast.AST]:
    for name in paths:
        path = REPOSITORY / name
        for file in sorted(path.rglob("*.py")) if path.is_dir() else [path]:
            yield from ast.walk(ast.parse(file.read_text(encoding="utf-8")))


def _xml(language: str, texts: list[str], known: dict[str, str]) -> str:
    root = ET.Element("TS", version="2.1", language=language, sourcelanguage="en")
    context = ET.SubElement(root, "context")
    ET.SubElement(context, "name").text = CONTEXT
    for text in texts:
        message = ET.SubElement(context, "message")
        ET.SubElement(message, "source").text = text
        translation = ET.SubElement(message, "translation")
        translation.text = known.get(text, "")
        if not translation.text:
            translation.set("type", "unfinished")
    ET.indent(root)
    body = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n'


if __name__ == "__main__":
    main()
