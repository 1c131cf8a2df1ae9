"""Recommend a person or a work, with why."""

from collections.abc import Iterator

from nlp.blanks import blank
from nlp.moves._material import Material
from nlp.moves._move import Move, Rewrite
from nlp.realising.things import TELLING

ASKED_FOR = (
    "{opening}, I'd recommend {work}, because {why}.",
    "{opening}, look at {work}: {why}.",
    "{opening}, {work} is worth a try, because {why}.",
)
ASKED = (
    "I'd recommend {work}, because {why}.",
    "Have a look at {work}: {why}.",
    "My tip is {work}, because {why}.",
)
MORE_ON = (
    "For more on {thing}, {work} is worth a look, because {why}.",
    "Whoever wants to go on with {thing} may like {work}: {why}.",
    "Next to {thing} I'd put {work}, because {why}.",
    "Somebody to read on {thing}: {who}, because {why}.",
)
ALONE = (
    "This goes well with {work}, because {why}.",
    "Whoever likes this may like {work}: {why}.",
    "Next to this I'd put {work}, because {why}.",
)


def fits(material: Material) -> float:
    """Best where things are asked for; else a fair way out of bare praise."""
    question = material.parent.question if material.parent else None
    if question and question.asks == "things":
        return 1.0
    if question or material.disagrees:
        return 0.1
    if material.selling:
        return 0
    return 0.45 if material.seen("praise", "reaction") else 0.3


def make(material: Material) -> Iterator[Rewrite]:
    """A name or title as a blank, and why."""
    parent = material.parent
    parts = {"work": blank("a name or title"), "who": blank("whom"), "why": blank("what is good about it")}
    if parent and parent.question:
        if parent.question.opening and parent.question.asks == "things":
            for text in material.write(ASKED_FOR, opening=parent.question.opening, **parts):
                yield Rewrite(text, parent.question.start)
        for text in material.write(ASKED, **parts):
            yield Rewrite(text, parent.question.start)
        return
    for thing in parent.things[1:] + parent.things[:1] if parent else ():
        if thing.person or thing.worth < TELLING:
            continue
        for text in material.write(MORE_ON, thing=thing.text, **parts):
            yield Rewrite(text, thing.start)
    if parent and parent.title:
        yield from map(Rewrite, material.write(MORE_ON, thing=parent.title, **parts))
    if parent is None:
        yield from map(Rewrite, material.write(ALONE, **parts))


move = Move(
    name="recommend", why="It sends people to somebody or something, and says why.", fits=fits, make=make
)
