"""The names of Qt and QGIS that the shipped code uses, as they are written: ``Qt.AlignmentFlag.AlignTop``."""

import ast
from pathlib import Path

REPOSITORY = Path(__file__).parents[1]


def shipped_files():
    """Every Python file that QGIS may load."""
    packages = [entry.parent for entry in REPOSITORY.glob("*/__init__.py")]
    return sorted(
        [*REPOSITORY.glob("*.py"), *(path for package in packages for path in package.rglob("*.py"))]
    )


def names_used(path):
    """Names that a file imports from ``qgis``, each with the attributes that are asked of it.

    Returns:
        Pairs of module and dotted name, ``("qgis.PyQt.QtCore", "Qt.AlignmentFlag.AlignTop")``.
    """
    tree = ast.parse(path.read_text(encoding="utf-8"))
    modules = {
        alias.asname or alias.name: node.module
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("qgis.")
        for alias in node.names
    }
    chains = {_dotted(node) for node in ast.walk(tree)} | set(modules)
    return {
        (modules[first], chain) for chain in chains if chain and (first := chain.split(".")[0]) in modules
    }


def _dotted(node):
    """``a.b.c`` of nested attributes of a name; None for any other piece of code."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        owner = _dotted(node.value)
        return owner and f"{owner}.{node.attr}"
    return None
