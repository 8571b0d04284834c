"""Freed memory is reused instead of being requested again."""

import subprocess
import sys

import pytest

COUNT_FAULTS = """
import resource, sys
from core.allocator import keep_freed_memory
if sys.argv[1] == "keep":
    keep_freed_memory()
start = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
for _ in range(20):
    block = bytearray(64 << 20)
print(resource.getrusage(resource.RUSAGE_SELF).ru_minflt - start)
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="glibc only")
def test_large_blocks_cause_page_faults_once():
    def faults(mode):
        command = [sys.executable, "-c", COUNT_FAULTS, mode]
        return int(subprocess.run(command, capture_output=True, text=True, check=True).stdout)

    assert faults("keep") < faults("leave") / 3
