#!/usr/bin/env bash
# The main job on real imagery: train on one aerial scene through QGIS, map another, compare with its labels.
set -euo pipefail
cd "$(dirname "$0")/.."
demo=$PWD/demo
bash scripts/sample.sh "$demo"
TOPPIXEL_PYTHON=$(/usr/bin/python3 core engine path)
export TOPPIXEL_PYTHON

echo "== Training"
rm -f "$demo"/crowns.safetensors "$demo"/map.*
bash scripts/qgis_process.sh run toppixel:trainmodel --INPUT="$demo/train.tif" --LABELS="$demo/train_crowns.gpkg" \
  --CLASS_FIELD=class --LOSS='focal(gamma=2)' --CLASS_WEIGHTS='median frequency' --EPOCHS=10 \
  --MODEL="$demo/crowns.safetensors" --REPORT="$demo/report.html"
echo "== Map of the other scene"
bash scripts/qgis_process.sh run toppixel:classifyraster --INPUT="$demo/test.tif" --MODEL="$demo/crowns.safetensors" \
  --OUTPUT="$demo/map.tif" --POLYGONS="$demo/map.gpkg"
echo "== Scores on the other scene"
"$TOPPIXEL_PYTHON" scripts/score.py "$demo/test.tif" "$demo/test_truth.tif" "$demo/map.tif" \
  "$demo/crowns.safetensors" "$demo/map.png"
echo "In $demo: map.tif, map.gpkg, report.html, map.png"
