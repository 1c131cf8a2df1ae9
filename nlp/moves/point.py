"""Take up one specific thing of the parent and say what it means to the writer."""

from collections.abc import Iterator

from nlp.blanks import blank
from nlp.moves._material import Material
from nlp.moves._move import Move, Rewrite, apt, on_remark
from nlp.moves._phrases import INTERJECTION, THANKS
from nlp.moves._stance import Stance
from nlp.realising.matter import Matter
from nlp.realising.things import Thing

ON_A_HIGHLIGHT = (
    "It makes sense to me that {thing} {was} {label}, because {reason}.",
    "I can see why {thing} {was} {label}: {reason}.",
)
ON_A_DEED = (
    "The part where you {past} stuck with me, because {reason}.",
    "The bit about {gerund} made me think of {memory}.",
    "Reading how you {past}, I thought of {memory}.",
)
ON_A_STATE = (
    "One reason why {thing} {verb} so {quality}: {cause}.",
    "My guess at why {thing} {verb} so {quality}: {cause}.",
)
ON_A_HAPPENING = (
    "The part about {thing} {gerund} stuck with me, because {reason}.",
    "Reading about {thing} {gerund}, I thought of {memory}.",
)
ON_A_THING = (
    "On {thing}, I'd add that {fact}.",
    "The part about {thing} stands out for me, because {reason}.",
    "What struck me about {thing} is {noticed}.",
    "One thing to know about {thing}: {fact}.",
)
ON_A_SUBJECT = (
    "On {thing}, I'd add that {fact}.",
    "What struck me about {thing} is {noticed}.",
    "One thing to know about {thing}: {fact}.",
)
ON_THEIR_THING = (
    "What struck me about {thing} is {noticed}.",
    "The part about {thing} stuck with me, because {reason}.",
    "Reading about {thing}, I thought of {memory}.",
)
ON_A_STRIKING_THING = (
    "What struck me about {thing} is {noticed}.",
    "The part about {thing} got me, because {reason}.",
    "Reading about {thing}, I thought of {memory}.",
)
ON_WORDS = (
    "“{quote}” made me think of {memory}.",
    "I stopped at “{quote}”, because {reason}.",
    "The part that stuck with me is “{quote}”, because {reason}.",
)
BESIDE_OWN_WORDS = (
    "For example, {example}.",
    "What I have in mind is {example}.",
    "I'm thinking of {example} here.",
)
ON_FUNNY_WORDS = (
    "“{quote}” got me, because {reason}.",
    "It was “{quote}” that got me: {reason}.",
)
PRAISE = (
    "I liked {what} most, because {reason}.",
    "The best part for me is {what}, because {reason}.",
    "What I'll remember is {what}, because {reason}.",
    "What makes it for me is {what}, because {reason}.",
    "{what} is what I liked most, because {reason}.",
    "The part I liked most is {what}, because {reason}.",
)
REACTION = (
    "It was {what} that got me: {reason}.",
    "The bit that got me is {what}, because {reason}.",
    "What got me is {what}: {reason}.",
    "I didn't expect {what}, because {reason}.",
    "{what} got me, because {reason}.",
)
ON_REMARK = (
    "{own}, because {reason}.",
    "{own}: {reason}.",
    "{own}, mostly because {reason}.",
)
ON_PRAISE = (
    "{own}, because {reason}.",
    "{own}, most of all {exactly}.",
    "{own}, mostly because {reason}.",
)
ON_AGREEMENT = (
    "{own}, because {reason}.",
    "{own}, and I'd add that {fact}.",
    "{own}, above all when it comes to {exactly}.",
)
PRAISE_ON_A_THING = (
    "{own}, most of all the part about {thing}, because {reason}.",
    "{own}, most of all what you say about {thing}: {reason}.",
)
ON_QUOTED_WORDS = ("{own}, most of all “{quote}”: {reason}.", "{own}, above all “{quote}”, because {reason}.")
AGREEMENT_ON_A_THING = (
    "{own}, above all when it comes to {thing}: {reason}.",
    "{own}, and on {thing} I'd add that {fact}.",
)
ON_INTERJECTION = (
    "{own}, {what} got me: {reason}.",
    "{own}, it was {what} that got me.",
    "{own}, I didn't expect {what}.",
)
ANYTHING = (
    "What stands out for me is {what}, because {reason}.",
    "What I take from this is {lesson}, because {reason}.",
    "On {what}, I'd add that {fact}.",
)
ON_A_WORK = (
    "In “{work}” it's {moment} that gets me, because {reason}.",
    "The part of “{work}” that stuck with me is {moment}, because {reason}.",
    "What “{work}” does best is {moment}: {reason}.",
)
ON_A_SKILL = (
    "What I had got wrong about {gerund} is {step}, because {reason}.",
    "The part about {gerund} that I had missed is {step}.",
    "One thing to add about {gerund}: {fact}.",
)
LINK_ON_A_THING = (
    "There is more on {thing} here: {inside}. {link}",
    "On {thing}, this may help, because {reason}: {link}",
    "In short, on {thing}: {inside}. The whole thing: {link}",
)
LINK = (
    "The part worth reading is {what}, because {reason}: {link}",
    "What I didn't know before: {news}. {link}",
    "In short, {inside}. The whole thing: {link}",
)
LINK_BEHIND_OWN_WORDS = (
    "It matters here because {reason}: {link}",
    "The part worth reading is {what}, because {reason}: {link}",
    "What I didn't know before: {news}. {link}",
)
PASSED_ON = (
    "What stands out for me is {what}, because {reason}.",
    "What surprised me is {what}, because {reason}.",
    "It matters here because {reason}.",
)
OFFER = (
    "In short, it's {offer}, and it helps with {use}.",
    "What it does: {inside}. Who it's for: {whom}.",
)
NEWS = (
    "It matters here because {reason}.",
    "What stands out for me is {what}, because {reason}.",
    "What I didn't know before is {news}.",
)
WISHED_FOR = (
    "The part that matters most to me is {what}, because {reason}.",
    "For me {what} would be enough, because {reason}.",
)
BESIDE_OWN_QUESTION = ("I'm asking because {reason}.", "It matters to me because {reason}.")
WHAT_HELPED = (
    "What I had missed is {what}, because {reason}.",
    "What I take from this is {lesson}, because {reason}.",
)
BY_STANCE: dict[Stance, tuple[str, ...]] = {
    "passes_on": PASSED_ON,
    "wishes": WISHED_FOR,
    "asks": BESIDE_OWN_QUESTION,
    "own_thread": WHAT_HELPED,
    "goes_on": BESIDE_OWN_WORDS,
    "answers_on": BESIDE_OWN_WORDS,
}
PARTS = {
    "noticed": blank("what you noticed"),
    "fact": blank("what you know of it"),
    "memory": blank("what came to your mind"),
    "reason": blank("why"),
    "cause": blank("the reason you know"),
    "what": blank("which part"),
    "example": blank("one example"),
    "lesson": blank("what you take from it"),
    "inside": blank("what is in it"),
    "offer": blank("what it is"),
    "use": blank("what it is good for"),
    "whom": blank("who can use it"),
    "news": blank("what was new to you"),
    "exactly": blank("what exactly"),
    "moment": blank("which moment or line"),
    "step": blank("which step"),
}

