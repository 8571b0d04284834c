"""Builds the plugin's zip from the last commit, and refuses to build what must not be released.

``python3 scripts/package.py [FOLDER]`` writes ``toppixel-<version>.zip`` into FOLDER, by default
``build/package``. Files marked ``export-ignore`` in ``.gitattributes`` are left out; compiled translations
are added.
"""

from __future__ import annotations

import configparser
import re
import subprocess
import sys
import tempfile
import zipfile
from datetime import datetime, timezone
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[1]
NAME = "toppixel"
CATALOGUES = "resources/i18n"
MAXIMUM_BYTES = 25_000_000
"""Limit of the plugin site."""


def main() -> int:
    """Build the zip and print its path.

    Returns:
        0 built, 1 refused.
    """
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else REPOSITORY / "build" / "package"
    problems = find_problems()
    if problems:
        sys.stderr.write("No package is built:\n" + "".join(f"- {problem}\n" for problem in problems))
        return 1
    folder.mkdir(parents=True, exist_ok=True)
    package = folder / f"{NAME}-{_version()}.zip"
    package.unlink(missing_ok=True)
    _git("archive", "--format=zip", f"--prefix={NAME}/", f"--output={package.resolve()}", "HEAD")
    _add_translations(package)
    size = package.stat().st_size
    if size > MAXIMUM_BYTES:
        package.unlink()
        sys.stderr.write(f"No package is built: it has {size:,} bytes, {MAXIMUM_BYTES:,} are allowed.\n")
        return 1
    print(f"{package} ({size / 1e6:.2f} MB)")
    return 0


def find_problems() -> list[str]:
    """Reasons not to release the last commit, a sentence each."""
    problems = []
    changes = _git("status", "--porcelain").splitlines()
    if changes:
        problems.append(f"There are changes that are not committed ({', '.join(c[3:] for c in changes)}).")
    version, code = _version(), _code_version()
    if not re.fullmatch(r"\d+\.\d+\.\d+", version):
        problems.append(f"The version in metadata.txt must be three numbers, and is '{version}'.")
    if code != version:
        problems.append(f"metadata.txt has version {version}, core/__init__.py has {code}.")
    if not re.search(rf"^## {re.escape(version)}\b", _committed("CHANGELOG.md"), re.MULTILINE):
        problems.append(f"CHANGELOG.md has no entry '## {version}'.")
    if not _metadata()["changelog"].strip().startswith(f"{version}\n"):
        problems.append(f"The changelog in metadata.txt does not begin with {version}.")
    return problems


def _add_translations(package: Path) -> None:
    """Compile the commit's translations, with its time stamp, so that the same commit gives the same zip."""
    committed = _git("ls-tree", "--name-only", "HEAD", f"{CATALOGUES}/").splitlines()
    seconds = int(_git("show", "--no-patch", "--format=%ct", "HEAD"))
    time = datetime.fromtimestamp(seconds, timezone.utc).timetuple()[:6]
    with (
        tempfile.TemporaryDirectory() as folder,
        zipfile.ZipFile(package, "a", zipfile.ZIP_DEFLATED) as zipped,
    ):
        for path in (path for path in committed if path.endswith(".ts")):
            (Path(folder) / Path(path).name).write_text(_committed(path), encoding="utf-8")
        subprocess.run(["bash", str(REPOSITORY / "scripts" / "translations.sh"), folder], check=True)
        for catalogue in sorted(Path(folder).glob("*.qm")):
            entry = zipfile.ZipInfo(f"{NAME}/{CATALOGUES}/{catalogue.name}", time)
            zipped.writestr(entry, catalogue.read_bytes(), zipfile.ZIP_DEFLATED)


def _metadata() -> configparser.SectionProxy:
    parser = configparser.ConfigParser()
    parser.read_string(_committed("metadata.txt"))
    return parser["general"]


def _version() -> str:
    return _metadata()["version"]


def _code_version() -> str:
    found = re.search(r'^__version__ = "(.+)"', _committed("core/__init__.py"), re.MULTILINE)
    return found[1] if found else "none"


def _committed(path: str) -> str:
    return _git("show", f"HEAD:{path}")


def _git(*words: str) -> str:
    run = subprocess.run(
        ["git", *words], cwd=REPOSITORY, check=True, stdout=subprocess.PIPE, encoding="utf-8"
    )
    return run.stdout.rstrip("\n")


if __name__ == "__main__":
    sys.exit(main())
