# Everything a developer runs. Debian 12, root, git and make are enough to begin with.

.PHONY: setup test demo lint requirements screenshots clean

setup:            ## QGIS from apt if it is absent, then the engine
	bash scripts/setup.sh

test: setup       ## the whole suite: engine tests, then plugin tests inside QGIS
	bash scripts/test.sh

demo: setup       ## train on one real scene, map another, score the map
	bash scripts/demo.sh

lint: setup       ## ruff and mypy
	bash scripts/lint.sh

requirements:     ## exact pins of the engine's packages from resources/engine/requirements.in
	bash scripts/requirements.sh

screenshots: setup  ## pictures of the real program for the documentation
	bash scripts/screenshots.sh

clean:            ## what was built here; the engine stays (python3 core engine remove)
	rm -rf build demo
