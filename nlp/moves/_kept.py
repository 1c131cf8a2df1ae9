"""What of a draft is good as it is, and stays: whole sentences, without the noise around them."""

import re

from spacy.tokens import Doc, Span, Token

from nlp.moves._words import pushes, shouts
from nlp.signals._seen import low_value
from nlp.text import EMOJI, HANDLE, LINK, NO_WORDS, TAG, says_something, segments

LINK_TEXT = re.compile(r"[^\s()\[\]<>]+")
FEWEST_WORDS = 4
"""Words of its own from which a sentence says something."""


def good_sentences(doc: Doc) -> tuple[str, ...]:
    """The sentences of a draft in which nothing was flagged and that say something of their own."""
    flagged = low_value(doc)
    kept = (plain(segment) for segment in segments(doc) if _is_good(segment, flagged))
    return tuple(sentence for sentence in kept if sentence)


def _is_good(segment: Span, flagged: set[int]) -> bool:
    if goes_on_behind(segment):
        return False
    own = [token for token in segment if says_something(token) and token.norm_ not in {LINK, TAG}]
    if len(own) < FEWEST_WORDS or is_flagged(segment, flagged):
        return False
    return not pushes(segment.text) and not any(shouts(token.lower_) for token in segment)


def is_flagged(segment: Span, flagged: set[int]) -> bool:
    """Whether a sentence has a flagged word, an address or a handle; emoji and loud words can go alone."""
    if any(token.norm_ in {LINK, HANDLE} for token in segment):
        return True
    can_go = (token.norm_ == EMOJI or shouts(token.lower_) for token in segment)
    return any(token.i in flagged and not goes for token, goes in zip(segment, can_go, strict=True))


def goes_on_behind(segment: Span) -> bool:
    """Whether it ends in the middle: of what somebody else said, or of a sentence ("the No. 1 team")."""
    if segment.text.count('"') % 2 or segment.text.count("“") != segment.text.count("”"):
        return True
    if segment.end >= len(segment.doc) or segment[-1].text != "." or "\n" in segment.text[-2:]:
        return False
    after = segment.doc[segment.end]
    return after.text[0].isdigit() or (after.text[0].islower() and not segment.doc.text.islower())


def plain(segment: Span) -> str:
    """A sentence without tags and emoji, with one mark at its end; empty where a tag is part of it."""
    words = [token for token in segment if not token.is_space and token.norm_ != EMOJI]
    while words and words[-1].norm_ == TAG:
        words.pop()
    while words and words[0].norm_ == TAG:
        words.pop(0)
    if not words or any(token.norm_ in NO_WORDS for token in words):
        return ""
    text = "".join(token.text_with_ws for token in _without_marks(words)).strip()
    mark = "?" if "?" in words[-1].text else "."
    return re.sub(r"\s+", " ", text).strip(" -\u2013\u2014|:,;") + mark


def _without_marks(words: list[Token]) -> list[Token]:
    while words and words[-1].is_punct and words[-1].text not in {")", "”", '"', "%"}:
        words = words[:-1]
    return words


def own_links(doc: Doc) -> tuple[str, ...]:
    """The links of a draft, each once; none that was cut off ("example.com/a-page…")."""
    links = [_whole_link(token) for token in doc if token.norm_ == LINK and not _is_cut_off(token)]
    return tuple(dict.fromkeys(links))


def _whole_link(link: Token) -> str:
    """A link up to the next space or bracket: a tokenizer may take it apart inside of markup."""
    match = LINK_TEXT.match(link.doc.text, link.idx)
    return match.group().rstrip(".,;:!?*_\"'") if match and len(match.group()) > len(link) else link.text


def _is_cut_off(link: Token) -> bool:
    after = "" if link.whitespace_ or link.i + 1 == len(link.doc) else link.nbor(1).text
    return (link.text + after).endswith(("…", ".."))
