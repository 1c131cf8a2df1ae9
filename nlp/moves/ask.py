"""Ask a real question about something that the parent leaves open."""

from collections.abc import Iterator

from nlp.blanks import blank
from nlp.moves._material import Material
from nlp.moves._move import Move, Rewrite
from nlp.moves._stance import Stance
from nlp.realising.deeds import Deed
from nlp.realising.matter import Matter

ABOUT_A_DEED = {
    "chosen": (
        "What made you {base}?",
        "How did you come to {base}?",
        "Was there one thing that made you {base}?",
        "What tipped the scales when you {past}?",
        "What changed for you after you {past}?",
    ),
    "made": (
        "How long did it take you to {base}?",
        "What was the hardest part of {gerund}?",
        "What surprised you most about {gerund}?",
        "What did {gerund} teach you for next time?",
    ),
    "solved": (
        "How did you {base}?",
        "How did you go about {gerund}?",
        "What helped most when you {past}?",
    ),
    "kept": (
        "What made you start {gerund}?",
        "How long have you been {gerund}?",
        "What happens when you don't {base}?",
        "How did you come to {base}?",
    ),
}
ABOUT_A_HAPPENING = (
    "What made {thing} {base}?",
    "Do you know what made {thing} {base}?",
    "Did {thing} {base} at once, or little by little?",
)
ABOUT_A_STATE = (
    "What {made} {thing} so {quality}?",
    "How {quality} {verb} {thing} next to {other}?",
)
ABOUT_A_HIGHLIGHT = (
    "How did you deal with {thing} in the end?",
    "When did you see that {thing} would be {label}?",
)
ABOUT_THEIR_THING = (
    "Is there anything you'd do differently with {thing}?",
    "Could you tell us more about {thing}? I wonder {wonder}.",
    "How did it go with {thing} after that? I'm asking because {reason}.",
    "About {thing}: {question}?",
)
ABOUT_ANY_THING = (
    "How much {does} {thing} matter for {other_case}?",
    "What about {thing} when {when}?",
    "Could you say more about {thing}? I wonder {wonder}.",
    "Can you explain the part about {thing}? I don't see {unclear}.",
    "One question about {thing}: {question}?",
)
ABOUT_A_FIGURE = (
    "Is the {figure} with or without {case}?",
    "Would it still be {figure} with {case}?",
)
ABOUT_A_PRICE = (
    "Does the {figure} include {case}?",
    "Is the {figure} with or without {case}?",
)
TO_WHOEVER_IS_STUCK = (
    "What have you tried so far?",
    "What did you try so far, and where did you get stuck?",
    "What happens when you {do}?",
)
TO_WHOEVER_WEIGHS = (
    "Do you mean {one} or {other}?",
    "One thing first: {needed}?",
)
TO_WHOEVER_WONDERS_WHY = (
    "When did it start, and what had changed just before?",
    "Could it have to do with {one}?",
)
TO_WHOEVER_CHOOSES = (
    "What matters more to you, {one} or {other}?",
    "Have you looked at {work} yet?",
    "Before you choose, {needed}?",
)
AROUND = (
    "Can anyone tell me {know}?",
    "Does anyone here know {know}?",
    "What do the rest of you make of {which}?",
    "How do others here see {which}?",
    "Does anyone have more on {which}?",
    "I wonder {wonder}. Does anyone know?",
)
TO_WHOEVER_ANSWERED = (
    "What I still don't see is {unclear}. Could you explain that part?",
    "Is there anything else I should {do_too}?",
    "One more question: {question}?",
)
UNTIL_THEN = (
    "Is there a way round it until then, say for {case}?",
    "What would it take to get there? I could help with {own_part}.",
)
TO_WHOEVER_HAS_IT_TOO = (
    "When did it start for the rest of you, and what had changed just before?",
    "Does it also happen for you with {setup}?",
)
BESIDE_OWN_WORDS = (
    "How do the rest of you see {unsure}?",
    "What's your take on {unsure}?",
)
ABOUT_A_LESSON = (
    "Does this also hold for {case}?",
    "Could you go into {which} some more?",
    "What would you look at next for {own_case}?",
)
BY_STANCE: dict[Stance, tuple[str, ...]] = {
    "own_thread": TO_WHOEVER_ANSWERED,
    "shares_trouble": TO_WHOEVER_HAS_IT_TOO,
    "wishes": UNTIL_THEN,
    "waits": UNTIL_THEN,
    "goes_on": BESIDE_OWN_WORDS,
}
OPEN = {
    "case": blank("the case you have in mind"),
    "other_case": blank("the case you have in mind"),
    "own_case": blank("what you want to do"),
    "when": blank("the case you wonder about"),
    "which": blank("which part"),
    "question": blank("your question"),
    "own_part": blank("what you can do"),
    "setup": blank("one thing"),
    "reason": blank("why you ask"),
    "unclear": blank("what is unclear to you"),
    "unsure": blank("what you are unsure of"),
    "do_too": blank("do or look at"),
    "wonder": blank("what you wonder"),
    "know": blank("what you'd like to know"),
}

