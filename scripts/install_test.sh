#!/usr/bin/env bash
# The plugin manager of a real QGIS with an empty profile adds the repository of the last commit's package, installs it,
# sets up an engine, trains, updates during a training and uninstalls. Pictures of it lie in build/install-test; the one
# of the guide goes to docs/images.
set -euo pipefail
cd "$(dirname "$0")/.."
tools=build/install-test/tools
if [ ! -e $tools/ready ]; then
  rm -rf $tools
  /usr/bin/python3 -m venv $tools
  grep '^pytest==' tests/requirements-engine.txt | $tools/bin/python -m pip install -q -r /dev/stdin
  touch $tools/ready
fi
pictures=$PWD/build/install-test/pictures
rm -rf "$pictures"
mkdir -p "$pictures"
TOPPIXEL_INSTALL_TEST=1 TOPPIXEL_PICTURES=$pictures $tools/bin/python -m pytest -q tests/desktop "$@"
[ ! -e "$pictures/plugin_manager.png" ] || cp "$pictures/plugin_manager.png" docs/images
