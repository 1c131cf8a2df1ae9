"""What a person has said of flags, in the log: rows in, rows out."""

from collections.abc import Iterable
from typing import Any

from sqlite_utils import Database

Row = dict[str, Any]


def key(db: Database) -> bytes:
    """The key of this log's hashes."""
    (found,) = db.execute("SELECT key FROM feature_key").fetchone()
    return bytes(found)


def insert_dismissal(db: Database, row: Row, features: Iterable[int]) -> None:
    """Keep a dismissal with the features of its draft."""
    db.table("dismissals").insert(row)
    db.conn.executemany(
        "INSERT INTO dismissal_features (dismissal, feature) VALUES (?, ?)",
        [(row["id"], feature) for feature in features],
    )


def delete_dismissal(db: Database, dismissal_id: str) -> bool:
    """Whether there was one."""
    return db.execute("DELETE FROM dismissals WHERE id = ?", [dismissal_id]).rowcount > 0


def dismissals(db: Database) -> list[Row]:
    """All of them, newest first."""
    return list(db.query("SELECT * FROM dismissals ORDER BY dismissed_at DESC, id"))


def features_by_dismissal(db: Database, signal: str) -> dict[str, frozenset[int]]:
    """Of each dismissal of a flag the features of its draft."""
    found: dict[str, set[int]] = {}
    rows = db.execute(
        "SELECT dismissal, feature FROM dismissal_features "
        "WHERE dismissal IN (SELECT id FROM dismissals WHERE signal = ?)",
        [signal],
    )
    for dismissal, feature in rows:
        found.setdefault(dismissal, set()).add(feature)
    return {dismissal: frozenset(features) for dismissal, features in found.items()}


def insert_mute(db: Database, signal: str, site: str, muted_at: str) -> None:
    """Mute a flag on a site, if it isn't."""
    db.execute(
        "INSERT OR IGNORE INTO mutes (signal, site, muted_at) VALUES (?, ?, ?)", [signal, site, muted_at]
    )


def delete_mute(db: Database, signal: str, site: str) -> None:
    """Hear about a flag on a site again."""
    db.execute("DELETE FROM mutes WHERE signal = ? AND site = ?", [signal, site])


def mutes(db: Database) -> list[tuple[str, str]]:
    """Each flag and the site on which it is muted."""
    return list(db.execute("SELECT signal, site FROM mutes ORDER BY site, signal").fetchall())