FRAME = (
    "asking changed choose come deal differently end explain far happen happens hardest help "
    "helped hold include know little long look looked matter matters mean question rest round "
    "scales start stuck surprised teach tell thing time tipped tried try way wonder"
)
"""Words of content that its wordings bring along."""


def fits(material: Material) -> float:
    """Best where a clause can be turned round; less for a thing alone, or under a question."""
    parent = material.parent
    if parent is None or material.asks or material.disagrees or material.only_links:
        return 0
    if material.own_thread:
        return 0.6
    if parent.question:
        return 0.6
    if parent.deeds or parent.happenings or parent.highlights:
        return 0.95
    if parent.states or parent.things or parent.figures:
        return 0.75
    return 0.5 if parent.titled and not material.selling else 0


def make(material: Material) -> Iterator[Rewrite]:
    """Questions: clauses turned round first, then things; where the parent asks, what it leaves out."""
    parent = material.parent
    if parent is None:
        return
    if parent.question and not parent.only_title:
        if parent.question.asks in {"what", "view"}:  # a story that ends with "what would you have done?"
            yield from _about_choices(material, parent)
        yield from _to_the_asker(material, parent)
        return
    if not parent.only_title:
        yield from _about_clauses(material, parent)
        yield from _about_figures(material, parent)
        yield from _about_things(material, parent)
    if parent.titled:
        wordings = ABOUT_A_LESSON if parent.teaches and not material.selling else AROUND
        yield from map(Rewrite, material.write(wordings, **OPEN))


def _about_choices(material: Material, parent: Matter) -> Iterator[Rewrite]:
    for deed in parent.deeds:
        for kind in sorted(deed.kinds & {"chosen", "solved"}):
            for text in material.write(ABOUT_A_DEED[kind], **_forms(deed)):
                yield Rewrite(text, deed.start)


def _about_clauses(material: Material, parent: Matter) -> Iterator[Rewrite]:
    for deed in parent.deeds:
        for kind in sorted(deed.kinds & ABOUT_A_DEED.keys()):
            for text in material.write(ABOUT_A_DEED[kind], **_forms(deed)):
                yield Rewrite(text, deed.start)
    for highlight in parent.highlights:
        for text in material.write(ABOUT_A_HIGHLIGHT, thing=highlight.thing, label=highlight.label):
            yield Rewrite(text, highlight.start)
    for happening in parent.happenings:
        for text in material.write(ABOUT_A_HAPPENING, thing=happening.thing, base=happening.base):
            yield Rewrite(text, happening.start)
    other = blank("what you compare it with")
    for state in parent.states:
        parts = {"thing": state.thing, "quality": state.quality, "verb": state.verb, "other": other}
        parts["made"] = "made" if state.verb in {"was", "were"} else "makes"
        for text in material.write(ABOUT_A_STATE, **parts):
            yield Rewrite(text, state.start)


def _forms(deed: Deed) -> dict[str, str]:
    return {"base": deed.base, "past": deed.past, "gerund": deed.gerund}


def _about_figures(material: Material, parent: Matter) -> Iterator[Rewrite]:
    for figure in parent.figures[:1]:
        wordings = ABOUT_A_PRICE if figure.money else ABOUT_A_FIGURE
        case = blank("what you want to know of") if figure.money else blank("what may change it")
        yield from map(Rewrite, material.write(wordings, figure=figure.text, case=case))


def _about_things(material: Material, parent: Matter) -> Iterator[Rewrite]:
    for thing in (thing for thing in parent.things if not thing.person):
        wordings = ABOUT_THEIR_THING if thing.owned else ABOUT_ANY_THING
        does = "do" if thing.plural else "does"
        for text in material.write(wordings, thing=thing.text, does=does, **OPEN):
            yield Rewrite(text, thing.start)


def _to_the_asker(material: Material, parent: Matter) -> Iterator[Rewrite]:
    kind = parent.question.asks if parent.question else "matter"
    is_stuck = parent.personal and kind in {"way", "what", "where"}
    wordings = TO_WHOEVER_IS_STUCK if is_stuck else TO_WHOEVER_WEIGHS
    wordings = TO_WHOEVER_CHOOSES if kind in {"which", "either", "things"} else wordings
    wordings = TO_WHOEVER_WONDERS_WHY if kind == "why" else wordings
    parts = {
        "one": blank("one thing"),
        "other": blank("the other"),
        "needed": blank("what you need to know"),
        "work": blank("what comes to mind"),
        "do": blank("do what"),
    }
    yield from map(Rewrite, material.write(wordings, **parts))


move = Move(
    name="ask",
    frame=FRAME,
    why="A real question gives the others something to answer.",
    fits=fits,
    make=make,
    by_stance=BY_STANCE,
    parts=OPEN,
)
