"""The plugin's zip: the plugin site's validator and scan, and releases that are refused."""

import configparser
import json
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from core import __version__
from core.contract.jobs.registry import JOBS

REPOSITORY = Path(__file__).parents[2]

pytestmark = pytest.mark.skipif(
    shutil.which("git") is None or not (REPOSITORY / ".git").exists(),
    reason="the package is made from a git repository",
)

REQUIRED = {
    "name", "description", "version", "qgisMinimumVersion", "author", "email", "about", "tracker",
    "repository", "homepage",
}  # fmt: skip
"""The site requires all three addresses, the homepage too."""

BANDIT_RULES = [
    *range(101, 109), 110, 112, 113, 201, 202, *range(301, 309), *range(310, 320), 321, 323, 324, 401, 402,
    403, *range(405, 410), 412, 413, *range(501, 510), *range(601, 616), *range(701, 705),
]  # fmt: skip
"""Rules that the site enables (``bandit_rules.json``), less two that Bandit no longer has."""

FLAKE8_RULES = (
    "E101,E711,E712,E713,E714,E721,E722,E731,E741,E742,E743,E901,E902,E999,W605,F402,F403,F404,F405,F811,F821,"
    "F822,F823,F831,F901"
)
"""Rules that the site enables (``flake8_rules.json``); its C901 has no effect without a threshold."""


def git(folder, *words):
    identity = ["-c", "user.name=Test", "-c", "user.email=test@example.org"]
    subprocess.run(["git", *identity, *words], cwd=folder, check=True, capture_output=True)


def clone(folder):
    git(REPOSITORY, "clone", "--quiet", "--shared", str(REPOSITORY), str(folder))
    return folder


def script(checkout, name, *words):
    command = [sys.executable, str(checkout / "scripts" / name), *map(str, words)]
    return subprocess.run(command, check=False, capture_output=True, text=True, encoding="utf-8")


@pytest.fixture
def checkout(tmp_path):
    """A clone of the last commit."""
    return clone(tmp_path / "checkout")


@pytest.fixture(scope="session")
def package(tmp_path_factory):
    """The zip of the last commit."""
    folder = tmp_path_factory.mktemp("package")
    run = script(clone(folder / "checkout"), "package.py", folder)
    assert run.returncode == 0, run.stderr
    (path,) = folder.glob("*.zip")
    return path


@pytest.fixture(scope="session")
def entries(package):
    with zipfile.ZipFile(package) as zipped:
        assert zipped.testzip() is None
        return {entry.filename: entry for entry in zipped.infolist()}


@pytest.fixture(scope="session")
def metadata(package):
    with zipfile.ZipFile(package) as zipped:
        parser = configparser.ConfigParser()
        parser.optionxform = str
        parser.read_string(zipped.read("toppixel/metadata.txt").decode("utf-8"))
    return dict(parser["general"])


@pytest.fixture(scope="session")
def unpacked(package, tmp_path_factory):
    folder = tmp_path_factory.mktemp("unpacked")
    with zipfile.ZipFile(package) as zipped:
        zipped.extractall(folder)
    return folder


def test_the_zip_holds_one_folder_of_at_most_25_megabytes(package, entries):
    assert package.name == f"toppixel-{__version__}.zip"
    assert package.stat().st_size <= 25_000_000
    assert next(iter(entries)).startswith("toppixel/")
    assert {name.partition("/")[0] for name in entries} == {"toppixel"}


def test_no_file_name_is_refused_by_the_validator(entries):
    refused = re.compile(
        r"\.\.|^[/\\]|\\|^[A-Za-z]:|\.pyc|(^|/)(__pycache__|\.git|__MACOSX)(/|$)|(^|/)\.[^/]|"
        r"\.(exe|dll|so|dylib|bat|sh|ps1|cmd)$"
    )
    assert [name for name in entries if refused.search(name)] == []
    assert [name for name, entry in entries.items() if entry.external_attr >> 16 & 0o111] == []


