"""Picks what is worth taking up in a parent, by simple rules: better none than one that doesn't read well.

Every subject is a noun phrase that fits behind "about": a figure with its unit, a name, something put in quotation
marks or code, or a noun after its article, turned to the reader's side ("our queue" becomes "your queue").
"""

import re
from collections import Counter
from collections.abc import Iterator

from spacy.tokens import Doc, Token

from nlp.text import LINK, says_something

FIGURE = re.compile(
    r"(?<![\w.,$€£-])(?:[$€£]\s?\d[\d.,]*\d?[kKmM]?|\d[\d.,]*\s?(?:%|percent\b|(?:ms|GB|MB|TB|kB|Hz|GHz|fps|km|kg|mph)\b))"
)
QUOTED = re.compile(r"“([^“”\n]{3,40})”|\"([^\"\n]{3,40})\"|(?<!`)`([^`\n]{2,40})`(?!`)")
DETERMINERS = {"the": "the", "our": "your", "my": "your", "your": "my", "its": "its", "their": "their"}
# What may follow a noun but hardly an adjective that still waits for its noun.
AFTER_NOUN = frozenset(
    "to of in on at for with from by and or but so because when while if that which who is was are were has had will "
    "would can could should did does after before until than as into over about through without during since".split()
)
NAME = re.compile(r"[A-Z][a-zA-Z]+[A-Za-z0-9+#]*|[A-Za-z]+\d[\w.]*|[a-z]+[A-Z]\w*")
PLAIN_TEXT = re.compile(r"[\w \-'’.,+#/:]+")
TITLE_WORDS = 0.5
"""Share of capitalised words from which a text is written like a headline, where capitals show no names."""
MOST = 4


def subjects(parent: Doc, title: str | None) -> tuple[str, ...]:
    """What stands out in a parent, best first, at most four; empty when nothing can be taken up safely."""
    counts = Counter(token.norm_ for token in parent if says_something(token))
    in_title = {word.lower() for word in re.findall(r"\w+", title or "")}
    scored: dict[str, tuple[float, str]] = {}
    found = [*_figures(parent), *_quoted(parent), *_names(parent), *_nouns(parent)]
    for place, (subject, weight) in enumerate(found):
        words = [word.lower() for word in re.findall(r"\w+", subject)]
        score = weight + 0.3 * max(counts[word] for word in words) + sum(word in in_title for word in words)
        scored.setdefault(words[-1], (score - 0.01 * place, subject))
    return tuple(subject for _, subject in sorted(scored.values(), reverse=True)[:MOST])


def _figures(parent: Doc) -> Iterator[tuple[str, float]]:
    for match in FIGURE.finditer(parent.text):
        yield f"the {match.group().strip()}", 2.0


def _quoted(parent: Doc) -> Iterator[tuple[str, float]]:
    for match in QUOTED.finditer(parent.text):
        if PLAIN_TEXT.fullmatch(next(filter(None, match.groups()))):
            yield match.group(), 1.0


def _names(parent: Doc) -> Iterator[tuple[str, float]]:
    words = [token for token in parent if token.is_alpha]
    if sum(token.text[0].isupper() for token in words) > TITLE_WORDS * len(words):
        return
    run: list[Token] = []
    for token in parent:
        if _is_name(token, starts=not run and _starts_sentence(token)):
            run.append(token)
            continue
        if run:
            yield _joined(run), 1.5
        run = []
    if run:
        yield _joined(run), 1.5


def _joined(run: list[Token]) -> str:
    return run[0].doc[run[0].i : run[-1].i + 1].text


def _is_name(token: Token, *, starts: bool) -> bool:
    if token.norm_ == LINK or token.is_stop or not says_something(token) or not NAME.fullmatch(token.text):
        return False
    plainly_capital = token.text.istitle() and token.is_alpha
    return len(token.text) > 1 and not (starts and plainly_capital)


def _starts_sentence(token: Token) -> bool:
    if token.i == 0:
        return True
    before = token.nbor(-1)
    return before.is_space or (before.is_punct and before.text not in {",", "-", "(", "/", ")"})


def _nouns(parent: Doc) -> Iterator[tuple[str, float]]:
    for token in parent[:-2]:
        noun, after = token.nbor(1), token.nbor(2)
        if token.lower_ not in DETERMINERS or not (noun.is_alpha and noun.is_lower and len(noun.text) > 3):
            continue
        ends = after.is_punct and after.text not in {"-", "'", "’", "/"}
        if says_something(noun) and not noun.is_stop and (ends or after.lower_ in AFTER_NOUN):
            yield f"{DETERMINERS[token.lower_]} {noun.text}", 0.5
