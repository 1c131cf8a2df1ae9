"""Posts that were changed or taken back on their site after they were logged."""

from sqlite_utils import Database

_COLUMNS = """
-- when the text was last changed on the site; null: it is as it was posted
ALTER TABLE posts ADD COLUMN edited_at TEXT;
-- when the site showed that its author took the post back; the log keeps it
ALTER TABLE posts ADD COLUMN gone_at TEXT;
"""


def migrate(db: Database) -> None:
    """Add the two moments."""
    db.executescript(_COLUMNS)
