"""What the rules make of a draft: what is left when all that brings nothing is taken out?

The judge has the last word, unless the log decides or there is nothing to judge. The idea is Refined
GitHub's (strip the words that say nothing; a comment of which nothing remains is hidden), carried over to
rule files and to promotion: a pitch counts only where nothing is given beside it.
"""

import re
import unicodedata
from itertools import pairwise

from spacy.language import Language
from spacy.tokens import Doc, Span

from nlp.language import DraftLanguage, identify_language
from nlp.questions import asks_for_a_view, asks_for_things
from nlp.reading import Reading, reading_of
from nlp.sending_away import words_that_send_away
from nlp.signals import rules
from nlp.signals._rule import Leads
from nlp.signals._seen import CIVIL
from nlp.text import LINK, NO_WORDS, PlainToken, asks, segments, text_of, tokens, tokens_of
from nlp.words import words

PITCH_WORDS = 12
"""Words of its own that a sentence with a pitch may hold and still only pitch ("… where I make maps")."""
SPARE_WORDS = 3
"""Words outside the sentences with pitches that still give nothing ("New week!")."""
WORDS_PER_PITCH = 8
"""Further words that each further pitch outweighs: three of them carry the post."""
FEWEST_WORDS = 3
"""Words with hardly one that says something: too little to judge, unless they may answer a parent."""
LENGTHS = {"at_length": 30, "in_some_words": 10, "in_few_words": 4, "in_a_word": 0}
"""Names for how much a draft says, by the fewest words of its own."""
LONGEST_CALL = 15
"""Tokens of a draft in which a name is taken for whoever is thanked or praised."""
KEEPS_COMPANY = CIVIL | {"answer"}
"""Signals that a rude word may stand beside: "shut up and take my money", "no, you moron"."""
WHOLE_ECHO, LONG_ECHO = 4, 12
"""The fewest words of a draft that repeats all of its parent, and of one that repeats a part in a row."""
WORD = re.compile(r"\w+")
LEAST_SHARE = 0.25
"""Share of low-value phrases among all words from which the filler around them is only filler."""


@Language.component("pitch_in_verdict")
def draw_verdict(doc: Doc) -> Doc:
    """Set the verdict of the rules, the flags that it rests on, and the way it was reached."""
    reading = reading_of(doc)
    empty, selling = _seen_for(reading, "me_too"), _seen_for(reading, "promotion")
    covered = tokens_of(empty)
    covered |= _names_called(doc, empty)
    reading.rest = [token for token in tokens(doc) if token.says_something and token.i not in covered]
    if not text_of(doc).strip():
        _leave(reading, "There is nothing here to judge yet.")
    elif _echoes(doc, reading.context.parent_text or ""):
        reading.seen.clear()  # it is the other's
        _leave(reading, "These are the words of what you answer: what do you make of them?")
    elif reading.open_blanks:
        _leave(reading, "Fill in the marked places first: only you know what belongs there.")
    elif from_log := _told_by_the_log(reading):
        _flag(reading, *from_log)
        reading.from_log = True
    elif _only_sends_away(doc, reading):
        reading.seen.clear()
        _leave(reading, "This sends somebody away and says nothing else: that isn't judged.")
    elif selling and _only_sells(doc, reading, selling) and not asks_for_things(reading.parent):
        _flag(reading, "promotion", selling)
    elif empty and not reading.rest and not _may_say_more(doc, reading, covered):
        _flag(reading, "me_too", empty)
    elif identify_language(unicodedata.normalize("NFKC", text_of(doc))) is DraftLanguage.OTHER:
        reading.seen.clear()  # by chance: no rule knows this language
        _leave(reading, "This isn't judged: only English is read so far.")
    elif _says_too_little(doc, reading):
        _leave(reading, "There is too little here to judge by itself.")
        reading.undecided = _length(doc) > 0
    else:
        let_pass(reading)
    return doc


def _only_sends_away(doc: Doc, reading: Reading) -> bool:
    """Whether insults and dismissals are all that a draft says."""
    away = words_that_send_away(doc)
    if not away or not KEEPS_COMPANY.isdisjoint(reading.seen):
        return False
    return all(token.i in away for token in reading.rest)


def let_pass(reading: Reading) -> None:
    """Call it a contribution, on the ground of a strength or of how much of its own it holds."""
    reading.verdict, reading.flags, reading.path = "contributes", [], f"contributes:{_ground(reading)}"


