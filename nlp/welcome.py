"""What makes a draft welcome under its parent, however it sounds: it answers, is asked for, or objects."""

from itertools import pairwise

from spacy.tokens import Doc

from nlp.questions import asks_for_a_view, asks_for_things, words_that_answer
from nlp.reading import Reading
from nlp.repeating import all_stems, stem
from nlp.signals._seen import low_value
from nlp.text import HANDLE, asks, tokens, tokens_of
from nlp.words import words

SHORT_ANSWER = 4
"""Words that a draft under a question may have which nothing speaks against but the judge's own ear."""
DENIALS = frozenset(["not", "cannot"])
"""What says of something told that it isn't so; "no, never" may be a mere call."""
LASTING = frozenset(["anymore", "longer", "yet", "far"])
"""What says since or until when."""


def answers(doc: Doc, reading: Reading) -> bool:
    """Whether it tells an outcome, has the same on something named, or says what was asked for.

    It begins with a yes, a number, a name or a link; it finds "useful" what people are asked their view of;
    or it is so short under a question, and not empty, that it may be an answer.
    """
    if not reading.context.parent_text:
        return False
    if _may_answer_shortly(doc, reading):
        return True
    if asks_for_a_view(reading.parent) and _only_praises(doc, reading):
        return True
    if "outcome" in reading.seen or ("agreement" in reading.seen and _names_a_version(doc)):
        return True
    opening = _opening(doc, reading)
    return any(token.i in opening for token in words_that_answer(doc, reading.parent))


def is_asked_for(reading: Reading) -> bool:
    """Whether the parent asks for things, so that a pitch is an answer.

    Of 96 labelled posts under such a parent none is promotion.
    """
    return bool(reading.context.parent_text) and asks_for_things(reading.parent)


def _may_answer_shortly(doc: Doc, reading: Reading) -> bool:
    """Whether it is a few words under a question, and none of them is empty."""
    few = 0 < sum(token.is_alpha for token in tokens(doc)) <= SHORT_ANSWER
    return few and asks(reading.parent) and not low_value(doc)


def _opening(doc: Doc, reading: Reading) -> set[int]:
    """Where a draft begins: its first word behind any laughter, or the agreement that it begins with.

    Behind a handle it begins with that: whoever is named there may not be who asked.
    """
    laughter = tokens_of({"": reading.seen.get("reaction", [])})
    said = (token for token in tokens(doc) if token.i not in laughter)
    first = next((token.i for token in said if token.is_alpha or token.norm == HANDLE), 0)
    agreed = [span for span in reading.seen.get("agreement", []) if span.start == first]
    return {0, first} | tokens_of({"": agreed})


def _only_praises(doc: Doc, reading: Reading) -> bool:
    """Whether it is a word of praise and names nothing but what people were asked about ("great talk")."""
    praised = tokens_of({"praise": [span for span in reading.seen.get("praise", ()) if len(span) == 1]})
    told = set() if reading.parent is None else all_stems(reading.parent)
    said = {
        token.i
        for token in tokens(doc)
        if token.is_alpha and not token.is_stop and stem(token.norm) not in told
    }
    return bool(praised) and said <= praised


def _names_a_version(doc: Doc) -> bool:
    """Whether it says on what its writer sees the same ("+1 on Windows 11")."""
    taken = low_value(doc)
    return any(
        name.is_title and name.i not in taken and number.i not in taken and number.text[0].isdigit()
        for name, number in pairwise(tokens(doc))
    )


def denies(doc: Doc, reading: Reading) -> bool:
    """Whether it only says of what it answers that it isn't so ("not yet", "no, it doesn't")."""
    if not reading.context.parent_text or low_value(doc):
        return False
    said = [token for token in tokens(doc) if token.is_alpha or token.norm in DENIALS]
    known = DENIALS | LASTING | words("yes_and_no") | words("time_words")
    denies = any(token.norm in DENIALS for token in said)
    return denies and all(token.is_stop or token.norm in known for token in said)
