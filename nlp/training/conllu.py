"""Treebanks in CoNLL-U: read as documents of raw text with their words at exact places.

The format: https://universaldependencies.org/format.html. A document's text is its sentences joined
as written, with a blank line where a paragraph begins, as in the raw texts of the CoNLL 2018 shared task.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class Word:
    """One syntactic word. `start` and `end` are code points in the document's text; head 0 is the root."""

    form: str
    lemma: str
    upos: str
    xpos: str
    feats: str
    head: int
    deprel: str
    start: int = 0
    end: int = 0


@dataclass
class Document:
    """Raw text and its sentences. The genre is GUM's `meta::genre`, or how EWT's document ids begin."""

    genre: str = ""
    text: str = ""
    sentences: list[list[Word]] = field(default_factory=list)


def read_documents(path: Path) -> Iterator[Document]:
    """The documents of a treebank. A file without document marks (tweets) has one document a sentence."""
    document = Document()
    marked = False
    for comments, lines in _blocks(path):
        new_document = any(comment.startswith("# newdoc") for comment in comments)
        marked = marked or new_document
        if document.sentences and (new_document or not marked):
            yield document
            document = Document(document.genre)
        elif document.sentences and any(comment.startswith("# newpar") for comment in comments):
            document.text = document.text.rstrip() + "\n\n"
        document.genre = _genre(comments) or document.genre
        _append(document, lines)
    if document.sentences:
        yield document


def _blocks(path: Path) -> Iterator[tuple[list[str], list[list[str]]]]:
    comments: list[str] = []
    lines: list[list[str]] = []
    with path.open(encoding="utf-8") as file:
        for line in file:
            line = line.rstrip("\n")
            if line.startswith("#"):
                comments.append(line)
            elif line:
                lines.append(line.split("\t"))
            elif lines:
                yield comments, lines
                comments, lines = [], []
    if lines:
        yield comments, lines


def _genre(comments: list[str]) -> str:
    """The genre that a document's comments give, if any."""
    for comment in comments:
        name, _, value = comment.partition(" = ")
        if name == "# meta::genre":
            return value
    return next(
        (c.partition(" = ")[2].partition("-")[0] for c in comments if c.startswith("# newdoc id")), ""
    )


def _append(document: Document, lines: list[list[str]]) -> None:
    """Add a sentence. The words of a multiword token lie at their own places in it where they spell it."""
    words: list[Word] = []
    surface_end = 0
    cursor = 0
    for columns in lines:
        number, form = columns[0], columns[1]
        if "." in number:  # an empty node of the enhanced graph
            continue
        space = "" if "SpaceAfter=No" in columns[9] else " "
        if "-" in number:
            surface_end = int(number.split("-")[1])
            cursor = len(document.text)
            surface_start = cursor
            document.text += form + space
            surface = form
            continue
        word = Word(form, columns[2], columns[3], columns[4], columns[5], int(columns[6]), columns[7])
        if int(number) <= surface_end:
            spelled = document.text.startswith(form, cursor)
            word.start = cursor if spelled else surface_start
            word.end = cursor + len(form) if spelled else surface_start + len(surface)
            cursor = word.end
        else:
            word.start = len(document.text)
            word.end = word.start + len(form)
            document.text += form + space
        words.append(word)
    document.sentences.append(words)
