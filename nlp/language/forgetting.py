"""Forgets the words of a text once it has been read: else spaCy keeps each that it ever met.

Memory would grow with every word that is typed. A zone gives the words back, but not their places in the
two tables that spaCy finds words by: these stay marked, and a table doubles whenever marks fill it (preshed
3.0). To read the vocabulary anew from what it keeps starts both afresh.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from spacy.language import Language

MOST_WORDS = 20_000
"""Words met, each as often as a text brings it, until the tables start afresh: some 1,000 reviews."""

_NOT_WORDS = ("vectors", "lookups")


@contextmanager
def words_forgotten(language: Language) -> Iterator[None]:
    """A block whose words are forgotten when it ends: no document of it may be used after that.

    All documents share the vocabulary's words, so only one such block at a time is allowed.
    """
    with language.memory_zone():
        yield
    if len(language.vocab) > MOST_WORDS:
        start_afresh(language)


def remember(language: Language, texts: Iterable[str]) -> None:
    """Read texts whose words come again and again, so that they needn't be taken apart each time.

    To be called outside of such blocks, in which spaCy's tokenizer keeps nothing of what it has found out.
    """
    for text in texts:
        language.make_doc(text)


def start_afresh(language: Language) -> None:
    """Make the tables of words anew with what belongs to the pipeline alone. Takes some 10 ms."""
    language.vocab.from_bytes(language.vocab.to_bytes(exclude=_NOT_WORDS), exclude=_NOT_WORDS)