@pytest.mark.parametrize(
    "name",
    ["__init__.py", "metadata.txt", "LICENSE", "plugin.py", "core/__main__.py",
     "core/evaluation/training_report.html",
     "resources/engine/requirements.txt", "resources/icons/train.svg", "monitor/dock.py"],
)  # fmt: skip
def test_the_zip_holds_what_the_plugin_needs(entries, name):
    assert f"toppixel/{name}" in entries


def test_the_zip_holds_nothing_for_developers(entries):
    assert {name.split("/")[1] for name in entries} - {""} == {
        "CHANGELOG.md", "LICENSE", "README.md", "__init__.py", "algorithms", "core", "metadata.txt",
        "monitor", "plugin.py", "resources", "setup",
    }  # fmt: skip
    assert [name for name in entries if name.endswith(".ts")] == []


def test_the_zip_holds_no_pictures_of_the_documentation(entries):
    pictures = [name for name in entries if name.endswith((".png", ".jpg"))]
    assert pictures == ["toppixel/resources/icons/toppixel.png"]


def test_metadata_has_all_required_entries_in_plain_text(metadata):
    assert {key for key in REQUIRED if not metadata.get(key, "").strip()} == set()
    assert [key for key, text in metadata.items() if re.search(r"<[a-z/!]|&[a-z]+;", text)] == []
    assert "/" not in metadata["author"]
    assert "supportsQt6" not in metadata
    assert all(metadata[key].startswith("https://") for key in ("homepage", "tracker", "repository"))


def test_metadata_allows_every_qgis_version(metadata):
    assert metadata["qgisMinimumVersion"] == "3.22"
    assert metadata["qgisMaximumVersion"] == "4.99"
    assert metadata["hasProcessingProvider"] == "yes"
    assert {metadata[key] for key in ("experimental", "deprecated", "server")} <= {"True", "False"}


def test_the_version_is_the_same_everywhere(metadata):
    assert re.fullmatch(r"\d+\.\d+\.\d+", metadata["version"])
    assert metadata["version"] == __version__
    assert metadata["changelog"].strip().splitlines()[0] == __version__


def test_the_icon_is_in_the_zip(package, metadata):
    with zipfile.ZipFile(package) as zipped:
        assert zipped.read(f"toppixel/{metadata['icon']}").startswith(b"\x89PNG")


def test_the_description_names_every_algorithm(metadata):
    titles = {job.title for name, job in JOBS.items() if name != "check"} | {"Set up engine"}
    assert {title for title in titles if title not in metadata["about"]} == set()


def run_tool(module, *words, folder):
    found = subprocess.run([sys.executable, "-c", f"import {module}"], check=False, capture_output=True)
    if found.returncode:
        pytest.skip(f"{module} is not installed (tests/requirements-engine.txt)")
    return subprocess.run(
        [sys.executable, "-m", module, *words], cwd=folder, check=False, capture_output=True, text=True
    )


def test_the_sites_scan_for_dangerous_calls_finds_nothing(unpacked):
    rules = ",".join(f"B{rule}" for rule in BANDIT_RULES)
    run = run_tool("bandit", "-r", ".", "-f", "json", "--quiet", "-t", rules, folder=unpacked)
    report = json.loads(run.stdout)
    assert (report["errors"], report["results"]) == ([], [])
    assert len(report["metrics"]) > 100


def test_the_sites_scan_for_passwords_and_keys_finds_nothing(unpacked):
    words = [
        "scan",
        "--all-files",
        "--exclude-files",
        r"metadata\.txt",
        "--disable-plugin",
        "IPPublicDetector",
    ]
    run = run_tool("detect_secrets", *words, ".", folder=unpacked)
    assert json.loads(run.stdout)["results"] == {}


def test_the_sites_scan_for_errors_finds_nothing(unpacked):
    words = ["--isolated", "--max-line-length=120", f"--select={FLAKE8_RULES}"]
    run = run_tool("flake8", *words, ".", folder=unpacked)
    assert (run.returncode, run.stdout, run.stderr) == (0, "", "")


def test_the_same_commit_gives_the_same_zip(package, tmp_path):
    script(clone(tmp_path / "checkout"), "package.py", tmp_path)
    assert (tmp_path / package.name).read_bytes() == package.read_bytes()


