"""What a parent asks, and which words of a draft answer it, as far as their form tells."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from nlp.text import HANDLE, LINK, asks, once, says_something, segments
from nlp.words import words

if TYPE_CHECKING:  # the viewer reads the signals' pages, which need this file, without waiting for spaCy
    from spacy.tokens import Doc, Span, Token

LAST_ASKED = 3
"""Questions of a parent that count: the last ones are what is left open."""
ONE_OF_TWO = frozenset(["both", "neither", "either", "first", "second", "former", "latter"])
OF_TIME = frozenset(["when", "long", "often", "time"])
OF_AMOUNT = frozenset(["port", "version", "number", "price", "cost"])
HOW_MANY = frozenset(("how", word) for word in ("many", "much", "old", "far", "big", "fast", "high"))
OF_PEOPLE = frozenset(["who", "whose", "whom"])


@dataclass(frozen=True)
class Form:
    """The forms that an answer to one question may have."""

    words: frozenset[str]
    numbers: bool
    names: bool

    def has(self, token: "Token") -> bool:
        """Whether the token is of such a form."""
        if token.norm_ in self.words or (self.numbers and token.like_num):
            return True
        return self.names and token.is_title and says_something(token)


def questions(parent: "Doc | None") -> "list[Span]":
    """The last sentences of a parent that ask something."""
    if parent is None or not asks(parent):
        return []
    return [parent[start:end] for start, end in once(parent, "questions", _last_asked)]


def _last_asked(doc: "Doc") -> list[tuple[int, int]]:
    asked = [segment for segment in segments(doc) if "?" in segment[-1].text]
    return [(segment.start, segment.end) for segment in asked[-LAST_ASKED:]]


def asks_for_a_view(parent: "Doc | None") -> bool:
    """Whether people are asked how they find something, so that praise is an answer."""
    return any(_has(question, "asks_opinion") or _asks_how_it_was(question) for question in questions(parent))


def asks_for_things(parent: "Doc | None") -> bool:
    """Whether people are asked for things to visit, buy, watch or read, so that a pitch is an answer."""
    return any(_has(question, "asks_for_things") for question in questions(parent))


def words_that_answer(doc: "Doc", parent: "Doc | None") -> "Iterator[Token]":
    """Words that answer by their form: yes to "is it?", a number to "how many?", a name to "who?"."""
    forms = [_form_asked_for(question) for question in questions(parent)]
    yield from (token for token in doc if any(form.has(token) for form in forms))


def _form_asked_for(question: "Span") -> Form:
    asked = set(_norms(question))
    accepted: set[str] = set()
    if "or" in asked:
        accepted |= ONE_OF_TWO
        accepted |= {token.norm_ for token in question if says_something(token) and not token.is_stop}
    if _is_yes_or_no(question):
        accepted |= words("yes_and_no")
    if asked & OF_TIME:
        accepted |= words("time_words")
    if asked & OF_PEOPLE:
        accepted |= {HANDLE, "me", "i", "we", "nobody", "everyone"}
    if "where" in asked:
        accepted |= {LINK, "here", "there", "nowhere", "everywhere"}
    amount = bool(asked & (OF_TIME | OF_AMOUNT)) or not HOW_MANY.isdisjoint(pairwise(_norms(question)))
    by_name = bool(asked & OF_PEOPLE) or "where" in asked
    return Form(frozenset(accepted), numbers=amount, names=by_name)


def _is_yes_or_no(question: "Span") -> bool:
    spoken = [token.norm_ for token in question if token.is_alpha]
    first = next((norm for norm in spoken if norm not in words("before_imperative")), "")
    return first in words("auxiliaries")


def _asks_how_it_was(question: "Span") -> bool:
    return any(pair in {("how", "was"), ("how", "were")} for pair in pairwise(_norms(question)))


def _norms(question: "Span") -> list[str]:
    return [token.norm_ for token in question]


def _has(question: "Span", name: str) -> bool:
    return any(token.norm_ in words(name) for token in question)
