"""Ask a real question about something that the parent leaves open."""

from collections.abc import Iterator

from nlp.blanks import blank
from nlp.moves._material import Material
from nlp.moves._move import Move, Rewrite, apt
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
        "How did you come to {base}?",
    ),
    "told": (
        "What did you take away from {gerund}?",
        "What came next after you {past}?",
        "What went through your mind when you {past}?",
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
    "What surprised you most about {thing}?",
    "What would you change about {thing}?",
    "How did it go on with {thing}?",
)
ABOUT_ANY_THING = (
    "How much {does} {thing} matter for {other_case}?",
    "How would you compare {thing} with {other_one}?",
    "What would be different without {thing}?",
    "What surprised you most about {thing}?",
)
ABOUT_A_FIGURE = (
    "How does the {figure} compare with {other}?",
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
TO_WHOEVER_ASKS_ABOUT_A_THING = (
    "One question about {thing} first: {needed}?",
    "Before I say more about {thing}: {needed}?",
    "What have you tried with {thing} so far?",
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
    "Does anyone here know {know}?",
    "What do the rest of you make of {which}?",
    "How do others here see {which}?",
)
AROUND_A_THING = (
    "How would you compare {thing} with {other_one}?",
    "On {thing}, does anyone know {know}?",
    "What surprised the rest of you most about {thing}?",
)
AROUND_A_WORK = (
    "Is it only me, or does “{work}” sound a bit like {like}?",
    "What should I try after “{work}”? I'm thinking of {like}.",
    "How would you place “{work}” next to {like}?",
)
AROUND_A_SKILL = (
    "What do the rest of you find hardest when you {base}?",
    "Does anyone else get stuck at {where} when you {base}?",
    "How long did it take the rest of you to get good at {gerund}?",
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
    "like": blank("something it reminds you of"),
    "where": blank("which step"),
    "other_one": blank("one that you know"),
}

FRAME = (
    "away bit came change changed choose come compare deal different differently end explain "
    "far find good happen happens hardest help helped hold include know like little long look "
    "looked matter matters mean mind place question rest round scales sound start stuck "
    "surprised teach thing thinking time tipped tried try way went"
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
    else:
        yield from _about_a_title(material, parent)
    if parent.titled:
        wordings = ABOUT_A_LESSON if parent.teaches and not material.selling else AROUND
        yield from map(Rewrite, material.write(wordings, **OPEN))


def _about_a_title(material: Material, parent: Matter) -> Iterator[Rewrite]:
    """Where nothing but a title is known, all are asked, for its author may be nobody here."""
    if material.passes_on:
        return
    if parent.work:
        yield from map(Rewrite, material.write(AROUND_A_WORK, work=parent.work, **OPEN))
    if parent.skill:
        forms = {"base": parent.skill.base, "gerund": parent.skill.gerund}
        yield from map(Rewrite, material.write(AROUND_A_SKILL, **forms, **OPEN))
    yield from _about_clauses(material, parent)
    for thing in (thing for thing in parent.things if not thing.person):
        for text in material.write(AROUND_A_THING, thing=thing.text, **OPEN):
            yield Rewrite(text, thing.start)


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
        other = blank("the number you know")
        yield from map(Rewrite, material.write(wordings, figure=figure.text, case=case, other=other))


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
    for thing in (thing for thing in parent.things[:1] if not (thing.person or parent.only_title)):
        for text in material.write(TO_WHOEVER_ASKS_ABOUT_A_THING, thing=thing.text, **parts):
            yield Rewrite(text, thing.start)
    lines = material.write(wordings, **parts)
    yield from apt(lines) if is_stuck else map(Rewrite, lines)


move = Move(
    name="ask",
    frame=FRAME,
    why="A real question gives the others something to answer.",
    fits=fits,
    make=make,
    by_stance=BY_STANCE,
    parts=OPEN,
)
