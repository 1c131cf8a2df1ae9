"""What a person has said of flags: not so on this text, not on this site."""

from sqlite_utils import Database

_TABLES = """
-- a flag that the person called wrong on a draft; the draft isn't kept unless they agreed
CREATE TABLE dismissals (
    id TEXT PRIMARY KEY,
    signal TEXT NOT NULL,                -- name of the flag, as in nlp/signals
    site TEXT,                           -- where the draft was written, null where unknown
    dismissed_at TEXT NOT NULL,
    text TEXT                            -- the draft, only where the person agreed that it is kept
);
CREATE INDEX dismissals_by_signal ON dismissals (signal);

-- keyed hashes of stretches of that draft: enough to know nearly the same text again, not to read it
CREATE TABLE dismissal_features (
    dismissal TEXT NOT NULL REFERENCES dismissals (id) ON DELETE CASCADE,
    feature INTEGER NOT NULL,
    PRIMARY KEY (dismissal, feature)
) WITHOUT ROWID;

-- flags that aren't shown on one site; those muted everywhere are the setting muted_signals
CREATE TABLE mutes (
    signal TEXT NOT NULL,
    site TEXT NOT NULL,                  -- name of the extension's site file, or a host
    muted_at TEXT NOT NULL,
    PRIMARY KEY (signal, site)
) WITHOUT ROWID;

-- the key of the hashes, so that no table made elsewhere tells what they stand for
CREATE TABLE feature_key (key BLOB NOT NULL);
INSERT INTO feature_key (key) VALUES (randomblob(32));
"""


def migrate(db: Database) -> None:
    """Add the tables of dismissals and mutes, and the key of this log's hashes."""
    db.executescript(_TABLES)
