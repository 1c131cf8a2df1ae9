"""A model's wording takes the place of a suggestion only where it passes the same gate."""

import pytest
from flask.testing import FlaskClient

from agent.services import Services
from tests.agent.calls import Caller
from tests.agent.smoothing.conftest import Start

DRAFT = "Great post!"
PARENT = "We moved our queue from Redis to Postgres last spring. p95 went from 120 ms to 40 ms."
SUGGESTION = "What worked for me when moving the queue to Postgres was [… what you see]."
GIVEN = {"draft": DRAFT, "context": {"parent_text": PARENT}, "suggestion": SUGGESTION}
SMOOTH = "When moving the queue to Postgres, what worked for me was [… what you see]."


def smoothed(browser: Caller, services: Services, address: str, seconds: int = 60) -> dict[str, object]:
    services.settings.set("smoothing_address", address)
    services.settings.set("smoothing_seconds", seconds)
    answer = browser("POST", "/v1/smoothings", GIVEN)
    assert answer.status_code == 200, answer.json
    return answer.json


def test_it_is_off_unless_an_address_is_set(browser: Caller) -> None:
    answer = browser("POST", "/v1/smoothings", GIVEN)
    assert (answer.json["text"], answer.json["smoothed"]) == (SUGGESTION, False)


@pytest.mark.parametrize("path", ["", "/v1"])
def test_good_words_take_its_place(browser: Caller, services: Services, model: Start, path: str) -> None:
    answer = smoothed(browser, services, model("well", SMOOTH) + path)
    assert (answer["text"], answer["smoothed"]) == (SMOOTH, True)
    (blank,) = answer["blanks"]
    assert SMOOTH[blank["start"] : blank["end"]] == "[… what you see]"


@pytest.mark.parametrize(
    "words",
    [
        "When moving the queue to Kafka and Postgres, what worked for me was [… what you see].",
        "When moving the queue to Postgres in 2024, what worked for me was [… what you see].",
        "Moving the queue to Postgres saved me, and [… what you see].",
        "Great post! When moving the queue to Postgres, what worked for me was [… what you see].",
        "When moving the queue to Postgres, what worked for me was that it never broke.",
        "When moving the queue to Postgres, what worked for me was not [… what you see].",
        "Here is what I see: [… what you see].",
        "See https://example.com for moving the queue to Postgres: [… what you see].",
        SUGGESTION,
        "Sure! Here is the polished reply: " + SMOOTH,
    ],
)
def test_inventions_and_losses_are_refused(
    browser: Caller, services: Services, model: Start, words: str
) -> None:
    answer = smoothed(browser, services, model("well", words))
    assert (answer["text"], answer["smoothed"]) == (SUGGESTION, False)


@pytest.mark.parametrize("manner", ["silent", "dripping", "garbled", "failing"])
def test_a_model_of_no_help_leaves_it_as_it_is(
    browser: Caller, services: Services, model: Start, manner: str
) -> None:
    answer = smoothed(browser, services, model(manner, SMOOTH), seconds=1)
    assert (answer["text"], answer["smoothed"]) == (SUGGESTION, False)
    assert "of no help" in str(answer["note"])


@pytest.mark.parametrize("address", ["http://example.com:11434", "https://localhost", "http://10.0.0.1/v1"])
def test_the_settings_take_no_address_elsewhere(services: Services, address: str) -> None:
    with pytest.raises(Exception, match="takes an address on this machine"):
        services.settings.set("smoothing_address", address)


def test_only_who_is_paired_gets_an_answer(client: FlaskClient) -> None:
    assert Caller(client)("POST", "/v1/smoothings", GIVEN).status_code in {401, 403}


def test_calling_off_what_does_not_run_is_harmless(browser: Caller) -> None:
    assert browser("DELETE", "/v1/smoothings").status_code == 204
