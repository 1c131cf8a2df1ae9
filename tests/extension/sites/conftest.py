"""A browser tab that shows the saved pages one after the other, in Chromium and in Firefox."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.extension.sites.looking import InChromium, Looker
from tests.extension.sites.looking_in_firefox import in_firefox
from tests.setup import firefox


@pytest.fixture(scope="session")
def chromium_looker(chromium: Browser) -> Iterator[Looker]:
    tab = chromium.new_page()
    yield InChromium(tab)
    tab.close()


@pytest.fixture(scope="session")
def firefox_looker(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Looker]:
    with in_firefox(firefox.find(), tmp_path_factory.mktemp("firefox")) as looker:
        yield looker


@pytest.fixture(scope="module", params=["chromium", "firefox"])
def looker(request: pytest.FixtureRequest) -> Looker:
    """One browser after the other: each must find the same."""
    return request.getfixturevalue(f"{request.param}_looker")
