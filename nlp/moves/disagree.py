"""Disagree politely: with what, how far, and what it rests on."""

from collections.abc import Iterator

from nlp.blanks import blank
from nlp.moves._material import Material
from nlp.moves._move import Move, Rewrite

WITH_WORDS = (
    "“{quote}” holds for {where}, less so for {limit}, because {seen}.",
    "I'd put one limit on “{quote}”: {limit}, because {seen}.",
    "Where I'd stop at “{quote}”: {limit}, because {seen}.",
)
WITH_A_DEED = (
    "I'd think twice before {deed}, because {seen}.",
    "Before {deed}, I'd look at {instead}, because {seen}.",
    "I'd go another way than {deed}: {instead}, because {seen}.",
)
ABOUT_A_THING = (
    "On {thing} I see it differently: {view}, because {seen}.",
    "I'd put {thing} another way: {view}, because {seen}.",
    "As for {thing}, I'd say {view}, because {seen}.",
)
ALONE = (
    "I see it differently: {view}, because {seen}.",
    "Where I'd differ: {view}, because {seen}.",
    "My view is another one: {view}, because {seen}.",
)
PARTS = {
    "where": blank("where it holds"),
    "limit": blank("where it stops"),
    "seen": blank("what you saw or read"),
    "instead": blank("what you'd do instead"),
    "view": blank("your view"),
}


def fits(material: Material) -> float:
    """Best where the draft disagrees already; else only as a limit to what it agrees with."""
    parent = material.parent
    if material.disagrees:
        return 1.0
    if parent is None or parent.question or material.selling:
        return 0
    return 0.55 if material.seen("agreement") and parent.quotes else 0.1


def make(material: Material) -> Iterator[Rewrite]:
    """The words, deed or thing that one sees otherwise, and the grounds as a blank."""
    parent = material.parent
    for quote in parent.quotes[:2] if parent else ():
        yield from map(Rewrite, material.write(WITH_WORDS, quote=quote, **PARTS))
    if material.disagrees and parent:
        for deed in parent.deeds:
            for text in material.write(WITH_A_DEED, deed=deed.gerund_unowned, **PARTS):
                yield Rewrite(text, deed.start)
        for thing in parent.things:
            for text in material.write(ABOUT_A_THING, thing=thing.text, **PARTS):
                yield Rewrite(text, thing.start)
    if material.disagrees:
        yield from map(Rewrite, material.write(ALONE, **PARTS))


move = Move(
    name="disagree",
    why="Where you differ, and what that rests on, takes the talk further.",
    fits=fits,
    make=make,
)
