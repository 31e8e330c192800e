# Two commands do everything, set-up included: make site, make test.
# They need make and CPython 3.11 or newer; all else is installed into .venv and .tools.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
TOOLS := .tools
# Programs that some tests use. Each is installed where that can be done, else its tests say that they skip.
DEBIAN := gettext itstool chromium fonts-noto-cjk fonts-dejavu-core default-jre-headless postgresql
NPM := vnu-jar@26.9.27 axe-core@4.14.1

# A server that some tests ask where it is installed: 600 MB, so not as a matter of course.
LIBRETRANSLATE := $(TOOLS)/libretranslate

.PHONY: site test lint types tools libretranslate bless bench docs pictures lock clean
.DEFAULT_GOAL := site

# One bad file stops only its own bulletin: every step runs, and what was wrong shows in the status at the end.
site: $(VENV)/.ready
	@status=0; for step in extract check compile; do \
		echo "$(BIN)/habar $$step"; $(BIN)/habar $$step || status=$$?; \
	done; exit $$status

# On two cores, a file of tests at a time.
test: lint types tools
	$(BIN)/python -m pytest -n 2 --dist loadfile

lint: $(VENV)/.ready-dev
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: $(VENV)/.ready-dev
	$(BIN)/mypy

# Writes the expected files of the whole-file tests anew. The git diff is the review.
bless: $(VENV)/.ready-dev
	HABAR_BLESS=1 $(BIN)/python -m pytest -q tests/examples tests/unit/publish/test_publish_site.py \
		tests/unit/formats/docx/test_docx_sample.py

# Writes the generated pages of docs/ and the stored help anew.
docs: $(VENV)/.ready-dev
	$(BIN)/python docs/generate.py

# Takes the pictures of the README anew from the built site. Look at them.
pictures: site $(VENV)/.ready-dev
	$(BIN)/python docs/pictures.py

bench: $(VENV)/.ready-dev
	$(BIN)/python tests/benchmarks/run.py
	$(BIN)/python tests/benchmarks/segment_score.py
	$(BIN)/python tests/benchmarks/checks_score.py
	$(BIN)/python tests/benchmarks/memory_search.py

# What builds the package itself is locked, too: it is installed without a build environment of its own.
lock: $(VENV)/.ready-dev
	$(BIN)/pip install --quiet uv
	for extra in "" "--extra=dev"; do \
		printf 'hatchling>=1.27\neditables\n' | $(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes \
			--no-header --no-annotate --quiet pyproject.toml - $$extra --output-file requirements$${extra:+-dev}.lock || exit; \
	done

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "habar needs CPython 3.11 or newer: make PYTHON=python3.12")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.ready: $(VENV)/bin/python requirements.lock pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.ready-dev: $(VENV)/.ready requirements-dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@

tools: $(TOOLS)/.ready

# Never fails: what is missing is said here, and again by the tests that skip.
$(TOOLS)/.ready:
	@mkdir -p $(TOOLS)
	@missing=0; for program in msgfmt itstool chromium java; do command -v $$program >/dev/null || missing=1; done; \
	ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || missing=1; \
	if [ $$missing = 0 ]; then :; \
	elif [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
		echo "installing $(DEBIAN)"; \
		{ apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $(DEBIAN); } >$(TOOLS)/apt.log 2>&1 \
		|| echo "could not install $(DEBIAN): see $(TOOLS)/apt.log; some tests will skip"; \
	else echo "gettext, itstool, chromium, java or postgresql is missing: some tests will skip"; fi
	@if command -v npm >/dev/null; then \
		npm install --loglevel error --fetch-retries 0 --no-save --no-package-lock --prefix $(TOOLS) $(NPM) >$(TOOLS)/npm.log 2>&1 \
		|| echo "could not install $(NPM): see $(TOOLS)/npm.log; some tests will skip"; \
	else echo "npm is missing: some tests will skip"; fi
	@touch $@

libretranslate:
	$(PYTHON) -m venv $(LIBRETRANSLATE)
	$(LIBRETRANSLATE)/bin/pip install --quiet libretranslate==1.9.6

clean:
	rm -rf $(VENV) $(TOOLS) .habar output/*
