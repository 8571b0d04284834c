"""The command line: every job as a subcommand, and the engine's set-up."""

from __future__ import annotations

import argparse
import contextlib
import json
import shutil
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import Field, fields
from pathlib import Path
from typing import Any, Optional, TextIO

from . import __version__, worker
from .contract.guide import failure_page
from .contract.jobs.job import Job, required_settings
from .contract.jobs.registry import JOBS
from .contract.jobs.train import TrainJob
from .contract.messages.errors import CoreError, JobCancelledError, SettingsError
from .contract.messages.events import PARTIAL, Artifact, Cancelled, Event, Log, Metric, Progress
from .contract.messages.launched import launched
from .contract.messages.reporter import Reporter
from .engine.bundling import Target, make_bundle
from .engine.diagnostics import diagnostics
from .engine.engine import engine_status, find_engine, install_engine, remove_engine
from .engine.platforms import PLATFORMS
from .engine.source import PackageSource
from .engine.verify import verify
from .failures import explain
from .files.atomic import discard_temporary
from .tasks import load_task

DONE, FAILED, BAD_USAGE, CANCELLED = 0, 1, 2, 130

WIDTH = 100
"""Columns of the progress line if the terminal's width is unknown."""


def main(arguments: Optional[Sequence[str]] = None) -> int:
    """Run the command line.

    Args:
        arguments: The words after the program's name; by default those of this process.

    Returns:
        The exit code: 0 done, 1 failed, 2 bad usage or bad settings, 130 cancelled.
    """
    options = _parser().parse_args(arguments)
    if options.command == "worker":
        return worker.main()
    screen = Screen(sys.stderr)
    with _interrupts() as is_cancelled:
        try:
            return int(options.run(options, Reporter(screen.show, is_cancelled.is_set)))
        except KeyboardInterrupt:
            discard_temporary()
            return _fail(screen, JobCancelledError("Cancelled."))
        except Exception as error:  # noqa: BLE001 - the outermost frame: every error becomes a sentence
            return _fail(screen, error)


