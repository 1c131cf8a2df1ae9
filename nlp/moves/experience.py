"""Say when the writer met the same, and what came of it."""

import re

from nlp.blanks import blank
from nlp.moves._material import Material
from nlp.moves._move import Move

PERSON = re.compile(r"[A-Z][a-z]+(?: [A-Z][a-z]+)+")
WITH_SUBJECT = (
    "My own experience with {subject}: {tried}, and {outcome}.",
    "What I can add on {subject}: {tried}, and then {outcome}.",
    "On {subject}, from my side: {tried}, and {outcome}.",
    "Here is how it went for me with {subject}: {tried}, and {outcome}.",
)
SAME = (
    "Same here, with {setup}: {seen}.",
    "I see the same with {setup}: {seen}.",
)
STILL_WAITING = (
    "For whoever looks into it: I use {setup}, and {seen}.",
    "One more fact for this: with {setup}, {seen}.",
)
ALONE = (
    "My own experience: {tried}, and {outcome}.",
    "What I can add: {tried}, and {outcome}.",
    "Here is how it went for me: {tried}, and {outcome}.",
)


def fits(material: Material) -> float:
    """Best under agreement and bumps, where what happened to the writer is the missing fact."""
    if material.verdict != "me_too":
        return 0.3 if material.subjects else 0
    return 0.9 if {"agreement", "bump"} & set(material.flags) else 0.6


def make(material: Material) -> str | None:
    """What the writer tried or saw, and what came of it, as blanks."""
    subject, flag = material.subject(2), material.flags[0]
    if subject and PERSON.fullmatch(subject):
        subject = None
    tried, outcome = blank("what you tried"), blank("what came of it")
    setup, seen = blank("your version or set-up"), blank("what you see")
    if flag == "bump":
        return material.write(STILL_WAITING, setup=setup, seen=seen)
    if flag == "agreement" and "same" in material.draft.lower():
        return material.write(SAME, setup=setup, seen=seen)
    if subject:
        return material.write(WITH_SUBJECT, subject=subject, tried=tried, outcome=outcome)
    return material.write(ALONE, tried=tried, outcome=outcome)


move = Move(name="experience", why="What happened to you is what nobody else can add.", fits=fits, make=make)
