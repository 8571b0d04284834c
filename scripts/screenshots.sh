#!/usr/bin/env bash
# Takes the documentation's screenshots from the real QGIS, in an empty profile on a virtual screen.
#
#   scripts/screenshots.sh [RASTER LABELS CLASS_FIELD MODEL RASTER_TO_CLASSIFY FOLDER]
#
# RASTER, LABELS and CLASS_FIELD fill the train dialog, which is run for a while and cancelled; MODEL (a trained
# one) makes the map of RASTER_TO_CLASSIFY. Left out, they are what 'make demo' has left in demo/; all
# pictures go to build/screenshots and those without this machine's paths to docs/images. Needs qgis, xvfb, an engine.
# SHOTS_SCENES takes some of them only: any of "train monitor loss classify many".
set -euo pipefail
cd "$(dirname "$0")/.."
repository=$PWD
if [ $# -eq 0 ]; then
  set -- demo/train.tif demo/train_crowns.gpkg class demo/crowns.safetensors demo/test.tif build/screenshots
  documentation=docs/images
fi
[ $# -eq 6 ] || { sed -n '2,9p' scripts/screenshots.sh | cut -c3-; exit 2; }
for file in "$1" "$2" "$4" "$5"; do
  [ -e "$file" ] || { echo "There is no '$file'. Run 'make demo' first, or name other files." >&2; exit 1; }
done
SHOTS=$(realpath -m "$6")
SHOTS_RASTER=$(realpath "$1") SHOTS_LABELS=$(realpath "$2") SHOTS_FIELD=$3
SHOTS_CLASSIFY=$(realpath "$5")
model=$(realpath "$4")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# Shown in the dialog, so without the path of this checkout.
SHOTS_MODEL=$work/$(basename "$model")
cp "$model" "$SHOTS_MODEL"
export SHOTS SHOTS_RASTER SHOTS_LABELS SHOTS_FIELD SHOTS_MODEL SHOTS_CLASSIFY
mkdir -p "$SHOTS" "$work/plugins" "$work/profiles/profiles/default/QGIS" "$work/runtime"
chmod 700 "$work/runtime"
ln -s "$repository" "$work/plugins/toppixel"
cat > "$work/profiles/profiles/default/QGIS/QGIS3.ini" <<'INI'
[PythonPlugins]
toppixel=true

[app]
projections\unknownCrsBehavior=NoAction

[locale]
overrideFlag=true
userLocale=en_US

[qgis]
checkVersion=false
showTips=false
INI
export QGIS_PLUGINPATH="$work/plugins" XDG_RUNTIME_DIR="$work/runtime" PYTHONDONTWRITEBYTECODE=1
SHOTS_WORK="$work" QT_QPA_PLATFORM=xcb timeout 900 xvfb-run -a -s '-screen 0 1440x960x24' \
    qgis --profiles-path "$work/profiles" --nologo --noversioncheck --code "$repository/scripts/screenshots.py" \
    > "$work/log" 2>&1 || { tail -30 "$work/log"; exit 1; }
grep '^shots:' "$work/log"
! grep -q '^shots: failed' "$work/log"
if [ -n "${documentation:-}" ]; then
  mkdir -p "$documentation"
  for picture in {train_dialog,training_monitor,loss_widget,weights_widget,compare_dialog,classify_dialog}.png \
    classify_many_dialog.png {map,map_confidence}.jpg; do
    if grep -q "^shots: .*/$picture$" "$work/log"; then cp "build/screenshots/$picture" "$documentation"; fi
  done
fi
