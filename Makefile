# Everything starts here: `make run` shows the room, `make test` says whether all is well.
# A fresh machine needs Python 3.11 (or newer, with venv) and make; the rest goes into .venv.

SHELL := /bin/sh
PYTHON ?= $(shell for p in python3.11 python3.12 python3.13 python3.14 python3; do \
	$$p -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
BIN := .venv/bin
PIP := $(BIN)/python -m pip -qq --disable-pip-version-check --no-input
KLANKBORD_PORT ?= 3978
SPOKEN := $(or $(LANGUAGE),$(LC_ALL),$(LANG))
SHIPPED := campaigns/library/$(if $(filter nl%,$(SPOKEN)),een-klantbeeld,one-customer-view).yaml
WORKERS ?= 2
PYTEST := -rs --numprocesses $(WORKERS) --dist worksteal

.PHONY: help setup setup-browser run check test bench docs

help:
	@echo "make run      the shipped campaign in the room, in your browser (LANGUAGE=nl for Dutch)"
	@echo "make test     every check and every test"
	@echo "make check    only the checks: style, imports, types"
	@echo "make bench    every figure, beside its limit or its peer"
	@echo "make docs     the pages of docs/reference, made from the code"
	@echo "make setup    what the others need; they call it themselves"

setup: .venv/.ready-to-test

.venv/bin/python:
	@test -n "$(PYTHON)" || { echo "Klankbord needs Python 3.11 or newer with venv (on Debian: apt install python3-venv)."; exit 2; }
	@$(PYTHON) -m venv .venv

.venv/.ready-to-run: requirements.txt | .venv/bin/python
	@echo "Installing what Klankbord runs on (only now, and when requirements.txt changes) …"
	@$(PIP) install --no-compile -r requirements.txt
	@touch $@

.venv/.ready-to-test: requirements-dev.txt .venv/.ready-to-run
	@echo "Installing what the tests need …"
	@$(PIP) install --no-compile -r requirements-dev.txt
	@touch $@

# The browser tests need Chromium. It is tried once, quietly; without it they are skipped and say so.
setup-browser: .venv/.tried-browser

.venv/.tried-browser: | .venv/bin/python
	@if ! command -v chromium >/dev/null && ! command -v google-chrome >/dev/null \
	&& command -v apt-get >/dev/null && [ "$$(id -u)" = 0 ]; then \
		echo "Installing Chromium for the browser tests …"; \
		{ apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium; } \
			>/dev/null 2>&1 || echo "Chromium could not be installed; the browser tests will be skipped."; \
	fi
	@touch $@

run: .venv/.ready-to-run
	@$(BIN)/python app.py rehearse $(SHIPPED) --port $(KLANKBORD_PORT)

check: setup
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/lint-imports
	@$(BIN)/mypy

# Coverage is asked of the core alone and of its plain tests: measuring the random ones would double what they cost.
test: check setup-browser
	@$(BIN)/pytest $(PYTEST) -m "not hypothesis" --cov --cov-report term tests/campaigns tests/planted
	@$(BIN)/pytest $(PYTEST) -m hypothesis tests/campaigns tests/planted
	@$(BIN)/pytest $(PYTEST) --ignore tests/campaigns --ignore tests/planted

bench: setup
	@set -e; for file in benchmarks/[a-z]*.py; do echo "— $$file"; $(BIN)/python -m benchmarks.$$(basename $$file .py); done

docs: .venv/.ready-to-run
	@$(BIN)/python -m bot.cli.reference
