"""Imperatives: what a post tells its readers to do, over UD trees.

The tagger's word isn't enough in posts: "RT if you agree", "Everyone check this out", "Love this song". So
the traits of a token are weighed as `nlp.training.imperatives` learnt it from treebanks and marked posts.
"""

import json
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Span, Token

from nlp.language.clauses import COORDINATED, relation
from nlp.language.imperative_traits import CALLS, says_imperative, traits

LEARNT = Path(__file__).with_name("imperative.json")
APOSTROPHES = re.compile("['\u2019]")
BASE_FORMS = frozenset(("VB", "VBP"))


def imperatives(sentence: Span) -> list[Token]:
    """The heads of the clauses that tell the reader to do something, as they follow one another."""
    return [token for token in sentence if tells_to_do(token)]


def is_imperative(sentence: Span) -> bool:
    """Does the sentence tell the reader to do something?"""
    return any(tells_to_do(token) for token in sentence)


def tells_to_do(token: Token) -> bool:
    """Is it the head of a clause that tells the reader to do something?"""
    is_call = False
    for word in reversed(_coordinated(token)):
        is_call = may_be_imperative(word) and weight_of(word, is_call) > 0
    return is_call


def _coordinated(token: Token) -> list[Token]:
    """The token, what it is coordinated with, what that is coordinated with, and so on."""
    chain = [token]
    while relation(chain[-1]) in COORDINATED:
        chain.append(chain[-1].head)
    return chain


def may_be_imperative(token: Token) -> bool:
    """Is it worth weighing: a base form, a verb that calls are made with, or what follows "be"?"""
    if not APOSTROPHES.sub("", token.text).isalpha() or relation(token) in ("aux", "cop"):
        return False
    if any(child.lower_ == "be" and relation(child) == "cop" for child in token.lefts):
        return True
    return token.tag_ in BASE_FORMS or token.lower_ in CALLS or says_imperative(token)


def weight_of(token: Token, beside_call: bool) -> float:
    """What speaks for an imperative less what speaks against it, as log odds."""
    learnt = _learnt()
    named = sum(learnt.traits.get(trait, 0.0) for trait in traits(token, beside_call))
    return learnt.base + named + float(reading_of(token) @ learnt.reading)


def reading_of(token: Token) -> NDArray[np.float32]:
    """The network's vector for the token where it stands. A doc put together by hand has none."""
    tensor = np.asarray(token.doc.tensor)
    return tensor[token.i] if len(tensor) else np.zeros_like(_learnt().reading)


@dataclass(frozen=True)
class Learnt:
    """Weights: of what is there without any trait, of traits by their names, and of the network's reading."""

    base: float
    traits: dict[str, float]
    reading: NDArray[np.float32]


@cache
def _learnt() -> Learnt:
    stored = json.loads(LEARNT.read_text(encoding="utf-8"))
    return Learnt(stored["base"], stored["traits"], np.array(stored["reading"], dtype=np.float32))
