"""When two records may be of one post: the same text on the same site, at nearly the same moment."""

from datetime import datetime, timedelta

from agent.schemas.fields import iso

_APART = timedelta(minutes=5)
"""The extension logs a post when it is sent, its site dates it when it arrives."""


def around(moment: datetime) -> tuple[str, str]:
    """The earliest and the latest moment at which the same post may be dated elsewhere."""
    return iso(moment - _APART), iso(moment + _APART)
