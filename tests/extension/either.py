"""Names for what is the same in both browsers."""

import pytest
from playwright.sync_api import Page as ChromiumPage

from tests.extension.browser import PersonsBrowser
from tests.extension.firefox import FirefoxPerson
from tests.extension.firefox.page import Page as FirefoxPage

Person = PersonsBrowser | FirefoxPerson
Page = ChromiumPage | FirefoxPage

only_in_chromium = pytest.mark.parametrize("browser", ["chromium"], indirect=True)
"""For a test that needs Chromium's debugging protocol."""
