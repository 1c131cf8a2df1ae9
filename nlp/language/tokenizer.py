"""Where words begin and end in social text: English rules, and what people type in posts on top of them.

`@handle`, `#tag`, a run of emoji, `!!!` and `&amp;` are one token each, as in Tweebank v2. No character is changed:
`doc.text` is the text that went in, and `token.idx` counts its code points.
"""

import re

from spacy.lang.char_classes import LIST_ICONS
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

# The pictographs of Unicode's emoji-data.txt, skin tones and regional indicators included.
PICTOGRAPH = (
    "[\u00a9\u00ae\u203c\u2049\u2122\u2139\u2194-\u21aa\u231a-\u23ff\u24c2\u25aa-\u27bf\u2934\u2935"
    "\u2b05-\u2b55\u3030\u303d\u3297\u3299\U0001f000-\U0001faff]"
)
# One emoji after another without a space. Joiners, variation selectors and tags belong to the one before them.
EMOJI_RUN = rf"(?:[0-9#*]\ufe0f?\u20e3|{PICTOGRAPH}[\u200d\ufe0e\ufe0f\U000e0020-\U000e007f]*)+"
HANDLE = r"@\w+(?:[.\-]\w+)*"
TAG = r"#\w*[^\W\d]\w*"
MARKS = r"[!?]{2,}"

WHOLE_TOKEN = re.compile(rf"(?:{HANDLE}|{TAG}|{EMOJI_RUN}|{MARKS})\Z")

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


def add_social_rules(nlp: Language) -> None:
    """Teach the tokenizer of an English pipeline to read posts."""
    tokenizer = nlp.tokenizer
    if not isinstance(tokenizer, Tokenizer):
        raise TypeError(f"the social rules need spaCy's rule tokenizer, not {type(tokenizer).__name__}")
    defaults = nlp.Defaults
    prefixes = [rule for rule in defaults.prefixes or [] if rule not in ("#", *LIST_ICONS)]
    suffixes = [rule for rule in defaults.suffixes or [] if rule not in LIST_ICONS]
    infixes = [rule for rule in defaults.infixes or [] if rule not in LIST_ICONS]
    prefixes = [MARKS, EMOJI_RUN, *prefixes, r"#(?!\w*[^\W\d])", *LIST_ICONS]
    suffixes = [MARKS, EMOJI_RUN, *suffixes, *LIST_ICONS]
    infixes = [EMOJI_RUN, r"(?<=\w)[!?]+(?=\w)", *infixes, *LIST_ICONS]
    tokenizer.prefix_search = compile_prefix_regex(prefixes).search
    tokenizer.suffix_search = compile_suffix_regex(suffixes).search
    tokenizer.infix_finditer = compile_infix_regex(infixes).finditer
    tokenizer.token_match = WHOLE_TOKEN.match
    for shorthand, norm in SHORTHANDS.items():
        tokenizer.add_special_case(shorthand, [{"ORTH": shorthand, "NORM": norm}])
