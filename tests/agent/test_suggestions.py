"""Whoever asks gets rewrites of a draft that isn't flagged, too."""

from tests.agent.calls import Caller

PARENT = "We moved our queue to Postgres, and p95 went from 120 ms to 40 ms."


def test_a_draft_that_contributes_keeps_its_words_and_gets_something_added(browser: Caller) -> None:
    draft = "We saw the same drop with pgbouncer in front."
    sent = {"draft": draft, "context": {"parent_text": PARENT}}
    assert browser("POST", "/v1/reviews", sent).json["suggestions"] == []
    found = browser("POST", "/v1/suggestions", sent).json["suggestions"]
    assert len(found) >= 2
    assert all(suggestion["text"].startswith(draft) for suggestion in found)


def test_nothing_is_suggested_in_a_language_that_is_not_read(browser: Caller) -> None:
    sent = {"draft": "C'est exactement ce que je cherchais depuis des mois"}
    assert browser("POST", "/v1/suggestions", sent).json == {"suggestions": []}
