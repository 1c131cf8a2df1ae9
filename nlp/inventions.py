"""Finds what a suggestion makes up, token by token: nothing in it may be from nowhere.

A word of a suggestion is from the draft, from its context, another form of one of theirs, or one of the words
that suggestions are put together with (`glue`). Numbers, links, handles and tags must stand in the draft or
context as they are, names with their capitals, and quotations word for word.
"""

import re
from collections.abc import Iterator, Set

from nlp.blanks import BLANK
from nlp.realising import verbs
from nlp.review import Context

LINK = re.compile(r"(?:https?://|www\.)\S+")
TOKEN = re.compile(r"[@#]\w+(?:[.\-]\w+)*|[$€£]?\d[\w.,:/]*%?|[^\W\d_][\w]*(?:['\u2019][^\W\d_]+)?")
QUOTATION = re.compile(r"“([^“”]*)”")
SENTENCE_START = re.compile(r"(?:\A|[.!?…:]\s+|\n\s*|[“\"(]\s*)\Z")
ENDINGS = ("s", "es", "ed", "d", "ing", "er", "ly")


def known_text(draft: str, context: Context) -> str:
    """All that a suggestion may be made of."""
    parts = (draft, context.thread_title, context.parent_text, context.parent_author)
    return "\n".join(part for part in parts if part)


def inventions(suggestion: str, known: str, glue: Set[str]) -> Iterator[str]:
    """What stands in a suggestion and comes from nowhere: links, quotations and words, as written."""
    text = BLANK.sub("[]", suggestion)
    yield from (link for link in LINK.findall(text) if _bare_link(link) not in known)
    text = LINK.sub(" ", text)
    yield from (f"“{quoted}”" for quoted in QUOTATION.findall(text) if quoted not in known)
    tokens = TOKEN.findall(known)
    exact, small = {_bare(token) for token in tokens}, {_bare(token).lower() for token in tokens}
    for match in TOKEN.finditer(text):
        token = _bare(match.group())
        opens = SENTENCE_START.search(text[: match.start()]) is not None
        if not _is_known(token, opens, exact, small, glue):
            yield token


def _is_known(token: str, opens: bool, exact: set[str], small: set[str], glue: Set[str]) -> bool:
    if token in exact:
        return True
    if not token[0].isalpha():
        return False
    lower = token.lower().replace("\u2019", "'")
    if token != lower and not opens and lower not in {"i", "i'd", "i'm", "i've", "i'll"}:
        return False  # a name that stands nowhere, or stands there in other letters
    return lower in glue or lower in small or _is_form(lower, small)


def _is_form(word: str, small: set[str]) -> bool:
    base = verbs.base_of(word)
    if base is not None and any(verbs.base_of(one) == base for one in small):
        return True
    return any(word == f"{one}{ending}" for one in small for ending in ENDINGS if len(one) > 2)


def _bare(token: str) -> str:
    token = token.rstrip(".,:/")
    return re.sub(r"['\u2019]s\Z", "", token) or token


def _bare_link(link: str) -> str:
    return link.rstrip(".,;:!?)")
