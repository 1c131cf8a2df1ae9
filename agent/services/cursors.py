"""Cursors: where a page ends, so that the next one starts after it. Opaque to who gets one."""

import base64
import binascii
from datetime import datetime

from agent.problems import Invalid


def cursor_at(moment: str, number: int) -> str:
    """The cursor of a place in a list that goes by a moment, then by a number."""
    return base64.urlsafe_b64encode(f"{moment} {number}".encode()).decode().rstrip("=")


def place_of(cursor: str) -> tuple[str, int]:
    """The place that a cursor stands for; raises `Invalid` for one of another log."""
    try:
        text = base64.b64decode(cursor + "=" * (-len(cursor) % 4), altchars=b"-_", validate=True).decode()
        moment, number = text.split(" ")
        datetime.fromisoformat(moment)
        if not number.isascii() or not 0 < len(number) < 19:
            raise ValueError("no number of a row")
        return moment, int(number)
    except (ValueError, binascii.Error):
        raise Invalid("This cursor is not one of this log. Leave it out to start with the newest.") from None
