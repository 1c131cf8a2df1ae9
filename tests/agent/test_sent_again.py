"""A post that was deleted here stays deleted when its browser, which heard no answer, sends it again."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from werkzeug.test import TestResponse

import nlp
from agent.services import Services
from agent.store.clock import now
from tests.agent.calls import Caller, new_id, new_post
from tests.agent.exporters.test_jsonl import export
from tests.agent.fresh_log import fresh_log
from tests.agent.services.test_imports import run

ALL = "/v1/data?confirm=delete%20everything"


def id_made_at(moment: datetime) -> str:
    """An id as the extension makes it (UUIDv7): it begins with its moment."""
    milliseconds = int(moment.timestamp() * 1000)
    return str(UUID(int=milliseconds << 80 | 7 << 76 | 2 << 62 | 9))


def send(browser: Caller, post_id: str, **changes: object) -> TestResponse:
    return browser("PUT", f"/v1/posts/{post_id}", new_post(**changes))


def texts(services: Services) -> list[str]:
    return [post.text for post in services.posts.search().items]


def test_a_deleted_post_is_not_logged_again(browser: Caller, services: Services) -> None:
    post_id = new_id()
    assert send(browser, post_id, text="Zanzibar", permalink=None).status_code == 201
    browser("DELETE", f"/v1/posts/{post_id}")
    for permalink in (None, "https://blog.example/builds#comment-7"):
        again = send(browser, post_id.upper(), text="Zanzibar", permalink=permalink)
        assert (again.status_code, again.content_type) == (410, "application/problem+json")
        assert "was deleted here" in again.json["detail"]
    assert texts(services) == []
    left = b"".join(path.read_bytes() for path in services.log.path.parent.iterdir())
    assert b"Zanzibar" not in left


def test_the_same_words_posted_anew_are_another_post(browser: Caller, services: Services) -> None:
    post_id = new_id()
    send(browser, post_id)
    browser("DELETE", f"/v1/posts/{post_id}")
    assert send(browser, new_id()).status_code == 201
    assert texts(services) == ["Great post!"]


def test_a_post_deleted_on_another_machine_stays_away_here(
    browser: Caller, services: Services, tmp_path: Path, reviewer: nlp.Reviewer
) -> None:
    other = Services.on(fresh_log(tmp_path / "other"), "", load=lambda: reviewer)
    post_id = new_id()
    send(browser, post_id)
    other.whole.merge(services.log.path)
    other.posts.delete(post_id)
    services.whole.merge(other.log.path)
    assert send(browser, post_id).status_code == 410
    other.log.close()


def test_a_post_that_was_brought_back_on_purpose_is_there_for_its_browser_too(
    browser: Caller, services: Services, tmp_path: Path
) -> None:
    post_id = new_id()
    send(browser, post_id)
    archive = export(services, tmp_path)
    browser("DELETE", f"/v1/posts/{post_id}")
    services.posts.forget_deletions()
    assert run(services, archive).new == 1
    assert send(browser, post_id).status_code == 200


def test_a_post_that_is_deleted_while_it_is_read_is_told_as_deleted(
    browser: Caller, services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    post_id, read = new_id(), services.reviewing.review_post

    def delete_meanwhile(row: dict[str, object]) -> nlp.Review:
        services.posts.delete(post_id)
        return read(row)

    monkeypatch.setattr(services.reviewing, "review_post", delete_meanwhile)
    assert send(browser, post_id).status_code == 410
    assert texts(services) == []


def test_after_everything_is_deleted_no_browser_brings_back_what_it_still_holds(
    browser: Caller, page: Caller, services: Services
) -> None:
    logged, waiting = (id_made_at(now() - timedelta(days=days)) for days in (1, 400))
    send(browser, logged)
    page("DELETE", ALL)
    assert send(browser, logged).status_code == 410
    assert send(browser, waiting).status_code == 410
    assert texts(services) == []
    with services.log.reading() as db:
        assert db.execute("SELECT count(*) FROM deleted_posts").fetchone() == (0,), "No id of it may stay."


def test_what_is_posted_after_everything_was_deleted_is_logged(browser: Caller, page: Caller) -> None:
    page("DELETE", ALL)
    assert send(browser, id_made_at(now() + timedelta(milliseconds=1))).status_code == 201
    assert send(browser, new_id()).status_code == 201, (
        "An id that tells no moment is not taken for an old one."
    )


def test_a_clock_that_was_wrong_when_everything_was_deleted_keeps_no_post_out(
    browser: Caller, services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as wrong:
        wrong.setattr("agent.services.whole_log.now", lambda: datetime(2040, 1, 1, tzinfo=UTC))
        services.whole.delete_everything()
    assert send(browser, id_made_at(now())).status_code == 201


@pytest.mark.parametrize(
    ("rules", "site", "status"),
    [
        ({"isso": 2}, "isso", 410),
        ({"isso": 2}, "x", 201),
        ({"*": 2}, "isso", 410),
        ({"*": 2}, None, 410),
        ({"*": 2, "isso": 6}, "isso", 201),
        ({}, "isso", 201),
    ],
)
def test_a_post_that_is_older_than_its_site_is_kept_does_not_come_back(
    browser: Caller, services: Services, rules: dict[str, int], site: str | None, status: int
) -> None:
    for rule, months in rules.items():
        services.retention.keep(rule, months)
    posted_at = (now() - timedelta(days=100)).isoformat()
    answer = send(browser, new_id(), posted_at=posted_at, context={"site": site})
    assert answer.status_code == status
    assert len(texts(services)) == (status == 201)
    fresh = (now() - timedelta(days=10)).isoformat()
    assert send(browser, new_id(), posted_at=fresh, context={"site": site}).status_code == 201
