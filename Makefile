# All that is needed is Python 3.11 or newer and make; the rest goes into .venv.

PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
INSTALL := $(PY) -m pip install --quiet --disable-pip-version-check
COMPILE := $(VENV)/bin/uv pip compile --quiet --upgrade --universal --python-version 3.11 \
	--generate-hashes --no-strip-extras --no-header --no-annotate \
	--no-emit-index-url --no-emit-find-links

.PHONY: help serve site test coverage check bench lock fonts clean
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

help: ## say what there is
	@sed -n 's/^\([a-z]*\):.*## /make \1	/p' $(MAKEFILE_LIST)

serve: $(VENV)/.runtime ## the site while you edit it, live at http://127.0.0.1:8000
	@$(PY) -m builder serve

site: $(VENV)/.runtime ## build the site into public/
	@$(PY) -m builder build

test: $(VENV)/.dev ## run every test, in a browser too
	@tests/browser/install
	@tests/tools/install
	@$(PY) -m compileall -q builder # for the many commands that tests run
	@$(PY) -m pytest --quiet

coverage: $(VENV)/.dev ## every test, and which lines none of them runs
	@$(PY) -m pytest --quiet --cov

check: $(VENV)/.dev ## check style, types and layers (the tests do so too)
	@$(PY) -m ruff check
	@$(PY) -m ruff format --check
	@$(PY) -m mypy
	@$(VENV)/bin/lint-imports --no-logo

bench: $(VENV)/.runtime ## measure how fast it is
	@$(PY) -m bench

lock: $(PY) ## pin the newest versions that pyproject.toml allows
	@$(INSTALL) uv
	@$(COMPILE) --output-file requirements.lock pyproject.toml
	@$(COMPILE) --constraint requirements.lock --group dev \
		--output-file requirements-dev.lock pyproject.toml

fonts: $(VENV)/.dev ## make the typefaces and their stylesheet anew
	@$(PY) -m tools.fonts

clean: ## remove all that was built or installed
	@rm -rf $(VENV) tests/tools/node_modules .sapar-cache public dist .coverage .coverage.* .hypothesis .*_cache
	@find . -name __pycache__ -prune -exec rm -rf {} +

# A run that finds these files newer than the locks has nothing to install.

$(VENV)/.runtime: requirements.lock $(PY)
	@echo "Installing what the generator needs"
	@$(INSTALL) --require-hashes --requirement $<
	@touch $@

$(VENV)/.dev: requirements-dev.lock $(VENV)/.runtime
	@echo "Installing what the tests and checks need"
	@$(INSTALL) --require-hashes --requirement $<
	@touch $@

$(PY):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo 'Sapar needs Python 3.11 or newer, and "$(PYTHON)" is not.' \
			'Name one that is: make PYTHON=python3.12 $(MAKECMDGOALS)' >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
		echo '"$(PYTHON)" cannot make a virtual environment.' \
			'On Debian and Ubuntu, run: sudo apt-get install python3-venv' >&2; exit 1; }
	@$(PYTHON) -m venv --clear $(VENV)
