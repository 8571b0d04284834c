"""The lines of the house, read from every file: who imports whom, and what shipped code never does."""

import ast
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = ("core", "algorithms", "monitor", "setup")
SHIPPED = sorted(
    [*ROOT.glob("*.py"), *(path for folder in FOLDERS for path in (ROOT / folder).rglob("*.py"))]
)
CORE = [path for path in SHIPPED if path.is_relative_to(ROOT / "core")]
LIGHT_PARTS = ("contract", "engine", "files")
DESKTOP_ROOMS = ("monitor", "setup")
"""Widgets of the desktop, which ``qgis_process`` never loads."""

DOORS = ("cli", "worker", "tasks", "failures", "__main__")

MAY_IMPORT = {
    "contract": {"files"},
    "files": {"contract"},
    "engine": {"files", "contract"},
    "geodata": {"files", "contract"},
    "losses": {"files", "contract"},
    "models": {"files", "contract"},
    "evaluation": {"files", "contract"},
    "audit": {"files", "contract", "geodata", "evaluation"},
    "inference": {"files", "contract", "geodata", "models", "evaluation"},
    "training": {"files", "contract", "geodata", "models", "evaluation", "audit", "losses", "inference"},
}
"""Parts of the core that each part may import, besides itself; doors may import all."""

HEAVY = {
    "losses": {"rasterio", "pyogrio", "shapely"},
    "models": {"pyogrio"},
    "geodata": {"torch", "torchvision", "timm", "segmentation_models_pytorch"},
    "evaluation": {"torch", "torchvision", "timm", "segmentation_models_pytorch"},
    "audit": {"torch", "torchvision", "timm", "segmentation_models_pytorch"},
}
"""Packages that a part has no business with."""

BANNED_MODULES = {"random", "pickle", "urllib", "xml", "marshal", "shelve", "telnetlib", "ftplib", "requests"}
BANNED_CALLS = {"eval", "exec", "compile", "__import__"}
NAMES_OF_QT = ("password", "setPassword")
"""How Qt calls what a proxy asks for; the site's scan looks at what is assigned to such names."""

BANNED_WORDS = ("token", "password", "passwd", "secret")


def relative(path):
    return path.relative_to(ROOT).as_posix()


def part_of(path):
    """``geodata`` for core/geodata/raster.py, ``cli`` for core/cli.py, empty outside the core."""
    parts = path.relative_to(ROOT / "core").with_suffix("").parts if path in CORE else ("",)
    return parts[0]


def tree_of(path, **more):
    return ast.parse(path.read_text(encoding="utf-8"), str(path), **more)


