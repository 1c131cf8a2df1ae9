"""Rows as documents: a post with all that belongs to it, or a row that belongs to no post.

`{"type": "posts", "id": …, "text": …, "signals": [{"name": …, "spans": […]}], "engagement": […]}`. What is
null is left out. Numbers that only this log knows are in none.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from sqlite_utils import Database

from agent.store.tables import Table, other_tables, posts_table

Document = dict[str, Any]

PAGE = 500
"""Posts that are in memory at once."""


def page_of_posts(db: Database, after: int) -> tuple[list[Document], int]:
    """The posts that were logged next after the number `after`, and the number to go on from."""
    sql = "SELECT number FROM posts WHERE number > ? ORDER BY number LIMIT ?"
    numbers = [number for (number,) in db.execute(sql, [after, PAGE])]
    return posts_of(db, numbers), numbers[-1] if numbers else after


def posts_of(db: Database, numbers: list[int]) -> list[Document]:
    """The posts of these numbers, at most `PAGE`, in their order."""
    return _posts_of(db, posts_table(db), numbers)


def bare_posts_of(db: Database, numbers: list[int]) -> list[Document]:
    """As `posts_of`, without what belongs to them."""
    return _posts_of(db, replace(posts_table(db), parts=()), numbers)


def _posts_of(db: Database, table: Table, numbers: list[int]) -> list[Document]:
    marks = ", ".join("?" * len(numbers))
    sql = f"SELECT * FROM posts WHERE number IN ({marks})"  # noqa: S608 (only marks)
    rows = {row["number"]: row for row in db.query(sql, numbers)}
    parts = _parts(db, table, numbers)
    return [_document(table, rows[number]) | parts.get(number, {}) for number in numbers if number in rows]


def others(db: Database) -> Iterator[Document]:
    """The rows that belong to no post."""
    for table in other_tables(db):
        for row in db.query(f"SELECT * FROM [{table.name}] ORDER BY {table.order}"):  # noqa: S608 (no value)
            yield _document(table, row)


def _document(table: Table, row: dict[str, Any]) -> Document:
    return {"type": table.name} | _facts(table, row)


def _facts(table: Table, row: dict[str, Any]) -> dict[str, Any]:
    return {name: row[name] for name in table.names if row[name] is not None}


def _parts(db: Database, table: Table, numbers: list[int]) -> dict[int, dict[str, list[dict[str, Any]]]]:
    """By number of the row that they belong to, and by table: the rows that belong to these rows."""
    found: dict[int, dict[str, list[dict[str, Any]]]] = {}
    if not numbers:
        return found
    marks = ", ".join("?" * len(numbers))
    for part in table.parts:
        sql = f"SELECT * FROM [{part.name}] WHERE [{part.link}] IN ({marks}) ORDER BY {part.order}"  # noqa: S608
        rows = list(db.query(sql, numbers))
        inner = _parts(db, part, [row[part.number] for row in rows]) if part.parts and part.number else {}
        for row in rows:
            facts = _facts(part, row) | inner.get(row[part.number or ""], {})
            found.setdefault(row[part.link or ""], {}).setdefault(part.name, []).append(facts)
    return found


def years(db: Database) -> dict[str, int]:
    """How many posts there are of each year, by year."""
    found = db.execute("SELECT substr(posted_at, 1, 4), count(*) FROM posts GROUP BY 1 ORDER BY 1")
    return dict(found.fetchall())


def numbers_of_year(db: Database, year: str) -> list[int]:
    """The numbers of the posts of a year, in the order of posting."""
    sql = "SELECT number FROM posts WHERE posted_at BETWEEN ? AND ? ORDER BY posted_at, number"
    return [number for (number,) in db.execute(sql, [f"{year}-", f"{year}-~"])]
