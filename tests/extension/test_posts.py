"""What really went out is logged, once, with its permalink; what did not go out is not."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.agent_process import RunningAgent
from tests.extension.either import Page, Person
from tests.extension.expecting import expect
from tests.extension.reach import AT_WORK, Chip, eventually
from tests.extension.social_site import SocialSite


def logged(agent: RunningAgent, key: str, text: str) -> list[dict[str, Any]]:
    """The posts in the log with this text."""
    items = agent.call("GET", "/v1/posts?limit=100", key=key).json()["items"]
    return [post for post in items if post["text"] == text]


def becomes_logged(agent: RunningAgent, key: str, text: str) -> dict[str, Any]:
    """Wait until it is in the log, and make sure that it is there once."""
    eventually(lambda: logged(agent, key, text), f"“{text}” to be logged")
    [post] = logged(agent, key, text)
    return post


def waiting(browser: Person, text: str) -> list[dict[str, Any]]:
    """What was sent off with this text and not yet seen on a page."""
    return [post for post in browser.submitted() if post["text"] == text]


def write(page: Page, field: str, text: str) -> None:
    """Type a draft and wait until it was read."""
    page.locator(field).click()
    page.keyboard.type(text)
    eventually(lambda: Chip(page).text() not in ("", "Reading…"), "a review")


@pytest.fixture
def wordpress(browser: Person, site: SocialSite) -> Iterator[Page]:
    """A WordPress-like page that loads anew after each comment."""
    opened = browser.open(site.url("wordpress"))
    opened.wait_for_function(AT_WORK)
    yield opened
    opened.close()


@pytest.mark.parametrize(("field", "button"), [("#reply", "Post reply"), ("#editor", "Post comment")])
def test_a_post_is_logged_once_with_its_permalink(
    browser: Person, page: Page, agent: RunningAgent, key: str, field: str, button: str
) -> None:
    text = f"We print the {browser.name} digest and pin it up, {field} asked for it."
    write(page, field, text)
    page.get_by_role("button", name=button).click()
    post = becomes_logged(agent, key, text)
    assert post["permalink"].startswith(page.url + "#post-")
    assert post["context"]["site"] == "page"
    assert post["context"]["parent_author"] == "Maria Lindqvist"
    assert "forty volunteers" in post["context"]["parent_text"]
    assert post["suggestion_taken"] is None
    Chip(page).goes()


def test_a_click_a_key_and_a_form_submit_make_one_post(page: Page, agent: RunningAgent, key: str) -> None:
    text = "One post, whatever the browser calls it."
    write(page, "#reply", text)
    page.locator("#plain").evaluate(
        """form => form.addEventListener("keydown", (event) => {
             if (event.ctrlKey && event.key === "Enter") form.requestSubmit();
           })"""
    )
    page.keyboard.press("Control+Enter")
    becomes_logged(agent, key, text)
    page.get_by_role("button", name="Cancel").click()
    assert len(logged(agent, key, text)) == 1


def test_a_refused_post_is_not_logged_and_its_second_try_is(
    page: Page, agent: RunningAgent, key: str, site: SocialSite, browser: Person
) -> None:
    text = f"Ours is open on the first Saturday, in the old {browser.name} station."
    site.mood = "refuses posts"
    write(page, "#reply", text)
    page.get_by_role("button", name="Post reply").click()
    expect(page.get_by_role("alert")).to_contain_text("Something went wrong")
    eventually(lambda: waiting(browser, text) == [], "the submit to be given up")
    assert logged(agent, key, text) == []
    site.mood = "takes posts"
    page.get_by_role("button", name="Post reply").click()
    becomes_logged(agent, key, text)


def test_a_suggestion_that_was_taken_is_named(page: Page, agent: RunningAgent, key: str) -> None:
    write(page, "#reply", "Great post!")
    panel = Chip(page).open_panel()
    panel.press("Apply")
    panel.closes()
    text = page.locator("#reply").input_value()
    page.get_by_role("button", name="Post reply").click()
    assert becomes_logged(agent, key, text)["suggestion_taken"]


def test_a_wordpress_comment_is_logged_after_the_page_came_back(
    wordpress: Page, agent: RunningAgent, key: str, site: SocialSite
) -> None:
    text = 'A digest "by mail" -- on paper, that is.'
    write(wordpress, "#comment", text)
    wordpress.get_by_role("button", name="Post Comment").click()
    post = becomes_logged(agent, key, text)
    assert post["permalink"] == site.url("wordpress") + "#comment-101"
    assert post["context"] == {
        "site": "wordpress",
        "kind": "comment",
        "page_url": site.url("wordpress"),
        "parent_text": "In the first month only nine of our forty volunteers posted. "
        "What would you have done differently?",
        "parent_author": "Maria Lindqvist",
        "thread_title": "Our repair café moved to a forum",
    }


def test_a_wordpress_reply_knows_whom_it_answers(wordpress: Page, agent: RunningAgent, key: str) -> None:
    text = "It paid for the tea, that is how it worked out."
    wordpress.locator("#comment_parent").evaluate("field => field.value = '1'")
    write(wordpress, "#comment", text)
    wordpress.get_by_role("button", name="Post Comment").click()
    context = becomes_logged(agent, key, text)["context"]
    assert context["kind"] == "reply"
    assert context["parent_author"] == "Ines"
    assert context["parent_text"] == "How did the weekly digest by mail work out?"


def test_a_held_comment_is_logged_without_its_moderation_hash(
    wordpress: Page, agent: RunningAgent, key: str, site: SocialSite
) -> None:
    text = "A moderator will see this one first."
    site.mood = "holds posts"
    write(wordpress, "#comment", text)
    wordpress.get_by_role("button", name="Post Comment").click()
    post = becomes_logged(agent, key, text)
    assert post["permalink"] == site.url("wordpress") + "#comment-101"
    assert "secret" not in str(post)


def test_wordpress_saying_no_logs_nothing(
    wordpress: Page, agent: RunningAgent, key: str, site: SocialSite, browser: Person
) -> None:
    text = "This one is a duplicate, says the site."
    site.mood = "refuses posts"
    write(wordpress, "#comment", text)
    wordpress.get_by_role("button", name="Post Comment").click()
    expect(wordpress.get_by_text("Duplicate comment detected")).to_be_visible()
    eventually(lambda: waiting(browser, text) == [], "the submit to be given up")
    assert logged(agent, key, text) == []
    assert text not in [waits["post"]["text"] for waits in browser.outbox()]


def test_a_post_that_no_page_shows_is_unknown_and_logged_once_a_page_shows_it(
    wordpress: Page, agent: RunningAgent, key: str, site: SocialSite, browser: Person
) -> None:
    text = f"The {browser.name} library lends us its back room on Tuesdays, so we never paid for a hall."
    site.mood = "shows nothing"
    browser.shorten_patience(site.origin)
    write(wordpress, "#comment", text)
    wordpress.get_by_role("button", name="Post Comment").click()
    eventually(lambda: site.unshown == [text], "the site to have it")
    eventually(
        lambda: [post.get("unknown") for post in waiting(browser, text)] == [True], "the time to run out"
    )
    assert logged(agent, key, text) == []

    site.show_all()
    other_tab = browser.open(site.url("wordpress"))
    assert becomes_logged(agent, key, text)["permalink"] == site.url("wordpress") + "#comment-101"
    wordpress.goto(site.url("wordpress"))
    eventually(lambda: waiting(browser, text) == [], "nothing to be waited for")
    becomes_logged(agent, key, text)
    other_tab.close()
