"""What every test may ask for: the machine's browser and Node.js, and real community software."""

from pathlib import Path

import pytest

from tests.setup import browser, node


@pytest.fixture(scope="session")
def chromium_path() -> Path:
    """A Chromium that loads unpacked extensions."""
    return browser.find()


@pytest.fixture(scope="session")
def node_path() -> Path:
    """Node.js 20 or newer."""
    found = node.find()
    assert found, "Node.js 20 or newer is missing: run `make test` once, it installs it."
    return found
