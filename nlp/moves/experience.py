"""Say when the writer met the same, and what came of it."""

from collections.abc import Iterator

from nlp.moves._experiences import (
    AS_QUOTED,
    BESIDE_OWN_QUESTION,
    BY_STANCE,
    FRAME,
    FROM_LIFE,
    ON_AGREEMENT,
    ON_REMARK,
    PARTS,
    REMINDED,
    SAME,
    SEEN_BEFORE,
    SEEN_BEFORE_ANYWHERE,
    SINCE_THEN,
    STILL_WAITING,
    USEFUL,
    WITH_A_DEED,
    WITH_A_LESSON,
    WITH_A_SKILL,
    WITH_A_SUBJECT,
    WITH_A_THING,
    WITH_A_WORK,
    WORDINGS,
)
from nlp.moves._material import Material
from nlp.moves._move import Move
from nlp.moves._phrases import CALLS, CIVIL, STATING, THANKS, TROUBLE
from nlp.moves._rewrite import Rewrite
from nlp.realising.matter import Matter

CAN_BE_TRIED = frozenset(("way", "what", "which", "things", "where", "either"))
"""What is asked for where whoever asks too may have tried something."""


def fits(material: Material) -> bool:
    """Where something may have happened to the writer that others can't know of."""
    if material.passes_on or (material.only_links and material.parent is None):
        return False
    if material.has_it_too and material.parent and CALLS.search(material.parent.text):
        return False
    return not _is_far_from(material)


def _is_far_from(material: Material) -> bool:
    """Whether only a title is known, of something that few have lived: then praise leads to no story."""
    parent = material.parent
    if parent is None or not parent.only_title or parent.teaches or parent.work or parent.question:
        return False
    if material.wishes or material.has_it_too:
        return False
    return not (material.goes_on or material.asks or material.agrees)


def make(material: Material) -> Iterator[Rewrite]:
    """What the writer tried or saw, and what came of it, as blanks."""
    parent = material.parent
    if material.seen("agreement") and "same" in material.draft.lower() and not _is_title(parent):
        yield from material.write(SAME, **PARTS)
    if material.has_it_too:
        yield from _waiting(material)
    if material.remark and _rests_on_life(material):
        opinion = ON_AGREEMENT if material.agrees else ON_REMARK
        yield from material.write(opinion, own=material.remark, **PARTS)
    if parent and parent.question:
        wordings = WORDINGS.get(parent.question.asks, ())
        if material.has_it_too and not material.has_same_trouble:
            wordings = BESIDE_OWN_QUESTION if parent.question.asks in CAN_BE_TRIED else SEEN_BEFORE_ANYWHERE
        elif material.agrees:
            wordings = wordings or SEEN_BEFORE
        elif parent.question.asks == "why":
            wordings = ()
        yield from material.write(wordings, **PARTS)
    lived = parent is not None and material.agrees and (material.has_same_trouble or not material.has_it_too)
    for quote in (quote for quote in parent.quotes if quote.claims) if parent and lived else ():
        yield from material.write(AS_QUOTED, quote, quote=quote.text, **PARTS)
    if parent and parent.only_title:
        if parent.work:
            yield from material.write_behind_remark(WITH_A_WORK, work=parent.work, **PARTS)
        if parent.skill:
            yield from material.write(WITH_A_SKILL, gerund=parent.skill.gerund, **PARTS)
        for thing in (thing for thing in material.things[:1] if not (thing.person or thing.owned)):
            taught = parent.teaches and thing.text[0].isupper()
            yield from material.write(
                WITH_A_SUBJECT if taught else WITH_A_THING, thing, thing=thing.text, **PARTS
            )
        yield from material.write_behind_remark(_alone(material), **PARTS)
        return
    for deed in parent.deeds[-1:] if parent else ():
        if not deed.only_theirs:
            yield from material.write(WITH_A_DEED, deed, deed=deed.gerund_unowned, **PARTS)
    explained = parent is not None and _explains(parent) and material.seen("praise", "thanks")
    for thing in material.things[::-1] if parent and not explained else ():
        if not (thing.person or thing.owned):
            yield from material.write(WITH_A_THING, thing, thing=thing.text, **PARTS)
    yield from material.write_behind_remark(_alone(material), **PARTS)


def _rests_on_life(material: Material) -> bool:
    """Whether a remark may rest on what its writer has lived: no call, praise or thanks do."""
    calls_out = material.seen("reaction", "praise", "thanks", "bump")
    if material.bids or not (material.agrees or STATING.search(material.draft)):
        return False
    if material.praises or CIVIL.search(material.draft):
        return False
    return not (calls_out or material.has_it_too or material.is_asked or THANKS.search(material.draft))


def _alone(material: Material) -> tuple[str, ...]:
    """How it is told where nothing of the parent can be taken up."""
    parent = material.parent
    if parent and parent.teaches:
        return WITH_A_LESSON
    if material.is_asked and not material.has_same_trouble:
        return ()
    if material.agrees and not (parent and parent.only_title):
        return SEEN_BEFORE if _tells_of_trouble(material) else SEEN_BEFORE_ANYWHERE
    if parent is None and THANKS.search(material.draft):
        return SINCE_THEN
    if parent is None and (material.remark or not material.seen("reaction", "agreement")):
        return ()
    if parent is None or parent.work or (parent.story and not parent.only_title):
        return REMINDED
    if _explains(parent) and material.seen("praise", "thanks"):
        return USEFUL
    return FROM_LIFE if material.agrees or material.goes_on else ()


def _waiting(material: Material) -> Iterator[Rewrite]:
    """Who waits for an answer asks too; who waits for news of something says what they see of it."""
    for rewrite in material.write(STILL_WAITING, **PARTS):
        if rewrite.wording.startswith("It may help") != material.is_asked:
            yield rewrite


def _tells_of_trouble(material: Material) -> bool:
    """Whether something went wrong that others may have had too."""
    return material.has_same_trouble or bool(material.parent and TROUBLE.search(material.parent.text))


def _explains(parent: Matter) -> bool:
    """Whether a parent speaks of things, and not of its writer."""
    return bool(parent.things) and not (parent.only_title or parent.personal)


def _is_title(parent: Matter | None) -> bool:
    return parent is not None and parent.only_title


move = Move(
    name="experience",
    frame=FRAME,
    why="What happened to you is what nobody else can add.",
    fits=fits,
    make=make,
    by_stance=BY_STANCE,
    parts=PARTS,
)
