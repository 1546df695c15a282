# `make demo` and `make test` do everything on a machine with Python 3.11 or newer.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/ready

.PHONY: demo test test-all check format bench lock wheel generate pictures clean

demo: $(READY)  ## the whole road in one go, in build/demo
	rm -rf build/demo
	$(BIN)/competenties demo build/demo

test: $(READY)  ## the tests but the slow ones, in about three minutes
	$(BIN)/python -m pytest

test-all: $(READY)  ## the slow tests too
	CI=true $(BIN)/python -m pytest

check: $(READY)  ## style, types and layers
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

format: $(READY)  ## lays the code out
	$(BIN)/ruff format
	$(BIN)/ruff check --fix

bench: $(READY)  ## measurements; never fails on a time
	$(BIN)/python -m pytest tests/bench -n 0 -s --run-bench

generate: $(READY)  ## schemas, extracts and docs that are made from other files
	$(BIN)/python tools/generate.py

pictures: $(READY)  ## the pictures in README and guides, from real documents and screens (LibreOffice, poppler, Chromium)
	$(BIN)/python tools/pictures.py
	$(BIN)/python tools/screens.py

wheel: $(READY)  ## the package, in dist/
	$(BIN)/python -m build --no-isolation --wheel

lock:  ## exact versions of every dependency, with hashes and without addresses
	uv pip compile pyproject.toml --extra dev --universal --generate-hashes \
		--no-header --no-annotate --upgrade --output-file requirements.lock

clean:
	rm -rf .venv build dist

# Installed anew only when the lock or the project's settings change.
$(READY): requirements.lock pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $(READY)
