"""How a draft is written, so that what is added reads as if the same person wrote it."""

import re
from dataclasses import dataclass

from spacy.tokens import Doc

from nlp.blanks import BLANK
from nlp.text import EMOJI, HANDLE, LINK, QUOTE, TAG

POINTING = frozenset("\U0001f447\U0001f449\U0001f448\U0001f446\u261d")
"""Emoji that point at something, which isn't there any more."""
NO_LETTERS = frozenset((LINK, HANDLE, TAG, EMOJI))
EXPANDED = re.compile(
    r"\b(?:I am|I have|I would|I will|it is|that is|you are|we are|do not|does not|is not|can not|cannot)\b",
    re.I,
)
CONTRACTED = re.compile(r"\w(?:['\u2019](?:s|m|re|ve|d|ll|t)|n['\u2019]t)\b", re.I)
IN_FULL = {
    "I'd": "I would", "I'm": "I am", "I've": "I have", "I'll": "I will", "it's": "it is", "It's": "It is",
    "what's": "what is", "What's": "What is", "you'd": "you would", "don't": "do not", "doesn't": "does not",
    "didn't": "did not", "isn't": "is not", "that's": "that is", "That's": "That is",
}  # fmt: skip
AS_WE = {
    "I'd": "we'd", "I'm": "we're", "I've": "we've", "I'll": "we'll", "I": "we", "my": "our", "My": "Our",
    "me": "us", "mine": "ours", "I would": "we would",
}  # fmt: skip
SINGULAR = frozenset(("i", "me", "my", "mine", "im"))
PLURAL = frozenset(("our", "ours"))
"""Without them "we" is anybody ("now we wait"); "our" alone may be anybody's too, unless it pitches."""
SENTENCE_START = re.compile(r"(?:\A|[.?] )[a-z](?=[\w']* )|(?<=\A)[a-z]")
WORD = re.compile(r"[A-Za-z]+(?:'[a-z]+)?")


@dataclass(frozen=True)
class Voice:
    """The habits of a draft that a rewrite keeps."""

    small: bool
    """Whether it uses no capitals."""
    plural: bool
    """Whether it speaks as "we"."""
    in_full: bool
    """Whether it writes "I am" and never "I'm"."""
    unmarked: bool
    """Whether it ends without a mark."""
    emoji: str
    """Its emoji, the first where it has several; empty for none."""

    def says(self, wording: str) -> str:
        """One of our wordings as this writer would put it; blanks and places for parts stay as they are."""
        text = wording
        if self.plural:
            text = _replaced(text, AS_WE)
            text = SENTENCE_START.sub(lambda match: match.group().upper(), text)
        if self.in_full:
            text = _replaced(text, IN_FULL)
        if self.small:
            text = text.lower()
        return text

    def ends(self, text: str, *, shown: bool) -> str:
        """The text with this writer's ending: an emoji behind a statement, no full stop where none was.

        `shown` says whether the emoji stands before it already.
        """
        if not text.endswith("."):
            return text
        if self.emoji and not shown:
            return f"{text[:-1] if self.unmarked else text} {self.emoji}"
        return text[:-1] if self.unmarked and text.count(". ") == 0 else text


def voice_of(doc: Doc, *, pitches: bool = False) -> Voice:
    """The voice of a draft that was read; whether it pitches says who its "our" is."""
    own = [token for token in doc if token.norm_ != QUOTE]
    words = [token for token in own if token.is_alpha and token.norm_ not in NO_LETTERS]
    spoken = {token.lower_ for token in words}
    text = BLANK.sub("", "".join(token.text_with_ws for token in own)).rstrip()
    emoji = next(
        (
            token.text
            for token in own
            if token.norm_ == EMOJI and token.text[0] not in POINTING and not token.text.isascii()
        ),
        "",
    )
    return Voice(
        small=bool(words) and all(token.is_lower for token in words),
        plural=bool(spoken & PLURAL) and not spoken & SINGULAR and ("we" in spoken or pitches),
        in_full=bool(EXPANDED.search(text)) and not CONTRACTED.search(text),
        unmarked=bool(words) and "\n" not in text and text[-1:].isalnum(),
        emoji=_first_of(emoji),
    )


def _first_of(emoji: str) -> str:
    """The first picture of a run: what follows it with a joiner, a skin tone or a selector belongs to it."""
    match = re.match(
        r".(?:[\u200d\ufe0e\ufe0f\U0001f3fb-\U0001f3ff]|(?<=\u200d).|[\U0001f1e6-\U0001f1ff])*", emoji
    )
    return match.group() if match else ""


def _replaced(text: str, table: dict[str, str]) -> str:
    return WORD.sub(lambda match: table.get(match.group(), match.group()), text)
