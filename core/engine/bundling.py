"""Make a bundle on a machine with network: exact packages, uv and Python for one kind of machine."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Optional

from .. import __version__
from ..contract.messages.errors import CoreError, EngineInstallError, SettingsError
from ..contract.messages.reporter import Reporter
from ..files.atomic import explain_os_error, scratch_folder
from .bundle import CONTENTS, Bundle, unpacked_size
from .locations import home, requirements_file, requirements_hash
from .platforms import MACOS_VERSION, PLATFORMS, this_platform
from .processes import run_command
from .source import PackageSource
from .uv import MANAGED_PYTHON, UV_PROGRAM, find_engine_python, provide_bootstrap, run_uv, uv_environment
from .uv_errors import UnreachableError, explain_failure

_PYTHON_VERSION = re.compile(r"3\.(1[0-4])")
_PACKAGE = re.compile(r"^[\w.-]+==", re.MULTILINE)
_TORCH_BUILD = re.compile(r"^torch==[^+\s]+\+(\w+)", re.MULTILINE)
_TORCH_INDEX = "https://download.pytorch.org/whl/{build}"


@dataclass(frozen=True)
class Target:
    """The machine that a bundle is for.

    Attributes:
        platform: Its kind, by the names of ``platforms``; this machine's when empty.
        python: Version of its Python, such as ``3.12``. When empty, that of this machine's Python if the
            bundle is for a machine like this one, else the version that uv fetches.
        torch: Build of PyTorch, by uv's names (``cpu``, ``cu128``, ``auto`` for this machine's card); the
            package index' default build when empty.
    """

    platform: str = ""
    python: str = ""
    torch: str = ""

    def completed(self, uv: str) -> Target:
        """The target with defaults for what is empty.

        Raises:
            SettingsError: The platform or the version is not supported.
        """
        name = self.platform or this_platform()
        if name not in PLATFORMS:
            raise SettingsError(f"There is no bundle for '{name}'; there are {', '.join(PLATFORMS)}.")
        here = find_engine_python(uv) if name == this_platform() else None
        python = self.python or ".".join(map(str, here.version if here else MANAGED_PYTHON))
        if not _PYTHON_VERSION.fullmatch(python):
            raise SettingsError(f"Python '{python}' cannot run the engine: it must be 3.10 to 3.14.")
        return Target(name, python, self.torch)


def make_bundle(
    folder: str, target: Target, reporter: Reporter, source: Optional[PackageSource] = None
) -> Bundle:
    """Fill a folder with everything an engine is built from. An interrupted run is resumed by the next.

    Args:
        folder: Must be missing, empty, or a bundle.
        target: The machine that it is for.
        reporter: Cancelling it ends the run.
        source: Where the packages come from; from the environment when left out.

    Raises:
        SettingsError: The folder contains other files, or the target is not supported.
        EngineInstallError: The packages cannot be fetched; the message says why.
        DiskFullError: The disk is full.
        OutputError: The folder cannot be written.
        JobCancelledError: It was cancelled.
    """
    path = Path(folder).expanduser().absolute()
    python = provide_bootstrap(reporter, source)
    uv = str(python.with_name(UV_PROGRAM))
    target = target.completed(uv)
    bundle = Bundle(str(path), __version__, requirements_hash(), target.platform, target.python)
    _make_folder(bundle)
    work = _Work(bundle, target, str(python), uv, uv_environment(source=source), reporter)
    work.choose_packages()
    work.fetch_packages()
    work.fetch_uv()
    has_python = work.fetch_python()
    bundle = replace(bundle, has_python=has_python, unpacked_bytes=unpacked_size(bundle.wheels))
    bundle.write()
    return bundle


def _make_folder(bundle: Bundle) -> None:
    """Make the folder, and remove all of an older bundle but the packages, which may be the same.

    Raises:
        SettingsError: It contains other files.
        OutputError: It cannot be made.
    """
    path = Path(bundle.folder)
    known = {CONTENTS, bundle.wheels.name, bundle.requirements.name, bundle.pythons.name}
    try:
        strange = sorted(found.name for found in path.glob("*") if found.name not in known)
        if strange:
            raise SettingsError(
                f"The folder '{path}' contains other files ('{strange[0]}'). Choose an empty or new folder."
            )
        bundle.wheels.mkdir(parents=True, exist_ok=True)
        (path / CONTENTS).unlink(missing_ok=True)
        shutil.rmtree(bundle.pythons, ignore_errors=True)
    except SettingsError:
        raise
    except OSError as error:
        raise explain_os_error(error, path) from error


@dataclass(frozen=True)
class _Work:
    """The steps of making a bundle.

    Attributes:
        target: Without empty fields.
        python: A Python with pip: uv cannot download wheels.
        uv: Path of the executable.
        environment: Of pip and uv.
    """

    bundle: Bundle
    target: Target
    python: str
    uv: str
    environment: Mapping[str, str]
    reporter: Reporter

    def choose_packages(self) -> None:
        """Resolve the exact packages for the target, with the hashes of their wheels."""
        command = ["pip", "compile", str(requirements_file()), "--output-file", str(self.bundle.requirements)]
        command += ["--python-platform", PLATFORMS[self.target.platform].uv_name]
        command += ["--python-version", self.target.python, "--only-binary", ":all:"]
        command += ["--generate-hashes", "--no-annotate", "--no-header", "--quiet", "--upgrade"]
        if self.target.torch:
            command += ["--torch-backend", self.target.torch]
        environment = {**self.environment, "MACOSX_DEPLOYMENT_TARGET": MACOS_VERSION}
        run_uv(self.uv, command, self.reporter, "Choosing packages", environment)

    def fetch_packages(self) -> None:
        """Download the wheels that are missing, and remove those of older versions."""
        chosen = self.bundle.requirements.read_text(encoding="utf-8")
        arguments = ["--require-hashes", "-r", str(self.bundle.requirements)]
        build = _TORCH_BUILD.search(chosen)
        if build:
            arguments += ["--extra-index-url", _TORCH_INDEX.format(build=build[1])]
        kept = self._download(arguments, len(_PACKAGE.findall(chosen)))
        for wheel in self.bundle.wheels.glob("*.whl"):
            if wheel.name not in kept:
                wheel.unlink()

    def fetch_uv(self) -> None:
        """Download the wheel of this version of uv, for the target."""
        _, lines = run_command([self.uv, "--version"], self.environment)
        self._download([f"uv=={lines[0].split()[1]}"], 1)

    def fetch_python(self) -> bool:
        """Download the Python archive; only warn on failure, since the target may have that Python."""
        version = self.target.python
        name = f"cpython-{version}-{PLATFORMS[self.target.platform].python_name}"
        with scratch_folder(self.bundle.requirements) as scratch:
            environment = {
                **self.environment,
                "UV_PYTHON_CACHE_DIR": str(self.bundle.pythons),
                "UV_PYTHON_INSTALL_DIR": str(scratch),
            }
            try:
                run_uv(
                    self.uv,
                    ["python", "install", "--no-bin", name],
                    self.reporter,
                    "Fetching Python",
                    environment,
                )
            except UnreachableError as error:
                self.reporter.warning(
                    f"Python {version} itself cannot be downloaded ({error.message}) The machine that gets "
                    f"this bundle must have Python {version}."
                )
                self.reporter.debug(error.detail)
        return any(self.bundle.pythons.glob("*.tar.*"))

    def _download(self, arguments: list[str], count: int) -> set[str]:
        """Download wheels for the target with pip.

        Args:
            arguments: Arguments of pip that say which.
            count: Expected number of wheels.

        Returns:
            Their file names, those that were there already included.
        """
        command = [
            self.python,
            "-I",
            "-m",
            "pip",
            "download",
            "--no-input",
            "--no-deps",
            "--only-binary=:all:",
        ]
        command += ["--disable-pip-version-check", "--progress-bar", "off", "--dest", str(self.bundle.wheels)]
        command += ["--python-version", self.target.python, "--implementation", "cp"]
        command += [
            word for tag in PLATFORMS[self.target.platform].wheel_tags for word in ("--platform", tag)
        ]
        done = 0

        def show(line: str) -> None:
            nonlocal done
            self.reporter.debug(line)
            if line.startswith(("Collecting ", "Processing ")):
                self.reporter.progress(min(done, count), count, "packages", "Downloading packages")
                done += 1

        exit_code, lines = run_command(
            [*command, *arguments], self.environment, show, lambda: self.reporter.is_cancelled
        )
        if exit_code != 0:
            raise _explain_bundle_failure(lines)
        self.reporter.progress(count, count, "packages", "Downloading packages")
        return {match[1] for line in lines for match in [_STORED.match(line.strip())] if match}


_STORED = re.compile(r"(?:Saved|File was already downloaded) .*?([^/\\]+\.whl)$")


def _explain_bundle_failure(lines: list[str]) -> CoreError:
    """As for a set-up, but the folder that is full or not writable is the bundle's."""
    error = explain_failure(lines)
    if isinstance(error, EngineInstallError):
        return error
    return type(error)(error.message.replace(str(home()), "the bundle"), error.default_hint, error.detail)
