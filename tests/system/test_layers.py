"""The floor plan, read from every file: who imports whom, how full rooms are, what shipped code never does.

Each test collects all offenders, each with its file and line, and wants none.
"""

import ast
import sys
from collections import Counter
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

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
    "losses": {"contract"},
    "models": {"files", "contract"},
    "evaluation": {"files", "contract"},
    "audit": {"files", "contract", "geodata", "evaluation"},
    "inference": {"files", "contract", "geodata", "models"},
    "training": {"files", "contract", "geodata", "models", "evaluation", "audit", "losses", "inference"},
}
"""Parts of the core that each part may import, besides itself; doors may import all."""

BETWEEN_LIGHT_PARTS = {("contract.jobs", "files"), ("files", "contract.messages")}
"""``contract`` and ``files`` use each other, but no more of each other than this, so without a circle."""

ROOMS = {
    "geodata": {
        "table": set(),
        "raster": set(),
        "labels": {"raster"},
        "chips": {"raster"},
        "vectorize": {"raster"},
        "split": {"raster", "labels", "chips", "vectorize", "table"},
    },
    "contract": {
        "classes": set(),
        "guide": set(),
        "raster_list": set(),
        "subsets": set(),
        "catalog": set(),
        "messages": {"classes"},
        "model_card": {"classes", "messages"},
        "texts": {"catalog", "messages"},
        "jobs": {"catalog", "messages", "model_card", "raster_list", "texts"},
    },
    "training": {
        "augment": set(),
        "validation": set(),
        "data": {"augment", "validation"},
        "fit": {"augment", "data", "validation"},
        "report": {"augment", "data", "fit", "validation"},
        "compare": {"data", "fit", "validation"},
        "train": {"data", "fit", "report"},
    },
}
"""Rooms of a part, and modules beside them, that each of them may import, besides itself."""

HEAVY = {
    "losses": {"rasterio", "pyogrio", "shapely"},
    "models": {"pyogrio"},
    "geodata": {"torch", "torchvision", "timm", "segmentation_models_pytorch"},
    "evaluation": {"torch", "torchvision", "timm", "segmentation_models_pytorch"},
    "audit": {"torch", "torchvision", "timm", "segmentation_models_pytorch"},
}
"""Packages that a part has no business with."""

ABOUT_A_DOZEN = 14
CROWDED = {
    "core/engine": "each step of the set-up by itself, all behind four entrances",
    "core/losses": "a file for each loss of the catalog",
    "algorithms": "a file for each algorithm that QGIS shows, and what they share",
}
"""Folders that may hold more modules than that, and why."""

BANNED_MODULES = {"random", "pickle", "urllib", "xml", "marshal", "shelve", "telnetlib", "ftplib", "requests"}
BANNED_CALLS = {"eval", "exec", "compile", "__import__"}
NAMES_OF_QT = ("password", "setPassword")
"""How Qt calls what a proxy asks for; the site's scan looks at what is assigned to such names."""

BANNED_WORDS = ("token", "password", "passwd", "secret")


def relative(path):
    return path.relative_to(ROOT).as_posix()


def at(path, node):
    return f"{relative(path)}:{node.lineno}"


def listing(offenders):
    """What a failure shows: an offender per line."""
    return "\n" + "\n".join(offenders)


def part_of(path):
    """``geodata`` for core/geodata/table.py, ``cli`` for core/cli.py, empty outside the core."""
    return path.relative_to(ROOT / "core").with_suffix("").parts[0] if path in CORE else ""


@cache
def tree_of(path):
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


