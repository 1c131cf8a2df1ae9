"""Which language a draft is in: asked before anything else, since the pipeline reads only English.

Compact Language Detector 2 decides on longer texts. It is misled by links, names and two-word drafts, so
those are taken out first and common English words get a say.
"""

import re
from enum import Enum
from pathlib import Path

import pycld2  # type: ignore[import-untyped]
from spacy.lang.en.stop_words import STOP_WORDS

NOT_PROSE = re.compile(r"https?://\S+|www\.\S+|[@#]\w+|&\w+;|<\w+>")
WORD = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)?")
POST_WORDS = {
    line
    for line in Path(__file__).with_name("post_words.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
}
ENGLISH_WORDS = STOP_WORDS | POST_WORDS
ENGLISH_CODES = ("en", "sco")  # short English is often taken for Scots


class DraftLanguage(Enum):
    """What can be said about the language of a draft."""

    ENGLISH = "English"
    OTHER = "another language"
    TOO_LITTLE = "too little to say"


def identify_language(text: str) -> DraftLanguage:
    """The language that most of the draft's own words are in; links, handles and tags don't count.

    A mixed draft is English when CLD2 gives English the largest share, or when a third of its words are
    common English ones. Without a word, or with one or two that tell nothing, there is too little to say.
    """
    prose = NOT_PROSE.sub(" ", text)
    words = [word.lower().replace("\u2019", "'") for word in WORD.findall(prose)]
    if not words:
        return DraftLanguage.TOO_LITTLE
    letters = "".join(words)
    if sum(letter > "\u024f" for letter in letters) > len(letters) / 2:  # beyond the Latin blocks
        return DraftLanguage.OTHER
    common = sum(word in ENGLISH_WORDS for word in words) / len(words)
    if common >= 1 / 3:
        return DraftLanguage.ENGLISH
    code = _detect(" ".join(words))
    if len(words) <= 2:
        return DraftLanguage.ENGLISH if code in ENGLISH_CODES or common else DraftLanguage.TOO_LITTLE
    if code in ENGLISH_CODES:
        return DraftLanguage.ENGLISH if common or len(words) <= 8 else DraftLanguage.OTHER
    if code == "un":
        return DraftLanguage.TOO_LITTLE
    return DraftLanguage.OTHER


def _detect(prose: str) -> str:
    """CLD2's code for the largest language in the text, "un" for unknown."""
    try:
        _, _, ranked = pycld2.detect(prose, isPlainText=True, bestEffort=True)
    except pycld2.error:  # it refuses what is no valid UTF-8, such as half of a surrogate pair
        return "un"
    code: str = ranked[0][1]
    return code
