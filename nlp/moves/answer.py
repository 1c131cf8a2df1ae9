"""Answer: where the parent asks something, take the question up in its own words."""

from collections.abc import Iterator

from nlp.blanks import blank
from nlp.moves._material import Material
from nlp.moves._move import Move
from nlp.moves._rewrite import Rewrite
from nlp.realising.matter import Matter

WITH_OPENING = {
    "way": (
        "{opening}, start with {first}, then {next}.",
        "{opening}: {steps}, and watch out for {trap}.",
        "{opening}, I'd go with {what}, because {why}.",
    ),
    "which": ("{opening}: {which}, because {why}.", "{opening}: {which}. The reason: {why}."),
    "what": ("{opening}: {what}, because {why}.", "{opening}: {what}. The reason: {why}."),
    "why": (
        "{opening}: my guess is {cause}, because {seen}.",
        "{opening}: most likely {cause}, going by {seen}.",
    ),
    "yes_no": (
        "{opening}, I'd say {yes_no}, because {why}.",
        "{opening}, my answer is {yes_no}, going by {seen}.",
    ),
    "either": ("{opening}, I'd go for {which}, because {why}.", "{opening} I'd take {which}: {why}."),
    "where": ("{opening}, try {place}, because {why}.", "{opening}, {place} is worth a look: {why}."),
    "view": ("{opening}: {view}, because {why}.", "{opening}, my view is that {view}, since {why}."),
    "matter": ("{opening}: {answer}, as I know from {how}.", "{opening}: {answer}, going by {seen}."),
}
WITHOUT = {
    "way": (
        "Start with {first}, then {next}.",
        "What I'd do first is {what}, because {why}.",
        "I'd go about it like this: {steps}.",
    ),
    "which": ("I'd go for {which}, because {why}.", "My pick is {which}: {why}."),
    "what": ("In my case {what}, because {why}.", "I'd say {what}, because {why}."),
    "why": (
        "My guess at the reason is {cause}, because {seen}.",
        "The likely reason is {cause}, going by {seen}.",
        "I'd look at {cause} first, because {seen}.",
    ),
    "amount": (
        "For me it's {number}, with {setup}.",
        "I'd count on {number}, given {setup}.",
        "About {number}, going by {seen}.",
    ),
    "yes_no": (
        "As far as I know, {yes_no}: {why}.",
        "I'd say {yes_no}, going by {seen}.",
        "My short answer is {yes_no}, because {why}.",
    ),
    "either": ("Between them I'd take {which}, because {why}.", "I'd go for {which}, because {why}."),
    "where": ("Try {place}, because {why}.", "I'd look at {place} first: {why}."),
    "view": ("My view: {view}, because {why}.", "I'd say {view}, because {why}."),
    "matter": (
        "My answer would be {answer}, because {why}.",
        "As far as I know, {answer}, going by {seen}.",
        "What I know is that {answer}, from {how}.",
    ),
}
ABOUT_A_THING = (
    "As for {thing}, {answer}, because {why}.",
    "When it comes to {thing}, {answer}, going by {seen}.",
)
PARTS = {
    "first": "the first step",
    "next": "what comes next",
    "steps": "the steps that work for you",
    "trap": "what can go wrong",
    "what": "what you'd use or do",
    "which": "which one",
    "why": "why",
    "cause": "the cause you suspect",
    "seen": "what you saw or read",
    "number": "your number",
    "setup": "what it depends on",
    "yes_no": "yes or no",
    "place": "the place",
    "view": "your view",
    "answer": "your answer",
    "how": "where you know it from",
}
HINTS = {name: blank(hint) for name, hint in PARTS.items()}

FRAME = (
    "answer case comes count far given going guess know like likely look pick reason short "
    "start try view watch worth"
)
"""Words of content that its wordings bring along."""


def fits(material: Material) -> bool:
    """Under a question, unless things are asked for, which recommending answers."""
    question = material.parent.question if material.parent else None
    if question is None or question.asks == "things" or material.own_thread or material.passes_on:
        return False
    if material.has_it_too:
        return False
    if material.parent and material.parent.only_title and not question.opening:
        return question.asks not in {"matter", "yes_no"}
    return True


def make(material: Material) -> Iterator[Rewrite]:
    """The question's own words, or the thing that it asks about, and the answer as a blank."""
    parent = material.parent
    question = parent.question if parent else None
    if parent is None or question is None:
        return
    if question.opening and question.asks in WITH_OPENING:
        opening = question.opening.lower() if _is_plain(question.opening, material) else question.opening
        yield from material.write(WITH_OPENING[question.asks], question, opening=opening, **HINTS)
    if question.asks in {"matter", "view"}:
        yield from _about_its_thing(material, parent)
    wordings = WITHOUT.get(question.asks, WITHOUT["matter"])
    yield from material.write(wordings, question, **HINTS)


def _is_plain(opening: str, material: Material) -> bool:
    """Whether a writer without capitals can have the question's words without any too."""
    return material.voice.small and opening[1:] == opening[1:].lower()


def _about_its_thing(material: Material, parent: Matter) -> Iterator[Rewrite]:
    question = parent.question
    inside = [thing for thing in parent.things if question and question.start <= thing.start < question.end]
    for thing in inside[:1]:
        yield from material.write(ABOUT_A_THING, thing, thing=thing.text, **HINTS)


move = Move(
    name="answer",
    frame=FRAME,
    why="It takes up what was asked, so whoever asked gets something.",
    fits=fits,
    make=make,
)
