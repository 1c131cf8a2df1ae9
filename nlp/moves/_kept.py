"""What of a draft is good as it is, and stays: whole sentences, without the noise around them."""

import re

from spacy.tokens import Doc, Span, Token

from nlp.moves._emoji import is_emoji
from nlp.moves._flags import by_phrases, flags_of, leads_to
from nlp.moves._phrases import leans
from nlp.moves._words import boasts, pushes, shouts
from nlp.reading import reading_of
from nlp.realising.lists import listed
from nlp.text import HANDLE, LINK, NO_WORDS, TAG, says_something, segment_spans, tokens_of
from nlp.verdicts import AS_LIKELY_AS_NOT
from nlp.words import words

LINK_TEXT = re.compile(r"[^\s()\[\]<>]+")
WHOLE_LINK = re.compile(r"(?:https?://)?[\w-]+(?:\.[\w-]+)+(?::\d+)?(?:[/?#].*)?", re.I)
"""A link that leads somewhere: "https://" alone, cut off by a space, doesn't."""
CREDITS = frozenset(("via", "by", "from", "with"))
HANGING = frozenset(("like", "via", "as"))
OWNER_GONE = "'\u2019"
"""What a sentence begins with that lost a handle: "'s camera is great"."""
ALWAYS_OUT = frozenset(("thanks",))
IN_PASSING = frozenset(("agreement", "reaction"))
"""Flags for words such as "this" and "first", which mean little in a sentence that says more."""
MORE_WORDS = 6
"""Words of its own from which a sentence says more."""
FEWEST_WORDS = 4
"""Words of its own from which a sentence says something."""
LONG = 9
"""Words from which it does whatever they are: "We did it two years ago and the first month was hell"."""


def good_sentences(doc: Doc) -> tuple[str, ...]:
    """The sentences of a draft in which nothing was flagged and that say something of their own."""
    flagged, passing = in_phrases(doc)
    kept = (plain(segment) for segment in segment_spans(doc) if _is_good(segment, flagged, passing))
    return tuple(sentence for sentence in kept if sentence)


def in_phrases(doc: Doc) -> tuple[set[int], set[int]]:
    """Positions of the words in phrases for which a draft is flagged, and of those that many words outweigh.

    All that pitches counts whatever the verdict; a word of agreement is no fault of an announcement.
    """
    reading = reading_of(doc)
    verdicts = {leads_to().get(name) for name in reading.flags} - {None}
    against = {
        name: spans
        for name, spans in reading.seen.items()
        if name in ALWAYS_OUT
        or name in by_phrases() & flags_of("promotion")
        or (name in by_phrases() and leads_to()[name] in (verdicts or {"me_too", "promotion"}))
    }
    passing = {name: spans for name, spans in against.items() if name in IN_PASSING}
    return tokens_of({name: against[name] for name in against.keys() - passing}), tokens_of(passing)


def said_in(segment: Span) -> Span:
    """A sentence without the links, handles, tags and emoji that hang on its ends."""
    start, end = segment.start, _before_a_bar(segment)
    while end > start and _hangs_on(segment.doc[end - 1]):
        end -= 1
    if (
        start < end < segment.end
        and segment.doc[end].norm_ == HANDLE
        and segment.doc[end - 1].lower_ in CREDITS
    ):
        end -= 1
    while start < end and _hangs_on(segment.doc[start]):
        start += 1
    if start > segment.start and start < end and _goes_on_from(segment.doc[start]):
        start -= 1  # "#Postgres never lost a job"
    return segment.doc[start:end]


def _before_a_bar(segment: Span) -> int:
    """Where a sentence ends that goes on to tags and addresses behind a bar or arrow."""
    bars = (token.i for token in segment if token.text.startswith(("|", "->")))
    return next((place for place in bars if place - segment.start > FEWEST_WORDS), segment.end)


def _goes_on_from(token: Token) -> bool:
    return token.nbor(-1).norm_ in {TAG, HANDLE} and token.text[0].islower() and not token.doc.text.islower()


def _hangs_on(token: Token) -> bool:
    if token.norm_ in {LINK, HANDLE, TAG} or token.is_space or is_emoji(token):
        return True
    return token.is_punct and token.text[0] not in "()\u201c\u201d\"'\u2019%"


