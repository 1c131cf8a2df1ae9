"""The history: posts by what a person asks for, with the words that were found marked."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Final

from agent.schemas.fields import iso
from agent.services.cursors import cursor_in_history, place_in_history
from agent.services.found_words import Piece, pieces
from agent.store import Log, history, search
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
    """Posts, newest first, and the cursor of the page after them."""

    entries: list[Entry]
    next: str | None


_EXCERPT: Final = 400
_PARENT_EXCERPT: Final = 160
_NO_WORDS: Final = "\x00"


class History:
    """Finds posts."""

    def __init__(self, log: Log) -> None:
        self._log = log

    def best(self, asked: Asked, limit: int) -> list[Entry]:
        """The posts that match the words best; all that is asked for besides them holds too."""
        wanted = _wanted(asked)
        if wanted.words in (None, _NO_WORDS):
            return []
        with self._log.reading() as db:
            rows = history.best(db, wanted, limit)
            counts = history.latest_counts(db, (row["number"] for row in rows))
        return [_entry(row, asked.q, counts.get(row["number"], {})) for row in rows]

    def page(self, asked: Asked, cursor: str | None, limit: int) -> HistoryPage:
        """A page of the posts that match; raises `Invalid` for a cursor of another log."""
        wanted = _wanted(asked)
        if wanted.words == _NO_WORDS:
            return HistoryPage([], None)
        with self._log.reading() as db:
            rows, place = history.page(db, wanted, place_in_history(cursor) if cursor else None, limit)
            counts = history.latest_counts(db, (row["number"] for row in rows))
        entries = [_entry(row, asked.q, counts.get(row["number"], {})) for row in rows]
        return HistoryPage(entries, cursor_in_history(place) if place else None)


def _wanted(asked: Asked) -> Wanted:
    words = (search.full_text_query(asked.q) or _NO_WORDS) if asked.q else None
    return Wanted(
        words=words,
        site=asked.site or None,
        kind=asked.kind or None,
        verdict=asked.verdict or None,
        signal=asked.signal or None,
        answers=asked.answers or None,
        since=iso(_midnight(asked.since)) if asked.since else None,
        until=iso(_midnight(asked.until + timedelta(days=1))) if asked.until else None,
    )


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day).astimezone().astimezone(UTC)


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
