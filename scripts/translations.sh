#!/usr/bin/env bash
# Compiles each .ts of a folder into the .qm beside it, which is what Qt loads. Left out, the folder is resources/i18n.
set -euo pipefail
cd "$(dirname "$0")/.."
folder=${1:-resources/i18n}
shopt -s nullglob
sources=("$folder"/*.ts)
[ ${#sources[@]} -gt 0 ] || exit 0

# Debian's /usr/bin/lrelease only calls the one of a Qt version, which may be absent.
find_lrelease() {
  for program in lrelease lrelease-qt5 /usr/lib/qt5/bin/lrelease lrelease-qt6 /usr/lib/qt6/bin/lrelease; do
    if "$program" -version >/dev/null 2>&1; then echo "$program"; return; fi
  done
}
lrelease=$(find_lrelease)
if [ -z "$lrelease" ]; then
  if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
    echo "Please install Qt's lrelease (on Debian: sudo apt-get install qttools5-dev-tools)" >&2
    exit 1
  fi
  echo "Installing qttools5-dev-tools …" >&2
  DEBIAN_FRONTEND=noninteractive apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends qttools5-dev-tools >/dev/null
  lrelease=$(find_lrelease)
fi
"$lrelease" -silent "${sources[@]}"
