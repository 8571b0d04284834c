import shlex
import sys
from pathlib import Path

import pytest

from core import cli
from core.contract.jobs.check import CheckJob
from core.contract.jobs.classify import ClassifyJob
from core.contract.jobs.train import TrainJob
from core.engine import launch
from core.engine.launch import clean_environment, equivalent_command, worker_command

HOSTILE = [
    "PYTHONHOME",
    "PYTHONPATH",
    "GDAL_DATA",
    "PROJ_LIB",
    "QT_PLUGIN_PATH",
    "LD_LIBRARY_PATH",
    "VIRTUAL_ENV",
]


def test_worker_is_isolated_unbuffered_and_utf8():
    core = str(Path(cli.__file__).parent)
    assert worker_command("/p/python") == ["/p/python", "-I", "-u", "-X", "utf8", core, "worker"]


@pytest.mark.parametrize("name", HOSTILE)
def test_variables_of_other_libraries_are_removed(name):
    assert clean_environment({name: "x", name.lower(): "x", "PATH": "/bin"}) == {"PATH": "/bin"}


def test_other_variables_stay():
    inherited = {
        "PATH": "/bin",
        "HTTPS_PROXY": "http://p",
        "PYTORCH_CUDA_ALLOC_CONF": "x",
        "CUDA_VISIBLE_DEVICES": "1",
    }
    assert clean_environment(inherited) == inherited


JOBS = [
    CheckJob(),
    CheckJob(device="cuda:1"),
    TrainJob(
        input=("a b.tif", "o'clock.tif", "-dash.tif"),
        labels="Straßen 中.gpkg|layername=x",
        model='quo"te.safetensors',
        class_field="$HOME",
        epochs=3,
        learning_rate=0.01,
        class_names={"1": "car = fast", "2": "-"},
    ),
    ClassifyJob(input="a.tif", model="m.safetensors", output="-o.tif", overlap=0),
]


@pytest.mark.parametrize("job", JOBS)
def test_equivalent_command_gives_the_same_job_again(job):
    words = shlex.split(equivalent_command("/p with space/python", job))
    assert words[:2] == ["/p with space/python", str(Path(cli.__file__).parent)]
    assert cli._job(cli._parser().parse_args(words[2:])) == job


def test_equivalent_command_leaves_defaults_out():
    assert equivalent_command("python", CheckJob()).endswith("core check")


def test_equivalent_command_on_windows_quotes_for_its_prompt(monkeypatch):
    monkeypatch.setattr(sys, "platform", "win32")
    assert '"a b.tif"' in equivalent_command("python", ClassifyJob("a b.tif", "m", "o.tif"))


def test_threads_reach_the_worker(monkeypatch):
    monkeypatch.setenv("OMP_NUM_THREADS", "7")
    assert launch.worker_environment()["OMP_NUM_THREADS"] == "7"
    launch.use_threads(3)
    try:
        assert launch.worker_environment()["OMP_NUM_THREADS"] == "3"
    finally:
        launch.use_threads(0)
