"""Counts as sites and spreadsheets write them."""

import re
from typing import Annotated

from pydantic import BeforeValidator

from agent.schemas.engagement import Count

_GROUPED = re.compile(r"\d{1,3}([,.' \u00a0\u202f]\d{3})+|\d+")
_ROUNDED = re.compile(r"(\d+)(?:[.,](\d+))?\s*([kmb])\+?", re.IGNORECASE)
_UNITS = {"k": 1_000, "m": 1_000_000, "b": 1_000_000_000}
_MOST = 10**15


def count(value: object) -> Count | None:
    """`12`, "12", "1,234" exactly, "1.2K" rounded; None for all that isn't a count ("", "--", "< 1%")."""
    if isinstance(value, Count):
        return value
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return None
    if isinstance(value, str) and value.isascii() and value.isdigit():
        return _fair(int(value[:20]))
    text = str(int(value)) if isinstance(value, float) and value.is_integer() else str(value).strip()
    if _GROUPED.fullmatch(text):
        return _fair(int(re.sub(r"\D", "", text)[:20]))
    if rounded := _ROUNDED.fullmatch(text):
        whole, part, unit = rounded.groups()
        scale = _UNITS[unit.lower()]
        decimals = (part or "")[:9]
        number = int(whole[:20]) * scale + int(decimals or 0) * scale // 10 ** len(decimals)
        return Count(value=number, precision="rounded") if number <= _MOST else None
    return None


def exactly(number: int) -> Count:
    """A count that was counted here."""
    return Count(value=number)


def _fair(number: int) -> Count | None:
    return Count(value=number) if number <= _MOST else None


Seen = Annotated[Count | None, BeforeValidator(count)]
"""A count in any of the forms, for the shape of a record; what isn't one is unknown."""
