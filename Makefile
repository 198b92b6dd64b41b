# Two commands on a fresh machine: `make demo` and `make test`. Everything else is for development.
VENV := .venv
PYTHON ?= python3
BIN := $(VENV)/bin
export OMP_NUM_THREADS ?= 1

.PHONY: demo test evaluate bench train accept clean

demo: $(VENV)/.ready
	@$(BIN)/kg build seeds -o output

test: $(VENV)/.ready-test
	$(BIN)/python -m pytest

evaluate: $(VENV)/.ready-test
	$(BIN)/python -m training.evaluate

bench: $(VENV)/.ready-test
	$(BIN)/python -m benchmarks

accept: $(VENV)/.ready-test
	$(BIN)/python -m pytest --accept

train: $(VENV)/.ready-test
	$(BIN)/python -m pip install -q ".[train]"
	$(BIN)/python -m training

$(VENV)/.ready: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "kg needs Python 3.11 or newer; this is " + sys.version.split()[0])'
	@test -d $(VENV) || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install -q --disable-pip-version-check -e .
	@touch $@

$(VENV)/.ready-test: $(VENV)/.ready
	@$(BIN)/python -m pip install -q --disable-pip-version-check -e ".[test]"
	@touch $@

clean:
	rm -rf $(VENV) build dist *.egg-info
