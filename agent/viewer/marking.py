"""Cuts a text at the edges of its spans, so that a template can mark the pieces, overlapping or not."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from nlp import Signal, Span
from nlp.offsets import Utf16Offsets

Kind = Literal["flag", "strength", "blank"]


@dataclass(frozen=True)
class Label:
    """What a span is marked as; `number` is that of the reason beside the text, from 1."""

    kind: Kind
    number: int | None = None


@dataclass(frozen=True)
class Piece:
    """A stretch of text under the same labels; `ending` are the numbers of the marks that end with it."""

    text: str
    kinds: frozenset[Kind]
    ending: tuple[int, ...]


def pieces(text: str, labelled: Iterable[tuple[Span, Label]]) -> list[Piece]:
    """Cut `text` at every edge of `labelled` spans (UTF-16 code units); joined, the pieces are the text.

    Empty spans and what lies beyond the text are left out; an edge inside a surrogate pair moves behind it.
    """
    starts: dict[int, list[Label]] = {}
    ends: dict[int, list[Label]] = {}
    place = Utf16Offsets(text).code_points
    for span, label in labelled:
        start, end = place(span.start), place(span.end)
        if start < end:
            starts.setdefault(start, []).append(label)
            ends.setdefault(end, []).append(label)
    edges = sorted({0, len(text), *starts, *ends})
    open_labels: list[Label] = []
    found = []
    for start, end in pairwise(edges):
        for label in ends.get(start, ()):
            open_labels.remove(label)
        open_labels.extend(starts.get(start, ()))
        numbers = sorted({label.number for label in ends.get(end, ()) if label.number is not None})
        found.append(Piece(text[start:end], frozenset(label.kind for label in open_labels), tuple(numbers)))
    return found


def reviewed(text: str, signals: Sequence[Signal], open_blanks: Iterable[Span] = ()) -> list[Piece]:
    """Cut a reviewed text: each signal's spans under its number in `signals`, and the blanks still open."""
    labelled = [
        (span, Label(signal.kind, number))
        for number, signal in enumerate(signals, 1)
        for span in signal.spans
    ]
    return pieces(text, [*labelled, *_blanks(open_blanks)])


def suggested(text: str, blanks: Iterable[Span]) -> list[Piece]:
    """Cut a suggestion at its blanks."""
    return pieces(text, _blanks(blanks))


def _blanks(spans: Iterable[Span]) -> list[tuple[Span, Label]]:
    return [(span, Label("blank")) for span in spans]
