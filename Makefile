# `make demo` and `make test` need nothing but make and a Python of 3.11 or newer with venv; see README.md.

SHELL := /bin/sh
VENV := .venv
BIN := $(VENV)/bin
DEMO := .demo
# Taken from the environment when given; else the first that is new enough.
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$p; break; }; done)

.PHONY: demo test lint format lock bench-quality wheel clean

demo: $(VENV)/.run  ## ingest the examples and show the deals
	@rm -rf $(DEMO) && mkdir -p $(DEMO)
	@$(BIN)/dealwire ingest --db $(DEMO)/dealwire.db examples/*/
	@$(BIN)/dealwire deals --db $(DEMO)/dealwire.db
	@echo "The store is $(DEMO)/dealwire.db: try  $(BIN)/dealwire explain --db $(DEMO)/dealwire.db DEAL"

test: $(VENV)/.dev  ## the whole test suite
	$(BIN)/pytest -n auto

lint: $(VENV)/.dev  ## style, types, floors
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

format: $(VENV)/.dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench-quality: $(VENV)/.dev  ## what the readers reach on ../shared
	$(BIN)/python -m benchmarks.quality

lock:  ## resolve anew what is installed (needs uv); names, versions and digests, no address
	uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header --python-version 3.11 \
		--extra parquet pyproject.toml build.in -o requirements.lock
	uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header --python-version 3.11 \
		--extra parquet --group dev -c requirements.lock pyproject.toml build.in -o requirements-dev.lock

wheel: $(VENV)/.dev
	$(BIN)/pip wheel --quiet --no-deps --no-build-isolation -w dist .

clean:
	rm -rf $(VENV) $(DEMO) dist build .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache

$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo "dealwire needs Python 3.11 or newer, and none was found on the PATH." \
		"Install one (Debian: apt-get install python3 python3-venv) or name it: make PYTHON=/path/to/python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "$(PYTHON) is older than Python 3.11:" \
		"name a newer one: make PYTHON=/path/to/python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { echo "$(PYTHON) has no venv module" \
		"(Debian: apt-get install python3-venv)" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run: $(VENV)/bin/python requirements.lock pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --no-index -e .
	@touch $@

$(VENV)/.dev: $(VENV)/.run requirements-dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@
