"""What a move makes of a draft, before the gate and beside the other moves."""

from collections.abc import Callable

import pytest

from nlp import Context, Reviewer
from nlp.moves import Material, gather, moves
from nlp.reading import reading_of

Make = Callable[..., list[str]]


@pytest.fixture(scope="session")
def material(reviewer: Reviewer) -> Callable[..., Material]:
    """`material(draft, answering="…", title="…")`: what the moves get to work with."""

    def gathered(
        draft: str, answering: str | None = None, title: str | None = None, author: str | None = None
    ) -> Material:
        context = Context(parent_text=answering, thread_title=title, parent_author=author)
        reader = reviewer._reader
        doc = next(reader.read([(draft, context)]))
        parent = reading_of(doc).parent
        return gather(reader.with_syntax(doc), reader.parsed(parent) if parent is not None else None)

    return gathered


@pytest.fixture(scope="session")
def make(material: Callable[..., Material]) -> Make:
    """`make("ask", draft, answering="…")`: all rewrites of one move, none where it doesn't fit."""

    def made(name: str, draft: str, **context: str) -> list[str]:
        move = next(move for move in moves() if move.name == name)
        gathered = material(draft, **context)
        return [rewrite.text for rewrite in move.rewrites(gathered)] if move.fits(gathered) else []

    return made
