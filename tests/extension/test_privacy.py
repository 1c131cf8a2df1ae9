"""Off means off, drafts stay in memory, and a page can't tell that Pitch In is there."""

from pathlib import Path

import pytest
from playwright.sync_api import Playwright

from tests.agent_process import RunningAgent
from tests.extension.browser import persons_browser, ready_for
from tests.extension.either import Page, Person, only_in_chromium
from tests.extension.expecting import expect
from tests.extension.go_between import GoBetween
from tests.extension.make_index import EXTENSION
from tests.extension.reach import Chip, eventually
from tests.extension.social_site import SocialSite

UNPOSTED = "zebra-umbrella-quince that I shall never post"
POST = "0193c001-0000-4000-8000-000000000001"
HOSTS = "[...document.documentElement.children].map((child) => child.localName)"


def test_switching_on_and_off_from_the_popup_reaches_the_open_page(
    browser: Person, page: Page, site: SocialSite
) -> None:
    chip = Chip(page)
    page.locator("#reply").click()
    page.keyboard.type("Great post!")
    chip.turns_to("Nothing new yet")
    popup = browser.popup(page)
    expect(popup.get_by_text(f"On for {site.origin.removeprefix('http://')}")).to_be_visible()
    popup.get_by_role("button", name="Switch off").click()
    expect(popup.get_by_text("No script of Pitch In runs here.")).to_be_visible()
    eventually(lambda: page.evaluate(HOSTS) == ["head", "body"], "all traces to go")
    fresh = browser.open(site.url("page"))
    fresh.locator("#reply").click()
    fresh.keyboard.type("Great post!")
    scripts = browser.inside("chrome.scripting.getRegisteredContentScripts()")
    assert f"site {site.origin}" not in [script["id"] for script in scripts]
    fresh.close()
    popup.get_by_role("button", name="Switch on for this site").click()
    expect(popup.get_by_text("Pitch In looks at drafts")).to_be_visible()
    page.bring_to_front()
    page.locator("#reply").click()
    page.keyboard.type(" Really great.")
    chip.turns_to("Nothing new yet")
    popup.close()
    assert page.evaluate(HOSTS) == ["head", "body", "pitch-in-chip"]


def test_a_draft_that_is_not_posted_leaves_no_byte_in_the_profile(browser: Person, page: Page) -> None:
    page.locator("#reply").click()
    page.keyboard.type(UNPOSTED)
    eventually(lambda: Chip(page).text() not in ("", "Reading…"), "a review")
    assert "zebra" not in str(browser.stored())
    ours = [path for path in browser.profile.rglob("*") if path.is_file() and "xtension" in str(path)]
    assert ours, "The profile keeps no extension data where this test looks for it."
    assert [path for path in ours if b"zebra-umbrella" in path.read_bytes()] == []


def test_a_page_can_load_nothing_of_the_extension(browser: Person, page: Page) -> None:
    files = [path.relative_to(EXTENSION).as_posix() for path in EXTENSION.rglob("*.*") if path.is_file()]
    addresses = [f"{browser.extension}/{file}" for file in files]
    loaded = page.evaluate(
        """async (addresses) => {
             const tries = await Promise.all(addresses.map((one) => fetch(one).then(() => one, () => null)));
             return tries.filter(Boolean);
           }""",
        addresses,
    )
    assert loaded == []
    assert not [
        entry
        for entry in page.evaluate("performance.getEntries().map((one) => one.name)")
        if "extension" in entry
    ]


def test_a_page_can_not_look_into_the_chip_or_press_it(page: Page) -> None:
    page.locator("#reply").click()
    page.keyboard.type("Great post!")
    Chip(page).turns_to("Nothing new yet")
    assert page.evaluate("document.querySelector('pitch-in-chip').shadowRoot") is None
    page.evaluate("document.querySelector('pitch-in-chip').click()")
    assert page.evaluate("document.querySelector('pitch-in-panel')") is None


@only_in_chromium
def test_a_content_script_can_not_read_the_key(browser: Person, page: Page) -> None:
    devtools = browser.context.new_cdp_session(page)
    worlds: list[dict[str, object]] = []
    devtools.on("Runtime.executionContextCreated", lambda event: worlds.append(event["context"]))
    devtools.send("Runtime.enable")
    ours = next(world for world in worlds if str(world["origin"]).startswith("chrome-extension://"))
    tried = devtools.send(
        "Runtime.evaluate",
        {
            "expression": "chrome.storage.local.get().then(JSON.stringify, String)",
            "contextId": ours["id"],
            "awaitPromise": True,
            "returnByValue": True,
        },
    )
    assert "Access to storage is not allowed" in tried["result"]["value"]


@pytest.mark.parametrize("made_up", [f"../posts/{POST}", f"..%2Fposts%2F{POST}", "..", f"{POST}?", 7])
def test_a_page_can_send_no_call_elsewhere_by_what_it_says_is_an_id(
    browser: Person, page: Page, between: GoBetween, agent: RunningAgent, key: str, made_up: object
) -> None:
    post = {"text": "We only counted the letters.", "posted_at": "2026-11-20T10:00:00Z"}
    agent.call("PUT", f"/v1/posts/{POST}", post, key=key).raise_for_status()
    said = browser.ask_as_page(page, {"type": "take-back", "id": made_up})
    assert said["ok"] is False
    assert [path for method, path, _ in between.calls if method == "DELETE"] == []
    agent.call("GET", f"/v1/posts/{POST}", key=key).raise_for_status()


def test_the_worker_reaches_the_agent_where_the_page_may_not(
    playwright: Playwright,
    chromium_path: Path,
    extension_copy: Path,
    agent: RunningAgent,
    site: SocialSite,
    tmp_path: Path,
) -> None:
    # Local Network Access: without this the site's own loopback address would let its calls through.
    public = f"--ip-address-space-overrides=127.0.0.1:{site.server_port}=public"
    with persons_browser(playwright, chromium_path, tmp_path, extension_copy, switches=[public]) as browser:
        page = ready_for(browser, agent, site).open(site.url("page"))
        page.locator("#reply").click()
        page.keyboard.type("Great post!")
        Chip(page).turns_to("Nothing new yet")
        call = "address => fetch(address, {mode: 'no-cors'}).then(() => 'reached', () => 'denied')"
        assert page.evaluate(call, f"{agent.address}/v1/health") == "denied"


def test_the_browser_keeps_the_extension_itself_on_this_machine(browser: Person) -> None:
    blocked = """new Promise((resolve) => {
        addEventListener("securitypolicyviolation", (event) => resolve(event.effectiveDirective));
        fetch("http://192.0.2.1/").catch(() => setTimeout(() => resolve("not by its policy"), 1000));
    })"""
    assert browser.inside(blocked) == "connect-src"


def test_the_extension_stays_out_of_private_windows() -> None:
    manifest = (EXTENSION / "manifest.json").read_text(encoding="utf-8")
    assert '"incognito": "not_allowed"' in manifest
