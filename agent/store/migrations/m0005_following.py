"""Following what came back: where each post is, who answered, what waits for an answer, whom one met.

Facts are in `replies`, `people_forgotten`, `collector_sites` and in the state of `conversations`. All else
(`addresses`, `ties`, `people`, what waits in `conversations`) is derived from posts, engagement and replies,
and derived again where it lacks. All that belongs to a post is deleted with it.
"""

from sqlite_utils import Database

_COUNTS = ("likes", "replies", "shares", "views")
_LATEST = ",\n    ".join(
    f"(SELECT {name} FROM engagement WHERE post = posts.number AND {name} IS NOT NULL "  # noqa: S608
    f"ORDER BY seen_at DESC, id DESC LIMIT 1) AS {name}"
    for name in _COUNTS
)

_SNAPSHOTS = f"""
-- until when the source showed the same counts; null where it was asked once
ALTER TABLE engagement ADD COLUMN seen_until TEXT;

DROP VIEW engagement_now;
CREATE VIEW engagement_now AS
SELECT
    posts.id,
    posts.posted_at,
    posts.site,
    posts.text,
    {_LATEST},
    (SELECT max(coalesce(seen_until, seen_at)) FROM engagement WHERE post = posts.number) AS seen_at
FROM posts
WHERE EXISTS (SELECT 1 FROM engagement WHERE post = posts.number)
ORDER BY posts.posted_at DESC, posts.number DESC;
"""  # noqa: S608

_ADDRESSES = """
CREATE TABLE addresses (
    post INTEGER PRIMARY KEY REFERENCES posts (number) ON DELETE CASCADE,
    address TEXT,                        -- the permalink in its one form, like "x.com/status/12"
    thread TEXT,                         -- the page or post that it belongs to, in the same form
    host TEXT,                           -- of the permalink, like "fosstodon.org"
    stale INTEGER NOT NULL DEFAULT 0,    -- 1: the permalink changed since
    people_known INTEGER NOT NULL DEFAULT 0,  -- 1: the post was searched for people
    asked_at TEXT,                       -- when a collector asked last
    next_at TEXT                         -- when it may ask again; null: never again
);
CREATE INDEX addresses_by_address ON addresses (address) WHERE address IS NOT NULL;
CREATE INDEX addresses_by_thread ON addresses (thread) WHERE thread IS NOT NULL;
CREATE INDEX addresses_by_host ON addresses (host, next_at) WHERE host IS NOT NULL;
CREATE INDEX addresses_stale ON addresses (post) WHERE stale = 1;
CREATE INDEX addresses_without_people ON addresses (post) WHERE people_known = 0;

CREATE TRIGGER posts_moved AFTER UPDATE OF permalink ON posts WHEN new.permalink IS NOT old.permalink
BEGIN
    UPDATE addresses SET stale = 1 WHERE post = new.number;
END;
"""

_CONVERSATIONS = """
CREATE TABLE replies (
    id INTEGER PRIMARY KEY,
    post INTEGER NOT NULL REFERENCES posts (number) ON DELETE CASCADE,  -- the person's post
    address TEXT NOT NULL,               -- the reply's permalink in its one form
    permalink TEXT,
    author TEXT,                         -- handle; null where the person had it forgotten
    written_at TEXT,
    answers TEXT,                        -- address of what it answers, where that isn't the post
    mine INTEGER NOT NULL CHECK (mine IN (0, 1)),  -- 1: the person's own, by whatever way it was posted
    waits INTEGER NOT NULL DEFAULT 0,    -- 1: the person hasn't answered it; derived
    text TEXT,                           -- only with the setting keep_parent_text
    seen_at TEXT NOT NULL,
    UNIQUE (post, address)
);
CREATE INDEX replies_by_address ON replies (address);
CREATE INDEX replies_by_author ON replies (author) WHERE author IS NOT NULL;

CREATE TABLE conversations (
    post INTEGER PRIMARY KEY REFERENCES posts (number) ON DELETE CASCADE,
    state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'snoozed', 'closed')),
    until TEXT,                          -- end of the snooze
    waiting INTEGER NOT NULL DEFAULT 0,  -- answers that the person hasn't answered; this and the next derived
    waiting_precision TEXT NOT NULL DEFAULT 'exact' CHECK (waiting_precision IN ('exact', 'rounded')),
    latest_at TEXT,                      -- of the newest of them
    latest_is TEXT CHECK (latest_is IN ('written', 'noticed')),  -- noticed: when the count was first seen
    active_at TEXT,                      -- latest_at, or when the post was posted
    stale INTEGER NOT NULL DEFAULT 1,    -- 1: something happened since
    CHECK ((state = 'snoozed') = (until IS NOT NULL))
);
CREATE INDEX conversations_waiting ON conversations (state, active_at, post) WHERE waiting > 0;
CREATE INDEX conversations_stale ON conversations (post) WHERE stale = 1;

CREATE TRIGGER replies_counted AFTER INSERT ON engagement WHEN new.replies > 0
BEGIN
    INSERT INTO conversations (post) VALUES (new.post) ON CONFLICT (post) DO UPDATE SET stale = 1;
END;
CREATE TRIGGER replies_came AFTER INSERT ON replies
BEGIN
    INSERT INTO conversations (post) VALUES (new.post) ON CONFLICT (post) DO UPDATE SET stale = 1;
END;

INSERT INTO conversations (post) SELECT DISTINCT post FROM engagement WHERE replies > 0;

CREATE VIEW conversations_open AS
SELECT
    posts.id,
    posts.site,
    posts.text,
    conversations.waiting,
    (SELECT group_concat(author, ', ') FROM
        (SELECT DISTINCT author FROM replies WHERE post = posts.number AND waits = 1)) AS answered_by,
    conversations.latest_at,
    posts.permalink
FROM conversations
JOIN posts ON posts.number = conversations.post
WHERE conversations.state = 'open' AND conversations.waiting > 0
ORDER BY conversations.active_at DESC, posts.number DESC;
"""

