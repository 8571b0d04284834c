"""The command line as a process: exit code, result on stdout, everything else on stderr."""

import json
import os
import re
import shlex
import signal
import subprocess
import sys
from dataclasses import fields
from pathlib import Path

import pytest

from core import cli
from core.contract.jobs.classify import ClassifyJob
from core.contract.jobs.registry import JOBS
from core.contract.jobs.train import TrainJob
from core.engine.launch import equivalent_command

ROOT = Path(__file__).resolve().parents[2]
MISBEHAVING = Path(__file__).parent / "misbehaving"


@pytest.fixture
def command(tmp_path, monkeypatch):
    """Runs ``python core …`` in an empty folder, on a machine without an engine."""
    monkeypatch.setenv("TOPPIXEL_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("TOPPIXEL_PYTHON", raising=False)

    def run(*words, entry=ROOT / "core", flags=()):
        return subprocess.run(
            [sys.executable, *flags, str(entry), *map(str, words)],
            capture_output=True, text=True, encoding="utf-8", cwd=tmp_path, check=False,
        )  # fmt: skip

    return run


def test_help_lists_every_job_and_the_engine(command):
    done = command("--help")
    assert done.returncode == 0
    for name in (*JOBS, "engine", "worker"):
        assert re.search(rf"\n    {name}\s", done.stdout), name


@pytest.mark.parametrize("job", JOBS.values(), ids=JOBS)
def test_help_of_a_job_has_an_option_for_every_setting(command, job):
    text = command(job.name, "--help").stdout
    for item in fields(job):
        assert f"--{item.name.replace('_', '-')}" in text


@pytest.mark.parametrize("words", [[], ["trane"], ["train", "--epoch-s", "3"], ["engine"], ["engine", "fly"]])
def test_wrong_arguments_are_bad_usage(command, words):
    done = command(*words)
    assert done.returncode == 2
    assert "usage:" in done.stderr


def test_all_wrong_settings_are_reported_at_once(command):
    done = command("train", "--input", "a.tif", "--labels", "b.gpkg", "--model", "m.txt", "--loss", "focl")
    assert done.returncode == 2
    for words in ("'a.tif'", "'b.gpkg'", ".safetensors", "'focl'", "Did you mean 'focal'?"):
        assert words in done.stderr
    assert done.stdout == ""


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (None, "cannot be read"),
        ("{", "is no JSON"),
        ("[]", "must be a JSON object"),
        ('{"job": "classify", "settings": {}}', "is for 'classify'"),
        ('{"epoch": 3}', "Did you mean 'epochs'?"),
    ],
)
def test_a_wrong_job_file_is_bad_usage(command, tmp_path, content, words):
    if content is not None:
        (tmp_path / "job.json").write_text(content)
    done = command("train", "job.json")
    assert done.returncode == 2
    assert words in done.stderr


def test_stdout_has_the_result_as_json_only(command):
    done = command("trouble", "--kind", "environment", entry=MISBEHAVING)
    assert done.returncode == 0
    assert "variables" in json.loads(done.stdout)


def test_progress_metrics_and_files_are_reported_on_stderr(command):
    done = command("trouble", "--kind", "noise", entry=MISBEHAVING)
    for line in (
        "said",
        "Working: 1 of 2 steps",
        "train/loss 0.5 (epoch 1)",
        "Written (model): a b.safetensors",
    ):
        assert line in done.stderr.splitlines()


def test_an_expected_error_is_a_sentence(command):
    done = command("trouble", "--kind", "fail", entry=MISBEHAVING)
    assert done.returncode == 1
    sentence, help_with_it = done.stderr.splitlines()
    assert sentence == "Error: No label lies on the raster. Choose another layer."
    assert help_with_it.endswith("troubleshooting.html#bad-labels")


def test_an_unexpected_error_shows_its_traceback(command):
    done = command("trouble", "--kind", "crash_in_python", entry=MISBEHAVING)
    assert done.returncode == 1
    assert "Traceback" in done.stderr
    assert "report it" in done.stderr.splitlines()[-2]


def test_a_python_without_the_packages_leads_to_a_hint(command):
    done = command("check", flags=["-S"])
    assert done.returncode == 1
    assert "core engine path" in done.stderr


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_interrupt_cancels_at_the_next_step(number):
    process = start("trouble", "--kind", "polite")
    process.stderr.readline()
    process.send_signal(number)
    _, rest = process.communicate(timeout=10)
    assert process.returncode == 130
    assert rest.splitlines()[-1] == "Cancelled."


