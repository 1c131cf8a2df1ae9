"""Learns how much each trait of a token speaks for an imperative: `nlp/language/imperative.json`.

`python -m nlp.training.imperatives --treebanks ../shared/data/ud --posts ../shared/data/posts`

It learns from the treebanks that the network is trained on, from EWT's dev set, from 4,624 posts marked by
hand, and from a few lines written for it. The file of marks has, for each post's id, where in the text the
heads of its imperative clauses begin (in code points). It has no texts, and no post of the sets that
`evaluate --imperatives` reads.
"""

import json
import math
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click
import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from sklearn.linear_model import LogisticRegression
from spacy.tokens import Doc

from nlp.language import load_language
from nlp.language.imperative import LEARNT, may_be_imperative, reading_of
from nlp.language.imperative_traits import traits
from nlp.training.imperative_examples import Heads, marked_paragraphs, marked_posts, written_lines

# How much an example counts: less where the network reads what it was itself trained on.
POSTS = 1.0
TREEBANKS = {"EWT/en_ewt-ud-dev": 0.4, "EWT/en_ewt-ud-train": 0.12, "GUM/en_gum-free-train": 0.12}
OFTEN = 4  # examples that a trait must be in to be looked at
CAUTION = 0.6  # the chance from which on a token is called an imperative: a wrong one costs more
LEAST = 0.25  # what it must weigh to be kept
STRENGTH = 1.0  # the inverse of the L2 penalty
READING = 0.3  # makes the numbers of the network's reading as small as traits, which are 0 or 1
FOLDER = click.Path(exists=True, path_type=Path)


@click.command()
@click.option("--treebanks", type=FOLDER, required=True)
@click.option(
    "--posts", type=FOLDER, required=True, help="The folder of train.jsonl and unlabelled.jsonl.gz."
)
@click.option("--out", type=click.Path(path_type=Path), default=LEARNT)
def learn(treebanks: Path, posts: Path, out: Path) -> None:
    """Learn the weights and write them."""
    nlp = load_language()
    lessons = Lessons()
    for text, heads in (*marked_posts(posts), *written_lines()):
        lessons.add(nlp(text), heads, POSTS)
    for name, share in TREEBANKS.items():
        for text, heads in marked_paragraphs(treebanks / f"{name}.conllu"):
            lessons.add(nlp(text), heads, share)
    weights = lessons.weights()
    out.write_text(json.dumps(weights, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
    click.echo(f"{out}: {len(lessons.answers)} examples, {len(weights['traits'])} traits")


class Lessons:
    """Tokens that may be imperatives, as they are read, with the answers."""

    def __init__(self) -> None:
        self.traits: list[set[str]] = []
        self.readings: list[NDArray[np.float32]] = []
        self.answers: list[bool] = []
        self.shares: list[float] = []

    def add(self, doc: Doc, heads: Heads, share: float) -> None:
        """The tokens of a text. Heads of clauses inside others, such as quoted ones, tell neither way."""
        for token in doc:
            if may_be_imperative(token) and heads.get(token.idx, True):
                self.traits.append(traits(token, beside_call=heads.get(token.head.idx, False)))
                self.readings.append(reading_of(token))
                self.answers.append(token.idx in heads)
                self.shares.append(share)

    def weights(self) -> dict[str, Any]:
        """What `nlp.language.imperative` reads: logistic regression, to choose traits and then with those."""
        seen = Counter(trait for names in self.traits for trait in names)
        names = sorted(trait for trait, times in seen.items() if times >= OFTEN)
        first = self._fit(names)
        kept = [name for name, weight in zip(names, first.coef_[0], strict=False) if abs(weight) >= LEAST]
        final = self._fit(kept)
        numbers = [round(float(weight), 4) for weight in final.coef_[0]]
        return {
            "base": round(float(final.intercept_[0]) - math.log(CAUTION / (1 - CAUTION)), 4),
            "traits": dict(zip(kept, numbers, strict=False)),
            "reading": [round(weight * READING, 4) for weight in numbers[len(kept) :]],
        }

    def _fit(self, names: Iterable[str]) -> LogisticRegression:
        column = {name: number for number, name in enumerate(names)}
        places = [
            (line, column[trait]) for line, names in enumerate(self.traits) for trait in names & column.keys()
        ]
        lines, columns = np.array(places).T
        told = sparse.csr_matrix(
            (np.ones(len(places)), (lines, columns)), shape=(len(self.traits), len(column))
        )
        examples = sparse.hstack([told, sparse.csr_matrix(np.vstack(self.readings) * READING)]).tocsr()
        regression = LogisticRegression(C=STRENGTH, max_iter=1000)
        return regression.fit(examples, self.answers, sample_weight=self.shares)


if __name__ == "__main__":
    learn()
