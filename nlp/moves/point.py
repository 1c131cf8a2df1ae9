"""Take up one specific thing of the parent and say what it means to the writer."""

from collections.abc import Iterator

from nlp.moves._material import Material
from nlp.moves._move import Move
from nlp.moves._phrases import CALLS, INTERJECTION, OF_SOMEBODY, THANKS
from nlp.moves._points import (
    AGREEMENT_ON_A_THING,
    ANYTHING,
    BY_STANCE,
    FRAME,
    IN_SHORT,
    LINK,
    LINK_BEHIND_OWN_WORDS,
    LINK_ON_A_THING,
    NEWS,
    OFFER,
    ON_A_DEED,
    ON_A_HAPPENING,
    ON_A_HIGHLIGHT,
    ON_A_SKILL,
    ON_A_STATE,
    ON_A_STRIKING_THING,
    ON_A_SUBJECT,
    ON_A_THING,
    ON_A_WORK,
    ON_AGREEMENT,
    ON_FUNNY_WORDS,
    ON_INTERJECTION,
    ON_PRAISE,
    ON_REMARK,
    ON_THEIR_THING,
    ON_WORDS,
    PARTS,
    PRAISE,
    PRAISE_OF_SOMEBODY,
    PRAISE_ON_A_THING,
    REACTION,
    REMARK_ON_A_WORK,
    REMINDED_BEHIND_REMARK,
)
from nlp.moves._rewrite import Rewrite
from nlp.realising.matter import Matter
from nlp.realising.things import Thing

FEWEST_WORDS = 8
"""Words of a parent that has parts."""


def fits(material: Material) -> bool:
    """Nearly everywhere: praise, thanks and reactions can always say of what."""
    if material.seen("bare_link") or material.bare_link or not material.has_it_too:
        return True
    return bool(material.parent and material.parent.things)


def make(material: Material) -> Iterator[Rewrite]:
    """One thing, and why it matters, which only the writer knows."""
    parent = material.parent
    if "brings_a_link" in material.stances:
        yield from _with_a_link(material, parent)
        if parent is None or material.passes_on:
            return
    if parent is None or parent.only_title:
        yield from _on_the_remark(material)
    if parent and parent.only_title:
        yield from _about_a_title(material, parent)
    if parent and not parent.only_title:
        if not parent.question:
            yield from _about_clauses(material, parent)
        yield from _on_the_remark(material)
        yield from _about_things(material, material.things)
        wordings = ON_FUNNY_WORDS if material.seen("reaction") else ON_WORDS
        thanks = material.remark and THANKS.search(material.remark)
        for quote in () if thanks or material.is_asked else parent.quotes:
            if not (quote.opens and (material.praises or material.selling)):
                yield from material.write(wordings, quote, quote=quote.text, **PARTS)
    if material.selling and not material.kept and parent is None and not material.only_begs:
        wordings = OFFER if material.own_thing or material.seen("hard_sell") else IN_SHORT
        yield from material.write(wordings, **PARTS)
    if material.selling and material.kept:
        yield from material.write(NEWS, **PARTS)
    if _has_parts(material):
        yield from material.write_behind_remark(_alone(material), **PARTS)


def _has_parts(material: Material) -> bool:
    """Whether there is something of which a part can be liked: no question, own pitch or few words."""
    parent = material.parent
    if material.selling and (material.kept or parent is None):
        return False
    if parent is None or parent.only_title:
        return True
    if material.is_asked or CALLS.search(parent.text):
        return False
    return parent.titled or parent.length >= FEWEST_WORDS or "://" in parent.text


def _alone(material: Material) -> tuple[str, ...]:
    """How one part is taken up, by how the draft speaks of the whole."""
    if material.seen("praise"):
        said = material.remark or material.draft
        return PRAISE_OF_SOMEBODY if OF_SOMEBODY.search(said) else PRAISE
    return REACTION if material.seen("reaction") and not material.agrees else ANYTHING


