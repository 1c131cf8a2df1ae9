"""How much of a post's verdict came from each of its signals."""

from sqlite_utils import Database


def migrate(db: Database) -> None:
    """Add each signal's share in the verdict: 0 to 1, null where it isn't known."""
    db.execute("ALTER TABLE signals ADD COLUMN share REAL CHECK (share BETWEEN 0 AND 1)")