def test_a_second_interrupt_ends_an_unresponsive_job_without_partial_files(tmp_path):
    process = start("trouble", "--kind", "silent", "--output", str(tmp_path / "map.tif"))
    grandchild = int(process.stderr.readline().split()[1])
    while not list(tmp_path.iterdir()):
        assert process.poll() is None
    process.send_signal(signal.SIGINT)
    # The second counts only after the first was handled.
    while process.poll() is None:
        process.send_signal(signal.SIGINT)
        try:
            process.wait(0.1)
        except subprocess.TimeoutExpired:
            continue
    os.kill(grandchild, signal.SIGKILL)  # it holds the pipes open
    process.communicate()
    assert process.returncode == 130
    assert list(tmp_path.iterdir()) == []


def test_options_override_the_job_file(tmp_path):
    settings = {"input": ["a.tif"], "labels": "b.gpkg", "model": "m.safetensors", "epochs": 3, "seed": 7}
    (tmp_path / "job.json").write_text(
        json.dumps({"job": "train", "settings": settings}), encoding="utf-8-sig"
    )
    words = ["train", str(tmp_path / "job.json"), "--epochs", "9", "--class-names", "1=car", "2=a=b"]
    job = cli._job(cli._parser().parse_args(words))
    expected = {**settings, "epochs": 9, "class_names": {"1": "car", "2": "a=b"}}
    assert job == TrainJob.from_settings(expected)


def test_several_inputs_may_follow_one_option_or_several():
    rest = ["--labels", "b", "--model", "m"]
    together = cli._job(cli._parser().parse_args(["train", "--input", "a b.tif", "c.tif", *rest]))
    one_by_one = cli._job(
        cli._parser().parse_args(["train", "--input", "a b.tif", "--input", "c.tif", *rest])
    )
    assert together == one_by_one
    assert together.input == ("a b.tif", "c.tif")


def test_a_job_file_may_hold_plain_settings(tmp_path):
    job = ClassifyJob("a.tif", "m.safetensors", "o.tif", overlap=32)
    (tmp_path / "job.json").write_text(json.dumps(job.to_settings()))
    assert cli._job(cli._parser().parse_args(["classify", str(tmp_path / "job.json")])) == job


def test_the_equivalent_command_runs(command, tmp_path):
    job = ClassifyJob(str(tmp_path / "größe 1.tif"), "m.safetensors", "o.tif")
    line = equivalent_command(sys.executable, job)
    done = subprocess.run(shlex.split(line), capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "größe 1.tif" in done.stderr


def test_a_missing_engine_is_an_error(command):
    for action in ("path", "status"):
        done = command("engine", action)
        assert done.returncode == 1
        assert "engine install" in done.stderr


def test_engine_path_prints_the_users_own_python(command, monkeypatch):
    monkeypatch.setenv("TOPPIXEL_PYTHON", sys.executable)
    done = command("engine", "path")
    assert (done.returncode, done.stdout) == (0, sys.executable + "\n")


def test_diagnostics_need_no_engine_and_hold_no_names(command, tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    done = command("engine", "diagnostics")
    assert done.returncode == 0
    assert "Engine: The engine is not set up yet." in done.stdout
    assert "Folder: ~/home (" in done.stdout
    assert str(tmp_path) not in done.stdout


@pytest.mark.parametrize("action", ["install", "repair"])
def test_a_folder_without_a_bundle_is_an_error(command, tmp_path, action):
    done = command("engine", action, "--bundle", tmp_path)
    assert done.returncode == 1
    assert f"'{tmp_path}' is not a complete bundle" in done.stderr


def test_an_unknown_platform_is_bad_usage(command, tmp_path):
    done = command("engine", "bundle", tmp_path / "bundle", "--platform", "amiga")
    assert done.returncode == 2
    assert "invalid choice: 'amiga'" in done.stderr


def test_removing_without_an_engine_is_reported(command):
    assert command("engine", "remove").stdout == "There was nothing to remove.\n"


def test_installed_package_starts_as_a_module(tmp_path):
    """``python -m toppixel``: the same folder under its installed name."""
    (tmp_path / "toppixel").symlink_to(ROOT / "core")
    done = subprocess.run(
        [sys.executable, "-m", "toppixel", "--version"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.startswith("TopPixel ")


def test_the_command_line_needs_no_package_of_the_engine():
    """A bare Python must be able to set up the engine; QGIS imports the same modules."""
    program = (
        f"import sys; sys.path.insert(0, {str(ROOT)!r}); import core.cli\n"
        "print([n for n in ('torch', 'numpy', 'rasterio', 'shapely') if n in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.stdout == "[]\n"


def start(*words):
    return subprocess.Popen(
        [sys.executable, str(MISBEHAVING), *words],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
