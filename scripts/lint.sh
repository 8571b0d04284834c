#!/usr/bin/env bash
# ruff (style, docstrings, security) and mypy (types) with the settings of pyproject.toml.
set -euo pipefail
cd "$(dirname "$0")/.."
tools=build/lint
if [ ! -e $tools/ready ]; then
  rm -rf $tools
  /usr/bin/python3 -m venv $tools
  $tools/bin/python -m pip install -q -r tests/requirements-lint.txt
  touch $tools/ready
fi
$tools/bin/ruff check .
$tools/bin/ruff format --check .
$tools/bin/mypy --python-executable "$(/usr/bin/python3 core engine path)" core
