"""By which a text is found again that is nearly the same as one of before: a few hashes of each post."""

from sqlite_utils import Database

_TABLES = """
-- the lowest hashes of the stretches of words of a post; made again where they lack
CREATE TABLE likenesses (
    hash INTEGER NOT NULL,
    post INTEGER NOT NULL REFERENCES posts (number) ON DELETE CASCADE,
    PRIMARY KEY (hash, post)
) WITHOUT ROWID;
CREATE INDEX likenesses_of_post ON likenesses (post);
"""


def migrate(db: Database) -> None:
    """Add the table, which fills in the background."""
    db.executescript(_TABLES)
