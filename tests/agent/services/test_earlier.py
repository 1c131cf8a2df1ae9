"""The same text posted before, and asks beside gives, are told from the log when a draft is read."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from agent.schemas.posts import NewPost, Post
from agent.services import Services
from nlp import Context
from tests.agent.calls import new_id, new_post
from tests.agent.importers import test_x
from tests.agent.importers.exports import zipped
from tests.agent.services.test_imports import run
from tests.agent.services.test_likeness import TEXT

PITCH = "The second print sold out, so here is how we cut the paper costs by a third. Order now in our shop."

Log = Callable[..., Post]


@pytest.fixture
def log_post(services: Services) -> Log:
    """Logs a post."""

    def put(text: str, **changes: Any) -> Post:
        new = NewPost.model_validate(new_post(text=text, permalink=None, **changes))
        return services.posts.put(new_id(), new)[0]

    return put


def flags(services: Services, draft: str, site: str | None = "isso") -> set[str]:
    review = services.reviewing.review(draft, Context(site=site))
    return {signal.name for signal in review.signals if signal.kind == "flag"}


def test_the_same_text_on_another_site_is_said(services: Services, log_post: Log) -> None:
    assert "posted_before" not in flags(services, TEXT)
    post = log_post(TEXT, context={"site": "mastodon"})
    assert "posted_before" in flags(services, f"Hi all! {TEXT}")
    (before,) = services.earlier.history(TEXT).posted_before
    (flag,) = [s for s in services.reviewing.review(TEXT).signals if s.name == "posted_before"]
    assert flag.earlier == post.id == before.id
    assert (before.site, before.likeness) == ("mastodon", 1)


def test_a_post_is_not_its_own_repetition_and_the_first_one_repeats_nothing(log_post: Log) -> None:
    second = log_post(TEXT, posted_at="2026-11-25T18:00:00Z")
    first = log_post(TEXT, posted_at="2026-11-24T18:00:00Z")
    third = log_post(TEXT, posted_at="2026-11-26T18:00:00Z")
    seen = [{s.name for s in post.signals if s.name == "posted_before"} for post in (first, second, third)]
    assert seen == [set(), set(), {"posted_before"}]


def test_imported_posts_are_compared_too(services: Services, tmp_path: Path) -> None:
    archive = {"tweets.js": test_x.file("tweets", test_x.tweet("1", TEXT))}
    run(services, zipped(tmp_path, archive))
    services.waiting.review_all()
    assert "posted_before" in flags(services, TEXT)


def test_a_deleted_post_is_forgotten(services: Services, log_post: Log) -> None:
    services.posts.delete(log_post(TEXT).id)
    assert services.earlier.same_text(TEXT) == []
    with services.log.reading() as db:
        assert db.table("likenesses").count == 0


def with_verdicts(services: Services, log_post: Log, *verdicts: str, kind: str = "comment") -> None:
    for number, verdict in enumerate(verdicts):
        post = log_post(f"{number} {verdict}", context={"site": "isso", "kind": kind})
        with services.log.writing() as db:
            db.execute("UPDATE posts SET verdict = ? WHERE id = ?", [verdict, str(post.id)])


@pytest.mark.parametrize(
    ("settings", "asks", "flagged"),
    [
        ({}, 6, True),
        ({}, 4, False),
        ({"balance": "reddit"}, 1, True),
        ({"balance": "off"}, 10, False),
        ({"balance": "own", "balance_percent": 30}, 3, True),
        ({"balance": "own", "balance_percent": 50}, 3, False),
        ({"balance": "contextmod"}, 3, False),
    ],
)
def test_one_more_pitch_is_flagged_by_the_rule_that_the_person_chose(
    services: Services, log_post: Log, settings: dict[str, object], asks: int, flagged: bool
) -> None:
    for name, value in settings.items():
        services.settings.set(name, value)
    with_verdicts(services, log_post, *["promotion"] * asks, *["contributes"] * (10 - asks))
    assert ("asks_more_than_it_gives" in flags(services, PITCH)) is flagged
    assert "asks_more_than_it_gives" not in flags(services, PITCH, site="x")


def test_contextmod_flags_who_hardly_answers_others(services: Services, log_post: Log) -> None:
    services.settings.set("balance", "contextmod")
    with_verdicts(services, log_post, *["promotion"] * 3, *["contributes"] * 7, kind="post")
    assert "asks_more_than_it_gives" in flags(services, PITCH)
