"""What came back for posts, and which posts came with an import.

Counts are snapshots: what a site showed at a moment. What it didn't show is null, never 0.
"""

from sqlite_utils import Database

_COUNTS = ("likes", "replies", "shares", "views")
_CHECKS = ",\n    ".join(f"CHECK (({name} IS NULL) = ({name}_precision IS NULL))" for name in _COUNTS)
_LATEST = ",\n    ".join(
    f"(SELECT {name} FROM engagement WHERE post = posts.number AND {name} IS NOT NULL "  # noqa: S608
    f"ORDER BY seen_at DESC, id DESC LIMIT 1) AS {name}"
    for name in _COUNTS
)

_TABLES = f"""
-- name of the importer in agent/importers, null for a post that was logged when it was posted
ALTER TABLE posts ADD COLUMN imported_from TEXT;
CREATE INDEX posts_by_permalink ON posts (permalink) WHERE permalink IS NOT NULL;
CREATE INDEX posts_not_imported ON posts (site, posted_at) WHERE imported_from IS NULL;

CREATE TABLE engagement (
    id INTEGER PRIMARY KEY,
    post INTEGER NOT NULL REFERENCES posts (number) ON DELETE CASCADE,
    seen_at TEXT NOT NULL,               -- when the site showed these counts
    source TEXT NOT NULL CHECK (source IN ('page', 'import', 'collector', 'by_hand')),
    likes INTEGER,                       -- this and the next: null where unknown
    replies INTEGER,
    shares INTEGER,
    views INTEGER,
    likes_precision TEXT CHECK (likes_precision IN ('exact', 'rounded')),  -- rounded: shown as "1.2K"
    replies_precision TEXT CHECK (replies_precision IN ('exact', 'rounded')),
    shares_precision TEXT CHECK (shares_precision IN ('exact', 'rounded')),
    views_precision TEXT CHECK (views_precision IN ('exact', 'rounded')),
    {_CHECKS}
);
CREATE INDEX engagement_of_post ON engagement (post, seen_at);

CREATE VIEW engagement_now AS
SELECT
    posts.id,
    posts.posted_at,
    posts.site,
    posts.text,
    {_LATEST},
    (SELECT max(seen_at) FROM engagement WHERE post = posts.number) AS seen_at
FROM posts
WHERE EXISTS (SELECT 1 FROM engagement WHERE post = posts.number)
ORDER BY posts.posted_at DESC, posts.number DESC;
"""  # noqa: S608


def migrate(db: Database) -> None:
    """Add the table of snapshots, its view, and where an imported post came from."""
    db.executescript(_TABLES)
