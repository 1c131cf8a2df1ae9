"""What the log's tables are made of, read from the file itself: for all that goes through every one of them.

So a table of a later migration is exported, imported, merged and emptied like the others, without a list.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sqlite_utils import Database

POSTS = "posts"
_OF_THIS_MACHINE = {"browsers", "pairings", "sessions", "sign_in_links", "feature_key", "deletions"}
"""Who may talk to this agent, its secret, its counter: of no use elsewhere, and not emptied with the log."""
_BOUND_TO_ITS_KEY = {"dismissals", "dismissal_features", "deleted_marks"}
"""Hashes that say nothing without `feature_key`, which stays here."""
_DERIVED = {"addresses", "people", "ties", "collector_etags", "collector_requests", "likenesses"}
"""Made of other tables, and made again where they lack, or of no use elsewhere."""
_DERIVED_COLUMNS = {
    "conversations": {"waiting", "waiting_precision", "latest_at", "latest_is", "active_at", "stale"},
    "replies": {"waits"},
}
"""Left out of rows that are facts otherwise; where such a row is written, they begin as not derived yet."""
_SWITCHES = {"collector_sites"}
"""What lets the agent talk to other machines is switched on by the person, and by no file."""
_OF_SQLITE = re.compile(r"sqlite_.*|_sqlite_.*|posts_fts.*")


@dataclass(frozen=True)
class Column:
    """A column as it was declared; `kind` is INTEGER, REAL or TEXT."""

    name: str
    kind: str
    required: bool


@dataclass(frozen=True)
class Table:
    """A table that holds facts.

    `columns` are the facts of a row: neither the `number` that the log gives it, nor the `link` to the row it
    belongs to, nor what is derived. `keys` are sets of columns (and the link) of which no two rows have the
    same values.
    """

    name: str
    number: str | None
    link: str | None
    columns: tuple[Column, ...]
    keys: tuple[frozenset[str], ...]
    parts: tuple["Table", ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(column.name for column in self.columns)

    @property
    def one_each(self) -> bool:
        """Whether there is at most one row for the row it belongs to."""
        return self.link is not None and frozenset([self.link]) in self.keys

    @property
    def order(self) -> str:
        """The columns that rows come in the order of."""
        return ", ".join([self.number] if self.number else sorted(self.keys[0]))


def posts_table(db: Database) -> Table:
    """The posts, with the tables of all that belongs to them."""
    return _table(db, POSTS)


def other_tables(db: Database) -> list[Table]:
    """The tables of facts that belong to no post."""
    own = sorted(_own(db) - _OF_THIS_MACHINE - _BOUND_TO_ITS_KEY - _DERIVED - _SWITCHES - {POSTS})
    return [_table(db, name) for name in own if not list(_links(db, name))]


def tables_to_empty(db: Database) -> list[str]:
    """Every table that holds something of the person's."""
    return sorted(_own(db) - _OF_THIS_MACHINE)


def _own(db: Database) -> set[str]:
    return {name for name in db.table_names() if not _OF_SQLITE.fullmatch(name)}


def _links(db: Database, name: str) -> Iterator[tuple[str, str]]:
    """The columns of a table that name a row of another, and that other."""
    for row in db.query(f"PRAGMA foreign_key_list([{name}])"):
        yield row["from"], row["table"]


def _table(db: Database, name: str) -> Table:
    links = [column for column, _ in _links(db, name)]
    link = links[0] if links else None
    info = list(db.query(f"PRAGMA table_info([{name}])"))
    primary = [row for row in info if row["pk"]]
    number = primary[0]["name"] if len(primary) == 1 and primary[0]["type"] == "INTEGER" else None
    keys = [frozenset([number])] if number and number == link else []
    for index in db.query(f"PRAGMA index_list([{name}])"):
        if index["unique"] and not index["partial"]:
            keys.append(frozenset(row["name"] for row in db.query(f"PRAGMA index_info([{index['name']}])")))
    columns = tuple(
        Column(row["name"], row["type"], bool(row["notnull"] or row["pk"]))
        for row in info
        if row["name"] not in {number, link} | _DERIVED_COLUMNS.get(name, set())
    )
    own = _own(db) - _DERIVED
    parts = [each for each in sorted(own) if name in (table for _, table in _links(db, each))]
    # What there is one of may be made by a trigger on the others, so it comes after them.
    tables = sorted((_table(db, each) for each in parts), key=lambda each: each.one_each)
    return Table(name, number, link, columns, tuple(keys), tuple(tables))
