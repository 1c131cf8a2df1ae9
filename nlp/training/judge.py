"""`python -m nlp.training.judge --posts ../shared/data/posts`: trains the judge, and measures what it does.

Reads `train.jsonl` only. What is promised comes from posts that the model had not seen: once with whole
sources left out, once with single posts left out. The thresholds are set for new sources. The same posts give
the same weights each time.
"""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import click
import numpy as np
import scipy.sparse as sp
from scipy.optimize import minimize_scalar
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, KFold

from nlp.components import RULES
from nlp.judge.features import Features, features_of
from nlp.judge.grams import BITS
from nlp.judge.scope import open_flags
from nlp.judge.weights import FOLDER, VERDICTS, Weights, save_weights
from nlp.reading import reading_of
from nlp.reviewer import Reader
from nlp.training.posts import Post, read_posts

FOLDS = 5
FEWEST_SOURCES = 6
"""Sources that an n-gram must be found in: one that is found in fewer tells of a site, not of a draft."""
LOOSENESS = 0.5
"""scikit-learn's C."""
FALSE_FLAGS = {"relaxed": 0.005, "normal": 0.02, "strict": 0.06}
"""The share of contributions that each strictness may flag."""
LEAST_SURE = 2
"""Promises are measured on posts whose reader was at least this sure; at 1 the label is a coin toss."""


class Rows:
    """Posts as rows of a matrix: the n-grams that are known to enough sources, then the traits."""

    def __init__(self, features: list[Features], sources: list[str], fewest: int = FEWEST_SOURCES) -> None:
        in_posts, in_sources = _counts(features, sources)
        buckets = np.flatnonzero(in_sources >= fewest)
        self.place_of = np.full(2**BITS, len(buckets), dtype=np.int32)
        self.place_of[buckets] = np.arange(len(buckets))
        rarity = np.log((1 + len(features)) / (1 + in_posts)) + 1
        self.rarity = np.append(rarity[buckets], rarity.max()).astype(np.float16).astype(np.float32)
        self.trait_names = tuple(sorted({name for some in features for name in some.traits}))
        self.matrix = self.of(features)

    def of(self, features: list[Features]) -> sp.csr_matrix:
        """The rows of posts, these or others; what isn't known is left out of them."""
        return sp.hstack([self._grams(features), self._traits(features)]).tocsr()

    def _grams(self, features: list[Features]) -> sp.csr_matrix:
        known = len(self.rarity) - 1
        columns = [self.place_of[some.buckets] for some in features]
        sizes = [some.sizes(self.rarity[row]) for some, row in zip(features, columns, strict=True)]
        return _matrix(columns, sizes, known + 1)[:, :known]

    def _traits(self, features: list[Features]) -> sp.csr_matrix:
        place = {name: number for number, name in enumerate(self.trait_names)}
        known = [
            {place[name]: value for name, value in some.traits.items() if name in place} for some in features
        ]
        columns = [np.array(list(row), dtype=int) for row in known]
        return _matrix(columns, [np.array(list(row.values())) for row in known], len(place))


def _counts(features: list[Features], sources: list[str]) -> tuple[np.ndarray, np.ndarray]:
    """In how many posts, and in how many sources, each bucket is found."""
    in_posts = np.bincount(np.concatenate([some.buckets for some in features]), minlength=2**BITS)
    in_sources = np.zeros(2**BITS, dtype=int)
    for source in sorted(set(sources)):
        found = [some.buckets for some, name in zip(features, sources, strict=True) if name == source]
        in_sources[np.unique(np.concatenate(found))] += 1
    return in_posts, in_sources


def _matrix(columns: list[np.ndarray], values: list[np.ndarray], width: int) -> sp.csr_matrix:
    ends = np.concatenate(([0], np.cumsum([len(row) for row in columns])))
    return sp.csr_matrix((np.concatenate(values), np.concatenate(columns), ends), (len(columns), width))


def read_features(posts: list[Post]) -> Iterator[tuple[Features, list[bool]]]:
    """The features of each post; whether the rules flag it, and whether the judge may, as each flag."""
    reader = Reader(RULES)
    reader.language.disable_pipe("syntax")  # the judge doesn't look at it yet
    for doc in reader.read((post.text, post.context) for post in posts):
        scope = open_flags(doc)
        yield features_of(doc), [bool(reading_of(doc).flags), *(flag in scope for flag in VERDICTS[1:])]


def chances_of_flags(chances: np.ndarray, scope: np.ndarray) -> np.ndarray:
    """The chance of a flag where one may be raised: 1 where the rules raise one, 0 where none may be."""
    likelier = chances[:, 1:].argmax(axis=1)
    may = scope[np.arange(len(scope)), 1 + likelier]
    return np.where(scope[:, 0], 1.0, np.where(may, 1 - chances[:, 0], 0.0))