def _echoes(doc: Doc, parent: str) -> bool:
    """Whether the draft is nothing but what it answers, whole or a long part of it, quoted or not."""
    own, theirs = (WORD.findall(text.casefold()) for text in (text_of(doc), parent))
    if own == theirs:
        return len(own) >= WHOLE_ECHO
    return len(own) >= LONG_ECHO and f" {' '.join(own)} " in f" {' '.join(theirs)} "


def _ground(reading: Reading) -> str:
    for strength in ("outcome", "question", "specific_reference"):
        if strength in reading.seen:
            return strength
    return next(name for name, least in LENGTHS.items() if len(reading.rest) >= least)


def _told_by_the_log(reading: Reading) -> tuple[Leads, dict[str, list[Span]]] | None:
    """The verdict of the first rule that the log decides, and what it saw."""
    for rule in rules():
        name = rule.page.name
        if rule.from_log and rule.leads_to and name in reading.seen.keys() - reading.muted:
            return rule.leads_to, {name: reading.seen[name]}
    return None


def _seen_for(reading: Reading, verdict: str) -> dict[str, list[Span]]:
    leading = {rule.page.name for rule in rules() if rule.leads_to == verdict}
    return {name: spans for name, spans in reading.seen.items() if name in leading}


def _names_called(doc: Doc, seen: dict[str, list[Span]]) -> set[int]:
    """Who is thanked or praised, and where from ("Thanks Karlijn!", "Thanks from Brazil") is no reason."""
    if not seen.keys() & CIVIL or len(doc) > LONGEST_CALL:
        return set()
    reference = tokens_of({"": reading_of(doc).seen.get("specific_reference", [])})
    called = {token.i for before, token in pairwise(tokens(doc)) if _is_called(token, before)}
    return called - reference


def _is_called(token: PlainToken, before: PlainToken) -> bool:
    if not (token.is_title and token.is_alpha):
        return False
    starts = before.is_space or before.text[0] in ".!?:…"
    follows_preposition = before.norm in words("prepositions") and before.norm != "from"
    return not (starts or follows_preposition)


def _may_say_more(doc: Doc, reading: Reading, covered: set[int]) -> bool:
    """Whether filler may say something after all: asked, at length, denied ("not true"), or as an answer.

    An outcome ("that worked, thanks") is an answer too: it tells others whether to try the same.
    """
    if asks_for_a_view(reading.parent) and {"praise", "reaction", "agreement"} & set(reading.seen):
        return True
    if not reading.seen.keys().isdisjoint(("answer", "outcome")):
        return True
    if "?" in text_of(doc) and not {"bump", "reaction"} & set(reading.seen):
        return True
    if len(covered) < LEAST_SHARE * _length(doc):
        return True
    if any(token.norm in words("negations") and token.i not in covered for token in tokens(doc)):
        return True
    if not asks(reading.parent):
        return False
    return any(
        not any(token.i in covered for token in segment)
        for segment in segments(doc)
        if any(token.is_alpha and token.norm not in NO_WORDS for token in segment)
    )


def _flag(reading: Reading, verdict: Leads, seen: dict[str, list[Span]]) -> None:
    counting = seen.keys() - reading.muted
    by_weight = sorted(counting, key=lambda name: (-sum(len(span.text) for span in seen[name]), name))
    if not by_weight:
        _leave(reading, "All that was seen here is muted in your settings.")
        return
    reading.verdict, reading.flags = verdict, by_weight
    reading.path = f"{verdict}:{by_weight[0]}"


def _only_sells(doc: Doc, reading: Reading, selling: dict[str, list[Span]]) -> bool:
    pitch = tokens_of(selling)
    rest = {token.i for token in reading.rest if token.norm != LINK} - pitch
    given = 0
    for segment in segments(doc):
        own = sum(token.i in rest for token in segment)
        pitches = any(token.i in pitch for token in segment)
        given += max(0, own - PITCH_WORDS) if pitches else own
    pitches_made = {span.text.lower() for spans in selling.values() for span in spans}
    return given <= SPARE_WORDS + WORDS_PER_PITCH * (len(pitches_made) - 1)


def _leave(reading: Reading, note: str) -> None:
    reading.verdict, reading.path, reading.note = "unjudged", "unjudged", note


def _says_too_little(doc: Doc, reading: Reading) -> bool:
    if reading.context.parent_text or "question" in reading.seen or len(reading.rest) > 1:
        return False
    return _length(doc) <= FEWEST_WORDS and not any(character.isdigit() for character in text_of(doc))


def _length(doc: Doc) -> int:
    return sum(token.is_alpha and token.norm not in NO_WORDS for token in tokens(doc))
