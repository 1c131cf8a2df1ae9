"""Imported posts: rows in, each once, also where the log knows the post from elsewhere."""

import json
from collections.abc import Iterable, Sequence

from sqlite_utils import Database

from agent.store.posts import Row

_COLUMNS = (
    "number", "id", "text", "posted_at", "logged_at", "permalink", "site", "kind", "page_url",
    "parent_text", "parent_author", "thread_title", "imported_from",
)  # fmt: skip
# Only the fixed names above are put into the statement; every value is bound.
_INSERT = f"INSERT INTO posts ({', '.join(_COLUMNS)}) VALUES ({', '.join('?' * len(_COLUMNS))})"  # noqa: S608
_BY_ID = "SELECT id, number FROM posts WHERE id IN (SELECT value FROM json_each(?))"
_BY_ADDRESS = """
SELECT address, post FROM addresses WHERE stale = 0 AND address IN (SELECT value FROM json_each(?))
"""
_LOGGED_THEN = """
SELECT number, text, permalink FROM posts
WHERE imported_from IS NULL AND site = ? AND posted_at BETWEEN ? AND ?
"""
_MADE_THEN = """
SELECT number, text FROM posts
WHERE imported_from IS NOT NULL AND permalink IS NULL AND site = ? AND kind = ? AND posted_at = ?
"""
_NEAR = "SELECT number FROM posts WHERE site = ? AND posted_at BETWEEN ? AND ? LIMIT 2"


def insert(db: Database, rows: Sequence[Row]) -> None:
    """Log posts that the log doesn't know, and write their numbers into their rows."""
    (last,) = db.execute("SELECT coalesce(max(number), 0) FROM posts").fetchone()
    for number, row in enumerate(rows, last + 1):
        row["number"] = number
    db.conn.executemany(_INSERT, ([row[column] for column in _COLUMNS] for row in rows))


def known_by_id(db: Database, ids: Iterable[str]) -> dict[str, int]:
    """The numbers of those posts that the log has."""
    return dict(db.execute(_BY_ID, [json.dumps(list(ids))]).fetchall())


def known_by_address(db: Database, keys: Iterable[str]) -> dict[str, int]:
    """The numbers of the posts at these addresses (`Address.key`), of those whose address was read."""
    return dict(db.execute(_BY_ADDRESS, [json.dumps(list(keys))]).fetchall())


def holds_posts_logged_when_sent(db: Database) -> bool:
    """Whether any post is in the log that was not imported."""
    return bool(db.execute("SELECT EXISTS (SELECT 1 FROM posts WHERE imported_from IS NULL)").fetchone()[0])


def logged_between(
    db: Database, site: str, earliest: str, latest: str
) -> Sequence[tuple[int, str, str | None]]:
    """Number, text and permalink of the posts on a site that were logged when sent, between these moments."""
    found: list[tuple[int, str, str | None]] = db.execute(_LOGGED_THEN, [site, earliest, latest]).fetchall()
    return found


def made_at(db: Database, site: str, kind: str, moment: str) -> Sequence[tuple[int, str]]:
    """Number and text of the imported posts without an address that were made in this moment."""
    found: list[tuple[int, str]] = db.execute(_MADE_THEN, [site, kind, moment]).fetchall()
    return found


def add_permalink(db: Database, number: int, permalink: str) -> None:
    """Keep where a post can be seen, if that wasn't known."""
    db.execute("UPDATE posts SET permalink = ? WHERE number = ? AND permalink IS NULL", [permalink, number])


def only_one_between(db: Database, site: str, earliest: str, latest: str) -> int | None:
    """The number of the one post on a site in this time; None where there is none or more."""
    found = db.execute(_NEAR, [site, earliest, latest]).fetchall()
    return int(found[0][0]) if len(found) == 1 else None
