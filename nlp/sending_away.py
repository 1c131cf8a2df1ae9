"""Insults and dismissals: what sends a person away and answers nothing."""

import re
from typing import TYPE_CHECKING

from nlp.text import once, text_of, tokens

if TYPE_CHECKING:  # the viewer reads the signals' pages, which need this file, without waiting for spaCy
    from spacy.tokens import Doc

SENDS_AWAY = re.compile(
    r"\b(?:shut (?:the \w+ )?up|stfu|gtfo|rtfm|lmgtfy|kys|get lost|get a life|go away|go to hell|grow up|"
    r"google(?: (?:it|that|this)|['\u2019]?s your friend| is your friend)(?= *(?:[.!,]|\Z))|use google|"
    r"let me google that for you|read the (?:\w+ing )?manual|(?:piss|fuck|bugger|sod|naff|back) off|"
    r"(?:fuck|screw|damn) you|(?:who|no ?(?:one|body)) (?:asked|cares)|ok boomer|cry more|touch grass|"
    r"idiots?|morons?|imbeciles?|cretins?|dumb ?ass(?:es)?|jackass(?:es)?|assholes?|arseholes?|dickheads?|"
    r"twats?|wankers?|retards?|scumbags?|cunts?|"
    r"you (?:\w+ )?(?:clowns?|losers?|pricks?|tossers?|bastards?|bitch|fools?))\b",
    re.I,
)


def words_that_send_away(doc: "Doc") -> set[int]:
    """Positions of the words of insults and dismissals in a draft."""
    return once(doc, "words_that_send_away", _find)


def _find(doc: "Doc") -> set[int]:
    found = [match.span() for match in SENDS_AWAY.finditer(text_of(doc))]
    return {
        token.i for token in tokens(doc) if found and any(start <= token.start < end for start, end in found)
    }
