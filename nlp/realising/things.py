"""Things of a parent that can be spoken about: noun phrases that stand for themselves."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from nlp.language.clauses import relation
from nlp.realising import persons, phrases
from nlp.realising.lists import listed
from nlp.realising.prose import is_prose
from nlp.text import says_something
from nlp.words import words

DEFINITE = frozenset(("the", "my", "our"))
INSIDE = frozenset(("det", "amod", "nummod", "compound", "nmod", "flat", "goeswith"))
LONGEST_THING = 6
LEAST_WITHOUT_REST = 3
"""Tokens of a phrase that says which one it means, whatever follows."""
YEAR = re.compile(r"(?:19|20)\d\d")
KIND = (0.4, 0.7)
"""What things in general are worth: in one word, "orders", and in several, "carbon shoes"."""
SPECIFIC = (0.1, 0.55, 0.8)
"""What a thing is worth by its words: "the bill" may be any, "the final proof" is one of its kind."""


@dataclass(frozen=True)
class Thing:
    """A noun phrase that fits behind "about": "your queue", "Postgres", "the retry loop"."""

    text: str
    plural: bool
    owned: bool
    """Whether it is the parent writer's own ("your queue")."""
    person: bool
    """Whether it may be somebody's name."""
    start: int
    worth: float


def whole_phrase(noun: Token, up_to: Token | None = None) -> Span | None:
    """The noun phrase around a noun; None where it doesn't stand for itself or reach up to a word."""
    if noun.pos_ not in ("NOUN", "PROPN") or noun.norm_ in phrases.UNUSABLE:
        return None
    start = noun.i
    for child in reversed(list(noun.lefts)):
        if child.right_edge.i != start - 1 or relation(child) not in INSIDE:
            break
        start = child.left_edge.i
    phrase = noun.doc[start : noun.i + 1]
    if len(phrase) > LONGEST_THING or persons.points_elsewhere(phrase) or not _reads(phrase):
        return None
    if up_to is not None and phrase.end != up_to.i:
        phrase = with_of(phrase)
        return phrase if phrase.end == up_to.i else None
    return phrase


def _reads(phrase: Span) -> bool:
    """Whether a phrase has its article, or is a name or a plural that needs none."""
    noun = phrase[-1]
    if any(
        token.norm_ in phrases.UNUSABLE or token.text in phrases.QUOTES or token.is_space for token in phrase
    ):
        return False
    first = phrase[0].lower_
    if first in DEFINITE:
        return len(phrase) > 1 and len(noun) > 1
    if first in {"a", "an", "your", "no", "any", "some", "every", "each"}:
        return False
    before = phrase.doc[phrase.start - 1] if phrase.start else None
    if before is not None and (before.like_num or before.text in {"#", "$", "@", "-", "/"}):
        return False
    named = noun.pos_ == "PROPN" and noun.text[0].isupper() and noun.i > phrases.sentence_of(noun).start
    mixed = any(character.isdigit() for character in noun.text) and any(map(str.isalpha, noun.text))
    return (named and all(token.pos_ == "PROPN" for token in phrase)) or mixed


def things(parent: Doc) -> Iterator[Thing]:
    """The noun phrases of the parent that have an article or owner, and names with more to them."""
    for chunk in parent.noun_chunks:
        noun = chunk[-1]
        phrase = whole_phrase(noun)
        if phrase is None or phrase[0].lower_ not in DEFINITE or not _names_something(phrase):
            continue
        if not is_prose(noun) or phrase[1].lower_ in listed("elsewhere"):
            continue
        full = with_of(phrase)
        if (
            not (_is_cut(full) or phrases.ends_phrase(parent, full.end))
            or _is_time(phrase)
            or _may_go_on(full)
            or _may_be_clause(phrase)
        ):
            continue
        owned = phrase[0].lower_ != "the"
        text = persons.turned(full, persons.TO_THE_READER)
        yield Thing(
            text=text[0].lower() + text[1:],
            plural=noun.tag_ in ("NNS", "NNPS"),
            owned=owned,
            person=noun.norm_ in listed("people"),
            start=full.start,
            worth=SPECIFIC[min(len(full) - 2, 2)] + 0.2 * owned + _part(noun),
        )
    yield from _kinds(parent)


