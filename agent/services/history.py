"""The history: posts by what a person asks for, with the words that were found marked."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from agent.schemas.fields import iso
from agent.schemas.posts import Order
from agent.services.finding import find
from agent.services.found_words import Piece, pieces
from agent.store import Log, history
from agent.store.clock import midnight
from agent.store.history import Wanted
from nlp.review import Verdict


@dataclass(frozen=True)
class Asked:
    """What the person asks for, as typed or chosen; empty is anything. Dates are days of this machine."""

    q: str = ""
    site: str = ""
    kind: str = ""
    verdict: str = ""
    signal: str = ""
    answers: str = ""
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True)
class Entry:
    """A post in the list. Of `counts` only the known ones are there."""

    id: str
    posted_at: str
    site: str | None
    verdict: Verdict
    text: tuple[Piece, ...]
    parent_author: str | None
    thread_title: str | None
    parent_text: tuple[Piece, ...]
    counts: dict[str, int]


@dataclass(frozen=True)
class HistoryPage:
    """Posts in the order that was asked for, and the cursor of the page after them."""

    entries: list[Entry]
    next: str | None


_EXCERPT: Final = 400
_PARENT_EXCERPT: Final = 160


class History:
    """Finds posts."""

    def __init__(self, log: Log) -> None:
        self._log = log

    def page(self, asked: Asked, cursor: str | None, limit: int, order: Order = "newest") -> HistoryPage:
        """A page of the posts that match; raises `Invalid` for a cursor of another log."""
        with self._log.reading() as db:
            rows, following = find(db, asked.q, _wanted(asked), order, cursor, limit)
            counts = history.latest_counts(db, (row["number"] for row in rows))
        return HistoryPage([_entry(row, asked.q, counts.get(row["number"], {})) for row in rows], following)


def _wanted(asked: Asked) -> Wanted:
    return Wanted(
        site=asked.site or None,
        kind=asked.kind or None,
        verdict=asked.verdict or None,
        signal=asked.signal or None,
        answers=asked.answers or None,
        since=iso(midnight(asked.since)) if asked.since else None,
        until=iso(midnight(asked.until + timedelta(days=1))) if asked.until else None,
    )


def _entry(row: history.Row, typed: str, counts: dict[str, int]) -> Entry:
    return Entry(
        id=row["id"],
        posted_at=row["posted_at"],
        site=row["site"],
        verdict=row["verdict"] or "unjudged",
        text=pieces(row["text"], typed, _EXCERPT),
        parent_author=row["parent_author"],
        thread_title=row["thread_title"],
        parent_text=pieces(row["parent_text"] or "", typed, _PARENT_EXCERPT),
        counts=counts,
    )
