"""The short remark that a draft makes: words of its writer's own that a rewrite can go on from.

"MASSIVE GRIFT!!" says what its writer thinks and not why; "Massive grift, because …" is still theirs.
"""

import re

from spacy.tokens import Doc, Span

from nlp.moves._capitals import quieted
from nlp.moves._emoji import is_emoji
from nlp.moves._kept import goes_on_behind, hangs, said_in
from nlp.moves._phrases import AGREES
from nlp.moves._wording import begun
from nlp.moves._words import pushes
from nlp.text import HANDLE, LINK, QUOTE, TAG, segment_spans
from nlp.words import words

LONGEST = 70
"""Characters of a remark."""
LONGEST_DRAFT = 200
"""Characters of a draft that remarks; what is longer tells something."""
IN_THE_WAY = re.compile(r"[\u201c\u201d\"`*_<>\[\]|()\n/=\u2022]")
"""Marks of what is no plain remark."""
NO_REMARK = re.compile(
    r"(?:hi+|hel+o+|hey+|hola|ola|howdy|good (?:morning|night|evening|luck)|welcome|first|early|present|here|"
    r"(?:you(?:['\u2019]?re| are) |ur )?(?:very |most )?welcome|(?:me|same) too|following|upvoted|"
    r"(?:bump\w*|up+|dot|f|(?:also )?interested|"
    r"any (?:news|updates?|progress|tips)(?: on (?:this|it))?)\W*\Z|"
    r"test\w*|(?:re)?posted?|subscribed|done|see|sorry|see you|bye|"
    r"happy (?:\w+day|new|mlk|thanks\w*|easter|halloween|holidays))\b",
    re.I,
)
"""What greets, reports, waves or bumps: nothing can be given a reason for."""
NOT_OWN = frozenset((LINK, QUOTE, TAG, HANDLE))
NOT_SAID = re.compile(r"\s*(?:/[a-z]|[\"\u201c][^\"\u201d]*[\"\u201d]\W*\Z)")
"""How people speak to a bot, or only repeat what somebody said."""
UNBROKEN = 15
"""Letters from which a word without a space is none."""


def remark_of(doc: Doc, *, small: bool) -> str | None:
    """The first sentence of a short draft without its ending; None where nothing can follow it.

    It begins with a capital unless its writer uses none (`small`).
    """
    if len(doc.text) > LONGEST_DRAFT:
        return None
    for segment in segment_spans(doc):
        said = said_in(segment)
        if any(token.is_alpha for token in said) and segment[0].norm_ != TAG:
            remark = re.sub(r"\s+", " ", _calm(said))
            return (remark if small else begun(remark)) if _can_go_on(said, segment) else None
    return None


def speaks(doc: Doc) -> bool:
    """Whether a draft has a word or emoji of its own, and isn't only a command or a quotation."""
    own = (token for token in doc if token.norm_ not in NOT_OWN)
    spoken = any(token.is_alpha or is_emoji(token) for token in own)
    return bool(AGREES.search(doc.text)) or (spoken and not NOT_SAID.match(doc.text))


def _can_go_on(said: Span, segment: Span) -> bool:
    text = said.text
    if (
        len(text) > LONGEST
        or IN_THE_WAY.search(_without_emoji(segment))
        or NO_REMARK.match(text)
        or pushes(text)
    ):
        return False
    if any(token.norm_ in NOT_OWN or token.is_digit or len(token) > UNBROKEN for token in said):
        return False
    if goes_on_behind(segment) or any("?" in token.text for token in segment):
        return False
    spelled = [token.lower_ for token in said if token.is_alpha]
    if spelled[-1] in words("auxiliaries") and any(map(is_emoji, segment)):
        return False  # "That intro was 🔥" says it with the emoji
    if len(spelled) <= 2:  # "spot on"
        return len(spelled[-1]) > 1
    return len(spelled[-1]) > 1 and not hangs(spelled[-1])


def _without_emoji(segment: Span) -> str:
    return "".join(token.text_with_ws for token in segment if not is_emoji(token)).strip()


def _calm(said: Span) -> str:
    """Without shouting, unless one short word may be an abbreviation."""
    text = said.text
    if not text.isupper() or (len(text) <= 4 and " " not in text):
        return text
    calm = "".join(quieted(token) + token.whitespace_ for token in said).rstrip()
    return calm[0].upper() + calm[1:]
