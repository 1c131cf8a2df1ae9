"""Take up one specific thing of the parent and say what it means to the writer."""

from collections.abc import Iterator

from nlp.blanks import blank
from nlp.moves._material import Material
from nlp.moves._move import Move, Rewrite
from nlp.realising.matter import Matter
from nlp.realising.things import TELLING, Thing

ON_A_HIGHLIGHT = (
    "About {thing} being {label}: {view}.",
    "That {thing} was {label} matters, because {reason}.",
)
ON_A_DEED = (
    "{gerund} is the part I'd single out, because {reason}.",
    "What I'd pick out is that you {past}, because {reason}.",
    "About {gerund}: {view}.",
)
ON_A_STATE = (
    "About {thing} being so {quality}: {view}.",
    "That {thing} {verb} so {quality} matters, because {reason}.",
)
ON_A_HAPPENING = (
    "About {thing} {gerund}: {view}.",
    "The part that I'd single out is {thing} {gerund}, because {reason}.",
)
ON_A_THING = (
    "On {thing}: {view}.",
    "About {thing}: {view}.",
    "As for {thing}, {view}.",
    "The part about {thing} stands out, because {reason}.",
    "It's {thing} I'd pick out, because {reason}.",
    "What you say about {thing} is worth a second look, because {reason}.",
)
ON_WORDS = (
    "“{quote}”: {view}.",
    "On “{quote}”: {view}.",
    "“{quote}” is the line I'd keep, because {reason}.",
    "The line that stays is “{quote}”, because {reason}.",
)
ON_A_TITLE = (
    "On {title}: {view}.",
    "About {title}: {view}.",
    "As for {title}, {view}.",
    "What I'd pick out of {title} is {what}, because {reason}.",
    "In {title}, {what} stands out, because {reason}.",
)
PRAISE = (
    "What I liked: {what}, because {reason}.",
    "What makes it for me is {what}, because {reason}.",
    "The best of it for me: {what}, because {reason}.",
)
REACTION = ("What caught me: {what}, because {reason}.", "It was {what} that got me: {reason}.")
ANYTHING = (
    "The part about {what} stands out, because {reason}.",
    "On {what}: {reason}.",
    "What it's about for me is {what}, because {reason}.",
)
LINK = (
    "{link} is about {inside}; it matters here because {reason}.",
    "In {link}: {inside}. It matters here because {reason}.",
)
PARTS = {
    "view": blank("what you know or think of it"),
    "reason": blank("why it matters to you"),
    "what": blank("the part you mean"),
    "inside": blank("what is in it"),
}


def fits(material: Material) -> float:
    """Best where the parent has something to take up; praise, thanks and reactions can always say of what."""
    parent = material.parent
    if material.seen("bare_link") or material.bare_link:
        return 0.9
    if material.disagrees:
        return 0.2
    if material.selling:
        return 0.55 if parent and (parent.things or parent.quotes) else 0.2
    if parent is None or parent.question:
        return 0.45
    return 0.85 if parent.things or parent.highlights or parent.quotes else 0.7


def make(material: Material) -> Iterator[Rewrite]:
    """One thing, and why it matters, which only the writer knows."""
    if material.links and (material.seen("bare_link") or material.bare_link):
        yield from map(Rewrite, material.write(LINK, link=material.links[0], **PARTS))
    if parent := material.parent:
        yield from _about_clauses(material, parent)
        telling = [thing for thing in parent.things if thing.worth >= TELLING]
        yield from _about_things(material, telling)
        for quote in parent.quotes:
            yield from map(Rewrite, material.write(ON_WORDS, quote=quote, **PARTS))
        if parent.title:
            yield from map(Rewrite, material.write(ON_A_TITLE, title=parent.title, **PARTS))
        yield from _about_things(material, [thing for thing in parent.things if thing not in telling])
    alone = REACTION if material.seen("reaction") else ANYTHING
    yield from map(Rewrite, material.write(PRAISE if material.seen("praise") else alone, **PARTS))


def _about_things(material: Material, things: list[Thing]) -> Iterator[Rewrite]:
    for thing in things:
        for text in material.write(ON_A_THING, thing=thing.text, **PARTS):
            yield Rewrite(text, thing.start)


def _about_clauses(material: Material, parent: Matter) -> Iterator[Rewrite]:
    for highlight in parent.highlights:
        for text in material.write(ON_A_HIGHLIGHT, thing=highlight.thing, label=highlight.label, **PARTS):
            yield Rewrite(text, highlight.start)
    for happening in parent.happenings:
        for text in material.write(ON_A_HAPPENING, thing=happening.thing, gerund=happening.gerund, **PARTS):
            yield Rewrite(text, happening.start)
    for state in parent.states:
        parts = {"thing": state.thing, "quality": state.quality, "verb": state.verb, **PARTS}
        for text in material.write(ON_A_STATE, **parts):
            yield Rewrite(text, state.start)
    for deed in parent.deeds:
        for text in material.write(ON_A_DEED, gerund=deed.gerund, past=deed.past, **PARTS):
            yield Rewrite(text, deed.start)


move = Move(
    name="point", why="It takes up one thing by name, so the others know what you mean.", fits=fits, make=make
)
