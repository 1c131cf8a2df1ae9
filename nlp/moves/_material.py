"""What a rewrite may be made of: the draft's own words, and what stands out in what it answers."""

import re
import zlib
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from nlp.moves._subjects import figures, quoted_title, subjects
from nlp.reading import reading_of
from nlp.text import LINK, asks

OWN_THING = re.compile(
    r"\b(?:my|our)\s+(?:(?:new|latest|own|little|small)\s+)?"
    r"(app|article|blog|book|business|channel|company|course|game|library|music|newsletter|page|podcast|post|product|"
    r"project|shop|site|song|startup|store|stream|tool|video|videos|website)\b",
    re.I,
)


@dataclass(frozen=True)
class Material:
    """What the moves work with. `subjects` and `figures` are the parent's, and fit behind "about"."""

    draft: str
    verdict: str
    flags: tuple[str, ...]
    subjects: tuple[str, ...]
    figures: tuple[str, ...]
    title: str | None
    answers: bool
    parent_asks: bool
    links: tuple[str, ...]
    own_thing: str | None

    def subject(self, turn: int) -> str | None:
        """A subject to speak about; moves take different turns, to differ where there are many."""
        return self.subjects[turn % len(self.subjects)] if self.subjects else None

    def write(self, wordings: Sequence[str], **parts: str) -> str:
        """One of the wordings with its parts filled in; which, the draft and what it answers decide.

        Writers who use no capitals get none in our words; their parts and the blanks stay as they are.
        """
        key = "\n".join((self.draft, *self.subjects, wordings[0]))
        wording = wordings[zlib.crc32(key.encode("utf-8", "replace")) % len(wordings)]
        if self.draft == self.draft.lower():
            return wording.lower().format(**parts)
        text = wording.format(**parts)
        return text[0].upper() + text[1:] if wording.startswith("{") else text


def gather(doc: Doc) -> Material:
    """The material in a draft that was read."""
    reading = reading_of(doc)
    context = reading.context
    own = OWN_THING.search(doc.text)
    parent = reading.parent
    return Material(
        draft=doc.text,
        verdict=reading.verdict,
        flags=tuple(reading.flags),
        subjects=subjects(parent, context.thread_title) if parent is not None else (),
        figures=figures(parent) if parent is not None else (),
        title=quoted_title(context.thread_title),
        answers=parent is not None,
        parent_asks=asks(parent),
        links=tuple(dict.fromkeys(token.text for token in doc if token.norm_ == LINK)),
        own_thing=own.group(1).lower() if own else None,
    )
