CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
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
, imported_from TEXT);
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
, share REAL CHECK (share BETWEEN 0 AND 1));
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
CREATE VIRTUAL TABLE "posts_fts" USING FTS5 (
    "text", "parent_text", "parent_author", "thread_title",
    tokenize='unicode61 remove_diacritics 2',
    content="posts"
);
CREATE TRIGGER "posts_ai" AFTER INSERT ON "posts" BEGIN
  INSERT INTO "posts_fts" (rowid, "text", "parent_text", "parent_author", "thread_title") VALUES (new.rowid, new."text", new."parent_text", new."parent_author", new."thread_title");
END;
CREATE TRIGGER "posts_ad" AFTER DELETE ON "posts" BEGIN
  INSERT INTO "posts_fts" ("posts_fts", rowid, "text", "parent_text", "parent_author", "thread_title") VALUES('delete', old.rowid, old."text", old."parent_text", old."parent_author", old."thread_title");
END;
CREATE TRIGGER "posts_au" AFTER UPDATE ON "posts" BEGIN
  INSERT INTO "posts_fts" ("posts_fts", rowid, "text", "parent_text", "parent_author", "thread_title") VALUES('delete', old.rowid, old."text", old."parent_text", old."parent_author", old."thread_title");
  INSERT INTO "posts_fts" (rowid, "text", "parent_text", "parent_author", "thread_title") VALUES (new.rowid, new."text", new."parent_text", new."parent_author", new."thread_title");
END;
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
    CHECK ((likes IS NULL) = (likes_precision IS NULL)),
    CHECK ((replies IS NULL) = (replies_precision IS NULL)),
    CHECK ((shares IS NULL) = (shares_precision IS NULL)),
    CHECK ((views IS NULL) = (views_precision IS NULL))
);
CREATE INDEX engagement_of_post ON engagement (post, seen_at);
CREATE VIEW engagement_now AS
SELECT
    posts.id,
    posts.posted_at,
    posts.site,
    posts.text,
    (SELECT likes FROM engagement WHERE post = posts.number AND likes IS NOT NULL ORDER BY seen_at DESC, id DESC LIMIT 1) AS likes,
    (SELECT replies FROM engagement WHERE post = posts.number AND replies IS NOT NULL ORDER BY seen_at DESC, id DESC LIMIT 1) AS replies,
    (SELECT shares FROM engagement WHERE post = posts.number AND shares IS NOT NULL ORDER BY seen_at DESC, id DESC LIMIT 1) AS shares,
    (SELECT views FROM engagement WHERE post = posts.number AND views IS NOT NULL ORDER BY seen_at DESC, id DESC LIMIT 1) AS views,
    (SELECT max(seen_at) FROM engagement WHERE post = posts.number) AS seen_at
FROM posts
WHERE EXISTS (SELECT 1 FROM engagement WHERE post = posts.number)
ORDER BY posts.posted_at DESC, posts.number DESC;
INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('pitch-in', 'm0001_log', '2026-01-01');
INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('pitch-in', 'm0002_engagement', '2026-01-01');
INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('pitch-in', 'm0003_shares', '2026-01-01');

INSERT INTO posts (number, id, text, posted_at, logged_at, site, verdict, reviewed_at) VALUES
    (1, '0192f3a4-0000-7000-8000-000000000001', 'Kept from before', '2026-01-01T00:00:00.000Z',
    '2026-01-01T00:00:01.000Z', 'isso', 'me_too', '2026-01-01T00:00:02.000Z');
INSERT INTO signals (id, post, name, kind, reason) VALUES (1, 1, 'praise', 'flag', 'It fits any post.');
INSERT INTO spans (id, signal, start, "end") VALUES (1, 1, 0, 4);
INSERT INTO engagement (id, post, seen_at, source, replies, replies_precision) VALUES
    (1, 1, '2026-01-02T00:00:00.000Z', 'page', 3, 'exact');
INSERT INTO settings (name, value) VALUES ('theme', '"dark"');
