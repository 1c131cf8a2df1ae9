"""Which verdict a draft leans to, and what each of its words and traits adds to that."""

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import numpy as np
from spacy.tokens import Doc, Span

from nlp.judge.features import Bag, Features, Floats, features_of
from nlp.judge.grams import Places
from nlp.judge.weights import VERDICTS, Learnt, Weights
from nlp.text import text_of, tokens, tokens_of

Flagged = Literal["me_too", "promotion"]

MOST_MARKED = 3
"""Stretches of words that are marked as what a flag rests on."""
TRAITS_OF = ("signal {}", "share of {}", "own words beside {} ")
"""How the names of the traits begin that a signal brings with it."""


@dataclass(frozen=True)
class Leaning:
    """The chances of each verdict in the order of `VERDICTS`, and, once asked, what they come from."""

    chances: Floats
    weights: Weights
    known: "Known"
    at_work: Floats
    """1 for each hidden unit that passes on what it got, 0 for the others."""
    starts: Places
    """Where each token starts in the text; behind the last one the text's length."""

    @cached_property
    def onward(self) -> Floats:
        """What each hidden unit adds to each verdict, as things are in this draft."""
        onward: Floats = self.at_work[:, None] * self.weights.out
        return onward

    @cached_property
    def bias(self) -> Floats:
        """What every draft with the same hidden units at work gets."""
        bias: Floats = self.weights.bias + self.weights.bias_hidden @ self.onward
        return bias

    @property
    def traits(self) -> tuple[str, ...]:
        """The traits that count."""
        return self.known.traits

    @cached_property
    def per_trait(self) -> Floats:
        """What each of `traits` adds: a row a trait."""
        straight, hidden = (
            some[self.known.of_traits] for some in (self.weights.traits, self.weights.traits_hidden)
        )
        per_trait: Floats = (straight + hidden @ self.onward) * self.known.values[:, None]
        return per_trait

    @cached_property
    def bags(self) -> "dict[str, Weighed]":
        """The n-grams of each kind, and what they add."""
        return {kind: self._weighed(kind, *some) for kind, some in self.known.grams.items()}

    def _weighed(self, kind: str, bag: Bag, rows: Places, sizes: Floats) -> "Weighed":
        sums = self.weights.learnt[kind].sums.take(rows, axis=0)
        straight, hidden = sums[:, : len(VERDICTS)], sums[:, len(VERDICTS) :]
        parts = (straight + hidden @ self.onward) * (sizes / bag.times)[:, None]
        return Weighed(bag, parts.astype(np.float32))

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
        tokens = sorted(tokens_of({name: spans}))
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

    def spread(self, count: int) -> Floats:
        """The same by place in the draft: each n-gram's part is shared out evenly over its places."""
        starts, ends = self.bag.grams.starts, self.bag.grams.ends
        # An n-gram at the edge also has a mark that stands at no place of the draft.
        shared = self.parts[self.bag.place] / np.maximum(1, ends - starts)[:, None]
        places = np.concatenate((starts, ends))
        both = np.concatenate((shared, -shared)).T
        steps = [np.bincount(places, column, count + 1) for column in both]
        by_place: Floats = np.cumsum(steps, axis=1)[:, :count].T.astype(np.float32)
        return by_place


@dataclass(frozen=True)
class Known:
    """What is known of a draft's features: rows of the weights, and how much each counts."""

    grams: dict[str, tuple[Bag, Places, Floats]]
    """By kind: the n-grams, their rows, their sizes."""
    traits: tuple[str, ...]
    of_traits: Places
    """The rows of `traits`."""
    values: Floats
    """Of `traits`."""

    @classmethod
    def of(cls, features: Features, weights: Weights) -> "Known":
        """The features that `weights` have learnt."""
        traits = tuple(name for name in features.traits if name in weights.trait_rows)
        return cls(
            {kind: (bag, *_rows_and_sizes(bag, weights.learnt[kind])) for kind, bag in features.bags.items()},
            traits,
            np.array([weights.trait_rows[name] for name in traits], dtype=np.int64),
            np.array([features.traits[name] for name in traits], dtype=np.float32),
        )


def lean(doc: Doc, weights: Weights) -> Leaning:
    """Which verdict a draft leans to, once the rules have read it.

    Hidden units that end below zero drop out; the others pass on what they got, so that what each n-gram and
    trait adds to a verdict is a plain sum again.
    """
    known = Known.of(features_of(doc), weights)
    straight = weights.bias + known.values @ weights.traits[known.of_traits]
    hidden = weights.bias_hidden + known.values @ weights.traits_hidden[known.of_traits]
    for kind, (_, rows, sizes) in known.grams.items():
        from_grams = sizes @ weights.learnt[kind].sums.take(rows, axis=0)
        straight, hidden = straight + from_grams[: len(VERDICTS)], hidden + from_grams[len(VERDICTS) :]
    sums = straight + np.maximum(hidden, 0) @ weights.out
    powers = np.exp((sums - sums.max()) / weights.temperature)
    starts = np.array([*(token.start for token in tokens(doc)), len(text_of(doc))])
    return Leaning(powers / powers.sum(), weights, known, (hidden > 0).astype(np.float32), starts)


def _rows_and_sizes(bag: Bag, learnt: Learnt) -> tuple[Places, Floats]:
    rows = learnt.place_of[bag.buckets].astype(np.int64)
    return rows, bag.sizes(learnt.rarity[rows])
