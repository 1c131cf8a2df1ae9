"""Logs with something in every table, and all that is in a log, to compare two."""

from typing import Any

from agent.schemas.posts import NewPost
from agent.services import Services
from agent.store import Log, documents
from tests.agent.calls import new_id, new_post

ENGAGEMENT = (
    "INSERT INTO engagement (post, seen_at, source, likes, likes_precision, replies, replies_precision) "
    "VALUES (?, ?, ?, 1200, 'rounded', 0, 'exact')"
)


def fill(services: Services, posts: int = 3) -> None:
    """Posts of every kind with what belongs to them, and what belongs to none."""
    for number in range(posts):
        new = new_post(
            text=f"Great post! 🦘 number {number}" if number % 2 else f"How do you keep it warm? {number}",
            posted_at=f"2026-11-{number % 28 + 1:02d}T18:09:15.123Z",
            permalink=f"https://blog.example/builds#comment-{number}" if number % 3 else None,
            suggestion_taken="ask" if number % 2 else None,
        )
        services.posts.put(new_id(), NewPost.model_validate(new))
    services.settings.set("theme", "dark")
    with services.log.writing() as db:
        for number in range(1, posts + 1):
            db.execute(ENGAGEMENT, [number, "2026-11-25T20:00:00.000Z", "page"])
            db.execute(ENGAGEMENT, [number, "2026-11-25T21:00:00.000Z", "by_hand"])
        db.execute("UPDATE posts SET imported_from = 'x' WHERE number = 1")
        db.execute("UPDATE posts SET edited_at = logged_at, gone_at = logged_at WHERE number = 2")
        db.execute("INSERT INTO retention VALUES ('isso', 1200)")
        db.execute("INSERT INTO people_forgotten VALUES ('abc', '2026-11-25T20:00:00.000Z')")
        db.execute("INSERT INTO mutes VALUES ('agreement', 'x', '2026-11-25T20:00:00.000Z')")
        db.execute("INSERT INTO deleted_posts VALUES (?, '2026-11-25T20:00:00.000Z')", [new_id()])
        db.execute(
            "INSERT INTO replies (post, address, author, written_at, mine, text, seen_at) "
            "VALUES (1, 'blog.example/r1', 'maria', '2026-11-25T20:00:00.000Z', 0, 'Why?', "
            "'2026-11-25T20:30:00.000Z')"
        )
        db.execute(
            "INSERT INTO collector_sites (host, collector, switched_on, switched_on_at) "
            "VALUES ('fosstodon.org', 'mastodon', 1, '2026-11-25T20:00:00.000Z')"
        )
        db.execute("UPDATE conversations SET state = 'closed' WHERE post = 1")


def everything(log: Log) -> list[dict[str, Any]]:
    """All documents of a log, in the order in which they were written."""
    with log.reading() as db:
        found = list(documents.others(db))
        after = 0
        while True:
            page, after = documents.page_of_posts(db, after)
            if not page:
                return found
            found += page
