"""The pipeline component `syntax`: tags, features, lemmas, sentences and dependency trees in one pass."""

import json
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.symbols import DEP, HEAD, LEMMA, MORPH, POS, TAG  # type: ignore[import-not-found]
from spacy.tokens import Doc, Token

from nlp.language.features import feature_rows
from nlp.language.lemmas import Known, lemma_of
from nlp.language.network import Floats, Network, load_weights
from nlp.language.trees import ROOT, best_tree

Places = NDArray[np.intp]

MODEL = Path(__file__).parent.parent / "model"
LONGEST_UNIT = 256  # tokens that the network reads at once
CLOSES_SENTENCE = re.compile(r"[.!?\u2026]+")


class Syntax:
    """Reads a document line by line, as the network was trained, and writes what it finds into it."""

    def __init__(self, nlp: Language, network: Network, labels: dict[str, list[str]], lemmas: Known) -> None:
        self.network = network
        self.lemmas = lemmas
        self.strings = nlp.vocab.strings
        self.rules = labels["lemmas"]
        self.root = labels["deprels"].index("root")
        self.deprels = _numbers([self.strings.add(label) for label in labels["deprels"]])
        self.deprels[self.root] = self.strings.add("ROOT")  # as spaCy writes it
        self.upos = [tag.split(" ")[0] for tag in labels["tags"]]
        self.tags = _numbers([_tag(nlp, *tag.split(" ")) for tag in labels["tags"]])
        self.space = _numbers([*_tag(nlp, "SPACE", "_SP", "_"), 0, self.strings.add("dep"), 0])

    def __call__(self, doc: Doc) -> Doc:
        """The document with its syntax."""
        words = [token for token in doc if not token.is_space]
        if not words:
            return doc
        units = np.array(unit_numbers(doc))
        rows = np.vstack([_rows(doc, words[start:end]) for start, end in _runs(units)])
        tokens = np.vstack([self.network.encode(rows[part], units[part]) for part in _parts(units)])
        starts = np.flatnonzero(self.network.starts(tokens, units))
        heads = np.concatenate(
            [
                np.where(tree == ROOT, ROOT, tree + start)
                for start, end in pairwise([*starts, len(words)])
                for tree in [best_tree(self.network.arcs(tokens[start:end]))]
            ]
        )
        self._write(doc, np.array([token.i for token in words]), tokens, heads)
        return doc

    def _write(self, doc: Doc, places: Places, tokens: Floats, heads: Places) -> None:
        is_root = heads == ROOT
        deprels = self.network.deprels(tokens, heads)
        deprels[:, self.root] = np.where(is_root, np.inf, -np.inf)
        tags = self.network.tags(tokens).argmax(axis=1)
        rules = self.network.lemmas(tokens).argmax(axis=1)
        texts = [doc[place].text for place in places.tolist()]
        lemmas = [
            lemma_of(text, self.upos[tag], self.rules[rule], self.lemmas)
            for text, tag, rule in zip(texts, tags, rules, strict=True)
        ]
        # A white space belongs to the word before it, or to the first.
        before = np.maximum(np.searchsorted(places, np.arange(len(doc)), side="right") - 1, 0)
        values = np.tile(self.space, (len(doc), 1))
        values[:, 5] = _unsigned(places[before] - np.arange(len(doc)))
        values[places, :3] = self.tags[tags]
        values[places, 3] = [self.strings.add(lemma) for lemma in lemmas]
        values[places, 4] = self.deprels[deprels.argmax(axis=1)]
        values[places, 5] = _unsigned(np.where(is_root, 0, places[heads] - places))
        doc.from_array([TAG, POS, MORPH, LEMMA, DEP, HEAD], values)  # type: ignore[arg-type]
        doc.tensor = np.zeros((len(doc), tokens.shape[1]), dtype=np.float32)
        doc.tensor[places] = tokens


def unit_numbers(doc: Doc) -> list[int]:
    """The unit that each word (white space left out) is read in: a line, or a part of a long one."""
    numbers: list[int] = []
    unit = size = 0
    full = False
    for token in doc:
        if token.is_space:
            full = full or "\n" in token.text
            continue
        if numbers and (full or size >= LONGEST_UNIT):
            unit, size = unit + 1, 0
        numbers.append(unit)
        size += 1
        full = size > LONGEST_UNIT // 2 and CLOSES_SENTENCE.fullmatch(token.text) is not None
    return numbers


def _rows(doc: Doc, words: list[Token]) -> NDArray[np.int32]:
    glued = [
        token.i > 0 and not doc[token.i - 1].whitespace_ and not doc[token.i - 1].is_space for token in words
    ]
    return feature_rows([token.text for token in words], glued)


def _runs(units: Places) -> Iterator[tuple[int, int]]:
    """Where each unit starts and ends."""
    yield from pairwise([0, *(np.flatnonzero(np.diff(units)) + 1).tolist(), len(units)])


def _parts(units: Places) -> Iterator[slice]:
    """Whole units to read together: not too many, since attention costs the square of their length."""
    first = 0
    for start, end in _runs(units):
        if end - first > LONGEST_UNIT and start > first:
            yield slice(first, start)
            first = start
    yield slice(first, len(units))


def _tag(nlp: Language, upos: str, xpos: str, feats: str) -> tuple[int, int, int]:
    morph = nlp.vocab.morphology.add("" if feats == "_" else feats)
    return nlp.vocab.strings.add("" if xpos == "_" else xpos), nlp.vocab.strings.add(upos), morph


def _numbers(values: Any) -> NDArray[np.uint64]:
    return np.array(values, dtype=np.uint64)


def _unsigned(offsets: Places) -> NDArray[np.uint64]:
    return offsets.astype(np.int64).view(np.uint64)


@Language.factory("syntax", default_config={"model": str(MODEL)})
def make_syntax(nlp: Language, name: str, model: str) -> Syntax:  # noqa: ARG001 - spaCy passes the name
    """The component with the weights, labels and lemmas of a folder."""
    folder = Path(model)
    labels, lemmas = (
        json.loads((folder / file).read_text(encoding="utf-8")) for file in ("labels.json", "lemmas.json")
    )
    return Syntax(nlp, Network(load_weights(folder / "weights.npz")), labels, lemmas)
