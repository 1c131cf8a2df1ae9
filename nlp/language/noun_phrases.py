"""Noun phrases over Universal Dependencies, for `doc.noun_chunks`.

spaCy's own English iterator expects other relations: on UD trees it finds a third of them.
"""

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

NOMINALS = frozenset(("NOUN", "PROPN", "PRON"))
# What may stand before the noun in its phrase, and after it ("Windows 11", "Ana Lima").
BEFORE = frozenset(("det", "amod", "nummod", "compound", "nmod", "flat", "goeswith", "advmod"))
AFTER = frozenset(("flat", "goeswith", "compound", "nummod"))
# A nominal in these relations is a part of another phrase, or of none.
INSIDE = frozenset(
    ("compound", "flat", "fixed", "goeswith", "det", "case", "cc", "mark", "discourse", "advmod", "punct")
)


def noun_phrases(doclike: Doc | Span) -> Iterator[tuple[int, int, int]]:
    """The base noun phrases: first token, end and label of each, as `vocab.get_noun_chunks` wants it.

    A phrase is a noun, name or pronoun with the determiners, adjectives, numbers, possessors and names that
    belong to it; prepositions, relative clauses and further phrases stay out.
    """
    label = doclike.vocab.strings.add("NP")
    end = -1
    for token in doclike:
        relation = token.dep_.partition(":")[0]
        if token.pos_ not in NOMINALS or relation in INSIDE or token.dep_ == "nmod:poss" or token.i < end:
            continue
        first, last = _first(token), _last(token)
        if first >= end:
            end = last + 1
            yield first, end, label


def _first(noun: Token) -> int:
    first = noun.i
    for child in reversed(list(noun.lefts)):
        if child.dep_.partition(":")[0] not in BEFORE or child.right_edge.i != first - 1:
            break
        first = child.left_edge.i
    return first


def _last(noun: Token) -> int:
    last = noun.i
    for child in noun.rights:
        if child.dep_.partition(":")[0] not in AFTER or child.left_edge.i != last + 1:
            break
        last = child.right_edge.i
    return last
