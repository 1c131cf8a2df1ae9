"""Which tokens are emoji: pictures, emoticons, short codes such as ":+1:", and the brackets around these."""

import re

from spacy.tokens import Doc, Token

from nlp.language.tokenizer import SHORT_CODE
from nlp.text import EMOJI, once, text_of

IN_BRACKETS = re.compile(rf"\((?:{SHORT_CODE})+\)")


def is_emoji(token: Token) -> bool:
    """Whether a token is an emoji, or a part of short codes in brackets."""
    return token.norm_ == EMOJI or token.i in once(token.doc, "codes_in_brackets", _in_brackets)


def _in_brackets(doc: Doc) -> frozenset[int]:
    found = [match.span() for match in IN_BRACKETS.finditer(text_of(doc))]
    return frozenset(
        token.i for token in (doc if found else ()) if any(start <= token.idx < end for start, end in found)
    )
