"""What a suggestion must pass before it is shown: no invention, no repetition, a good review."""

import re
from collections.abc import Iterable

from nlp.blanks import BLANK
from nlp.offsets import utf16_length
from nlp.review import Context

NEUTRAL = "paper boats drift slowly"
"""What blanks are filled with to review a suggestion: words that nobody's rule looks for."""

LIMITS = {"x": 280, "bluesky": 300, "mastodon": 500, "threads": 500}
"""Longest post of a site in characters. UTF-16 units are never fewer than a site counts in English."""

CLAIM = re.compile(r"https?://\S+|@\w+|#\w+|[\w.,]*\d[\w.,%]*|\b[A-Z]\w*[A-Z]\w*\b|(?<=[a-z,] )[A-Z]\w+")
"""What states something that can be made up: links, handles, tags, numbers, names."""


def filled(suggestion: str) -> str:
    """The suggestion as a draft that was filled in."""
    return BLANK.sub(NEUTRAL, suggestion)


def invents(suggestion: str, draft: str, context: Context) -> bool:
    """Whether it names or counts what is neither in the draft nor in its context."""
    known = "\n".join(filter(None, (draft, context.parent_text, context.thread_title, context.parent_author)))
    claims = (match.group().strip(".,:;!?") for match in CLAIM.finditer(BLANK.sub("", suggestion)))
    return any(claim not in known for claim in claims if claim != "I")


def fits_site(suggestion: str, site: str | None) -> bool:
    """Whether the site takes a post of this length."""
    return utf16_length(suggestion) <= LIMITS.get(site or "", 100_000)


def repeats(suggestion: str, others: Iterable[str]) -> bool:
    """Whether it says the same as one of the others."""
    return any(_bare(suggestion) == _bare(other) for other in others)


def _bare(text: str) -> str:
    return re.sub(r"\W+", " ", BLANK.sub("", text)).strip().lower()
