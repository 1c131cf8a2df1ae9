"""The options page and the popup do what they say, in both browsers."""

import json
from collections.abc import Iterator
from contextlib import contextmanager

from tests.agent_process import RunningAgent
from tests.extension.browser import PersonsBrowser
from tests.extension.either import Page, Person, only_in_chromium
from tests.extension.expecting import expect
from tests.extension.go_between import go_between
from tests.extension.reach import Chip, eventually
from tests.extension.social_site import SocialSite


@contextmanager
def shown(page: Page) -> Iterator[Page]:
    """One of the extension's own pages, closed afterwards."""
    yield page
    page.close()


def choose_strictness(options: Page, host: str, value: str) -> None:
    """Choose in the list of sites, as the person does."""
    select = f"select[aria-label='Strictness for {host}']"
    eventually(options.locator(select).is_visible, f"the strictness of {host}")
    options.evaluate(
        """([css, value]) => {
             const select = document.querySelector(css);
             select.value = value;
             select.dispatchEvent(new Event("change"));
           }""",
        [select, value],
    )


def test_a_sites_strictness_goes_with_its_reviews_and_no_other(
    browser: Person, agent: RunningAgent, site: SocialSite
) -> None:
    host = site.origin.removeprefix("http://")
    with go_between(agent.address) as between:
        browser.move_agent(between.address)
        with shown(browser.options()) as options:
            choose_strictness(options, host, "strict")
            eventually(
                lambda: browser.stored().get("settings", {}).get("strictness") == {site.origin: "strict"},
                "the strictness to be kept",
            )
            review_something(browser, site)
            assert json.loads(between.drafts()[-1])["strictness"] == "strict"
            choose_strictness(options, host, "")
            eventually(lambda: browser.stored()["settings"]["strictness"] == {}, "the agent's own setting")
            review_something(browser, site)
            assert "strictness" not in json.loads(between.drafts()[-1])
        browser.move_agent(agent.address)


def review_something(browser: Person, site: SocialSite) -> None:
    with shown(browser.open(site.url("page"))) as page:
        page.locator("#reply").click()
        page.keyboard.type("Great post!")
        Chip(page).turns_to("Nothing new yet")


def test_holding_is_off_until_it_is_chosen(browser: Person) -> None:
    with shown(browser.options()) as options:
        eventually(
            lambda: not options.evaluate("document.querySelector('#hold-flagged').disabled"),
            "the choice to be known",
        )
        assert options.evaluate("document.querySelector('#hold-flagged').checked") is False
        options.locator("#hold-flagged").press(" ")
        eventually(lambda: browser.stored().get("settings", {}).get("holdFlagged"), "holding to be kept")
        options.locator("#hold-flagged").press(" ")
        eventually(lambda: not browser.stored()["settings"]["holdFlagged"], "holding to be off again")


def test_a_muted_flag_is_listed_and_heard_again(browser: Person, agent: RunningAgent, key: str) -> None:
    agent.call("PUT", "/v1/mutes", {"signal": "praise", "site": "forum.example"}, key=key).raise_for_status()
    with shown(browser.options()) as options:
        expect(options.locator("#mutes")).to_contain_text("“praise” on forum.example")
        options.get_by_role("button", name="Hear about “praise” again").click()
        expect(options.locator("#mutes-told")).to_contain_text("No flag is muted.")
    assert agent.call("GET", "/v1/mutes", key=key).json() == {"mutes": []}


@only_in_chromium
def test_the_settings_can_be_exported_without_the_key(browser: PersonsBrowser, site: SocialSite) -> None:
    with shown(browser.options()) as options, options.expect_download() as download:
        options.get_by_role("button", name="Export settings").click()
    text = download.value.path().read_text(encoding="utf-8")
    settings = json.loads(text)
    assert {"address": site.origin, "strictness": None} in settings["sites"]
    assert settings["hold_flagged_posts"] is False
    assert settings["shortcut"] in ("Alt+Shift+Y", "")
    assert browser.stored()["agent"]["key"] not in text


def test_the_popup_tells_of_the_newest_review_but_not_its_draft(browser: Person, site: SocialSite) -> None:
    page = browser.open(site.url("page"))
    page.locator("#reply").click()
    page.keyboard.type("Great post!")
    Chip(page).turns_to("Nothing new yet")
    with shown(browser.popup(page)) as popup:
        expect(popup.locator("#last-review")).to_contain_text(site.origin.removeprefix("http://"))
        assert "Great post" not in popup.locator("#last-review").inner_text()
    page.close()


def test_the_popup_offers_the_frame_that_comments_stand_in(browser: Person, site: SocialSite) -> None:
    page = browser.open(site.url("page"))
    page.evaluate(
        """() => {
             const frame = document.createElement("iframe");
             frame.loading = "lazy"; // Far below: its address is there, and nothing is fetched.
             frame.style.marginTop = "30000px";
             frame.src = "https://disqus.com/embed/comments/?f=fixit";
             document.body.append(frame);
           }"""
    )
    with shown(browser.popup(page)) as popup:
        expect(popup.locator("#frames")).to_contain_text("Comments on this page come from disqus.com")
        assert popup.get_by_role("button", name="Switch on for disqus.com too").is_visible()
    page.close()
