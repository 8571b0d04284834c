#!/bin/bash
# Takes the documentation's screenshots from the real QGIS, in an empty profile on a virtual screen.
#
#   scripts/screenshots.sh RASTER LABELS CLASS_FIELD MODEL CLASSIFY_RASTER [FOLDER]
#
# LABELS and CLASS_FIELD fill the train dialog, which is run for a while and cancelled; MODEL (a trained one)
# classifies CLASSIFY_RASTER. The pictures go to FOLDER (docs/images). Needs qgis and xvfb, and an engine.
set -euo pipefail
[ $# -ge 5 ] || { sed -n '2,7p' "$0" | cut -c3-; exit 2; }
repository=$(cd "$(dirname "$0")/.." && pwd)
SHOTS=$(realpath -m "${6:-$repository/docs/images}")
export SHOTS SHOTS_RASTER="$1" SHOTS_LABELS="$2" SHOTS_FIELD="$3" SHOTS_MODEL="$4" SHOTS_CLASSIFY="$5"
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
SHOTS_WORK="$work" QT_QPA_PLATFORM=xcb timeout 900 xvfb-run -a -s '-screen 0 1440x960x24' \
    qgis --profiles-path "$work/profiles" --nologo --noversioncheck --code "$repository/scripts/screenshots.py" \
    > "$work/log" 2>&1 || { tail -30 "$work/log"; exit 1; }
grep '^shots:' "$work/log"
! grep -q '^shots: failed' "$work/log"
