"""Which verdict a draft leans to, and what each of its words and traits adds to that."""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

import numpy as np
from spacy.tokens import Doc, Span

from nlp.judge.features import Bag, Features, Floats, features_of, own_text
from nlp.judge.grams import Places
from nlp.judge.network import answered_text
from nlp.judge.weights import VERDICTS, Learnt, Weights
from nlp.reading import reading_of
from nlp.text import NO_WORDS, PlainToken, text_of, tokens, tokens_of

Flagged = Literal["me_too", "promotion"]
FLAGS: tuple[Flagged, ...] = ("me_too", "promotion")

MOST_MARKED = 3
"""Stretches of words that are marked as what a flag rests on."""
TRAITS_OF = ("signal {}", "share of {}", "own words beside {} ")
"""How the names of the traits begin that a signal brings with it."""


@dataclass(frozen=True)
class Leaning:
    """The chance of each verdict, and, once asked, what it comes from."""

    counted: "Counted"
    scale: float
    """What all that was counted is multiplied with."""
    bias: Floats
    """What every draft gets that answers as much."""
    whole: Floats
    """What the draft adds to each verdict as a whole, where the network read it."""
    starts: Places
    """Where each token starts in the text; behind the last one the text's length."""
    weights: Weights
    """What it was drawn from."""
    flagged_at_first: float = 0.0
    """The chance of a flag by what was counted alone, where the network read the draft, too."""

    @cached_property
    def chances(self) -> Floats:
        """Of each verdict, in the order of `VERDICTS`."""
        return _chances(self.bias + self.counted.sums * self.scale + self.whole)

    @property
    def traits(self) -> tuple[str, ...]:
        """The traits that count."""
        return self.counted.traits

    @cached_property
    def per_trait(self) -> Floats:
        """What each of `traits` adds: a row a trait."""
        per_trait: Floats = self.counted.per_trait * np.float32(self.scale)
        return per_trait

    @cached_property
    def per_token(self) -> Floats:
        """What the n-grams that a token stands in add to each verdict: a row a token."""
        count = len(self.starts) - 1
        in_words = self.counted.bags["words"].spread(count)
        token_of = np.repeat(np.arange(count), np.diff(self.starts))
        by_letter = self.counted.bags["letters"].spread(int(self.starts[-1]))
        in_letters = [np.bincount(token_of, by_letter[:, column], count) for column in range(len(VERDICTS))]
        per_token: Floats = (in_words + np.transpose(in_letters).astype(np.float32)) * np.float32(self.scale)
        return per_token

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
        as_a_whole = self._towards(self.whole[None], verdict)
        whole = sum(float(np.abs(parts).sum()) for parts in (words, traits, as_a_whole))
        return min(1.0, float(own / whole)) if whole else 0.0

    def chance_alone(self, part: str, verdict: str) -> float:
        """The chance of a verdict for a part of the draft by itself, by the network only."""
        sums = self.weights.network.sums(part, "")[: len(VERDICTS)]
        return float(_chances(sums)[VERDICTS.index(verdict)])

    def marked(self, doc: Doc, verdict: str) -> list[Span]:
        """The words that speak most for a verdict, in a few stretches; the whole draft where none does.

        Marks count beside a word only: that a draft ends in "!" is no reason that a person could see.
        """
        towards = self._towards(self.per_token, verdict)
        is_word = np.array([not _is_mark(token) for token in tokens(doc)], dtype=bool)
        strong = towards > max(0.0, float(towards[is_word].max(initial=0)) / 3)
        starts = [place for place in range(len(doc)) if strong[place] and not (place and strong[place - 1])]
        stretches = []
        for start in starts:
            end = next((place for place in range(start, len(doc)) if not strong[place]), len(doc))
            if is_word[start:end].any():
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
    """What the bag's different n-grams add: a row for each of its `buckets`."""

    def spread(self, count: int) -> Floats:
        """The same by place in the draft: each n-gram's part is shared out evenly over its places."""
        starts, ends = self.bag.grams.starts, self.bag.grams.ends
        each = self.parts / self.bag.times[:, None]
        # An n-gram at the edge also has a mark that stands at no place of the draft.
        shared = each[self.bag.place] / np.maximum(1, ends - starts)[:, None]
        places = np.concatenate((starts, ends))
        both = np.concatenate((shared, -shared)).T
        steps = [np.bincount(places, column, count + 1) for column in both]
        by_place: Floats = np.cumsum(steps, axis=1)[:, :count].T.astype(np.float32)
        return by_place


@dataclass(frozen=True)
class Counted:
    """What a draft's n-grams and traits add to each verdict."""

    bags: dict[str, Weighed]
    """By kind."""
    traits: tuple[str, ...]
    per_trait: Floats
    """A row for each of `traits`."""

    @classmethod
    def of(cls, features: Features, weights: Weights) -> "Counted":
        """By what `weights` have learnt."""
        traits = tuple(name for name in features.traits if name in weights.trait_rows)
        rows = np.array([weights.trait_rows[name] for name in traits], dtype=np.int64)
        values = np.array([features.traits[name] for name in traits], dtype=np.float32)
        return cls(
            {kind: _weighed(bag, weights.learnt[kind]) for kind, bag in features.bags.items()},
            traits,
            weights.traits[rows] * values[:, None],
        )

    @property
    def sums(self) -> Floats:
        """All of it together."""
        parts = (self.per_trait, *(bag.parts for bag in self.bags.values()))
        sums: Floats = np.sum([some.sum(axis=0) for some in parts], axis=0)
        return sums


def counted(doc: Doc, weights: Weights) -> Leaning:
    """Which verdict a draft leans to by its words and traits, once the rules have read it."""
    scale = 1 / weights.temperature
    starts = np.array([*(token.start for token in tokens(doc)), len(text_of(doc))])
    nothing = np.zeros(len(VERDICTS), np.float32)
    parts = Counted.of(features_of(doc), weights)
    return Leaning(parts, scale, weights.bias * scale, nothing, starts, weights)


def looked_at(doc: Doc, first: Leaning) -> Leaning:
    """The same once the network has read the draft, too.

    Most drafts are plainly contributions by what they count up to; the network reads the others.
    """
    look = first.weights.second_look
    if first.flagged < look.asked_from:
        return first
    sums = first.weights.network.sums(own_text(doc), answered_text(reading_of(doc).context))
    return replace(
        first,
        scale=first.scale * look.counted,
        bias=first.bias * look.counted,
        whole=sums[: len(VERDICTS)] * look.network,
        flagged_at_first=first.flagged,
    )


def _is_mark(token: PlainToken) -> bool:
    return token.norm not in NO_WORDS and not any(map(str.isalnum, token.text))


def _weighed(bag: Bag, learnt: Learnt) -> Weighed:
    rows = learnt.place_of[bag.buckets].astype(np.int64)
    return Weighed(bag, learnt.rows.take(rows, axis=0) * bag.sizes(learnt.rarity[rows])[:, None])


def _chances(sums: Floats) -> Floats:
    powers = np.exp(sums - sums.max())
    chances: Floats = powers / powers.sum()
    return chances
