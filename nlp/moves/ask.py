"""Ask a real question about something that the parent leaves open."""

from collections.abc import Iterator

from nlp.blanks import blank
from nlp.moves._material import Material
from nlp.moves._move import Move
from nlp.moves._phrases import INTERJECTION, THANKS
from nlp.moves._questions import (
    ABOUT_A_DEED,
    ABOUT_A_FIGURE,
    ABOUT_A_HAPPENING,
    ABOUT_A_HIGHLIGHT,
    ABOUT_A_LESSON,
    ABOUT_A_PRICE,
    ABOUT_A_STATE,
    ABOUT_ANY_THING,
    ABOUT_THEIR_THING,
    AROUND_A_SKILL,
    AROUND_A_THING,
    AROUND_A_WORK,
    BY_STANCE,
    FRAME,
    ON_A_VIEW,
    ON_PRAISE,
    OPEN,
    TO_WHOEVER_ASKS_ABOUT_A_THING,
    TO_WHOEVER_CHOOSES,
    TO_WHOEVER_IS_STUCK,
    TO_WHOEVER_WEIGHS,
    TO_WHOEVER_WONDERS_WHY,
)
from nlp.moves._rewrite import Rewrite
from nlp.moves._told import is_told
from nlp.realising.deeds import Deed
from nlp.realising.matter import Matter


def fits(material: Material) -> bool:
    """Where a clause can be turned round, a thing asked about, or whoever asks be asked back."""
    parent = material.parent
    if parent is None or material.asks or material.disagrees:
        return False
    if material.selling and parent.only_title and not parent.work:
        return False
    if material.own_thread or parent.question or parent.deeds or parent.happenings or parent.highlights:
        return True
    if parent.states or parent.things or parent.figures:
        return True
    return (parent.titled or bool(parent.quotes)) and not material.selling


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
        if not (material.remark and THANKS.search(material.remark)):
            yield from _about_figures(material, parent)
        yield from _on_the_remark(material)
        yield from _about_things(material)
    else:
        yield from _about_a_title(material, parent)
        yield from _on_the_remark(material)
    if parent.teaches and not material.selling:
        yield from material.write_behind_remark(ABOUT_A_LESSON, **OPEN)


def _about_a_title(material: Material, parent: Matter) -> Iterator[Rewrite]:
    """Where nothing but a title is known, all are asked, for its author may be nobody here."""
    if material.passes_on:
        return
    if parent.work:
        yield from material.write(AROUND_A_WORK, work=parent.work, **OPEN)
    if parent.skill:
        forms = {"base": parent.skill.base, "gerund": parent.skill.gerund}
        yield from material.write(AROUND_A_SKILL, **forms, **OPEN)
    yield from _about_clauses(material, parent)
    for thing in (thing for thing in material.things if not thing.person):
        yield from material.write(AROUND_A_THING, thing, thing=thing.text, **OPEN)


def _on_the_remark(material: Material) -> Iterator[Rewrite]:
    """The draft's own remark, as one that others may see otherwise."""
    remark = material.remark
    if remark is None or THANKS.search(remark) or INTERJECTION.fullmatch(remark) or material.bids:
        return
    parent = material.parent
    if material.praises and parent and (parent.teaches or not parent.only_title):
        yield from material.write(ON_PRAISE, own=remark, **OPEN)
    has_a_view = not (material.praises or material.agrees or material.seen("reaction"))
    if has_a_view and " " in remark and parent and parent.only_title:
        yield from material.write(ON_A_VIEW, own=remark, **OPEN)


def _about_choices(material: Material, parent: Matter) -> Iterator[Rewrite]:
    for deed in parent.deeds:
        for kind in sorted(deed.kinds & {"chosen", "solved"}):
            yield from _about_a_deed(material, parent, deed, kind)


def _about_clauses(material: Material, parent: Matter) -> Iterator[Rewrite]:
    for deed in parent.deeds:
        for kind in sorted(deed.kinds & ABOUT_A_DEED.keys()):
            yield from _about_a_deed(material, parent, deed, kind)
    for highlight in parent.highlights:
        yield from material.write(ABOUT_A_HIGHLIGHT, highlight, thing=highlight.thing, label=highlight.label)
    for happening in parent.happenings:
        yield from material.write(ABOUT_A_HAPPENING, happening, thing=happening.thing, base=happening.base)
    other = blank("what you compare it with")
    for state in parent.states:
        parts = {"thing": state.thing, "quality": state.quality, "verb": state.verb, "other": other}
        parts["made"] = "made" if state.verb in {"was", "were"} else "makes"
        yield from material.write(ABOUT_A_STATE, state, **parts)


def _about_a_deed(material: Material, parent: Matter, deed: Deed, kind: str) -> Iterator[Rewrite]:
    forms = {"base": deed.base, "past": deed.past, "gerund": deed.gerund}
    for rewrite in material.write(ABOUT_A_DEED[kind], deed, **forms):
        if not is_told(rewrite.wording, deed, parent):
            yield rewrite


def _about_figures(material: Material, parent: Matter) -> Iterator[Rewrite]:
    for figure in parent.figures[:1]:
        wordings = ABOUT_A_PRICE if figure.money else ABOUT_A_FIGURE
        case = blank("what you want to know of") if figure.money else blank("what may change it")
        other = blank("the number you know")
        yield from material.write(wordings, figure=figure.text, case=case, other=other)


def _about_things(material: Material) -> Iterator[Rewrite]:
    for thing in (thing for thing in material.things if not thing.person):
        wordings = ABOUT_THEIR_THING if thing.owned else ABOUT_ANY_THING
        does = "do" if thing.plural else "does"
        yield from material.write(wordings, thing, thing=thing.text, does=does, **OPEN)


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
        yield from material.write(TO_WHOEVER_ASKS_ABOUT_A_THING, thing, thing=thing.text, **parts)
    yield from material.write(wordings, **parts)


move = Move(
    name="ask",
    frame=FRAME,
    why="A real question gives the others something to answer.",
    fits=fits,
    make=make,
    by_stance=BY_STANCE,
    parts=OPEN,
)
