# Everything a fresh machine needs is Python 3.11 or newer and make.
# Set-up is done once: a stamp in the environment is newer than the lock file that was installed.

PYTHON ?= python3
PORT ?= 8000
FORMAT ?= text
VENV := .venv
RUN := $(VENV)/bin/python
# Wheels only, each with its hash: nothing is compiled, nothing is trusted by name alone.
INSTALL := $(RUN) -m pip install --quiet --disable-pip-version-check --only-binary :all: --require-hashes
# On each processor one process; it gets whole files, in their order, so that what tests of a file share is made once.
PARALLEL := -n auto --maxprocesses 4 --dist loadfile --no-loadscope-reorder

.NOTPARALLEL:
.PHONY: site open serve check test lint types layers pytest strict browser soak audit sbom prove hooks bench lock clean help

site: $(VENV)/.site  ## build site/ and say how to look at it
	$(RUN) build_site.py build
	@echo "The site is in site/. Look at it: make open"

open: $(VENV)/.site  ## serve site/ on this machine
	@test -f site/index.html || { echo "There is no site yet. Build it: make site"; exit 2; }
	@echo "The site is at http://localhost:$(PORT)/ (stop with Ctrl-C)"
	@$(RUN) -m http.server $(PORT) --bind 127.0.0.1 --directory site

serve: $(VENV)/.site  ## preview that follows each save
	$(RUN) build_site.py serve

check: $(VENV)/.site  ## check the records, write nothing
	$(RUN) build_site.py check --format $(FORMAT)

test: TESTED := --site site
test: lint types layers strict pytest  ## everything that has to pass; what is tested is what is published

lint: $(VENV)/.test
	$(RUN) -m ruff check
	$(RUN) -m ruff format --check

types: $(VENV)/.test
	$(RUN) -m mypy

layers: $(VENV)/.test
	$(VENV)/bin/lint-imports

pytest: $(VENV)/.test browser
	$(RUN) -m pytest $(PARALLEL) -m "not scale and not audit" $(TESTED)

browser: $(VENV)/.test
	$(RUN) tests/browser.py

strict: $(VENV)/.test
	$(RUN) build_site.py build --strict $(BUILD_OPTIONS)

soak: $(VENV)/.test  ## build after 220 edits with what was kept and without, and compare (about 20 minutes)
	$(RUN) -m pytest -m scale
	$(RUN) -m tests.edits

audit: $(VENV)/.test $(VENV)-audit/.installed browser sbom  ## what takes long: builds killed and compared, every kind of page in every way (about 30 minutes; needs Java and Node)
	$(RUN) -m pytest -m audit

sbom: $(VENV)-audit/.installed  ## list what a site is built with in build/sbom.json (CycloneDX)
	@mkdir -p build
	$(VENV)-audit/bin/cyclonedx-py requirements requirements/site.txt --pyproject pyproject.toml \
	    --output-reproducible --validate --output-file build/sbom.json

prove: $(VENV)/.test browser  ## build in a fault for each promise of SECURITY.md: its test has to fail (about 10 minutes)
	$(RUN) -m benchmarks.prove

hooks: $(VENV)/.test  ## run the same checks at each commit
	$(VENV)/bin/pre-commit install

bench: $(VENV)/.site $(VENV)-bench/.peers  ## how it grows, beside others (hours; BENCH="--size 1000" measures one size)
	$(RUN) benchmarks/bench.py --programs $(VENV)-bench/bin --out benchmarks $(BENCH)

lock:  ## write the lock files anew (needs uv; UPGRADE=--upgrade takes newer versions)
	uv pip compile $(UPGRADE) --quiet --universal --python-version 3.11 --generate-hashes --only-binary :all: \
	    --custom-compile-command "make lock" pyproject.toml --output-file requirements/site.txt
	uv pip compile $(UPGRADE) --quiet --universal --python-version 3.11 --generate-hashes --only-binary :all: \
	    --custom-compile-command "make lock" pyproject.toml --extra import --constraint requirements/site.txt \
	    --output-file requirements/import.txt
	uv pip compile $(UPGRADE) --quiet --universal --python-version 3.11 --generate-hashes --only-binary :all: \
	    --custom-compile-command "make lock" pyproject.toml --extra import --extra test \
	    --constraint requirements/site.txt --output-file requirements/test.txt
	uv pip compile $(UPGRADE) --quiet --universal --python-version 3.11 --generate-hashes --only-binary :all: \
	    --custom-compile-command "make lock" pyproject.toml --extra bench --constraint requirements/site.txt \
	    --output-file requirements/bench.txt

clean:  ## remove what was built, not the environment
	rm -rf build site .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
	find . -path ./$(VENV) -prune -o -name __pycache__ -type d -prune -exec rm -rf {} +

help:  ## this list
	@sed -n 's/^\([a-z]*\):.*##  */  make \1\t/p' Makefile | expand -t 15

# ---------------------------------------------------------------------------------------------- set-up

$(VENV)/.python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	    echo "Python 3.11 or newer is needed; $(PYTHON) is older or missing. Name another: make PYTHON=python3.12 ..."; exit 2; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || { \
	    echo "This Python cannot make environments. On Debian or Ubuntu: apt-get install python3-venv"; exit 2; }
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.site: requirements/site.txt | $(VENV)/.python
	@echo "Installing what requirements/site.txt names into $(VENV) (once; about 350 MB on disk) ..."
	@$(INSTALL) -r requirements/site.txt
	@touch $@

$(VENV)-bench/.peers: requirements/bench.txt | $(VENV)/.python
	$(PYTHON) -m venv $(VENV)-bench
	@$(INSTALL:$(RUN)%=$(VENV)-bench/bin/python%) -r requirements/bench.txt
	@touch $@

# Packages of npm run no script when they are installed, and bring nothing that their lock has no hash of.
$(VENV)-audit/.installed: requirements/audit.txt requirements/package-lock.json | $(VENV)/.python
	@command -v java >/dev/null && command -v npm >/dev/null || { \
	    echo "Java and Node are needed. On Debian or Ubuntu: apt-get install default-jre-headless npm"; exit 2; }
	$(PYTHON) -m venv $(VENV)-audit
	@$(INSTALL:$(RUN)%=$(VENV)-audit/bin/python%) -r requirements/audit.txt
	cp requirements/package.json requirements/package-lock.json $(VENV)-audit/
	npm ci --prefix $(VENV)-audit --ignore-scripts --no-audit --no-fund
	@touch $@

$(VENV)/.test: requirements/test.txt | $(VENV)/.python
	@echo "Installing what requirements/test.txt names into $(VENV) (once; about 700 MB on disk) ..."
	@$(INSTALL) -r requirements/test.txt
	@touch $(VENV)/.site $@