_PEOPLE = """
CREATE TABLE people (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    site TEXT NOT NULL,                  -- host where they were met, else the name of the site
    handle TEXT NOT NULL,
    name TEXT NOT NULL,                  -- the handle as it is compared
    answered INTEGER NOT NULL DEFAULT 0, -- posts of yours that answer them; this and the next by trigger
    thanked INTEGER NOT NULL DEFAULT 0,
    recommended INTEGER NOT NULL DEFAULT 0,
    answered_you INTEGER NOT NULL DEFAULT 0,  -- posts of yours that they answered
    last_at TEXT,
    UNIQUE (site, name)
);
CREATE INDEX people_latest ON people (last_at, id);

CREATE TABLE ties (
    post INTEGER NOT NULL REFERENCES posts (number) ON DELETE CASCADE,
    person INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('answered', 'thanked', 'recommended', 'answered_you')),
    at TEXT NOT NULL,
    PRIMARY KEY (post, person, kind)
) WITHOUT ROWID;
CREATE INDEX ties_of_person ON ties (person, at);

CREATE TRIGGER ties_made AFTER INSERT ON ties
BEGIN
    UPDATE people SET
        answered = answered + (new.kind = 'answered'),
        thanked = thanked + (new.kind = 'thanked'),
        recommended = recommended + (new.kind = 'recommended'),
        answered_you = answered_you + (new.kind = 'answered_you'),
        last_at = max(coalesce(last_at, new.at), new.at)
    WHERE id = new.person;
END;
CREATE TRIGGER ties_gone AFTER DELETE ON ties
BEGIN
    UPDATE people SET
        answered = answered - (old.kind = 'answered'),
        thanked = thanked - (old.kind = 'thanked'),
        recommended = recommended - (old.kind = 'recommended'),
        answered_you = answered_you - (old.kind = 'answered_you'),
        last_at = (SELECT max(at) FROM ties WHERE person = old.person)
    WHERE id = old.person;
    DELETE FROM people WHERE id = old.person AND last_at IS NULL;
END;

CREATE TRIGGER thanks_seen AFTER INSERT ON signals
WHEN new.name IN ('specific_thanks', 'recommendation')
BEGIN
    UPDATE addresses SET people_known = 0 WHERE post = new.post;
END;

CREATE TABLE people_forgotten (
    hash TEXT PRIMARY KEY,               -- SHA-256 of site and name: who was deleted isn't noted again
    forgotten_at TEXT NOT NULL
);
"""

_COLLECTORS = """
CREATE TABLE collector_sites (
    host TEXT PRIMARY KEY,               -- a site that the person switched on at some time
    collector TEXT NOT NULL,             -- file in agent/collectors
    switched_on INTEGER NOT NULL CHECK (switched_on IN (0, 1)),
    switched_on_at TEXT,
    own_handle TEXT,                     -- whose posts they are, as the site says
    last_asked_at TEXT,
    failures INTEGER NOT NULL DEFAULT 0, -- in a row
    resting_until TEXT,                  -- no request before; null: none is due to trouble
    resting_because TEXT
);

CREATE TABLE collector_requests (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    post INTEGER NOT NULL REFERENCES posts (number) ON DELETE CASCADE,  -- its address tells of the post
    asked_at TEXT NOT NULL,
    host TEXT NOT NULL,
    address TEXT NOT NULL,
    status INTEGER,                      -- of the answer; null where none came
    outcome TEXT NOT NULL
        CHECK (outcome IN ('answered', 'unchanged', 'refused', 'slow_down', 'failed', 'misshapen')),
    bytes INTEGER NOT NULL,
    sentence TEXT                        -- what went wrong
);
CREATE INDEX collector_requests_by_time ON collector_requests (asked_at);
CREATE INDEX collector_requests_of_post ON collector_requests (post);

CREATE TABLE collector_etags (
    post INTEGER NOT NULL REFERENCES posts (number) ON DELETE CASCADE,
    address TEXT NOT NULL,
    etag TEXT,
    last_modified TEXT,
    PRIMARY KEY (post, address)
) WITHOUT ROWID;
"""


def migrate(db: Database) -> None:
    """Widen snapshots in time, and add addresses, replies, conversations, people and collectors."""
    for part in (_SNAPSHOTS, _ADDRESSES, _CONVERSATIONS, _PEOPLE, _COLLECTORS):
        db.executescript(part)
