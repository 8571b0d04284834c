"""A set-up in the background: its messages arrive, it can be cancelled, the algorithm runs it."""

import time

from toppixel.core.contract.messages.errors import DiskFullError


def test_progress_log_and_result_arrive(installation, install, spin_until):
    install.go.clear()
    installation.start(BUNDLE="")
    assert installation.is_running
    spin_until(lambda: installation.percent == 40)
    assert installation.stage.startswith("Downloading packages")
    install.go.set()
    spin_until(lambda: not installation.is_running)
    assert installation.has_succeeded
    assert ("info", "Packages are chosen.") in installation.lines
    assert "torch: 2.14" in installation.message


def test_failure_is_a_sentence(installation, install, spin_until):
    install.fail = DiskFullError("'/cache' has 1 GB left.")
    installation.start()
    spin_until(lambda: not installation.is_running)
    assert installation.has_succeeded is False
    assert installation.message == "'/cache' has 1 GB left. Free some disk space or choose another folder."


def test_cancel_ends_it_within_two_seconds(installation, install, spin_until):
    install.go.clear()
    installation.start()
    spin_until(lambda: installation.percent == 40)
    start = time.monotonic()
    installation.cancel()
    spin_until(lambda: not installation.is_running)
    assert time.monotonic() - start < 2
    assert installation.message == "Cancelled."


def test_only_one_runs_at_a_time_and_the_next_forgets_the_last(installation, install, spin_until):
    install.go.clear()
    installation.start(REPAIR=True)
    installation.start()
    spin_until(lambda: installation.percent == 40)
    assert [call["anew"] for call in install.calls] == [True]
    install.go.set()
    spin_until(lambda: not installation.is_running)
    installation.start()
    spin_until(lambda: not installation.is_running)
    assert [text for _, text in installation.lines].count("Packages are chosen.") == 1
