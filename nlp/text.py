"""What can be said of the tokens of a draft once `pitch_in_readings` has set their norms."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, TypeVar

from nlp.words import words

if TYPE_CHECKING:  # the viewer reads the signals' pages, which need this file, without waiting for spaCy
    from spacy.tokens import Doc, Span, Token

EMOJI, LINK, HANDLE, TAG, QUOTE = "🙂", "<link>", "<handle>", "<tag>", "<quote>"
"""Norms of what is no word. All emoji and emoticons read alike; QUOTE is quoted text or markup."""

Found = TypeVar("Found")

NO_WORDS = frozenset([EMOJI, HANDLE, TAG, QUOTE])


def once(doc: "Doc", name: str, find: "Callable[[Doc], Found]") -> Found:
    """What is found in a document, kept there under a name: it is asked for by many and stays the same."""
    key = f"pitch_in_{name}"
    if key not in doc.user_data:
        doc.user_data[key] = find(doc)
    found: Found = doc.user_data[key]
    return found


def says_something(token: "Token") -> bool:
    """Whether the token is a word, number or link that may bring something, and no filler or handle."""
    if token.is_space or token.norm_ in NO_WORDS or token.norm_ in words("filler"):
        return False
    if len(token.norm_) == 1 and token.is_alpha:
        return False
    return any(character.isalnum() for character in token.text)


def segments(doc: "Doc") -> "Iterator[Span]":
    """The stretches up to each sentence mark or line end, that included."""
    start = 0
    for end in once(doc, "segments", _segment_ends):
        yield doc[start:end]
        start = end


def _segment_ends(doc: "Doc") -> list[int]:
    ends = [token.i + 1 for token in doc if token.text[0] in ".!?…" or "\n" in token.text]
    return sorted({*ends, len(doc)} - {0})


def asks(parent: "Doc | None") -> bool:
    """Whether the parent asks something."""
    return parent is not None and once(parent, "asks", _has_question_mark)


def _has_question_mark(doc: "Doc") -> bool:
    return any("?" in token.text and token.norm_ != LINK for token in doc)


def tokens_of(seen: "dict[str, list[Span]]") -> set[int]:
    """The positions of all tokens in the spans of some signals."""
    return {token.i for spans in seen.values() for span in spans for token in span}


def may_open(span: "Span") -> bool:
    """Whether an imperative may stand here: first, or behind a mark, an emoji, a handle, or a "please"."""
    if span.start == 0:
        return True
    before = span.doc[span.start - 1]
    if _joins(before):
        return False
    if before.norm_ in NO_WORDS or before.norm_ in words("before_imperative"):
        return True
    return not any(character.isalnum() for character in before.text)


def _joins(mark: "Token") -> bool:
    """Whether it stands inside of a word ("write-up")."""
    return mark.text == "-" and mark.i > 0 and not (mark.whitespace_ or mark.doc[mark.i - 1].whitespace_)
