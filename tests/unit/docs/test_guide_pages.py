"""The guide agrees with the program: commands, errors, pictures, formulas, augmentations."""

import argparse
import re
import shlex
from pathlib import Path

import pytest

from core import cli
from core.contract.catalog.augmentations import AUGMENTATIONS
from core.contract.catalog.losses import LOSSES
from core.contract.catalog.weightings import CLASS_WEIGHTINGS
from core.contract.jobs.registry import JOBS
from core.contract.messages import errors
from core.contract.messages.errors import CoreError
from core.contract.texts.loss import parse_loss

ROOT = Path(__file__).parents[3]
PAGES = sorted([ROOT / "README.md", *(ROOT / "docs").rglob("*.md")])
FENCE = re.compile(r"^```\w*\n(.*?)^```", re.DOTALL | re.MULTILINE)
PICTURE = re.compile(r"!\[[^\]]*\]\(([^)\s]+)\)")


def commands(page):
    """Each command of a page's code blocks as words; continued lines are joined."""
    for block in FENCE.findall(page.read_text(encoding="utf-8")):
        for line in block.replace("\\\n", " ").splitlines():
            if not line.lstrip().startswith(("{", '"', "#")):
                yield shlex.split(line, comments=True)


def core_calls():
    """Arguments after ``core`` of each command line in the guide; lines with ``…`` repeat an earlier one."""
    for page in PAGES:
        for words in commands(page):
            program = next((word for word in words if word == "core" or word.endswith("/core")), None)
            if program and not {"…", "python3"} & set(words):
                call = words[words.index(program) + 1 :]
                yield pytest.param(call, id=f"{page.stem}: {' '.join(call)[:60]}")


def options_of(command):
    """The names of a command's options."""
    parser = cli._parser()
    subparsers = next(a for a in parser._actions if isinstance(a, argparse._SubParsersAction))
    return set(subparsers.choices[command]._option_string_actions)


@pytest.mark.parametrize("words", list(core_calls()))
def test_command_lines_of_the_guide_are_valid(words):
    if words[0] not in JOBS:
        assert words[0] in ("engine", "--help")
        return
    used = {word for word in words if word.startswith("--")}
    assert used <= options_of(words[0])
    if "--loss" in words:
        parse_loss(words[words.index("--loss") + 1])


def leaves(kind=CoreError):
    for child in kind.__subclasses__():
        if child.__module__ == errors.__name__:
            yield child
            yield from leaves(child)


def test_every_error_has_an_entry_and_none_is_stale():
    text = (ROOT / "docs/troubleshooting.md").read_text(encoding="utf-8")
    assert re.findall(r"^### (\S+)$", text, re.MULTILINE)
    assert set(re.findall(r"^### (.+)$", text, re.MULTILINE)) == {leaf.code for leaf in leaves()}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_pictures_of_a_page_exist(page):
    for target in PICTURE.findall(page.read_text(encoding="utf-8")):
        assert (page.parent / target).is_file(), target


@pytest.mark.parametrize("methods", [LOSSES, CLASS_WEIGHTINGS], ids=["losses", "weights"])
def test_every_formula_has_its_method_and_source(methods):
    text = (ROOT / "docs/methods.md").read_text(encoding="utf-8")
    names = {"dice": "Dice", "jaccard": "Jaccard", "lovasz_hinge": "Lovász hinge"}
    for method in methods.values():
        assert names.get(method.name, f"`{method.name}") in text or method.name == "none", method.name
        for source in re.findall(r"arXiv:\d+\.\d+", method.source):
            assert source in text, f"{method.name}: {source}"


def test_every_loss_has_a_section():
    text = (ROOT / "docs/losses.md").read_text(encoding="utf-8")
    headings = " ".join(re.findall(r"^### (.+)$", text, re.MULTILINE))
    assert set(re.findall(r"`(\w+)`", headings)) == set(LOSSES)


def test_every_augmentation_has_a_row():
    text = (ROOT / "docs/augmentation.md").read_text(encoding="utf-8")
    for augmentation in AUGMENTATIONS.values():
        assert f"| `{augmentation.name}` |" in text
        for parameter in augmentation.parameters:
            assert f"`{parameter.name}`" in text


def test_actions_of_the_engine_are_all_in_the_guide():
    parser = cli._parser()
    commands = next(a for a in parser._actions if isinstance(a, argparse._SubParsersAction))
    actions = next(
        a for a in commands.choices["engine"]._actions if isinstance(a, argparse._SubParsersAction)
    )
    text = (ROOT / "docs/automation.md").read_text(encoding="utf-8")
    row = next(line for line in text.splitlines() if line.startswith("| `core engine install`"))
    assert set(re.findall(r"`(?:core engine )?(\w+)`", row)) == set(actions.choices)
