"""Puts posts and what came back for them into a log, past the reviewer: days are before today."""

from datetime import timedelta
from typing import Any

from agent.schemas.engagement import Count, Counts
from agent.schemas.fields import iso
from agent.services import Services
from agent.store import engagement
from agent.store.clock import now
from agent.store.engagement import Snapshot
from tests.agent.calls import new_id


def ago(days: float) -> str:
    return iso(now() - timedelta(days=days))


def post(services: Services, days: float, **facts: Any) -> str:
    """Log a post of so many days ago; its id."""
    row = {
        "id": new_id(),
        "text": "We moved our builds to two small machines.",
        "posted_at": ago(days),
        "logged_at": ago(days),
        "site": "x",
        "kind": "post",
        **facts,
    }
    with services.log.writing() as db:
        db.table("posts").insert(row)
    return str(row["id"])


def number_of(services: Services, post_id: str) -> int:
    with services.log.reading() as db:
        return int(db.execute("SELECT number FROM posts WHERE id = ?", [post_id]).fetchone()[0])


def counted(services: Services, post_id: str, days: float, replies: int, source: Any = "page") -> None:
    """So many replies were counted so many days ago."""
    number = number_of(services, post_id)
    with services.log.writing() as db:
        engagement.add(db, [Snapshot(number, ago(days), source, Counts(replies=Count(value=replies)))])


def replied(services: Services, post_id: str, days: float, author: str, **facts: Any) -> str:
    """Somebody answered a post so many days ago; the reply's permalink."""
    number = number_of(services, post_id)
    status = number * 1_000 + int(days * 100)
    permalink = f"https://x.com/{author}/status/{status}"
    with services.log.writing() as db:
        db.table("replies").insert(
            {
                "post": number,
                "address": f"x.com/status/{status}",
                "permalink": permalink,
                "author": author,
                "written_at": ago(days),
                "mine": 0,
                "seen_at": ago(0),
                **facts,
            }
        )
    return permalink
