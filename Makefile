.DEFAULT_GOAL := help
.PHONY: help setup run test check format golden bench lock clean
bin := .venv/bin

help: ## show this list
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

setup: ## make .venv with the best Python there is, and install the locked dependencies
	@.ci/setup

run: setup ## set up, then run the pipeline on seeds/ into outputs/
	@$(bin)/pipeline run seeds --out outputs

test: setup check ## set up, then check style and types and run the tests
	@$(bin)/pytest -q -n 2 --dist loadgroup

check: setup ## style and types only
	@$(bin)/ruff check .
	@$(bin)/ruff format --check .
	@$(bin)/mypy

format: setup ## format the code
	@$(bin)/ruff check --fix .
	@$(bin)/ruff format .

golden: setup ## renew tests/golden from seeds/ on purpose; read the diff before you commit it
	@$(bin)/python -m tests.golden.renew

bench: setup ## time the run, values and names against plain spaCy (DATA=FOLDER of articles)
	@$(bin)/python -m tests.bench.bench $(if $(DATA),--data $(DATA))
	@$(bin)/python -m tests.bench.values $(if $(DATA),--data $(DATA))
	@$(bin)/python -m tests.bench.names $(if $(DATA),--data $(DATA))

lock: ## renew requirements.lock from pyproject.toml (needs uv)
	@uv pip compile --quiet --universal --python-version 3.10 --generate-hashes --no-emit-index-url --no-annotate \
		--no-header --group dev --output-file requirements.lock pyproject.toml

clean: ## remove what can be made again
	@rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis build dist *.egg-info
