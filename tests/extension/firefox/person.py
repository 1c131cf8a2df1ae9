"""A person's Firefox with the extension: the same methods as `PersonsBrowser` has for Chromium."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.extension.firefox.marionette import Marionette
from tests.extension.firefox.page import Page
from tests.extension.firefox.running import ALL_SITES_IN_ONE_PROCESS, running_firefox
from tests.extension.own_pages import OwnPages

ID = "pitch-in@pitch-in.example"
UUID = "0b6f7a52-3a5e-4e4b-9a50-3f0b7c7d1f00"
FOR_THE_EXTENSION = {
    **ALL_SITES_IN_ONE_PROCESS,
    "extensions.webextensions.uuids": json.dumps({ID: UUID}),
    "extensions.webextOptionalPermissionPrompts": False,
}


class FirefoxPerson(OwnPages):
    """One profile."""

    name = "firefox"

    def __init__(self, marionette: Marionette, profile: Path) -> None:
        self._marionette = marionette
        self.profile = profile
        self.extension = f"moz-extension://{UUID}"
        self._inside = Page(marionette, str(marionette("WebDriver:GetWindowHandle")))
        self._inside.goto(f"{self.extension}/inside.html")

    def open(self, address: str) -> Page:
        """A new tab."""
        window = self._marionette("WebDriver:NewWindow", type="tab", focus=True)["handle"]
        page = Page(self._marionette, window)
        page.bring_to_front()
        page.goto(address)
        return page

    def options(self) -> Page:
        """The options page."""
        return self.open(f"{self.extension}/options/options.html")

    def popup(self, page: Page) -> Page:
        """The popup as the toolbar button would show it over `page`."""
        return self.open(f"{self.extension}/popup/popup.html?tab={self.tab_of(page)}")

    def close_tabs(self) -> None:
        """All but the one that lets us look inside."""
        for window in self._marionette("WebDriver:GetWindowHandles"):
            if window != self._inside.window:
                Page(self._marionette, window).close()

    def inside(self, expression: str, argument: object = None) -> Any:
        """The value of an expression in one of the extension's own pages."""
        return self._inside.evaluate(expression, argument)

    def stop_worker(self) -> None:
        """End the event page, as the browser does, also in the middle of an answer."""
        self._marionette("Marionette:SetContext", value="chrome")
        try:
            self._marionette.script(
                f'await WebExtensionPolicy.getByID("{ID}").extension'
                ".terminateBackground({disableResetIdleForTest: true});"
            )
        finally:
            self._marionette("Marionette:SetContext", value="content")


@contextmanager
def firefox_person(firefox: Path, profile: Path, extension: Path) -> Iterator[FirefoxPerson]:
    """Start Firefox on a profile folder with a copy of the extension in it."""
    with running_firefox(firefox, profile, FOR_THE_EXTENSION) as marionette:
        marionette("Addon:Install", path=str(extension), temporary=True)
        yield FirefoxPerson(marionette, profile)
