"""People whom older versions stored under the address of one comment are put under its host."""

import hashlib
from contextlib import closing
from itertools import takewhile
from pathlib import Path

import pytest
from sqlite_utils import Database

from agent.services.people import People
from agent.store import Log, addresses, migrations

MOMENT = "2026-11-0{}T10:00:00.000Z"


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A folder with a log as it was: maria met in three comments and on a page with a name, jonas in one."""
    path = tmp_path / "pitch-in.db"
    before = dict(takewhile(lambda step: step[0] != "m0013_pages_by_query", migrations.steps().items()))
    with Database(path) as db:
        migrations.bring_up_to_date(db, path, before)
        meet(db, "blog.example?p=12#comment-3", "Maria", day=3)
        meet(db, "blog.example?p=13#comment-4", "maria", day=4)
        meet(db, "blog.example#comment-5", "maria", "thanked", day=5)
        meet(db, "blog.example", "maria", day=2)
        meet(db, "forum.example?t=1#p7", "jonas", day=1)
        db.conn.commit()
    return tmp_path


def meet(db: Database, site: str, handle: str, kind: str = "answered", *, day: int) -> None:
    """A post that says so, whose address is read and that was searched for people."""
    at = MOMENT.format(day)
    number = db.execute(
        "INSERT INTO posts (id, text, posted_at, logged_at, permalink) "
        "VALUES (hex(randomblob(16)), 'Hm.', ?, ?, ?)",
        [at, at, f"https://{site}"],
    ).lastrowid
    db.execute("INSERT INTO addresses (post, address, people_known) VALUES (?, ?, 1)", [number, site])
    db.execute(
        "INSERT OR IGNORE INTO people (site, handle, name) VALUES (?, ?, lower(?))", [site, handle, handle]
    )
    (person,) = db.execute(
        "SELECT id FROM people WHERE site = ? AND name = lower(?)", [site, handle]
    ).fetchone()
    db.execute("INSERT INTO ties (post, person, kind, at) VALUES (?, ?, ?, ?)", [number, person, kind, at])


def met(log: Log) -> list[tuple[str, str, int, int, str]]:
    return [
        (each.site, each.handle, each.answered, each.thanked, each.last_at.isoformat()[:10])
        for each in People(log).page().items
    ]


def test_they_are_under_the_host_with_all_that_tied_them(old: Path) -> None:
    with closing(Log(old)) as log:
        assert met(log) == [
            ("blog.example", "maria", 3, 1, "2026-11-05"),
            ("forum.example", "jonas", 1, 0, "2026-11-01"),
        ]
        with log.reading() as db:
            assert db.execute("SELECT count(*) FROM ties").fetchone() == (5,)


def test_who_was_forgotten_on_that_host_stays_so(old: Path) -> None:
    with Database(old / "pitch-in.db") as db:
        fingerprint = hashlib.sha256(b"forum.example\njonas").hexdigest()
        db.execute("INSERT INTO people_forgotten VALUES (?, ?)", [fingerprint, MOMENT.format(6)])
        db.conn.commit()
    with closing(Log(old)) as log:
        assert [name for _, name, *_ in met(log)] == ["maria"]


def test_pages_that_only_a_query_tells_apart_get_a_thread(old: Path) -> None:
    with Database(old / "pitch-in.db") as db:
        db.execute(
            "UPDATE posts SET permalink = NULL, page_url = 'https://blog.example/?p=12' WHERE number = 1"
        )
        db.execute("UPDATE addresses SET address = NULL, thread = NULL, stale = 0")
        db.conn.commit()
    with closing(Log(old)) as log, log.writing() as db:
        addresses.read_waiting(db, 10)
        assert db.execute("SELECT thread FROM addresses WHERE post = 1").fetchone() == ("blog.example?p=12",)
