"""Imperatives: what a post tells its readers to do, over UD trees.

The tagger's word isn't enough in posts: "RT if you agree", "Everyone check this out", "Love this song". So a
small network weighs the traits of a token with the vectors that the parser's network has for it, the words
beside it, and its head. It was learnt by `nlp.training.imperatives` from treebanks and marked posts.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Span, Token

from nlp.language.clauses import COORDINATED, relation
from nlp.language.imperative_traits import CALLS, says_imperative, traits

LEARNT = Path(__file__).with_name("imperative.npz")
APOSTROPHES = re.compile("['\u2019]")
BASE_FORMS = frozenset(("VB", "VBP"))
Floats = NDArray[np.float32]
ARRAYS = ("seems", "traits", "reading", "base", "hidden")


def imperatives(sentence: Span) -> list[Token]:
    """The heads of the clauses that tell the reader to do something, as they follow one another."""
    return [token for token in sentence if tells_to_do(token)]


def is_imperative(sentence: Span) -> bool:
    """Does the sentence tell the reader to do something?"""
    return any(tells_to_do(token) for token in sentence)


def tells_to_do(token: Token) -> bool:
    """Is it the head of a clause that tells the reader to do something?"""
    learnt = _learnt()
    is_call = False
    for word in reversed(_coordinated(token)):
        worth_it = may_be_imperative(word) or seems_imperative(word, learnt.seems)
        is_call = worth_it and learnt.weight_of(traits(word, is_call), surroundings_of(word)) > 0
    return is_call


def _coordinated(token: Token) -> list[Token]:
    """The token, what it is coordinated with, what that is coordinated with, and so on."""
    chain = [token]
    while relation(chain[-1]) in COORDINATED:
        chain.append(chain[-1].head)
    return chain


def may_be_imperative(token: Token) -> bool:
    """Is it worth weighing by its form: a base form, a verb of calls, or what follows "be"?"""
    if not is_content_word(token):
        return False
    if any(child.lower_ == "be" and relation(child) == "cop" for child in token.lefts):
        return True
    return token.tag_ in BASE_FORMS or token.lower_ in CALLS or says_imperative(token)


def seems_imperative(token: Token, weights: Floats) -> bool:
    """Is it worth weighing by the parser's vector, whatever its form? The last of the weights is the base."""
    return is_content_word(token) and bool(reading_of(token) @ weights[:-1] + weights[-1] > 0)


def is_content_word(token: Token) -> bool:
    """Is it a word, and no auxiliary or copula?"""
    return APOSTROPHES.sub("", token.text).isalpha() and relation(token) not in ("aux", "cop")


def reading_of(token: Token) -> Floats:
    """The parser's vector for the token where it stands. A doc put together by hand has none."""
    tensor = np.asarray(token.doc.tensor)
    return tensor[token.i] if len(tensor) else np.zeros(len(_learnt().seems) - 1, dtype=np.float32)


def surroundings_of(token: Token) -> Floats:
    """The parser's vectors for the token, those beside it, and its head: noughts where there is none."""
    own = reading_of(token)
    nothing = np.zeros_like(own)
    before = reading_of(token.nbor(-1)) if token.i else nothing
    after = reading_of(token.nbor(1)) if token.i + 1 < len(token.doc) else nothing
    head = nothing if token.head.i == token.i else reading_of(token.head)
    return np.concatenate((own, before, after, head))


@dataclass(frozen=True)
class Learnt:
    """The network: the first column of its layer weighs, the others are the sums of hidden units.

    `reading` weighs what `surroundings_of` gives, `seems` the token's own vector, to choose what is worth a
    closer look.
    """

    seems: Floats
    rows: dict[str, int]
    traits: Floats
    reading: Floats
    base: Floats
    hidden: Floats

    def weight_of(self, names: Iterable[str], reading: Floats) -> float:
        """What speaks for an imperative less what speaks against it, as log odds."""
        rows = [self.rows[name] for name in names if name in self.rows]
        sums = self.base + self.traits[rows].sum(axis=0) + reading @ self.reading
        return float(sums[0] + np.maximum(sums[1:], 0) @ self.hidden)


def save_learnt(learnt: Learnt, path: Path) -> None:
    """Write what was learnt, in half precision."""
    arrays = {name: getattr(learnt, name).astype(np.float16) for name in ARRAYS}
    names = np.frombuffer("\n".join(learnt.rows).encode(), dtype=np.uint8)
    np.savez_compressed(path, names=names, **arrays)


def load_learnt(path: Path) -> Learnt:
    """Read what `save_learnt` wrote."""
    with np.load(path) as stored:
        names = stored["names"].tobytes().decode().split("\n")
        arrays = {name: stored[name].astype(np.float32) for name in ARRAYS}
    return Learnt(rows={name: row for row, name in enumerate(names)}, **arrays)


@cache
def _learnt() -> Learnt:
    return load_learnt(LEARNT)
