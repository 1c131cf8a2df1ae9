"""What came back for posts: snapshots of counts, each with its source and precision."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

from sqlite_utils import Database

from agent.schemas.engagement import Count, Counts

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


def counts_in(row: dict[str, Any]) -> Counts:
    """The counts that a row of the table holds."""
    return Counts(
        **{
            name: Count(value=row[name], precision=row[f"{name}_precision"])
            for name in _COUNTS
            if row[name] is not None
        }
    )


def of_post(db: Database, post: int) -> list[dict[str, Any]]:
    """The rows of a post, oldest first."""
    return list(db.query("SELECT * FROM engagement WHERE post = ? ORDER BY seen_at, id", [post]))


def latest(db: Database, post: int, source: Source, until: str, most: int) -> list[dict[str, Any]]:
    """The last `most` rows of a post that a source showed until a moment, newest first."""
    return list(
        db.query(
            "SELECT * FROM engagement WHERE post = ? AND source = ? AND seen_at <= ? "
            "ORDER BY seen_at DESC, id DESC LIMIT ?",
            [post, source, until, most],
        )
    )


def widen(db: Database, snapshot: int, until: str) -> None:
    """The source showed the same counts until this moment."""
    db.execute(
        "UPDATE engagement SET seen_until = max(coalesce(seen_until, seen_at), ?) WHERE id = ?",
        [until, snapshot],
    )


def bring_back(db: Database, post: int, moment: str) -> None:
    """What was seen of a post after this moment, by a clock that was set back since, was seen at it."""
    late = [post, moment]
    db.execute("UPDATE engagement SET seen_until = ? WHERE post = ? AND seen_until > ?", [moment, *late])
    db.execute("UPDATE engagement SET seen_at = ? WHERE post = ? AND seen_at > ?", [moment, *late])


def add(db: Database, snapshots: Iterable[Snapshot]) -> None:
    """Keep snapshots."""
    db.conn.executemany(_ADD, (snapshot.row() for snapshot in snapshots))


def add_unless_told(db: Database, snapshots: Iterable[Snapshot]) -> int:
    """Keep those snapshots whose source hasn't told the very same before; how many are kept.

    For sources that tell a sum once, like an export that is imported twice.
    """
    return sum(db.execute(_UNLESS_TOLD, snapshot.row()).rowcount for snapshot in snapshots)
