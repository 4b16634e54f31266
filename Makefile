# Everything cairn can do for a developer. `make run` and `make test` set themselves up the first time:
# they need Python 3.11 or newer with its venv module, and nothing else that is not locked in requirements/.
#
#   make run PYTHON=/path/to/python3     another Python than the newest found
#   make test ARGS="-k search"           more words for the command that is run

SHELL = /bin/sh
PYTHON = python3.14 python3.13 python3.12 python3.11 python3
ARGS =

VENV = .venv
BIN = $(VENV)/bin
STAMPS = $(VENV)/stamps
INSTALL = $(BIN)/python -m pip install -qq --disable-pip-version-check --no-input --progress-bar off
LOCKED = $(INSTALL) --require-hashes --only-binary :all:
COMPILE = uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate $(ARGS)

unexport PYTHONPATH PYTHONHOME
.NOTPARALLEL:
.SUFFIXES:
.DEFAULT_GOAL = help
.PHONY: help run demo relay test check soak bench completions catalogue coverage format lock pictures clean

help:
	@echo "make run       open cairn; without a terminal, walk through it"
	@echo "make demo      a filled journal in a temporary place"
	@echo "make relay     a relay, for two who share no folder; listens at 127.0.0.1:8750"
	@echo "make test      the tests"
	@echo "make check     format, lint, types, contracts, tests"
	@echo "make soak      the tests that take minutes or more"
	@echo "make bench     how long things take"
	@echo "make coverage  which lines the tests reach"
	@echo "make format    put every file in shape"
	@echo "make lock      choose versions again (needs uv; ARGS=--upgrade for newer ones)"
	@echo "make completions  what shells can complete"
	@echo "make catalogue  every sentence, for whoever translates it"
	@echo "make pictures  draw the pictures of the screens"
	@echo "make clean     remove what can be made again, except $(VENV)"

run: $(STAMPS)/run $(STAMPS)/project
	@if [ -t 0 ] && [ -t 1 ]; then exec $(BIN)/cairn $(ARGS); else exec $(BIN)/cairn demo --tour $(ARGS); fi

demo: $(STAMPS)/run $(STAMPS)/project
	@if [ -t 0 ] && [ -t 1 ]; then exec $(BIN)/cairn demo $(ARGS); else exec $(BIN)/cairn demo --tour $(ARGS); fi

# Where nothing else is chosen, its slots lie with what can be made again: what a relay loses, both sides write again.
relay: $(STAMPS)/relay $(STAMPS)/project
	@export CAIRN_RELAY_STORE="$${CAIRN_RELAY_STORE:-sqlite:$(VENV)/relay-slots.db}"; exec $(BIN)/cairn relay $(ARGS)

test: $(STAMPS)/dev $(STAMPS)/project
	@exec $(BIN)/python -m pytest -n 2 --dist worksteal $(ARGS)

check: $(STAMPS)/dev $(STAMPS)/project
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/ruff check --quiet .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo
	@exec $(BIN)/python -m pytest -n 2 --dist worksteal $(ARGS)

soak: $(STAMPS)/dev $(STAMPS)/project
	@exec $(BIN)/python -m pytest -n 2 --dist worksteal -m soak $(ARGS)

bench: $(STAMPS)/dev $(STAMPS)/project
	@exec $(BIN)/python -m benchmarks $(ARGS)

coverage: $(STAMPS)/dev $(STAMPS)/project
	@$(BIN)/coverage erase
	@$(BIN)/coverage run -m pytest $(ARGS)
	@$(BIN)/coverage combine --quiet
	@$(BIN)/coverage report

format: $(STAMPS)/dev $(STAMPS)/project
	@$(BIN)/ruff check --quiet --fix-only .
	@$(BIN)/ruff format --quiet .

