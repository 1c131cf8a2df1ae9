"""A language model on this machine smooths the suggestions that stand in the panel already."""

from collections.abc import Iterator
from threading import Event

import pytest

from tests.agent.smoothing.models import running_model
from tests.agent_process import RunningAgent
from tests.extension.either import Page
from tests.extension.go_between import Call, GoBetween
from tests.extension.reach import Chip, eventually

DRAFT = "Great post!"


@pytest.fixture
def made_by_rule(page: Page, chip: Chip) -> list[str]:
    """The suggestions for the draft, which stands in the field now. No model is set yet."""
    panel = chip.open_panel()
    suggestions = panel.suggestions()
    page.keyboard.press("Escape")
    panel.closes()
    return suggestions


@pytest.fixture
def with_model(agent: RunningAgent) -> Iterator[RunningAgent]:
    """An agent whose language model is taken away again after the test."""
    yield agent
    agent.set("smoothing_address", "")


def opened_with_so(suggestion: str) -> str:
    """What the model makes of it."""
    return f"So {suggestion[0].lower()}{suggestion[1:]}"


def test_a_smoother_wording_takes_the_place_of_its_suggestion(
    page: Page, with_model: RunningAgent, made_by_rule: list[str]
) -> None:
    smoother = opened_with_so(made_by_rule[0])
    with running_model("opening", "So") as address:
        with_model.set("smoothing_address", address)
        panel = Chip(page).open_panel()
        eventually(lambda: panel.suggestions()[0] == smoother, f"the suggestion “{smoother}”")
        panel.press("Apply")
        panel.closes()
        Chip(page).press("Undo")
        eventually(lambda: page.locator("#reply").input_value() == DRAFT, "the draft as it was")


def test_a_suggestion_that_is_being_filled_in_stays_as_it_is(
    between: GoBetween, page: Page, with_model: RunningAgent, made_by_rule: list[str]
) -> None:
    begun = Event()

    def hold(call: Call) -> None:
        if call[1] == "/v1/smoothings":
            begun.wait(60)

    between.before_answer = hold
    with running_model("opening", "So") as address:
        with_model.set("smoothing_address", address)
        panel = Chip(page).open_panel()
        panel.tab_to("Blank to fill in")
        page.keyboard.type("a digest by mail")
        begun.set()
        eventually(lambda: panel.suggestions()[1] == opened_with_so(made_by_rule[1]), "the second, smoothed")
        assert "a digest by mail" in panel.suggestions()[0]
        assert not panel.suggestions()[0].startswith("So ")


def test_closing_the_panel_calls_the_model_off(
    between: GoBetween, page: Page, with_model: RunningAgent, made_by_rule: list[str]
) -> None:
    with running_model("silent") as address:
        with_model.set("smoothing_address", address)
        panel = Chip(page).open_panel()
        assert panel.suggestions() == made_by_rule
        eventually(lambda: ("POST", "/v1/smoothings") in methods_of(between), "a call for a wording")
        page.keyboard.press("Escape")
        panel.closes()
        eventually(lambda: ("DELETE", "/v1/smoothings") in methods_of(between), "it to be called off")


def methods_of(between: GoBetween) -> list[tuple[str, str]]:
    """Methods and paths of the calls so far."""
    return [(method, path) for method, path, _ in between.calls]
