#!/usr/bin/env bash
# The whole suite. Test tools live in environments of their own, so that engine and QGIS stay as a user has them.
set -euo pipefail
cd "$(dirname "$0")/.."

export TOPPIXEL_PYTHON="${TOPPIXEL_PYTHON:-$(/usr/bin/python3 core engine path)}"
export QT_QPA_PLATFORM=offscreen

engine_tests=build/engine-tests
wanted="$TOPPIXEL_PYTHON
$(cat tests/requirements-engine.txt)"  # another engine is seen through another path file
if [ "$wanted" != "$(cat $engine_tests/ready 2>/dev/null)" ]; then
  rm -rf $engine_tests
  "$TOPPIXEL_PYTHON" -m venv $engine_tests
  # The engine's packages are seen through a path file; only the test tools are installed here.
  "$TOPPIXEL_PYTHON" -c "import sysconfig; print(sysconfig.get_paths()['purelib'])" \
    > "$($engine_tests/bin/python -c "import sysconfig; print(sysconfig.get_paths()['purelib'])")/engine.pth"
  $engine_tests/bin/python -m pip install -q -r tests/requirements-engine.txt
  echo "$wanted" > $engine_tests/ready
fi
qgis_tests=build/qgis-tests
if ! cmp -s tests/requirements-qgis.txt $qgis_tests/ready; then
  rm -rf $qgis_tests
  /usr/bin/python3 -m venv --system-site-packages $qgis_tests
  $qgis_tests/bin/python -m pip install -q -r tests/requirements-qgis.txt
  cp tests/requirements-qgis.txt $qgis_tests/ready
fi

status=0
# A worker for each core, each with one thread; more than four would want more memory than most machines have.
rm -f build/coverage.json
OMP_NUM_THREADS=1 $engine_tests/bin/python -m slipcover --source core --json --out build/coverage.json \
  -m pytest -q -n auto --maxprocesses 4 --dist worksteal \
  tests/unit tests/system tests/desktop tests/gpu "$@" || status=$?
$engine_tests/bin/python scripts/coverage_summary.py build/coverage.json || true
$qgis_tests/bin/python -m pytest -q tests/qgis "$@" || status=$?
bash scripts/qt6.sh "$@" || status=$?
exit $status
