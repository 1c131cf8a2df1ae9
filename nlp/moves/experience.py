"""Say when the writer met the same, and what came of it."""

from collections.abc import Iterator, Sequence

from nlp.blanks import blank
from nlp.moves._material import Material
from nlp.moves._move import Move, Rewrite

WITH_A_DEED = (
    "When I tried {deed}, I {did}, and {outcome}.",
    "What worked for me when {deed} was {way}, because {why}.",
    "I had a go at {deed} too: {tried}, and {outcome}.",
)
WITH_A_THING = (
    "What I've seen of {thing}: {seen}.",
    "My own experience with {thing}: {seen}.",
)
WITH_A_NAME = ("What I've seen of {thing}: {seen}.", "My own experience with {thing}: {seen}.")
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
    "I tried {tried}, and {outcome}.",
    "I came here for {wanted}, and {found}.",
    "I'll use this for {plan}, because {why}.",
)
SEEN_BEFORE = (
    "I've seen this {met}: {happened}.",
    "In my case {happened}, and {outcome}.",
    "I had this {met}: {happened}.",
)
REMINDED = (
    "This reminds me of {time}: {happened}.",
    "I know this from {where}: {happened}.",
    "It took me back to {time}: {happened}.",
)
NEARBY = (
    "Where I live, {nearby}.",
    "I've seen something like it {met}: {happened}.",
    "I remember when {happened}, and {outcome}.",
    "I've been following this {long}, and {learnt}.",
)
SINCE_THEN = (
    "I've now {done}, and {outcome}.",
    "Since then I {did}, and {outcome}.",
    "In the end I {did}, and {outcome}.",
)
BESIDE_OWN_WORDS = (
    "In my case, {happened}.",
    "I say so because {happened}.",
    "I once saw {saw}, and {outcome}.",
)
WORDINGS = {
    "way": UNDER_A_WAY, "what": UNDER_A_WAY, "why": UNDER_A_REASON, "which": UNDER_A_CHOICE,
    "either": UNDER_A_CHOICE, "things": UNDER_A_CHOICE, "where": UNDER_A_CHOICE,
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
    "cause": blank("what it was"),
    "time": blank("a time or place"),
    "met": blank("where or with what"),
    "nearby": blank("what you see of it"),
    "saw": blank("what you saw"),
    "long": blank("since when"),
    "learnt": blank("what you have seen"),
    "done": blank("done what"),
    "where": blank("where you met it"),
    "happened": blank("what happened"),
    "wanted": blank("what you were looking for"),
    "found": blank("what you found"),
    "plan": blank("what you want to do"),
}

FRAME = (
    "came case choose end experience following help helped know like live question remember "
    "reminds saw seen took tried use went worked"
)
"""Words of content that its wordings bring along."""


def fits(material: Material) -> float:
    """Best under agreement and bumps, where what happened to the writer is the missing fact."""
    if material.passes_on:
        return 0.05
    if material.selling:
        return 0.3 if material.parent else 0.1
    if material.disagrees:
        return 0.5
    return 0.9 if material.seen("agreement", "bump") else 0.65


def make(material: Material) -> Iterator[Rewrite]:
    """What the writer tried or saw, and what came of it, as blanks."""
    parent = material.parent
    if material.own_thread:
        yield from map(Rewrite, material.write(SINCE_THEN, **PARTS))
        return
    if material.goes_on and not material.passes_on:
        yield from map(Rewrite, material.write(BESIDE_OWN_WORDS, **PARTS))
    if material.seen("bump") and (parent is None or parent.question):
        yield from map(Rewrite, material.write(STILL_WAITING, **PARTS))
    if material.seen("agreement") and "same" in material.draft.lower():
        yield from map(Rewrite, material.write(SAME, **PARTS))
    if parent and parent.question:
        wordings = WORDINGS.get(parent.question.asks, SEEN_BEFORE)
        yield from map(Rewrite, material.write(wordings, **PARTS))
    if parent and parent.only_title:
        yield from map(Rewrite, material.write(_alone(material), **PARTS))
        return
    for deed in parent.deeds[-1:] if parent else ():
        if not deed.only_theirs:
            for text in material.write(WITH_A_DEED, deed=deed.gerund_unowned, **PARTS):
                yield Rewrite(text, deed.start)
    for thing in parent.things[::-1] if parent else ():
        if not (thing.person or thing.owned):
            wordings = WITH_A_NAME if thing.text[0].isupper() else WITH_A_THING
            for text in material.write(wordings, thing=thing.text, **PARTS):
                yield Rewrite(text, thing.start)
    yield from map(Rewrite, material.write(_alone(material), **PARTS))


def _alone(material: Material) -> Sequence[str]:
    """How it is told where nothing of the parent can be taken up."""
    parent = material.parent
    if parent and parent.teaches:
        return WITH_A_LESSON
    if material.passes_on or (parent and parent.only_title and parent.tells):
        return NEARBY
    told = parent is None or parent.only_title or parent.personal
    return REMINDED if told and not material.seen("agreement", "bump") else SEEN_BEFORE


move = Move(
    name="experience",
    frame=FRAME,
    why="What happened to you is what nobody else can add.",
    fits=fits,
    make=make,
)
