"""Units: the stretches of text that the network reads at once, with what is to be learnt of each token.

A unit is a few sentences of one paragraph. Heads are references, so that tokens can be put in and taken out.
"""

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from nlp.language.lemmas import rule_for
from nlp.training.conllu import Document, Word


@dataclass(eq=False)
class Token:
    """A word in a unit. `head` is None for a root; `glued` says that no space stands before it.

    `rule` makes the lemma of the form as the treebank has it, whatever a style makes of the form later.
    """

    form: str
    lemma: str
    upos: str
    xpos: str
    feats: str
    deprel: str
    glued: bool = False
    starts: bool = False
    head: "Token | None" = None
    rule: str = "keep|0|"


Unit = list[Token]
LONGEST = 110  # tokens in a unit, unless one sentence alone is longer


def paragraphs(document: Document) -> Iterator[list[Unit]]:
    """The sentences of each paragraph of a treebank document, as lists of tokens."""
    paragraph: list[Unit] = []
    end = 0
    for words in document.sentences:
        if paragraph and "\n" in document.text[end : words[0].start]:
            yield paragraph
            paragraph = []
        paragraph.append(_sentence(words, end))
        end = words[-1].end
    if paragraph:
        yield paragraph


def _sentence(words: list[Word], end: int) -> Unit:
    tokens = []
    for word in words:
        token = Token(word.form, word.lemma, word.upos, word.xpos, word.feats, word.deprel)
        token.glued = word.start <= end
        token.starts = not tokens
        token.rule = rule_for(word.form, word.lemma)
        end = word.end
        tokens.append(token)
    for token, word in zip(tokens, words, strict=True):
        token.head = tokens[word.head - 1] if word.head else None
    return tokens


def copied(unit: Unit) -> Unit:
    """The unit with tokens of its own, their heads among them."""
    copies = {token: replace(token) for token in unit}
    for token in copies.values():
        if token.head is not None:
            token.head = copies[token.head]
    return list(copies.values())


def cut_units(sentences: Iterable[Unit], rng: random.Random) -> Iterator[Unit]:
    """Units of random length from the sentences of one paragraph, as copies that may be changed."""
    unit: Unit = []
    wanted = rng.randint(10, LONGEST)
    for sentence in sentences:
        if unit and len(unit) + len(sentence) > wanted:
            yield copied(unit)
            unit = []
            wanted = rng.randint(10, LONGEST)
        unit = unit + sentence
    if unit:
        yield copied(unit)


def sentences_of(unit: Unit) -> list[Unit]:
    """The unit's sentences."""
    sentences: list[Unit] = []
    for token in unit:
        if token.starts:
            sentences.append([])
        sentences[-1].append(token)
    return sentences


def as_document(sentences: Iterable[Unit]) -> Document:
    """The raw text that sentences of one paragraph make, with their words at their places."""
    document = Document()
    for sentence in sentences:
        numbers = {token: number for number, token in enumerate(sentence, start=1)}
        words = []
        for token in sentence:
            if document.text and not token.glued:
                document.text += " "
            start = len(document.text)
            document.text += token.form
            head = numbers[token.head] if token.head else 0
            words.append(
                Word(
                    token.form,
                    token.lemma,
                    token.upos,
                    token.xpos,
                    token.feats,
                    head,
                    token.deprel,
                    start,
                    len(document.text),
                )
            )
        document.sentences.append(words)
    return document
