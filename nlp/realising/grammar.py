"""Slips that a made sentence must not have: cheap checks on its words, no parse."""

import re

from spacy.tokens import Token

from nlp.text import WRITTEN_LINK

AN_SOUND = re.compile(
    r"(?:[aeio]|u(?!n[ai]|s[aeiu]|t[ei]|k|r[aeiou])|hour|honest|heir|[fhlmnrsx](?:[A-Z]|\b))\w*"
)
SLIPS = (
    re.compile(r"\b(?!had\b|that\b)(\w{2,}) \1\b", re.I),
    re.compile(r"\s[,.;:?!](?:\s|\Z)"),
    re.compile(r"(?<!\.)[.,;:?!]{2,}(?<!…)"),
    re.compile(r"\b(?:the|a|an|my|your|our) (?:the|a|an|my|your|our|this|that)\b", re.I),
    re.compile(r"\b(?:of|with|for|at|by|from|the|a|an|your|my|and|or|to) ?[,.;:?!](?:\s|\Z)", re.I),
    re.compile(
        r"\bto (?:the|a) to\b|\byou (?:am|was|is|has)\b|\bI (?:are|were|is|has)\b|\b(?:we|they) (?:was|is)\b",
        re.I,
    ),
    re.compile(r"\b(?:does|did|do) \w+ \w+(?:ed)\b"),
    re.compile(r"  "),
    re.compile(r"\bless \w+s\b|\bmany \w+ness\b"),
)
"""Doubled words and marks, two articles, a phrase that ends in the middle, a verb of the wrong person."""


def slips(text: str) -> list[str]:
    """The places where a text breaks a simple rule of English; empty for most texts."""
    text = WRITTEN_LINK.sub("that", text)
    found = [match.group() for slip in SLIPS for match in slip.finditer(text)]
    found += [
        f"{article} {word}"
        for article, word in re.findall(r"\b(an?) (\w+)", text, re.I)
        if not _fits(article, word)
    ]
    found += [mark for mark in "“(" if text.count(mark) != text.count({"“": "”", "(": ")"}[mark])]
    return found


def _fits(article: str, word: str) -> bool:
    if word[0].isdigit() or (word.isupper() and len(word) > 1):
        return True  # how figures and abbreviations are spoken, nobody can tell
    return (article.lower() == "an") == bool(AN_SOUND.match(word.lower() if word.istitle() else word))


def is_noun_like(token: Token) -> bool:
    """Whether a word can end a noun phrase."""
    return token.is_alpha and token.pos_ in ("NOUN", "PROPN") and len(token) > 2
