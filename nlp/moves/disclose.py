"""Mention own work as own, after giving something that stands by itself."""

from nlp.blanks import blank
from nlp.moves._material import Material
from nlp.moves._move import Move

OWN = (
    "{gift}. It comes from my own {thing}, so I'm not neutral{link}",
    "{gift}. I say this as the one behind the {thing}, so weigh it accordingly{link}",
)
SOMEBODYS = (
    "{gift}. I should say that {tie}{link}",
    "{gift}. So that you can weigh it: {tie}{link}",
)


def fits(material: Material) -> float:
    """For pitches only; begging for clicks has nothing to disclose."""
    return 1.0 if "self_promotion" in material.flags else 0


def make(material: Material) -> str | None:
    """Something to take away first, then the tie to what is mentioned."""
    link = f": {material.links[0]}" if material.links else "."  # a full stop would become part of a link
    gift = blank("one thing that readers can use without a click")
    if material.own_thing:
        return material.write(OWN, gift=gift, thing=material.own_thing, link=link)
    return material.write(SOMEBODYS, gift=gift, tie=blank("what you have to do with it"), link=link)


move = Move(
    name="disclose", why="It gives something first and says plainly what is yours.", fits=fits, make=make
)
