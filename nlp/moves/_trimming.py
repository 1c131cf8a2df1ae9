"""Takes the noise out of a draft's sentences: whole sentences that push, and words that only shout."""

import re
from collections.abc import Iterable

from spacy.tokens import Doc, Span, Token

from nlp.moves._capitals import spelled_elsewhere
from nlp.moves._flags import by_phrases
from nlp.moves._kept import goes_on_behind, is_flagged, plain
from nlp.moves._wording import begun
from nlp.moves._words import pushes, shouts
from nlp.reading import reading_of
from nlp.text import TAG, says_something, segment_spans, tokens_of

LINK_TEXT = re.compile(r"(?:https?://|www\.)\S+")
FEWEST_WORDS = 4
"""Words that say something, in a sentence that stays."""


def is_loud(doc: Doc) -> bool:
    """Whether a draft has words that only shout, or shouted ones: only these ask for its syntax."""
    return doc.text.isupper() or any(shouts(token.lower_) or _is_shouted(token) for token in doc)


def trimmed(doc: Doc) -> tuple[str, ...]:
    """What is left of a draft's sentences; empty where nothing is, or nothing was taken out.

    The draft must have its syntax where it is loud.
    """
    seen = reading_of(doc).seen
    flagged = tokens_of({name: spans for name, spans in seen.items() if name in by_phrases()})
    left = tuple(text for segment in segment_spans(doc) if (text := _left_of(segment, flagged)))
    return () if _words(" ".join(left)) == _words(LINK_TEXT.sub("", doc.text)) else left


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def _left_of(segment: Span, flagged: set[int]) -> str:
    if is_flagged(segment, flagged) or pushes(segment.text) or goes_on_behind(segment):
        return ""
    if sum(says_something(token) and token.norm_ != TAG for token in segment) < FEWEST_WORDS:
        return ""
    sentence = plain(segment)
    loud = [token for token in segment if shouts(token.lower_)]
    if not all(_can_go(token) for token in loud):
        return ""
    for token in loud:
        sentence = re.sub(rf"\b{re.escape(token.text)}\s+", "", sentence, count=1)
    return begun(_calmed(sentence, segment))


def _can_go(token: Token) -> bool:
    """Whether a word of hype stands before what it blows up, so that the rest reads on without it."""
    return token.dep_ in {"amod", "advmod"} and token.head.i > token.i


def _calmed(sentence: str, words: Iterable[Token]) -> str:
    """The sentence without shouted words; names keep a capital, and short ones may be abbreviations."""
    for token in words:
        if _is_shouted(token):
            calm = token.text.capitalize() if token.pos_ == "PROPN" else token.lower_
            sentence = re.sub(rf"\b{token.text}\b", spelled_elsewhere(token) or calm, sentence)
    return sentence


def _is_shouted(token: Token) -> bool:
    return token.is_alpha and token.is_upper and (len(token) > 4 or (len(token) > 1 and token.is_stop))
