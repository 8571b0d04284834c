import sys

import pytest

from core.contract.messages.errors import JobCancelledError
from core.engine.processes import Child, run_command


def python(program):
    return [sys.executable, "-I", "-u", "-c", program]


def test_both_streams_and_exit_code_are_returned():
    lines = []
    program = "import sys; print('out'); print('err', file=sys.stderr); sys.exit(3)"
    exit_code, collected = run_command(python(program), {}, lines.append)
    assert exit_code == 3
    assert sorted(collected) == ["err", "out"]
    assert lines == collected


def test_program_gets_no_input():
    assert run_command(python("import sys; print(repr(sys.stdin.read()))"), {}) == (0, ["''"])


def test_bytes_that_are_no_utf8_do_no_harm():
    exit_code, lines = run_command(python("import os; os.write(1, b'a\\xffb\\n')"), {})
    assert (exit_code, lines) == (0, ["a\ufffdb"])


def test_cancel_ends_a_silent_program():
    with pytest.raises(JobCancelledError):
        run_command(python("import time; time.sleep(600)"), {}, is_cancelled=lambda: True)


def test_failing_listener_ends_the_program():
    def fail(line):
        raise RuntimeError(line)

    with pytest.raises(RuntimeError, match="one"):
        run_command(python("import time; print('one'); time.sleep(600)"), {}, fail)


def test_line_to_a_program_that_has_ended_is_dropped():
    with Child(python("pass"), {}, takes_input=True) as child:
        child.end(grace_s=10)
        child.send("hello")
        assert child.end() == 0
