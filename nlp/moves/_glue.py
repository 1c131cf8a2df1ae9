"""The words that suggestions are put together with: the wordings' own, and a few that turn persons."""

import re
from collections.abc import Iterator
from types import ModuleType

from nlp.moves._voice import AS_WE, IN_FULL
from nlp.realising import persons

WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
BLANK_OR_PART = re.compile(r"\[…[^\[\]]*\]|\{\w+\}")


def wordings_of(modules: tuple[ModuleType, ...]) -> Iterator[str]:
    """The wordings that stand in some modules."""
    yield from (text for module in modules for value in vars(module).values() for text in _texts(value))


def glue_of(modules: tuple[ModuleType, ...]) -> frozenset[str]:
    """All words, in small letters, of the wordings that stand in some modules."""
    bare = (BLANK_OR_PART.sub(" ", wording) for wording in wordings_of(modules))
    said = {word.lower() for text in bare for word in WORD.findall(text)}
    tables = (AS_WE, IN_FULL, persons.TO_THE_READER, persons.TO_THE_WRITER, persons.UNOWNED)
    turned = {word.lower() for table in tables for text in table.values() for word in WORD.findall(text)}
    return frozenset(said | turned)


def _texts(value: object) -> Iterator[str]:
    """The wordings in a constant: a tuple of texts, or a table of tuples."""
    if isinstance(value, dict):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, tuple):
        yield from (text for text in value if isinstance(text, str))
