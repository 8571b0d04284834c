"""``python core …`` on the folder itself, or ``python -m toppixel …`` once installed."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

_package = __package__
if not _package:
    # Python has put the folder itself on the path, where its modules would be top-level ones; its parent
    # belongs there, for this process and for the worker processes that it starts.
    _folder = Path(__file__).resolve().parent
    _package = _folder.name
    sys.path[0] = str(_folder.parent)

if __name__ == "__main__":
    sys.exit(importlib.import_module(f"{_package}.cli").main())
