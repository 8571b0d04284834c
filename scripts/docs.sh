#!/usr/bin/env bash
# Builds the guide into build/site. Anything that MkDocs warns of (a broken link or anchor, a missing picture) fails.
set -euo pipefail
cd "$(dirname "$0")/.."
environment=build/docs
if ! cmp -s docs/requirements.txt $environment/ready; then
  rm -rf $environment
  /usr/bin/python3 -m venv $environment
  $environment/bin/python -m pip install -q -r docs/requirements.txt
  cp docs/requirements.txt $environment/ready
fi
# The theme announces its successor at each build; the versions here are fixed.
NO_MKDOCS_2_WARNING=1 PYTHONDONTWRITEBYTECODE=1 $environment/bin/mkdocs build --strict
echo "The guide is in build/site; begin with build/site/index.html."
