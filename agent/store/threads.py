"""What stands around a post: the person's other posts in its thread, and the answers that are known."""

from typing import Any

from sqlite_utils import Database

Row = dict[str, Any]

_OWN = """
SELECT posts.id, posts.text, posts.posted_at FROM addresses AS this
JOIN addresses AS other ON other.thread = this.thread AND other.post <> this.post
JOIN posts ON posts.number = other.post
WHERE this.post = :number ORDER BY posts.posted_at DESC, posts.number DESC LIMIT :most
"""
_REPLIES = """
SELECT author, written_at, permalink, text, mine, waits FROM replies
WHERE post = :number ORDER BY coalesce(written_at, seen_at), id LIMIT :most
"""


def own_posts(db: Database, number: int, most: int) -> list[Row]:
    """The person's other posts in the thread of this one, newest first."""
    return list(db.query(_OWN, {"number": number, "most": most}))


def replies(db: Database, number: int, most: int) -> list[Row]:
    """The known answers to a post, oldest first; `mine` and `waits` are 0 or 1."""
    return list(db.query(_REPLIES, {"number": number, "most": most}))


def state(db: Database, number: int) -> Row | None:
    """What the person wants of the conversation under a post, None where nobody answered."""
    sql = "SELECT state, until, waiting, waiting_precision FROM conversations WHERE post = ?"
    return next(iter(db.query(sql, [number])), None)
