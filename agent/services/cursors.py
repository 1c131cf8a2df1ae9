"""Cursors: where a page ends, so that the next one starts after it. Opaque to who gets one."""

import base64
import binascii
import json
from dataclasses import astuple
from datetime import datetime

from agent.problems import Invalid
from agent.store.history import Place


def cursor_at(moment: str, number: int) -> str:
    """The cursor of a place in a list that goes by a moment, then by a number."""
    return base64.urlsafe_b64encode(f"{moment} {number}".encode()).decode().rstrip("=")


def place_of(cursor: str) -> tuple[str, int]:
    """The place that a cursor stands for; raises `Invalid` for one of another log."""
    try:
        moment, number = _opened(cursor).decode().split(" ")
        datetime.fromisoformat(moment)
        if not number.isascii() or not 0 < len(number) < 19:
            raise ValueError("no number of a row")
        return moment, int(number)
    except (ValueError, binascii.Error):
        raise _not_ours() from None


def cursor_in_history(place: Place) -> str:
    """The cursor of a place in the history."""
    return base64.urlsafe_b64encode(json.dumps(astuple(place)).encode()).decode().rstrip("=")


def place_in_history(cursor: str) -> Place:
    """The place in the history that a cursor stands for; raises `Invalid` for one of another log."""
    try:
        posted_at, number, below = json.loads(_opened(cursor))
        place = Place(str(posted_at), int(number), None if below is None else int(below))
    except (ValueError, TypeError, RecursionError, binascii.Error):
        raise _not_ours() from None
    if not all(-(2**63) <= each < 2**63 for each in (place.number, place.below or 0)):
        raise _not_ours()
    return place


def _opened(cursor: str) -> bytes:
    return base64.b64decode(cursor + "=" * (-len(cursor) % 4), altchars=b"-_", validate=True)


def _not_ours() -> Invalid:
    return Invalid("This cursor is not one of this log. Leave it out to start with the newest.")
