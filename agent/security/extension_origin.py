"""Origins that browsers give to extensions.

A web page can't have one, so only an extension can ask to be paired. Which extension, nobody can know from
the origin in Firefox, where it is random: that is what the code and the person's confirmation are for.
Letting every `moz-extension://` in was ActivityWatch's hole of 2026 (aw-server-rust #637).
"""

import re

from flask import request

from agent.problems import Problem

_CHROMIUM = r"chrome-extension://[a-p]{32}"
_FIREFOX = r"moz-extension://[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"
_EXTENSION = re.compile(f"{_CHROMIUM}|{_FIREFOX}")


def is_extension(origin: str | None) -> bool:
    """Whether `origin` is an extension's in Chromium or Firefox."""
    return origin is not None and _EXTENSION.fullmatch(origin) is not None


def asking_extension() -> str:
    """The origin of the extension that sends this request; raises a `Problem` (403) for anything else."""
    origin = request.headers.get("Origin")
    if origin is None or not is_extension(origin):
        raise Problem("Only the Pitch In extension can ask to be paired, from its own pages.", status=403)
    return origin
