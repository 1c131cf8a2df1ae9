"""What a suggestion must pass before it is shown: nothing made up, no repetition, no slip, a fitting length.

What it must pass beside that, the review of itself with its blanks filled, is the reviewer's.
"""

import re
from collections.abc import Iterable

from nlp.blanks import BLANK
from nlp.inventions import Known
from nlp.lengths import fits_site
from nlp.realising.grammar import slips

NEUTRAL = "paper boats drift slowly"
"""What blanks are filled with to review a suggestion: words that nobody's rule looks for."""
PICTURES_BEHIND = re.compile(r"[^\w.!?)]{1,20}\Z")
"""What may stand behind the last mark of a draft; in a suggestion it stands behind all of it."""
ALIKE = 0.8
"""Share of common words from which two suggestions say the same."""


def filled(suggestion: str) -> str:
    """The suggestion as a draft that was filled in."""
    return BLANK.sub(NEUTRAL, suggestion)


def may_be_shown(suggestion: str, draft: str, site: str | None, known: Known) -> bool:
    """Whether a suggestion invents nothing, fits its site as it is and filled in, and adds no slip."""
    if not all(fits_site(text, site) for text in (suggestion, filled(suggestion))):
        return False
    if not adds_no_noise(suggestion, draft) or any(known.inventions(suggestion)):
        return False
    found = slips(suggestion)
    return not found or set(found) <= set(slips(known.text))


def adds_no_noise(suggestion: str, draft: str) -> bool:
    """Whether it adds no exclamation mark, and no tag that the draft doesn't have."""
    tags = set(re.findall(r"#\w+", suggestion))
    added = suggestion.removeprefix(PICTURES_BEHIND.sub("", draft.strip()))
    return "!" not in added and tags <= set(re.findall(r"#\w+", draft))


def repeats(suggestion: str, others: Iterable[str]) -> bool:
    """Whether it says the same as one of the others."""
    own = _bare(suggestion)
    return any(_alike(own, _bare(other)) for other in others)


def _alike(one: list[str], other: list[str]) -> bool:
    if one == other:
        return True
    shared, every = set(one) & set(other), set(one) | set(other)
    return bool(every) and len(shared) > ALIKE * len(every)


def _bare(text: str) -> list[str]:
    return re.findall(r"\w+", BLANK.sub("", text).lower())