def _on_the_remark(material: Material) -> Iterator[Rewrite]:
    """The draft's own remark, and what it rests on."""
    remark = material.remark
    if remark is None or THANKS.search(remark) or material.is_asked:
        return
    wordings: tuple[str, ...] = ON_REMARK if material.explainable else ()
    yield from _on_the_remark_and_its_matter(material, remark)
    if INTERJECTION.fullmatch(remark):
        wordings = ON_INTERJECTION if _has_parts(material) else ()
    elif material.praises and not material.bids:
        wordings = ON_PRAISE if material.explainable else ()
    elif material.agrees and not material.bids:
        wordings = ON_AGREEMENT
    for rewrite in material.write(wordings, own=remark, **PARTS):
        if "most of all" not in rewrite.wording or _can_be_most(material, remark):
            yield rewrite
    if material.explainable and material.parent and material.parent.work:
        yield from material.write(REMARK_ON_A_WORK, own=remark, **PARTS)
    yield from material.write(REMINDED_BEHIND_REMARK, own=remark, **PARTS)


def _can_be_most(material: Material, remark: str) -> bool:
    """Whether "most of all" can follow: behind a short word on something that has parts."""
    return "," not in remark and not OF_SOMEBODY.search(remark) and _has_parts(material)


def _on_the_remark_and_its_matter(material: Material, remark: str) -> Iterator[Rewrite]:
    """The remark, and the thing that it is meant for."""
    parent = material.parent
    wordings: tuple[str, ...] = AGREEMENT_ON_A_THING if material.agrees and not material.bids else ()
    if material.praises:
        fits_behind = material.explainable and _can_be_most(material, remark)
        wordings = PRAISE_ON_A_THING if fits_behind else ()
    for thing in parent.things if parent and not parent.only_title else ():
        if not thing.person:
            for rewrite in material.write(wordings, thing, own=remark, thing=thing.text, **PARTS):
                if " about {thing}" not in rewrite.wording or (parent and parent.is_long):
                    yield rewrite


def _with_a_link(material: Material, parent: Matter | None) -> Iterator[Rewrite]:
    link = material.links[0]
    for thing in parent.things if parent and not material.passes_on else ():
        yield from material.write(LINK_ON_A_THING, thing, link=link, thing=thing.text, **PARTS)
    wordings = LINK_BEHIND_OWN_WORDS if material.kept else LINK
    yield from material.write(wordings, link=link, **PARTS)


def _about_a_title(material: Material, parent: Matter) -> Iterator[Rewrite]:
    if parent.work:
        yield from material.write_behind_remark(ON_A_WORK, work=parent.work, **PARTS)
    if parent.skill:
        yield from material.write(ON_A_SKILL, gerund=parent.skill.gerund, **PARTS)
    yield from _about_clauses(material, parent)
    yield from _about_things(material, material.things)


def _about_things(material: Material, things: tuple[Thing, ...]) -> Iterator[Rewrite]:
    for thing in (thing for thing in things if not thing.person):
        wordings = ON_THEIR_THING if thing.owned else ON_A_THING
        if material.parent and material.parent.only_title:
            wordings = ON_A_SUBJECT
        if material.seen("reaction"):
            wordings = ON_A_STRIKING_THING
        for rewrite in material.write(wordings, thing, thing=thing.text, **PARTS):
            if not rewrite.wording.startswith("The part") or (material.parent and material.parent.is_long):
                yield rewrite


def _about_clauses(material: Material, parent: Matter) -> Iterator[Rewrite]:
    for highlight in parent.highlights:
        parts = {"thing": highlight.thing, "label": highlight.label, **PARTS}
        parts["was"] = "were" if highlight.plural else "was"
        yield from material.write(ON_A_HIGHLIGHT, highlight, **parts)
    for happening in parent.happenings:
        yield from material.write(
            ON_A_HAPPENING, happening, thing=happening.thing, gerund=happening.gerund, **PARTS
        )
    for state in parent.states:
        parts = {"thing": state.thing, "quality": state.quality, "verb": state.verb, **PARTS}
        yield from material.write(ON_A_STATE, state, **parts)
    for deed in parent.deeds:
        yield from material.write(ON_A_DEED, deed, gerund=deed.gerund, past=deed.past, **PARTS)


move = Move(
    name="point",
    frame=FRAME,
    why="It takes up one thing by name, so the others know what you mean.",
    fits=fits,
    make=make,
    by_stance=BY_STANCE,
    parts=PARTS,
)
