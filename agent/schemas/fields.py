"""Kinds of value that several schemas share."""

import re
from datetime import UTC, datetime
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator, AwareDatetime, BeforeValidator, Field, PlainSerializer

from nlp.offsets import utf16_length

MAX_TEXT = 100_000
"""Most UTF-16 code units in a draft or a post: far above any network's limit."""

_DATE_AND_TIME = re.compile(r"\d{4}-\d\d-\d\dT")


def _short_enough(text: str) -> str:
    if utf16_length(text) > MAX_TEXT:
        raise ValueError(f"a text may have {MAX_TEXT:,} characters (UTF-16 code units)")
    return text


def _date_and_time(moment: object) -> object:
    # Pydantic would also take a number, in quotes or not, for the seconds since 1970.
    if isinstance(moment, datetime) or (isinstance(moment, str) and _DATE_AND_TIME.match(moment)):
        return moment
    raise ValueError("a moment is written like 2026-11-25T18:09:15Z")


def _in_utc(moment: datetime) -> datetime:
    # The first and the last year leave no room for a change of zone.
    if not 1 < moment.year < 9999:
        raise ValueError("a date must lie between the years 2 and 9998")
    if moment.tzinfo is not UTC:
        moment = moment.astimezone(UTC)
    beyond = moment.microsecond % 1000
    return moment.replace(microsecond=moment.microsecond - beyond) if beyond else moment


def iso(moment: datetime) -> str:
    """`2026-11-25T18:09:15.000Z` for a moment in UTC: always as long, so that text order is time order."""
    return moment.isoformat(timespec="milliseconds")[:23] + "Z"


def _web_address(address: str) -> str:
    try:
        parts = urlsplit(address)
    except ValueError:
        raise ValueError("this is not a web address") from None
    if parts.scheme not in ("http", "https") or not parts.netloc or any(ord(c) <= 32 for c in address):
        raise ValueError("a web address starts with http:// or https:// and has no spaces")
    return address


Text = Annotated[str, Field(max_length=MAX_TEXT), AfterValidator(_short_enough)]
Moment = Annotated[
    AwareDatetime,
    BeforeValidator(_date_and_time),
    AfterValidator(_in_utc),
    PlainSerializer(iso, return_type=str, when_used="json"),
]
WebAddress = Annotated[str, Field(max_length=4_000), AfterValidator(_web_address)]
