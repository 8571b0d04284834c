#!/usr/bin/env bash
# The sample: two aerial scenes with hand-labelled tree crowns, in a folder, unless they are there.
#
#   scripts/sample.sh FOLDER
set -euo pipefail
folder=$(realpath -m "$1")
cd "$(dirname "$0")/.."
[ ! -e "$folder/test_truth.tif" ] || exit 0
engine=$(/usr/bin/python3 core engine path)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

echo "== Sample data"
# Only its data is wanted: nothing of the package is run.
"$engine" -m venv "$work/fetch"
"$work/fetch/bin/python" -m pip install -q --no-deps --target "$work/package" deepforest==2.1.0
"$engine" scripts/sample.py "$work/package/deepforest" "$folder"
