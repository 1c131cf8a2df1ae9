"""What trips a collector holds up nothing, and it works in the background only while a site is on."""

import threading
from typing import Any

import pytest

from agent.collectors import Fetcher
from agent.collectors._fetcher import Fetched
from agent.schemas.fields import iso
from agent.services import Services
from agent.services.collecting import Collecting
from tests.agent.calls import Caller
from tests.agent.collectors.api import Api
from tests.agent.collectors.test_mastodon import status
from tests.agent.services.conftest import HOST, ID, MINE, STATUS, Clock, asked, site, snapshots
from tests.agent.services.following import ago, post


@pytest.mark.usefixtures("collecting")
def test_a_post_that_is_deleted_while_its_site_is_asked_leaves_nothing(
    services: Services, clock: Clock
) -> None:
    with services.log.reading() as db:
        (post_id,) = db.execute("SELECT id FROM posts").fetchone()

    class Slow(Fetcher):
        def fetch(self, *_: Any) -> Fetched:
            services.posts.delete(post_id)
            return Fetched(
                200, {"etag": '"1"'}, b'{"id": "1", "account": {"acct": "me"}, "replies_count": 0}'
            )

    found = Collecting(services.log, services.settings, Slow(), clock)
    found.start = lambda: None
    found.switch([HOST])
    assert asked(found) == ["The post was deleted in the meantime."]
    with services.log.reading() as db:
        left = [db.table(name).count for name in ("engagement", "addresses", "collector_etags", "replies")]
    assert left == [0, 0, 0, 0]


def test_where_the_agent_ends_the_rest_is_left_for_the_next_time(
    on: Collecting, services: Services, api: Api
) -> None:
    def end(_: Any) -> Any:
        on.stop()
        return status(ID, "me", replies_count=1)

    api.answers[STATUS] = end
    assert on.ask_next() == (HOST, "It was stopped before all was asked; that is for the next time.")
    assert api.paths == [STATUS]
    assert [each.outcome for each in on.requests().items] == ["answered"]
    assert snapshots(services) == []
    with services.log.reading() as db:
        assert db.execute("SELECT asked_at FROM addresses").fetchone() == (None,)


@pytest.mark.usefixtures("collecting")
def test_what_trips_a_collector_is_reported_and_holds_up_nothing(
    services: Services, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    class Broken(Fetcher):
        def fetch(self, *_: Any) -> Fetched:
            raise ZeroDivisionError("the words of somebody")

    found = Collecting(services.log, services.settings, Broken(), clock)
    found.start = lambda: None
    found.switch([HOST])
    assert asked(found) == [f"Pitch In could not make sense of what {HOST} answered."]
    assert site(found).resting_until > clock.at
    assert "collector mastodon: ZeroDivisionError" in caplog.text
    assert "the words" not in caplog.text
    with services.log.reading() as db:
        (next_at,) = db.execute("SELECT next_at FROM addresses").fetchone()
    assert next_at > iso(clock.at)


def test_requests_are_listed_by_page_and_expire(
    on: Collecting, services: Services, clock: Clock, browser: Caller
) -> None:
    for _ in range(3):
        asked(on)
        clock.pass_(hours=3)
    first = browser("GET", "/v1/collectors/requests?limit=2").json
    rest = browser("GET", f"/v1/collectors/requests?limit=2&cursor={first['next']}").json
    assert [len(first["items"]), len(rest["items"]), rest["next"]] == [2, 1, None]
    clock.pass_(days=40)
    assert on.requests().items == []
    asked(on)
    on.drop_expired()
    with services.log.reading() as db:
        assert db.table("collector_requests").count == 1


def test_the_log_can_be_read_with_any_tool(on: Collecting, services: Services) -> None:
    asked(on)
    with services.log.reading() as db:
        (row,) = db.table("collector_sites").rows
    assert (row["host"], row["collector"], row["own_handle"]) == (HOST, "mastodon", "me")
    assert row["switched_on_at"] > ago(1)


def test_it_asks_in_the_background_while_a_site_is_on_and_not_after(services: Services, api: Api) -> None:
    post(services, 2, site="mastodon", permalink=MINE)
    came = threading.Event()

    def answer(_: Any) -> Any:
        came.set()
        return status(ID, "me")

    api.answers[STATUS] = answer
    found = Collecting(services.log, services.settings, Fetcher({HOST: api.base}))
    found.start()
    assert not found.running, "No site is on."
    assert found.switch([HOST]).running
    worker = found._worker
    assert worker is not None
    assert came.wait(30)
    found.switch([])
    worker.join(30)
    assert not worker.is_alive()
    assert not found.sites().running
    assert found.switch([HOST]).running
    worker = found._worker
    assert worker is not None
    found.stop()
    worker.join(30)
    assert not worker.is_alive()
