"""Recommend a person or a work, with why."""

from collections.abc import Iterator

from nlp.blanks import blank
from nlp.moves._material import Material
from nlp.moves._move import Move
from nlp.moves._rewrite import Rewrite

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
    "If you like {thing}, try {work}: {why}.",
    "On {thing}, I'd go to {work} next, because {why}.",
)
AFTER_A_WORK = (
    "If you like “{title}”, try {work}: {why}.",
    "“{title}” goes well with {work}, because {why}.",
    "Whoever likes “{title}” may like {work}: {why}.",
)
FRAME = "goes like likes look recommend tip try worth"
"""Words of content that its wordings bring along."""


def fits(material: Material) -> bool:
    """Where something is asked for or spoken of."""
    if material.parent is None:
        return False
    if material.parent.question or material.disagrees:
        return True
    pushes = material.selling or material.passes_on or material.asks or material.only_links
    return not (pushes or material.seen("thanks"))


def make(material: Material) -> Iterator[Rewrite]:
    """A name or title as a blank, and why."""
    parent = material.parent
    parts = {"work": blank("a name or title"), "why": blank("what is good about it")}
    parts["shared"] = blank("what they share")
    if parent and parent.question:
        if parent.question.opening and parent.question.asks == "things":
            yield from material.write(ASKED_FOR, parent.question, opening=parent.question.opening, **parts)
        yield from material.write(ASKED, parent.question, **parts)
        return
    for thing in parent.things[1:] + parent.things[:1] if parent and not parent.only_title else ():
        if not (thing.person or thing.owned):
            yield from material.write(MORE_ON, thing, thing=thing.text, **parts)
    if parent and parent.work:
        yield from material.write(AFTER_A_WORK, title=parent.work, **parts)


move = Move(
    name="recommend",
    frame=FRAME,
    why="It sends people to somebody or something, and says why.",
    fits=fits,
    make=make,
)
