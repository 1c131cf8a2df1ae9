# Pitch In. `make run` to use it, `make test` to check it, `make help` for the rest.
PYTHON ?= python3
BIN := .venv/bin
NODE_BIN := tests/node_modules/.bin
PIN := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --no-emit-index-url --no-annotate --no-header
.DEFAULT_GOAL := help

help: ## Say what can be made
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1	\2/p' Makefile | expand -t 24

run: .venv/run ## Start the agent and open the viewer (the first time installs about 350 MB)
	@$(BIN)/python -m agent serve --open

test: lint ## Check everything that needs no root: formats, types, then all tests
	@$(BIN)/python -m pytest -m "not servers" --numprocesses=3 --dist=loadfile --no-loadscope-reorder

test-servers: .venv/test ## Test on WordPress and MediaWiki from Debian's packages (Debian, as root)
	@$(BIN)/python -m tests.setup.debian
	@$(BIN)/python -m tests.setup.browser
	@$(BIN)/python -m pytest -m servers

# A draft's cost is measured on texts that no part was taught. Those of the default aren't in a clone; any file of
# drafts does, with a JSON object a line that has a "text".
BENCH_POSTS ?= ../shared/data/posts/dev.jsonl
BENCHES := "nlp.training.cost --posts $(BENCH_POSTS)" "nlp.training.cost_of_suggestions tests/nlp/moves/pairs" \
  tests.extension.measure_cost tests.agent.viewer.page_times tests.bench.same_text tests.bench.import_archive \
  tests.bench.load tests.bench.million_posts

bench: $(BENCH_POSTS) tools ## Measure speed, memory and scale on a quiet machine (about an hour)
	@missed=0; for bench in $(BENCHES); do \
	  echo; echo "python -m $$bench"; $(BIN)/python -m $$bench || missed=1; \
	done; exit $$missed

$(BENCH_POSTS):
	@echo "There is no $@. Name a file of drafts, one JSON object with a \"text\" a line: make bench BENCH_POSTS=drafts.jsonl"
	@exit 1

lint: export PATH := $(CURDIR)/$(BIN):$(PATH)
lint: tools ## Check formats, types and the extension's manifest
	@$(BIN)/ruff check --quiet .
	@$(BIN)/ruff format --quiet --check .
	@$(BIN)/mypy
	@$(NODE_BIN)/biome ci --config-path=tests --error-on-warnings extension agent/viewer/static
	@$(NODE_BIN)/tsc -p tests/tsconfig.json
	@$(BIN)/python -m tests.lint_extension

tools: .venv/test
	@$(BIN)/python -m tests.setup.browser
	@$(BIN)/python -m tests.setup.node
	@$(BIN)/python -m tests.setup.spirit

screenshots: tools ## Make the pictures in tests/screenshots/ anew
	@rm -rf tests/.work/screenshots
	@$(BIN)/python -m pytest tests/screenshots
	@cp tests/.work/screenshots/*.png tests/screenshots/

extension: .venv/test ## Write the zips for the stores to tests/.work/store/
	@$(BIN)/python -m tests.extension.pack

requirements: .venv/test ## Pin anew what pyproject.toml asks for
	@{ echo "# The run-time set, pinned with all it needs. Made from pyproject.toml by \`make requirements\`."; \
	  $(PIN) pyproject.toml; } > requirements.txt
	@{ echo "# What the tests need beside requirements.txt, pinned. Made from pyproject.toml by \`make requirements\`."; \
	  $(PIN) --group test --constraint requirements.txt; } > tests/requirements.txt

clean: ## Remove all that was installed or made here (your log isn't here and stays)
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .hypothesis tests/node_modules tests/.work

.venv/run: requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Pitch In needs Python 3.11 or newer. Where it has another name, say so: make run PYTHON=python3.12"; exit 1; }
	@test -x $(BIN)/pip || $(PYTHON) -m venv --clear .venv
	@echo "Installing what Pitch In needs (about 350 MB; once, a minute or two) …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement requirements.txt
	@touch $@

# Without dependencies, since the list is complete and leaves out what pyproject.toml excludes.
.venv/test: .venv/run tests/requirements.txt
	@echo "Installing what the tests need (about 350 MB, once) …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --requirement tests/requirements.txt
	@touch $@

.PHONY: help run test test-servers bench lint tools screenshots extension requirements clean