lock:
	@command -v uv >/dev/null || { echo "make lock needs uv, which is not on this computer." >&2; exit 1; }
	@$(COMPILE) pyproject.toml --all-extras --group dev --output-file requirements/dev.txt
	@$(COMPILE) pyproject.toml --constraint requirements/dev.txt --output-file requirements/run.txt
	@$(COMPILE) pyproject.toml --extra relay --constraint requirements/dev.txt --output-file requirements/relay.txt
	@$(COMPILE) --group build --constraint requirements/dev.txt --output-file requirements/build.txt

completions: $(STAMPS)/dev $(STAMPS)/project
	@exec $(BIN)/python -m tools.completions

catalogue: $(STAMPS)/dev $(STAMPS)/project
	@exec $(BIN)/python -m tools.catalogue

pictures: $(STAMPS)/dev $(STAMPS)/project
	@exec $(BIN)/python -m tools.pictures $(ARGS)

clean:
	@find . -name $(VENV) -prune -o -name __pycache__ -type d -prune -exec rm -rf {} +
	@rm -rf .coverage .coverage.* .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache build dist

# Set-up. A stamp is younger than everything it answers for, so that a second call starts at once.

# A virtual environment knows where it stands and which Python made it: when the folder was moved, or that
# Python is gone, it is made anew.
STANDS := $(shell [ -x $(BIN)/python ] && [ "`cat $(STAMPS)/place 2>/dev/null`" = "`pwd -P`" ] && echo yes)
ifneq ($(STANDS),yes)
.PHONY: $(STAMPS)/place
endif

$(STAMPS)/place:
	@almost=; found=; \
	for candidate in $(PYTHON); do \
	    "$$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 || continue; \
	    almost=$$candidate; \
	    "$$candidate" -c 'import ensurepip, venv' >/dev/null 2>&1 || continue; \
	    found=$$candidate; break; \
	done; \
	if [ -z "$$almost" ]; then \
	    echo "cairn needs Python 3.11 or newer, which was not found; PYTHON=/path/to/python3 names one." >&2; exit 1; \
	elif [ -z "$$found" ]; then \
	    echo "cairn needs the venv module, which $$almost lacks; on Debian or Ubuntu: apt install python3-venv." >&2; exit 1; \
	fi; \
	echo "cairn: making a place for what it needs, in $(VENV)." >&2; \
	if [ -d $(STAMPS) ] || [ ! -x $(BIN)/python ]; then clear=--clear; else clear=; fi; \
	"$$found" -m venv $$clear $(VENV) && mkdir -p $(STAMPS) && pwd -P > $@

$(STAMPS)/run: requirements/run.txt requirements/build.txt $(STAMPS)/place
	@echo "cairn: fetching what it needs, once. This can take a minute." >&2
	@$(LOCKED) -r requirements/run.txt -r requirements/build.txt || { $(NOT_FETCHED); }
	@touch $@

# The relay set holds the run set (the tests say so), so that is there afterwards.
$(STAMPS)/relay: requirements/relay.txt requirements/build.txt $(STAMPS)/place
	@echo "cairn: fetching what a relay needs, once. This can take a minute." >&2
	@$(LOCKED) -r requirements/relay.txt -r requirements/build.txt || { $(NOT_FETCHED); }
	@touch $(STAMPS)/run $@

# The dev set holds the run set, the relay set and the build set (the tests say so), so all are there afterwards.
$(STAMPS)/dev: requirements/dev.txt $(STAMPS)/place
	@echo "cairn: fetching what its tests need, once. This can take a minute or two." >&2
	@$(LOCKED) -r requirements/dev.txt || { $(NOT_FETCHED); }
	@touch $(STAMPS)/run $(STAMPS)/relay $@

$(STAMPS)/project: pyproject.toml $(STAMPS)/place
	@$(INSTALL) --no-index --no-deps --no-build-isolation --editable .
	@$(BIN)/python -m compileall -q journal sync tui
	@touch $@

NOT_FETCHED = echo "cairn: not everything could be fetched; the lines above say what. Nothing is half done: try again." >&2; exit 1
