"""A second look for inventions beside the product's own: by spaCy's closed-class words and what was said.

Every word of a suggestion outside its blanks must stand in the draft, parent, title or author's name, be a
form of a word that stands there, one of spaCy's English stop words that count nothing, or one of the few
words of content that the move declares as its frame.
"""

import re
from functools import cache

from spacy.lang.en import English
from spacy.lang.en.stop_words import STOP_WORDS

BLANK = re.compile(r"\[… [^\]]*\]")
BASES = {
    "buy": "bought", "build": "built", "come": "came", "choose": "chose", "do": "did", "fall": "fell",
    "grow": "grew", "hold": "held", "keep": "kept", "leave": "left", "lose": "lost", "make": "made",
    "run": "ran", "rebuild": "rebuilt", "rise": "rose", "sell": "sold", "shoot": "shot", "teach": "taught",
    "take": "took", "go": "went", "write": "wrote", "draw": "drew", "drive": "drove", "eat": "ate",
    "break": "broke", "freeze": "froze", "sink": "sank", "get": "got", "win": "won", "sing": "sang",
    "swim": "swam", "wear": "wore", "feed": "fed", "pay": "paid", "lead": "led", "find": "found",
    "catch": "caught", "bring": "brought", "begin": "began",
}  # fmt: skip
IRREGULAR = {past: base for base, past in BASES.items()}


@cache
def closed_class() -> frozenset[str]:
    """spaCy's stop words without the numbers, and the parts that its tokenizer splits "don't" into."""
    return frozenset(word for word in STOP_WORDS if word in {"one", "first"} or not counts(word))


def counts(word: str) -> bool:
    return any(token.like_num for token in tokenizer()(word))


def is_closed_class(word: str) -> bool:
    """Whether a word, or all parts of a contraction, only hold sentences together."""
    parts = [token.lower_.replace("\u2019", "'") for token in tokenizer()(word)]
    return word in closed_class() or all(part in closed_class() or part.startswith("'") for part in parts)


@cache
def tokenizer() -> English:
    return English()


def made_up(suggestion: str, *said: str | None, frame: str = "") -> list[str]:
    """What of a suggestion stands in none of the texts that were said, is closed-class or of the frame."""
    known = "\n".join(text for text in said if text)
    text = BLANK.sub(" ", suggestion)
    bad = [link for link in re.findall(r"https?://[^\s]+", text) if link.rstrip(".,:") not in known]
    bad += [f"“{quoted}”" for quoted in re.findall(r"“(.+?)”", text) if quoted not in known]
    text = re.sub(r"https?://[^\s]+", " ", text)
    stems, framing = {stem(word) for word in pieces(known.lower())}, frozenset(frame.split())
    heads = {match.end() - 1 for match in re.finditer(r"(?:\A|[.?:“\n] ?|[.?] )\w", text)}
    for match in re.finditer(r"[@#]?\w+(?:['\u2019]\w+)?", text):
        word = match.group()
        plain = word.lower() in framing or is_closed_class(word.lower())
        from_nowhere = not plain and not any(stem(part) in stems for part in pieces(word.lower()))
        as_written = bool(re.search(r"\d", word)) or (word[0].isupper() and match.start() not in heads)
        if from_nowhere or (as_written and word not in known and not plain):
            bad.append(word)
    return bad


def pieces(text: str) -> list[str]:
    return re.findall(r"[@#]?[^\W_]+", text)


def stem(word: str) -> str:
    """The word without a common ending; irregular pasts become their base."""
    word = IRREGULAR.get(word, word)
    for ending in ("ing", "ied", "ies", "ed", "es", "s", "d", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= 2:
            word = word[: -len(ending)]
            break
    word = word.rstrip("ey")
    return word[:-1] if len(word) > 3 and word[-1] == word[-2] else word
