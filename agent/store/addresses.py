"""Where each post is, kept beside the posts: whoever logs or imports one needn't know of it."""

import json

from sqlite_utils import Database

from agent.addresses import address_of, page_of

# Post numbers only grow, and a deleted post takes its row here with it: all that is above the last is new.
# They are read in their order, so that none is left below the last.
_NEW = """
SELECT number, permalink, page_url, posted_at FROM posts
WHERE number > (SELECT coalesce(max(post), 0) FROM addresses) ORDER BY number LIMIT ?
"""
_MOVED = """
SELECT number, permalink, page_url, posted_at FROM addresses JOIN posts ON number = post
WHERE stale = 1 LIMIT ?
"""
_WRITE = """
INSERT INTO addresses (post, address, thread, host, next_at) VALUES (?, ?, ?, ?, ?)
ON CONFLICT (post) DO UPDATE SET
    address = excluded.address, thread = excluded.thread, host = excluded.host, next_at = excluded.next_at,
    stale = 0
"""
# What somebody writes later in a thread may answer those who wait in it.
_WAKE = """
WITH threads AS (SELECT value FROM json_each(?))
UPDATE conversations SET stale = 1 WHERE waiting > 0 AND stale = 0 AND post IN (
    SELECT post FROM addresses WHERE thread IN threads
    UNION ALL SELECT post FROM addresses WHERE address IN threads
    UNION ALL SELECT post FROM replies WHERE address IN threads
)
"""
_BY_PERMALINK = "SELECT number, id FROM posts WHERE permalink = ? ORDER BY number DESC LIMIT 1"
_BY_ADDRESS = """
SELECT number, id FROM addresses JOIN posts ON number = post
WHERE address = ? AND stale = 0 ORDER BY number DESC LIMIT 1
"""


def waiting(db: Database) -> bool:
    """Whether there are posts whose address wasn't read."""
    return any(db.execute(sql, [1]).fetchone() for sql in (_NEW, _MOVED))


def read_waiting(db: Database, most: int) -> int:
    """Read where posts are that came or were moved since the last time, `most` of each; how many came."""
    new = db.execute(_NEW, [most]).fetchall()
    moved = db.execute(_MOVED, [most]).fetchall()
    rows = [_row(*each) for each in (*new, *moved)]
    db.conn.executemany(_WRITE, rows)
    threads = sorted({thread for _, _, thread, _, _ in rows if thread})
    if threads:
        db.execute(_WAKE, [json.dumps(threads)])
    return len(new)


def post_at(db: Database, permalink: str) -> tuple[int, str] | None:
    """Number and id of the post that can be seen there, by whatever of its addresses."""
    found = db.execute(_BY_PERMALINK, [permalink]).fetchone()
    if found is None and (address := address_of(permalink)):
        found = db.execute(_BY_ADDRESS, [address.key]).fetchone()
    return (int(found[0]), str(found[1])) if found else None


def _row(
    number: int, permalink: str | None, page_url: str | None, posted_at: str
) -> tuple[int, str | None, str | None, str | None, str | None]:
    address = address_of(permalink)
    if address is None:
        return number, None, page_of(page_url), None, None
    return number, address.key, address.thread or page_of(page_url) or address.key, address.host, posted_at
