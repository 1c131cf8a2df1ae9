"""Snapshots of counts: unknown is never 0, and a log of before gets the table without losing a row."""

import sqlite3
from pathlib import Path

import pytest
from sqlite_utils import Database

from agent.schemas.engagement import Count, Counts
from agent.store import Log, engagement, migrations
from agent.store.engagement import Snapshot

POST = {
    "id": "a",
    "text": "hello",
    "posted_at": "2026-01-01T00:00:00.000Z",
    "logged_at": "2026-01-01T00:00:00.000Z",
}
LIKED = Counts(likes=Count(value=1_200, precision="rounded"), views=Count(value=0))


def snapshot(counts: Counts, day: int = 1, source: engagement.Source = "page") -> Snapshot:
    return Snapshot(1, f"2026-01-{day:02d}T00:00:00.000Z", source, counts)


@pytest.fixture
def with_post(log: Log) -> Log:
    """A log with one post, number 1."""
    with log.writing() as db:
        db.table("posts").insert(POST)
    return log


def test_each_count_is_exact_rounded_or_unknown(with_post: Log) -> None:
    with with_post.writing() as db:
        engagement.add(db, [snapshot(LIKED)])
        (row,) = db.query("SELECT * FROM engagement")
    assert {
        name: (row[name], row[f"{name}_precision"]) for name in ("likes", "replies", "shares", "views")
    } == {
        "likes": (1_200, "rounded"),
        "replies": (None, None),
        "shares": (None, None),
        "views": (0, "exact"),
    }


@pytest.mark.parametrize(
    "wrong",
    [{"likes": 3}, {"likes_precision": "exact"}, {"likes": 3, "likes_precision": "guessed"}, {"source": "?"}],
)
def test_the_table_takes_no_count_without_its_precision(with_post: Log, wrong: dict[str, object]) -> None:
    with pytest.raises(sqlite3.IntegrityError), with_post.writing() as db:
        db.table("engagement").insert(
            {"post": 1, "seen_at": "2026-01-01T00:00:00.000Z", "source": "page"} | wrong
        )


def test_the_same_told_again_by_one_source_is_kept_once(with_post: Log) -> None:
    with with_post.writing() as db:
        assert (
            engagement.add_unless_told(db, [snapshot(LIKED, 1, "import"), snapshot(LIKED, 2, "import")]) == 1
        )
        assert engagement.add_unless_told(db, [snapshot(LIKED, 2, "by_hand")]) == 1
        assert engagement.add_unless_told(db, [snapshot(Counts(likes=Count(value=1_200)), 2, "import")]) == 1


def test_the_view_shows_the_latest_known_number_of_each(with_post: Log) -> None:
    with with_post.writing() as db:
        engagement.add(db, [snapshot(Counts(likes=Count(value=9)), 3), snapshot(LIKED, 1)])
        (row,) = db.query("SELECT likes, replies, views, seen_at FROM engagement_now")
    assert row == {"likes": 9, "replies": None, "views": 0, "seen_at": "2026-01-03T00:00:00.000Z"}


def test_a_log_of_before_keeps_its_posts(tmp_path: Path) -> None:
    path = tmp_path / "pitch-in.db"
    first = {name: step for name, step in migrations.steps().items() if name == "m0001_log"}
    with Database(path) as db:
        migrations.bring_up_to_date(db, path, first)
        db.table("posts").insert(POST)
    log = Log(tmp_path)
    with log.reading() as db:
        (row,) = db.query("SELECT text, imported_from FROM posts")
        assert row == {"text": "hello", "imported_from": None}
        assert db.execute("SELECT count(*) FROM engagement").fetchone() == (0,)
    log.close()
