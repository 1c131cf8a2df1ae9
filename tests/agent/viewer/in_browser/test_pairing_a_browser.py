"""The page shows what happens with the browsers, while it happens."""

from typing import Any

from playwright.sync_api import Page, expect

from tests.agent.viewer.in_browser.conftest import OpenViewer
from tests.agent_process import EXTENSION, RunningAgent


def ask(agent: RunningAgent) -> dict[str, Any]:
    asked = {"browser": "Chromium 156 on Linux", "extension_version": "0.1.0"}
    answer = agent.call("POST", "/v1/pairings", asked, origin=EXTENSION)
    answer.raise_for_status()
    pairing: dict[str, Any] = answer.json()
    return pairing


def claim(agent: RunningAgent, pairing: dict[str, Any]) -> str:
    sent = {"secret": pairing["secret"]}
    answer = agent.call("POST", f"/v1/pairings/{pairing['id']}/claim", sent, origin=EXTENSION)
    return str(answer.json()["status"])


def paired(page: Page) -> int:
    return page.locator("#paired li").count()


def test_a_browser_that_asks_appears_by_itself_and_is_paired_with_two_clicks(
    agent: RunningAgent, open_viewer: OpenViewer
) -> None:
    page = open_viewer()
    page.get_by_role("link", name="Browsers").click()
    before = paired(page)
    pairing = ask(agent)
    expect(page.get_by_text(pairing["code"])).to_be_visible()
    assert claim(agent, pairing) == "waiting"

    page.get_by_role("button", name="The code matches: pair").click()
    expect(page.get_by_role("status")).to_contain_text("Confirmed")
    assert claim(agent, pairing) == "paired"
    expect(page.locator("#paired li")).to_have_count(before + 1)

    page.get_by_role("button", name="Revoke").first.click()
    expect(page.locator("#paired li")).to_have_count(before)


def test_a_browser_that_is_not_mine_is_turned_away(agent: RunningAgent, open_viewer: OpenViewer) -> None:
    page = open_viewer()
    page.get_by_role("link", name="Browsers").click()
    pairing = ask(agent)
    waiting = page.locator(".pairing", has_text=pairing["code"])
    waiting.get_by_role("button", name="Not mine").click()
    expect(page.get_by_text(pairing["code"])).to_have_count(0)
    assert claim(agent, pairing) == "refused"


def test_what_the_keyboard_is_on_stays_while_the_page_looks_again(
    agent: RunningAgent, open_viewer: OpenViewer
) -> None:
    page = open_viewer()
    page.get_by_role("link", name="Browsers").click()
    revoke = page.get_by_role("button", name="Revoke").first
    revoke.focus()
    with page.expect_response("**/browsers/now"):
        pass
    pairing = ask(agent)
    expect(page.get_by_text(pairing["code"])).to_be_visible()
    expect(revoke).to_be_focused()


def test_without_scripts_a_link_looks_again(agent: RunningAgent, open_viewer: OpenViewer) -> None:
    page = open_viewer(java_script_enabled=False)
    page.get_by_role("link", name="Browsers", exact=True).click()
    pairing = ask(agent)
    page.get_by_role("link", name="Look again for a browser that waits").click()
    expect(page.get_by_text(pairing["code"])).to_be_visible()
    page.locator(".pairing", has_text=pairing["code"]).get_by_role("button", name="Not mine").click()
    assert claim(agent, pairing) == "refused"
