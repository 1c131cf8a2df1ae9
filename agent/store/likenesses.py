"""Hashes of posts, by which those are found that have some in common with a text."""

from collections import Counter
from collections.abc import Iterable

from sqlite_utils import Database

from agent.store.posts import Row

_OF_EACH = 200
"""Newest posts with one hash: a stretch of words that stands in thousands of posts tells nothing of one."""
_SHARING = f"SELECT post FROM likenesses WHERE hash = ? ORDER BY post DESC LIMIT {_OF_EACH}"  # noqa: S608


def lacking(db: Database, limit: int) -> list[tuple[int, str]]:
    """Numbers and texts of the posts that were logged next after the last one with hashes."""
    (last,) = db.execute("SELECT coalesce(max(post), 0) FROM likenesses").fetchone()
    sql = "SELECT number, text FROM posts WHERE number > ? ORDER BY number LIMIT ?"
    return list(db.execute(sql, [last, limit]).fetchall())


def add(db: Database, hashes: Iterable[tuple[int, int]]) -> None:
    """Keep hashes, each with the number of its post."""
    # A post may have been deleted since its text was read.
    db.conn.executemany(
        "INSERT OR IGNORE INTO likenesses (hash, post) SELECT ?, number FROM posts WHERE number = ?", hashes
    )


def sharing(db: Database, hashes: Iterable[int], most: int) -> list[int]:
    """Numbers of the posts that have the most of these hashes, the newer first where they have as many."""
    shared: Counter[int] = Counter()
    for each in hashes:
        shared.update(post for (post,) in db.execute(_SHARING, [each]))
    return sorted(shared, key=lambda post: (-shared[post], -post))[:most]


def texts(db: Database, numbers: list[int]) -> list[Row]:
    """The posts of these numbers: text, moment, place and address."""
    marks = ", ".join("?" * len(numbers))
    sql = f"SELECT id, text, posted_at, site, permalink FROM posts WHERE number IN ({marks})"  # noqa: S608
    return list(db.query(sql, numbers))
