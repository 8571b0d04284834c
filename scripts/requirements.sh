#!/usr/bin/env bash
# Exact pins of the engine's packages from resources/engine/requirements.in; the header of the old file is kept.
set -euo pipefail
cd "$(dirname "$0")/../resources/engine"
{
  sed -n '/^#/p;/^[^#]/q' requirements.txt
  echo
  uv pip compile --quiet --universal --python-version 3.10 --no-annotate --no-header requirements.in \
    | grep -v -E '^(nvidia-|cuda-|triton)'
} > requirements.new
mv requirements.new requirements.txt
