"""What can be said of the tokens of a draft once `pitch_in_readings` has set their norms."""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from nlp.words import words

if TYPE_CHECKING:  # the viewer reads the signals' pages, which need this file, without waiting for spaCy
    from spacy.tokens import Doc, Span, Token

EMOJI, LINK, HANDLE, TAG, QUOTE = "🙂", "<link>", "<handle>", "<tag>", "<quote>"
"""Norms of what is no word. All emoji and emoticons read alike; QUOTE is quoted text or markup."""

WRITTEN_LINK = re.compile(r"(?:https?://|www\.)\S+")
"""A link as it stands in a text that isn't read into tokens."""

Found = TypeVar("Found")

NO_WORDS = frozenset([EMOJI, HANDLE, TAG, QUOTE])


def once(doc: "Doc", name: str, find: "Callable[[Doc], Found]") -> Found:
    """What is found in a document, kept there under a name: it is asked for by many and stays the same."""
    key = f"pitch_in_{name}"
    if key not in doc.user_data:
        doc.user_data[key] = find(doc)
    found: Found = doc.user_data[key]
    return found


class PlainToken(NamedTuple):
    """A token in plain values, named as spaCy names them: that makes each token anew for every look at it."""

    i: int
    text: str
    norm: str
    says_something: bool
    """Whether it is a word, number or link that may bring something, and no filler or handle."""
    nameable: bool
    """Whether it names something: more than everyday and more than vague."""
    start: int
    """Where it begins in the text."""
    space_after: bool
    is_space: bool
    is_stop: bool
    is_alpha: bool
    is_digit: bool
    is_lower: bool
    is_upper: bool
    is_title: bool
    like_num: bool


Segment = list[PlainToken]
"""A stretch of a document up to a sentence mark or line end."""


def text_of(doc: "Doc") -> str:
    """The text of a document, which spaCy puts together anew each time."""
    return once(doc, "text", lambda it: it.text)


def tokens(doc: "Doc") -> list[PlainToken]:
    """The tokens of a document, read once."""
    return once(doc, "tokens", _read)


READ: "list[int | str]" = [
    *("ORTH", "NORM", "IDX", "SPACY", "IS_SPACE", "IS_STOP"),
    *("IS_ALPHA", "IS_DIGIT", "IS_LOWER", "IS_UPPER", "IS_TITLE", "LIKE_NUM"),
]
"""What is read of each token, in the order of `PlainToken`."""


def _read(doc: "Doc") -> list[PlainToken]:
    strings, vague, bare = doc.vocab.strings, words("vague"), NO_WORDS | words("filler")
    read: list[PlainToken] = []
    for place, (orth, norm_hash, *values) in enumerate(doc.to_array(READ).tolist()):
        text, norm = strings[orth], strings[norm_hash]
        _, _, is_space, is_stop, is_alpha, is_digit, *_ = values
        says = not is_space and norm not in bare and _has_letters(text, norm, is_alpha)
        names = says and not is_stop and norm not in vague and (len(text) > 2 or bool(is_digit))
        read.append(PlainToken(place, text, norm, says, names, *values))
    return read


def says_something(token: "Token") -> bool:
    """Whether the token is a word, number or link that may bring something, and no filler or handle."""
    norm = token.norm_
    if token.is_space or norm in NO_WORDS or norm in words("filler"):
        return False
    return _has_letters(token.text, norm, token.is_alpha)


def _has_letters(text: str, norm: str, is_alpha: bool) -> bool:
    return len(norm) != 1 if is_alpha else any(map(str.isalnum, text))


def segments(doc: "Doc") -> list[Segment]:
    """The stretches up to each sentence mark or line end, that included."""
    return once(doc, "segments", _segments)


def _segments(doc: "Doc") -> list[Segment]:
    every = tokens(doc)
    ends = [token.i + 1 for token in every if token.text[0] in ".!?…" or "\n" in token.text]
    return [every[start:end] for start, end in pairwise(sorted({0, *ends, len(every)}))]


def span_of(doc: "Doc", segment: Segment) -> "Span":
    """The segment as a span of its document."""
    return doc[segment[0].i : segment[-1].i + 1]


def segment_spans(doc: "Doc") -> "Iterator[Span]":
    """The segments as spans, for whom plain values aren't enough."""
    return (span_of(doc, segment) for segment in segments(doc))


def asks(parent: "Doc | None") -> bool:
    """Whether the parent asks something."""
    return parent is not None and once(parent, "asks", _has_question_mark)


def _has_question_mark(doc: "Doc") -> bool:
    return any("?" in token.text and token.norm != LINK for token in tokens(doc))


def tokens_of(seen: "dict[str, list[Span]]") -> set[int]:
    """The positions of all tokens in the spans of some signals."""
    return {place for spans in seen.values() for span in spans for place in range(span.start, span.end)}


def may_open(span: "Span") -> bool:
    """Whether an imperative may stand here: first, or behind a mark, an emoji, a handle, or a "please"."""
    if span.start == 0:
        return True
    every = tokens(span.doc)
    before = every[span.start - 1]
    if before.text == "-" and _joins(before, every):
        return False
    if before.norm in NO_WORDS or before.norm in words("before_imperative"):
        return True
    return not any(character.isalnum() for character in before.text)


def _joins(mark: PlainToken, every: list[PlainToken]) -> bool:
    """Whether it stands inside of a word ("write-up")."""
    return mark.i > 0 and not (mark.space_after or every[mark.i - 1].space_after)
