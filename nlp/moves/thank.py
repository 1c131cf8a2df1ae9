"""Thank for something: say for what, and what it changed."""

from collections.abc import Iterator

from nlp.blanks import blank
from nlp.moves._material import Material
from nlp.moves._move import Move
from nlp.moves._phrases import CHEERS, THANKS
from nlp.moves._rewrite import Rewrite

FOR_A_DEED = (
    "Thanks for telling us how you {past}. I {change}.",
    "Thank you for the part about {gerund}: {change_i}.",
    "Thanks, the bit on {gerund} helped me {helped}.",
)
FOR_A_THING = (
    "Thank you, because of what you say about {thing} I {change}.",
    "Thanks for the part about {thing}: {change_i}.",
    "Thanks, what you say about {thing} helped me {helped}.",
)
BY_NAME = (
    "Thanks, {author}, for the part about {thing}: {change_i}.",
    "Thank you, {author}, for bringing up {thing}. I {change}.",
)
FOR_A_SKILL = (
    "Thanks, I was stuck on {stuck} with {gerund}, and this got me going.",
    "Thank you, {what} is what I had missed about {gerund}.",
)
FOR_A_SUBJECT = (
    "Thanks, {what} is what I had missed about {thing}.",
    "Thank you, I was stuck on {stuck} with {thing}, and this got me going.",
)
WITH_OWN_THANKS = (
    "{own}, {what} helped me {helped}.",
    "{own}. Because of this, I {change}.",
    "{own}, {what} was what I had missed.",
)
BEHIND_LONG_THANKS: tuple[str, ...] = ("{own}. Because of this, I {change}.",)
FOR_SOMETHING = (
    "Thanks, {what} helped me {helped}.",
    "Thanks. Because of {what}, I {change}.",
    "Thank you for {what}. I {change}.",
)
BY_WHOEVER_ASKED = (
    "Thank you. I've now {done}, and {outcome}.",
    "Thanks, {what} was what I had missed.",
    "Thanks, that helped: {change_i}.",
)
FOR_A_LESSON = ("Thank you, I was stuck on {stuck}, and {what} got me going.", *FOR_SOMETHING)
PARTS = {
    "change": blank("do what now"),
    "change_i": blank("what it changed for you"),
    "helped": blank("do what"),
    "what": blank("which part"),
    "stuck": blank("what"),
    "done": blank("done what"),
    "outcome": blank("what came of it"),
}

FRAME = "bit bringing going got helped missed stuck telling thank thanks"
"""Words of content that its wordings bring along."""


def fits(material: Material) -> bool:
    """Where the draft thanks; a way to make praise say for what."""
    if material.asks or any("thank" in sentence.lower() for sentence in material.kept):
        return False
    if THANKS.search(material.draft):
        return True
    if material.selling or material.disagrees or not material.seen("praise"):
        return False
    parent = material.parent
    if CHEERS.search(material.draft) or (parent and parent.personal and not parent.teaches):
        return False
    return not (material.remark or (parent and parent.only_title and not parent.teaches))


def make(material: Material) -> Iterator[Rewrite]:
    """The one thing, by name where it has one, and what came of it as a blank."""
    parent = material.parent if material.parent and not material.parent.question else None
    parent = None if parent and parent.only_title and not parent.teaches else parent
    if material.remark and THANKS.search(material.remark) and not (parent and parent.deeds):
        long = "," in material.remark
        own_thanks = BEHIND_LONG_THANKS if long else WITH_OWN_THANKS
        yield from material.write(own_thanks, own=material.remark, **PARTS)
    if material.own_thread:
        yield from material.write(BY_WHOEVER_ASKED, **PARTS)
        return
    if parent and parent.skill and parent.only_title:
        yield from material.write(FOR_A_SKILL, gerund=parent.skill.gerund, **PARTS)
    for deed in parent.deeds[:1] if parent else ():
        yield from material.write(FOR_A_DEED, deed, past=deed.past, gerund=deed.gerund, **PARTS)
    for thing in parent.things if parent else ():
        if thing.person:
            continue
        if parent and parent.author:
            yield from material.write(BY_NAME, thing, author=parent.author, thing=thing.text, **PARTS)
        yield from material.write(
            FOR_A_SUBJECT if parent and parent.only_title else FOR_A_THING,
            thing,
            thing=thing.text,
            **PARTS,
        )
    wordings = FOR_A_LESSON if parent and parent.teaches else FOR_SOMETHING
    yield from material.write(wordings, **PARTS)


move = Move(
    name="thank",
    frame=FRAME,
    why="Thanks count when they say for what.",
    fits=fits,
    make=make,
)
