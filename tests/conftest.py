"""What every test may ask for: the machine's browser and Node.js, and real community software."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Playwright, sync_playwright

from tests.servers.isso import isso
from tests.servers.mediawiki import mediawiki
from tests.servers.site import Site
from tests.servers.spirit import Forum, open_forum, spirit
from tests.servers.wordpress import wordpress
from tests.setup import browser

# In containers Python is often told to keep nothing that it compiled: each agent and each worker would do it
# all anew.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False


@pytest.fixture(scope="session")
def chromium_path() -> Path:
    """A Chromium that loads unpacked extensions."""
    return browser.find()


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """The one Playwright of the run: a second beside it won't start."""
    with sync_playwright() as running:
        yield running


@pytest.fixture(scope="session")
def chromium(playwright: Playwright) -> Iterator[Browser]:
    """A Chromium without the extension and without windows: take a new context in each test."""
    started = playwright.chromium.launch(executable_path=browser.find_shell(), args=browser.QUIET)
    yield started
    started.close()


@pytest.fixture
def isso_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A blog article with a real Isso server's comment box; nobody has commented yet."""
    with isso(tmp_path_factory.mktemp("isso")) as site:
        yield site


@pytest.fixture
def mediawiki_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A real MediaWiki at a new talk page, in VisualEditor. For tests marked `servers`."""
    with mediawiki(tmp_path_factory.mktemp("mediawiki")) as site:
        yield site


@pytest.fixture(scope="session")
def forum(tmp_path_factory: pytest.TempPathFactory) -> Forum:
    """The data of a Spirit forum with one topic."""
    return open_forum(tmp_path_factory.mktemp("forum"))


@pytest.fixture
def spirit_site(forum: Forum, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A real Spirit forum with one topic; nobody has answered it yet."""
    with spirit(forum, tmp_path_factory.mktemp("spirit")) as site:
        yield site


@pytest.fixture
def wordpress_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A real WordPress with one post; nobody has commented yet. For tests marked `servers`."""
    with wordpress(tmp_path_factory.mktemp("wordpress")) as site:
        yield site
