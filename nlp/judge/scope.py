"""Which flags the judge may raise on a draft: those that a few words or a good answer can't be taken for."""

from spacy.tokens import Doc, Span

from nlp.judge.leaning import Flagged
from nlp.questions import asks_for_a_view, asks_for_things
from nlp.reading import Reading, reading_of
from nlp.signals import rules
from nlp.text import EMOJI, HANDLE, LINK, TAG, says_something, segments, tokens_of

FEWEST_WORDS = {"me_too": 7, "promotion": 3}
"""A plain draft with fewer words is left to the rules: "I disagree." may be all that was asked for."""
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
    if words >= (1 if exclaims else FEWEST_WORDS["me_too"]) and not _answers(reading):
        found.add("me_too")
    if words >= FEWEST_WORDS["promotion"] and not (_is_welcome(doc, reading) or _gives(doc, reading)):
        found.add("promotion")
    return found


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
