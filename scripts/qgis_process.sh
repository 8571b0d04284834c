#!/usr/bin/env bash
# qgis_process with this checkout as its only plugin, in an empty profile.
#
#   scripts/qgis_process.sh run toppixel:classifyraster --INPUT=… --MODEL=… --OUTPUT=…
set -euo pipefail
repository=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/plugins"
ln -s "$repository" "$work/plugins/toppixel"
export QGIS_CUSTOM_CONFIG_PATH=$work/config QGIS_PLUGINPATH=$work/plugins QT_QPA_PLATFORM=offscreen
# Debian's wrapper of QGIS 3.22 cannot start; the program itself can.
qgis=$(command -v qgis_process.bin || command -v qgis_process)
"$qgis" plugins enable toppixel >/dev/null
"$qgis" "$@"
