"""Who does what in a sentence: root, subject, object, main clauses and questions, over UD trees."""

from collections.abc import Iterator

from spacy.tokens import Span, Token

SUBJECTS = frozenset(("nsubj", "csubj"))
COORDINATED = frozenset(("conj", "parataxis", "list"))
QUESTION_WORDS = frozenset(("who", "whom", "whose", "what", "which", "when", "where", "why", "how"))


def root(sentence: Span) -> Token:
    """The head of the main clause."""
    return sentence.root


def subject(predicate: Token) -> Token | None:
    """The head of the predicate's subject, shared with the first of coordinated ones: "I came and saw"."""
    for child in predicate.lefts:
        if relation(child) in SUBJECTS:
            return child
    for child in predicate.rights:
        if relation(child) in SUBJECTS:
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
        waiting.extend(child for child in predicate.children if relation(child) in COORDINATED)


def is_question(sentence: Span) -> bool:
    """Does the sentence ask? By its mark, or by its order: "does anyone know", "what is that"."""
    if any("?" in token.text for token in sentence if token.pos_ == "PUNCT"):
        return True
    words = [token for token in sentence if token.pos_ not in ("PUNCT", "SPACE", "INTJ", "CCONJ", "SYM")]
    if not words:
        return False
    first, predicate = words[0], sentence.root
    subjects = [child for child in predicate.children if relation(child) in SUBJECTS]
    if first.lower_ in QUESTION_WORDS and predicate.pos_ in ("VERB", "AUX", "ADJ", "NOUN", "PRON", "ADV"):
        helpers = [child for child in predicate.children if relation(child) in ("aux", "cop")]
        return first in subjects or any(helper.i < one.i for helper in helpers for one in subjects)
    if first.pos_ == "AUX" and relation(first) in ("aux", "cop", "root") and first.dep_ != "conj":
        return any(first.i < one.i for one in subjects)
    return False


def relation(token: Token) -> str:
    """The token's relation without its subtype."""
    return token.dep_.partition(":")[0]
