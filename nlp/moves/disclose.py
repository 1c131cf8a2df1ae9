"""Mention own work as own, after giving something that stands by itself."""

import re
from collections.abc import Iterable, Iterator

from nlp.blanks import blank
from nlp.moves._material import Material
from nlp.moves._move import Move
from nlp.moves._rewrite import Rewrite

OWN_UNDER_A_POST = (
    "On {thing}, {gift}. That's what {making} my own {own} has taught me{link}",
    "On {thing}, in case it helps: {gift}. That's from {making} my own {own}{link}",
)
OWN = (
    "{gift}. I know that from {making} my own {own}{link}",
    "{gift}. That's what {making} my own {own} has taught me{link}",
    "In case it helps: {gift}. That's from {making} my own {own}{link}",
)
SOMEBODYS_UNDER_A_POST = (
    "On {thing}, {gift}. I have a stake in this, as {tie}{link}",
    "On {thing}, in case it helps: {gift}. Just so you know, {tie}{link}",
)
SOMEBODYS = (
    "{gift}. Full disclosure: {tie}{link}",
    "In case it helps: {gift}. Just so you know, {tie}{link}",
)
OWN_AFTER_SOMETHING_GIVEN = (
    "Just so you know, I have my own {own}, on {topic}{link}",
    "I should add that I have my own {own} on {topic}{link}",
)
SOMEBODYS_AFTER_SOMETHING_GIVEN = ("Full disclosure: {tie}{link}", "Just so you know, {tie}{link}")
MAKING = ("working on", "running")
"""What people do with their own things; the second with those of `RUN`."""
RUN = frozenset(
    ("blog", "business", "channel", "company", "gallery", "newsletter", "page", "podcast", "shop", "site",
     "startup", "store", "studio", "website", "bakery", "cafe", "stream")
)  # fmt: skip
"""What people run; all else they work on."""

FRAME = "add case disclosure helps know running stake taught working"
"""Words of content that its wordings bring along."""


def fits(material: Material) -> bool:
    """For pitches only; begging for clicks has nothing to disclose."""
    if material.passes_on and not material.links:
        return False
    if not material.selling or material.seen("engagement_bait"):
        return False
    if material.own_thing or material.seen("self_promotion"):
        return True
    return material.bare_link and bool(material.links) and not material.passes_on


def make(material: Material) -> Iterator[Rewrite]:
    """Something to take away first, then the tie to what is mentioned."""
    link = f": {material.links[0]}" if material.links else "."  # a full stop would become part of a link
    gift, tie = blank("one thing that readers can use without a click"), blank("what you have to do with it")
    own = material.own_thing or ""
    parts = {"gift": gift, "tie": tie, "own": own, "link": link}
    parts["topic"] = blank("what it is about")
    parts["making"] = MAKING[own in RUN]
    if own and _is_called_own(own, material.kept):
        return
    if material.kept:
        wordings = OWN_AFTER_SOMETHING_GIVEN if own else SOMEBODYS_AFTER_SOMETHING_GIVEN
        yield from material.write(wordings, **parts)
        return
    things = material.parent.things if material.parent else ()
    for thing in (thing for thing in things if not thing.person):
        wordings = OWN_UNDER_A_POST if own else SOMEBODYS_UNDER_A_POST
        yield from material.write(wordings, thing, thing=thing.text, **parts)
    yield from material.write(OWN if own else SOMEBODYS, **parts)


def _is_called_own(thing: str, sentences: Iterable[str]) -> bool:
    """Whether one of the sentences already says whose it is ("our small workshop")."""
    called_own = re.compile(rf"\b(?:my|our)\s+(?:\w+\s+)?{re.escape(thing)}\b", re.IGNORECASE)
    return any(map(called_own.search, sentences))


move = Move(
    name="disclose",
    frame=FRAME,
    why="It gives something first and says plainly what is yours.",
    fits=fits,
    make=make,
)
