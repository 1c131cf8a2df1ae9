"""What collectors ask, when, and what came of each request. Sites go by their host."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

Row = dict[str, Any]

_HOSTS = """
SELECT found.host, found.posts, posts.site FROM
    (SELECT host, count(*) AS posts, max(post) AS newest FROM addresses WHERE host IS NOT NULL GROUP BY host)
    AS found JOIN posts ON number = newest
ORDER BY found.posts DESC, found.host
"""
_DUE = """
SELECT number, permalink, posted_at, text FROM addresses JOIN posts ON number = post
WHERE host = ? AND next_at <= ? ORDER BY next_at DESC LIMIT 1
"""
_SITES = "WHERE max(coalesce(last_asked_at, ''), coalesce(resting_until, '')) > ?"
_POSTS = "WHERE host IN (SELECT host FROM collector_sites WHERE switched_on = 1) AND next_at > ?"
_SITES_BEYOND = f"SELECT 1 FROM collector_sites {_SITES} LIMIT 1"  # noqa: S608
_POSTS_BEYOND = f"SELECT 1 FROM addresses {_POSTS} LIMIT 1"  # noqa: S608
_SWITCH_ON = """
INSERT INTO collector_sites (host, collector, switched_on, switched_on_at) VALUES (?, ?, 1, ?)
ON CONFLICT (host) DO UPDATE SET
    collector = excluded.collector,
    switched_on_at = CASE switched_on WHEN 1 THEN switched_on_at ELSE excluded.switched_on_at END,
    switched_on = 1
"""
_NOTE = """
INSERT INTO collector_requests (post, asked_at, host, address, status, outcome, bytes, sentence)
VALUES (:post, :asked_at, :host, :address, :status, :outcome, :bytes, :sentence)
"""
_REST = """
UPDATE collector_sites
SET resting_until = :until, resting_because = :because, failures = :failures WHERE host = :host
"""


@dataclass(frozen=True)
class Etag:
    """What an address wants to be asked with."""

    address: str
    etag: str | None
    last_modified: str | None


def hosts(db: Database) -> list[Row]:
    """Every `host` that something was posted at, how many `posts`, and the `site` of the newest."""
    return list(db.query(_HOSTS))


def sites(db: Database) -> dict[str, Row]:
    """The rows of the sites that were on at some time, by host."""
    return {row["host"]: row for row in db.query("SELECT * FROM collector_sites ORDER BY host")}


def switch(db: Database, on: Mapping[str, str], moment: str) -> None:
    """Let exactly these hosts be on, each with the name of its collector."""
    db.execute(
        "UPDATE collector_sites SET "
        "switched_on = 0, resting_until = NULL, resting_because = NULL, failures = 0 "
        "WHERE host NOT IN (SELECT value FROM json_each(?))",
        [json.dumps(list(on))],
    )
    for host, collector in on.items():
        db.execute(_SWITCH_ON, [host, collector, moment])


def put_off_too_far(db: Database, latest: str) -> bool:
    """Whether anything waits beyond a moment at the sites that are on."""
    return any(db.execute(sql, [latest]).fetchone() for sql in (_SITES_BEYOND, _POSTS_BEYOND))


def bring_back(db: Database, latest: str, moment: str) -> None:
    """Let what waits beyond `latest` wait no longer than to `moment`."""
    db.execute(f"UPDATE collector_sites SET last_asked_at = NULL, resting_until = NULL {_SITES}", [latest])  # noqa: S608
    db.execute(f"UPDATE addresses SET next_at = ? {_POSTS}", [moment, latest])  # noqa: S608


def due(db: Database, host: str, moment: str) -> Row | None:
    """The post at `host` that is to be asked about, the one that came due last first."""
    return next(iter(db.query(_DUE, [host, moment])), None)


def next_due(db: Database, host: str) -> str | None:
    """When the next post at `host` is due."""
    found = db.execute("SELECT min(next_at) FROM addresses WHERE host = ?", [host]).fetchone()
    return found[0] if found else None


def is_gone(db: Database, post: int, permalink: str) -> bool:
    """Whether a post was deleted, or its number is that of another by now."""
    found = db.execute("SELECT permalink FROM posts WHERE number = ?", [post]).fetchone()
    return found is None or found[0] != permalink


def asked(db: Database, post: int, at: str, next_at: str | None) -> None:
    """A post was asked about, and when it is to be again; None: never."""
    db.execute("UPDATE addresses SET asked_at = ?, next_at = ? WHERE post = ?", [at, next_at, post])


def touched(db: Database, host: str, at: str) -> None:
    """A request went to a site."""
    db.execute("UPDATE collector_sites SET last_asked_at = ? WHERE host = ?", [at, host])


def rest(db: Database, host: str, until: str | None, because: str | None, failures: int) -> None:
    """Leave a site alone until a moment, or no longer."""
    db.execute(_REST, {"host": host, "until": until, "because": because, "failures": failures})


def call_owner(db: Database, host: str, handle: str) -> None:
    """Keep what the person is called on a site."""
    db.execute("UPDATE collector_sites SET own_handle = ? WHERE host = ?", [handle, host])


def note(db: Database, requests: Iterable[Row]) -> None:
    """Keep requests for the person to read; each goes with its post."""
    db.conn.executemany(_NOTE, requests)


def requests(db: Database, since: str, before: tuple[str, int] | None, limit: int) -> list[Row]:
    """Requests made since a moment, newest first; `before` is where a page starts (`asked_at`, `id`)."""
    return list(
        db.query(
            "SELECT * FROM collector_requests WHERE asked_at >= ? AND (asked_at, id) < (?, ?) "
            "ORDER BY asked_at DESC, id DESC LIMIT ?",
            [since, *(before or ("9999", 0)), limit],
        )
    )


def expired(db: Database, before: str) -> bool:
    """Whether there are requests of before a moment."""
    found = db.execute("SELECT 1 FROM collector_requests WHERE asked_at < ? LIMIT 1", [before]).fetchone()
    return found is not None


def drop_requests(db: Database, before: str) -> None:
    """Delete the requests of before a moment."""
    db.execute("DELETE FROM collector_requests WHERE asked_at < ?", [before])


def etags(db: Database, post: int) -> list[Etag]:
    """What the addresses asked about a post want to be asked with."""
    rows = db.execute("SELECT address, etag, last_modified FROM collector_etags WHERE post = ?", [post])
    return [Etag(*row) for row in rows]


def keep_etags(db: Database, post: int, found: Iterable[Etag]) -> None:
    """Keep those of the last time only."""
    db.execute("DELETE FROM collector_etags WHERE post = ?", [post])
    db.conn.executemany(
        "INSERT INTO collector_etags VALUES (?, ?, ?, ?)",
        [(post, each.address, each.etag, each.last_modified) for each in found],
    )