def _is_good(segment: Span, flagged: set[int], passing: set[int]) -> bool:
    if goes_on_behind(segment):
        return False
    segment = said_in(segment)
    if not segment or hangs(segment[-1].lower_) or segment[0].text[0] in OWNER_GONE:
        return False
    own = [token for token in segment if says_something(token) and token.norm_ not in {LINK, TAG}]
    if is_flagged(segment, flagged):
        return False
    if sum(token.is_alpha for token in segment) < LONG:
        if len(own) < FEWEST_WORDS:
            return False
        if is_flagged(segment, passing) and sum(token.i not in passing for token in own) < MORE_WORDS:
            return False
    if pushes(segment.text) or boasts(segment.text) or _is_pitch(segment):
        return False
    return not any(shouts(token.lower_) for token in segment)


def _is_pitch(segment: Span) -> bool:
    """Whether the judge takes a sentence for a part of the pitch, in a draft that sells and pushes.

    It reads the sentence as it would stand, without the loud words, which can go alone.
    """
    reading = reading_of(segment.doc)
    sells = not flags_of("promotion").isdisjoint(reading.flags) and pushes(segment.doc.text)
    if reading.leaning is None or not sells:
        return False
    calm = "".join(token.text_with_ws for token in segment if not shouts(token.lower_))
    return reading.leaning.chance_alone(f"{calm.strip()}.", "promotion") >= AS_LIKELY_AS_NOT


def is_flagged(segment: Span, flagged: set[int]) -> bool:
    """Whether a sentence has a flagged word, an address or a handle; emoji and loud words can go alone."""
    if any(token.norm_ in {LINK, HANDLE} for token in segment):
        return True
    can_go = (is_emoji(token) or shouts(token.lower_) for token in segment)
    return any(token.i in flagged and not goes for token, goes in zip(segment, can_go, strict=True))


def hangs(word: str) -> bool:
    """Whether something has to follow a word, so that no sentence ends with it."""
    return word in listed("hanging") or word in words("prepositions") or word in HANGING


def goes_on_behind(segment: Span) -> bool:
    """Whether it ends in the middle: of what somebody else said, or of a sentence ("the No. 1 team")."""
    if segment.text.count('"') % 2 or segment.text.count("“") != segment.text.count("”"):
        return True
    if segment.end >= len(segment.doc) or segment[-1].text != "." or "\n" in segment.text[-2:]:
        return False
    after = segment.doc[segment.end]
    return after.text[0].isdigit() or (after.text[0].islower() and not segment.doc.text.islower())


def plain(segment: Span) -> str:
    """A sentence without what hangs on it, with one mark at its end; empty where a tag is part of it."""
    body = [token for token in said_in(segment) if not (token.is_space or is_emoji(token))]
    if not body or any(token.norm_ in NO_WORDS for token in body):
        return ""
    text = "".join(token.text_with_ws for token in body).strip()
    mark = "?" if any("?" in token.text for token in segment[-3:] if token.norm_ != LINK) else "."
    return re.sub(r"\s+", " ", text).strip(" -\u2013\u2014|:,;") + mark


def standing(kept: tuple[str, ...], draft: str, most: int) -> tuple[str, ...]:
    """The first sentences without those that lean on one that goes, at most so many."""
    found: list[str] = []
    end = 0
    for sentence in kept:
        start = draft.find(sentence[:-1])
        follows = start >= 0 and not any(map(str.isalnum, draft[end:start]))
        if follows or not leans(sentence):
            found.append(sentence)
            end = start + len(sentence)
    return tuple(found[:most])


def without_title(kept: tuple[str, ...], title: str | None) -> tuple[str, ...]:
    """The sentences without the title that they stand under."""
    title = f" {_spelled(title or '')} "
    return (
        tuple(sentence for sentence in kept if f" {_spelled(sentence)} " not in title)
        if title.strip()
        else kept
    )


def _spelled(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))


def own_links(doc: Doc) -> tuple[str, ...]:
    """The links of a draft, each once; none that was cut off ("example.com/a-page…")."""
    links = [_whole_link(token) for token in doc if token.norm_ == LINK and not _is_cut_off(token)]
    return tuple(dict.fromkeys(links))


def _whole_link(link: Token) -> str:
    """A link up to the next space or bracket: a tokenizer may take it apart inside of markup."""
    match = LINK_TEXT.match(link.doc.text, link.idx)
    return match.group().rstrip(".,;:!?*_\"'") if match and len(match.group()) > len(link) else link.text


def _is_cut_off(link: Token) -> bool:
    after = "" if link.whitespace_ or link.i + 1 == len(link.doc) else link.nbor(1).text
    whole = _whole_link(link)
    behind = link.doc.text[link.idx + len(whole) :]
    goes_on = "<" in whole or behind.startswith(("<", "…", "..", "[")) or not WHOLE_LINK.fullmatch(whole)
    goes_on = goes_on or link.doc.text[: link.idx].rstrip().endswith("://")
    return goes_on or (link.text + after).endswith(("…", ".."))
