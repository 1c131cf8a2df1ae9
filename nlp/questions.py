"""What a parent asks, and which words of a draft answer it, as far as their form tells."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise, zip_longest
from typing import TYPE_CHECKING

from nlp.text import HANDLE, LINK, PlainToken, Segment, asks, once, segments, tokens
from nlp.words import words

if TYPE_CHECKING:  # the viewer reads the signals' pages, which need this file, without waiting for spaCy
    from spacy.tokens import Doc

LAST_ASKED = 3
"""Questions of a parent that count: the last ones are what is left open."""
ONE_OF_TWO = frozenset(["both", "neither", "either", "first", "second", "former", "latter"])
ONE_OF_SOME = ONE_OF_TWO | {"this", "that", "these", "those", "all", "none"}
OF_TIME = frozenset(["when", "long", "often", "time", "day", "date", "month", "year", "week", "hour"])
OF_AMOUNT = frozenset(["port", "version", "number", "price", "cost"])
HOW_MANY = frozenset(("how", word) for word in ("many", "much", "old", "far", "big", "fast", "high"))
OF_PEOPLE = frozenset(["who", "whose", "whom"])
PROPOSALS = frozenset((word, "we") for word in ("shall", "should", "can", "could"))
PARTICIPLES = ("ed", "en", "ing", "made", "done", "held", "kept", "built", "sent", "set")
"""How what is asked for ends where "how is …" asks for a way ("how is it made?")."""
SUBJECTS = frozenset(
    ["you", "it", "this", "that", "they", "he", "she", "we", "i", "the", "there", "my", "your"]
)
"""How those begin who say something and ask if it is so."""
ASKS_FOR_MORE = frozenset(["what", "how", "why", "which", "where", "when", "who", "whose", "whom"])
ANYBODY = frozenset(["anyone", "anybody", "someone", "somebody", "everyone", "everybody", "else"])
"""Whom a question is put to that everybody may answer for themselves ("anyone else?")."""
ONLY_ME = frozenset([("just", "me"), ("only", "me"), ("only", "one"), ("just", "us"), ("only", "us")])
ALSO = frozenset(["also", "too", "either"])
TOO = frozenset(["same", "me", "i", "we", "us", "mine", "ours", "also", "+1", "ditto"])
"""How those begin who say that they have it too."""
AT_A_LOSS = frozenset(["idea", "clue"])
"""What "no" stands before in answers that have none."""


@dataclass(frozen=True)
class Form:
    """The forms that an answer to one question may have."""

    words: frozenset[str]
    numbers: bool
    names: bool

    def has(self, token: PlainToken) -> bool:
        """Whether the token is of such a form."""
        if token.norm in self.words or (self.numbers and token.like_num):
            return True
        return self.names and token.is_title and token.says_something


def questions(parent: "Doc | None") -> list[Segment]:
    """The last sentences of a parent that ask something."""
    return once(parent, "questions", _last_asked) if parent is not None else []


def _last_asked(doc: "Doc") -> list[Segment]:
    if not asks(doc):
        return []
    return [segment for segment in segments(doc) if "?" in segment[-1].text][-LAST_ASKED:]


def asks_for_a_view(parent: "Doc | None") -> bool:
    """Whether people are asked how they find something, so that praise is an answer."""
    return parent is not None and once(parent, "asks_for_a_view", _asks_for_a_view)


def _asks_for_a_view(parent: "Doc") -> bool:
    return any(_is_for_a_view(question) for question in questions(parent))


def _is_for_a_view(question: Segment) -> bool:
    if _has(question, "asks_opinion") or _asks_how_it_was(question):
        return True
    return _asks_about_ones_own(question) or _proposes(question)


def asks_for_things(parent: "Doc | None") -> bool:
    """Whether people are asked for things to visit, buy, watch or read, so that a pitch is an answer."""
    return parent is not None and once(parent, "asks_for_things", _asks_for_things)


def _asks_for_things(parent: "Doc") -> bool:
    return any(
        _has(question, "asks_for_things") or _asks_what_is_used(question) for question in questions(parent)
    )


def may_be_answered_by_a_word(parent: "Doc") -> bool:
    """Whether the last questions take a yes, one of two or a "me": whoever says it then has answered."""
    forms = once(parent, "forms_asked_for", _forms_asked_for)
    return any(form.words for form in forms) or any(
        token.norm in ANYBODY for question in questions(parent) for token in question
    )


def words_that_answer(doc: "Doc", parent: "Doc | None") -> Iterator[PlainToken]:
    """Words that answer by their form: yes to "is it?", a number to "how many?", a name to "who?"."""
    forms = once(parent, "forms_asked_for", _forms_asked_for) if parent is not None else []
    every = tokens(doc)
    for token, following in zip_longest(every, every[1:]):
        at_a_loss = token.norm == "no" and following is not None and following.norm in AT_A_LOSS
        if not at_a_loss and any(form.has(token) for form in forms):
            yield token


def _forms_asked_for(parent: "Doc") -> list[Form]:
    return [_form_asked_for(question) for question in questions(parent)]


def _form_asked_for(question: Segment) -> Form:
    asked = set(_norms(question))
    accepted: set[str] = set()
    if "or" in asked:
        accepted |= ONE_OF_TWO
        accepted |= {token.norm for token in question if token.says_something and not token.is_stop}
    if _is_yes_or_no(question):
        accepted |= words("yes_and_no")
        if ANYBODY.isdisjoint(asked):
            accepted.add("still")  # "still broken" to "does it work again?"
    if "which" in asked:
        accepted |= ONE_OF_SOME
    if asked & OF_TIME:
        accepted |= words("time_words")
    if _asks_who_else(question) or _asks_you_too(question):
        accepted |= TOO
    if asked & OF_PEOPLE:
        accepted |= {HANDLE, "me", "i", "we", "nobody", "everyone"}
    if "where" in asked:
        accepted |= {LINK, "here", "there", "nowhere", "everywhere"}
    amount = bool(asked & (OF_TIME | OF_AMOUNT)) or not HOW_MANY.isdisjoint(pairwise(_norms(question)))
    by_name = bool(asked & OF_PEOPLE) or "where" in asked
    return Form(frozenset(accepted), numbers=amount, names=by_name)


def _is_yes_or_no(question: Segment) -> bool:
    """Whether it begins like one ("is it?"), or says something and asks if it is so ("so you mean …?")."""
    spoken = [token.norm for token in question if token.is_alpha]
    first = next((norm for norm in spoken if norm not in words("before_imperative")), "")
    return first in words("auxiliaries") or (first in SUBJECTS and ASKS_FOR_MORE.isdisjoint(spoken))


def _asks_who_else(question: Segment) -> bool:
    """Whether it is asked if others have the same ("does anyone else?", "is it just me?")."""
    return any(
        (one in ANYBODY | OF_PEOPLE and two == "else") or (one, two) in ONLY_ME
        for one, two in pairwise(_norms(question))
    )


def _asks_you_too(question: Segment) -> bool:
    """Whether it is asked if somebody has the same as the one who asks ("do you also get this?")."""
    return "you" in _norms(question) and not ALSO.isdisjoint(_norms(question)) and _is_yes_or_no(question)


def _asks_how_it_was(question: Segment) -> bool:
    """Whether it is asked how something was, is, or went; "how is it made?" asks for more than a view."""
    norms = [token.norm for token in question if token.is_alpha]
    asked = {two for one, two in pairwise(norms) if one == "how"}
    if asked & {"was", "were"}:
        return True
    if asked & {"is", "are"}:
        return not any(norm.endswith(PARTICIPLES) for norm in norms)
    return "did" in asked and not {"find", "like", "go", "turn", "do"}.isdisjoint(norms)


def _proposes(question: Segment) -> bool:
    """Whether something is put before others to agree to ("shall we meet at seven?")."""
    return not PROPOSALS.isdisjoint(pairwise(_norms(question)[:4]))


def _asks_about_ones_own(question: Segment) -> bool:
    """Whether something of one's own is put before others ("was my talk clear?")."""
    return any(
        one in words("auxiliaries") and two in {"my", "our"} for one, two in pairwise(_norms(question)[:3])
    )


def _asks_what_is_used(question: Segment) -> bool:
    """Whether it is asked what others use ("which app do you use to track sleep?")."""
    asked = set(_norms(question))
    return (
        not {"what", "which"}.isdisjoint(asked) and not {"use", "using"}.isdisjoint(asked) and "you" in asked
    )


def _norms(question: Segment) -> list[str]:
    return [token.norm for token in question]


def _has(question: Segment, name: str) -> bool:
    return any(token.norm in words(name) for token in question)
