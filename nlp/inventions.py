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
from nlp.text import WRITTEN_LINK

TOKEN = re.compile(r"[@#]\w+(?:[.\-]\w+)*|[$€£]?\d[\w.,:/]*%?|[^\W\d_][\w]*(?:['\u2019][^\W\d_]+)?")
QUOTATION = re.compile(r"“([^“”]*)”")
SENTENCE_START = re.compile(r"(?:\A|[.!?…:]\s+|(?<!\n)\n\s*|[“\"(]\s*)\Z")
SELF = frozenset(("i", "i'd", "i'm", "i've", "i'll"))
ENDINGS = ("s", "es", "ed", "d", "ing", "er", "ly")


class Known:
    """All that a suggestion may be made of: the draft, its context, and the words that glue them together."""

    def __init__(self, draft: str, context: Context, glue: Set[str]) -> None:
        parts = (draft, context.thread_title, context.parent_text, context.parent_author)
        self.text = "\n".join(part for part in parts if part)
        self._exact = {_bare(token) for token in TOKEN.findall(self.text)}
        self._small = {token.lower() for token in self._exact}
        self._bases = {base for token in self._small if (base := verbs.base_of(token)) is not None}
        self._glue = glue

    def inventions(self, suggestion: str) -> Iterator[str]:
        """What stands in a suggestion and comes from nowhere: links, quotations and words, as written."""
        text = BLANK.sub("[]", suggestion)
        yield from (link for link in WRITTEN_LINK.findall(text) if _bare_link(link) not in self.text)
        text = WRITTEN_LINK.sub(" ", text)
        yield from (f"“{quoted}”" for quoted in QUOTATION.findall(text) if quoted not in self.text)
        for match in TOKEN.finditer(text):
            token = _bare(match.group())
            if token not in self._exact and not self._has(token, text[: match.start()]):
                yield token

    def _has(self, token: str, before: str) -> bool:
        """Whether a word that stands nowhere as it is written may stand here all the same."""
        if not token[0].isalpha():
            return False
        word = token.lower().replace("\u2019", "'")
        if token != word and word not in SELF and not SENTENCE_START.search(before):
            # a name: "JAKE" may become "Jake", any other stands as it is written
            return token.istitle() and token.upper() in self._exact
        return word in self._glue or word in self._small or self._is_form(word)

    def _is_form(self, word: str) -> bool:
        if verbs.base_of(word) in self._bases:
            return True
        return any(
            word.removesuffix(ending) in self._small for ending in ENDINGS if len(word) - len(ending) > 2
        )


def _bare(token: str) -> str:
    token = token.rstrip(".,:/")
    return re.sub(r"['\u2019]s\Z", "", token) or token


def _bare_link(link: str) -> str:
    return link.rstrip(".,;:!?)")
