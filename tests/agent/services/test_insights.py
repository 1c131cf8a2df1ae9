"""The insights are of the log as it is; a large log is read in the background, so nobody waits twice."""

from collections.abc import Callable

import pytest

from agent.services import Services, insights
from tests.agent.made.log import MadeLog
from tests.agent_process import wait_for

Put = Callable[[], None]


@pytest.fixture
def put(services: Services) -> Put:
    """Adds a post to the log behind the service's back, as another process does."""

    def add() -> None:
        with services.log.writing() as db:
            moment = "2026-11-25T08:00:00.000Z"
            db.execute(
                "INSERT INTO posts (id, text, posted_at, logged_at) VALUES (hex(randomblob(16)), ?, ?, ?)",
                ["Port 8080.", moment, moment],
            )

    return add


def test_a_new_post_is_counted_at_once(services: Services, put: Put) -> None:
    assert services.insights.now().facts.posts == 0
    put()
    assert services.insights.now().facts.posts == 1


def test_what_has_not_changed_is_not_read_again(services: Services) -> None:
    MadeLog(50).write(services.log)
    assert services.insights.now() is services.insights.now()


def test_a_large_log_is_shown_as_it_was_while_it_is_read(
    services: Services, put: Put, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(insights, "_AT_ONCE", 0)
    MadeLog(50).write(services.log)
    before = services.insights.now()
    assert before.facts.posts == 50
    put()
    assert services.insights.now().facts.posts in (50, 51)
    wait_for(lambda: services.insights.now().facts.posts == 51, "the log to be read again")


def test_nobody_waits_for_a_large_log_who_can_do_without(
    services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(insights, "_AT_ONCE", 0)
    MadeLog(50).write(services.log)
    assert services.insights.at_hand() is None
    wait_for(services.insights.at_hand, "the log to be read")


def test_what_was_deleted_is_shown_no_more(services: Services, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(insights, "_AT_ONCE", 0)
    MadeLog(50).write(services.log)
    services.insights.now()
    with services.log.writing() as db:
        db.execute("DELETE FROM posts WHERE number > 10")
    assert services.insights.now().facts.posts == 10
