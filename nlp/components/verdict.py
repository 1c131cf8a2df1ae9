"""Draws the verdict from what was seen: what is left when all that brings nothing is taken out?

The idea is Refined GitHub's (strip the words that say nothing; a comment of which nothing remains is hidden), carried
over to rule files and to promotion: a pitch counts against a draft only where the draft gives nothing beside it.
"""

from typing import Literal

from spacy.language import Language
from spacy.tokens import Doc, Span

from nlp.language import DraftLanguage, identify_language
from nlp.reading import Reading, reading_of
from nlp.signals import rules
from nlp.text import LINK, says_something, segments, tokens_of

PITCH_WORDS = 12
"""Words of its own that a sentence with a pitch may hold and still only pitch ("… my channel where I make maps")."""
SPARE_WORDS = 3
"""Words beyond pitches that still give nothing ("New week!")."""


@Language.component("pitch_in_verdict")
def draw_verdict(doc: Doc) -> Doc:
    """Set the verdict of `doc`'s reading, the flags that it rests on, and the way it was reached."""
    reading = reading_of(doc)
    empty, selling = _seen_for(reading, "me_too"), _seen_for(reading, "promotion")
    covered = tokens_of(empty)
    reading.rest = [token for token in doc if says_something(token) and token.i not in covered]
    if empty and not reading.rest:
        _flag(reading, "me_too", empty)
    elif selling and _only_sells(doc, reading, selling):
        _flag(reading, "promotion", selling)
    elif note := _why_unjudged(doc, reading):
        reading.verdict, reading.path, reading.note = "unjudged", "unjudged", note
    return doc


def _seen_for(reading: Reading, verdict: str) -> dict[str, list[Span]]:
    leading = {rule.page.name for rule in rules() if rule.leads_to == verdict}
    return {name: spans for name, spans in reading.seen.items() if name in leading}


def _flag(reading: Reading, verdict: Literal["me_too", "promotion"], seen: dict[str, list[Span]]) -> None:
    by_weight = sorted(seen, key=lambda name: -sum(len(span.text) for span in seen[name]))
    reading.verdict, reading.flags = verdict, by_weight
    reading.path = f"{verdict}:{by_weight[0]}"


def _only_sells(doc: Doc, reading: Reading, selling: dict[str, list[Span]]) -> bool:
    pitch = tokens_of(selling)
    rest = {token.i for token in reading.rest if token.norm_ != LINK} - pitch
    given = 0
    for segment in segments(doc):
        own = sum(token.i in rest for token in segment)
        pitches = any(token.i in pitch for token in segment)
        given += max(0, own - PITCH_WORDS) if pitches else own
    return given <= SPARE_WORDS


def _why_unjudged(doc: Doc, reading: Reading) -> str:
    if not doc.text.strip():
        return "There is nothing here to judge yet."
    if identify_language(doc.text) is DraftLanguage.OTHER:
        return "This isn't judged: only English is read so far."
    if not reading.rest:
        return "There is too little here to judge."
    return ""
