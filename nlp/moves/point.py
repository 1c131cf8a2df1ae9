"""Take up one specific thing of the parent and say what it means to the writer."""

from nlp.blanks import blank
from nlp.moves._material import Material
from nlp.moves._move import Move

WITH_SUBJECT = (
    "On {subject}: {view}.",
    "About {subject}: {view}.",
    "As for {subject}, {view}.",
    "The part about {subject} stands out because {reason}.",
    "It's {subject} I'd pick out, because {reason}.",
    "What you say about {subject} matters because {reason}.",
)
ON_TITLE = ("On {title}: {view}.", "About {title}: {view}.", "As for {title}, {view}.")
THANKS_WITH_SUBJECT = (
    "Thanks for the part about {subject}: {reason}.",
    "Thanks, the part about {subject} is what helped: {reason}.",
)
THANKS = ("Thanks for {what}: it {change}.", "Thanks, what helped was {what}: {change}.")
ANYTHING = (
    "The part about {what} stands out because {reason}.",
    "On {what}: {reason}.",
)
PRAISE = (
    "What I liked: {what}, because {reason}.",
    "{what} is what makes it for me: {reason}.",
    "The best of it for me: {what}, because {reason}.",
)
REACTION = ("What caught me: {what}, because {reason}.", "It was {what} that got me: {reason}.")
LINK = (
    "{link} is about {what}; it matters here because {reason}.",
    "In {link}: {what}. It matters here because {reason}.",
)


def fits(material: Material) -> float:
    """Best where the parent has something to take up; praise, thanks and reactions can always say of what."""
    if material.links and material.verdict == "promotion":
        return 0.6
    if material.subjects:
        return 1.0
    can_say_of_what = material.answers or {"praise", "thanks", "reaction"} & set(material.flags)
    return 0.7 if can_say_of_what else 0


def make(material: Material) -> str | None:
    """One thing, and why it matters, which only the writer knows."""
    subject, flag = material.subject(0), material.flags[0]
    reason, what = blank("why it matters to you"), blank("the part you mean")
    if flag == "bare_link":
        return material.write(LINK, link=material.links[0], what=blank("what is in it"), reason=blank("why"))
    if subject and flag == "thanks":
        return material.write(THANKS_WITH_SUBJECT, subject=subject, reason=blank("what it changed for you"))
    if subject:
        return material.write(
            WITH_SUBJECT, subject=subject, view=blank("what you know or think of it"), reason=reason
        )
    if material.title:
        return material.write(ON_TITLE, title=material.title, view=blank("what you know or think of it"))
    if flag == "thanks":
        return material.write(THANKS, what=blank("what helped"), change=blank("what it changed for you"))
    if flag == "praise":
        return material.write(PRAISE, what=what, reason=reason)
    if flag == "reaction":
        return material.write(REACTION, what=what, reason=reason)
    return material.write(ANYTHING, what=what, reason=reason)


move = Move(
    name="point", why="It takes up one thing by name, so the others know what you mean.", fits=fits, make=make
)
