"""Shapes of answers: what is used of them, validated; all else is left unread, and unknown stays unknown."""

from datetime import UTC, datetime
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict

from agent.importers._html import words_of
from agent.schemas.engagement import Count

_MOST = 10**15
_LONGEST_TEXT = 20_000


class Shape(BaseModel):
    """A part of an answer."""

    model_config = ConfigDict(frozen=True, extra="ignore", coerce_numbers_to_str=True)


def exactly(number: int | None) -> Count | None:
    """A count as an interface tells it; a score below zero is no number of likes, and unknown."""
    return None if number is None or not 0 <= number <= _MOST else Count(value=number)


def words(html: str | None, wanted: bool) -> str | None:
    """The words of a reply's HTML where its text is to be kept."""
    return (words_of(html)[:_LONGEST_TEXT] or None) if html and wanted else None


def plain(text: str | None, wanted: bool) -> str | None:
    """A reply's text that isn't HTML, where it is to be kept."""
    return (text.strip()[:_LONGEST_TEXT] or None) if text and wanted else None


def _in_utc(value: object) -> datetime | None:
    """Seconds, or ISO 8601 where no zone means UTC; what can't be read is unknown."""
    try:
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            return datetime.fromtimestamp(value, UTC)
        found = datetime.fromisoformat(value) if isinstance(value, str) else None
    except (ValueError, OverflowError, OSError):
        return None
    if found is None or not 1 < found.year < 9999:
        return None
    return found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)


Time = Annotated[datetime | None, BeforeValidator(_in_utc)]
