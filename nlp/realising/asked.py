"""What a parent asks last, and how an answer to it can begin in the question's own words.

"How do I descale my kettle?" gives "To descale your kettle", "Which driver do you use?" gives "The driver
I use".
"""

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from nlp.questions import questions
from nlp.realising import phrases
from nlp.realising.lists import listed
from nlp.realising.ways import Asks
from nlp.realising.ways_of_asking import PATTERNS
from nlp.text import QUOTE

LEFT_BEHIND = 70
"""Tokens behind a question from which its writer goes on to answer it."""


@dataclass(frozen=True)
class Question:
    """What is asked for, the start of an answer in the question's words where that can be made, and where."""

    asks: Asks
    opening: str | None
    start: int
    end: int


def asked(parent: Doc, start: int = 0) -> Question | None:
    """The last question of a parent from a token on; of several the last that an answer can take up."""
    segments = [
        segment
        for segment in questions(parent)
        if segment[0].i >= start
        and segment[-1].norm != QUOTE
        and len(parent) - 1 - segment[-1].i <= LEFT_BEHIND
    ]
    read = [_read(parent, segment[0].i, segment[-1].i + 1) for segment in segments]
    found = [question for question in read if question.asks != "matter" or _asks_indeed(parent, question)]
    with_opening = [question for question in found if question.opening]
    best = with_opening or found
    return best[-1] if best else None


def _asks_indeed(parent: Doc, question: Question) -> bool:
    """Whether a question that follows no pattern has a word of one: "n it works??" only wonders."""
    return any(token.lower_ in listed("question_starts") for token in parent[question.start : question.end])


def _read(parent: Doc, start: int, end: int) -> Question:
    tokens = _core([token for token in parent[start:end] if not token.is_space])
    for pattern in PATTERNS:
        read = pattern(tokens)
        if read is not None:
            kind, opening = read
            return Question(kind, opening, start, end)
    return Question("matter", None, start, end)


def _core(tokens: list[Token]) -> list[Token]:
    """The question without its mark, greeting, and what stands before a comma."""
    while tokens and (tokens[-1].is_punct or tokens[-1].norm_ in phrases.UNUSABLE):
        tokens = tokens[:-1]
    for place in range(len(tokens) - 1, 0, -1):
        if tokens[place - 1].text in {",", ":", "-", "\u2013", "\u2014", ";"} and tokens[
            place
        ].lower_ in listed("question_starts"):
            tokens = tokens[place:]
            break
    while tokens and (
        tokens[0].lower_ in listed("leads") or tokens[0].is_punct or tokens[0].norm_ in phrases.UNUSABLE
    ):
        tokens = tokens[1:]
    return tokens
