"""JSON as it comes in: what no Python text may hold is made harmless, at the same offsets."""

import json
import re
from typing import Any

from flask.json.provider import DefaultJSONProvider

_LONE_SURROGATES = re.compile("[\ud800-\udfff]")


class JSON(DefaultJSONProvider):
    """Reads JSON with lone surrogates replaced by U+FFFD, as browsers do when they send text as UTF-8.

    JavaScript strings may hold half of a character pair, and SQLite can't store one. The replacement takes
    one UTF-16 unit like the half did, so offsets stay right.
    """

    def loads(self, s: str | bytes, **kwargs: Any) -> Any:
        """The value of a JSON text; raises `ValueError` also where it is nested too deeply to be read."""
        try:
            return _mended(json.loads(s, **kwargs))
        except RecursionError:
            raise ValueError("nested too deeply") from None


def _mended(value: Any) -> Any:
    match value:
        case str():
            return _LONE_SURROGATES.sub("\ufffd", value)
        case list():
            return [_mended(item) for item in value]
        case dict():
            return {_mended(key): _mended(item) for key, item in value.items()}
    return value
