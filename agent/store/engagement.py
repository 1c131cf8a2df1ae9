"""What came back for posts: snapshots of counts, each with its source and precision."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

from sqlite_utils import Database

from agent.schemas.engagement import Counts

Source = Literal["page", "import", "collector", "by_hand"]

_COUNTS = ("likes", "replies", "shares", "views")
_COLUMNS = (*_COUNTS, *(f"{name}_precision" for name in _COUNTS))
_ALL = ("post", "seen_at", "source", *_COLUMNS)
# Only the fixed names above are put into the statements; every value is bound.
_ADD = f"INSERT INTO engagement ({', '.join(_ALL)}) SELECT {', '.join(f':{each}' for each in _ALL)}"
_UNLESS_TOLD = f"""{_ADD} WHERE NOT EXISTS (
    SELECT 1 FROM engagement WHERE post = :post AND source = :source
    AND {" AND ".join(f"{column} IS :{column}" for column in _COLUMNS)}
)"""  # noqa: S608


@dataclass(frozen=True)
class Snapshot:
    """Counts of a post, by its number, as a source showed them at a moment."""

    post: int
    seen_at: str
    source: Source
    counts: Counts

    def row(self) -> dict[str, Any]:
        """The snapshot as the table holds it."""
        row: dict[str, Any] = {"post": self.post, "seen_at": self.seen_at, "source": self.source}
        for name in _COUNTS:
            count = getattr(self.counts, name)
            row[name] = count.value if count else None
            row[f"{name}_precision"] = count.precision if count else None
        return row


def add(db: Database, snapshots: Iterable[Snapshot]) -> None:
    """Keep snapshots."""
    db.conn.executemany(_ADD, (snapshot.row() for snapshot in snapshots))


def add_unless_told(db: Database, snapshots: Iterable[Snapshot]) -> int:
    """Keep those snapshots whose source hasn't told the very same before; how many are kept.

    For sources that tell a sum once, like an export that is imported twice.
    """
    return sum(db.execute(_UNLESS_TOLD, snapshot.row()).rowcount for snapshot in snapshots)
