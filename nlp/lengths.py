"""How long a post may be where it is posted, counted as the site counts. Source: `SITES.md` of the design."""

import re

from nlp.offsets import utf16_length

LIMITS = {
    "x": 280, "bluesky": 300, "mastodon": 500, "threads": 500, "tumblr": 475, "linkedin": 1_250,
    "facebook": 8_000, "instagram": 2_200, "reddit": 10_000, "youtube": 10_000, "stackexchange": 600,
    "github": 65_536, "discourse": 32_000,
}  # fmt: skip
"""The shorter one where posts and comments differ. UTF-16 units are never fewer than these sites count."""
NO_LIMIT = 100_000
LINK_COUNTS = 23
"""What a link counts on X and Mastodon, however long it is."""
LINK = re.compile(r"https?://\S+")
LIGHT = ((0, 0x10FF), (0x2000, 0x200D), (0x2010, 0x201F), (0x2032, 0x2037))
"""Code points that count 1 on X; all others count 2 (twitter-text, configuration 3)."""
JOINED = re.compile("[\u200d\ufe0e\ufe0f\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]")
"""What belongs to the emoji before it, which counts 2 as a whole."""
AFTER_JOINER = re.compile("(?<=\u200d).")


def counted(text: str, site: str | None) -> int:
    """The length of a text in what its site counts."""
    if site not in {"x", "mastodon"}:
        return utf16_length(text)
    links = len(LINK.findall(text))
    rest = LINK.sub("", text)
    return LINK_COUNTS * links + (_weight(rest) if site == "x" else len(rest))


def fits_site(text: str, site: str | None) -> bool:
    """Whether the site takes a post of this length."""
    return counted(text, site) <= LIMITS.get(site or "", NO_LIMIT)


def _weight(text: str) -> int:
    whole = JOINED.sub("", AFTER_JOINER.sub("", text))
    return sum(1 if any(low <= ord(one) <= high for low, high in LIGHT) else 2 for one in whole)
