"""Learns how much each trait of a token speaks for an imperative: `nlp/language/imperative.json`.

`python -m nlp.training.imperatives --treebanks ../shared/data/ud --posts ../shared/data/posts`

It learns from the treebanks that the network is trained on, from EWT's dev set, from 4,624 posts marked by
hand, and from a few lines written for it. The file of marks has, for each post's id, where in the text the
heads of its imperative clauses begin (in code points). It has no texts, and no post of the sets that
`evaluate --imperatives` reads.
"""

import gzip
import json
import math
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import click
import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from sklearn.linear_model import LogisticRegression
from spacy.tokens import Doc

from nlp.language import load_language
from nlp.language.clauses import COORDINATED
from nlp.language.imperative import LEARNT, may_be_imperative, reading_of
from nlp.language.imperative_traits import traits
from nlp.training.conllu import Word, read_documents
from nlp.training.units import as_document, paragraphs

MARKS = Path(__file__).with_name("imperatives.json")
WRITTEN = Path(__file__).with_name("imperatives_written.txt")
STAR = "*"
# How much an example counts: less where the network reads what it was itself trained on.
POSTS = 1.0
TREEBANKS = {"EWT/en_ewt-ud-dev": 0.4, "EWT/en_ewt-ud-train": 0.12, "GUM/en_gum-free-train": 0.12}
OFTEN = 4  # examples that a trait must be in to be looked at
CAUTION = 0.6  # the chance from which on a token is called an imperative: a wrong one costs more
LEAST = 0.25  # what it must weigh to be kept
STRENGTH = 1.0  # the inverse of the L2 penalty
READING = 0.3  # makes the numbers of the network's reading as small as traits, which are 0 or 1
AUXILIARIES = ("aux", "cop")
FOLDER = click.Path(exists=True, path_type=Path)

Heads = dict[int, bool]
"""Where heads of imperative clauses begin, and whether the clause is a main one."""


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
    for text, heads in marked_posts(posts):
        lessons.add(nlp(text), dict.fromkeys(heads, True), POSTS)
    for text, heads in written_lines():
        lessons.add(nlp(text), dict.fromkeys(heads, True), POSTS)
    for name, share in TREEBANKS.items():
        for text, heads in marked_paragraphs(treebanks / f"{name}.conllu"):
            lessons.add(nlp(text), heads, share)
    weights = lessons.weights()
    out.write_text(json.dumps(weights, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
    click.echo(f"{out}: {len(lessons.answers)} examples, {len(weights['traits'])} traits")


def marked_posts(folder: Path) -> Iterator[tuple[str, list[int]]]:
    """The texts of the marked posts, and where in each the heads begin."""
    marks: dict[str, list[int]] = json.loads(MARKS.read_text(encoding="utf-8"))
    with (folder / "train.jsonl").open(encoding="utf-8") as labelled:
        rows = list(map(json.loads, labelled))
    with gzip.open(folder / "unlabelled.jsonl.gz", "rt", encoding="utf-8") as unlabelled:
        rows.extend(map(json.loads, unlabelled))
    for row in rows:
        if row["id"] in marks:
            yield row["text"], marks[row["id"]]


def written_lines() -> Iterator[tuple[str, list[int]]]:
    """The lines written for this, and where in each the heads begin."""
    for line in WRITTEN.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            parts = line.split(STAR)
            lengths = [len(part) for part in parts[:-1]]
            yield "".join(parts), [sum(lengths[: number + 1]) for number in range(len(lengths))]


def marked_paragraphs(treebank: Path) -> Iterator[tuple[str, Heads]]:
    """The texts of a treebank's paragraphs, with the heads of clauses that have `Mood=Imp`."""
    for document in read_documents(treebank):
        for paragraph in paragraphs(document):
            typed = as_document(paragraph)
            yield (
                typed.text,
                {head.start: is_main for words in typed.sentences for head, is_main in _calls(words)},
            )


def _calls(words: list[Word]) -> Iterator[tuple[Word, bool]]:
    for word in words:
        if "Mood=Imp" not in word.feats:
            continue
        helps = _relation(word) in AUXILIARIES and word.head
        head = words[word.head - 1] if helps else word
        yield head, _is_main(head, words)


def _is_main(word: Word, words: list[Word]) -> bool:
    while word.head:
        if _relation(word) not in COORDINATED:
            return False
        word = words[word.head - 1]
    return True


def _relation(word: Word) -> str:
    return word.deprel.partition(":")[0]


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
                self.traits.append(traits(token, lambda head: heads.get(head.idx, False)))
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
