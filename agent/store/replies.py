"""Answers to posts, as collectors find them."""

from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

Row = dict[str, Any]

# What was once known isn't lost where a later answer of the site leaves it out.
_PUT = """
INSERT INTO replies (post, address, permalink, author, written_at, answers, mine, text, seen_at)
VALUES (:post, :address, :permalink, :author, :written_at, :answers, :mine, :text, :seen_at)
ON CONFLICT (post, address) DO UPDATE SET text = excluded.text
WHERE text IS NOT excluded.text
"""


@dataclass(frozen=True)
class FoundReply:
    """An answer that a site shows to a post, by its number. Addresses are in their one form."""

    post: int
    address: str
    permalink: str | None
    author: str | None
    written_at: str | None
    answers: str | None
    mine: bool
    text: str | None
    seen_at: str


def put(db: Database, found: FoundReply) -> None:
    """Keep a reply; one that is known gets the text that it has now."""
    db.execute(_PUT, vars(found))


def known(db: Database, post: int) -> frozenset[str]:
    """The addresses of the replies to a post that are known."""
    rows = db.execute("SELECT address FROM replies WHERE post = ?", [post])
    return frozenset(address for (address,) in rows)


def of_post(db: Database, post: int) -> list[Row]:
    """The rows of a post's replies."""
    return list(db.query("SELECT * FROM replies WHERE post = ? ORDER BY id", [post]))


def blot_out(db: Database, reply: int) -> None:
    """Leave of a reply only that there was one."""
    db.execute("UPDATE replies SET author = NULL, text = NULL, permalink = NULL WHERE id = ?", [reply])
