"""What tells quickly that something has changed: snoozes by their end, and whether posts went."""

from sqlite_utils import Database

_CHANGES = """
CREATE INDEX conversations_asleep ON conversations (until) WHERE until IS NOT NULL;
-- when the person last changed its state; null: never
ALTER TABLE conversations ADD COLUMN changed_at TEXT;

CREATE TABLE deletions (
    posts INTEGER NOT NULL               -- how many posts went since this table is there, for whatever reason
);
INSERT INTO deletions (posts) VALUES (0);
CREATE TRIGGER posts_went AFTER DELETE ON posts
BEGIN
    UPDATE deletions SET posts = posts + 1;
END;
"""


def migrate(db: Database) -> None:
    """Add the index, the moment of a state, and the count."""
    db.executescript(_CHANGES)
