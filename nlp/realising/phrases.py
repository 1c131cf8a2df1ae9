"""Where a stretch of a parent may be cut out so that it still reads well."""

import re

from spacy.tokens import Doc, Span, Token

from nlp.language.clauses import relation
from nlp.realising.lists import listed
from nlp.text import EMOJI, HANDLE, LINK, QUOTE, TAG, once

UNUSABLE = frozenset((EMOJI, HANDLE, LINK, QUOTE, TAG))
GLUE = frozenset(("-", "'", "\u2019", "/", "%", "°", "&", "+", "'s", "\u2019s"))
"""Marks behind or before which a phrase goes on."""
QUOTES = frozenset(("“", "”", '"', "`", "\u2018"))
BELONGS = frozenset(("obj", "iobj", "obl", "xcomp", "compound", "advmod", "flat", "ccomp"))
"""What may belong to a verb behind it."""
BREAKS = frozenset(
    ("parataxis", "advcl", "acl", "appos", "cc", "conj", "mark", "discourse", "list", "vocative")
)
"""What begins another thought. "acl" holds relative clauses too."""
CLOSES = frozenset(("NOUN", "PROPN", "NUM", "ADV", "VERB", "ADJ", "SYM", "ADP"))
"""What a phrase may end with; a preposition only as the verb's particle."""
PERIOD = "(?:day|week|month|year|night|morning|evening|weekend|spring|summer|autumn|fall|winter|time)s?"
WEEKDAY = "(?:mon|tues|wednes|thurs|fri|satur|sun)day"
MONTH = "(?:january|february|march|april|may|june|july|august|september|october|november|december)"
WHEN = re.compile(
    rf"\b(?:(?:last|this|next) (?:{PERIOD}|{WEEKDAY}|{MONTH})|yesterday|today|tonight|recently|lately|"
    rf"(?:a|an|one|two|three|four|five|six|ten|a few|\d+) {PERIOD} ago|(?:in|since) (?:\d{{4}}|{MONTH})|"
    rf"(?:on|since) {WEEKDAY})\s*\Z"
)
"""When something was, at the end of a phrase."""
LONGEST_PHRASE = 11
"""Tokens behind the verb: more than that is no longer the matter in a nutshell."""


def sentence_of(token: Token) -> Span:
    """The sentence that a token stands in. spaCy walks through the whole document for each."""
    start, end = once(token.doc, "sentences", _sentence_bounds)[token.i]
    return token.doc[start:end]


def _sentence_bounds(doc: Doc) -> list[tuple[int, int]]:
    return [(sentence.start, sentence.end) for sentence in doc.sents for _ in sentence]


def behind(verb: Token) -> list[Token] | None:
    """What belongs to a verb and follows it at once; None where it can't be cut out well."""
    tokens: list[Token] = []
    for token in verb.doc[verb.i + 1 : sentence_of(verb).end]:
        if not _goes_on(token, verb):
            break
        tokens.append(token)
    if len(tokens) > LONGEST_PHRASE or any(token.norm_ in UNUSABLE for token in tokens):
        return None
    return tokens if _closes(verb, tokens) else None


def _goes_on(token: Token, verb: Token) -> bool:
    if token.is_space or (token.is_punct and token.text not in GLUE) or token.text in QUOTES:
        return False
    step = token
    while step.i != verb.i:
        if step.i < verb.i or step.dep_ == "ROOT":
            return False
        if relation(step) in BREAKS and not _is_listed(step, token):
            return False
        if step.head.i == verb.i and relation(step) not in BELONGS:
            return False
        step = step.head
    return True


def _is_listed(step: Token, token: Token) -> bool:
    """Whether a step is to a second thing beside the first ("in the pot and the oven"), "and" included."""
    if relation(step) == "conj":
        return step.pos_ in ("NOUN", "PROPN") and step.head.pos_ in ("NOUN", "PROPN")
    if relation(step) == "cc":
        return step is token and step.lower_ in ("and", "or") and _is_listed(step.head, step.head)
    if relation(step) == "mark":
        return step.lower_ == "to" and relation(step.head) == "xcomp"
    return False


def _closes(verb: Token, tokens: list[Token]) -> bool:
    if not tokens:
        return ends_phrase(verb.doc, verb.i + 1)
    last = tokens[-1]
    if last.pos_ not in CLOSES and last.text not in {"%", "°"}:
        return False
    if last.pos_ == "ADP" and last.dep_ != "compound:prt":
        return False
    if last.pos_ == "ADJ" and last.head.i > last.i:
        return False
    return ends_phrase(last.doc, last.i + 1)


def ends_phrase(doc: Doc, place: int) -> bool:
    """Whether what stands at the place can't belong to the phrase before it."""
    if place >= len(doc):
        return True
    after = doc[place]
    if after.is_space or after.norm_ in UNUSABLE:
        return True
    if after.is_punct:
        return after.text not in GLUE and after.text not in QUOTES
    if after.lower_ == "to":
        return place + 1 < len(doc) and doc[place + 1].tag_ == "VB"
    return after.lower_ in listed("behind") or after.pos_ in ("VERB", "AUX", "CCONJ")


def without_time(tokens: list[Token]) -> list[Token]:
    """The phrase without when it was: "last spring", "two years ago", "in 2019", "yesterday"."""
    text = "".join(token.text_with_ws.lower() for token in tokens)
    match = WHEN.search(text)
    if match is None or match.start() == 0:
        return tokens
    kept, length = 0, 0
    while length < match.start():
        length += len(tokens[kept].text_with_ws)
        kept += 1
    return tokens[:kept]
