"""What a draft takes up of its parent, and whether it says any more than that."""

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from nlp.questions import ASKS_FOR_MORE, may_be_answered_by_a_word
from nlp.text import HANDLE, LINK, QUOTE, TAG, PlainToken, once, text_of, tokens, tokens_of
from nlp.words import words

if TYPE_CHECKING:  # the viewer reads the signals' pages, which need this file, without waiting for spaCy
    from spacy.tokens import Doc, Span

SELF = frozenset(["i", "we", "me", "us", "my", "our", "mine", "ours"])
ALIKE = frozenset(["also", "same", "likewise", "similar", "either"])
BETWEEN = frozenset(["also", "too", "still", "just", "now", "really", "both", "currently"])
"""What may stand between the writer and their deed."""
SAYS_MUCH = frozenset([LINK, QUOTE, TAG])
SHOWS = re.compile(r"[`=<>{}\[\]_/\\]")
"""A piece of code or of a log: that it is this one may be what is new."""
ASKS_HOW = ASKS_FOR_MORE - {"when"}
"""What asks for more than a bump does: only by when."""
LONGEST_REPEAT = 14
"""Words that a draft may have which only says that it is the same with its writer."""


def repeats(doc: "Doc", parent: "Doc | None") -> bool:
    """Whether a draft says that its writer has the same, and nothing that its parent doesn't say.

    Where a word may be all that is asked for ("does anyone else?"), it is an answer.
    """
    return parent is not None and once(doc, "repeats", lambda it: _repeats(it, parent))


def _repeats(doc: "Doc", parent: "Doc") -> bool:
    if "?" in text_of(doc) or may_be_answered_by_a_word(parent):
        return False
    said = _said(doc)
    return _says_the_same(said) and not _tells_a_deed(said) and _is_told(said, doc, parent)


def pushes(doc: "Doc", bumps: "list[Span]", parent: "Doc | None") -> bool:
    """Whether a draft with these bumps names nothing besides that its parent doesn't ("any news on X?")."""
    if parent is None:
        return False
    bumped = tokens_of({"": bumps})
    rest = [token for token in _said(doc) if token.i not in bumped]
    return ASKS_HOW.isdisjoint(token.norm for token in rest) and _is_told(rest, doc, parent)


def _said(doc: "Doc") -> list[PlainToken]:
    """The words of a draft, and what may say as much: links, tags, quotes."""
    return [token for token in tokens(doc) if token.norm in SAYS_MUCH or _is_word(token)]


def _is_word(token: PlainToken) -> bool:
    return token.norm != HANDLE and any(map(str.isalnum, token.text))


def _is_told(said: list[PlainToken], doc: "Doc", parent: "Doc") -> bool:
    """Whether some of these few words of a draft are its parent's, and the others say nothing."""
    told = all_stems(parent)
    taken_up = [token for token in said if token.norm not in words("has_the_same")]
    if not taken_up or len(said) > LONGEST_REPEAT or SHOWS.search(text_of(doc)):
        return False
    return all(token.is_alpha and stem(token.norm) in told for token in taken_up)


def stems(doc: "Doc") -> set[str]:
    """The stems of all words that may bring something."""
    return once(doc, "stems", lambda it: {stem(token.norm) for token in tokens(it) if token.says_something})


def all_stems(doc: "Doc") -> set[str]:
    """The stems of all words."""
    return once(doc, "all stems", lambda it: {stem(token.norm) for token in tokens(it)})


def stem(word: str) -> str:
    """The word without its commonest English endings: enough to see `queue` in `queues`."""
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    for ending in ("ing", "es", "ed", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)].rstrip("e")
    return word.rstrip("e")


def _says_the_same(said: list[PlainToken]) -> bool:
    """Whether it speaks of its writer ("me too", "we have this as well") or begins with "same" or "also"."""
    norms = [token.norm for token in said]
    if SELF.isdisjoint(norms):
        return not ALIKE.isdisjoint(norms[:1])
    return not ALIKE.isdisjoint(norms) or norms[-1] == "too" or _too(norms)


def _tells_a_deed(said: list[PlainToken]) -> bool:
    """Whether it tells what its writer did ("we moved there, too"): more than that it is so with them."""
    norms = [token.norm for token in said if token.norm not in BETWEEN]
    return any(one in {"i", "we"} and two not in words("has_the_same") for one, two in pairwise(norms))


def _too(norms: list[str]) -> bool:
    """Whether it says "I too" or "as well"; "too slow" is something else."""
    return any((one in SELF and two == "too") or (one, two) == ("as", "well") for one, two in pairwise(norms))
