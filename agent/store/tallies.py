"""Counts of the latest posts."""

import json
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray
from sqlite_utils import Database


def verdicts_since(db: Database, since: str) -> list[tuple[str, str]]:
    """When each post since a moment was posted, and its verdict, oldest first."""
    sql = (
        "SELECT posted_at, coalesce(verdict, 'unjudged') FROM posts WHERE posted_at >= ? "
        "ORDER BY posted_at, number"
    )
    return [(posted_at, verdict) for posted_at, verdict in db.execute(sql, [since])]


def any_posts(db: Database) -> bool:
    """Whether the log holds a post."""
    return bool(db.execute("SELECT EXISTS (SELECT 1 FROM posts)").fetchone()[0])


def numbers(db: Database) -> NDArray[np.int64]:
    """The numbers of all posts."""
    return np.fromiter((number for (number,) in db.execute("SELECT number FROM posts")), dtype=np.int64)


def with_signal(db: Database, name: str, since: str) -> tuple[int, int]:
    """How many posts a signal was seen in, and in how many of them since a moment."""
    seen = db.execute("SELECT count(*) FROM signals WHERE name = ?", [name]).fetchone()[0]
    lately = (
        "SELECT count(*) FROM posts WHERE posted_at >= ? "
        "AND EXISTS (SELECT 1 FROM signals WHERE post = posts.number AND name = ?)"
    )
    return seen, db.execute(lately, [since, name]).fetchone()[0]


def by_signal(db: Database) -> dict[str, int]:
    """In how many posts each signal was seen."""
    return dict(db.execute("SELECT name, count(*) FROM signals GROUP BY name").fetchall())


def texts(db: Database, numbers: Iterable[int]) -> dict[int, tuple[str, str]]:
    """Id and text of posts."""
    sql = "SELECT number, id, text FROM posts WHERE number IN (SELECT value FROM json_each(?))"
    return {number: (post_id, text) for number, post_id, text in db.execute(sql, [json.dumps(list(numbers))])}
