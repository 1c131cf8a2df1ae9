"""Posts that were answered: what is known of each thread, and what of it waits."""

import json
from typing import Any

from sqlite_utils import Database

Row = dict[str, Any]

_STALE = "SELECT post FROM conversations WHERE stale = 1 ORDER BY post DESC LIMIT ?"
# In a thread with more of the person's own posts than this, the newest say enough.
_MINE = """
WITH places AS (
    SELECT thread AS place FROM addresses WHERE post = :post AND thread IS NOT NULL
    UNION SELECT address FROM addresses WHERE post = :post AND address IS NOT NULL
    UNION SELECT address FROM replies WHERE post = :post
)
SELECT posted_at AS at, thread AS answers, parent_author AS author
FROM addresses JOIN posts ON number = post
WHERE thread IN places AND post <> :post AND posted_at > :posted_at
ORDER BY posted_at DESC LIMIT 1000
"""
_OWN_NAMES = """
SELECT own_handle AS name FROM collector_sites
WHERE own_handle IS NOT NULL AND host = (SELECT host FROM addresses WHERE post = :post)
UNION SELECT author FROM replies WHERE post = :post AND mine = 1 AND author IS NOT NULL
"""
_WAKE = "UPDATE conversations SET state = 'open', until = NULL WHERE until <= ?"
_SLEEPERS = "SELECT 1 FROM conversations WHERE until <= ? LIMIT 1"
_SETTLE = """
UPDATE conversations SET
    waiting = :waiting, waiting_precision = :waiting_precision, latest_at = :latest_at,
    latest_is = :latest_is, active_at = coalesce(:latest_at, :posted_at), stale = 0
WHERE post = :post
"""
_PAGE = """
SELECT conversations.*, id, site, permalink, text, posted_at
FROM conversations JOIN posts ON number = post
WHERE waiting > 0 AND state = :state AND active_at >= :since AND (active_at, post) < (:active_at, :before)
ORDER BY active_at DESC, post DESC LIMIT :limit
"""
_ONE = """
SELECT conversations.*, id, site, permalink, text, posted_at
FROM conversations JOIN posts ON number = post WHERE id = ?
"""


def stale(db: Database, most: int) -> list[int]:
    """Numbers of posts in whose threads something happened, the last logged first."""
    return [int(post) for (post,) in db.execute(_STALE, [most])]


def facts_of(db: Database, post: int) -> dict[str, Any]:
    """What is known of a post's thread: `posted_at`, and rows of `replies`, `mine`, `own_names`, `seen`."""
    (posted_at,) = db.execute("SELECT posted_at FROM posts WHERE number = ?", [post]).fetchone()
    values = {"post": post, "posted_at": posted_at}
    return {
        "posted_at": posted_at,
        "replies": list(db.query("SELECT * FROM replies WHERE post = ? ORDER BY id", [post])),
        "mine": list(db.query(_MINE, values)),
        "own_names": [row["name"] for row in db.query(_OWN_NAMES, values)],
        "seen": list(
            db.query(
                "SELECT seen_at, replies, replies_precision, source FROM engagement "
                "WHERE post = ? AND replies IS NOT NULL ORDER BY seen_at, id",
                [post],
            )
        ),
    }


def settle(db: Database, post: int, waiting: Row, replies: tuple[int, ...]) -> None:
    """Keep what waits in a post's thread, and which replies do."""
    db.execute(
        "UPDATE replies SET waits = id IN (SELECT value FROM json_each(?)) WHERE post = ?",
        [json.dumps(replies), post],
    )
    db.execute(_SETTLE, {"post": post, **waiting})


def wake(db: Database, moment: str) -> None:
    """Open those whose snooze has ended."""
    db.execute(_WAKE, [moment])


def sleepers_due(db: Database, moment: str) -> bool:
    """Whether a snooze has ended."""
    return db.execute(_SLEEPERS, [moment]).fetchone() is not None


def newest(db: Database, state: str, since: str, before: tuple[str, int] | None, limit: int) -> list[Row]:
    """Conversations in which something waits, the last answered first; `before` is where a page starts."""
    active_at, number = before or ("9999", 0)
    values = {"state": state, "since": since, "active_at": active_at, "before": number, "limit": limit}
    return list(db.query(_PAGE, values))


def find(db: Database, post_id: str) -> Row | None:
    """The conversation about a post."""
    return next(iter(db.query(_ONE, [post_id])), None)


def count(db: Database, state: str, since: str) -> int:
    """In how many something waits."""
    (found,) = db.execute(
        "SELECT count(*) FROM conversations WHERE waiting > 0 AND state = ? AND active_at >= ?",
        [state, since],
    ).fetchone()
    return int(found)


def waiting_replies(db: Database, post: int, most: int) -> list[Row]:
    """The replies to a post that wait, newest first."""
    return list(
        db.query(
            "SELECT author, written_at, permalink, text FROM replies WHERE post = ? AND waits = 1 "
            "ORDER BY written_at DESC, id DESC LIMIT ?",
            [post, most],
        )
    )


def put_state(db: Database, post: int, state: str, until: str | None, moment: str) -> None:
    """Keep what the person wants of a conversation, and since when."""
    db.execute(
        "UPDATE conversations SET state = ?, until = ?, changed_at = ? WHERE post = ?",
        [state, until, moment, post],
    )
