"""Say when the writer met the same, and what came of it."""

from collections.abc import Iterator

from nlp.blanks import blank
from nlp.moves._material import Material
from nlp.moves._move import Move, Rewrite
from nlp.realising.things import TELLING

WITH_A_DEED = (
    "My own go at {deed}: {tried}, and {outcome}.",
    "From my side on {deed}: {tried}, and {outcome}.",
    "When it comes to {deed}, my experience is {seen}, with {setup}.",
)
WITH_A_THING = (
    "My own experience with {thing}: {tried}, and {outcome}.",
    "What I can add on {thing}: {tried}, and then {outcome}.",
    "On {thing}, from my side: {tried}, and {outcome}.",
    "Here is how it went for me with {thing}: {tried}, and {outcome}.",
    "With {thing}, {outcome} in my case, after {tried}.",
)
SAME = (
    "Same here, with {setup}: {seen}.",
    "I see the same with {setup}: {seen}.",
    "The same for me with {setup}: {seen}.",
)
STILL_WAITING = (
    "For whoever looks into it: I have {setup}, and {seen}.",
    "One more fact for this: with {setup}, {seen}.",
    "It may help to know that with {setup}, {seen}.",
)
UNDER_A_QUESTION = (
    "In my case it was {cause}, and {outcome}.",
    "When I had that, {tried}, and {outcome}.",
)
UNDER_A_CHOICE = (
    "I went with {choice}, and {outcome}.",
    "When I had to choose, {choice} it was, and {outcome}.",
)
ALONE = (
    "My own experience: {tried}, and {outcome}.",
    "What I can add: {tried}, and {outcome}.",
    "Here is how it went for me: {tried}, and {outcome}.",
)
CHOICES = frozenset(("which", "either", "things", "where"))
PARTS = {
    "choice": blank("what you chose"),
    "tried": blank("what you tried"),
    "outcome": blank("what came of it"),
    "setup": blank("what you have or use"),
    "seen": blank("what you see"),
    "cause": blank("what it was"),
}


def fits(material: Material) -> float:
    """Best under agreement and bumps, where what happened to the writer is the missing fact."""
    if material.selling:
        return 0.3 if material.parent else 0.1
    if material.disagrees:
        return 0.5
    return 0.9 if material.seen("agreement", "bump") else 0.65


def make(material: Material) -> Iterator[Rewrite]:
    """What the writer tried or saw, and what came of it, as blanks."""
    parent = material.parent
    if material.seen("bump") and (parent is None or parent.question):
        yield from map(Rewrite, material.write(STILL_WAITING, **PARTS))
    if material.seen("agreement") and "same" in material.draft.lower():
        yield from map(Rewrite, material.write(SAME, **PARTS))
    if parent and parent.question:
        wordings = UNDER_A_CHOICE if parent.question.asks in CHOICES else UNDER_A_QUESTION
        yield from map(Rewrite, material.write(wordings, **PARTS))
    for deed in parent.deeds[-1:] if parent else ():
        for text in material.write(WITH_A_DEED, deed=deed.gerund_unowned, **PARTS):
            yield Rewrite(text, deed.start)
    for thing in parent.things[::-1] if parent else ():
        if not (thing.person or thing.owned) and thing.worth >= TELLING:
            for text in material.write(WITH_A_THING, thing=thing.text, **PARTS):
                yield Rewrite(text, thing.start)
    yield from map(Rewrite, material.write(ALONE, **PARTS))


move = Move(name="experience", why="What happened to you is what nobody else can add.", fits=fits, make=make)
