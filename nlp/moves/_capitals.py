"""Words in capitals, put in small letters: names that can be told keep a capital."""

from itertools import pairwise

from spacy.tokens import Doc, Token

from nlp.reading import reading_of
from nlp.signals._seen import CIVIL
from nlp.text import Segment, once, segments


def quieted(word: Token) -> str:
    """A word of a shouted sentence as it would stand in a plain one, by its syntax where that was read."""
    if word.text == "I":
        return word.text
    return spelled_elsewhere(word) or (word.text.capitalize() if _is_known_name(word) else word.lower_)


def spelled_elsewhere(word: Token) -> str | None:
    """How a word in capitals is written inside of plain sentences, if never in small letters alone."""
    return once(word.doc, "names_elsewhere", _names_elsewhere).get(word.lower_)


def _names_elsewhere(doc: Doc) -> dict[str, str]:
    told = _told(doc)
    small = {token.text for segment in told for token in segment if token.is_lower}
    return {
        token.text.lower(): token.text
        for segment in filter(_is_plain, told)
        for before, token in pairwise(segment)
        if token.is_alpha and not (token.is_lower or token.is_upper or token.is_stop)
        if token.text.lower() not in small
        if before.is_alpha or before.text == ","
    }


def _told(doc: Doc) -> list[Segment]:
    """The sentences of a draft and of what it answers."""
    texts = (reading_of(doc).parent, doc)
    return [segment for text in texts if text is not None for segment in segments(text)]


def _is_plain(segment: Segment) -> bool:
    """Whether half of the words or more are small: in a headline or a shout, capitals show no names."""
    spelled = [token for token in segment if token.is_alpha]
    return 2 * sum(token.is_lower for token in spelled) >= len(spelled)


def _is_known_name(word: Token) -> bool:
    """Whether a word reads like a name, and stands somewhere with a capital or is addressed."""
    if word.pos_ != "PROPN":
        return False
    capital = word.text.capitalize()
    return _is_addressed(word) or any(token.text == capital for each in _told(word.doc) for token in each)


def _is_addressed(word: Token) -> bool:
    """Whether a sentence that praises or thanks ends with a name of which a word is a part."""
    segment = next(each for each in segments(word.doc) if each[0].i <= word.i <= each[-1].i)
    rest = [token for token in segment if token.i >= word.i and token.is_alpha]
    if any(word.doc[token.i].pos_ != "PROPN" for token in rest):
        return False
    seen = reading_of(word.doc).seen
    return any(
        segment[0].i <= span.start < span.end <= word.i for name in CIVIL for span in seen.get(name, ())
    )
