"""Ask a real question about something that the parent leaves open."""

from nlp.blanks import blank
from nlp.moves._material import Material
from nlp.moves._move import Move

ABOUT_IT = (
    "What should one know about {subject} when {case}?",
    "What do you make of {subject} when it comes to {case}?",
    "Does anything change about {subject} when {case}?",
    "Could you say more about {subject}? I'm thinking of {case}.",
    "How much of this depends on {subject}, say when {case}?",
)
TO_THE_ASKER = (
    "To be sure I get {subject} right: {needed}?",
    "One thing first about {subject}: {needed}?",
    "About {subject}, before I say anything: {needed}?",
)
ABOUT_A_FIGURE = (
    "How did you arrive at {subject}? My guess is {case}.",
    "What is behind {subject}: {case}, or something else?",
    "About {subject}: is that {case}, or something else?",
)
FOR_ALL = (
    "Here is what I'd like to hear from you: {question}?",
    "A question to those who know: {question}?",
    "What I'd rather ask you: {question}?",
)


def fits(material: Material) -> float:
    """Well where there is something to ask about; a text that begs for clicks can ask for answers instead."""
    if material.subjects or (material.figures and not material.parent_asks):
        return 0.8
    return 0.5 if "engagement_bait" in material.flags else 0


def make(material: Material) -> str | None:
    """A question with the asker's own case as a blank."""
    subject = material.subject(1)
    if material.figures and not material.parent_asks:
        return material.write(ABOUT_A_FIGURE, subject=material.figures[0], case=blank("what you suspect"))
    if subject is None:
        return material.write(FOR_ALL, question=blank("your question, about one thing"))
    if material.parent_asks:
        return material.write(TO_THE_ASKER, subject=subject, needed=blank("what you need to know"))
    return material.write(ABOUT_IT, subject=subject, case=blank("the case you have in mind"))


move = Move(name="ask", why="A real question gives the others something to answer.", fits=fits, make=make)
