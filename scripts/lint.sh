#!/usr/bin/env bash
# ruff (style, docstrings, security) and mypy (types) with the settings of pyproject.toml; what QGIS 4 has no more.
set -euo pipefail
cd "$(dirname "$0")/.."
tools=build/lint
if ! cmp -s tests/requirements-lint.txt $tools/ready; then
  rm -rf $tools
  /usr/bin/python3 -m venv $tools
  $tools/bin/python -m pip install -q -r tests/requirements-lint.txt
  cp tests/requirements-lint.txt $tools/ready
fi
$tools/bin/ruff check .
$tools/bin/ruff format --check .
$tools/bin/mypy --python-executable "$(/usr/bin/python3 core engine path)" core
$tools/bin/flake8 --isolated --select QGS4 --exclude build,demo,tests,bench,scripts,docs .
