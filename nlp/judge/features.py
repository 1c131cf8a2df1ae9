"""A draft as the judge's numbers: its n-grams weighed by how rare they are, and its traits."""

import re
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt
from spacy.tokens import Doc

from nlp.judge.grams import Grams, Places, grams_of
from nlp.judge.letters import letter_grams_of
from nlp.judge.traits import traits_of
from nlp.language import tokenizer
from nlp.text import EMOJI, QUOTE, text_of, tokens
from nlp.words import short_codes

Floats = npt.NDArray[np.float32]

KINDS = ("words", "letters")
"""What n-grams are made of."""
SHORT_CODES = re.compile(tokenizer.SHORT_CODES)
NAME = re.compile(r"[^:]+")
ANY_PICTURE = EMOJI
"""What a code stands for that the table doesn't know."""
TRAIT_SIZE = 0.5
"""What a trait counts beside all n-grams of one kind, whose vector has length 1."""


@dataclass(frozen=True)
class Bag:
    """The n-grams of one kind in a draft."""

    grams: Grams
    buckets: Places
    """The different buckets among those of `grams`, in order."""
    times: Places
    """How often each of `buckets` occurs."""

    @cached_property
    def place(self) -> Places:
        """For each of `grams` where its bucket stands in `buckets`."""
        return np.searchsorted(self.buckets, self.grams.buckets)

    def sizes(self, rarity: Floats) -> Floats:
        """How much each of `buckets` counts: its rarity times 1 + log(times), together of length 1."""
        sizes = (1 + np.log(self.times)) * rarity
        scaled: Floats = (sizes / (np.sqrt(np.square(sizes).sum()) or 1.0)).astype(np.float32)
        return scaled


@dataclass(frozen=True)
class Features:
    """The features of one draft."""

    bags: dict[str, Bag]
    """By kind, as in `KINDS`."""
    traits: dict[str, float]


def features_of(doc: Doc) -> Features:
    """The features of a draft that the rules have read."""
    bags = {"words": _bag(grams_of(doc)), "letters": _bag(letter_grams_of(own_text(doc)))}
    return Features(bags, {name: TRAIT_SIZE * value for name, value in traits_of(doc).items()})


def own_text(doc: Doc) -> str:
    """The text with blanks for what it quotes, which is somebody else's, and pictures for short codes.

    It is as long as the text, so that places in it are places in the draft.
    """
    text = SHORT_CODES.sub(_picture, text_of(doc))
    if ">" in text:
        for token in tokens(doc):
            if token.norm == QUOTE:
                text = text[: token.start] + " " * len(token.text) + text[token.start + len(token.text) :]
    return text


def _picture(codes: re.Match[str]) -> str:
    """What short codes stand for, with blanks up to their length."""
    pictures = "".join(short_codes().get(name, ANY_PICTURE) for name in NAME.findall(codes.group()))
    return pictures.ljust(len(codes.group()))


def _bag(grams: Grams) -> Bag:
    in_order = np.sort(grams.buckets)  # as np.unique does, which takes half as long again for so few
    is_new = np.ones(len(in_order) + 1, dtype=np.bool_)
    is_new[1:-1] = in_order[1:] != in_order[:-1]
    starts = np.flatnonzero(is_new)
    return Bag(grams, in_order[starts[:-1]], starts[1:] - starts[:-1])
