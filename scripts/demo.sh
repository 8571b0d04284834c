#!/usr/bin/env bash
# The main job on real imagery: train on one aerial scene through QGIS, map another, compare with its labels.
set -euo pipefail
cd "$(dirname "$0")/.."
demo=$PWD/demo
mkdir -p "$demo"
engine=$(/usr/bin/python3 core engine path)

if [ ! -e "$demo/test_truth.tif" ]; then
  echo "== Sample data"
  # Only its data is wanted: nothing of the package is run.
  "$engine" -m venv "$demo/.fetch"
  "$demo/.fetch/bin/python" -m pip install -q --no-deps --target "$demo/.package" deepforest==2.1.0
  "$engine" scripts/sample.py "$demo/.package/deepforest" "$demo"
  rm -rf "$demo/.package" "$demo/.fetch"
fi

plugins=$(mktemp -d)
trap 'rm -rf "$plugins"' EXIT
mkdir "$plugins/python"
ln -s "$PWD" "$plugins/python/toppixel"
export QGIS_CUSTOM_CONFIG_PATH=$plugins/config QGIS_PLUGINPATH=$plugins/python QT_QPA_PLATFORM=offscreen
export TOPPIXEL_PYTHON=$engine
# Debian's wrapper of QGIS 3.22 cannot start; the program itself can.
qgis=$(command -v qgis_process.bin || command -v qgis_process)
"$qgis" plugins enable toppixel >/dev/null

echo "== Training"
rm -f "$demo"/crowns.safetensors "$demo"/map.*
"$qgis" run toppixel:trainmodel --INPUT="$demo/train.tif" --LABELS="$demo/train_crowns.gpkg" --CLASS_FIELD=class \
  --LOSS='focal(gamma=2)' --CLASS_WEIGHTS='median frequency' --EPOCHS=10 --MODEL="$demo/crowns.safetensors" --REPORT="$demo/report.html"
echo "== Map of the other scene"
"$qgis" run toppixel:classifyraster --INPUT="$demo/test.tif" --MODEL="$demo/crowns.safetensors" \
  --OUTPUT="$demo/map.tif" --POLYGONS="$demo/map.gpkg"
echo "== Scores on the other scene"
"$engine" scripts/score.py "$demo/test.tif" "$demo/test_truth.tif" "$demo/map.tif" "$demo/crowns.safetensors" \
  "$demo/map.png"
echo "In $demo: map.tif, map.gpkg, report.html, map.png"
