"""Lessons in imperatives: words that may be heads of imperative clauses, as they are read, with answers."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc, Token

from nlp.language.clauses import COORDINATED, relation
from nlp.language.imperative import (
    Floats,
    Learnt,
    may_be_imperative,
    seems_imperative,
    surroundings_of,
)
from nlp.language.imperative_traits import traits
from nlp.training.imperative_examples import Answers, Heads

LONGEST_CHAIN = 3  # calls coordinated with one another that are followed in a measurement
Read = tuple[Doc, Heads]
Place = tuple[str, int, int]


@dataclass(frozen=True)
class Example:
    """A word with the answer. Its place is its source, the number of its text there, and its own in that."""

    place: Place
    beside: Place | None
    """The place of the word it is coordinated with."""
    traits: set[str]
    traits_beside_call: set[str]
    """Those that it also has if that word is a call."""
    reading: Floats
    is_call: bool
    share: float
    """How much the example counts."""


def examples(source: str, texts: Iterable[Read], share: float, seems: Floats) -> Iterator[Example]:
    """The words worth weighing. Heads of clauses inside others, such as quoted ones, tell neither way."""
    for number, (doc, heads) in enumerate(texts):
        for token in _worth_it(doc, seems):
            if heads.get(token.idx, True):
                yield _example((source, number, token.i), token, token.idx in heads, share)


def word_examples(
    source: str, texts: Iterable[tuple[Doc, Answers]], share: float, seems: Floats
) -> Iterator[Example]:
    """Of the words worth weighing, those that have an answer."""
    for number, (doc, answers) in enumerate(texts):
        for token in _worth_it(doc, seems):
            if token.idx in answers:
                yield _example((source, number, token.i), token, answers[token.idx], share)


def _worth_it(doc: Doc, seems: Floats) -> Iterator[Token]:
    return (token for token in doc if may_be_imperative(token) or seems_imperative(token, seems))


def _example(place: Place, token: Token, is_call: bool, share: float) -> Example:
    alone = traits(token, beside_call=False)
    return Example(
        place,
        (*place[:2], token.head.i) if relation(token) in COORDINATED else None,
        alone,
        traits(token, beside_call=True) - alone,
        surroundings_of(token),
        is_call,
        share,
    )


def all_traits(told: Iterable[Example], calls: set[Place]) -> list[set[str]]:
    """The traits of each, where these places are calls."""
    return [one.traits | one.traits_beside_call if one.beside in calls else one.traits for one in told]


def chances(learnt: Learnt, asked: list[Example], caution: float) -> NDArray[np.float64]:
    """The chance that each is a call, where what it is coordinated with is one from `caution` on."""
    calls: set[Place] = set()
    found = np.zeros(len(asked))
    for _ in range(LONGEST_CHAIN):
        sums = [
            learnt.weight_of(names, one.reading)
            for names, one in zip(all_traits(asked, calls), asked, strict=True)
        ]
        found = 1 / (1 + np.exp(-np.array(sums)))
        calls = {one.place for one, chance in zip(asked, found, strict=True) if chance > caution}
    return found
