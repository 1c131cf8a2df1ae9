"""The theme of a title that only names something: "street photography in Naples"."""

import re

from spacy.tokens import Doc, Span, Token

from nlp.realising.lists import listed
from nlp.words import words

PARTING = frozenset((":", "|", "(", ")", "[", "]", ",", ";", "?", "!", "\u2022"))
"""What parts a title; dashes do where they stand between spaces."""
DASHES = frozenset(("-", "\u2013", "\u2014"))
MOST = 8
"""Words of a theme."""
WORD = re.compile(r"[A-Za-z][\w+'\u2019-]*")
YEAR = re.compile(r"(?:19|20)\d\d")
CLAUSAL = frozenset(("VBD", "VBZ", "VBP", "VB", "MD", "PRP", "PRP$", "UH", "WP", "WRB"))
"""Tags of words that make a clause of a phrase."""
ELLIPTIC = frozenset(("under", "over", "after", "amid"))
"""Words by which a headline does without its verb: "Minister under fire"."""
MASS = re.compile(r"(?:graphy|ology|ism|ics|ness|ing)\Z")
"""Ends of nouns that need no article."""
OBJECTS = frozenset(("DET", "NOUN", "PROPN", "ADJ", "ADP"))
"""What goes on a theme that begins with something done."""


def theme_of(title: Doc) -> str | None:
    """The noun phrase that a parsed title begins with, as it reads inside a sentence; None for others."""
    start = 0
    for place in range(len(title) + 1):
        if place == len(title) or _parts(title[place]):
            part = title[start:place]
            if any(token.is_alpha and token.lower_ not in _frame() for token in part):
                return _theme(_bare(part))
            start = place + 1
    return None


def _parts(token: Token) -> bool:
    if token.text in DASHES:
        return bool(token.whitespace_) and token.i > 0 and bool(token.nbor(-1).whitespace_)
    return token.text in PARTING


def _frame() -> frozenset[str]:
    """Words by which titles say what they are, and not what they are about."""
    return listed("framing_titles") | listed("no_works")


def _bare(part: Span) -> Span:
    """The part without "Best moments of" before it and the year behind it."""
    while len(part) and part[0].lower_ in _frame() | {"of"}:
        part = part[1:]
    return part[:-1] if len(part) and YEAR.fullmatch(part[-1].text) else part


def _theme(part: Span) -> str | None:
    if not 2 <= len(part) <= MOST or not all(WORD.fullmatch(token.text) for token in part):
        return None
    if part.text.isupper() or _says_more(part):
        return None
    first, head = part[0], part.root
    as_written = first.pos_ == "PROPN" or part[1].is_title or not first.text.istitle()
    text = part.text if as_written else first.lower_ + part.text[len(first) :]
    if first.lower_.endswith("ing") and part[1].pos_ in OBJECTS:
        return text
    if head.pos_ not in ("NOUN", "PROPN") or part[-1].pos_ not in ("NOUN", "PROPN"):
        return None
    if head.tag_ == "NN" and first.lower_ != "the" and not MASS.search(head.lower_):
        return None if as_written or first.tag_ in {"JJR", "JJS"} else f"the {text}"
    return text if head.pos_ == "NOUN" or first.pos_ == "PROPN" else None


def _says_more(part: Span) -> bool:
    """Whether it is more or less than the name of something."""
    if part[0].lower_ in listed("behind") | words("prepositions"):
        return True
    loose = listed("pointing") | ELLIPTIC | listed("no_works")
    return any(token.tag_ in CLAUSAL or token.lower_ in loose for token in part)
