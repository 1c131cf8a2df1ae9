"""Bring evidence: a number, a source or a picture to set beside what the parent says."""

from collections.abc import Iterator

from nlp.blanks import blank
from nlp.moves._material import Material
from nlp.moves._move import Move
from nlp.moves._rewrite import Rewrite
from nlp.moves._stance import Stance

BESIDE_A_FIGURE = (
    "Here it's {number} instead of {figure}, with {setup}.",
    "Compared with the {figure}, I get {number} with {setup}.",
    "For me it's {number}, not {figure}, with {setup}.",
)
ON_A_THING = (
    "On {thing}, {source} says that {what}.",
    "There is {source} on {thing}: {what}.",
    "Some numbers on {thing}: {numbers}, from {source}.",
)
BESIDE_OWN_WORDS = (
    "I have that from {source}: {what}.",
    "See {source}: {what}.",
)
BY_STANCE: dict[Stance, tuple[str, ...]] = {"goes_on": BESIDE_OWN_WORDS, "answers_on": BESIDE_OWN_WORDS}
PARTS = {
    "number": blank("your number"),
    "numbers": blank("your numbers"),
    "setup": blank("where or with what"),
    "source": blank("your source"),
    "what": blank("what it says"),
}

FRAME = "compared instead numbers says"
"""Words of content that its wordings bring along."""


def fits(material: Material) -> bool:
    """Where the parent gives figures, names things or asks; under a title only beside own words."""
    parent = material.parent
    if parent is None or material.passes_on or material.asks or material.only_links:
        return False
    if parent.only_title:
        return material.goes_on
    return bool(parent.question or parent.figures or parent.things)


def make(material: Material) -> Iterator[Rewrite]:
    """A number or source of the writer's as a blank, beside what it belongs to."""
    parent = material.parent
    for figure in (figure for figure in parent.figures[-1:] if figure.measured) if parent else ():
        yield from material.write(BESIDE_A_FIGURE, figure=figure.text, **PARTS)
    for thing in parent.things if parent and not parent.only_title else ():
        if not (thing.owned or thing.person or material.seen("praise", "thanks", "reaction")):
            yield from material.write(ON_A_THING, thing, thing=thing.text, **PARTS)


move = Move(
    name="evidence",
    frame=FRAME,
    why="A number or a source gives the others something to check.",
    fits=fits,
    make=make,
    by_stance=BY_STANCE,
    parts=PARTS,
)
