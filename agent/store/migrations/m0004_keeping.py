"""How long posts are kept, and which ones were deleted, so that a merge doesn't bring those back."""

from sqlite_utils import Database

_TABLES = """
CREATE TABLE retention (
    site TEXT PRIMARY KEY,               -- as in posts.site, or * for every site without a line of its own
    months INTEGER NOT NULL CHECK (months BETWEEN 1 AND 1200)  -- no line: posts are kept for ever
);

CREATE TABLE deleted_posts (
    id TEXT PRIMARY KEY,                 -- as in posts.id; nothing else of the post is kept
    deleted_at TEXT NOT NULL
);
"""


def migrate(db: Database) -> None:
    """Add the two tables."""
    db.executescript(_TABLES)
