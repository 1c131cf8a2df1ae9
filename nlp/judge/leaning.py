"""Which verdict a draft leans to, and what each of its words and traits adds to that."""

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import numpy as np
from spacy.tokens import Doc, Span

from nlp.judge.features import Bag, Floats, features_of
from nlp.judge.grams import Places
from nlp.judge.weights import VERDICTS, Learnt, Weights

Flagged = Literal["me_too", "promotion"]

MOST_MARKED = 3
"""Stretches of words that are marked as what a flag rests on."""
TRAITS_OF = ("signal {}", "share of {}", "own words beside {} ")
"""How the names of the traits begin that a signal brings with it."""


@dataclass(frozen=True)
class Leaning:
    """The chances of each verdict, and the parts that they come from, in the order of `VERDICTS`."""

    chances: Floats
    bias: Floats
    """What every draft with the same hidden units at work gets."""
    per_trait: Floats
    """What each of `traits` adds: a row a trait."""
    traits: tuple[str, ...]
    bags: dict[str, "Weighed"]
    """The n-grams of each kind, and what they add."""
    starts: Places
    """Where each token starts in the text; behind the last one the text's length."""

    @cached_property
    def per_token(self) -> Floats:
        """What the n-grams that a token stands in add to each verdict: a row a token."""
        count = len(self.starts) - 1
        in_words = self.bags["words"].spread(count)
        token_of = np.repeat(np.arange(count), np.diff(self.starts))
        by_letter = self.bags["letters"].spread(int(self.starts[-1]))
        in_letters = [np.bincount(token_of, by_letter[:, column], count) for column in range(len(VERDICTS))]
        return in_words + np.transpose(in_letters).astype(np.float32)

    @property
    def flagged(self) -> float:
        """The chance that it is me-too or promotion."""
        return float(1 - self.chances[0])

    @property
    def flag(self) -> Flagged:
        """The likelier of the two."""
        return "promotion" if self.chances[2] > self.chances[1] else "me_too"

    def chance(self, verdict: str) -> float:
        """The chance of a verdict."""
        return float(self.chances[VERDICTS.index(verdict)])

    def share(self, name: str, spans: list[Span], verdict: str) -> float:
        """How much of all that speaks for or against a verdict comes from one signal, from 0 to 1."""
        tokens = sorted({token.i for span in spans for token in span})
        words, traits = self._towards(self.per_token, verdict), self._towards(self.per_trait, verdict)
        starts = tuple(start.format(name) for start in TRAITS_OF)
        brought = [place for place, trait in enumerate(self.traits) if trait.startswith(starts)]
        own = abs(words[tokens].sum() + traits[brought].sum())
        whole = np.abs(words).sum() + np.abs(traits).sum()
        return min(1.0, float(own / whole)) if whole else 0.0

    def marked(self, doc: Doc, verdict: str) -> list[Span]:
        """The words that speak most for a verdict, in a few stretches; the whole draft where none does."""
        towards = self._towards(self.per_token, verdict)
        strong = towards > max(0.0, float(towards.max(initial=0)) / 3)
        starts = [place for place in range(len(doc)) if strong[place] and not (place and strong[place - 1])]
        stretches = []
        for start in starts:
            end = next((place for place in range(start, len(doc)) if not strong[place]), len(doc))
            stretches.append((float(towards[start:end].sum()), start, end))
        best = sorted(sorted(stretches, reverse=True)[:MOST_MARKED], key=lambda stretch: stretch[1])
        return [doc[start:end] for _, start, end in best] or [doc[:]]

    def _towards(self, parts: Floats, verdict: str) -> Floats:
        """Parts that speak for a verdict rather than for what else it might be."""
        place = VERDICTS.index(verdict)
        others: Floats = parts[:, 1:].max(axis=1) if place == 0 else parts[:, 0]
        towards: Floats = parts[:, place] - others
        return towards


@dataclass(frozen=True)
class Weighed:
    """The n-grams of one kind in a draft, and what each adds to each verdict."""

    bag: Bag
    parts: Floats
    """What each occurrence of the bag's different n-grams adds: a row for each of its `buckets`."""

    @property
    def sums(self) -> Floats:
        """What all of them add."""
        sums: Floats = self.bag.times @ self.parts
        return sums

    def spread(self, count: int) -> Floats:
        """The same by place in the draft: each n-gram's part is shared out evenly over its places."""
        grams = self.bag.grams
        # An n-gram at the edge also has a mark that stands at no place of the draft.
        shared = self.parts[self.bag.place] / np.maximum(1, grams.ends - grams.starts)[:, None]
        places = np.concatenate((grams.starts, grams.ends))
        both = np.concatenate((shared, -shared))
        steps = [np.bincount(places, both[:, column], count + 1) for column in range(len(VERDICTS))]
        by_place: Floats = np.cumsum(steps, axis=1)[:, :count].T.astype(np.float32)
        return by_place


def lean(doc: Doc, weights: Weights) -> Leaning:
    """Which verdict a draft leans to, once the rules have read it.

    Hidden units that end below zero drop out; the others pass on what they got, so that what each n-gram and
    trait adds to a verdict is a plain sum again.
    """
    features = features_of(doc)
    traits = tuple(name for name in features.traits if name in weights.trait_rows)
    values = np.array([features.traits[name] for name in traits], dtype=np.float32)
    of_traits = np.array([weights.trait_rows[name] for name in traits], int)
    known = {kind: _known(bag, weights.learnt[kind]) for kind, bag in features.bags.items()}
    hidden = weights.bias_hidden + values @ weights.traits_hidden[of_traits]
    hidden = hidden + sum(sizes @ weights.learnt[kind].hidden[rows] for kind, (rows, sizes) in known.items())
    onward = np.where(hidden > 0, 1, 0)[:, None] * weights.out
    bags = {
        kind: Weighed(bag, _parts(bag, weights.learnt[kind], *known[kind], onward))
        for kind, bag in features.bags.items()
    }
    per_trait = (weights.traits[of_traits] + weights.traits_hidden[of_traits] @ onward) * values[:, None]
    bias = weights.bias + weights.bias_hidden @ onward
    sums = bias + per_trait.sum(axis=0) + sum(some.sums for some in bags.values())
    powers = np.exp((sums - sums.max()) / weights.temperature)
    starts = np.append(doc.to_array("IDX").astype(np.int64), len(doc.text))
    return Leaning(powers / powers.sum(), bias, per_trait, traits, bags, starts)


def _known(bag: Bag, learnt: Learnt) -> tuple[Places, Floats]:
    """The row of each bucket, and how much it counts."""
    rows = learnt.place_of[bag.buckets].astype(np.int64)
    return rows, bag.sizes(learnt.rarity[rows])


def _parts(bag: Bag, learnt: Learnt, rows: Places, sizes: Floats, onward: Floats) -> Floats:
    """What one occurrence of each bucket adds."""
    parts = (learnt.rows[rows] + learnt.hidden[rows] @ onward) * (sizes / bag.times)[:, None]
    as_stored: Floats = parts.astype(np.float32)
    return as_stored
