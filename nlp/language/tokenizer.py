"""Where words begin and end in social text: English rules, and what people type in posts on top of them.

`@handle`, `#tag`, a run of emoji, `!!!` and `&amp;` are one token each, as in Tweebank v2; the rest follows
the words of UD English EWT. No character is changed: `doc.text` is the text that went in.
"""

import re

from spacy.lang.char_classes import LIST_ICONS
from spacy.language import Language
from spacy.symbols import NORM, ORTH  # type: ignore[import-not-found]
from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

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
PHONE = r"(?:\d{1,3}-)*\d{3}-\d{4}"
# Bound prefixes keep their hyphen in UD English; every other hyphen between letters is a word of its own.
PREFIXED = r"(?:e|non|pre|re|co|anti|post|sub|un|pro|mid|multi|inter|cross|semi|ex)-[a-z]+"

WHOLE_TOKEN = re.compile(rf"(?:{HANDLE}|{TAG}|{EMOJI_RUN}|{MARKS}|{PHONE}|(?i:{PREFIXED}))\Z")

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
    ("and", "/", "or"),
    ("wan", "na"),
    ("out", "ta"),
    ("lot", "ta"),
    ("du", "n", "no"),
    ("y", "'all"),
]


def add_social_rules(nlp: Language) -> None:
    """Teach the tokenizer of an English pipeline to read posts."""
    tokenizer = nlp.tokenizer
    if not isinstance(tokenizer, Tokenizer):
        raise TypeError(f"the social rules need spaCy's rule tokenizer, not {type(tokenizer).__name__}")
    defaults = nlp.Defaults
    prefixes = [rule for rule in defaults.prefixes or [] if rule not in ("#", *LIST_ICONS)]
    suffixes = [rule for rule in defaults.suffixes or [] if rule not in LIST_ICONS]
    infixes = [rule for rule in defaults.infixes or [] if rule not in LIST_ICONS]
    runs = [MARKS, EMOJI_RUN, RULES_AND_ARROWS]
    prefixes = [*runs, *prefixes, r"#(?!\w*[^\W\d])", *LIST_ICONS]
    suffixes = [*runs, *suffixes, r"(?<=\d)[AaPp]\.?[Mm]", *LIST_ICONS]
    between_words = [
        r"(?<=\w)[!?]+(?=\w)",
        r"(?<=\w)[()\[\]](?=\w)",
        r"(?<=[A-Za-z])-(?=\d)",
        r"(?<=\d)\u2013(?=\d)",
    ]
    infixes = [EMOJI_RUN, *between_words, *infixes, *LIST_ICONS]
    tokenizer.prefix_search = compile_prefix_regex(prefixes).search
    tokenizer.suffix_search = compile_suffix_regex(suffixes).search
    tokenizer.infix_finditer = compile_infix_regex(infixes).finditer
    tokenizer.token_match = WHOLE_TOKEN.match
    _add_special_cases(tokenizer)


def _add_special_cases(tokenizer: Tokenizer) -> None:
    # The English rules know "don't" and "Don't"; people also type "DON'T" and "DONT".
    for written, words in list(tokenizer.rules.items()):
        if len(words) > 1 and CONTRACTION.fullmatch(written):
            pieces = [{**word, ORTH: word[ORTH].upper()} for word in words]
            tokenizer.add_special_case(written.upper(), pieces)
    for shorthand, norm in SHORTHANDS.items():
        tokenizer.add_special_case(shorthand, [{ORTH: shorthand, NORM: norm}])
    for first, *others in CLITICS:
        in_capitals = [word.upper() for word in (first, *others)]
        for words in ([first, *others], [first.capitalize(), *others], in_capitals):
            tokenizer.add_special_case("".join(words), [{ORTH: word} for word in words])
