"""Turn a broadcast into an opening for others."""

from collections.abc import Iterator

from nlp.blanks import blank
from nlp.moves._material import Material
from nlp.moves._move import Move, Rewrite

ABOUT_OWN_THING = (
    "What would make my {own} useful to you?",
    "What would you want to find in my {own}?",
    "Tell me what you'd change about my {own}: I'm thinking of {doubt}.",
)
AFTER_SOMETHING_GIVEN = (
    "How is that where you are, say {where}?",
    "What do you see that I don't, say about {doubt}?",
    "Does that match what you know of {where}?",
)
FOR_ALL = (
    "Here is what I'd like to hear from you: {question}?",
    "A question to those who know: {question}?",
    "What I'd rather ask you: {question}?",
    "Let me ask those who were there: {question}?",
    "For those who know more than I do: {question}?",
)
ABOUT_A_LINK = (
    "{link} says {what}. How does that fit with what you know of {where}?",
    "In {link}: {what}. Does that match what you see with {where}?",
)
ON_A_TITLE = (
    "On {title}: {question}?",
    "About {title}, a question to all of you: {question}?",
)


def fits(material: Material) -> float:
    """Best for begging and broadcasts; a way out of small talk that answers nobody."""
    if material.parent is not None:
        return 0.5 if material.selling else 0.15
    if material.seen("engagement_bait"):
        return 0.97
    return 0.8 if material.selling else 0.35


def make(material: Material) -> Iterator[Rewrite]:
    """A question that readers can answer, about what is being sent out."""
    question = blank("your question, about one thing")
    parts = {"where": blank("a case that readers know"), "doubt": blank("what you are unsure of")}
    if material.own_thing and material.parent is None:
        yield from map(Rewrite, material.write(ABOUT_OWN_THING, own=material.own_thing, **parts))
    if material.kept:
        yield from map(Rewrite, material.write(AFTER_SOMETHING_GIVEN, **parts))
    elif material.links and not material.own_thing:
        parts = {"link": material.links[0], "what": blank("what is in it"), "where": parts["where"]}
        yield from map(Rewrite, material.write(ABOUT_A_LINK, **parts))
    if material.parent and material.parent.title:
        yield from map(Rewrite, material.write(ON_A_TITLE, title=material.parent.title, question=question))
    yield from map(Rewrite, material.write(FOR_ALL, question=question))


move = Move(
    name="invite", why="It gives others something to answer, not only to click.", fits=fits, make=make
)
