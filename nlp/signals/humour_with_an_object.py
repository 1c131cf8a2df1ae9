"""A joke about something."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from nlp.signals._page import SignalPage
from nlp.signals._rule import Rule
from nlp.signals._seen import own_words
from nlp.text import LINK, PlainToken, tokens

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span


FEWEST_NAMED = 2
LAUGHING = frozenset("😂🤣😆😹😅")


def see(doc: "Doc") -> "Iterator[Span]":
    """What a draft that laughs names."""
    if any(map(_laughs, tokens(doc))) and not any(token.norm == LINK for token in tokens(doc)):
        named = [token for token in own_words(doc) if token.nameable]
        if len(named) >= FEWEST_NAMED:
            yield from (doc[token.i : token.i + 1] for token in named)


def _laughs(token: PlainToken) -> bool:
    return token.norm in {"lol", "lmao"} or not LAUGHING.isdisjoint(token.text)


rule = Rule(
    page=SignalPage(
        name="humour_with_an_object",
        kind="strength",
        title="Laughs about something",
        what="Laughter in a draft that names what it is about.",
        why="A joke on the matter keeps a thread alive; laughter alone is a reaction.",
        wrong_when="The joke is on somebody who is present.",
        source="Our own; Lobsters counts a sentence of humour as “me-too”; one with an object is more.",
        reason="It laughs, and about something.",
        bad=("lol", "😂😂😂", "haha so true", "hahaha great video man"),
        good=(
            "lol, the cat walks out right when he says “trust me”",
            "My compiler and the landlord send the same warnings 😂",
            "haha, the printer only works when the intern leaves the building",
        ),
    ),
    see=see,
)
