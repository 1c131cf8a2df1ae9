"""What was followed is exported, merged and deleted like the posts; only the switches stay where they are."""

from pathlib import Path

import pytest

import nlp
from agent.services import Services
from agent.store import Log, people
from agent.store.merging import Merging
from agent.store.tables import tables_to_empty
from tests.agent.services.following import ago, counted, post, replied
from tests.agent.whole_logs import everything

OURS = {
    "addresses", "replies", "conversations", "people", "ties", "people_forgotten",
    "collector_sites", "collector_requests", "collector_etags",
}  # fmt: skip


@pytest.fixture
def followed(services: Services) -> Services:
    """A log with something in each of the tables."""
    asked = post(services, 4, permalink="https://x.com/me/status/7", parent_author="maria", kind="reply")
    counted(services, asked, 3, 0)
    replied(services, asked, 2, "jonas", text="It worked.")
    services.conversations.change(asked, "closed")
    services.people.catch_up()
    services.people.forget(1)
    with services.log.writing() as db:
        people.tie(db, 1, "x.com", "jonas", "jonas", "answered_you", ago(2))
        db.execute(
            "INSERT INTO collector_sites (host, collector, switched_on, own_handle) "
            "VALUES ('x.com', 'x', 1, 'me')"
        )
        db.execute(
            "INSERT INTO collector_requests (post, asked_at, host, address, outcome, bytes) "
            "VALUES (1, ?, 'x.com', 'https://x.com/', 'failed', 0)",
            [ago(1)],
        )
        db.execute("INSERT INTO collector_etags VALUES (1, 'https://x.com/', 'a', NULL)")
        assert {name for name in OURS if db.table(name).count == 0} == set()
    return services


def test_facts_travel_and_are_the_same_there(followed: Services, tmp_path: Path) -> None:
    told = everything(followed.log)
    there = Log(tmp_path / "there")
    with there.writing() as db:
        merging = Merging(db)
        for document in told:
            merging.take(document)
    assert everything(there) == told
    with there.reading() as db:
        (reply,) = db.table("replies").rows
        (state,) = db.execute("SELECT state FROM conversations").fetchone()
        assert (reply["author"], reply["text"], state) == ("jonas", "It worked.", "closed")
        assert people.is_forgotten(db, "x.com", "maria")
    there.close()


def test_of_two_wishes_the_later_stays_and_what_waits_is_found_anew(
    services: Services, tmp_path: Path, reviewer: nlp.Reviewer
) -> None:
    there = Services.on(Log(tmp_path / "there"), "", load=lambda: reviewer)
    asked = post(services, 4, permalink="https://x.com/me/status/7")
    replied(services, asked, 2, "jonas")
    services.conversations.change(asked, "closed")
    there.whole.merge(services.log.path)
    assert [each.waiting for each in there.conversations.page("closed").items] == [1]
    replied(there, asked, 1, "maria")
    there.conversations.change(asked, "open")
    for _ in range(2):
        services.whole.merge(there.log.path)
        there.whole.merge(services.log.path)
    for each in (services, there):
        assert [found.waiting for found in each.conversations.page("open").items] == [2]
    there.log.close()


def test_no_file_switches_a_site_on(followed: Services) -> None:
    told = everything(followed.log)
    assert "collector_sites" not in {document["type"] for document in told}
    assert "switched_on" not in str(told)


def test_everything_gone_means_these_too(followed: Services) -> None:
    with followed.log.reading() as db:
        assert set(tables_to_empty(db)) >= OURS
    followed.whole.delete_everything()
    with followed.log.reading() as db:
        assert {name for name in OURS if db.table(name).count} == set()
    assert followed.collecting.sites().sites == []


def test_with_a_post_goes_all_that_was_followed_of_it(followed: Services) -> None:
    with followed.log.reading() as db:
        (post_id,) = db.execute("SELECT id FROM posts").fetchone()
    followed.posts.delete(post_id)
    with followed.log.reading() as db:
        left = {name for name in OURS if db.table(name).count}
    assert left == {"people_forgotten", "collector_sites"}
