"""How a browser gets its key, and what it says when it has none."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Playwright

from tests.agent_process import RunningAgent, start_agent
from tests.extension.browser import PersonsBrowser, persons_browser
from tests.extension.either import Person
from tests.extension.expecting import expect
from tests.extension.reach import Chip, eventually
from tests.extension.social_site import SocialSite


@pytest.fixture
def own_agent(tmp_path: Path) -> Iterator[RunningAgent]:
    """An agent that no other test's browser is paired with: its keys are taken back here."""
    running = start_agent(tmp_path)
    yield running
    running.stop()


@pytest.fixture
def new_browser(
    playwright: Playwright, chromium_path: Path, extension_copy: Path, tmp_path: Path
) -> Iterator[PersonsBrowser]:
    """A browser that knows no agent yet."""
    with persons_browser(playwright, chromium_path, tmp_path / "profile", extension_copy) as running:
        yield running


def viewer(browser: PersonsBrowser, agent: RunningAgent) -> Page:
    opened = browser.open(agent.new_link())
    opened.goto(f"{agent.address}/browsers")
    return opened


def test_away_unpaired_refused_paired_and_revoked_are_told_in_plain_words(
    new_browser: PersonsBrowser, own_agent: RunningAgent, site: SocialSite
) -> None:
    browser, agent = new_browser, own_agent
    options = browser.options()
    browser.set_address("http://127.0.0.1:9")
    expect(options.get_by_text("The agent isn't running. Start it with “make run”")).to_be_visible()
    browser.set_address(agent.address)
    expect(options.get_by_text("Not paired yet")).to_be_visible()

    options.get_by_role("button", name="Pair this browser").click()
    code = options.locator(".code").inner_text()
    page = viewer(browser, agent)
    expect(page.get_by_text(code)).to_be_visible()
    page.get_by_role("button", name="Not mine").click()
    expect(options.get_by_text("The pairing was refused in the viewer.")).to_be_visible()
    assert not browser.stored()["agent"]["key"]

    options.get_by_role("button", name="Pair again").click()
    expect(options.locator(".code")).to_be_visible()
    page.goto(f"{agent.address}/browsers")
    page.get_by_role("button", name="The code matches: pair").click()
    expect(options.get_by_text("Ready")).to_be_visible()
    assert browser.stored()["agent"]["key"]

    name = browser.worker.evaluate(
        "navigator.userAgentData.brands.find(({brand}) => brand === 'Chromium').version"
    )
    paired = (
        page.get_by_role("listitem")
        .filter(has_text=browser.extension)
        .filter(has_text=f"Chromium {name} on Linux")
    )
    paired.get_by_role("button", name="Revoke").click()
    expect(paired).to_have_count(0)
    expect(options.get_by_text("The agent doesn't know this browser any more.")).to_be_visible()

    browser.switch_on(site.origin)
    post = browser.open(site.url("page"))
    post.locator("#reply").click()
    post.keyboard.type("Great post!")
    Chip(post).turns_to("Not paired")
    assert "pair it again" in Chip(post).open_panel().text()


def test_a_code_that_the_person_confirms_in_the_viewer_pairs_it(browser: Person, agent: RunningAgent) -> None:
    options = browser.options()
    expect(options.get_by_text("Ready")).to_be_visible()
    options.get_by_role("button", name="Forget the pairing").click()
    eventually(lambda: not browser.stored()["agent"]["key"], "the key to be forgotten")
    options.close()
    browser.pair(agent)
    assert browser.stored()["agent"]["key"]


@pytest.mark.parametrize(
    "address", ["https://127.0.0.1:8642", "http://192.168.1.5:8642", "http://example.org"]
)
def test_an_agent_can_only_be_on_this_machine(browser: Person, address: str) -> None:
    options, before = browser.options(), browser.stored()["agent"]
    expect(options.get_by_label("Address of the agent")).not_to_have_value("")
    options.get_by_label("Address of the agent").fill(address)
    options.get_by_role("button", name="Save").first.click()
    expect(options.get_by_text("That isn't an address on this machine.")).to_be_visible()
    assert browser.stored()["agent"] == before


def test_another_program_at_the_agents_address_is_told(browser: Person, site: SocialSite) -> None:
    browser.set_address(f"http://127.0.0.1:{site.server_port}")
    options = browser.options()
    expect(options.get_by_text("Another program answers at the agent's address.")).to_be_visible()
