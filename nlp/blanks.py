"""Blanks: marked places in a suggestion that only the writer can fill, written `[… what you tried]`."""

import re

from nlp.offsets import Utf16Offsets
from nlp.review import Span

BLANK = re.compile(r"\[… [^\[\]\n]{1,80}\]")


def blank(hint: str) -> str:
    """A blank with a hint of a few words."""
    return f"[… {hint}]"


def spans_in(text: str) -> tuple[Span, ...]:
    """Where the open blanks of a text stand, in UTF-16 code units."""
    found = list(BLANK.finditer(text))
    if not found:
        return ()
    offsets = Utf16Offsets(text)
    return tuple(Span(start=offsets[match.start()], end=offsets[match.end()]) for match in found)
