"""Bring evidence: a number, a source or a picture to set beside what the parent says."""

from collections.abc import Iterator

from nlp.blanks import blank
from nlp.moves._material import Material
from nlp.moves._move import Move, Rewrite
from nlp.realising.things import TELLING

BESIDE_A_FIGURE = (
    "A number to set beside the {figure}: {number}, with {setup}.",
    "For comparison with the {figure}: {number}, with {setup}.",
    "Next to the {figure}, I get {number} with {setup}.",
)
ABOUT_A_HAPPENING = (
    "Something to set beside {thing} {gerund}: {number}, with {setup}.",
    "As for {thing} {gerund}, I have {number} from {source}.",
)
ON_A_THING = (
    "A source on {thing}: {source}, which says {what}.",
    "What I can show on {thing}: {number}, from {source}.",
    "If it helps with {thing}: {source} says {what}.",
    "Some numbers on {thing}: {number}, from {source}.",
)
ALONE = (
    "What it rests on for me: {source}, which says {what}.",
    "A source that fits here: {source}, which says {what}.",
)
PARTS = {
    "number": blank("your number"),
    "setup": blank("where or with what"),
    "source": blank("your source"),
    "what": blank("what it says"),
}


def fits(material: Material) -> float:
    """Well where the parent gives figures or tells what happened; else when nothing nearer offers itself."""
    parent = material.parent
    if parent is None:
        return 0.15
    if parent.question:
        return 0.35
    if parent.figures or parent.happenings:
        return 0.7
    return 0.4 if parent.things else 0.05


def make(material: Material) -> Iterator[Rewrite]:
    """A number or source of the writer's as a blank, beside what it belongs to."""
    parent = material.parent
    for figure in parent.figures[-1:] if parent else ():
        yield from map(Rewrite, material.write(BESIDE_A_FIGURE, figure=figure.text, **PARTS))
    for happening in parent.happenings if parent else ():
        parts = {"thing": happening.thing, "gerund": happening.gerund, **PARTS}
        for text in material.write(ABOUT_A_HAPPENING, **parts):
            yield Rewrite(text, happening.start)
    for thing in parent.things if parent else ():
        if not (thing.owned or thing.person) and thing.worth >= TELLING:
            for text in material.write(ON_A_THING, thing=thing.text, **PARTS):
                yield Rewrite(text, thing.start)
    yield from map(Rewrite, material.write(ALONE, **PARTS))


move = Move(
    name="evidence", why="A number or a source gives the others something to check.", fits=fits, make=make
)
