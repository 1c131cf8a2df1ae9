"""How each token reads, however it is spelt: `thx`, `THANKSSS` and `thanks` all get the norm "thanks".

Runs after the language's own components, which know the norms of the tokenizer and must not see these.
"""

import re
import unicodedata
from collections.abc import Iterator

from spacy.lang.tokenizer_exceptions import emoticons
from spacy.language import Language
from spacy.tokens import Doc

from nlp.language.tokenizer import EMOJI_RUN, SHORT_CODES
from nlp.signals import rules
from nlp.text import EMOJI, HANDLE, LINK, QUOTE, TAG
from nlp.words import spellings, words

EMOJI_TOKEN = re.compile(rf"(?:{EMOJI_RUN}|{SHORT_CODES}|[\U0001F1E6-\U0001F1FF\u200d\ufe0f]+)\Z")
# Bare names of hosts end in one of these; README.md and main.py are files.
HOSTS = (
    "com|org|net|io|co|dev|app|ly|me|tv|gg|be|fun|xyz|info|biz|shop|store|online|site|club|link|page|uk|eu"
)
LINK_TOKEN = re.compile(
    rf"(?:https?:|www\.|[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:{HOSTS})(?:[/?#:]|\Z)|<(?:email|phone)>)", re.I
)
LAUGHTER = re.compile(
    r"a?(?:h+[aei]+){2,}h*|b?w?a+(?:ha)+h?|(?:ja){2,}|(?:lo+)+l+z*|lma+o+|x+d+|(?:ke){2,}|(?:he){2,}"
)
RUN = re.compile(r"(.)\1+")
LONG_RUN = re.compile(r"([^\W\d_])\1\1")
QUOTED_LINE = re.compile(r"^ {0,3}>(?: |>).*$", re.M)
MARKUP = re.compile(r"</?(?:br|b|i|p|em|strong)\s?/?>", re.I)
INVISIBLE = re.compile(r"[\u200b-\u200f\u2060-\u2064\u00ad\ufe0e\ufe0f\ufeff]")


def squeezed(word: str) -> str:
    """The word with each run of a letter cut to one: what `goooood` and `good` share."""
    return RUN.sub(r"\1", word)


class Readings:
    """Sets `token.norm_`. `known` are the words that a long-drawn spelling may stand for."""

    def __init__(self, known: frozenset[str]) -> None:
        self._spellings = spellings()
        self._by_squeezed = {
            squeezed(word): word for word in sorted(known, key=lambda word: (-len(word), word))
        }

    def __call__(self, doc: Doc) -> Doc:
        """Set the norm of each token of `doc`."""
        text = doc.text
        skipped = set(_not_said(text)) if ">" in text else ()
        for token in doc:
            token.norm_ = QUOTE if token.idx in skipped else self._reading(token.text, token.norm_)
        return doc

    def _reading(self, text: str, norm: str) -> str:
        if text.isascii() and text.isalpha() and norm.isascii() and text not in emoticons:
            return self._word(norm.lower())
        if text[0] == "@" and len(text) > 1:
            return HANDLE
        if text[0] == "#" and len(text) > 1 and not text[1:].isdigit():
            return TAG
        if EMOJI_TOKEN.match(text) or text in emoticons:
            return EMOJI
        if LINK_TOKEN.match(text):
            return LINK
        norm = INVISIBLE.sub("", unicodedata.normalize("NFKC", norm)).lower().replace("\u2019", "'")
        return self._word(norm)

    def _word(self, norm: str) -> str:
        norm = self._spellings.get(norm, norm)
        if LAUGHTER.fullmatch(norm):
            return "lol"
        if LONG_RUN.search(norm):
            drawn = self._by_squeezed.get(squeezed(norm), norm)
            return self._spellings.get(drawn, drawn)
        return "is" if norm == "'s" else norm or " "


def _not_said(text: str) -> Iterator[int]:
    """Offsets of quoted lines and of markup: both have a ">"."""
    for pattern in (QUOTED_LINE, MARKUP):
        for match in pattern.finditer(text):
            yield from range(*match.span())


def readings_in(language: Language) -> Readings:
    """The component of a pipeline; it also reads what drafts answer, and the rules' phrases."""
    readings = language.get_pipe("pitch_in_readings")
    if not isinstance(readings, Readings):
        raise TypeError("pitch_in_readings must be the component that its factory makes")
    return readings


@Language.factory("pitch_in_readings", assigns=["token.norm"])
def make_readings(nlp: Language, name: str) -> Readings:  # noqa: ARG001 (spaCy passes both)
    """The component; long-drawn words are recognised when a phrase or word list has them."""
    phrases = (phrase for rule in rules() for phrase in rule.phrases.every())
    known = {word for phrase in phrases for word in phrase.lower().split()}
    return Readings(frozenset(known | words("filler") | set(spellings())))
