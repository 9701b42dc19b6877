# Two commands on a fresh machine: `make demo` and `make test`. Everything is installed into .venv.
PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python

.PHONY: demo test install install-dev lint types floors bench score train clean

demo: install
	$(VENV)/bin/dateline read examples/

test: install-dev lint types floors
	$(PY) -m pytest

install: $(VENV)/.installed
install-dev: $(VENV)/.installed-dev

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: pyproject.toml | $(VENV)/bin/python
	$(PY) -m pip install --quiet --disable-pip-version-check -e .
	touch $@

$(VENV)/.installed-dev: pyproject.toml | $(VENV)/bin/python
	$(PY) -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	touch $@ $(VENV)/.installed

lint: install-dev
	$(VENV)/bin/ruff check .

types: install-dev
	$(VENV)/bin/mypy

floors: install-dev
	$(VENV)/bin/lint-imports --no-cache

bench: install
	$(PY) -m bench.reading

SHARED ?= ../shared
score: install
	@test -d $(SHARED)/gold/dev || { echo "score: $(SHARED) is not here"; exit 0; }; \
	$(VENV)/bin/dateline score $(SHARED)/gold/dev --bars --worst 5 --polnear $(SHARED)/corpora/polnear/dev.jsonl \
	  --timebank $(SHARED)/corpora/timebank --geovirus $(SHARED)/corpora/geoparsing/GeoVirus.xml \
	  --lgl $(SHARED)/corpora/geoparsing/lgl.xml

train: install
	$(PY) -m pip install --quiet --disable-pip-version-check -e '.[train]'
	$(VENV)/bin/dateline train --gold $(SHARED)/gold/train --corpora $(SHARED)/corpora

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache
