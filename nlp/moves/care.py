"""Leave a kind word as it is, and add what only somebody who knows the other could say."""

import re
from collections.abc import Iterator

from nlp.moves._kindness import (
    AHEAD,
    ASKED_AHEAD,
    ASKED_BEHIND,
    ASKED_WHO_IS_NEW,
    NO_STORY,
    OFFERED,
    PARTS,
    REMEMBERED,
    Occasion,
    occasion_of,
)
from nlp.moves._material import Material
from nlp.moves._move import Move
from nlp.moves._rewrite import Rewrite

FRAME = (
    "ask come comes curious good helped helps long moment place remember seen start stay stuck surprise "
    "think went"
)
"""Words of content that its wordings bring along."""
WITHOUT_PICTURES = re.compile(r".*[\w.!?)]", re.S)
"""A draft up to the pictures at its end, of which one is put behind what is added."""
MARKS = (".", "!", "?")


def fits(material: Material) -> bool:
    """Where kind words are all that there is, and the occasion is known."""
    return material.is_kind and occasion_of(material.draft) is not None


def make(material: Material) -> Iterator[Rewrite]:
    """A memory or what helped, an offer of help, a question to whoever has news, as the occasion asks."""
    occasion = occasion_of(material.draft)
    if occasion is None:
        return
    said = WITHOUT_PICTURES.match(material.draft.strip())
    before = said.group() if said else ""
    before = before if before.endswith(MARKS) else f"{before}."
    asked = _asked(material, occasion)
    if asked:
        yield from material.write(asked[0], before=before, **asked[1])
    yield from material.write(REMEMBERED[occasion], before=before, **PARTS)
    if material.parent is not None and not material.parent.only_title:
        yield from material.write(OFFERED.get(occasion, ()), before=before, **PARTS)


def _asked(material: Material, occasion: Occasion) -> tuple[tuple[str, ...], dict[str, str]] | None:
    """What can be asked of whoever is new, or has reached something."""
    parent = material.parent
    if parent is None or parent.only_title:
        return None
    kept = next((deed for deed in parent.deeds if "kept" in deed.kinds), None)
    if occasion == "welcome" and kept:
        return ASKED_WHO_IS_NEW, {"base": kept.base, "gerund": kept.gerund}
    if occasion == "joy" and not NO_STORY.search(parent.text):
        return (ASKED_AHEAD if AHEAD.search(parent.text) else ASKED_BEHIND), {}
    return None


move = Move(
    name="care",
    frame=FRAME,
    why="Your kind words stay as they are; what only you can say is what the other will keep.",
    fits=fits,
    make=make,
)
