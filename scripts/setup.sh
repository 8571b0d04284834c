#!/usr/bin/env bash
# What the tests and the demo stand on: QGIS and a screenless X server from apt where absent, translations, the engine.
set -euo pipefail
cd "$(dirname "$0")/.."

missing=()
/usr/bin/python3 -c "import qgis.core, processing" 2>/dev/null || PYTHONPATH=/usr/share/qgis/python/plugins \
  /usr/bin/python3 -c "import qgis.core, processing" 2>/dev/null || missing+=(qgis python3-qgis qgis-providers)
/usr/bin/python3 -c "import ensurepip" 2>/dev/null || missing+=(python3-venv)
command -v xvfb-run >/dev/null || missing+=(xvfb xauth)
[ -e /usr/share/fonts/truetype/open-sans ] || missing+=(fonts-open-sans)
if [ ${#missing[@]} -gt 0 ]; then
  if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
    echo "Please install: ${missing[*]} (on Debian: sudo apt-get install ${missing[*]})" >&2
    exit 1
  fi
  echo "Installing ${missing[*]} …"
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq
  apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
fi

bash scripts/translations.sh
/usr/bin/python3 core engine install
/usr/bin/python3 core engine status
