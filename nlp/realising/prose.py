"""Which sentences of a parent are plain prose, so that their words can be trusted to be what they look like.

Code, formulas, headlines, the frame of a form and sentences too long to be parsed well are not.
"""

import re

from spacy.tokens import Doc, Span, Token

from nlp.realising.lists import listed
from nlp.text import LINK, QUOTE, once

CODE = re.compile(
    r"[{}=\\|^]|\(\)|::|->|\w\(\w|\w\[\w|\w_\w|\$(?!\d)|;\s*\Z|</?\w|<!--|\[[ xX]?\]|\w/\w+/\w|"
    r"\A\s*[#>*+-]\s"
)
"""Marks of code, formulas, tables, paths and markup."""
LONGEST = 45
"""Tokens of a sentence from which its parse is doubtful."""
HEADLINE_SHARE = 0.5
"""Share of capitalised words from which a sentence is a headline, where capitals show no names."""
FEWEST_IN_HEADLINE = 3


def is_prose(word: Token) -> bool:
    """Whether a word stands in a sentence of plain prose."""
    return once(word.doc, "prose", _prose)[word.i]


def _prose(doc: Doc) -> list[bool]:
    return [fine for sentence in doc.sents for fine in [_is_plain(sentence)] * len(sentence)]


def _is_plain(sentence: Span) -> bool:
    words = [token for token in sentence if not token.is_space]
    if len(words) > LONGEST or any(token.norm_ in listed("boilerplate") for token in words):
        return False
    text = "".join(token.text_with_ws for token in words if token.norm_ not in {LINK, QUOTE})
    return not CODE.search(text) and not is_headline(words)


def is_headline(words: list[Token]) -> bool:
    """Whether most words have a capital: then names can't be told from others."""
    spelled = [token for token in words if token.is_alpha]
    if len(spelled) < FEWEST_IN_HEADLINE:
        return False
    return sum(token.text[0].isupper() for token in spelled) > HEADLINE_SHARE * len(spelled)
