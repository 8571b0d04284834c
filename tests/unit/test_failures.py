"""Any exception as the last event of a job."""

import errno

import pytest

from core.contract.messages.errors import JobCancelledError, LabelError
from core.contract.messages.events import Cancelled
from core.failures import explain


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (LabelError("No label."), "bad-labels"),
        (MemoryError(), "out-of-memory"),
        (RuntimeError("CUDA out of memory. Tried to allocate 2 GiB"), "out-of-memory"),
        (RuntimeError("[enforce fail] DefaultCPUAllocator: can't allocate memory"), "out-of-memory"),
        (RuntimeError("DefaultCPUAllocator: not enough memory: you tried to allocate"), "out-of-memory"),
        (OSError(errno.ENOSPC, "No space left on device"), "disk-full"),
        (OSError(errno.EDQUOT, "Disk quota exceeded"), "disk-full"),
        (OSError(errno.EACCES, "Permission denied"), "unexpected"),
        (RuntimeError("something else"), "unexpected"),
        (KeyError("x"), "unexpected"),
    ],
)
def test_an_exception_has_a_code_a_message_and_a_hint(error, code):
    event = explain(error)
    assert event.code == code
    assert event.message
    assert event.hint or code == "bad-labels"
    assert type(error).__name__ in event.detail


def test_a_cancelled_job_is_no_error():
    assert explain(JobCancelledError("Cancelled.")) == Cancelled()


def test_the_detail_of_an_error_is_kept():
    assert explain(LabelError("No label.", detail="field 'class'")).detail == "field 'class'"
