"""Say when the writer met the same, and what came of it."""

from collections.abc import Iterator, Sequence

from nlp.blanks import blank
from nlp.moves._material import Material
from nlp.moves._move import Move, Rewrite, apt, on_remark
from nlp.moves._phrases import CIVIL, STATING, THANKS
from nlp.moves._stance import Stance
from nlp.realising.matter import Matter

WITH_A_DEED = (
    "When I tried {deed}, I {did}, and {outcome}.",
    "What worked for me when {deed} was {way}, because {why}.",
    "I had a go at {deed} too: {tried}, and {outcome}.",
)
WITH_A_THING = (
    "I've dealt with {thing} too: {happened}.",
    "My own experience with {thing}: {met_with}.",
)
WITH_A_SKILL = (
    "When I last tried {gerund}, I {did}, and {outcome}.",
    "With {gerund}, I got stuck at {where_stuck} until I {did}.",
)
WITH_A_SUBJECT = (
    "I need {thing} for {plan}, and {outcome}.",
    "I came to {thing} from {wanted}, and {found}.",
    "My first go at {thing}: {met_with}.",
)
WITH_A_WORK = (
    "“{work}” takes me back to {time}: {happened}.",
    "I know “{work}” from {where}: {happened}.",
)
SAME = (
    "Same here, with {setup}: {seen}.",
    "I see the same with {setup}: {seen}.",
    "Same for me with {setup}: {seen}.",
)
STILL_WAITING = (
    "I'd like to know too. I have {setup}, and {seen}.",
    "Same question from me: with {setup}, {seen}.",
    "It may help to know that with {setup}, {seen}.",
)
UNDER_A_WAY = (
    "What worked for me was {way}, because {why}.",
    "When I had to do this, I {did}, and {outcome}.",
    "I {did}, and {outcome}.",
)
UNDER_A_REASON = (
    "In my case it was {cause}, and {outcome}.",
    "When I had that, it was {cause}. What helped was {way}.",
)
UNDER_A_CHOICE = (
    "I went with {choice}, and {outcome}.",
    "When I had to choose, {choice} it was, and {outcome}.",
)
WITH_A_LESSON = (
    "I came here for {wanted}, and {found}.",
    "I'll use this for {plan}, because {why}.",
)
AS_QUOTED = (
    "“{quote}” is what I've seen {met} too: {happened}.",
    "“{quote}”: it was like that {met} too, and {happened}.",
)
SEEN_BEFORE = (
    "I've seen this {met}: {happened}.",
    "In my case {happened}, and {outcome}.",
    "I had this {met}: {happened}.",
)
ON_REMARK = (
    "{own}. I say so because {happened}.",
    "{own}. What makes me say so: {happened}.",
)
ON_AGREEMENT = (
    "{own}. I've seen it {met}: {happened}.",
    "{own}. It was like that {met} too: {happened}.",
)
REMINDED = (
    "This reminds me of {time}: {happened}.",
    "Something like that happened to me {when}: {happened}.",
    "It took me back to {time}: {happened}.",
)
FROM_LIFE = (
    "In my experience, {learnt}.",
    "From what I've seen, {learnt}.",
    "As far as I've seen it, {learnt}.",
)
USEFUL = (
    "I was looking for {wanted}, and {found}.",
    "I can use this for {plan}, because {why}.",
)
SINCE_THEN = (
    "I've now {done}, and {outcome}.",
    "Since then I {did}, and {outcome}.",
    "In the end I {did}, and {outcome}.",
)
WISHED_FOR = (
    "I'd use it for {plan}, because {why}.",
    "What I need it for: {plan}.",
    "Until now I {did} instead, and {outcome}.",
)
BESIDE_OWN_QUESTION = (
    "So far I've tried {tried}, and {outcome}.",
    "I have {setup}, and {seen}.",
)
BESIDE_OWN_WORDS = (
    "I say so because {happened}.",
    "What makes me say so: {happened}.",
)
BY_STANCE: dict[Stance, tuple[str, ...]] = {
    "wishes": WISHED_FOR,
    "asks": BESIDE_OWN_QUESTION,
    "own_thread": SINCE_THEN,
    "goes_on": BESIDE_OWN_WORDS,
    "answers_on": BESIDE_OWN_WORDS,
}
WORDINGS = {
    "way": UNDER_A_WAY, "what": UNDER_A_WAY, "why": UNDER_A_REASON, "which": UNDER_A_CHOICE,
    "things": UNDER_A_CHOICE, "where": UNDER_A_CHOICE,
}  # fmt: skip
"""What is told, by what the parent asks for."""
PARTS = {
    "choice": blank("what you chose"),
    "did": blank("did what"),
    "tried": blank("what you tried"),
    "way": blank("what you did"),
    "why": blank("why"),
    "outcome": blank("what came of it"),
    "setup": blank("what you have or use"),
    "seen": blank("what you see"),
    "met_with": blank("what you saw"),
    "cause": blank("what it was"),
    "time": blank("a time or place"),
    "met": blank("where or with what"),
    "learnt": blank("what you have seen"),
    "done": blank("done what"),
    "where": blank("where you met it"),
    "when": blank("when or where"),
    "where_stuck": blank("which step"),
    "happened": blank("what happened"),
    "wanted": blank("what you were looking for"),
    "found": blank("what you found"),
    "plan": blank("what you want to do"),
}

