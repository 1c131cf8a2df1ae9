"""Thank for something: say for what, and what it changed."""

from collections.abc import Iterator

from nlp.blanks import blank
from nlp.moves._material import Material
from nlp.moves._move import Move, Rewrite

FOR_A_DEED = (
    "Thanks for telling how you {past}: {change}.",
    "Thank you for the part about {gerund}: {change}.",
    "Thanks for the bit on {gerund}: {change}.",
)
FOR_A_THING = (
    "Thanks for the part about {thing}: {change}.",
    "Thank you for bringing up {thing}: {change}.",
    "Thanks for what you say about {thing}: {change}.",
)
BY_NAME = (
    "Thanks, {author}, for the part about {thing}: {change}.",
    "Thank you, {author}, for bringing up {thing}: {change}.",
)
FOR_SOMETHING = (
    "Thanks for {what}: it {change}.",
    "Thank you for {what}: it {change}.",
    "Thanks, what helped me was {what}: it {change}.",
)
CHANGE = blank("what it changed for you")


def fits(material: Material) -> float:
    """Best where the draft thanks; a way to make praise say for what."""
    if material.parent and material.parent.question:
        return 0.1
    if material.seen("thanks") or "thank" in material.draft.lower():
        return 1.0
    if material.selling or material.disagrees:
        return 0
    return 0.5 if material.seen("praise") else 0.2


def make(material: Material) -> Iterator[Rewrite]:
    """The one thing, by name where it has one, and what came of it as a blank."""
    parent = material.parent
    for deed in parent.deeds[:1] if parent else ():
        for text in material.write(FOR_A_DEED, past=deed.past, gerund=deed.gerund, change=CHANGE):
            yield Rewrite(text, deed.start)
    for thing in parent.things if parent else ():
        if thing.person:
            continue
        if parent and parent.author:
            for text in material.write(BY_NAME, author=parent.author, thing=thing.text, change=CHANGE):
                yield Rewrite(text, thing.start)
        for text in material.write(FOR_A_THING, thing=thing.text, change=CHANGE):
            yield Rewrite(text, thing.start)
    parts = {"what": blank("the part that helped"), "change": blank("what it changed for you")}
    yield from map(Rewrite, material.write(FOR_SOMETHING, **parts))


move = Move(name="thank", why="Thanks count when they say for what.", fits=fits, make=make)
