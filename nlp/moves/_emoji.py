"""Which tokens are emoji: pictures, emoticons, and the several tokens of a short code such as ":+1:"."""

import re

from spacy.tokens import Doc, Token

from nlp.text import EMOJI, once, text_of

CODES = r"(?::(?:[+-]1|100|1234|\d*[a-z][a-z0-9_+-]*):)+"
SHORT_CODES = re.compile(rf"(?<![\w:])(?:\({CODES}\)|{CODES})(?![\w:`])")
"""One or several in a row, with the brackets around them; not "std::vec:", "10:30:00" or ":ref:`page`"."""


def is_emoji(token: Token) -> bool:
    """Whether a token is an emoji, or a part of a short code that stands for one."""
    return token.norm_ == EMOJI or token.i in once(token.doc, "short_codes", _in_short_codes)


def _in_short_codes(doc: Doc) -> frozenset[int]:
    found = [match.span() for match in SHORT_CODES.finditer(text_of(doc))]
    return frozenset(
        token.i for token in (doc if found else ()) if any(start <= token.idx < end for start, end in found)
    )
