"""Questions that stand inside of another: "Does anybody know how to …", "Any idea why …"."""

from spacy.tokens import Token

from nlp.realising import persons
from nlp.realising.lists import listed
from nlp.realising.restating import first_words, rest_of, table_for, verb_rest
from nlp.realising.ways import Asks, Read

PEOPLE = frozenset(
    ("others", "people", "you", "they", "folks", "everyone", "everybody", "someone", "somebody", "anyone")
)
"""Whose way of doing it is asked for: "how others found one", unlike "how the voting works"."""
GOING = frozenset(("to", "i", "we"))
"""What stands before what whoever asks wants to do."""


def asked_inside(tokens: list[Token]) -> Read | None:
    """What is asked is what is to be known, explained or wondered about."""
    inner = _inner(tokens)
    first, second = first_words(inner, 2)
    if first == "how":
        return _how(inner)
    if first == "where" and second in GOING:
        return "where", _to_do(inner)
    if first in {"if", "whether"}:
        return "yes_no", None
    kinds: dict[str, Asks] = {"why": "why", "which": "which"}
    if first in kinds or first in {"where", "when", "what", "who"}:
        return kinds.get(first, "matter"), _statement(inner)
    return None


def _inner(tokens: list[Token]) -> list[Token]:
    """The words of the question inside, none where there is none."""
    lower = [token.lower_ for token in tokens]
    if lower[:1] == ["any"] and lower[1:2] and lower[1] in listed("any_idea"):
        return tokens[2:]
    known = next((word for word in lower[:5] if word in listed("to_be_known")), None)
    if known is None or not set(lower[:3]) & (listed("anybody") | {"i", "we"}):
        return []
    inner = tokens[lower.index(known) + 1 :]
    return inner[1:] if inner and inner[0].lower_ in {"me", "us"} else inner


def _how(inner: list[Token]) -> Read:
    _, second = first_words(inner, 2)
    if second in listed("amounts"):
        return "amount", None
    if second in PEOPLE:
        return "way", None
    if second in GOING:
        return "way", _to_do(inner)
    return "matter", _statement(inner)


def _to_do(inner: list[Token]) -> str | None:
    """What whoever asks wants to do: "how I can mend my kettle" as "To mend your kettle"."""
    place = 3 if first_words(inner, 3)[2] in {"can", "could"} else 2
    rest = verb_rest(inner[place:], persons.TO_THE_READER)
    return rest and f"To {rest}"


def _statement(inner: list[Token]) -> str | None:
    """As the beginning of an answer: "why my kettle leaks" as "Why your kettle leaks"."""
    asks_readers = any(token.lower_ in persons.READERS for token in inner)
    rest = rest_of(inner[1:], table_for("you" if asks_readers else "i"))
    return rest and f"{inner[0].lower_.capitalize()} {rest}"
