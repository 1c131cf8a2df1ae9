"""Where words begin and end in social text: English rules, and what people type in posts on top of them.

`@handle`, `#tag`, a run of emoji, `!!!` and `&amp;` are one token each, as in Tweebank v2; the rest follows
the words of UD English EWT. No character is changed: `doc.text` is the text that went in.
"""

import re
from collections.abc import Iterable
from re import Pattern

from spacy.lang.char_classes import LIST_ICONS
from spacy.lang.en import English, EnglishDefaults
from spacy.symbols import NORM, ORTH  # type: ignore[import-not-found]

from nlp.language.noun_phrases import noun_phrases

# The pictographs of Unicode's emoji-data.txt, skin tones and regional indicators included.
PICTOGRAPH = (
    "[\u00a9\u00ae\u203c\u2049\u2122\u2139\u2194-\u21aa\u231a-\u23ff\u24c2\u25aa-\u27bf\u2934\u2935"
    "\u2b05-\u2b55\u3030\u303d\u3297\u3299\U0001f000-\U0001faff]"
)
# Emoji without a space between. Joiners, variation selectors and tags belong to the one before them.
EMOJI_RUN = rf"(?:[0-9#*]\ufe0f?\u20e3|{PICTOGRAPH}[\u200d\ufe0e\ufe0f\U000e0020-\U000e007f]*)+"
HANDLE = r"@\w+(?:[.\-]\w+)*"
TAG = r"#\w*[^\W\d]\w*"
MARKS = r"(?<!\.)(?:\.[!?]|[!?][!?.])[!?.]*"
RULES_AND_ARROWS = r"(?:<{2,}|>{2,}|\*{2,}|\${2,}|={2,}|~{2,}|_{2,})"
# ":+1:" and ":tada:", one or several in a row; not "std::vec:", "10:30:00" or ":ref:`page`".
SHORT_CODE = r":(?:[+-]1|100|1234|\d*[a-z][a-z0-9_+-]*):"
SHORT_CODES = rf"(?<![\w:])(?:{SHORT_CODE})+(?![\w:`])"
RUNS = [MARKS, EMOJI_RUN, RULES_AND_ARROWS, SHORT_CODES]
PHONE = r"(?:\d{1,3}-)*\d{3}-\d{4}"
# Bound prefixes keep their hyphen in UD English; every other hyphen between letters is a word of its own.
PREFIXED = r"(?:e|non|pre|re|co|anti|post|sub|un|pro|mid|multi|inter|cross|semi|ex)-[a-z]+"

WHOLE_TOKEN = re.compile(rf"(?:{HANDLE}|{TAG}|{EMOJI_RUN}|{MARKS}|{SHORT_CODES}|{PHONE}|(?i:{PREFIXED}))\Z")

CONTRACTION = re.compile(r"[A-Za-z]+(?:['\u2019][A-Za-z]+|nt)")

# Written as one, read as one. The norm is what the abbreviation stands for.
SHORTHANDS = {
    "w/": "with",
    "w/o": "without",
    "w/out": "without",
    "b/c": "because",
    "&amp;": "&",
    "&lt;": "<",
    "&gt;": ">",
    "&quot;": '"',
    "+1": "+1",
    "-1": "-1",
}
# Written as one, read as several.
CLITICS = [
    ("a", "lot"),
    ("and", "/", "or"),
    ("wan", "na"),
    ("out", "ta"),
    ("lot", "ta"),
    ("du", "n", "no"),
    ("y", "'all"),
]


# Keep their full stop; "etc." keeps it only before other marks, since it mostly ends the sentence with it.
ABBREVIATED = ["al.", "etc.,", "etc.)", "etc.;"]
CLOSES_BRACKET = "):"  # a smile to the English rules; far more often "(like this):"


def _exceptions() -> dict[str, list[dict[int, str]]]:
    known = dict(EnglishDefaults.tokenizer_exceptions)
    del known[CLOSES_BRACKET]
    exceptions = {**known, **{short: [{ORTH: short, NORM: norm}] for short, norm in SHORTHANDS.items()}}
    for written in ABBREVIATED:
        word = written.rstrip(",);")
        exceptions[written] = [{ORTH: part} for part in (word, written[len(word) :]) if part]
    # The English rules know "don't" and "Don't"; people also type "DON'T" and "DONT".
    for written, words in known.items():
        if len(words) > 1 and CONTRACTION.fullmatch(written):
            exceptions[written.upper()] = [{**word, ORTH: word[ORTH].upper()} for word in words]
    for first, *others in CLITICS:
        in_capitals = [word.upper() for word in (first, *others)]
        for parts in ([first, *others], [first.capitalize(), *others], in_capitals):
            exceptions["".join(parts)] = [{ORTH: part} for part in parts]
    return exceptions


def _without(rules: Iterable[str | Pattern[str]] | None, unwanted: Iterable[str]) -> list[str]:
    left_out = set(unwanted)
    return [str(rule) for rule in rules or () if rule not in left_out]


class SocialDefaults(EnglishDefaults):
    """spaCy's rules for English with ours: ours first, since they are about longer stretches."""

    tokenizer_exceptions = _exceptions()
    prefixes = (
        *RUNS,
        *_without(EnglishDefaults.prefixes, ["#", *LIST_ICONS]),
        r"#(?!\w*[^\W\d])",
        r"-(?=[A-Za-z])",
        *LIST_ICONS,
    )
    suffixes = (
        *RUNS,
        *_without(EnglishDefaults.suffixes, LIST_ICONS),
        r"(?<=\d)[AaPp]\.?[Mm]",
        r"(?<=\d)(?:k|hrs?|yrs?)",
        r"(?<=[\w.!?,\"])-{2,}",
        *LIST_ICONS,
    )
    infixes = [  # noqa: RUF012 - spaCy declares a list
        EMOJI_RUN,
        r"(?<=\w)[!?]+(?=\w)",
        r"(?<=\w)[!?](?=['\"\u2019\u201d][A-Z])",
        r"(?<=\w)[.!?]+(?=[#@]\w)",
        r"(?<=[!?])['\"\u2019\u201d](?=[A-Z])",
        r"(?<=[\w.()\[\]])[()\[\]](?=[\w.()\[\]])",
        r"(?<=\])[\u2013,](?=\[)",
        r"(?<=\w)\"(?=<)",
        r"(?<=[\":])<(?=\w)",
        r"(?<=[A-Za-z])[:,](?=\d)",
        r"(?<=\d),(?=[A-Za-z])",
        r"(?<=\d)[-\u2013](?=[$\u20ac\u00a3]\d)",
        r"(?<=[A-Za-z])-(?=\d)",
        r"(?<=\d)\u2013(?=\d)",
        *_without(EnglishDefaults.infixes, LIST_ICONS),
        *LIST_ICONS,
    ]
    token_match = WHOLE_TOKEN.match
    syntax_iterators = {"noun_chunks": noun_phrases}  # noqa: RUF012 - as spaCy has it


class SocialEnglish(English):  # type: ignore[no-untyped-call]
    """English as typed in posts. The rules are given at once: each later change would build them all anew."""

    Defaults = SocialDefaults
