"""A clock that is set back and a time zone that changes: nothing is lost, doubled, or out of order."""

import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

import nlp
from agent.schemas.engagement import Count, Counts
from agent.schemas.posts import NewPost
from agent.services import Services
from agent.services.history import Asked
from agent.services.pairings import ASKS_PER_MINUTE
from agent.store import Log
from tests.agent.calls import new_id, new_post
from tests.agent.importers import test_facebook, test_x
from tests.agent.importers.exports import zipped
from tests.agent.services.test_imports import run
from tests.agent.whole_logs import everything
from tests.agent_process import EXTENSION

Clock = Callable[[datetime], None]
NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)
USING = ("posts", "engagement", "pairings")


@pytest.fixture
def set_clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Lets the agent's clock tell another time."""

    def set_to(moment: datetime) -> None:
        for service in USING:
            monkeypatch.setattr(f"agent.services.{service}.now", lambda: moment)

    return set_to


@pytest.fixture
def travel(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    """Lets the machine be in another time zone."""

    def move_to(zone: str) -> None:
        monkeypatch.setenv("TZ", zone)
        time.tzset()

    yield move_to
    monkeypatch.undo()
    time.tzset()


def put(services: Services, moment: datetime, text: str = "Port 8080.") -> str:
    post_id = new_id()
    new = new_post(text=text, posted_at=moment.isoformat(), permalink=None)
    services.posts.put(post_id, NewPost.model_validate(new))
    return post_id


def test_pages_hold_each_post_once_where_the_clock_was_set_back(services: Services, set_clock: Clock) -> None:
    for hours in (0, 1, -5, -5, -4, 1):
        set_clock(NOON + timedelta(hours=hours))
        put(services, NOON + timedelta(hours=hours))
    pages, cursor = [], None
    while not pages or cursor:
        page = services.history.page(Asked(), cursor, 2)
        pages, cursor = [*pages, [(each.posted_at, each.id) for each in page.entries]], page.next
    found = [each for page in pages for each in page]
    assert len({post_id for _, post_id in found}) == 6
    assert [moment for moment, _ in found] == sorted((moment for moment, _ in found), reverse=True)


def test_a_post_deleted_after_the_clock_was_set_back_stays_deleted(
    services: Services, set_clock: Clock, tmp_path: Path, reviewer: nlp.Reviewer
) -> None:
    there = Services.on(Log(tmp_path / "there"), "", load=lambda: reviewer)
    set_clock(NOON)
    post_id = put(services, NOON)
    there.whole.merge(services.log.path)
    set_clock(NOON - timedelta(days=400))
    services.posts.delete(post_id)
    assert services.whole.merge(there.log.path).deleted == 1
    there.whole.merge(services.log.path)
    assert services.posts.search().items == there.posts.search().items == []
    there.log.close()


def test_counts_seen_last_are_the_latest_whatever_the_clock_said(
    services: Services, set_clock: Clock
) -> None:
    post_id = put(services, NOON)
    for moment, likes in ((NOON + timedelta(days=900), 5), (NOON, 6), (NOON + timedelta(hours=1), 7)):
        set_clock(moment)
        services.engagement.add_by_hand(post_id, Counts(likes=Count(value=likes)))
        told = services.engagement.of(post_id)
        assert told.now.likes == Count(value=likes)
    assert [each.counts.likes.value for each in told.snapshots if each.counts.likes] == [5, 6, 7]


def test_a_browser_can_be_paired_after_the_clock_was_set_back(services: Services, set_clock: Clock) -> None:
    for moment in (NOON, NOON - timedelta(days=1)):
        set_clock(moment)
        for _ in range(ASKS_PER_MINUTE):
            services.pairings.ask(EXTENSION, "Chromium", "0.1.0")


@pytest.mark.parametrize("sample", [test_x.SAMPLE, test_facebook.SAMPLE], ids=["with ids", "without"])
def test_an_export_read_in_another_time_zone_doubles_nothing(
    services: Services, travel: Callable[[str], None], tmp_path: Path, sample: dict[str, str]
) -> None:
    path = zipped(tmp_path, sample)
    travel("Pacific/Auckland")
    assert run(services, path).new
    before = everything(services.log)
    travel("America/Los_Angeles")
    again = run(services, path)
    assert (again.new, again.counted) == (0, 0)
    assert everything(services.log) == before