def change(path, before, after):
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "before", "after", "sentence"),
    [
        ("metadata.txt", f"version={__version__}", "version=9.9", "must be three numbers, and is '9.9'"),
        ("core/__init__.py", __version__, "9.9.9", f"metadata.txt has version {__version__}, core"),
        ("CHANGELOG.md", f"## {__version__}", "## 9.9.9", f"CHANGELOG.md has no entry '## {__version__}'"),
        ("metadata.txt", f"    {__version__}\n", "    9.9.9\n", f"does not begin with {__version__}"),
    ],
)
def test_inconsistent_versions_are_not_built(checkout, tmp_path, name, before, after, sentence):
    change(checkout / name, before, after)
    git(checkout, "commit", "--all", "--quiet", "--message", "A mistake")
    run = script(checkout, "package.py", tmp_path)
    assert run.returncode == 1
    assert sentence in run.stderr
    assert list(tmp_path.glob("*.zip")) == []


def test_uncommitted_files_are_named_and_not_built(checkout, tmp_path):
    change(checkout / "plugin.py", "The plugin as QGIS loads it", "Life")
    (checkout / "core" / "forgotten.py").touch()
    run = script(checkout, "package.py", tmp_path)
    assert "not committed (plugin.py, core/forgotten.py)" in run.stderr
    assert list(tmp_path.glob("*.zip")) == []


CATALOGUE = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS><TS version="2.1" language="nl"><context><name>TopPixel</name>
<message><source>Set up engine</source><translation>Motor instellen</translation></message>
</context></TS>
"""


def has_lrelease():
    programs = ("lrelease", "/usr/lib/qt5/bin/lrelease", "/usr/lib/qt6/bin/lrelease")
    return any(
        shutil.which(program)
        and not subprocess.run([program, "-version"], check=False, capture_output=True).returncode
        for program in programs
    )


@pytest.mark.skipif(not has_lrelease(), reason="Qt's lrelease is not installed (qttools5-dev-tools)")
def test_translations_are_compiled_into_the_zip(checkout, tmp_path):
    (checkout / "resources" / "i18n").mkdir(exist_ok=True)
    (checkout / "resources" / "i18n" / "toppixel_nl.ts").write_text(CATALOGUE, encoding="utf-8")
    git(checkout, "add", "resources")
    git(checkout, "commit", "--quiet", "--message", "Dutch")
    run = script(checkout, "package.py", tmp_path)
    assert run.returncode == 0, run.stderr
    with zipfile.ZipFile(next(tmp_path.glob("*.zip"))) as zipped:
        compiled = {Path(name).stem for name in zipped.namelist() if name.endswith(".qm")}
        assert "Motor instellen".encode("utf-16-be") in zipped.read("toppixel/resources/i18n/toppixel_nl.qm")
    assert compiled == {path.stem for path in (checkout / "resources" / "i18n").glob("*.ts")}


def test_a_repository_has_the_entries_that_qgis_reads(package, metadata, tmp_path):
    shutil.copy(package, tmp_path)
    run = script(REPOSITORY, "repository.py", tmp_path / package.name, "https://example.org/a b/")
    assert run.returncode == 0, run.stderr
    (plugin,) = ET.parse(tmp_path / "plugins.xml").getroot()
    entries = {element.tag: element.text for element in plugin}
    assert (plugin.tag, plugin.get("name"), plugin.get("version")) == (
        "pyqgis_plugin",
        "TopPixel",
        __version__,
    )
    assert entries["file_name"].partition(".")[0] == "toppixel", "QGIS' rule for the plugin's id"
    assert entries["download_url"] == f"https://example.org/a b/{package.name}"
    assert (entries["qgis_minimum_version"], entries["experimental"]) == ("3.22", metadata["experimental"])
    assert entries["changelog"] == metadata["changelog"]
    assert (tmp_path / entries["icon"].rpartition("/")[2]).is_file()


@pytest.mark.parametrize("words", [[], ["a.zip"], ["a.zip", "example.org"]])
def test_a_repository_without_an_address_is_refused(words):
    run = script(REPOSITORY, "repository.py", *words)
    assert run.returncode == 2
    assert "usage" in run.stderr
