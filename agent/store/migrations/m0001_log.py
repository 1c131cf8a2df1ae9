"""The first log: posts with their signals, the browsers that may write, the viewer's sessions, settings.

Times are UTC, ISO 8601 with milliseconds and `Z`. Keys, secrets and tokens are kept as SHA-256 only.
"""

from sqlite_utils import Database

APPLICATION_ID = 0x50495443
"""Marks the file as a log of Pitch In ("PITC") for `file` and the like."""

_TABLES = """
CREATE TABLE posts (
    number INTEGER PRIMARY KEY,          -- order of logging
    id TEXT NOT NULL UNIQUE,             -- UUID made by who logged it
    text TEXT NOT NULL,
    posted_at TEXT NOT NULL,
    logged_at TEXT NOT NULL,
    permalink TEXT,
    site TEXT,                           -- name of the extension's site file; this and the next: the context
    kind TEXT CHECK (kind IN ('post', 'reply', 'comment', 'share')),
    page_url TEXT,
    parent_text TEXT,
    parent_author TEXT,
    thread_title TEXT,
    reviewed_at TEXT,                    -- null until the post is reviewed; this and the next: the review
    verdict TEXT CHECK (verdict IN ('contributes', 'me_too', 'promotion', 'unjudged')),
    confidence REAL,
    headline TEXT,
    suggestion_taken TEXT                -- name of the move whose suggestion was applied
);
CREATE INDEX posts_newest ON posts (posted_at, number);
CREATE INDEX posts_by_site ON posts (site, posted_at, number);
CREATE INDEX posts_by_verdict ON posts (verdict, posted_at, number);
CREATE INDEX posts_unreviewed ON posts (number) WHERE reviewed_at IS NULL;

CREATE TABLE signals (
    id INTEGER PRIMARY KEY,              -- in the order of the review
    post INTEGER NOT NULL REFERENCES posts (number) ON DELETE CASCADE,
    name TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('flag', 'strength')),
    reason TEXT NOT NULL
);
CREATE INDEX signals_of_post ON signals (post);
CREATE INDEX signals_by_name ON signals (name);

CREATE TABLE spans (
    id INTEGER PRIMARY KEY,
    signal INTEGER NOT NULL REFERENCES signals (id) ON DELETE CASCADE,
    start INTEGER NOT NULL,              -- offsets into the post's text, in UTF-16 code units
    "end" INTEGER NOT NULL
);
CREATE INDEX spans_of_signal ON spans (signal);

CREATE TABLE browsers (
    id TEXT PRIMARY KEY,
    origin TEXT NOT NULL,                -- of the extension; a key works only from there
    name TEXT NOT NULL,
    extension_version TEXT NOT NULL,
    key_hash TEXT NOT NULL UNIQUE,
    paired_at TEXT NOT NULL,
    last_seen_at TEXT                    -- to the minute
);

CREATE TABLE pairings (
    id TEXT PRIMARY KEY,
    origin TEXT NOT NULL,
    browser TEXT NOT NULL,
    extension_version TEXT NOT NULL,
    code TEXT NOT NULL,
    secret_hash TEXT NOT NULL,
    asked_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('waiting', 'confirmed', 'refused', 'paired'))
);

CREATE TABLE sessions (
    token_hash TEXT PRIMARY KEY,
    started_at TEXT NOT NULL,
    expires_at TEXT NOT NULL
);

CREATE TABLE sign_in_links (
    token_hash TEXT PRIMARY KEY,
    made_at TEXT NOT NULL,
    expires_at TEXT NOT NULL
);

CREATE TABLE settings (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL                  -- JSON; only values that differ from the default
);

CREATE VIEW history AS
SELECT
    posts.posted_at,
    posts.site,
    posts.kind,
    posts.text,
    posts.parent_author,
    posts.parent_text,
    posts.verdict,
    posts.confidence,
    posts.headline,
    (SELECT group_concat(name, ', ') FROM signals WHERE post = posts.number AND kind = 'flag') AS flags,
    (SELECT group_concat(name, ', ') FROM signals WHERE post = posts.number AND kind = 'strength')
        AS strengths,
    posts.suggestion_taken,
    posts.permalink,
    posts.id
FROM posts
ORDER BY posts.posted_at DESC, posts.number DESC;
"""


def migrate(db: Database) -> None:
    """Make the tables, the view and the full-text index."""
    db.executescript(_TABLES)
    db.table("posts").enable_fts(
        ["text", "parent_text", "parent_author", "thread_title"],
        create_triggers=True,
        tokenize="unicode61 remove_diacritics 2",
    )
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
