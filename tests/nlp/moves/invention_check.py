"""A second look for inventions, apart from the product's own: it knows plain words and what was said.

Every word of a suggestion outside its blanks must stand in the draft, parent, title or author's name, be a
form of a word that stands there, or be one of `plain_words.txt`, which name nothing and count nothing.
"""

import re
from pathlib import Path

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


def plain_words() -> frozenset[str]:
    text = (Path(__file__).parent / "plain_words.txt").read_text(encoding="utf-8")
    return frozenset(word for line in text.splitlines() if not line.startswith("#") for word in line.split())


def made_up(suggestion: str, *said: str | None) -> list[str]:
    """What of a suggestion stands in none of the texts that were said, and is no plain word."""
    known = "\n".join(text for text in said if text)
    text = BLANK.sub(" ", suggestion)
    bad = [link for link in re.findall(r"https?://[^\s]+", text) if link.rstrip(".,:") not in known]
    bad += [f"“{quoted}”" for quoted in re.findall(r"“(.+?)”", text) if quoted not in known]
    text = re.sub(r"https?://[^\s]+", " ", text)
    stems, plain = {stem(word) for word in pieces(known.lower())}, plain_words()
    heads = {match.end() - 1 for match in re.finditer(r"(?:\A|[.?:“\n] ?|[.?] )\w", text)}
    for match in re.finditer(r"[@#]?\w+(?:['\u2019]\w+)?", text):
        word = match.group()
        forms = (word.lower(), *pieces(word.lower()))
        from_nowhere = not any(stem(part) in stems or part in plain for part in forms)
        as_written = bool(re.search(r"\d", word)) or (word[0].isupper() and match.start() not in heads)
        if from_nowhere or (as_written and word not in known and word.lower() not in plain):
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
