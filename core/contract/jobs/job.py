"""What every job is made of: settings that describe and check themselves; all faults are found at once.

A setting is described once: its label, help, default, range and choices make the dialog, the command
line's options and the documentation. The parameter of a setting in QGIS is its name in capitals.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Mapping
from dataclasses import MISSING, Field, asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any, ClassVar, Optional, TypeVar

from ..catalog.entries import nearest
from ..messages.errors import SettingsError

AnyJob = TypeVar("AnyJob", bound="Job")
Check = Callable[[Any], Optional[str]]

_BOOLEANS = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}
"""How JSON, the command line and users write a boolean setting."""


@dataclass(frozen=True)
class Setting:
    """How one setting of a job is shown and checked.

    Attributes:
        label: Its name in a dialog.
        help: What it does, for the user.
        minimum: Smallest number.
        maximum: Largest number.
        choices: Allowed words, each with its meaning; empty for no restriction.
        is_advanced: Whether dialogs hide it at first.
        check: Returns what is wrong with a value, or None.
    """

    label: str
    help: str
    minimum: Optional[float] = None
    maximum: Optional[float] = None
    choices: Mapping[str, str] = field(default_factory=dict)
    is_advanced: bool = False
    check: Optional[Check] = None

    def problem(self, value: Any) -> Optional[str]:  # noqa: ANN401 - any setting's value
        """What is wrong with a value, as a sentence, or None."""
        if self.choices and value not in self.choices:
            return f"{self.label}: there is no '{value}'. {nearest(str(value), self.choices)}"
        if self.minimum is not None and not self._is_in_range(value):
            return f"{self.label} must be from {self.minimum:g} to {self.maximum:g}, not {value}."
        return self.check(value) if self.check else None

    def _is_in_range(self, value: Any) -> bool:  # noqa: ANN401 - any setting's value
        lowest = -math.inf if self.minimum is None else self.minimum
        highest = math.inf if self.maximum is None else self.maximum
        return isinstance(value, (int, float)) and lowest <= value <= highest


def setting(label: str, help: str, default: Any = MISSING, **more: Any) -> Any:  # noqa: A002, ANN401
    """A dataclass field with its ``Setting`` in the metadata; more are fields of ``Setting``."""
    description = {"setting": Setting(label, help, **more)}
    if isinstance(default, dict):
        return field(default_factory=default.copy, metadata=description)
    return field(default=default, metadata=description)


def same_setting(job: type[Job], name: str, **changes: Any) -> Any:  # noqa: ANN401 - a dataclass field
    """A dataclass field like one of another job, default included; changes are fields of ``Setting``."""
    other: Field[Any] = job.__dataclass_fields__[name]  # type: ignore[attr-defined]
    description = {"setting": replace(describe(job, name), **changes)} if changes else other.metadata
    if other.default_factory is not MISSING:
        return field(default_factory=other.default_factory, metadata=description)
    return field(default=other.default, metadata=description)


def describe(job: type[Job], name: str) -> Setting:
    """The description of one setting of a job."""
    description: Setting = job.__dataclass_fields__[name].metadata["setting"]  # type: ignore[attr-defined]
    return description


class Job:
    """Base class of all jobs: to and from plain data, and a check that finds every fault."""

    name: ClassVar[str]
    title: ClassVar[str]

    def problems(self, unchecked: Collection[str] = ()) -> list[str]:
        """Every fault of the settings that can be known before the run, a sentence each.

        Cheap: checks that files exist and reads model headers, but opens no raster.

        Args:
            unchecked: Settings whose files are made only when the job starts (exported layers).
        """
        found: list[str] = []
        for item in fields(self):  # type: ignore[arg-type]
            if item.name in unchecked:
                continue
            problem = item.metadata["setting"].problem(getattr(self, item.name))
            if problem:
                found.append(problem)
        return found + self._joint_problems()

    def check(self) -> None:
        """Refuse a job that has problems.

        Raises:
            SettingsError: There is at least one; the message holds all.
        """
        problems = self.problems()
        if problems:
            raise SettingsError(" ".join(problems))

    def inputs(self) -> list[str]:
        """Paths of the files that the job reads; some with a layer name after a ``|``."""
        return []

    def outputs(self) -> list[str]:
        """Paths of the files that the job will write."""
        return []

    def to_settings(self) -> dict[str, Any]:
        """The settings as plain data for JSON."""
        settings: dict[str, Any] = asdict(self)  # type: ignore[call-overload]
        return settings

    @classmethod
    def from_settings(cls: type[AnyJob], settings: Mapping[str, Any]) -> AnyJob:
        """The job from plain data, not checked yet (see ``check``).

        Args:
            settings: Values by name; settings left out take their defaults.

        Raises:
            SettingsError: A setting is unknown, missing or of the wrong type.
        """
        known: dict[str, Field[Any]] = {f.name: f for f in fields(cls)}  # type: ignore[arg-type]
        faults = [f"There is no setting '{k}'. {nearest(k, known)}" for k in settings if k not in known]
        faults += [f"'{name}' is missing." for name in required_settings(cls) if name not in settings]
        if faults:
            raise SettingsError(" ".join(faults))
        values = {name: _convert(known[name], value) for name, value in settings.items()}
        return cls(**values)

    def _joint_problems(self) -> list[str]:
        """Faults of several settings together: here, outputs that would overwrite an input or each other."""
        found = []
        # Resolved: the same file may be named by a link or with '..'.
        taken = {Path(path.split("|")[0]).resolve() for path in self.inputs()}
        for path in self.outputs():
            if Path(path).resolve() in taken:
                found.append(f"'{path}' is used twice. Choose another output.")
            taken.add(Path(path).resolve())
        return found


def _convert(item: Field[Any], value: Any) -> Any:  # noqa: ANN401 - any setting's value
    """A value from JSON or the command line, converted to the declared type of the field."""
    label = item.metadata["setting"].label
    kind = str(item.type)
    try:
        if kind.startswith("tuple"):
            return tuple(str(v) for v in ([value] if isinstance(value, str) else value))
        if kind == "int":
            if float(value) != int(float(value)):
                raise ValueError
            return int(float(value))
        if kind == "float":
            return float(value)
        if kind == "bool":
            return _BOOLEANS[str(value).strip().lower()]
        if kind.startswith("dict"):
            return dict(value)
    except (
        TypeError,
        ValueError,
        KeyError,
        OverflowError,
    ) as error:  # OverflowError: a whole number that is infinite
        raise SettingsError(f"{label}: '{value}' is not a valid value.") from error
    return "" if value is None else str(value)


def required_settings(job: type[Job]) -> list[str]:
    """Names of the settings without a default."""
    return [
        f.name
        for f in fields(job)  # type: ignore[arg-type]
        if f.default is MISSING and f.default_factory is MISSING
    ]
