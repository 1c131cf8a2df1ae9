"""What a parent's writer did or does, as pieces that can be said to them: "move your queue to Postgres".

Only statements count: no question, no condition, no denial, nothing under a modal verb.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from nlp.language import is_question, subject
from nlp.language.clauses import COORDINATED, relation
from nlp.realising import persons, phrases, verbs
from nlp.realising.lists import listed
from nlp.realising.phrases import without_time
from nlp.realising.prose import is_prose

PERFECT = frozenset(("have", "'ve", "\u2019ve", "ve"))
GOES_ON = frozenset(("and", "then", "but", ",", "&"))
"""What stands before a second verb of the same doer: "I sold my car and bought a bike"."""
WONDERS = frozenset(("why", "how", "what", "when", "where"))
"""What stands before a deed that is announced and not told: "why I left my job"."""
REPEATED = frozenset(("twice", "times"))
"""What was done more than once is no choice to ask about."""
LEAD_TO = frozenset(("decide", "manage", "choose"))
"""Verbs that lead to what was done: "we decided to move"."""
WORTH = {"chosen": 0.6, "solved": 0.5, "made": 0.5, "told": 0.2, "kept": 0.1, "changed": 0.0}
"""A choice is worth more than a habit."""


@dataclass(frozen=True)
class Deed:
    """What was done, in the forms that sentences need."""

    kinds: frozenset[str]
    """How it can be asked about: classes of `verbs.txt`; "kept" alone for what is done again and again."""
    base: str
    past: str
    """As it is told: "moved your queue"; of what goes on, "keep the starter warm"."""
    gerund: str
    gerund_unowned: str
    """The same of nobody's thing: "moving the queue to Postgres"."""
    only_theirs: bool
    """Whether it tells of one occasion, with a number or thing of their own, or of nothing to go at."""
    sentence: str
    """The whole sentence that tells it, as written."""
    start: int
    worth: float


def deeds(parent: Doc) -> Iterator[Deed]:
    """What the writer of the parent did or does."""
    spoken = {token.lower_ for token in parent}
    personal = not spoken.isdisjoint(persons.TO_THE_READER)
    for verb in parent:
        base = verbs.base_of(verb.lower_)
        if base is None or verb.pos_ not in ("VERB", "AUX") or not (states(verb) and is_claimed(verb)):
            continue
        start = _start_of(verb, base, personal)
        if start is not None and (deed := _deed(verb, base, start)) is not None:
            yield deed


def is_claimed(verb: Token) -> bool:
    """Whether a verb is what its sentence says, alone or beside others, and no reason or time for it."""
    while verb.dep_ in COORDINATED:
        verb = verb.head
    return verb.dep_ == "ROOT"


def states(word: Token) -> bool:
    """Whether the word's sentence states something in plain prose, in its writer's own words."""
    if not is_prose(word):
        return False
    sentence = phrases.sentence_of(word)
    return not is_question(sentence) and not any(token.text in phrases.QUOTES for token in sentence)


def _start_of(verb: Token, base: str, personal: bool) -> int | None:
    """Where the clause begins whose doer is the parent's writer; None where it is another or unclear."""
    place, first = verb.i - 1, phrases.sentence_of(verb).start
    while place >= first and _is_passed_over(verb.doc[place]):
        place -= 1
    before = verb.doc[place] if place >= first else None
    doer = subject(verb)
    if before is None or "\n" in before.text:
        past = verbs.is_past(verb.lower_, base) and verb.lower_ != base
        with_object = any(relation(child) == "obj" for child in verb.rights)
        return place + 1 if (personal or with_object) and past and doer is None else None
    if before.lower_ in persons.SPEAKERS:
        earlier = verb.doc[before.i - 1].lower_ if before.i else ""
        said = doer is not None and doer.i == before.i and earlier not in listed("deny_or_doubt") | WONDERS
        return before.i if said else None
    shared = doer is not None and doer.lower_ in persons.SPEAKERS and verb.dep_ == "conj"
    return place + 1 if shared and before.lower_ in GOES_ON and _is_plain(verb.head) else None


def _is_passed_over(token: Token) -> bool:
    return token.lower_ in PERFECT or (token.lower_ in listed("passed_over") and token.lower_ != "never")


def _is_plain(verb: Token) -> bool:
    """Whether the first of two verbs stands under no modal and no denial."""
    return not any(child.lower_ in listed("deny_or_doubt") for child in verb.lefts)


def _deed(verb: Token, base: str, start: int) -> Deed | None:
    form, rest = verb.lower_, phrases.behind(verb)
    if not rest or persons.points_elsewhere(rest) or not _has_matter(rest):
        return None
    if any(token.lower_ in REPEATED or token.lower_ in {"mine", "ours"} for token in rest):
        return None
    perfect = any(token.lower_ in PERFECT for token in verb.doc[start : verb.i])
    past = verbs.is_participle(form, base) if perfect else verbs.is_past(form, base)
    habit = not perfect and form == base and not past
    kinds = verbs.kinds_of(base)
    if not (past or (habit and "kept" in kinds)):
        return None
    if any(token.lower_ in listed("deny_or_doubt") or token.lower_ in persons.READERS for token in rest):
        return None
    kinds = frozenset(("kept",)) if habit else kinds - {"kept", "changed"}
    rest = without_time(rest)
    inner: str | None = base
    if base in LEAD_TO and rest[0].lower_ == "to":
        inner, rest = verbs.base_of(rest[1].lower_) if len(rest) > 2 else None, rest[2:]
    return _realised(inner, rest, kinds, start) if inner is not None and kinds else None


def _realised(base: str, rest: list[Token], kinds: frozenset[str], start: int) -> Deed:
    told = base if kinds == {"kept"} else verbs.past(base)
    said = persons.turned(rest, persons.TO_THE_READER)
    unowned = persons.turned(rest, persons.UNOWNED)
    return Deed(
        kinds=kinds,
        base=f"{base} {said}",
        past=f"{told} {said}",
        gerund=f"{verbs.gerund(base)} {said}",
        gerund_unowned=f"{verbs.gerund(base)} {unowned}",
        only_theirs=kinds == {"told"}
        or rest[0].tag_ == "VBG"
        or any(token.like_num or token.lower_ in persons.UNOWNED for token in rest),
        sentence=phrases.sentence_of(rest[0]).text,
        start=start,
        worth=max(WORTH[kind] for kind in kinds),
    )


def _has_matter(rest: list[Token]) -> bool:
    return any(token.pos_ in ("NOUN", "PROPN") and len(token) > 1 for token in rest)
