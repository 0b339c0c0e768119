# Everything runs on Debian 12 or 13, as root or with sudo; nothing here needs a Python of your own. CONTRIBUTING.md says more.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help

PY := .venv/bin/python
PYTEST := $(PY) -m pytest
# A file's tests stay together: they share one QGIS, and what they draw.
PARALLEL := -n auto --maxprocesses 4 --dist loadfile

# The caller's own PROJ, GDAL and Python settings must not reach QGIS; -P: the working folder stays off sys.path.
unexport PYTHONPATH PYTHONHOME PROJ_LIB PROJ_DATA GDAL_DATA GDAL_DRIVER_PATH
export PYTHONNOUSERSITE := 1
export PYTHONSAFEPATH := 1
export QT_QPA_PLATFORM ?= offscreen

.PHONY: help setup demo test test-ltr screenshots check check-panel lint format bench qgis package clean distclean

help: ## list the commands
	@sed -n 's/^\([a-z-]*\):.*## /  make \1\t/p' Makefile | expand -t 18

setup: ## install what is missing: QGIS, fonts, the Python packages in .venv
	@.ci/setup

demo: ## check the demo register and draw its map, with the real qgis_process -> build/demo/
	@.ci/demo

test: ## the whole test suite on this machine's QGIS
	@.ci/setup data dask
	@.ci/suite $(PYTEST) $(if $(ARGS),-- $(ARGS))

test-ltr: ## the same suite on QGIS 3.44, in a chroot of Debian 13 with backports
	@.ci/test-ltr $(ARGS)

screenshots: setup ## take the pictures of docs/images/desktop anew, from the window tests
	@.ci/screenshots $(ARGS)

check: lint ## lint, types and the fast tests, in a minute and a half on two cores
	$(PYTEST) -q $(PARALLEL) -m "not slow and not desktop and not panel" $(ARGS)

check-panel: setup ## the fast tests of the plugin's windows
	$(PYTEST) -q $(PARALLEL) -m "panel and not slow" $(ARGS)

lint: setup ## ruff and mypy
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	@.ci/types

format: setup ## let ruff rewrite what it can
	$(PY) -m ruff check --fix .
	$(PY) -m ruff format .

bench: ## side by side with other tools (see docs/performance.md)
	@.ci/setup postgis
	$(PY) benchmarks/run.py $(ARGS)

qgis: setup ## open QGIS with the plugin and the demo project, in a profile of its own
	@.ci/qgis

package: setup ## the zip for the public plugin repository -> build/
	@.ci/package build

clean: ## remove what the commands above made, but not .venv, .venv-dask and the QGIS 3.44 chroot
	@find . -path './.venv*' -prune -o -path ./build -prune -o -name __pycache__ -type d -print0 | xargs -0 rm -rf
	@rm -rf .pytest_cache .mypy_cache .ruff_cache .hypothesis
	@if [ -d build ]; then find build -mindepth 1 -maxdepth 1 ! -name qgis-ltr -exec rm -rf {} +; fi

distclean: clean ## also remove .venv, .venv-dask and the chroot
	@rm -rf .venv .venv-dask build
