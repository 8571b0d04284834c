"""A bundle: a folder with everything an engine is built from, for a machine without network."""

from __future__ import annotations

import json
import zipfile
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from .. import __version__
from ..contract.messages.errors import EngineInstallError
from ..files.atomic import explain_os_error, finished_file
from .locations import requirements_hash
from .platforms import this_platform
from .uv import UV_PROGRAM, bootstrap_uv

CONTENTS = "bundle.json"
"""Written last: a folder without it is not a bundle, or an incomplete one."""

UNPACKED_AND_ROOM = 1.2
"""Size of an engine relative to its unpacked packages, with the bytecode that Python compiles."""


@dataclass(frozen=True)
class Bundle:
    """The contents of a bundle.

    Attributes:
        folder: Its path.
        version: Version of TopPixel that made it.
        packages: Hash of the exact packages (``requirements_hash``).
        platform: Kind of machine it is for (``platforms``).
        python: Version of the Python its packages are for, such as ``3.12``.
        has_python: Whether that Python itself is in it.
        unpacked_bytes: Size of the packages once unpacked.
    """

    folder: str
    version: str
    packages: str
    platform: str
    python: str
    has_python: bool = False
    unpacked_bytes: int = 0

    @property
    def wheels(self) -> Path:
        """Folder of the packages."""
        return Path(self.folder) / "wheels"

    @property
    def requirements(self) -> Path:
        """File of their exact versions, with the hashes of the wheels."""
        return Path(self.folder) / "requirements.txt"

    @property
    def pythons(self) -> Path:
        """Folder of the Python archive, as uv caches it."""
        return Path(self.folder) / "python"

    @property
    def needed_bytes(self) -> float:
        """Disk space of an engine built from it."""
        return self.unpacked_bytes * UNPACKED_AND_ROOM

    def require_fit(self) -> None:
        """Refuse a bundle for another kind of machine, or another version of TopPixel.

        Raises:
            EngineInstallError: It does not fit; the message says why.
        """
        if self.platform != this_platform():
            raise EngineInstallError(
                f"The bundle in '{self.folder}' is for '{self.platform}'; this machine is "
                f"'{this_platform() or 'of another kind'}'.",
                f"Make one with: core engine bundle FOLDER --platform {this_platform() or 'NAME'}",
            )
        if self.packages != requirements_hash():
            raise EngineInstallError(
                f"The bundle in '{self.folder}' was made by TopPixel {self.version}, whose engine has "
                f"different packages from that of TopPixel {__version__}.",
                "Make a new bundle with the TopPixel that you use here.",
            )

    def write(self) -> None:
        """Write ``CONTENTS``, the last step of making a bundle.

        Raises:
            CoreError: It cannot be written.
        """
        fields = asdict(self)
        del fields["folder"]
        with finished_file(Path(self.folder) / CONTENTS) as temporary:
            temporary.write_text(json.dumps(fields, indent=1), encoding="utf-8")

    def unpack_uv(self) -> str:
        """Copy the bundle's uv to where TopPixel keeps its own, and return its path.

        Raises:
            EngineInstallError: It is missing or damaged.
            OutputError: TopPixel's folder cannot be written.
        """
        wheel = next(iter(sorted(self.wheels.glob("uv-*.whl"))), None)
        program = bootstrap_uv()
        try:
            content = _program_in(wheel) if wheel else b""
        except (OSError, zipfile.BadZipFile, KeyError) as error:
            raise self._damaged(f"uv cannot be extracted ({error})") from error
        if not content:
            raise self._damaged("it has no uv")
        try:
            program.parent.mkdir(parents=True, exist_ok=True)
            with finished_file(program) as temporary:
                temporary.write_bytes(content)
                temporary.chmod(0o755)
        except OSError as error:
            raise explain_os_error(error, program) from error
        return str(program)

    def _damaged(self, why: str) -> EngineInstallError:
        return EngineInstallError(
            f"The bundle in '{self.folder}' is damaged: {why}.", "Copy it again, or make it again."
        )


def read_bundle(folder: str) -> Bundle:
    """The contents of the bundle in a folder.

    Raises:
        EngineInstallError: It is not a bundle, or an incomplete one.
    """
    path = Path(folder).expanduser().absolute()
    try:
        fields: dict[str, Any] = json.loads((path / CONTENTS).read_text(encoding="utf-8"))
        return Bundle(folder=str(path), **fields)
    except (OSError, ValueError, TypeError) as error:
        raise EngineInstallError(
            f"The folder '{path}' is not a complete bundle.",
            "Choose the folder that 'core engine bundle' has made on another machine.",
        ) from error


def unpacked_size(wheels: Path) -> int:
    """Unpacked size of all packages in a folder except uv, in bytes.

    Raises:
        EngineInstallError: One cannot be read.
    """
    total = 0
    for wheel in sorted(wheels.glob("*.whl")):
        if wheel.name.startswith("uv-"):
            continue
        try:
            with zipfile.ZipFile(wheel) as archive:
                total += sum(member.file_size for member in archive.infolist())
        except (OSError, zipfile.BadZipFile) as error:
            raise EngineInstallError(
                f"The package '{wheel.name}' is damaged.", "Make the bundle again."
            ) from error
    return total


def _program_in(wheel: Path) -> bytes:
    """The executable of uv from its wheel; empty if there is none."""
    with zipfile.ZipFile(wheel) as archive:
        names = [name for name in archive.namelist() if name.endswith(f".data/scripts/{UV_PROGRAM}")]
        return archive.read(names[0]) if names else b""
