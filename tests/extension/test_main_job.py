"""The main job on real community software: a draft, its review, a suggestion, the post, the log."""

from collections.abc import Callable
from itertools import cycle
from typing import Any

import pytest

from tests.agent_process import RunningAgent
from tests.extension.either import Page, Person, only_in_chromium
from tests.extension.expecting import expect
from tests.extension.reach import Chip, Panel, eventually
from tests.servers.site import Site
from tests.servers.spirit import MEMBER, PASSWORD

# A person says something else each time: the same text twice would be flagged, and rightly.
UNREAD = "unjudged"
"""The verdict of a post that still waits for its review."""
FACTS = cycle(
    [
        "we kept both open for a year, and 14 of our 60 members never left the list",
        "our choir prints a digest on paper, which nine singers over seventy asked for",
        "two evenings at a table with laptops got more gardeners in than any letter",
        "the chess club let parents post by phone first, and the children followed",
        "our archive moved in one night in May and lost the 40 people who were away",
        "a blood donor group of ours chose one host for each street and met in kitchens",
    ]
)


def test_from_draft_to_history_on_isso(browser: Person, agent: RunningAgent, isso_site: Site) -> None:
    def submit(page: Page) -> None:
        page.locator(".isso-postbox .isso-post-action input[type=submit]").click()

    post = do_the_main_job(browser, agent, isso_site, ".isso-postbox textarea.isso-textarea", submit)
    assert post["permalink"] == f"{isso_site.url}#isso-1"
    assert post["context"]["site"] == "isso"
    assert post["context"]["kind"] == "comment"


def test_from_draft_to_history_on_spirit(browser: Person, agent: RunningAgent, spirit_site: Site) -> None:
    def submit(page: Page) -> None:
        page.locator(".comment__reply__actions__publish").click()

    sign_in_to_spirit(browser, spirit_site)
    post = do_the_main_job(browser, agent, spirit_site, "form.js-reply textarea#id_comment", submit)
    assert post["permalink"] == f"{spirit_site.url}#c2"
    assert post["context"]["site"] == "spirit"
    assert post["context"]["kind"] == "reply"


def sign_in_to_spirit(browser: Person, site: Site) -> None:
    page = browser.open(site.url.partition("/topic/")[0] + "/user/login/")
    page.locator("#id_username").fill(MEMBER)
    page.locator("#id_password").fill(PASSWORD)
    page.locator("#id_password").press("Enter")
    expect(page.get_by_text(MEMBER).first).to_be_visible()
    page.close()


@pytest.mark.servers
def test_from_draft_to_history_on_wordpress(
    browser: Person, agent: RunningAgent, wordpress_site: Site
) -> None:
    def submit(page: Page) -> None:
        page.locator("#commentform #author").fill("Jonas")
        page.locator("#commentform #email").fill("jonas@example.org")
        page.locator("#commentform #submit").click()

    post = do_the_main_job(browser, agent, wordpress_site, "#commentform textarea#comment", submit)
    assert post["permalink"].startswith(f"{wordpress_site.url}#comment-")
    assert post["context"]["site"] == "wordpress"
    assert post["context"]["kind"] == "comment"


@only_in_chromium
@pytest.mark.servers
def test_from_draft_to_history_on_mediawiki(
    browser: Person, agent: RunningAgent, mediawiki_site: Site
) -> None:
    browser.switch_on(origin_of(mediawiki_site))
    page = browser.open(mediawiki_site.url)
    field = ".ve-ce-documentNode[contenteditable=true]"
    expect(page.locator(field)).to_be_visible(timeout=60_000)  # it loads an editor of two megabytes
    text = write_and_take_a_suggestion(page, field)
    page.locator("a.ve-ui-toolbar-saveButton").click()
    page.locator(".ve-ui-mwSaveDialog .oo-ui-processDialog-actions-primary a").click()
    page.wait_for_url("**/Talk:*")
    post = logged_at(agent, origin_of(mediawiki_site), text)
    assert "/Talk:" in post["permalink"]
    assert post["context"]["site"] == "mediawiki"
    assert post["context"]["kind"] == "comment"
    assert post["context"]["thread_title"] == mediawiki_site.parent_title
    page.close()


