"""A real Chromium with the real extension, as a person has it."""

import json
import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from playwright.sync_api import BrowserContext, Error, Page, Playwright, Worker

from tests.agent_process import RunningAgent
from tests.extension.make_index import EXTENSION
from tests.extension.own_pages import OwnPages
from tests.extension.reach import eventually
from tests.extension.social_site import SocialSite
from tests.setup.browser import QUIET

if TYPE_CHECKING:
    from tests.extension.firefox import FirefoxPerson

ADDED = Path(__file__).with_name("added")
P = TypeVar("P", bound="PersonsBrowser | FirefoxPerson")
FILL_UP = """(async () => {
  const {local} = chrome.storage;
  await local.set({filler: ""});
  await local.set({filler: "x".repeat(local.QUOTA_BYTES - (await local.getBytesInUse()))});
})()"""
FILL_MEMORY = """(async () => {
  const {session} = chrome.storage;
  let size = 0;
  for (let step = 2 ** 23; step >= 64; step /= 2)
    await session.set({filler: "x".repeat(size + step)}).then(() => (size += step), () => null);
})()"""
PATIENCE_MS = 120_000
"""Only a defect needs them all, also on a busy machine."""


def copy_of_extension(folder: Path, *origins: str) -> Path:
    """The extension with permission for these origins, which no one can grant in a headless browser.

    And with what stands in `added`: an empty page from which a test looks inside, and a faster clock.
    """
    copied = Path(shutil.copytree(EXTENSION, folder / "extension"))
    manifest = json.loads((copied / "manifest.json").read_text(encoding="utf-8"))
    manifest["host_permissions"] += [f"{origin}/*" for origin in origins]
    (copied / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    return Path(shutil.copytree(ADDED, copied, dirs_exist_ok=True))


class PersonsBrowser(OwnPages):
    """One profile."""

    name = "chromium"

    def __init__(self, context: BrowserContext, profile: Path) -> None:
        self.context = context
        self.profile = profile

    @property
    def worker(self) -> Worker:
        """The extension's background worker."""
        return (
            self.context.service_workers[-1]
            if self.context.service_workers
            else self.context.wait_for_event("serviceworker")
        )

    @property
    def extension(self) -> str:
        """Where the extension's own pages are."""
        return "chrome-extension://" + self.worker.url.split("/")[2]

    def open(self, address: str) -> Page:
        """A new tab."""
        page = self.context.new_page()
        page.goto(address)
        return page

    def options(self) -> Page:
        """The options page."""
        return self.open(f"{self.extension}/options/options.html")

    def popup(self, page: Page) -> Page:
        """The popup as the toolbar button would show it over `page`."""
        tab = self.worker.evaluate(
            "url => chrome.tabs.query({url}).then((tabs) => tabs[0].id)", page.url.split("#")[0] + "*"
        )
        return self.open(f"{self.extension}/popup/popup.html?tab={tab}")

    def close_tabs(self) -> None:
        """All but the first, which keeps the browser open."""
        for page in self.context.pages[1:]:
            page.close()

    def inside(self, expression: str, argument: object = None) -> Any:
        """The value of an expression in the extension's own world."""
        return self.worker.evaluate(expression, argument)

    @contextmanager
    def without_room(self) -> Iterator[None]:
        """Let the extension keep nothing more on disk: Chromium grants it 10 MB, Firefox sets no limit."""
        self.inside(FILL_UP)
        try:
            yield
        finally:
            self.inside("chrome.storage.local.remove('filler')")

    def fill_memory(self) -> None:
        """Let the extension keep nothing more in memory, until it is told to forget the filler."""
        self.inside(FILL_MEMORY)

    def stop_worker(self) -> None:
        """Kill the worker, as the browser does when it wants the memory."""
        devtools = self.context.new_cdp_session(self.context.pages[0])

        def running() -> list[str]:
            targets = devtools.send("Target.getTargets")["targetInfos"]
            return [target["targetId"] for target in targets if target["type"] == "service_worker"]

        def has_ended() -> bool:
            # A message may have woken the next worker already: it has the same target, and no mark.
            try:
                return worker not in running() or not self.inside("self.marked")
            except Error:  # It ended while it was asked.
                return True

        [worker] = running()
        self.inside("self.marked = true")
        devtools.send("Target.closeTarget", {"targetId": worker})
        eventually(has_ended, "the worker to end")


@contextmanager
def persons_browser(
    playwright: Playwright,
    chromium: Path,
    profile: Path,
    extension: Path,
    *,
    screen: str | None = None,
    switches: Sequence[str] = (),
) -> Iterator[PersonsBrowser]:
    """Start Chromium on a profile folder; the same folder again is the same person's next day.

    `screen` is an X display to show its windows on; without one it has none.
    """
    context = playwright.chromium.launch_persistent_context(
        profile,
        executable_path=chromium,
        headless=screen is None,
        env={**os.environ, "DISPLAY": screen or ""},
        args=[*QUIET, *switches, f"--disable-extensions-except={extension}", f"--load-extension={extension}"],
    )
    context.set_default_timeout(PATIENCE_MS)
    try:
        yield PersonsBrowser(context, profile)
    finally:
        context.close()


def ready_for(browser: P, agent: RunningAgent, site: SocialSite) -> P:
    """A browser that is paired and switched on for the site: it has its key without a person's clicks."""
    browser.use_agent(agent.address, agent.pair(browser.extension))
    browser.switch_on(site.origin)
    return browser
