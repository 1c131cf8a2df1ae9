"""Which verdict a draft leans to, and what each of its words and traits adds to that."""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from spacy.tokens import Doc, Span

from nlp.judge.features import Features, Floats, features_of
from nlp.judge.weights import VERDICTS, Weights

Flagged = Literal["me_too", "promotion"]

MOST_MARKED = 3
"""Stretches of words that are marked as what a flag rests on."""
TRAITS_OF = ("signal {}", "share of {}", "own words beside {} ")
"""How the names of the traits begin that a signal brings with it."""


@dataclass(frozen=True)
class Leaning:
    """The chances of each verdict, and the parts that they come from, in the order of `VERDICTS`."""

    chances: Floats
    per_token: Floats
    """What the n-grams that a token stands in add to each verdict: a row a token."""
    per_trait: Floats
    """What each of `traits` adds: a row a trait."""
    traits: tuple[str, ...]

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


def lean(doc: Doc, weights: Weights) -> Leaning:
    """Which verdict a draft leans to, once the rules have read it."""
    features = features_of(doc)
    per_token = _per_token(features, weights, len(doc))
    traits = tuple(name for name in features.traits if name in weights.trait_rows)
    values = np.array([features.traits[name] for name in traits], dtype=np.float32)
    per_trait = weights.traits[np.array([weights.trait_rows[name] for name in traits], int)] * values[:, None]
    sums = weights.bias + per_token.sum(axis=0) + per_trait.sum(axis=0)
    powers = np.exp((sums - sums.max()) / weights.temperature)
    return Leaning(powers / powers.sum(), per_token, per_trait, traits)


def _per_token(features: Features, weights: Weights, length: int) -> Floats:
    rows = weights.place_of[features.buckets]
    sizes = features.sizes(weights.rarity[rows])
    # Each n-gram's part is spread over its tokens; an n-gram at the edge also has a mark that is no token.
    parts = (weights.grams[rows] * (sizes / features.times)[:, None])[features.place]
    grams = features.grams
    spread = parts / np.maximum(1, grams.ends - grams.starts)[:, None]
    places = np.concatenate((grams.starts, grams.ends))
    both = np.concatenate((spread, -spread))
    steps = [np.bincount(places, both[:, column], length + 1) for column in range(len(VERDICTS))]
    per_token: Floats = np.cumsum(steps, axis=1)[:, :length].T.astype(np.float32)
    return per_token
