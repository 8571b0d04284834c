#!/usr/bin/env bash
# The widgets and all names of Qt in the plugin, with Qt 6 from the package registry, without a screen.
set -euo pipefail
cd "$(dirname "$0")/.."
qt6_tests=build/qt6-tests
if ! cmp -s tests/requirements-qt6.txt $qt6_tests/ready; then
  rm -rf $qt6_tests
  /usr/bin/python3 -m venv $qt6_tests
  $qt6_tests/bin/python -m pip install -q -r tests/requirements-qt6.txt
  cp tests/requirements-qt6.txt $qt6_tests/ready
fi
QT_QPA_PLATFORM=offscreen $qt6_tests/bin/python -m pytest -q tests/qt6 "$@"
