"""Which posts were deleted here, so that nothing brings them back. Of them only ids and hashes are kept.

A post that came with an import is known by its id, which its site's export gives it each time. One that was
logged when it was sent has an id of its own, by which it is known when its browser sends it again, as it does
where it didn't hear the answer; in an export it is known by its address, or by its text, its site and its
moment, which the site dates up to five minutes apart.

Where everything was deleted, only the moment of that is kept, and no id: an id that a browser made tells when
it was made.
"""

import json
from collections.abc import Iterable, Iterator
from datetime import datetime
from hashlib import blake2b
from uuid import UUID

from sqlite_utils import Database

from agent.addresses import address_of
from agent.store import learning, posts
from agent.store.posts import Row

_MINUTES = 5
_IDS = "SELECT id FROM deleted_posts WHERE id IN (SELECT value FROM json_each(?))"
_EMPTIED_AT = "SELECT emptied_at FROM deletions WHERE emptied_at <= ?"
_MARKS = "SELECT mark FROM deleted_marks WHERE mark IN (SELECT value FROM json_each(?))"


def remember(db: Database, post_id: str, deleted_at: str) -> None:
    """Remember a post that is about to be deleted; nothing happens where there is none."""
    row = posts.find(db, post_id)
    if row is None:
        return
    # Whatever the clock says, a post was deleted after it was logged.
    deleted_at = max(deleted_at, row["logged_at"])
    db.execute("INSERT OR REPLACE INTO deleted_posts (id, deleted_at) VALUES (?, ?)", [post_id, deleted_at])
    marks = _marks(learning.key(db), row, (-1, 0, 1))
    db.conn.executemany("INSERT OR IGNORE INTO deleted_marks (mark) VALUES (?)", [(mark,) for mark in marks])


def among(db: Database, rows: Iterable[Row]) -> set[str]:
    """The ids of those posts that were deleted here; of each its id, site, text, moment and permalink."""
    if not count(db):
        return set()
    key = learning.key(db)
    marks = {row["id"]: set(_marks(key, row, (0,))) for row in rows}
    ids = {each for (each,) in db.execute(_IDS, [json.dumps(list(marks))])}
    known = {each for (each,) in db.execute(_MARKS, [json.dumps(list(set().union(*marks.values())))])}
    return ids | {each for each, its in marks.items() if its & known}


def knows(db: Database, post_id: str, now: str) -> bool:
    """Whether a post of this id was deleted here: by itself, or because all went that was there before `now`.

    A moment that is still to come was told by a clock that was set back since: no post is taken for one of
    before it.
    """
    if db.execute("SELECT 1 FROM deleted_posts WHERE id = ?", [post_id]).fetchone():
        return True
    made, emptied = _made_at(UUID(post_id)), db.execute(_EMPTIED_AT, [now]).fetchone()
    return bool(emptied) and made is not None and made < datetime.fromisoformat(emptied[0]).timestamp()


def remember_all(db: Database, deleted_at: str) -> None:
    """Remember that everything went, instead of what it was."""
    db.execute("UPDATE deletions SET emptied_at = ?", [deleted_at])


def count(db: Database) -> int:
    """How many deleted posts are remembered."""
    return int(db.execute("SELECT count(*) FROM deleted_posts").fetchone()[0])


def forget(db: Database) -> None:
    """Remember none any more: the next import brings back what its file holds."""
    db.execute("DELETE FROM deleted_posts")
    db.execute("DELETE FROM deleted_marks")


def _marks(key: bytes, row: Row, steps: tuple[int, ...]) -> Iterator[str]:
    """Hashes of where a post is, and of what it says there at its moment, in steps of five minutes."""
    if address := address_of(row["permalink"]):
        yield _hash(key, "address", address.key)
    moment = int(datetime.fromisoformat(row["posted_at"]).timestamp()) // (60 * _MINUTES)
    for step in steps:
        yield _hash(key, "text", row["site"] or "", str(moment + step), row["text"])


def _made_at(post_id: UUID) -> float | None:
    """When an id was made, in seconds since 1970 to the millisecond; None where it doesn't tell."""
    return (post_id.int >> 80) / 1000 if post_id.version == 7 else None


def _hash(key: bytes, *parts: str) -> str:
    text = "\0".join(parts).encode("utf-8", "surrogatepass")
    return blake2b(text, key=key, digest_size=16).hexdigest()