FRAME = (
    "add asking best bit comes example expect gets got guess help helps know liked makes matters mind "
    "missed reading reason remember sense short stands stopped struck stuck surprised thing think "
    "thinking thought worth wrong"
)
"""Words of content that its wordings bring along."""


def fits(material: Material) -> float:
    """Best where the parent has something to take up; praise, thanks and reactions can always say of what."""
    parent = material.parent
    if material.seen("bare_link") or material.bare_link:
        return 0.9
    if material.has_it_too and not (material.parent and material.parent.things):
        return 0
    if material.disagrees or material.has_it_too:
        return 0.2
    if material.links and material.selling:
        return 0.7
    if material.selling:
        return 0.55 if parent and not parent.question else 0.2
    if parent is None or parent.question:
        return 0.45
    return 0.85 if parent.things or parent.highlights or parent.quotes else 0.7


def make(material: Material) -> Iterator[Rewrite]:
    """One thing, and why it matters, which only the writer knows."""
    parent = material.parent
    if "brings_a_link" in material.stances:
        yield from _with_a_link(material, parent)
        return
    if parent is None or parent.only_title:
        yield from _on_the_remark(material)
    if parent and parent.only_title:
        yield from _about_a_title(material, parent)
    if parent and not parent.only_title:
        if not parent.question:
            yield from _about_clauses(material, parent)
        yield from _on_the_remark(material)
        yield from _about_things(material, parent.things)
        wordings = ON_FUNNY_WORDS if material.seen("reaction") else ON_WORDS
        for quote in parent.quotes:
            for text in material.write(wordings, quote=quote.text, **PARTS):
                yield Rewrite(text, quote.start)
    if material.selling and not material.kept and parent is None:
        wordings = OFFER if material.own_thing or material.seen("self_promotion", "hard_sell") else NEWS
        yield from apt(material.write(wordings, **PARTS))
    if material.selling and material.kept:
        yield from apt(material.write(NEWS, **PARTS))
    alone: tuple[str, ...] = REACTION if material.seen("reaction") else ANYTHING
    alone = PRAISE if material.seen("praise") else alone
    yield from map(Rewrite, material.write_behind_remark(alone, **PARTS))


