"""A header of our own on every call.

Without it, a page could send a "simple" request that the browser doesn't ask about first. With it, every call
from another origin is preflighted, and only paired origins pass (as Zotero's connector server does it).
"""

from flask import request

from agent.problems import Problem

NAME = "X-Pitch-In"


def check_own_header() -> None:
    """Refuse (403) a call without the header."""
    if request.headers.get(NAME) != "1":
        raise Problem(f"Send the header {NAME}: 1 with every call.", status=403)