FRAME = (
    "came case choose dealt end experience far got happened help helped instead know like "
    "looking makes need question reminds seen stuck takes took tried use went worked"
)
"""Words of content that its wordings bring along."""


def fits(material: Material) -> float:
    """Best under agreement and bumps, where what happened to the writer is the missing fact."""
    if material.passes_on or material.only_links or _is_far_from(material):
        return 0
    if material.selling:
        return 0.3 if material.parent else 0.1
    if material.disagrees:
        return 0.5
    return 0.9 if material.seen("agreement", "bump") else 0.65


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
        yield from apt(material.write(SAME, **PARTS))
    if material.has_it_too:
        yield from apt(material.write(STILL_WAITING, **PARTS))
    if material.remark and _rests_on_life(material):
        opinion = ON_AGREEMENT if material.agrees else ON_REMARK
        yield from on_remark(material, material.write(opinion, own=material.remark, **PARTS))
    if parent and parent.question:
        wordings = WORDINGS.get(parent.question.asks, ())
        if material.agrees:
            wordings = wordings or SEEN_BEFORE
        elif parent.question.asks == "why":
            wordings = ()
        yield from apt(material.write(wordings, **PARTS))
    for quote in (quote for quote in parent.quotes if quote.claims) if parent and material.agrees else ():
        for text in material.write(AS_QUOTED, quote=quote.text, **PARTS):
            yield Rewrite(text, quote.start)
    if parent and parent.only_title:
        if parent.work:
            yield from map(Rewrite, material.write(WITH_A_WORK, work=parent.work, **PARTS))
        if parent.skill:
            yield from map(Rewrite, material.write(WITH_A_SKILL, gerund=parent.skill.gerund, **PARTS))
        for thing in (thing for thing in material.things[:1] if not (thing.person or thing.owned)):
            taught = parent.teaches and thing.text[0].isupper()
            for text in material.write(WITH_A_SUBJECT if taught else WITH_A_THING, thing=thing.text, **PARTS):
                yield Rewrite(text, thing.start)
        yield from map(Rewrite, material.write_behind_remark(_alone(material), **PARTS))
        return
    for deed in parent.deeds[-1:] if parent else ():
        if not deed.only_theirs:
            for text in material.write(WITH_A_DEED, deed=deed.gerund_unowned, **PARTS):
                yield Rewrite(text, deed.start)
    explained = parent is not None and _explains(parent) and material.seen("praise", "thanks")
    for thing in material.things[::-1] if parent and not explained else ():
        if not (thing.person or thing.owned):
            for text in material.write(WITH_A_THING, thing=thing.text, **PARTS):
                yield Rewrite(text, thing.start)
    yield from map(Rewrite, material.write_behind_remark(_alone(material), **PARTS))


def _rests_on_life(material: Material) -> bool:
    """Whether a remark may rest on what its writer has lived: no call, praise or thanks do."""
    calls_out = material.seen("reaction", "praise", "thanks", "bump")
    if material.bids or not (material.agrees or STATING.search(material.draft)):
        return False
    if material.praises or CIVIL.search(material.draft):
        return False
    return not (calls_out or material.has_it_too or material.is_asked or THANKS.search(material.draft))


def _alone(material: Material) -> Sequence[str]:
    """How it is told where nothing of the parent can be taken up."""
    parent = material.parent
    if parent and parent.teaches:
        return WITH_A_LESSON
    if material.agrees and not (parent and parent.only_title):
        return SEEN_BEFORE
    if parent is None and THANKS.search(material.draft):
        return SINCE_THEN
    if parent is None and (material.remark or not material.seen("reaction", "agreement")):
        return ()
    if parent is None or parent.work or (parent.story and not parent.only_title):
        return REMINDED
    if _explains(parent) and material.seen("praise", "thanks"):
        return USEFUL
    return FROM_LIFE if material.agrees or material.goes_on else ()


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
