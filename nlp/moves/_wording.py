"""Fills wordings: which comes first, the draft and its context decide; no clock, no chance."""

import re
import zlib
from collections.abc import Iterator, Sequence

LAST_WITHOUT_MARK = re.compile(r"https?://|www\.|[#@]\w")
PLAIN_WORD = re.compile(r"[a-z]+(?![\w.@-]|://)")


def turned_to(wordings: Sequence[str], key: str) -> Iterator[str]:
    """All wordings, beginning with the one that the key picks."""
    if not wordings:
        return
    start = zlib.crc32(key.encode("utf-8", "replace")) % len(wordings)
    yield from (*wordings[start:], *wordings[:start])


def begun(text: str) -> str:
    """The text with a capital, unless it begins with a name or figure that is written otherwise."""
    return text[0].upper() + text[1:] if PLAIN_WORD.match(text) else text


def opening(text: str) -> str:
    """The first three words, by which suggestions must differ."""
    return " ".join(re.findall(r"[\w'\u2019-]+|\[…", text.lower())[:3])


def joined(kept: str, added: str) -> str:
    """What stays and what is added: on a line of its own behind a link or tag, else as the next sentence."""
    if not (kept and added):
        return kept or added
    last = kept.split()[-1]
    if last[-1].isalnum() and not LAST_WITHOUT_MARK.match(last):
        return f"{kept}. {added}"
    return f"{kept}\n{added}" if LAST_WITHOUT_MARK.match(last) else f"{kept} {added}"