@cache
def imports(path):
    """(node, absolute dotted name, level) of every import of a file, those inside functions too."""
    found = []
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            found += [(node, alias.name, 0) for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            found.append((node, node.module, 0))
        elif isinstance(node, ast.ImportFrom):
            base = path.parent.parts[: len(path.parent.parts) - (node.level - 1)]
            for alias in node.names:
                dotted = [*base[len(ROOT.parts) :], *(node.module or "").split("."), alias.name]
                found.append((node, ".".join(word for word in dotted if word), node.level))
    return found


def packages_of(path):
    """(node, package) of every import from elsewhere."""
    return [(node, name.split(".")[0]) for node, name, level in imports(path) if level == 0]


def dotted_name(path):
    """``core.geodata.table``; that of the folder for an ``__init__``."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def module_imports(path):
    """(node, module of the core) of every import from within the core but that of its version."""
    modules = {dotted_name(path) for path in CORE}
    return {
        (node, name if name in modules else name.rpartition(".")[0])
        for node, name, level in imports(path)
        if level and name.startswith("core.") and name != "core.__version__"
    }


def is_in(module, folder):
    """Whether core.contract.jobs.train is in contract.jobs."""
    return f"{module}.".startswith(f"core.{folder}.")


def circle_in(graph):
    """The names of a circle of arrows, in order; empty if there is none."""
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return error.args[1]
    return []


def names(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            yield node, node.id
        elif isinstance(node, (ast.arg, ast.keyword)):
            yield node, node.arg or ""
        elif isinstance(node, ast.Attribute) and node.attr not in NAMES_OF_QT:
            yield node, node.attr
        elif isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            yield node, node.name


def test_the_house_is_read():
    assert len(CORE) > 40
    assert {part_of(path) for path in CORE} >= {*MAY_IMPORT, *DOORS}
    assert sum(len(module_imports(path)) for path in CORE) > 400


def test_imports_go_downward_only():
    offenders = []
    for path in SHIPPED:
        part = part_of(path)
        allowed = {part, *MAY_IMPORT.get(part, LIGHT_PARTS), "__version__"}
        for node, name, level in imports(path):
            first, *rest = name.split(".")
            is_desktop = path == ROOT / "plugin.py" or path.is_relative_to(ROOT / first)
            if first in DESKTOP_ROOMS and not is_desktop:
                offenders.append(f"{at(path, node)} imports {name}: it looks on, and nothing waits for it")
            if path in CORE and first in ("core", "toppixel") and not level:
                offenders.append(f"{at(path, node)} must import {name} relatively")
            if path in CORE and first != "core" and level:
                offenders.append(f"{at(path, node)} leaves the core for {name}")
            is_free = first != "core" or part in DOORS or part == "__init__"
            if not is_free and rest[0] not in allowed:
                offenders.append(f"{at(path, node)} imports core.{rest[0]}")
    assert not offenders, listing(offenders)


def test_contract_and_files_use_no_more_of_each_other_than_is_written_down():
    offenders = []
    for path in CORE:
        for node, name in module_imports(path):
            if {part_of(path), name.split(".")[1]} == {"contract", "files"} and not any(
                is_in(dotted_name(path), importer) and is_in(name, imported)
                for importer, imported in BETWEEN_LIGHT_PARTS
            ):
                offenders.append(f"{at(path, node)} imports {name}")
    assert not offenders, listing(offenders)


def test_rooms_import_downward_only():
    offenders = []
    for path in CORE:
        _, part, room, *_ = (*dotted_name(path).split("."), "", "")
        if part not in ROOMS or not room:
            continue
        if room not in ROOMS[part]:
            offenders.append(f"{relative(path)} is in no room of {part}")
            continue
        for node, name in module_imports(path):
            _, imported_part, imported_room, *_ = (*name.split("."), "", "")
            if imported_part == part and imported_room not in {room, *ROOMS[part][room]}:
                offenders.append(f"{at(path, node)} imports {name}")
    assert not offenders, listing(offenders)


def test_rooms_form_no_circle():
    assert not [circle for circle in map(circle_in, ROOMS.values()) if circle]


def test_modules_import_each_other_in_no_circle():
    graph = {dotted_name(path): {name for _, name in module_imports(path)} for path in CORE}
    circle = circle_in(graph)
    assert not circle, " → ".join(circle)


def test_no_room_is_crowded():
    held = Counter(relative(path.parent) for path in SHIPPED if path.name != "__init__.py")
    offenders = [
        f"{folder} holds {count} modules"
        for folder, count in held.items()
        if count > ABOUT_A_DOZEN and folder not in CROWDED
    ]
    assert not offenders, listing(offenders)
    assert all(held[folder] > ABOUT_A_DOZEN for folder in CROWDED), "an exception that is none any more"


def test_light_parts_stand_on_the_standard_library_alone():
    offenders = []
    for path in SHIPPED:
        part = part_of(path)
        for node, name in packages_of(path):
            if part in (*LIGHT_PARTS, *DOORS, "__init__"):
                is_welcome = name in sys.stdlib_module_names
            elif part:
                is_welcome = name not in {"qgis", *HEAVY.get(part, ())}
            else:
                is_welcome = name in {"qgis", "processing", *sys.stdlib_module_names}
            if not is_welcome:
                offenders.append(f"{at(path, node)} imports {name}")
    assert not offenders, listing(offenders)


def test_what_qgis_loads_is_python_3_9():
    offenders = []
    for path in SHIPPED:
        if part_of(path) not in ("", *LIGHT_PARTS, *DOORS, "__init__"):
            continue
        try:
            tree = ast.parse(path.read_text(encoding="utf-8"), feature_version=(3, 9))
        except SyntaxError as error:
            offenders.append(f"{relative(path)}:{error.lineno} {error.msg}")
            continue
        futures = {
            alias.name
            for node in tree.body
            if isinstance(node, ast.ImportFrom) and node.module == "__future__"
            for alias in node.names
        }
        has_hints = any(isinstance(node, (ast.AnnAssign, ast.FunctionDef)) for node in ast.walk(tree))
        if has_hints and "annotations" not in futures:
            offenders.append(f"{relative(path)}: hints such as 'int | None' fail when evaluated")
    assert not offenders, listing(offenders)


def test_shipped_code_passes_the_scan_of_the_plugin_site():
    offenders = []
    for path in SHIPPED:
        may_start_programs = path.is_relative_to(ROOT / "core" / "engine")
        banned = BANNED_MODULES if may_start_programs else {*BANNED_MODULES, "subprocess"}
        offenders += [
            f"{at(path, node)} imports {name}" for node, name in packages_of(path) if name in banned
        ]
        for node in ast.walk(tree_of(path)):
            if isinstance(node, ast.Assert):
                offenders.append(f"{at(path, node)} asserts")
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in BANNED_CALLS:
                offenders.append(f"{at(path, node)} calls {node.func.id}")
            if isinstance(node, ast.Constant) and str(node.value).startswith("/tmp"):
                offenders.append(f"{at(path, node)} means /tmp")
        for node, name in names(tree_of(path)):
            if any(word in name.lower() for word in BANNED_WORDS):
                offenders.append(f"{at(path, node)} names something {name}")
    assert not offenders, listing(offenders)


def test_failures_are_caught_by_name():
    """All of them at once only at the two doors, and never in silence."""
    offenders = []
    for path in SHIPPED:
        for node in ast.walk(tree_of(path)):
            if not isinstance(node, ast.ExceptHandler):
                continue
            caught = "everything" if node.type is None else ast.unparse(node.type)
            is_door = relative(path) in ("core/worker.py", "core/cli.py")
            if caught == "everything" or (caught in ("Exception", "BaseException") and not is_door):
                offenders.append(f"{at(path, node)} catches {caught}")
            if all(isinstance(statement, (ast.Pass, ast.Continue)) for statement in node.body):
                offenders.append(f"{at(path, node)} swallows {caught}")
    assert not offenders, listing(offenders)


def test_every_module_says_what_it_is():
    vague = ("utils", "helpers", "common", "misc", "manager")
    offenders = [
        f"{relative(path)}:1 does not say what it is"
        for path in SHIPPED
        if path.stem in vague or not ast.get_docstring(tree_of(path))
    ]
    assert not offenders, listing(offenders)


def test_programs_are_started_in_one_way_each_with_its_reason():
    offenders = []
    for path in (ROOT / "core" / "engine").glob("*.py"):
        lines = path.read_text(encoding="utf-8").splitlines()
        for number, line in enumerate(lines):
            if "subprocess.Popen(" in line or "subprocess.run(" in line:
                if "# nosec B603" not in line:
                    offenders.append(f"{relative(path)}:{number + 1} has no nosec")
                if not lines[number - 1].strip().startswith("#"):
                    offenders.append(f"{relative(path)}:{number + 1} has no reason")
    assert not offenders, listing(offenders)
