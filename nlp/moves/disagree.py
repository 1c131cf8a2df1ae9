"""Disagree politely: with what, how far, and what it rests on."""

import re
from collections.abc import Iterator

from nlp.blanks import blank
from nlp.moves._material import Material
from nlp.moves._move import Move
from nlp.moves._rewrite import Rewrite

WITH_WORDS = (
    "I don't think “{quote}” holds for {limit}, because {seen}.",
    "“{quote}” isn't the whole story for me: {view}, because {seen}.",
    "Where I'd stop at “{quote}” is {limit}, because {seen}.",
)
LIMITED = (
    "I'm with you on “{quote}”, except for {exception}, because {seen}.",
    "“{quote}” holds for me too, but less so for {exception}, because {seen}.",
)
WITH_A_DEED = (
    "I'd think twice before {deed}, because {seen}.",
    "Before {deed}, I'd look at {instead}, because {seen}.",
    "Instead of {deed}, I'd go for {instead}, because {seen}.",
)
ABOUT_A_THING = (
    "On {thing} I see it differently: {view}, because {seen}.",
    "I see {thing} another way: {view}, because {seen}.",
    "As for {thing}, I'd say {view}, because {seen}.",
)
ALONE = (
    "I see it differently: {view}, because {seen}.",
    "Where I'd differ: {view}, because {seen}.",
    "My view is another one: {view}, because {seen}.",
)
PARTS = {
    "limit": blank("a case where it doesn't"),
    "exception": blank("one case"),
    "seen": blank("what you saw or read"),
    "instead": blank("what you'd rather do"),
    "view": blank("your view"),
}

OF_NOBODY = re.compile(r"(?:nobody|no one|nothing|never)\b", re.I)
"""What has its limits said already, or complains: a case where it is otherwise would sound unkind."""
FRAME = "differ differently holds instead look stop story think twice view way"
"""Words of content that its wordings bring along."""


def fits(material: Material) -> bool:
    """Where the draft disagrees already; else only as a limit to what it agrees with."""
    parent = material.parent
    if material.selling or material.only_links or material.passes_on:
        return False
    if material.disagrees:  # under a title nobody may have said what is called wrong
        return parent is None or not parent.only_title
    if parent is None or parent.question or material.has_it_too:
        return False
    return material.agrees and bool(parent.quotes)


def make(material: Material) -> Iterator[Rewrite]:
    """The words, deed or thing that one sees otherwise, and the grounds as a blank."""
    parent = material.parent
    wordings = WITH_WORDS if material.disagrees else LIMITED
    for quote in (quote for quote in parent.quotes if quote.claims) if parent else ():
        if material.disagrees or not OF_NOBODY.match(quote.text):
            yield from material.write(wordings, quote, quote=quote.text, **PARTS)
    if material.disagrees and parent:
        for deed in (deed for deed in parent.deeds if deed.kinds != {"told"}):
            yield from material.write(WITH_A_DEED, deed, deed=deed.gerund_unowned, **PARTS)
        for thing in parent.things:
            yield from material.write(ABOUT_A_THING, thing, thing=thing.text, **PARTS)
    if material.disagrees:
        yield from material.write(ALONE, **PARTS)


move = Move(
    name="disagree",
    frame=FRAME,
    why="Where you differ, and what that rests on, takes the talk further.",
    fits=fits,
    make=make,
)
