"""Which sentences of a parent are plain prose, so that their words can be trusted to be what they look like.

Code, formulas, headlines, the frame of a form and sentences too long to be parsed well are not.
"""

import re

from spacy.tokens import Doc, Span, Token

from nlp.realising.lists import listed
from nlp.text import LINK, QUOTE, once, text_of

CODE = re.compile(
    r"[{}=\\|^]|\(\)|::|->|\w\(\w|\w\[\w|\w_\w|\$(?!\d)|;\s*\Z|</?\w|<!--|\[[ xX]?\]|\w/\w+/\w|"
    r"\A\s*[#>*+-]\s"
)
"""Marks of code, formulas, tables, paths and markup."""
FORM = re.compile(r"\s*(?:[-*+]\s+\[[ xX]?\]|#{1,6}\s|>|\|)")
"""How a line of a form, a heading, a quotation or a table begins."""
LONGEST = 45
"""Tokens of a sentence from which its parse is doubtful."""
HEADLINE_SHARE = 0.5
"""Share of capitalised words from which a sentence is a headline, where capitals show no names."""
FEWEST_IN_HEADLINE = 5


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
    return not (CODE.search(text) or FORM.match(_line_before(sentence)) or is_headline(words))


def _line_before(sentence: Span) -> str:
    """What stands before a sentence in its line."""
    text = text_of(sentence.doc)
    return text[text.rfind("\n", 0, sentence.start_char) + 1 : sentence.start_char]


def is_headline(words: list[Token]) -> bool:
    """Whether most words have a capital: then names can't be told from others."""
    spelled = [token for token in words if token.is_alpha and token.text != "I"]
    if len(spelled) < FEWEST_IN_HEADLINE:
        return False
    return sum(token.text[0].isupper() for token in spelled) > HEADLINE_SHARE * len(spelled)
