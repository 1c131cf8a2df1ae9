"""A person's Firefox with the extension: the same methods as `PersonsBrowser` has for Chromium."""

import json
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.agent_process import RunningAgent
from tests.extension.firefox.marionette import Marionette, port_of
from tests.extension.firefox.page import Page
from tests.extension.inside import Inside
from tests.extension.reach import eventually

ID = "pitch-in@pitch-in.example"
UUID = "0b6f7a52-3a5e-4e4b-9a50-3f0b7c7d1f00"
# Nothing but what a test asks for: no first-run pages, no updates, no calls of its own.
PREFERENCES = {
    "marionette.port": 0,
    "app.normandy.enabled": False,
    "app.update.disabledForTesting": True,
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.page": 0,
    "browser.safebrowsing.malware.enabled": False,
    "browser.safebrowsing.phishing.enabled": False,
    "browser.tabs.remote.separatePrivilegedMozillaWebContentProcess": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "dom.disable_open_during_load": False,
    "extensions.webextensions.uuids": json.dumps({ID: UUID}),
    "extensions.webextOptionalPermissionPrompts": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "services.settings.server": "data:,",
    "toolkit.telemetry.enabled": False,
}


class FirefoxPerson(Inside):
    """One profile."""

    name = "firefox"

    def __init__(self, marionette: Marionette, profile: Path) -> None:
        self._marionette = marionette
        self.profile = profile
        self.extension = f"moz-extension://{UUID}"
        self._inside = Page(marionette, str(marionette("WebDriver:GetWindowHandle")))
        self._inside.goto(f"{self.extension}/popup/popup.html")

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

    def inside(self, expression: str, argument: object = None) -> Any:
        """The value of an expression in one of the extension's own pages."""
        return self._inside.evaluate(expression, argument)

    def set_address(self, address: str) -> None:
        """Tell the extension where the agent is."""
        assert self.inside(
            "address => chrome.runtime.sendMessage({type: 'set-address', address}).then(({value}) => value)",
            address,
        )

    def pair(self, agent: RunningAgent) -> None:
        """Ask for a code in the options page and confirm it in the viewer."""
        self.set_address(agent.address)
        options = self.options()
        options.get_by_role("button", name="Pair this browser").click()
        eventually(options.locator(".code").is_visible, "a code")
        code = options.locator(".code").inner_text()
        viewer = self.open(agent.new_link())
        viewer.goto(f"{agent.address}/browsers")
        eventually(viewer.get_by_text(code).is_visible, "the same code in the viewer")
        viewer.get_by_role("button", name="The code matches: pair").click()
        eventually(options.get_by_text("Ready").is_visible, "the pairing to be known")
        viewer.close()
        options.close()

    def switch_on(self, origin: str) -> None:
        """Switch a site on by its address."""
        options = self.options()
        options.get_by_label("Switch on a site by its address").fill(origin)
        options.get_by_role("button", name="Switch on for this site").click()
        listed = options.get_by_role("listitem").filter(has_text=origin)
        eventually(listed.is_visible, f"{origin} to be listed")
        options.close()

    def stop_worker(self) -> None:
        """End the event page, as the browser does when it is idle."""
        self._marionette("Marionette:SetContext", value="chrome")
        try:
            self._marionette.script(
                f'await WebExtensionPolicy.getByID("{ID}").extension.terminateBackground();'
            )
        finally:
            self._marionette("Marionette:SetContext", value="content")


@contextmanager
def firefox_person(firefox: Path, profile: Path, extension: Path) -> Iterator[FirefoxPerson]:
    """Start Firefox on a profile folder with the extension in it."""
    profile.mkdir(parents=True, exist_ok=True)
    lines = [f'user_pref("{name}", {json.dumps(value)});' for name, value in PREFERENCES.items()]
    (profile / "user.js").write_text("\n".join(lines), encoding="utf-8")
    command = [firefox, "--headless", "--marionette", "-remote-allow-system-access", "-profile", profile]
    with (profile / "firefox.log").open("wb") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log)
    try:
        marionette = Marionette(port_of(profile))
        marionette("Addon:Install", path=str(extension), temporary=True)
        yield FirefoxPerson(marionette, profile)
        marionette.close()
    finally:
        process.terminate()
        process.wait(30)
