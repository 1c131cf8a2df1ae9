"""What can still be read of a damaged log: its tables are read from both ends and around what is broken."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

from sqlite_utils import Database

from agent.store import documents
from agent.store.documents import Document

# Through the table from both ends, and through the index of the ids: one of them may be whole.
_WAYS = (
    "SELECT number, id FROM posts ORDER BY number",
    "SELECT number, id FROM posts ORDER BY number DESC",
    "SELECT number, id FROM posts ORDER BY id",
)


def pages(damaged: Path, known: set[str]) -> Iterator[list[Document]]:
    """The posts in it whose ids aren't `known`, with what belongs to them, a page at a time."""
    with closing(sqlite3.connect(damaged)) as connection:
        db = Database(connection)
        numbers = [number for number, post_id in _numbers(db).items() if post_id not in known]
        for start in range(0, len(numbers), documents.PAGE):
            yield _readable(db, numbers[start : start + documents.PAGE])


def _numbers(db: Database) -> dict[int, str]:
    found: dict[int, str] = {}
    for way in _WAYS:
        with suppress(sqlite3.DatabaseError):
            for number, post_id in db.execute(way):
                found[number] = post_id
    return dict(sorted(found.items()))


def _readable(db: Database, numbers: list[int]) -> list[Document]:
    """These posts but for those that can't be read; what belongs to one may be lost, and its text not."""
    try:
        return documents.posts_of(db, numbers)
    except sqlite3.DatabaseError:
        if len(numbers) > 1:
            half = len(numbers) // 2
            return _readable(db, numbers[:half]) + _readable(db, numbers[half:])
    with suppress(sqlite3.DatabaseError):
        return documents.bare_posts_of(db, numbers)
    return []
