"""The person of clauses: who speaks, who is spoken to, and who is spoken of."""

from enum import Enum

from spacy.tokens import Doc, Span, Token

from nlp.language.clauses import subject
from nlp.language.imperative import tells_to_do


class Person(Enum):
    """Who a clause is about: its grammatical person."""

    FIRST = "I or we"
    SECOND = "you"
    THIRD = "others"


def person(predicate: Token) -> Person | None:
    """Who does it: the person of the subject, "you" of an imperative; None without a subject."""
    doer = subject(predicate)
    if doer is None:
        return Person.SECOND if tells_to_do(predicate) else None
    return person_of(doer)


def person_of(token: Token) -> Person:
    """The person of a pronoun; every noun is of the third."""
    return {"1": Person.FIRST, "2": Person.SECOND}.get("".join(token.morph.get("Person", [])), Person.THIRD)


def persons(doc: Doc | Span) -> set[Person]:
    """All persons that the text names by a pronoun."""
    return {person_of(token) for token in doc if token.pos_ == "PRON" and token.morph.get("Person", [])}