class Screen:
    """Shows events on a terminal: progress on one line that is overwritten, the rest as lines.

    If the output is no terminal, progress gets a line per tenth.
    """

    def __init__(self, file: TextIO) -> None:
        self._file = file
        self._is_terminal = file.isatty()
        self._last_tenth: tuple[str, int] = ("", -1)
        self._line_is_open = False

    def show(self, event: Event) -> None:
        """Show one event; debug lines are left out."""
        if isinstance(event, Progress):
            self._show_progress(event)
        elif isinstance(event, Log) and event.level != "debug":
            self.line(event.text if event.level == "info" else f"{event.level.capitalize()}: {event.text}")
        elif isinstance(event, Metric):
            self.line(f"{event.name} {event.value:.4g} (epoch {event.step})")
        elif isinstance(event, Artifact) and event.kind != PARTIAL:
            self.line(f"Written ({event.kind}): {event.path}")

    def line(self, text: str) -> None:
        """Write a line of text."""
        if self._line_is_open:
            self._file.write("\n")
            self._line_is_open = False
        self._file.write(text + "\n")
        self._file.flush()

    def _show_progress(self, event: Progress) -> None:
        tenth = (event.stage, int(10 * event.done / event.total) if event.total else 10)
        text = f"{event.stage}: {event.done:,.10g} of {event.total:,.10g} {event.unit}"
        if event.remaining_s is not None:
            text += f", {_duration(event.remaining_s)} left"
        if self._is_terminal:
            width = shutil.get_terminal_size((WIDTH, 24)).columns - 1
            self._file.write("\r" + text[:width].ljust(width))
            self._file.flush()
            self._line_is_open = True
        elif tenth != self._last_tenth:
            self.line(text)
        self._last_tenth = tenth


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="core" if __package__ == "core" else "toppixel",
        description="Segmentation of orthophotos with losses made for rare classes.",
        epilog="Exit codes: 0 done, 1 failed, 2 bad usage or bad settings, 130 cancelled.",
    )
    parser.add_argument("--version", action="version", version=f"TopPixel {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for job in JOBS.values():
        _add_job(commands, job)
    _add_engine(commands)
    commands.add_parser("worker", help="Do one job for another program, by lines of JSON (QGIS starts this).")
    return parser


def _add_job(commands: Any, job: type[Job]) -> None:  # noqa: ANN401 - argparse names no public type
    command = commands.add_parser(
        job.name,
        help=f"{job.title}.",
        description=f"{job.title}. Give a file with the settings, or options, or both: options win.",
    )
    command.set_defaults(run=_run_job)
    command.add_argument(
        "file",
        nargs="?",
        metavar="JOB.json",
        help=f'Settings as JSON, plain or as {{"job": "{job.name}", "settings": {{…}}}}.',
    )
    required = required_settings(job)
    for item in fields(job):  # type: ignore[arg-type]
        _add_option(command, item, is_required=item.name in required)


def _add_option(command: argparse.ArgumentParser, item: Field[Any], *, is_required: bool) -> None:
    """Add the option of one setting; its value is checked by the job, for all settings at once."""
    setting, kind = item.metadata["setting"], str(item.type)
    takes_many = kind.startswith(("tuple", "dict"))
    more: dict[str, Any] = {"action": "extend", "nargs": "+"} if takes_many else {}
    note = (
        "Required." if is_required else f"Default: {item.default}." if not takes_many and item.default else ""
    )
    command.add_argument(
        f"--{item.name.replace('_', '-')}",
        default=argparse.SUPPRESS,
        metavar="VALUE=TEXT" if kind.startswith("dict") else item.name.upper(),
        help=f"{setting.help} {note}".strip().replace("%", "%%"),
        **more,
    )


def _add_engine(commands: Any) -> None:  # noqa: ANN401 - argparse names no public type
    engine = commands.add_parser("engine", help="Set up, check or remove the engine.")
    actions = engine.add_subparsers(dest="action", required=True, metavar="ACTION")
    commands = {}
    for name, run, text in (
        ("install", _install, "Set up the engine, or resume an earlier set-up."),
        ("repair", _repair, "Build the engine again, with all packages downloaded again."),
        ("status", _status, "Check the engine and print versions, device, location and size."),
        ("path", _path, "Print the path of the engine's Python."),
        ("remove", _remove, "Remove all engines that TopPixel has set up, and their downloads."),
        ("bundle", _bundle, "Make a folder from which an engine can be set up without a network."),
        ("diagnostics", _diagnostics, "Print diagnostics for a bug report, without user names."),
    ):
        commands[name] = actions.add_parser(name, help=text, description=text)
        commands[name].set_defaults(run=run)
    for name in ("install", "repair"):
        commands[name].add_argument(
            "--bundle", default="", metavar="FOLDER", help="Take everything from a bundle; use no network."
        )
    _add_bundle_options(commands["bundle"])


def _add_bundle_options(command: argparse.ArgumentParser) -> None:
    command.add_argument("folder", metavar="FOLDER", help="Where to: an empty folder or an older bundle.")
    command.add_argument(
        "--platform", default="", choices=["", *PLATFORMS], metavar="NAME",
        help=f"The machine that it is for: {', '.join(PLATFORMS)}. Default: one like this.",
    )  # fmt: skip
    command.add_argument(
        "--python", default="", metavar="VERSION",
        help="Version of its Python, such as 3.12. Default: this machine's for one like this, else 3.12.",
    )  # fmt: skip
    command.add_argument(
        "--torch", default="", metavar="BUILD",
        help="Build of PyTorch: cpu, cu128 and the like, or auto for this machine's graphics card. Default: "
        "the package index' own, with CUDA on Linux and without it on Windows.",
    )  # fmt: skip


def _run_job(options: argparse.Namespace, reporter: Reporter) -> int:
    """Run a job in this process, which must be the engine's Python."""
    job = _job(options)
    if launched().count > 1 and not isinstance(job, TrainJob):
        raise SettingsError(f"'{job.name}' works in one process; only 'train' can be launched as several.")
    if launched().rank:
        # Only the first of the processes that train together reports.
        load_task(job.name)(job, Reporter(lambda _: None, lambda: reporter.is_cancelled))
        return DONE
    job.check()
    print(json.dumps(load_task(job.name)(job, reporter), ensure_ascii=False))
    return DONE


def _job(options: argparse.Namespace) -> Job:
    job = JOBS[options.command]
    settings = _read_settings(options.file, job.name) if options.file else {}
    for item in fields(job):  # type: ignore[arg-type]
        if item.name in options:
            value = getattr(options, item.name)
            settings[item.name] = _pairs(item, value) if str(item.type).startswith("dict") else value
    return job.from_settings(settings)


def _read_settings(file: str, job_name: str) -> dict[str, Any]:
    """The settings of a job file.

    Raises:
        SettingsError: The file cannot be read, or is for another job.
    """
    try:
        content = json.loads(Path(file).read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise SettingsError(f"The job file '{file}' cannot be read ({error.strerror}).") from error
    except ValueError as error:
        raise SettingsError(f"The job file '{file}' is no JSON ({error}).") from error
    if not isinstance(content, dict):
        raise SettingsError(f"The job file '{file}' holds no settings: it must be a JSON object.")
    if "settings" not in content:
        return content
    if content.get("job", job_name) != job_name:
        raise SettingsError(f"The job file '{file}' is for '{content['job']}', not for '{job_name}'.")
    return dict(content["settings"])


def _pairs(item: Field[Any], texts: Sequence[str]) -> dict[str, str]:
    """``value=text`` words as a dictionary.

    Raises:
        SettingsError: A word has no equals sign.
    """
    pairs = {}
    for text in texts:
        value, equals, meaning = text.partition("=")
        if not equals:
            raise SettingsError(f"{item.metadata['setting'].label}: '{text}' is not of the form VALUE=TEXT.")
        pairs[value] = meaning
    return pairs


def _install(options: argparse.Namespace, reporter: Reporter) -> int:
    print(install_engine(reporter, source=PackageSource(bundle=options.bundle)))
    return DONE


def _repair(options: argparse.Namespace, reporter: Reporter) -> int:
    print(install_engine(reporter, source=PackageSource(bundle=options.bundle), anew=True))
    return DONE


def _bundle(options: argparse.Namespace, reporter: Reporter) -> int:
    bundle = make_bundle(options.folder, Target(options.platform, options.python, options.torch), reporter)
    with_python = "with Python itself" if bundle.has_python else "without Python itself"
    reporter.info(f"A bundle for {bundle.platform}, Python {bundle.python}, {with_python}.")
    print(bundle.folder)
    return DONE


def _diagnostics(_: argparse.Namespace, __: Reporter) -> int:
    print(diagnostics(), end="")
    return DONE


def _status(_: argparse.Namespace, reporter: Reporter) -> int:
    status = engine_status()
    facts = verify(status.python, reporter)
    rows = {"path": status.python, "location": status.location, **facts}
    if status.is_own:
        rows["size"] = f"{status.size_bytes / 1e9:.1f} GB"
    for name, value in rows.items():
        print(f"{name}: {_plain(value)}")
    return DONE


def _path(_: argparse.Namespace, __: Reporter) -> int:
    print(find_engine())
    return DONE


def _remove(_: argparse.Namespace, __: Reporter) -> int:
    removed = remove_engine()
    print("\n".join(f"Removed: {path}" for path in removed) or "There was nothing to remove.")
    return DONE


def _duration(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"


def _plain(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{name} {_plain(inner)}" for name, inner in value.items())
    return str(value)


def _fail(screen: Screen, error: BaseException) -> int:
    """Print an error, with technical detail only if it is unexpected; returns the exit code."""
    event = explain(error)
    if isinstance(event, Cancelled):
        if launched().rank == 0:
            screen.line("Cancelled.")
        return CANCELLED
    if event.detail and not isinstance(error, CoreError):
        screen.line(event.detail)
    screen.line(f"Error: {event.message} {event.hint}".rstrip())
    screen.line(f"Help with this: {failure_page(event.code)}")
    return BAD_USAGE if isinstance(error, SettingsError) else FAILED


@contextlib.contextmanager
def _interrupts() -> Iterator[threading.Event]:
    """Ctrl-C and SIGTERM cancel the job at its next step; a second one ends it at once."""
    is_cancelled = threading.Event()

    def cancel(*_: object) -> None:
        if is_cancelled.is_set():
            raise KeyboardInterrupt
        is_cancelled.set()

    previous: dict[int, Callable[..., Any] | int | None] = {
        number: signal.signal(number, cancel) for number in (signal.SIGINT, signal.SIGTERM)
    }
    try:
        yield is_cancelled
    finally:
        for number, handler in previous.items():
            signal.signal(number, handler)
