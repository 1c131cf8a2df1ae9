"""Who does what in a sentence: subject, object, main clause, imperative, question, person, over UD trees."""

from collections.abc import Iterator
from enum import Enum
from pathlib import Path

from spacy.tokens import Doc, Span, Token


def _words(file: str) -> frozenset[str]:
    lines = Path(__file__).with_name(file).read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if not line.startswith("#"))


SUBJECTS = frozenset(("nsubj", "csubj"))
# Whom a call may name: "Everyone check this out".
SPOKEN_TO = frozenset(("everyone", "everybody", "someone", "somebody", "anyone", "guys", "yall", "y'all"))
# What stands before a noun: "any follow up" is no call.
NOMINAL = frozenset(("det", "amod", "case", "nummod", "compound", "nmod"))
COORDINATED = frozenset(("conj", "parataxis", "list"))
QUESTION_WORDS = frozenset(("who", "whom", "whose", "what", "which", "when", "where", "why", "how"))
LEADS_IN = frozenset(("ADV", "CCONJ", "INTJ", "SCONJ"))
# Verbs that posts start a call with, often where the tagger sees a noun: "RT if you agree", "Comment below".
CALLS = _words("call_verbs.txt")
# Verbs that posts open with and leave out "I": "Love this", "Thank you".
UNSAID_I = _words("unsaid_i_verbs.txt")


class Person(Enum):
    """Who a clause is about: its grammatical person."""

    FIRST = "I or we"
    SECOND = "you"
    THIRD = "others"


def root(sentence: Span) -> Token:
    """The head of the main clause."""
    return sentence.root


def subject(predicate: Token) -> Token | None:
    """The head of the predicate's subject, shared with the first of coordinated ones: "I came and saw"."""
    for child in predicate.lefts:
        if _relation(child) in SUBJECTS:
            return child
    for child in predicate.rights:
        if _relation(child) in SUBJECTS:
            return child
    if predicate.dep_ == "conj" and predicate.head.pos_ in ("VERB", "AUX", "ADJ", "NOUN"):
        return subject(predicate.head)
    return None


def direct_object(predicate: Token) -> Token | None:
    """The head of the predicate's object; for a passive, its subject."""
    for child in predicate.children:
        if child.dep_ in ("obj", "nsubj:pass"):
            return child
    return None


def main_predicates(sentence: Span) -> Iterator[Token]:
    """The heads of the main clause and of those beside it: "Go there, I did, and tell us"."""
    waiting = [sentence.root]
    while waiting:
        predicate = waiting.pop(0)
        yield predicate
        waiting.extend(child for child in predicate.children if _relation(child) in COORDINATED)


def imperatives(sentence: Span) -> list[Token]:
    """The main predicates that tell the reader to do something."""
    return [predicate for predicate in main_predicates(sentence) if _is_imperative(predicate)]


def is_imperative(sentence: Span) -> bool:
    """Does the sentence tell the reader to do something?"""
    return bool(imperatives(sentence))


def _is_imperative(predicate: Token) -> bool:
    if predicate.lower_ == "let" and _says_imperative(predicate):
        return True  # what UD gives "let's" for a subject is in truth an object
    spoken_to = {child.lower_ for child in predicate.children if _relation(child) in SUBJECTS} <= SPOKEN_TO
    if not (spoken_to and predicate.is_alpha) or any(
        _relation(child) in NOMINAL for child in predicate.lefts
    ):
        return False
    helpers = {child.lower_ for child in predicate.lefts if _relation(child) in ("aux", "cop", "mark")}
    if helpers - {"do"}:  # "don't share" is a call, "would share" and "to share" are none
        return False
    if predicate.lower_ in UNSAID_I and not helpers and not _feel_free(predicate):
        return False
    if any(child.lower_ in QUESTION_WORDS for child in predicate.lefts):
        return False
    base = _says_imperative(predicate) or predicate.tag_ in ("VB", "VBP")
    if predicate.dep_ == "conj":
        alone = _says_imperative(predicate) and subject(predicate) is None
        return alone or (base and _is_imperative(predicate.head))
    if _says_imperative(predicate) or (predicate.dep_ == "ROOT" and predicate.tag_ == "VB"):
        return True
    return predicate.lower_ in CALLS and _opens(predicate) and _has_what(predicate)


def _says_imperative(predicate: Token) -> bool:
    return "Imp" in predicate.morph.get("Mood", [])


def _feel_free(predicate: Token) -> bool:
    return predicate.lower_ == "feel" and any(child.lower_ == "free" for child in predicate.rights)


def _opens(token: Token) -> bool:
    """Nothing stands before the token in its clause but what leads in."""
    return all(
        child.pos_ in LEADS_IN or child.is_punct or child.dep_ in ("discourse", "vocative")
        for child in token.lefts
    )


def _has_what(token: Token) -> bool:
    """Something follows that a call is about: "RT if ...", "Use code X"."""
    following = token.nbor() if token.i + 1 < len(token.doc) else None
    return following is not None and following.sent == token.sent and following.pos_ != "PUNCT"


def is_question(sentence: Span) -> bool:
    """Does the sentence ask? By its mark, or by its order: "does anyone know", "what is that"."""
    if any("?" in token.text for token in sentence if token.pos_ == "PUNCT"):
        return True
    words = [token for token in sentence if token.pos_ not in ("PUNCT", "SPACE", "INTJ", "CCONJ", "SYM")]
    if not words:
        return False
    first, predicate = words[0], sentence.root
    subjects = [child for child in predicate.children if _relation(child) in SUBJECTS]
    if first.lower_ in QUESTION_WORDS and predicate.pos_ in ("VERB", "AUX", "ADJ", "NOUN", "PRON", "ADV"):
        helpers = [child for child in predicate.children if _relation(child) in ("aux", "cop")]
        return first in subjects or any(helper.i < one.i for helper in helpers for one in subjects)
    if first.pos_ == "AUX" and _relation(first) in ("aux", "cop", "root") and first.dep_ != "conj":
        return any(first.i < one.i for one in subjects)
    return False


def person(predicate: Token) -> Person | None:
    """Who does it: the person of the subject, "you" of an imperative; None without a subject."""
    doer = subject(predicate)
    if doer is None:
        return Person.SECOND if _is_imperative(predicate) else None
    return person_of(doer)


def person_of(token: Token) -> Person:
    """The person of a pronoun; every noun is of the third."""
    return {"1": Person.FIRST, "2": Person.SECOND}.get("".join(token.morph.get("Person", [])), Person.THIRD)


def persons(doc: Doc | Span) -> set[Person]:
    """All persons that the text names by a pronoun."""
    return {person_of(token) for token in doc if token.pos_ == "PRON" and token.morph.get("Person", [])}


def _relation(token: Token) -> str:
    return token.dep_.partition(":")[0]
