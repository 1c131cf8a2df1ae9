"""A rewrite: a wording, what is filled into it, and what stays before it; put into words when asked for."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from nlp.moves._voice import Voice
from nlp.moves._wording import begun, joined
from nlp.realising.asked import Question
from nlp.realising.matter import Placed

Piece = Placed | Question


@dataclass(frozen=True)
class Rewrite:
    """A whole new draft. Most are weighed and never read, so that its text is made only on demand."""

    wordings: tuple[str, ...]
    """The wordings of its kind, one of which is its own."""
    wording: str
    parts: Mapping[str, str]
    voice: Voice
    before: str
    """What of the draft stays before it; empty for nothing."""
    after: str
    """What stays behind it, such as a link."""
    about: Piece | None
    """What it takes up of the parent; None for nothing of it."""

    @property
    def place(self) -> int | None:
        """Where in the parent stands what it takes up."""
        return None if self.about is None else self.about.start

    @cached_property
    def text(self) -> str:
        """The rewrite as its writer would put it."""
        text = self.voice.says(self.wording).format(**self.parts)
        if text and not self.voice.small:
            text = begun(text)
        whole = joined(self.before, text)
        return joined(self.before, self.voice.ends(text, shown=self.voice.emoji in whole)) + self.after