def _is_cut(phrase: Span) -> bool:
    """Whether a phrase stands for itself without what follows: "the oak ramp | for the library"."""
    doc = phrase.doc
    if len(phrase) < LEAST_WITHOUT_REST or phrase.end >= len(doc):
        return False
    after = doc[phrase.end]
    return (after.pos_ == "ADP" and after.lower_ != "of") or YEAR.fullmatch(after.text) is not None


def _part(noun: Token) -> float:
    """What a thing is worth for its part in the sentence: who does or suffers, before where and with what.

    People are rarely the matter itself.
    """
    if noun.norm_ in listed("people"):
        return -0.4
    return {"nsubj": 0.1, "obj": 0.1, "obl": -0.3, "nmod": -0.3}.get(relation(noun), 0.0)


def _kinds(parent: Doc) -> Iterator[Thing]:
    """Things spoken of in general, by a plural that is the subject: "carbon shoes", "presets"."""
    for noun in parent:
        if (
            noun.tag_ != "NNS"
            or noun.dep_ != "nsubj"
            or noun.head.i < noun.i
            or not (noun.is_alpha and is_prose(noun))
        ):
            continue
        phrase = noun.doc[noun.left_edge.i : noun.i + 1]
        plain = all(token.is_alpha and token.pos_ in ("NOUN", "ADJ") for token in phrase)
        plain = plain and not any(token.lower_ in listed("how_many") for token in phrase)
        if len(phrase) <= 3 and plain and _names_something(phrase) and not persons.points_elsewhere(phrase):
            text = phrase.text[0].lower() + phrase.text[1:]
            is_people = noun.norm_ in listed("people")
            if noun.head.dep_ == "ROOT" and phrase.start == phrases.sentence_of(noun).start and not is_people:
                yield Thing(
                    text,
                    plural=True,
                    owned=False,
                    person=False,
                    start=phrase.start,
                    worth=KIND[len(phrase) > 1],
                )


def with_of(phrase: Span) -> Span:
    """The phrase with what it is of ("the price of flour"), where that ends well; else alone."""
    doc = phrase.doc
    if phrase.end + 1 >= len(doc) or doc[phrase.end].lower_ != "of":
        return phrase
    for noun in doc[phrase.end + 1 : min(phrase.end + 5, len(doc))]:
        joined = doc[phrase.start : noun.i + 1]
        if noun.pos_ in ("NOUN", "PROPN") and phrases.ends_phrase(doc, noun.i + 1):
            inner = doc[phrase.end + 1 : noun.i + 1]
            fine = all(token.is_alpha and token.norm_ not in phrases.UNUSABLE for token in inner)
            return joined if fine and not persons.points_elsewhere(inner) else phrase
    return phrase


def _names_something(phrase: Span) -> bool:
    noun = phrase[-1]
    if noun.norm_ in listed("framing"):
        return False
    which = listed("which_of_several") | DEFINITE
    plain = [token for token in phrase if token.is_alpha and token.norm_ not in which]
    if not noun.is_alpha or noun.norm_ in words("vague") or len(noun) < 3 or not says_something(noun):
        return False
    if any(token.tag_ == "NNS" for token in phrase[:-1]):
        return False  # "my kids school" lacks an apostrophe
    if noun.lower_.endswith("ing") and len(plain) > 1:
        return False  # "your cooler operating" may be half a clause
    return bool(plain) and not any(token.like_num for token in phrase)


def _may_go_on(phrase: Span) -> bool:
    """Whether the verb behind a phrase may in truth be its last noun: "the park run moves"."""
    if phrase.end >= len(phrase.doc):
        return False
    after, singular = phrase.doc[phrase.end], phrase[-1].tag_ in ("NN", "NNP")
    return singular and after.pos_ == "VERB" and after.tag_ in ("VB", "VBP")


def _may_be_clause(phrase: Span) -> bool:
    """Whether the last noun may in truth be the verb of the others: "the space bar rattles until …"."""
    noun = phrase[-1]
    heads = relation(noun) in {"ROOT", "conj", "parataxis", "ccomp", "advcl"}
    return heads and noun.tag_ == "NNS" and phrase[-2].tag_ == "NN"


def _is_time(phrase: Span) -> bool:
    return phrase[-1].norm_ in words("time_words")
