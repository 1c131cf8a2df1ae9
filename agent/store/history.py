"""Finds posts in the log: newest first, a page at a time, each page as fast as the first."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, Final

from sqlite_utils import Database

from agent.store.search import with_beginnings

Row = dict[str, Any]

_MATCHES: Final = 500
"""Matches of a search that are sorted by time at once: to sort all of a common word's would read them all."""
_MANY: Final = 100
_UNLIKE: Final = "bm25(posts_fts, 4, 1, 1, 2)"
"""With the weights of a word in the text, the parent's text, its author, the thread's title."""
_COLUMNS: Final = (
    "posts.number, posts.id, posts.text, posts.posted_at, posts.site, posts.kind, posts.verdict, "
    "posts.parent_author, posts.parent_text, posts.thread_title, posts.reviewed_at"
)


@dataclass(frozen=True)
class Wanted:
    """Which posts: what is None is not asked for. `since` counts in, `until` doesn't; both are UTC."""

    words: str | None = None
    site: str | None = None
    kind: str | None = None
    verdict: str | None = None
    signal: str | None = None
    answers: str | None = None
    """`some` for posts that were answered, `none` for those known not to be."""
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True)
class Place:
    """Where a page ends. `below` bounds the matches of a search that are looked at (see `_MATCHES`)."""

    posted_at: str = "~"
    number: int = 0
    below: int | None = None


_CONDITIONS: Final = {
    "site": "posts.site = :site",
    "kind": "posts.kind = :kind",
    "verdict": "posts.verdict = :verdict",
    "signal": "posts.number IN (SELECT post FROM signals WHERE name = :signal)",
    "since": "posts.posted_at >= :since",
    "until": "posts.posted_at < :until",
}
_ANSWERED: Final = "SELECT 1 FROM engagement WHERE post = posts.number AND replies"
_ANSWERS: Final = {
    "some": f"EXISTS ({_ANSWERED} > 0)",
    "none": f"EXISTS ({_ANSWERED} = 0) AND NOT EXISTS ({_ANSWERED} > 0)",
}


def page(db: Database, wanted: Wanted, after: Place | None, limit: int) -> tuple[list[Row], Place | None]:
    """`limit` posts at most, and where the next page begins, None at the end."""
    if wanted.words is None:
        return _newest(db, "posts", wanted, after or Place(), {}, limit)
    wanted = _with_beginnings(db, wanted)
    rows: list[Row] = []
    place: Place | None = after or Place()
    while place is not None and len(rows) < limit:
        found, place = _among_matches(db, wanted, place, limit - len(rows))
        rows += found
    return rows, place


def best(db: Database, wanted: Wanted, limit: int) -> list[Row]:
    """Of the newest `_MATCHES` posts that the words find, `limit` that match best, the newer of equals first.

    By BM25: a word counts for more the rarer it is, in the post for more than in what it answered.
    """
    matches, values = _matches(_with_beginnings(db, wanted), None, f", {_UNLIKE} AS unlike")
    sql = (
        f"SELECT {_COLUMNS} FROM ({matches}) CROSS JOIN posts ON posts.number = found "  # noqa: S608
        "ORDER BY unlike, posts.posted_at DESC, posts.number DESC LIMIT :limit"
    )
    return list(db.query(sql, values | {"limit": limit}))


def latest_counts(db: Database, numbers: Iterable[int]) -> dict[int, dict[str, int]]:
    """The newest known counts of posts."""
    sql = """
        SELECT post, likes, replies, shares, views FROM engagement
        WHERE post IN (SELECT value FROM json_each(?)) ORDER BY post, seen_at, id
    """
    found: dict[int, dict[str, int]] = {}
    for row in db.query(sql, [json.dumps(list(numbers))]):
        known = {name: count for name, count in row.items() if name != "post" and count is not None}
        found.setdefault(row["post"], {}).update(known)
    return found


def _newest(
    db: Database, source: str, wanted: Wanted, after: Place, values: dict[str, object], limit: int
) -> tuple[list[Row], Place | None]:
    conditions, asked = _conditions(wanted)
    conditions.append("(posts.posted_at, posts.number) < (:posted_at, :number)")
    asked |= {"posted_at": after.posted_at, "number": after.number, "limit": limit + 1} | values
    # Only the fixed conditions above are put into the statement; every value is bound.
    order = "ORDER BY posts.posted_at DESC, posts.number DESC"
    sql = (
        f"SELECT {_COLUMNS} FROM (SELECT posts.number AS shown FROM {source} "  # noqa: S608
        f"WHERE {' AND '.join(conditions)} {order} LIMIT :limit) "
        f"CROSS JOIN posts ON posts.number = shown {order}"
    )
    rows = list(db.query(sql, asked))
    if len(rows) <= limit:
        return rows, None
    return rows[:limit], Place(rows[limit - 1]["posted_at"], rows[limit - 1]["number"], after.below)


def _among_matches(db: Database, wanted: Wanted, after: Place, limit: int) -> tuple[list[Row], Place | None]:
    """Posts among the next `_MATCHES` that the search finds; the index gives those logged last first."""
    matches, values = _matches(wanted, after.below)
    source = f"({matches}) CROSS JOIN posts ON posts.number = found"
    rows, place = _newest(db, source, wanted, after, values, limit)
    if place is not None:
        return rows, place
    sql = f"SELECT count(*), min(found) FROM ({matches})"  # noqa: S608
    seen, lowest = db.execute(sql, values).fetchone()
    return rows, Place(below=lowest) if seen == _MATCHES else None


def _with_beginnings(db: Database, wanted: Wanted) -> Wanted:
    """Take the last word also as a beginning, unless it stands in `_MANY` posts as it is.

    For beginnings FTS5 goes through all posts that hold one, for a word through as many as are asked for.
    """
    sql = "SELECT count(*) FROM (SELECT 1 FROM posts_fts WHERE posts_fts MATCH ? LIMIT ?)"
    (there,) = db.execute(sql, [wanted.words, _MANY]).fetchone()
    if there == _MANY or wanted.words is None:
        return wanted
    return replace(wanted, words=with_beginnings(wanted.words))


def _matches(wanted: Wanted, below: int | None, more: str = "") -> tuple[str, dict[str, object]]:
    """A query for the numbers (`found`) of the next `_MATCHES` posts that the words find, and its values."""
    conditions, values = _conditions(wanted)
    where = " AND ".join(["posts_fts MATCH :words", "posts_fts.rowid < :below", *conditions])
    values |= {"words": wanted.words, "below": below or 1 << 62, "matches": _MATCHES}
    # What the index knows is enough, unless something is asked of the posts.
    posts = "CROSS JOIN posts ON posts.number = posts_fts.rowid" if conditions else ""
    sql = (
        f"SELECT posts_fts.rowid AS found{more} FROM posts_fts {posts} "  # noqa: S608 (only the conditions above)
        f"WHERE {where} ORDER BY posts_fts.rowid DESC LIMIT :matches"
    )
    return sql, values


def _conditions(wanted: Wanted) -> tuple[list[str], dict[str, object]]:
    values = {name: getattr(wanted, name) for name in _CONDITIONS if getattr(wanted, name) is not None}
    conditions = [_CONDITIONS[name] for name in values]
    if wanted.answers is not None:
        conditions.append(_ANSWERS[wanted.answers])
    return conditions, values
