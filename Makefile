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
# With the run of the core beside them: more than two cores can do, because some tests wait.
WORKERS ?= 3
OUTPUT_OF_EACH_TOGETHER := $(if $(filter output-sync,$(.FEATURES)),--output-sync=target)

PLAYGROUND := .playground/node_modules/.bin/agentsplayground
PLAYGROUND_PORT ?= 56150

# The tests start many processes: each would compile every module anew where nothing may be kept.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help setup setup-browser setup-playground run playground slack-demo check test test-core test-others bench docs

help:
	@echo "make run      the shipped campaign in the room, in your browser (LANGUAGE=nl for Dutch)"
	@echo "make playground the same in Microsoft's Agents Playground, a Teams for one person (needs Node 20)"
	@echo "make slack-demo  the same in a Slack without a workspace: who reads what, and the Block Kit JSON of it"
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

# The tests in Teams need Microsoft's Agents Playground, and that needs Node 20. It is tried once, quietly; without it they
# are skipped and say so. A machine without Node is looked at again: that costs nothing.
setup-playground: .venv/.tried-playground

.venv/.tried-playground: tests/browser/playground/package-lock.json | .venv/bin/python
	@if ! command -v node >/dev/null || ! command -v npm >/dev/null; then \
		echo "Node is not installed; the tests in the Agents Playground will be skipped."; \
	else \
		echo "Installing the Agents Playground for the tests in Teams …"; \
		{ mkdir -p .playground && cp tests/browser/playground/package*.json .playground/ \
		&& npm ci --prefix .playground --ignore-scripts --no-audit --no-fund; } >/dev/null 2>&1 \
			|| echo "The Agents Playground could not be installed; the tests in it will be skipped."; \
		touch $@; \
	fi

# Joris, the owner, sits at the page; everybody else says yes by themselves. The playground itself can't be told to listen
# on this machine only.
playground: .venv/.ready-to-run setup-playground
	@test -x $(PLAYGROUND) || { echo "The Agents Playground is not installed: it needs Node 20 and npm."; exit 2; }
	@echo "The playground comes at http://localhost:$(PLAYGROUND_PORT); others in your network can open it too while it runs."
	@echo "You are Joris, the owner: open Sales - General and post @Klankbord connect sales. Ctrl-C stops both."
	@trap 'kill $$bot 2>/dev/null' EXIT INT TERM; \
	$(BIN)/python app.py rehearse campaigns/library/one-customer-view.yaml --playground --approve-all --fresh \
		--store tinydb:data/playground.db --port $(KLANKBORD_PORT) & bot=$$!; \
	M365_AGENTS_PLAYGROUND_CONFIG_PATH=bot/platforms/teams/playground.yml \
	M365_AGENTS_PLAYGROUND_LOGFILE=.playground/own.log \
	APPLICATION_INSIGHTS_NO_STATSBEAT=1 TEAMSAPPTESTER_BROWSER=none \
	$(PLAYGROUND) -e http://127.0.0.1:$(KLANKBORD_PORT)/api/messages -c msteams -p $(PLAYGROUND_PORT) --dt >.playground/out.log 2>&1

run: .venv/.ready-to-run
	@$(BIN)/python app.py rehearse $(SHIPPED) --port $(KLANKBORD_PORT)

# The Slack that it talks to stands in tests/, so it needs what the tests need.
slack-demo: setup
	@$(BIN)/python -m tests.fake_slack.demo

check: setup
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/lint-imports
	@$(BIN)/mypy

# Two at once: where one waits for a process or a page, the other has work.
test: check setup-browser setup-playground
	@echo "Two runs of tests at once, two or three minutes; each tells what it saw when it ends …"
	@$(MAKE) --no-print-directory --jobs 2 $(OUTPUT_OF_EACH_TOGETHER) test-core test-others

# Coverage is asked of the core alone and of its plain tests: measuring the random ones would double what they cost.
test-core:
	@$(BIN)/pytest -rs -m "core and not hypothesis" --cov --cov-report term tests/campaigns tests/planted

test-others:
	@$(BIN)/pytest -rs --numprocesses $(WORKERS) --dist worksteal -m "hypothesis or not core"

bench: setup
	@set -e; for file in benchmarks/[a-z]*.py; do echo "— $$file"; $(BIN)/python -m benchmarks.$$(basename $$file .py); done

docs: .venv/.ready-to-run
	@$(BIN)/python -m bot.cli.reference
