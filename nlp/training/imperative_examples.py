"""Imperatives to learn from: in treebanks, in posts marked by hand, and in lines written for it."""

import gzip
import json
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path

from nlp.language.clauses import COORDINATED
from nlp.training.conllu import Word, read_documents
from nlp.training.units import as_document, paragraphs

MARKS = Path(__file__).with_name("imperatives.json")
WORDS = Path(__file__).with_name("imperative_words.json")
WRITTEN = Path(__file__).with_name("imperatives_written.txt")
STAR = "*"
AUXILIARIES = ("aux", "cop")

Heads = dict[int, bool]
"""Where heads of imperative clauses begin, in code points, and whether the clause is a main one."""
Answers = dict[int, bool]
"""Where single words begin, in code points, and whether each is the head of an imperative clause."""


def marked_posts(folder: Path) -> Iterator[tuple[str, Heads]]:
    """The texts of the posts that were marked as a whole, with the heads in them."""
    marks: dict[str, list[int]] = json.loads(MARKS.read_text(encoding="utf-8"))
    for post, text in _texts(folder):
        if post in marks:
            yield text, dict.fromkeys(marks[post], True)


def marked_words(folder: Path) -> Iterator[tuple[str, Answers]]:
    """The texts of the posts in which single words were marked, with the answers."""
    marks: dict[str, tuple[list[int], list[int]]] = json.loads(WORDS.read_text(encoding="utf-8"))
    for post, text in _texts(folder):
        if post in marks:
            calls, others = marks[post]
            yield text, {**dict.fromkeys(calls, True), **dict.fromkeys(others, False)}


def _texts(folder: Path) -> Iterator[tuple[str, str]]:
    with (folder / "train.jsonl").open(encoding="utf-8") as labelled:
        rows = list(map(json.loads, labelled))
    with gzip.open(folder / "unlabelled.jsonl.gz", "rt", encoding="utf-8") as unlabelled:
        rows.extend(map(json.loads, unlabelled))
    for row in rows:
        yield row["id"], row["text"]


def written_lines() -> Iterator[tuple[str, Heads]]:
    """The lines written for this, with the heads in them."""
    for line in WRITTEN.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            parts = line.split(STAR)
            lengths = [len(part) for part in parts[:-1]]
            yield "".join(parts), dict.fromkeys(accumulate(lengths), True)


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
