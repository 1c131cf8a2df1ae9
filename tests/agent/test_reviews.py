"""Drafts over HTTP: read as the person's settings say, and forgotten."""

import threading
from pathlib import Path

import pytest

import nlp
from agent.problems import Problem
from agent.services import Services
from agent.services.reviewing import Reviewing
from agent.store import Log
from nlp.review import Strictness
from tests.agent.calls import Caller, new_id, new_post

MIDDLE_GROUND = (
    "We are hiring two gardeners, see our page",
    "Our spring catalogue is out",
    "What a week for the team",
    "You did well there",
    "Some of us needed this",
    "Looking for two people for our team",
    "Our repair cafe is open on Saturdays",
    "That must have been a long day",
)
"""Drafts of which at least one is flagged by strict reviews only."""
CANARY = "Zanzibar quokkas juggle kettles"


@pytest.fixture(scope="module")
def borderline(reviewer: nlp.Reviewer) -> str:
    """A draft that only stricter reviews flag."""

    def verdict(draft: str, strictness: Strictness) -> str:
        return reviewer.review(draft, strictness=strictness, suggestions=0).verdict

    return next(draft for draft in MIDDLE_GROUND if verdict(draft, "relaxed") != verdict(draft, "strict"))


def test_a_draft_is_answered_with_its_review(browser: Caller, reviewer: nlp.Reviewer) -> None:
    answer = browser("POST", "/v1/reviews", {"draft": "Great post!"})
    assert answer.json == reviewer.review("Great post!").model_dump(mode="json")
    assert answer.json["verdict"] == "me_too"


def test_what_it_answers_counts(browser: Caller, reviewer: nlp.Reviewer) -> None:
    context = new_post()["context"]
    answer = browser("POST", "/v1/reviews", {"draft": "Great post!", "context": context})
    assert answer.json == reviewer.review("Great post!", nlp.Context(**context)).model_dump(mode="json")


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"draft": None},
        {"draft": 1},
        {"draft": "a" * 100_001},
        {"draft": "😀" * 50_001},
        {"draft": "a", "context": {"parent_text": "a" * 100_001}},
        {"draft": "a", "context": {"page_url": 1}},
        {"draft": "a", "text": "a"},
    ],
)
def test_what_does_not_fit_is_refused(browser: Caller, body: dict[str, object]) -> None:
    assert browser("POST", "/v1/reviews", body).status_code == 422


@pytest.mark.parametrize("draft", ["", " ", "\x00", "😀" * 50_000, "\u202e", "a" * 100_000, "\ud800"])
def test_any_text_is_a_draft(browser: Caller, draft: str) -> None:
    assert browser("POST", "/v1/reviews", {"draft": draft}).status_code == 200


def test_muted_flags_and_the_number_of_suggestions_are_the_persons_choice(
    browser: Caller, services: Services
) -> None:
    before = browser("POST", "/v1/reviews", {"draft": "Great post!"}).json
    flags = [signal["name"] for signal in before["signals"] if signal["kind"] == "flag"]
    assert flags
    assert before["suggestions"]

    services.settings.set("suggestions_shown", 1)
    assert len(browser("POST", "/v1/reviews", {"draft": "Great post!"}).json["suggestions"]) == 1
    services.settings.set("muted_signals", flags)
    after = browser("POST", "/v1/reviews", {"draft": "Great post!"}).json
    assert not [signal for signal in after["signals"] if signal["name"] in flags]
    assert after["verdict"] != "me_too"


def test_strictness_is_the_persons_choice(browser: Caller, services: Services, borderline: str) -> None:
    def verdict(strictness: str) -> str:
        services.settings.set("strictness", strictness)
        return browser("POST", "/v1/reviews", {"draft": borderline}).json["verdict"]

    assert verdict("relaxed") != verdict("strict")


def test_a_draft_may_be_read_more_or_less_strictly_than_the_setting_says(
    browser: Caller, borderline: str
) -> None:
    def verdict(**wish: str) -> str:
        return browser("POST", "/v1/reviews", {"draft": borderline, **wish}).json["verdict"]

    assert verdict(strictness="relaxed") != verdict(strictness="strict")
    assert verdict() in {verdict(strictness="relaxed"), verdict(strictness="strict")}
    assert browser("POST", "/v1/reviews", {"draft": "a", "strictness": "harsh"}).status_code == 422


def test_a_draft_leaves_no_byte_on_disk(browser: Caller, services: Services, tmp_path: Path) -> None:
    context = {"parent_text": CANARY}
    assert browser("POST", "/v1/reviews", {"draft": CANARY, "context": context}).status_code == 200
    browser("POST", "/v1/reviews", {"draft": CANARY, "unknown": CANARY})
    services.log.forget_deleted()
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert files
    assert not [path for path in files if b"quokka" in path.read_bytes().lower()]


def test_a_post_stays_and_is_reviewed_later_where_its_review_failed(log: Log, reviewer: nlp.Reviewer) -> None:
    class Failing:
        model_version = "failing"

        def review(self, *_: object, **__: object) -> nlp.Review:
            raise MemoryError

    from agent.schemas.posts import NewPost

    new = NewPost.model_validate(new_post())
    failing = Services.on(log, "http://127.0.0.1:8642", load=Failing)  # type: ignore[arg-type]
    post, created = failing.posts.put(new_id(), new)
    assert created
    assert post.verdict == "unjudged"
    assert "not been reviewed" in post.headline

    well = Services.on(log, "http://127.0.0.1:8642", load=lambda: reviewer)
    well.waiting.review_all()
    later = well.posts.get(post.id)
    assert later.verdict == "me_too"
    well.waiting.review_all()
    assert well.posts.get(post.id) == later


def test_a_model_that_does_not_load_is_said_and_nobody_waits_for_it(services: Services) -> None:
    def broken() -> nlp.Reviewer:
        raise OSError("model folder damaged")

    reviewing = Reviewing(services.settings, services.learning, services.earlier, broken)
    with pytest.raises(Problem, match="doctor"):
        reviewing.review("Great post!")
    assert not reviewing.ready
    assert reviewing.model_version is None


def test_who_waits_for_the_model_is_let_go_when_the_agent_stops(services: Services) -> None:
    never, asked, refused = threading.Event(), threading.Event(), threading.Event()

    def slow() -> nlp.Reviewer:
        asked.set()
        never.wait()
        raise OSError

    reviewing = Reviewing(services.settings, services.learning, services.earlier, slow)

    def wait() -> None:
        with pytest.raises(Problem):
            reviewing.review("Great post!")
        refused.set()

    waiting = threading.Thread(target=wait)
    waiting.start()
    assert asked.wait(10)
    reviewing.stop()
    assert refused.wait(10)
    never.set()
    waiting.join(10)
