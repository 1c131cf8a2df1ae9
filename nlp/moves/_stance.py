"""Judges who writes a draft and to whom, which says what can be added to it."""

from typing import Literal

from spacy.tokens import Doc

from nlp.moves import _phrases
from nlp.moves._kept import good_sentences
from nlp.moves._words import pushes
from nlp.review import Context

Stance = Literal[
    "brings_a_link",
    "passes_on",
    "own_thread",
    "shares_trouble",
    "wishes",
    "asks",
    "waits",
    "goes_on",
    "answers_on",
]
"""What a writer is about. A draft may show several; a move goes by the first that it has wordings for.

`brings_a_link` has a link and hardly more, `passes_on` tells what a title tells, `own_thread` speaks to those
who answered, `shares_trouble` has the same, `waits` for the same, `wishes` to have it, `asks` something
else, `goes_on` states something that can be gone on from, `answers_on` does so where the parent asks.
"""
BESIDE: frozenset[Stance] = frozenset(("goes_on", "answers_on"))
"""Stances that leave room for what the parent offers."""

FEWEST_SAID = 5
LITTLE = 12
"""Words from which a draft is kept whatever they are."""


def states(text: str) -> bool:
    """Whether a text states something, and only that."""
    if _phrases.LEANING.match(text) or "://" in text:
        return False
    return (
        len(text.split()) >= FEWEST_SAID
        and bool(_phrases.STATING.search(text))
        and not _phrases.CIVIL.search(text)
    )


def asks_for_help(draft: str, kept: str) -> bool:
    """Whether what is kept of a draft asks something, or the draft calls for help."""
    return bool(_phrases.ASKING.search(kept) or _phrases.CALL_FOR_HELP.search(draft))


def kept_of_unflagged(doc: Doc) -> tuple[str, ...]:
    """A draft that nothing was flagged in, unless it pushes, or says little and states nothing."""
    text = doc.text.strip()
    if len(text.split()) < LITTLE and not states(text):
        return ()
    return good_sentences(doc) if pushes(text) else (text,)


def is_in_own_thread(doc: Doc, context: Context) -> bool:
    """Whether a draft speaks to those who answered its writer, or wrote to them about their own post."""
    if not context.parent_text:
        return False
    if _phrases.IN_OWN_THREAD.search(doc.text):
        return True
    if not _phrases.THANKS.search(doc.text) or _phrases.AGREES.search(doc.text):
        return False
    return "?" in (context.thread_title or "") or doc.text.lstrip().startswith("@")
