"""What a parent says, clause by clause: what its writer did or does, what happened, how things are.

Only statements count: no question, no condition, no denial, nothing under a modal verb.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from nlp.language import is_question, subject
from nlp.realising import persons, phrases, verbs
from nlp.realising.lists import listed
from nlp.realising.phrases import without_time
from nlp.realising.things import whole_phrase

PERFECT = frozenset(("have", "'ve", "\u2019ve", "ve"))
LEAD_TO = frozenset(("decide", "manage", "choose"))
"""Verbs that lead to what was done: "we decided to move"."""


@dataclass(frozen=True)
class Deed:
    """What the parent's writer did or does, said to them: "move your queue to Postgres"."""

    kinds: frozenset[str]
    """How it can be asked about: classes of `verbs.txt`; "kept" alone for what is done again and again."""
    base: str
    past: str
    gerund: str
    gerund_unowned: str
    """The same of nobody's thing: "moving the queue to Postgres"."""
    start: int


@dataclass(frozen=True)
class Happening:
    """What happened to something: "p95", "drop to 40 ms"."""

    thing: str
    base: str
    gerund: str
    start: int


@dataclass(frozen=True)
class State:
    """How something is or was: "the fan", "loud"."""

    thing: str
    quality: str
    verb: str
    plural: bool
    start: int


@dataclass(frozen=True)
class Highlight:
    """What is announced as what matters: "the hardest part", "the retry loop"."""

    label: str
    thing: str
    plural: bool
    start: int


def deeds(parent: Doc) -> Iterator[Deed]:
    """What the writer of the parent did or does."""
    for token in parent:
        if token.lower_ in persons.SPEAKERS and _states(token.sent):
            verb = _verb_behind(token)
            if verb is not None and (deed := _deed(token, verb)) is not None:
                yield deed


def _verb_behind(speaker: Token) -> Token | None:
    """The verb of the speaker's clause, where nothing but "have" and an adverb stands between."""
    for token in speaker.doc[speaker.i + 1 : speaker.i + 4]:
        if token.lower_ in PERFECT or token.lower_ in listed("passed_over"):
            continue
        return token if token.pos_ in ("VERB", "AUX") and _is_subject(speaker, token) else None
    return None


def _is_subject(speaker: Token, verb: Token) -> bool:
    found = subject(verb)
    return found is not None and found.i == speaker.i


def _deed(speaker: Token, verb: Token) -> Deed | None:
    doc = verb.doc
    between = {token.lower_ for token in doc[speaker.i + 1 : verb.i]}
    before = doc[speaker.i - 1].lower_ if speaker.i else ""
    if before in listed("deny_or_doubt") or between & listed("deny_or_doubt"):
        return None
    form, rest = verb.lower_, phrases.behind(verb)
    base = verbs.base_of(form)
    if base is None or not rest:
        return None
    perfect = bool(between & PERFECT)
    past = verbs.is_participle(form, base) if perfect else verbs.is_past(form, base)
    habit = not perfect and form == base and not past
    kinds = verbs.kinds_of(base)
    if not (past or (habit and "kept" in kinds)) or persons.points_elsewhere(rest) or not _has_matter(rest):
        return None
    if any(token.lower_ in listed("deny_or_doubt") or token.lower_ in persons.READERS for token in rest):
        return None
    kinds = frozenset(("kept",)) if habit else kinds - {"kept", "changed"}
    rest = without_time(rest)
    if base in LEAD_TO and rest[0].lower_ == "to":
        base, rest = verbs.base_of(rest[1].lower_) if len(rest) > 2 else None, rest[2:]
    return _realised(base, rest, kinds, speaker.i) if base is not None else None


def _realised(base: str, rest: list[Token], kinds: frozenset[str], start: int) -> Deed:
    said = persons.turned(rest, persons.TO_THE_READER)
    unowned = persons.turned(rest, persons.UNOWNED)
    return Deed(
        kinds=kinds,
        base=f"{base} {said}",
        past=f"{verbs.past(base)} {said}",
        gerund=f"{verbs.gerund(base)} {said}",
        gerund_unowned=f"{verbs.gerund(base)} {unowned}",
        start=start,
    )


def _has_matter(rest: list[Token]) -> bool:
    return any(token.pos_ in ("NOUN", "PROPN") and len(token) > 1 for token in rest)


def _states(sentence: Span) -> bool:
    return not is_question(sentence) and not any(token.text in phrases.QUOTES for token in sentence)


def happenings(parent: Doc) -> Iterator[Happening]:
    """What happened to the things that the parent names."""
    for verb in parent:
        base = verbs.base_of(verb.lower_) if verb.pos_ == "VERB" else None
        if base is None or "changed" not in verbs.kinds_of(base) or not verbs.is_past(verb.lower_, base):
            continue
        doer, rest = subject(verb), phrases.behind(verb)
        if doer is None or rest is None or not _states(verb.sent) or persons.points_elsewhere(rest):
            continue
        thing = whole_phrase(doer, up_to=verb)
        if thing is None or any(_denies(token) for token in (*thing, *rest)):
            continue
        said = persons.turned(rest, persons.TO_THE_READER)
        name = persons.turned(thing, persons.TO_THE_READER)
        yield Happening(
            _small(name, thing), f"{base} {said}".strip(), f"{verbs.gerund(base)} {said}".strip(), thing.start
        )


def states(parent: Doc) -> Iterator[State]:
    """How things are, where that can be asked about."""
    for quality in parent:
        if quality.lower_ not in listed("askable") or quality.i < 2:
            continue
        verb = quality.nbor(-1)
        doer = subject(quality)
        if verb.lower_ not in {"is", "was", "are", "were"} or doer is None or not _states(quality.sent):
            continue
        thing = whole_phrase(doer, up_to=verb)
        if thing is None or not phrases.ends_phrase(parent, quality.i + 1):
            continue
        name = _small(persons.turned(thing, persons.TO_THE_READER), thing)
        yield State(name, quality.text, verb.lower_, verb.lower_ in {"are", "were"}, thing.start)


def highlights(parent: Doc) -> Iterator[Highlight]:
    """What the parent itself announces: "the hardest part was the retry loop"."""
    for noun in parent[:-2]:
        if (
            noun.lower_ not in listed("labels")
            or noun.nbor(1).lower_ not in {"is", "was"}
            or not _states(noun.sent)
        ):
            continue
        label = whole_phrase(noun)
        matter = parent[noun.i + 2]
        start = matter.i
        if label is None or label.end != noun.i + 1 or label[0].lower_ not in {"the", "my", "our"}:
            continue
        for head in parent[start : min(start + 5, matter.sent.end)]:
            thing = whole_phrase(head)
            if thing is not None and thing.start == start and phrases.ends_phrase(parent, thing.end):
                yield Highlight(
                    persons.turned(label, persons.TO_THE_READER).lower(),
                    _small(persons.turned(thing, persons.TO_THE_READER), thing),
                    head.tag_ in ("NNS", "NNPS"),
                    label.start,
                )
                break


def _denies(token: Token) -> bool:
    return token.lower_ in listed("deny_or_doubt") or token.lower_ in persons.READERS


def _small(text: str, phrase: Span) -> str:
    """The phrase as it reads inside a sentence."""
    first = phrase[0]
    begins_with_word = (
        first.pos_ not in ("PROPN",) and first.is_title and len(first) > 1
    ) or first.lower_ == "the"
    return text[0].lower() + text[1:] if begins_with_word and first.lower_ != "i" else text
