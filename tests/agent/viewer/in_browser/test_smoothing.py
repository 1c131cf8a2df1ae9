"""A language model on this machine smooths the suggestions that stand on the page already."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.agent.smoothing.models import running_model
from tests.agent.viewer.in_browser.conftest import OpenViewer
from tests.agent_process import RunningAgent

DRAFT = "Great post!"
PARENT = "We moved our builds to two small machines under the desk. The queue went from 40 minutes to 6."

Reviewed = Callable[[str], Page]


@pytest.fixture(scope="module")
def made_by_rule(agent: RunningAgent) -> str:
    """The first suggestion for the draft."""
    asked = {"draft": DRAFT, "context": {"parent_text": PARENT}}
    review = agent.call("POST", "/v1/reviews", asked, key=next(iter(agent.origins))).json()
    return str(review["suggestions"][0]["text"])


@pytest.fixture
def reviewed(open_viewer: OpenViewer) -> Reviewed:
    """`reviewed(address)`: a page with suggestions for the draft, where a model listens at the address."""

    def review(address: str) -> Page:
        page = open_viewer("/settings")
        page.get_by_label("Language model on this machine").fill(address)
        page.get_by_role("button", name="Save").click()
        page.wait_for_url("**/settings?done=saved")
        page.goto(page.url.replace("/settings?done=saved", "/draft"))
        page.get_by_label("Your draft").fill(DRAFT)
        page.get_by_label("Their words").fill(PARENT)
        page.get_by_role("button", name="Review this draft").click()
        expect(page.locator(".suggestion").first).to_be_visible()
        return page

    return review


def test_a_smoother_wording_takes_the_place_of_its_suggestion(reviewed: Reviewed, made_by_rule: str) -> None:
    smoother = f"So {made_by_rule[0].lower()}{made_by_rule[1:]}"
    with running_model("well", smoother) as address:
        page = reviewed(address)
        first, second = (page.locator(".suggestion").nth(place) for place in (0, 1))
        expect(first.locator(".words")).to_have_text(smoother)
        answers(page, page.locator(".suggestion").count())
        expect(second.locator(".words")).not_to_have_text(smoother)
        first.get_by_role("button", name="Use this").click()
        expect(page.get_by_label("Your draft")).to_have_value(smoother)


def test_a_wording_with_an_invention_is_never_shown(reviewed: Reviewed, made_by_rule: str) -> None:
    with running_model("well", f"{made_by_rule} Kafka did it in 2021.") as address:
        page = reviewed(address)
        answers(page, page.locator(".suggestion").count())
        expect(page.locator(".suggestion .words").first).to_have_text(made_by_rule)
        expect(page.get_by_text("Kafka")).to_have_count(0)


def answers(page: Page, count: int) -> None:
    """Wait until the page had so many answers to its questions for a smoother wording."""
    page.wait_for_function(
        "count => performance.getEntriesByType('resource')"
        ".filter(({name}) => name.endsWith('/v1/smoothings')).length >= count",
        arg=count,
    )


def test_nobody_waits_for_a_model_that_does_not_answer(reviewed: Reviewed, made_by_rule: str) -> None:
    with running_model("silent") as address:
        page = reviewed(address)
        expect(page.locator(".suggestion .words").first).to_have_text(made_by_rule)
        page.get_by_role("button", name="Use this").first.click()
        expect(page.get_by_label("Your draft")).to_have_value(made_by_rule)
