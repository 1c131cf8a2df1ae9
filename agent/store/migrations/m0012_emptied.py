"""When everything was deleted, so that no browser that still holds a post of before brings it back."""

from sqlite_utils import Database

_COLUMN = """
-- when the person deleted everything last; null: never since this column is there
ALTER TABLE deletions ADD COLUMN emptied_at TEXT;
"""


def migrate(db: Database) -> None:
    """Add the moment."""
    db.executescript(_COLUMN)
