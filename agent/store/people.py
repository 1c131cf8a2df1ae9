"""Whom the person met: by handle, per site, each tied to the posts that say so."""

import hashlib
from dataclasses import dataclass
from typing import Any, Literal

from sqlite_utils import Database

Row = dict[str, Any]
Kind = Literal["answered", "thanked", "recommended", "answered_you"]

_UNREAD = """
SELECT number, coalesce(address, thread) AS place, host, site, text, parent_author, posted_at
FROM (SELECT * FROM addresses WHERE people_known = 0 ORDER BY post DESC LIMIT ?) JOIN posts ON number = post
"""
_SPANS = """
SELECT name, start, "end" FROM signals LEFT JOIN spans ON spans.signal = signals.id
WHERE post = ? AND name IN ('specific_thanks', 'recommendation')
"""
_FIND = "SELECT id FROM people WHERE site = ? AND name = ?"


@dataclass(frozen=True)
class Filter:
    """Which people; `before` is the place (`last_at`, `id`) after which a page starts."""

    site: str | None = None
    did: Kind | None = None
    words: str | None = None
    before: tuple[str, int] | None = None


def unread(db: Database, most: int) -> list[Row]:
    """Posts that weren't searched for people, the last logged first."""
    return list(db.query(_UNREAD, [most]))


def read(db: Database, post: int) -> None:
    """The post was searched."""
    db.execute("UPDATE addresses SET people_known = 1 WHERE post = ?", [post])


def spans_of(db: Database, post: int) -> list[Row]:
    """Where in a post somebody is thanked or recommended: `name` of the signal, `start`, `end`."""
    return list(db.query(_SPANS, [post]))


def own_name(db: Database, host: str | None) -> str | None:
    """The person's own handle on a site, if that is known."""
    found = db.execute("SELECT own_handle FROM collector_sites WHERE host = ?", [host]).fetchone()
    return found[0] if found else None


def tie(db: Database, post: int, site: str, handle: str, name: str, kind: Kind, at: str) -> None:
    """Note what a post says of somebody, unless they were to be forgotten. A repeat changes nothing."""
    if is_forgotten(db, site, name):
        return
    db.execute("INSERT OR IGNORE INTO people (site, handle, name) VALUES (?, ?, ?)", [site, handle, name])
    (person,) = db.execute(_FIND, [site, name]).fetchone()
    db.execute(
        "INSERT OR IGNORE INTO ties (post, person, kind, at) VALUES (?, ?, ?, ?)", [post, person, kind, at]
    )


def is_forgotten(db: Database, site: str, name: str) -> bool:
    """Whether the person wants to hear of them no more."""
    found = db.execute("SELECT 1 FROM people_forgotten WHERE hash = ?", [_hash(site, name)]).fetchone()
    return found is not None


def newest(db: Database, wanted: Filter, limit: int) -> list[Row]:
    """Rows of the people that match, the last met first."""
    conditions = ["last_at IS NOT NULL"]
    values: dict[str, object] = {"limit": limit}
    if wanted.site is not None:
        conditions.append("site = :site")
        values["site"] = wanted.site
    if wanted.did is not None:
        conditions.append(f"{wanted.did} > 0")
    if wanted.words is not None:
        conditions.append("instr(name, :words)")
        values["words"] = wanted.words
    if wanted.before is not None:
        conditions.append("(last_at, id) < (:last_at, :id)")
        values["last_at"], values["id"] = wanted.before
    # Only the fixed conditions above, and a column from a fixed set, are put into the statement.
    sql = f"SELECT * FROM people WHERE {' AND '.join(conditions)} ORDER BY last_at DESC, id DESC LIMIT :limit"  # noqa: S608
    return list(db.query(sql, values))


def forget(db: Database, person: int, moment: str) -> list[int]:
    """Delete somebody and note only that they shall stay forgotten; the posts that they answered.

    Raises `KeyError` where there is nobody with this number.
    """
    found = db.execute("SELECT site, name FROM people WHERE id = ?", [person]).fetchone()
    if found is None:
        raise KeyError(person)
    answered = [
        int(post)
        for (post,) in db.execute(
            "SELECT post FROM ties WHERE person = ? AND kind = 'answered_you'", [person]
        )
    ]
    db.execute("INSERT OR IGNORE INTO people_forgotten VALUES (?, ?)", [_hash(*found), moment])
    db.execute("DELETE FROM people WHERE id = ?", [person])
    return answered


def drop(db: Database, site: str, name: str) -> None:
    """Take somebody out who turned out to be the person."""
    db.execute("DELETE FROM people WHERE site = ? AND name = ?", [site, name])


def _hash(site: str, name: str) -> str:
    return hashlib.sha256(f"{site}\n{name}".encode()).hexdigest()
