#!/usr/bin/env bash
# Takes the documentation's screenshots from the real QGIS, in an empty profile on a virtual screen.
#
#   scripts/screenshots.sh [RASTER LABELS CLASS_FIELD RASTER_TO_CLASSIFY FOLDER]
#
# RASTER, LABELS and CLASS_FIELD fill the train dialog, which is run to its end; the model makes the map of
# RASTER_TO_CLASSIFY. Left out, they are those of docs/sample, and the pictures that the guide shows go from
# build/screenshots to docs/images. Needs qgis, xvfb, an engine.
# With chromium, the two reports are pictured, too.
# SHOTS_SCENES takes some of them only: any of "sample cancel loss train classify many setup chinese". SHOTS_MODEL names
# a trained model for those behind "train", where that is left out. "chinese" starts QGIS in that language, which
# needs a font for it (on Debian: fonts-noto-cjk).
set -euo pipefail
cd "$(dirname "$0")/.."
repository=$PWD

# Paths are seen in the dialogs. So the work is done in a folder with a short name, which only these processes see.
if [ -z "${SHOTS_WORK:-}" ]; then
  SHOTS_MODEL=${SHOTS_MODEL:+$(realpath "$SHOTS_MODEL")} SHOTS_WORK=/mnt/maps \
    exec unshare --map-root-user --mount bash -c 'mount -t tmpfs none /mnt && exec bash "$0" "$@"' \
    "$repository/scripts/screenshots.sh" "$@"
fi
mkdir -p "$SHOTS_WORK"
if [ $# -eq 0 ]; then
  "${PYTHON:-/usr/bin/python3}" -m zipfile -e docs/sample/toppixel-sample.zip "$SHOTS_WORK"
  mv "$SHOTS_WORK"/toppixel-sample/* "$SHOTS_WORK"
  rmdir "$SHOTS_WORK/toppixel-sample"
  set -- "$SHOTS_WORK/train.tif" "$SHOTS_WORK/crowns.gpkg" class "$SHOTS_WORK/other.tif" build/screenshots
  documentation=docs/images
fi
[ $# -eq 5 ] || { sed -n '2,11p' scripts/screenshots.sh | cut -c3-; exit 2; }
for file in "$1" "$2" "$4"; do
  [ -e "$file" ] || { echo "There is no '$file'." >&2; exit 1; }
done
SHOTS=$(realpath -m "$5")
SHOTS_RASTER=$(realpath "$1") SHOTS_LABELS=$(realpath "$2") SHOTS_FIELD=$3
SHOTS_CLASSIFY=$(realpath "$4")
if [ -n "${SHOTS_MODEL:-}" ]; then  # its report lies beside it, if there is one
  cp "$SHOTS_MODEL" "$SHOTS_WORK/crowns.safetensors"
  report=${SHOTS_MODEL%.safetensors}.html
  if [ -e "$report" ]; then cp "$report" "$SHOTS_WORK/crowns.html"; fi
fi
SHOTS_MODEL=$SHOTS_WORK/crowns.safetensors
export SHOTS SHOTS_RASTER SHOTS_LABELS SHOTS_FIELD SHOTS_MODEL SHOTS_CLASSIFY SHOTS_WORK
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
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
take() {  # LOCALE SCENES
  sed -i "s/^userLocale=.*/userLocale=$1/" "$work/profiles/profiles/default/QGIS/QGIS3.ini"
  SHOTS_SCENES=$2 QT_QPA_PLATFORM=xcb timeout 3600 xvfb-run -a -s '-screen 0 1440x960x24' \
    qgis --profiles-path "$work/profiles" --nologo --noversioncheck --code "$repository/scripts/screenshots.py" \
    >> "$work/log" 2>&1 || { tail -30 "$work/log"; exit 1; }
}
scenes=${SHOTS_SCENES:-sample loss train classify many setup chinese}
rest=${scenes/setup/}
if [ "$rest" != "$scenes" ]; then  # with a folder in which no engine is yet
  TOPPIXEL_PYTHON='' TOPPIXEL_HOME=$SHOTS_WORK/toppixel take en_US setup
fi
english=${rest/chinese/}
[ -z "${english// /}" ] || take en_US "$english"
if [ "$english" != "$rest" ]; then
  bash scripts/translations.sh
  FC_LANG=zh-cn take zh-Hans chinese  # a font for all of East Asia has other shapes for Japan
fi
grep "^shots:" "$work/log"
if grep -q '^shots: failed' "$work/log"; then
  sed -n '/^shots: failed/,$p' "$work/log" | head -60
  exit 1
fi
picture_of_report() {  # REPORT.html HEIGHT PICTURE.jpg
  [ -e "$1" ] && command -v chromium >/dev/null || return 0
  chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --window-size="1000,$2" \
    --screenshot="$work/report.png" "file://$1" >/dev/null 2>&1
  # As JPEG a quarter of the size.
  QT_QPA_PLATFORM=offscreen /usr/bin/python3 -c "import sys; from qgis.PyQt.QtGui import QImage
sys.exit(not QImage(sys.argv[1]).save(sys.argv[2], quality=85))" "$work/report.png" "$3"
  echo "shots: $3" | tee -a "$work/log"
}
picture_of_report "$SHOTS_WORK/crowns.html" 2300 "$SHOTS/training_report.jpg"
picture_of_report "$SHOTS_WORK/classes.html" 1500 "$SHOTS/statistics.jpg"

if [ -n "${documentation:-}" ]; then
  for picture in {setup_dialog,options,toolbox,train_dialog,training_monitor,loss_widget,weights_widget,statistics_dialog}.png \
    {train_dialog_zh,compare_dialog,classify_dialog,classify_many_dialog,polygons_dialog}.png \
    {sample,first_map,map,map_confidence,training_report,statistics}.jpg; do
    if grep -q "^shots: .*/$picture$" "$work/log"; then cp "build/screenshots/$picture" "$documentation"; fi
  done
fi