def _fitted(matrix: sp.csr_matrix, gold: np.ndarray) -> LogisticRegression:
    return LogisticRegression(C=LOOSENESS, max_iter=200, tol=1e-3).fit(matrix, gold)


def _held_out(
    matrix: sp.csr_matrix, gold: np.ndarray, folds: Iterator[tuple[np.ndarray, np.ndarray]]
) -> np.ndarray:
    """The sums of each post's parts, by a model that hadn't seen it."""
    sums = np.zeros((len(gold), len(VERDICTS)))
    for learnt, asked in folds:
        sums[asked] = _fitted(matrix[learnt], gold[learnt]).decision_function(matrix[asked])
    return sums


def _chances(sums: np.ndarray, temperature: float) -> np.ndarray:
    powers = np.exp((sums - sums.max(axis=1, keepdims=True)) / temperature)
    return powers / powers.sum(axis=1, keepdims=True)


def _temperature(sums: np.ndarray, gold: np.ndarray) -> float:
    """The one at which the chances told the posts best."""

    def surprise(temperature: float) -> float:
        return float(-np.log(_chances(sums, temperature)[np.arange(len(gold)), gold] + 1e-9).mean())

    return round(float(minimize_scalar(surprise, bounds=(0.3, 4), method="bounded").x), 3)


@click.command()
@click.option("--posts", type=click.Path(exists=True, path_type=Path), required=True, help="Has train.jsonl.")
@click.option("--out", type=click.Path(path_type=Path), default=FOLDER, help="Where the weights go.")
def train(posts: Path, out: Path) -> None:
    """Train on all posts, and print what was measured on posts held out."""
    learnt = read_posts(posts / "train.jsonl")
    features, scopes = zip(*read_features(learnt), strict=True)
    scope = np.array(scopes)
    gold = np.array([VERDICTS.index(post.verdict) for post in learnt])
    sources = [post.source for post in learnt]
    rows = Rows(list(features), sources)
    held_out = {
        "new sources": _held_out(rows.matrix, gold, GroupKFold(FOLDS).split(gold, gold, sources)),
        "known sources": _held_out(rows.matrix, gold, KFold(FOLDS, shuffle=True, random_state=0).split(gold)),
    }
    sure = np.array([post.sure >= LEAST_SURE for post in learnt])
    both = np.concatenate([sums[sure] for sums in held_out.values()])
    temperature = _temperature(both, np.tile(gold[sure], 2))
    flags = {
        name: chances_of_flags(_chances(sums, temperature), scope)[sure] for name, sums in held_out.items()
    }
    thresholds = _thresholds(flags["new sources"], gold[sure])
    save_weights(_weights(rows, _fitted(rows.matrix, gold), temperature, thresholds), out)
    measured = {
        strictness: {name: _promises(chances >= threshold, gold[sure]) for name, chances in flags.items()}
        for strictness, threshold in thresholds.items()
    }
    (out / "measured.json").write_text(json.dumps(measured, indent=1) + "\n", encoding="utf-8")
    click.echo(
        json.dumps({"temperature": temperature, "thresholds": thresholds, "measured": measured}, indent=1)
    )


def _thresholds(flags: np.ndarray, gold: np.ndarray) -> dict[str, float]:
    """For each strictness the lowest chance of a flag from which few enough contributions are flagged."""
    highest_first = np.sort(flags[gold == 0])[::-1]
    return {
        name: _just_above(highest_first[int(most * len(highest_first))]) for name, most in FALSE_FLAGS.items()
    }


def _just_above(chance: float) -> float:
    return float(np.ceil(chance * 1e4) / 1e4)


def _promises(flagged: np.ndarray, gold: np.ndarray) -> dict[str, float]:
    return {
        "false flags": round(float(flagged[gold == 0].mean()), 4),
        "flag recall": round(float(flagged[gold > 0].mean()), 4),
        "contributions": int((gold == 0).sum()),
        "flags": int((gold > 0).sum()),
    }


def _weights(
    rows: Rows, model: LogisticRegression, temperature: float, thresholds: dict[str, float]
) -> Weights:
    known = len(rows.rarity) - 1
    grams = np.vstack([model.coef_[:, :known].T, np.zeros((1, len(VERDICTS)))])
    empty = Weights(
        place_of=rows.place_of,
        rarity=rows.rarity,
        grams=grams.astype(np.float32),
        trait_names=rows.trait_names,
        traits=model.coef_[:, known:].T.astype(np.float32),
        bias=model.intercept_.astype(np.float32),
        temperature=temperature,
        thresholds={},
    )
    return replace(empty, thresholds=thresholds)


if __name__ == "__main__":
    train()
