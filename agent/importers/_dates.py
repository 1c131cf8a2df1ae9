"""Dates as networks have written them over the years, in English or in numbers, as moments in UTC."""

import re
from datetime import UTC, datetime, timedelta, timezone
from functools import cache
from typing import Annotated

from pydantic import BeforeValidator, TypeAdapter
from pydantic_core import PydanticCustomError

_MONTHS = {
    name: number
    for number, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)  # noqa: SIM905
}
_MONTH = r"(?P<name>[a-z]{3})[a-z]*\.?"
_TIME = r"(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::(?P<second>\d\d)(?:[.,](?P<fraction>\d+))?)?"
_ZONE = r"(?P<zone>z|utc|gmt|ut|[+-]\d\d:?\d\d)?"
_SHAPES = tuple(
    re.compile(shape, re.IGNORECASE)
    for shape in (
        # 2024-02-03T04:05:06.789Z, 2024-05-02 18:11:04 UTC, 2013-02-12 10:11:12 +0000, 2024-02-03
        rf"(?P<year>\d{{4}})-(?P<month>\d\d)-(?P<day>\d\d)(?:[t ]+{_TIME})?\s*{_ZONE}",
        # Tue Mar 05 14:02:11 +0000 2024
        rf"[a-z]{{3}} {_MONTH} (?P<day>\d\d?) {_TIME} {_ZONE} (?P<year>\d{{4}})",
        # Wed, 01 Jan 2025 09:00:00 +0000, 08 Feb 2026
        rf"(?:[a-z]{{3,9}}, ?)?(?P<day>\d\d?) {_MONTH} (?P<year>\d{{4}})(?: {_TIME})?\s*{_ZONE}",
        # Tue, Jul 14, 2026, January 27th, 2013 1:49pm
        rf"(?:[a-z]{{3,9}}, ?)?{_MONTH} (?P<day>\d\d?)(?:st|nd|rd|th)?,? (?P<year>\d{{4}})"
        rf"(?:,? {_TIME} ?(?P<half>[ap]m)?)?\s*{_ZONE}",
    )
)
_SECONDS = re.compile(r"\d{9,10}(\.\d+)?")
_MILLISECONDS = re.compile(r"\d{12,13}")


def moment(value: object) -> datetime:
    """The moment that `value` tells, a text or seconds since 1970; without a zone it is taken as UTC.

    Raises `ValueError` for all else, and for 0 and 0000-00-00, which are what is left of a lost date.
    """
    if isinstance(value, datetime):
        return value
    text = str(value).strip() if isinstance(value, (str, int, float)) else ""
    if not text or text in ("0", "None") or text.startswith("0000-00-00"):
        raise ValueError("there is no date")
    try:
        if _SECONDS.fullmatch(text):
            return datetime.fromtimestamp(float(text), UTC)
        if _MILLISECONDS.fullmatch(text):
            return datetime.fromtimestamp(int(text) / 1000, UTC)
        for shape in _SHAPES:
            if found := shape.fullmatch(text):
                return _moment(found.groupdict())
    except (ValueError, OverflowError, OSError):
        raise ValueError("there is no such date") from None
    raise ValueError("this isn't a date in any form known here")


def _when(value: object) -> datetime:
    try:
        return moment(value)
    except ValueError as error:
        raise PydanticCustomError("no_date", str(error)) from None


When = Annotated[datetime, BeforeValidator(_when)]
"""A date in any of the forms, for the shape of a record."""

_ANY: TypeAdapter[datetime] = TypeAdapter(When)


def when(value: object) -> datetime:
    """As `moment`, but raises the `ValidationError` by which a record is left out."""
    return _ANY.validate_python(value)


def x_moment(post_id: str) -> datetime | None:
    """When a post on X was made, to the millisecond, by its id; None for the plain numbers before 2010-11."""
    return _snowflake(post_id, 1_288_834_974_657) if len(post_id) >= 14 else None


def linkedin_moment(update_id: str) -> datetime | None:
    """When an update on LinkedIn was made, to the millisecond, by its id."""
    return _snowflake(update_id, 0) if len(update_id) >= 19 else None


def _snowflake(number: str, start: int) -> datetime | None:
    try:
        return datetime.fromtimestamp(0, UTC) + timedelta(milliseconds=(int(number) >> 22) + start)
    except (ValueError, OverflowError):
        return None


def _moment(part: dict[str, str | None]) -> datetime:
    name = (part.get("name") or "").lower()
    month = _MONTHS[name] if name in _MONTHS else int(part.get("month") or "13")
    hour = int(part["hour"] or 0)
    if half := (part.get("half") or "").lower():
        hour = hour % 12 + (12 if half == "pm" else 0)
    zone = _zone(part["zone"] or "z")
    found = datetime(
        int(part["year"] or 0),
        month,
        int(part["day"] or 0),
        hour,
        int(part["minute"] or 0),
        min(int(part["second"] or 0), 59),
        int((part["fraction"] or "0")[:6].ljust(6, "0")),
        zone,
    )
    return found if zone is UTC else found.astimezone(UTC)


@cache
def _zone(text: str) -> timezone:
    if text[0] not in "+-":
        return UTC
    offset = timedelta(hours=int(text[1:3]), minutes=int(text[-2:]))
    return timezone(-offset if text[0] == "-" else offset)
