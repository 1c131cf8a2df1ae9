"""What a parent says of things: what happened to them, how they are, which of them it points out.

Only statements count: no question, no condition, no denial, nothing under a modal verb.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from nlp.language import subject
from nlp.realising import persons, phrases, verbs
from nlp.realising.deeds import is_claimed, states
from nlp.realising.lists import listed
from nlp.realising.things import whole_phrase


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


def happenings(parent: Doc) -> Iterator[Happening]:
    """What happened to the things that the parent names."""
    for verb in parent:
        base = verbs.base_of(verb.lower_) if verb.pos_ == "VERB" else None
        if base is None or "changed" not in verbs.kinds_of(base) or not verbs.is_past(verb.lower_, base):
            continue
        doer, rest = subject(verb), phrases.behind(verb)
        if (
            doer is None
            or rest is None
            or not (states(verb) and is_claimed(verb))
            or persons.points_elsewhere(rest)
        ):
            continue
        thing = whole_phrase(doer, up_to=verb)
        if thing is None or any(_denies(token) for token in (*thing, *rest)):
            continue
        said = persons.turned(rest, persons.TO_THE_READER)
        name = persons.turned(thing, persons.TO_THE_READER)
        yield Happening(
            _small(name, thing), f"{base} {said}".strip(), f"{verbs.gerund(base)} {said}".strip(), thing.start
        )


def qualities(parent: Doc) -> Iterator[State]:
    """How things are, where that can be asked about."""
    for quality in parent:
        if quality.lower_ not in listed("askable") or quality.i < 2:
            continue
        verb = quality.nbor(-1)
        doer = subject(quality)
        if verb.lower_ not in {"is", "was", "are", "were"} or doer is None or not states(quality):
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
            or not states(noun)
        ):
            continue
        label = whole_phrase(noun)
        matter = parent[noun.i + 2]
        start = matter.i
        if label is None or label.end != noun.i + 1 or label[0].lower_ not in {"the", "my", "our"}:
            continue
        for head in parent[start : min(start + 5, phrases.sentence_of(matter).end)]:
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
