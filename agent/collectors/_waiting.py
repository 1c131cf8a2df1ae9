"""How a site asks to be left alone: by status, by Retry-After, by its own headers of a limit."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import NamedTuple

_LONGEST = timedelta(days=7)
"""Nobody means more; a clock gone wrong may say so."""


class Wait(NamedTuple):
    """Whether the site is to be left alone, and until when if it says so."""

    wanted: bool
    until: datetime | None


def wait_of(status: int, headers: Mapping[str, str], at: datetime) -> Wait:
    """What an answer says of further requests (RFC 9110, 10.2.3; RFC 6585, 4; GitHub's x-ratelimit-*)."""
    spent = headers.get("x-ratelimit-remaining") == "0"
    if status != 429 and status < 500 and not (status == 403 and (spent or "retry-after" in headers)):
        return Wait(False, None)
    until = _retry_after(headers.get("retry-after"), at)
    if until is None and spent:
        until = _moment(headers.get("x-ratelimit-reset"))
    return Wait(True, None if until is None else min(max(until, at), at + _LONGEST))


def _retry_after(value: str | None, at: datetime) -> datetime | None:
    text = (value or "").strip()
    if text.isascii() and text.isdigit():
        return at + timedelta(seconds=min(int(text[:9]), _LONGEST.total_seconds()))
    try:
        found = parsedate_to_datetime(text)
    except ValueError:
        return None
    return found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)


def _moment(seconds: str | None) -> datetime | None:
    try:
        return datetime.fromtimestamp(int(seconds or ""), UTC)
    except (ValueError, OverflowError, OSError):
        return None
