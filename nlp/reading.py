"""What the pipeline has seen in a draft so far; every component reads it and adds its part."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from nlp.review import Context, History, Strictness, Verdict
from nlp.review import Span as Utf16Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

    from nlp.judge.leaning import Leaning
    from nlp.text import PlainToken


NOTES: Any = ("._.", "pitch_in", None, None)
"""Where spaCy keeps what is set as `doc._.pitch_in`."""


@dataclass
class Reading:
    """The notes on one draft, kept at `doc._.pitch_in`."""

    context: Context = field(default_factory=Context)
    muted: frozenset[str] = frozenset()
    strictness: Strictness = "normal"
    parent: "Doc | None" = None
    """What the draft answers (thread title and parent text), read by the same tokenizer; None without any."""
    open_blanks: tuple[Utf16Span, ...] = ()
    """Blanks of a suggestion that stand in the draft, in UTF-16 code units."""
    history: History = field(default_factory=History)
    """What the person's log says that bears on the draft."""
    seen: "dict[str, list[Span]]" = field(default_factory=dict)
    """Where each signal was seen, by its name, muted ones too: their words say no more than before."""
    own: "list[PlainToken] | None" = None
    """The words that may bring something, once the phrases are marked; kept for the signals."""
    rest: "list[PlainToken]" = field(default_factory=list)
    """The words left once low-value phrases, filler and what is no word are taken out."""
    verdict: Verdict = "contributes"
    path: str = "contributes"
    """Which way the verdict was reached."""
    flags: list[str] = field(default_factory=list)
    """The flags that the verdict rests on, the leading one first."""
    leaning: "Leaning | None" = None
    """What the judge makes of the draft; None where there is nothing to judge."""
    enough: float | None = None
    """The chance of a flag from which the judge flags it, above 1 where it never does; None if not asked."""
    from_log: bool = False
    """Whether the flags rest on what the log tells, whatever the words say."""
    undecided: bool = False
    """Whether it is unjudged only because a few words tell the rules too little; then the judge may flag."""
    note: str = ""
    """Why the draft could not be judged, as a sentence; empty when it could."""


def reading_of(doc: "Doc") -> Reading:
    """The notes on a draft."""
    reading: Reading = doc.user_data[NOTES]  # `doc._` is slow, and this is asked for all the time
    return reading
