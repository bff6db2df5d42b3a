# `make demo` shows what rashomon does; `make test` runs its tests; `make check` is what CI runs.
PYTHON ?= python3.11
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo tools test check pictures clean

demo: $(VENV)/.installed
	$(BIN)/rashomon run examples/baghlan --out out/demo

tools: $(VENV)/.tools

test: $(VENV)/.tools
	$(BIN)/pytest -m "slow or not slow"

check: $(VENV)/.tools
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -m "slow or not slow"

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV) || python3 -m venv $(VENV)

$(VENV)/.installed: $(VENV)/bin/python pyproject.toml constraints.txt
	$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	touch $@

$(VENV)/.tools: $(VENV)/.installed
	$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt -e ".[dev]"
	touch $@

pictures: $(VENV)/.tools
	$(BIN)/python -m benchmarks.pictures

clean:
	rm -rf $(VENV) out