def _on_the_remark(material: Material) -> Iterator[Rewrite]:
    """The draft's own remark, and what it rests on."""
    remark = material.remark
    if remark is None or THANKS.search(remark) or material.is_asked:
        return
    wordings = ON_REMARK
    yield from _on_the_remark_and_its_matter(material, remark)
    if INTERJECTION.fullmatch(remark):
        wordings = ON_INTERJECTION
    elif material.seen("praise"):
        wordings = ON_PRAISE
    elif material.agrees:
        wordings = ON_AGREEMENT
    yield from on_remark(material, material.write(wordings, own=remark, **PARTS))


def _on_the_remark_and_its_matter(material: Material, remark: str) -> Iterator[Rewrite]:
    """The remark, and the thing or words that it is meant for."""
    parent, wordings = material.parent, AGREEMENT_ON_A_THING if material.agrees else ()
    wordings = PRAISE_ON_A_THING if material.seen("praise") else wordings
    for thing in parent.things if parent and not parent.only_title else ():
        if not thing.person:
            for text in material.write(wordings, own=remark, thing=thing.text, **PARTS):
                yield Rewrite(text, thing.start)
    for quote in parent.quotes if parent and wordings else ():
        for text in material.write(ON_QUOTED_WORDS, own=remark, quote=quote.text, **PARTS):
            yield Rewrite(text, quote.start)


def _with_a_link(material: Material, parent: Matter | None) -> Iterator[Rewrite]:
    link = material.links[0]
    for thing in parent.things if parent and not material.passes_on else ():
        for text in material.write(LINK_ON_A_THING, link=link, thing=thing.text, **PARTS):
            yield Rewrite(text, thing.start)
    wordings = LINK_BEHIND_OWN_WORDS if material.kept else LINK
    yield from apt(material.write(wordings, link=link, **PARTS))


def _about_a_title(material: Material, parent: Matter) -> Iterator[Rewrite]:
    if parent.work:
        yield from map(Rewrite, material.write(ON_A_WORK, work=parent.work, **PARTS))
    if parent.skill:
        yield from map(Rewrite, material.write(ON_A_SKILL, gerund=parent.skill.gerund, **PARTS))
    yield from _about_clauses(material, parent)
    yield from _about_things(material, parent.things)


def _about_things(material: Material, things: tuple[Thing, ...]) -> Iterator[Rewrite]:
    for thing in (thing for thing in things if not thing.person):
        wordings = ON_THEIR_THING if thing.owned else ON_A_THING
        if material.parent and material.parent.only_title:
            wordings = ON_A_SUBJECT
        if material.seen("reaction"):
            wordings = ON_A_STRIKING_THING
        for text in material.write(wordings, thing=thing.text, **PARTS):
            yield Rewrite(text, thing.start)


def _about_clauses(material: Material, parent: Matter) -> Iterator[Rewrite]:
    for highlight in parent.highlights:
        parts = {"thing": highlight.thing, "label": highlight.label, **PARTS}
        parts["was"] = "were" if highlight.plural else "was"
        for text in material.write(ON_A_HIGHLIGHT, **parts):
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
    name="point",
    frame=FRAME,
    why="It takes up one thing by name, so the others know what you mean.",
    fits=fits,
    make=make,
    by_stance=BY_STANCE,
    parts=PARTS,
)
