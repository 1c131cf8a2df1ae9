"""Posts in the log: rows in, rows out."""

from collections.abc import Iterable
from typing import Any

from sqlite_utils import Database

from nlp import Review, Signal, Span

Row = dict[str, Any]


def find(db: Database, post_id: str) -> Row | None:
    """The post's row."""
    return next(iter(db.query("SELECT * FROM posts WHERE id = ?", [post_id])), None)


def insert(db: Database, row: Row) -> None:
    """Log a post that has no review yet."""
    db.table("posts").insert(row)


def numbered(db: Database, numbers: list[int]) -> list[Row]:
    """Rows of the posts of these numbers, in their order."""
    marks = ", ".join("?" * len(numbers))
    sql = f"SELECT * FROM posts WHERE number IN ({marks})"  # noqa: S608 (only marks)
    found = {row["number"]: row for row in db.query(sql, numbers)}
    return [found[number] for number in numbers]


def unreviewed(db: Database, after: int, limit: int) -> list[Row]:
    """The posts behind this number that wait for their review, as they were logged."""
    sql = "SELECT * FROM posts WHERE reviewed_at IS NULL AND number > ? ORDER BY number LIMIT ?"
    return list(db.query(sql, [after, limit]))


def count_unreviewed(db: Database) -> int:
    """How many posts wait for their review."""
    return int(db.execute("SELECT count(*) FROM posts WHERE reviewed_at IS NULL").fetchone()[0])


def store_review(db: Database, post: Row, review: Review, reviewed_at: str) -> None:
    """Keep the review of a post as it was read, unless it has one, or was edited or deleted meanwhile."""
    number = post["number"]
    updated = db.execute(
        "UPDATE posts SET reviewed_at = ?, verdict = ?, confidence = ?, headline = ? "
        "WHERE number = ? AND text = ? AND reviewed_at IS NULL",
        [reviewed_at, review.verdict, review.confidence, review.headline, number, post["text"]],
    )
    if not updated.rowcount:
        return
    for signal in review.signals:
        inserted = db.execute(
            "INSERT INTO signals (post, name, kind, reason, share) VALUES (?, ?, ?, ?, ?)",
            [number, signal.name, signal.kind, signal.reason, signal.share],
        )
        db.conn.executemany(
            'INSERT INTO spans (signal, start, "end") VALUES (?, ?, ?)',
            [(inserted.lastrowid, span.start, span.end) for span in signal.spans],
        )


def signals_of(db: Database, numbers: Iterable[int]) -> dict[int, list[Signal]]:
    """The signals of posts, by the post's number, in the order of their reviews."""
    wanted = list(numbers)
    marks = ", ".join("?" * len(wanted))
    spans: dict[int, list[Span]] = {}
    for row in db.query(
        "SELECT spans.* FROM spans JOIN signals ON signals.id = spans.signal "  # noqa: S608 (only marks)
        f"WHERE signals.post IN ({marks}) ORDER BY spans.id",
        wanted,
    ):
        spans.setdefault(row["signal"], []).append(Span(start=row["start"], end=row["end"]))
    signals: dict[int, list[Signal]] = {number: [] for number in wanted}
    for row in db.query(f"SELECT * FROM signals WHERE post IN ({marks}) ORDER BY id", wanted):  # noqa: S608
        signals[row["post"]].append(
            Signal(
                name=row["name"],
                kind=row["kind"],
                spans=tuple(spans.get(row["id"], ())),
                reason=row["reason"],
                rule=f"/signals/{row['name']}",
                share=row["share"],
            )
        )
    return signals


def last_verdicts(db: Database, site: str | None, until: str | None, limit: int) -> list[tuple[str, str]]:
    """Verdict and kind of the last posts, on one site or on all, posted before `until` if that is given."""
    on_site = "site = :site AND" if site is not None else ""
    sql = (
        f"SELECT verdict, kind FROM posts WHERE {on_site} posted_at < :until "  # noqa: S608 (a fixed part)
        "ORDER BY posted_at DESC, number DESC LIMIT :limit"
    )
    return list(db.execute(sql, {"site": site, "until": until or "~", "limit": limit}).fetchall())


def sites(db: Database) -> list[str]:
    """The sites of all posts, by name."""
    # From each site to the next in the index: DISTINCT would go through every post.
    sql = """
        WITH RECURSIVE found (site) AS (
            SELECT min(site) FROM posts WHERE site > ''
            UNION ALL
            SELECT (SELECT min(site) FROM posts WHERE posts.site > found.site) FROM found
            WHERE site IS NOT NULL
        )
        SELECT site FROM found WHERE site IS NOT NULL
    """
    return [site for (site,) in db.execute(sql)]


def edit(db: Database, number: int, text: str, edited_at: str) -> None:
    """Put another text in the place of a post's; its review, which was of the old one, goes."""
    db.execute("DELETE FROM signals WHERE post = ?", [number])
    db.execute("DELETE FROM likenesses WHERE post = ?", [number])
    db.execute(
        "UPDATE posts SET text = ?, edited_at = ?, reviewed_at = NULL, verdict = NULL, confidence = NULL, "
        "headline = NULL WHERE number = ?",
        [text, edited_at, number],
    )
    forget_words(db)


def set_gone(db: Database, number: int, gone_at: str) -> None:
    """Keep when a post was taken back, unless that is known."""
    db.execute("UPDATE posts SET gone_at = ? WHERE number = ? AND gone_at IS NULL", [gone_at, number])


def set_permalink(db: Database, post_id: str, permalink: str) -> int:
    """How many posts got this permalink: 1, or 0 where there is no such post."""
    return int(db.execute("UPDATE posts SET permalink = ? WHERE id = ?", [permalink, post_id]).rowcount)


def delete(db: Database, post_id: str) -> bool:
    """Delete a post with all that belongs to it; whether there was one."""
    deleted = db.execute("DELETE FROM posts WHERE id = ?", [post_id]).rowcount
    forget_words(db)
    return deleted > 0


def forget_words(db: Database) -> None:
    """Merge the full-text index into one piece: until then its older pieces still hold deleted words."""
    db.execute("INSERT INTO posts_fts (posts_fts) VALUES ('optimize')")
