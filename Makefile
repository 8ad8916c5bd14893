# Each target is what a person would type. A machine needs cargo, make and Python 3.10 or newer with venv; the
# rest comes into .venv.
PYTHON ?= python3
BIN := .venv/bin
# The tests' wheel is an unoptimised one: built sooner, and it stops where arithmetic overflows.
WHEELS := target/wheels-test

# The tools of the site have a virtual environment of their own: no test needs them.
SITE := target/site-tools

.PHONY: test test-rust test-python lint demo bench accuracy docs notebooks wheel stubs

test: test-rust test-python

test-rust:
	cargo test --workspace --locked

test-python: .venv/installed
	rm -rf $(WHEELS)
	$(BIN)/maturin build --profile dev --locked --interpreter $(BIN)/python --out $(WHEELS)
	$(BIN)/python -m pip install --quiet --force-reinstall --no-deps $(WHEELS)/*.whl
	$(BIN)/python -m pytest
	$(BIN)/python -m mypy.stubtest bulletin --mypy-config-file pyproject.toml

lint: .venv/installed
	cargo fmt --all --check
	cargo clippy --workspace --all-targets --locked -- -D warnings
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

demo:
	cargo run --release --locked -- figures samples

bench:
	cargo bench --locked --package bulletin-house

# How right the readings are, beside the figures that were last committed.
accuracy:
	cargo bench --locked --package bulletin-house --bench accuracy

# The site with the crates' own pages, in target/site; nothing that it shows may come from elsewhere.
docs: $(SITE)/installed
	cargo doc --workspace --lib --no-deps --locked --target-dir target
	NO_MKDOCS_2_WARNING=1 $(SITE)/bin/mkdocs build --strict --quiet
	! grep -rlE '<(script|img|iframe|link)[^>]+(src|href)="?https?:' --include='*.html' target/site
	cp -r target/doc target/site/rust

# With the package that `make test-python` installed, which runs them too.
notebooks: .venv/installed
	$(BIN)/python -m pytest python/tests/test_notebooks.py

wheel: .venv/installed
	$(BIN)/maturin build --release --locked --out dist

# The types of the extension module, written anew; a test fails while the ones in the repository differ.
stubs: .venv/installed
	$(BIN)/maturin generate-stubs --profile dev --out python

.venv/installed: python/requirements.txt
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --requirement python/requirements.txt
	touch $@

$(SITE)/installed: python/requirements-docs.txt
	$(PYTHON) -m venv $(SITE)
	$(SITE)/bin/python -m pip install --quiet --requirement python/requirements-docs.txt
	touch $@
