"""Print which share of the core the tests in the engine's Python ran, and the files with the least.

Child processes, such as a worker or a rank of a distributed training, are not counted.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

LEAST = 10


def main() -> int:
    """Read slipcover's JSON, the only argument."""
    path = Path(sys.argv[1])
    if not path.is_file():
        print("Coverage was not measured.")
        return 1
    found = json.loads(path.read_text(encoding="utf-8"))
    print(f"\nLines of core run by these tests: {found['summary']['percent_covered']:.1f} %. The least:")
    shares = sorted((file["summary"]["percent_covered"], name) for name, file in found["files"].items())
    for share, name in shares[:LEAST]:
        print(f"{share:6.1f} %  {name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
