# Everything a developer runs. Debian 12, root, git and make are enough to begin with.

.PHONY: setup test demo lint qt6 matrix requirements docs screenshots figures catalogues translations package repository install-test clean

setup:            ## QGIS from apt if it is absent, then the engine
	bash scripts/setup.sh

test: setup       ## the whole suite: engine tests, then plugin tests inside QGIS
	bash scripts/test.sh

demo: setup       ## train on one real scene, map another, score the map
	bash scripts/demo.sh

lint: setup       ## ruff, mypy, and what is gone in QGIS 4
	bash scripts/lint.sh

qt6:              ## the widgets with Qt 6, without QGIS; a part of make test
	bash scripts/qt6.sh

matrix: setup     ## the plugin's tests and a small training on QGIS 3.22, 3.40 and 3.44 (Debian 12, root)
	bash scripts/qgis_matrix.sh

requirements:     ## exact pins of the engine's packages from resources/engine/requirements.in
	bash scripts/requirements.sh

docs:             ## the guide as a site in build/site; a broken link fails
	bash scripts/docs.sh

screenshots: setup  ## pictures of the real program for the documentation
	bash scripts/screenshots.sh

figures: setup    ## the guide's figures that are no screenshots, made of its sample
	"$$(/usr/bin/python3 core engine path)" scripts/figures.py

catalogues:       ## the translators' files in step with the program: resources/i18n/*.ts
	python3 scripts/catalogue.py

translations:     ## the .qm beside each .ts, for a plugin that runs from this folder
	bash scripts/translations.sh

package:          ## the plugin's zip from the last commit, in build/package
	/usr/bin/python3 scripts/package.py

repository: package  ## URL=https://… plugins.xml beside the zip: the folder on a web server is a plugin repository
	/usr/bin/python3 scripts/repository.py "$$(ls -t build/package/toppixel-*.zip | head -1)" "$(URL)"

install-test: setup  ## the plugin manager of a real QGIS installs, updates and removes the package; sets up an engine
	bash scripts/install_test.sh

clean:            ## what was built here; the engine stays (python3 core engine remove)
	rm -rf build demo
