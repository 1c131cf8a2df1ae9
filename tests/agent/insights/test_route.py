import pytest

from agent.insights import insights
from agent.services import Services
from tests.agent.calls import Caller
from tests.agent.made.log import MadeLog


def test_the_insights_are_answered_with_their_figures(browser: Caller, services: Services) -> None:
    MadeLog(300).write(services.log)
    answer = browser("GET", "/v1/insights?period=all").json
    assert answer["posts"] == 300
    assert [item["name"] for item in answer["items"]] == sorted(insights())
    verdicts = next(item for item in answer["items"] if item["name"] == "verdict")
    assert {group["key"] for group in verdicts["groups"]} == {"contributes", "me_too", "promotion"}
    assert verdicts["measure"] == "standing"
    assert all(
        group["low"] <= group["value"] <= group["high"] for group in verdicts["groups"] if group["value"]
    )


def test_an_empty_log_has_insights_that_say_so(browser: Caller) -> None:
    answer = browser("GET", "/v1/insights").json
    assert answer["posts"] == 0
    assert answer["period"] == "year"
    assert not any(item["claims"] for item in answer["items"])


@pytest.mark.parametrize("query", ["period=century", "period=", "since=2020"])
def test_what_can_not_be_asked_is_refused_in_a_sentence(browser: Caller, query: str) -> None:
    answer = browser("GET", f"/v1/insights?{query}")
    assert answer.status_code == 422
    assert answer.json["detail"]


def test_without_a_key_nothing_is_told(browser: Caller) -> None:
    assert browser("GET", "/v1/insights", without=("Authorization",)).status_code == 401
