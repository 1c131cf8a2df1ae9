"""Which flags the judge may raise on a draft: those that a few words or a good answer can't be taken for."""

from spacy.tokens import Doc, Span

from nlp.judge.leaning import Flagged
from nlp.questions import asks_for_a_view, asks_for_things
from nlp.reading import Reading, reading_of
from nlp.signals import rules
from nlp.text import EMOJI, HANDLE, LINK, TAG, says_something, segments, tokens_of
from nlp.words import words as words_of

FLAGS: tuple[Flagged, ...] = ("me_too", "promotion")
CERTAIN = 0.97
"""The chance of a flag from which only an answer to the parent stands against it."""
FEWEST_WORDS = 7
"""A plain draft with fewer words is left to the rules: "I disagree." may be all that was asked for."""
FEWEST_WITH_FILLER = 4
"""The same for a draft of which some words praise, thank or agree, and hardly any say more than that."""
MOST_BESIDE_FILLER = 1
FEWEST_WITH_NUMBER = 10
"""The same for a draft with a number."""
FEWEST_TO_PITCH = 3
FEWEST_TO_PITCH_PLAINLY = 20
"""The same for a pitch without link, tag, handle, emoji or exclamation ("Subscribe to the event stream")."""
STANDS_ALONE = 8
"""Words of its own in a sentence without pitch, link, tag or handle: so much is something given."""


def open_flags(doc: Doc) -> set[Flagged]:
    """The flags that the judge may raise where the rules raised none."""
    reading = reading_of(doc)
    exclaims = any(token.norm_ in {EMOJI, TAG} or token.text[0] == "!" for token in doc)
    if reading.flags or (reading.note and not (reading.undecided and exclaims)):
        return set()
    words = sum(token.is_alpha for token in doc)
    found: set[Flagged] = set()
    if words >= (1 if exclaims else _fewest_for_me_too(doc, reading)) and not _answers(reading):
        found.add("me_too")
    if words >= _fewest_to_pitch(doc, reading) and not (_is_welcome(doc, reading) or _gives(doc, reading)):
        found.add("promotion")
    return found


def open_when_certain(doc: Doc) -> set[Flagged]:
    """The flags that it may raise where its chance is `CERTAIN`, however few the words."""
    reading = reading_of(doc)
    if reading.flags or reading.note:
        return set()
    answered = {"me_too": _answers(reading), "promotion": _is_welcome(doc, reading)}
    return {flag for flag in FLAGS if not answered[flag]}


def _fewest_for_me_too(doc: Doc, reading: Reading) -> int:
    if any(token.like_num for token in doc):
        return FEWEST_WITH_NUMBER
    low_value = any(rule.page.name in reading.seen for rule in rules() if rule.leads_to == "me_too")
    denied = any(token.norm_ in words_of("negations") for token in doc)
    mostly_filler = low_value and not denied and len(reading.rest) <= MOST_BESIDE_FILLER
    return FEWEST_WITH_FILLER if mostly_filler else FEWEST_WORDS


def _fewest_to_pitch(doc: Doc, reading: Reading) -> int:
    pitches = any(rule.page.name in reading.seen for rule in rules() if rule.leads_to == "promotion")
    calls = any(token.norm_ in {LINK, TAG, HANDLE, EMOJI} or token.text[0] == "!" for token in doc)
    plain = reading.rest and not (pitches or calls)
    return FEWEST_TO_PITCH_PLAINLY if plain else FEWEST_TO_PITCH


def _answers(reading: Reading) -> bool:
    return asks_for_a_view(reading.parent) or ("answer" in reading.seen and bool(reading.context.parent_text))


def _is_welcome(doc: Doc, reading: Reading) -> bool:
    """Whether a pitch was asked for, or title and link are the site's own form of posting."""
    title = (reading.context.thread_title or "").strip()
    return asks_for_things(reading.parent) or bool(title and doc.text.strip().startswith(title))


def _gives(doc: Doc, reading: Reading) -> bool:
    """Whether the rules saw a pitch, and a sentence beside it that stands by itself."""
    pitches = {rule.page.name for rule in rules() if rule.leads_to == "promotion"}
    pitched = tokens_of({name: spans for name, spans in reading.seen.items() if name in pitches})
    return bool(pitched) and any(_stands_alone(segment, pitched) for segment in segments(doc))


def _stands_alone(segment: Span, pitched: set[int]) -> bool:
    if any(token.i in pitched or token.norm_ in {LINK, TAG, HANDLE} for token in segment):
        return False
    return sum(map(says_something, segment)) >= STANDS_ALONE