def do_the_main_job(
    browser: Person, agent: RunningAgent, site: Site, field: str, submit: Callable[[Page], None]
) -> dict[str, Any]:
    """Do what a person does, look at the log and the viewer, and return the logged post."""
    browser.switch_on(origin_of(site))
    page = browser.open(site.url)
    expect(page.get_by_text(site.parent_text)).to_be_visible()
    text = write_and_take_a_suggestion(page, field)
    submit(page)
    post = logged_at(agent, site.url, text)
    assert site.parent_text in post["context"]["parent_text"]
    assert post["context"]["parent_author"] == site.author
    assert post["context"]["thread_title"] == site.parent_title
    see_it_in_the_viewer(browser, agent, post, site)
    page.close()
    return post


def origin_of(site: Site) -> str:
    return "/".join(site.url.split("/")[:3])


def write_and_take_a_suggestion(page: Page, field: str) -> str:
    """Write a short draft, take what the panel suggests, and return the text that stands in the field."""
    eventually(lambda: click_into(page, field), "the caret in the field")
    page.keyboard.type("Great post!")
    chip = Chip(page)
    chip.turns_to("Nothing new yet")
    text = apply_first_suggestion(page, chip.open_panel())
    shown = "field => (field.value ?? field.innerText).trim()"
    eventually(lambda: page.locator(field).evaluate(shown) == text, "the suggestion in the draft")
    chip.turns_to("Adds something")
    return text


def click_into(page: Page, field: str) -> bool:
    """Click on the field; says whether it was hit: a page whose styles come late moves under the mouse."""
    page.locator(field).click()
    return bool(page.evaluate("field => document.activeElement.matches(field)", field))


def logged_at(agent: RunningAgent, address: str, text: str) -> dict[str, Any]:
    """The one post in the log whose permalink begins so, read and found to be good."""
    key = agent.pair()

    def logged() -> list[dict[str, Any]]:
        # The agent puts a post on disk first and reads it then.
        items = agent.call("GET", "/v1/posts?limit=100", key=key).json()["items"]
        return [
            post for post in items if str(post["permalink"]).startswith(address) and post["verdict"] != UNREAD
        ]

    [post] = eventually(logged, "the post in the log")
    assert post["text"] == text
    assert post["verdict"] == "contributes"
    assert post["suggestion_taken"]
    return post


def apply_first_suggestion(page: Page, panel: Panel) -> str:
    """Fill its blanks, press Apply, and return the text that it makes."""
    text, fact = panel.suggestions()[0], next(FACTS)
    panel.tab_to("Blank to fill in")
    while panel.focused().startswith("Blank to fill in"):
        hint = panel.focused().removeprefix("Blank to fill in: ")
        text = text.replace(f"[{hint}]", fact, 1)
        page.keyboard.type(fact)
        page.keyboard.press("Tab")
    panel.press("Apply")
    panel.closes()
    return text


def see_it_in_the_viewer(browser: Person, agent: RunningAgent, post: dict[str, Any], site: Site) -> None:
    """The history shows the post with its verdict, its parent and its permalink."""
    viewer = browser.open(agent.new_link())
    viewer.goto(f"{agent.address}/history/{post['id']}")
    assert post["text"] in words_without_marks(viewer)
    expect(viewer.get_by_text(post["headline"]).first).to_be_visible()
    expect(viewer.get_by_text(site.author).first).to_be_visible()
    expect(viewer.locator(f'a[href="{post["permalink"]}"]').first).to_be_visible()
    viewer.goto(f"{agent.address}/history")
    expect(viewer.get_by_text(post["text"][:40]).first).to_be_visible()
    viewer.close()


def words_without_marks(viewer: Page) -> list[str]:
    """The passages that the page shows, without the numbers of the reasons that stand between the words."""
    return list(
        viewer.locator(".words").evaluate_all(
            """passages => passages.map((passage) => {
                 const copy = passage.cloneNode(true);
                 for (const number of copy.querySelectorAll(".mark-number")) number.remove();
                 return copy.textContent;
               })"""
        )
    )