def imports(path):
    """(absolute dotted name, level) of every import of a file, those inside functions too."""
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            yield from ((alias.name, 0) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            if node.level == 0:
                yield node.module, 0
                continue
            base = path.parent.parts[: len(path.parent.parts) - (node.level - 1)]
            for alias in node.names:
                dotted = [*base[len(ROOT.parts) :], *(node.module or "").split("."), alias.name]
                yield ".".join(word for word in dotted if word), node.level


def names(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            yield node.id
        elif isinstance(node, (ast.arg, ast.keyword)):
            yield node.arg or ""
        elif isinstance(node, ast.Attribute) and node.attr not in NAMES_OF_QT:
            yield node.attr
        elif isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            yield node.name


def test_the_house_is_read():
    assert len(CORE) > 40
    assert {part_of(path) for path in CORE} >= {*MAY_IMPORT, *DOORS}


@pytest.mark.parametrize("path", SHIPPED, ids=relative)
def test_imports_go_downward_only(path):
    for name, level in imports(path):
        first, *rest = name.split(".")
        for room in DESKTOP_ROOMS:
            is_inside = path.is_relative_to(ROOT / room) or path == ROOT / "plugin.py"
            assert first != room or is_inside, f"{room} looks on; nothing waits for it"
        if path in CORE:
            assert first not in ("core", "toppixel") or level, f"'{name}' must be imported relatively"
            assert not level or first == "core", f"'{name}' leaves the core"
        if first != "core" or part_of(path) in DOORS or part_of(path) == "__init__":
            continue
        target = rest[0]
        if part_of(path):
            allowed = {part_of(path), *MAY_IMPORT[part_of(path)]} | {"__version__"}
        else:
            allowed = {*LIGHT_PARTS, "__version__"}
        assert target in allowed, f"{relative(path)} imports core.{target}"


@pytest.mark.parametrize("path", SHIPPED, ids=relative)
def test_light_parts_stand_on_the_standard_library_alone(path):
    part = part_of(path)
    packages = {name.split(".")[0] for name, level in imports(path) if level == 0}
    foreign = packages - sys.stdlib_module_names
    if part in (*LIGHT_PARTS, *DOORS, "__init__"):
        assert not foreign
    elif not part:
        assert foreign <= {"qgis", "processing"}
    else:
        assert "qgis" not in foreign
        assert not foreign & HEAVY.get(part, set())


@pytest.mark.parametrize(
    "path", [p for p in SHIPPED if part_of(p) in ("", *LIGHT_PARTS, *DOORS, "__init__")], ids=relative
)
def test_what_qgis_loads_is_python_3_9(path):
    tree = tree_of(path, feature_version=(3, 9))
    futures = {
        a.name
        for n in tree.body
        if isinstance(n, ast.ImportFrom) and n.module == "__future__"
        for a in n.names
    }
    has_hints = any(isinstance(n, (ast.AnnAssign, ast.FunctionDef)) for n in ast.walk(tree))
    assert "annotations" in futures or not has_hints, "hints such as 'int | None' fail when evaluated"


@pytest.mark.parametrize("path", SHIPPED, ids=relative)
def test_shipped_code_passes_the_scan_of_the_plugin_site(path):
    tree = tree_of(path)
    modules = {name.split(".")[0] for name, level in imports(path) if level == 0}
    assert not modules & BANNED_MODULES
    if not path.is_relative_to(ROOT / "core" / "engine"):
        assert "subprocess" not in modules
    for node in ast.walk(tree):
        assert not isinstance(node, ast.Assert), f"assert in line {node.lineno}"
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id not in BANNED_CALLS, f"{node.func.id} in line {node.lineno}"
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            assert not node.value.startswith("/tmp"), f"/tmp in line {node.lineno}"
    for name in names(tree):
        assert not any(word in name.lower() for word in BANNED_WORDS), name


@pytest.mark.parametrize("path", SHIPPED, ids=relative)
def test_failures_are_caught_by_name(path):
    """All of them at once only at the two doors, and never in silence."""
    for node in ast.walk(tree_of(path)):
        if not isinstance(node, ast.ExceptHandler):
            continue
        assert node.type is not None, f"bare except in line {node.lineno}"
        caught = ast.unparse(node.type)
        if caught in ("Exception", "BaseException"):
            assert relative(path) in ("core/worker.py", "core/cli.py"), f"line {node.lineno}"
        is_silent = all(isinstance(statement, (ast.Pass, ast.Continue)) for statement in node.body)
        assert not is_silent, f"swallowed in line {node.lineno}"


@pytest.mark.parametrize("path", SHIPPED, ids=relative)
def test_every_module_says_what_it_is(path):
    docstring = ast.get_docstring(tree_of(path))
    assert docstring
    assert path.stem not in ("utils", "helpers", "common", "misc", "manager")


def test_programs_are_started_in_one_way_each_with_its_reason():
    for path in (ROOT / "core" / "engine").glob("*.py"):
        lines = path.read_text(encoding="utf-8").splitlines()
        for number, line in enumerate(lines):
            if "subprocess.Popen(" in line or "subprocess.run(" in line:
                assert "# nosec B603" in line, f"{relative(path)}:{number + 1}"
                assert lines[number - 1].strip().startswith("#"), (
                    f"{relative(path)}:{number + 1} has no reason"
                )
