"""Which questions a parent has answered already: nobody asks how long took what "took me 14 hours"."""

import re

from nlp.realising.deeds import Deed
from nlp.realising.matter import Matter

TIME = re.compile(
    r"\b(?:\d[\d,.]*|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|few|several|half|whole|"
    r"couple of|entire|some|many)[ -](?:minute|hour|day|week|weekend|month|year|evening|night|decade)s?\b|"
    r"\b(?:took|takes)\b|\bfor (?:years|months|weeks|days|hours)\b",
    re.I,
)
BY_PARENT = {
    "How long": TIME,
    "What was the hardest": re.compile(
        r"\b(?:hard(?:est)?|difficult|tricky|trickiest|worst|challeng\w+)\b", re.I
    ),
    "What surprised": re.compile(r"\bsurpris\w+", re.I),
    "What did you take away": re.compile(r"\b(?:learn\w*|lesson\w*|taught)\b", re.I),
    "What did {gerund} teach": re.compile(r"\b(?:learn\w*|lesson\w*|taught|next time)\b", re.I),
}
"""By the beginning of a question what answers it anywhere in a parent."""
REASON = re.compile(r"\b(?:because|since|so that|so i could|due to|thanks to|in order to)\b", re.I)
ASK_WHY = ("What made you", "How did you come", "Was there one thing", "What tipped")
AT_ONCE = ("shoot ", "publish ", "record ", "read ")
"""What takes no time worth asking for."""
WITH_WHAT = re.compile(r"\b(?:with|by|using|thanks to)\b", re.I)
ASK_HOW = ("How did you {base}", "How did you go", "What helped most")


def is_told(wording: str, deed: Deed, parent: Matter) -> bool:
    """Whether a parent says already what a question about something done asks for."""
    if wording.startswith("How long did") and deed.base.startswith(AT_ONCE):
        return True
    if wording.startswith(ASK_WHY):
        return REASON.search(deed.sentence) is not None
    if wording.startswith(ASK_HOW):
        return WITH_WHAT.search(deed.base) is not None
    return any(wording.startswith(asks) and told.search(parent.text) for asks, told in BY_PARENT.items())
