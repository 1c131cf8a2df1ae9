"""Turn a broadcast into an opening for others."""

from collections.abc import Iterator

from nlp.blanks import blank
from nlp.moves._bait import felt_in, first_question
from nlp.moves._material import Material
from nlp.moves._move import Move
from nlp.moves._rewrite import Rewrite

ABOUT_OWN_THING = (
    "What would make my {own} useful to you?",
    "What would you look for in my {own}, {one} or {other}?",
    "What would you change about my {own}? I'm thinking of {doubt}.",
)
AFTER_SOMETHING_GIVEN = (
    "What would you add, say about {doubt}?",
    "What's your take on {doubt}?",
    "What do you make of {doubt}?",
)
FOR_ALL = (
    "Who here has {done}? I have, and {outcome}.",
    "How do you {do}? I {did}.",
    "What would you pick for {where}? I'd go for {pick}.",
)
ON_WHAT_THEY_FEEL = (
    "I {feel}, because {reason}. How about you?",
    "One reason why I {feel}: {reason}. What's yours?",
)
FIRST_TO_ANSWER = ("{asked} I'll go first: {answer}.",)
ON_NEWS = (
    "What do you make of {doubt}?",
    "How does {doubt} look to you?",
)
ABOUT_A_LINK = (
    "In a few words: {what}. What I'd like to know is {question}. {link}",
    "In a few words: {what}. What do you make of {doubt}? {link}",
)
LINK_BEHIND_OWN_WORDS = (
    "What I'd like to know is {question}. {link}",
    "What do you make of {doubt}? {link}",
)

FRAME = "add change know like look pick reason thinking useful words"
"""Words of content that its wordings bring along."""


def fits(material: Material) -> bool:
    """For begging and broadcasts, and small talk that answers nobody."""
    return material.parent is None or material.selling or material.passes_on


def make(material: Material) -> Iterator[Rewrite]:
    """A question that readers can answer, about what is being sent out."""
    parts = {
        "where": blank("a case that readers know"),
        "doubt": blank("what you are unsure of"),
        "what": blank("what it is"),
        "question": blank("what you wonder"),
        "outcome": blank("what came of it"),
        "one": blank("one thing"),
        "other": blank("the other"),
        "do": blank("do what"),
        "done": blank("done what"),
        "did": blank("did what yourself"),
        "pick": blank("yours"),
    }
    if material.passes_on and not material.links:
        yield from material.write(ON_NEWS, **parts)
        return
    if material.selling and material.own_thing and material.parent is None:
        yield from material.write(ABOUT_OWN_THING, own=material.own_thing, **parts)
    if material.kept and material.links:
        yield from material.write(LINK_BEHIND_OWN_WORDS, link=material.links[0], **parts)
    elif material.kept:
        yield from material.write(AFTER_SOMETHING_GIVEN, **parts)
    elif material.links and not material.own_thing:
        yield from material.write(ABOUT_A_LINK, link=material.links[0], **parts)
    if material.only_begs or material.seen("engagement_bait"):
        parts["reason"], parts["answer"] = blank("why"), blank("your own answer")
        if feel := felt_in(material.draft):
            yield from material.write(ON_WHAT_THEY_FEEL, feel=feel, **parts)
        if question := first_question(material.draft):
            yield from material.write(FIRST_TO_ANSWER, before="", asked=question, **parts)
        yield from material.write(FOR_ALL, **parts)


move = Move(
    name="invite",
    frame=FRAME,
    why="It gives others something to answer, not only to click.",
    fits=fits,
    make=make,
)
