"""Mention own work as own, after giving something that stands by itself."""

from collections.abc import Iterator

from nlp.blanks import blank
from nlp.moves._material import Material
from nlp.moves._move import Move, Rewrite
from nlp.realising.things import TELLING

OWN_UNDER_A_POST = (
    "On {thing}: {gift}. I say this as the one behind the {own}, so weigh it accordingly{link}",
    "About {thing}, something you can use: {gift}. It comes from my own {own}, so I'm not neutral{link}",
    "One thing about {thing}: {gift}. The {own} is mine, so take it with that in mind{link}",
)
OWN = (
    "{gift}. It comes from my own {own}, so I'm not neutral{link}",
    "{gift}. I say this as the one behind the {own}, so weigh it accordingly{link}",
    "Something to use right away: {gift}. The {own} is mine, so I'm not neutral{link}",
)
SOMEBODYS_UNDER_A_POST = (
    "On {thing}: {gift}. So that you can weigh it: {tie}{link}",
    "About {thing}, something you can use: {gift}. I should say that {tie}{link}",
)
SOMEBODYS = (
    "{gift}. I should say that {tie}{link}",
    "Something to use right away: {gift}. So that you can weigh it: {tie}{link}",
)


def fits(material: Material) -> float:
    """For pitches only; begging for clicks has nothing to disclose."""
    if not material.selling or material.seen("engagement_bait"):
        return 0
    if material.own_thing or material.seen("self_promotion"):
        return 0.95
    return 0.5 if material.links else 0.3


def make(material: Material) -> Iterator[Rewrite]:
    """Something to take away first, then the tie to what is mentioned."""
    link = f": {material.links[0]}" if material.links else "."  # a full stop would become part of a link
    gift, tie = blank("one thing that readers can use without a click"), blank("what you have to do with it")
    own = material.own_thing
    things = material.parent.things if material.parent else ()
    for thing in (thing for thing in things if thing.worth >= TELLING and not thing.person):
        wordings = OWN_UNDER_A_POST if own else SOMEBODYS_UNDER_A_POST
        parts = {"thing": thing.text, "gift": gift, "tie": tie, "own": own or "", "link": link}
        for text in material.write(wordings, **parts):
            yield Rewrite(text, thing.start)
    wordings = OWN if own else SOMEBODYS
    yield from map(Rewrite, material.write(wordings, gift=gift, tie=tie, own=own or "", link=link))


move = Move(
    name="disclose", why="It gives something first and says plainly what is yours.", fits=fits, make=make
)
