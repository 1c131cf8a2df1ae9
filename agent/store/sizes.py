"""What the log's tables hold: rows, and bytes where SQLite can tell."""

import sqlite3
from dataclasses import dataclass
from typing import Final

from sqlite_utils import Database

_OF_SQLITE: Final = ("sqlite_", "_sqlite_", "posts_fts_")
_BYTES: Final = """
SELECT CASE WHEN stat.name LIKE 'posts_fts%' THEN 'posts_fts' ELSE coalesce(owner.tbl_name, stat.name) END,
    sum(stat.pgsize)
FROM dbstat AS stat LEFT JOIN sqlite_master AS owner ON owner.name = stat.name
WHERE stat.aggregate = TRUE GROUP BY 1
"""


@dataclass(frozen=True)
class TableSize:
    """A table; `size` is in bytes, its indexes counted in, and None where this SQLite can't tell."""

    name: str
    rows: int
    size: int | None


def sizes(db: Database, told: dict[str, int] | None) -> list[TableSize]:
    """Every table that holds something, the largest first; `told` is what `bytes_of_tables` said."""
    names = [name for name in db.table_names() if not name.startswith(_OF_SQLITE)]
    found = [TableSize(name, _rows(db, name), None if told is None else told.get(name, 0)) for name in names]
    return sorted((each for each in found if each.rows), key=lambda each: (-(each.size or 0), -each.rows))


def pages(db: Database) -> int:
    """How many pages the file has."""
    return int(db.execute("PRAGMA page_count").fetchone()[0])


def _rows(db: Database, name: str) -> int:
    (rows,) = db.execute(f'SELECT count(*) FROM "{name}"').fetchone()  # noqa: S608 (a table's own name)
    return int(rows)


def bytes_of_tables(db: Database) -> dict[str, int] | None:
    """The bytes of each table, None where SQLite can't tell. It looks at every page of the file."""
    try:
        return dict(db.execute(_BYTES).fetchall())
    except sqlite3.OperationalError:
        # Built without the module `dbstat`, as some are.
        return None
