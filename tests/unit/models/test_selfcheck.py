"""*Check engine*: a sound engine passes, faults are named."""

import importlib.metadata

import pytest
import torch

from core.contract.jobs.check import CheckJob
from core.contract.messages.errors import CoreError, DeviceError, JobCancelledError
from core.contract.messages.events import Progress
from core.contract.messages.reporter import Reporter
from core.models import selfcheck
from core.models.selfcheck import check

JOB = CheckJob(device="cpu")


def test_a_sound_engine_passes_with_its_versions(log):
    facts = check(JOB, log[0])
    assert facts["torch"] == torch.__version__.split("+")[0]
    assert facts["rasterio"] == importlib.metadata.version("rasterio")
    assert facts["device"].startswith("CPU")
    assert all(isinstance(value, str) and value for value in facts.values())


def test_progress_counts_the_checks():
    events = []
    check(JOB, Reporter(events.append))
    last = [event for event in events if isinstance(event, Progress)][-1]
    assert last.done == last.total > 1


def test_the_check_can_be_cancelled():
    with pytest.raises(JobCancelledError):
        check(JOB, Reporter(lambda _: None, lambda: True))


def test_missing_packages_are_named(log, monkeypatch):
    monkeypatch.setattr(selfcheck, "PACKAGES", ("torch", "no-such-package", "nor-this-one"))
    with pytest.raises(CoreError, match=r"lacks no-such-package, nor-this-one.*Set up engine"):
        check(JOB, log[0])


def test_a_device_that_computes_wrongly_is_refused(log, monkeypatch):
    correct = torch.nn.functional.conv2d
    calls = []

    def second_is_wrong(*arguments):
        calls.append(arguments)
        return correct(*arguments) * (1 if len(calls) == 1 else 1.5)

    monkeypatch.setattr(torch.nn.functional, "conv2d", second_is_wrong)
    with pytest.raises(DeviceError, match="computes wrongly"):
        check(JOB, log[0])


def test_a_shapely_that_is_too_old_is_refused(log, monkeypatch):
    monkeypatch.delattr("shapely.coverage_simplify")
    with pytest.raises(CoreError, match="lacks coverage_simplify"):
        check(JOB, log[0])


def test_a_raster_library_that_changes_values_is_refused(log, monkeypatch):
    rasterio = pytest.importorskip("rasterio")
    read = rasterio.io.DatasetReader.read
    monkeypatch.setattr(rasterio.io.DatasetReader, "read", lambda self: read(self) + 1)
    with pytest.raises(CoreError, match="comes back changed"):
        check(JOB, log[0])
