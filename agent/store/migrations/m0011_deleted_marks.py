"""By what a post that was deleted here is known again when an export of its site brings it."""

from sqlite_utils import Database

_TABLE = """
-- keyed hashes of where a deleted post was, and of its text with its site and moment; not linked to its id
CREATE TABLE deleted_marks (mark TEXT PRIMARY KEY) WITHOUT ROWID;
"""


def migrate(db: Database) -> None:
    """Add the table."""
    db.executescript(_TABLE)
