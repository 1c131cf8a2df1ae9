"""What of a draft and its context is counted beside its n-grams: a name for each, and a number from 0 to 1.

Every trait is about the draft's make or its bearing on what it answers, so that it means the same on a site
that no training post came from. Counts are cut into steps: the first number is more news than the ninth.
"""

from collections.abc import Iterator

from spacy.tokens import Doc

from nlp.questions import asks_for_a_view, asks_for_things
from nlp.reading import Reading, reading_of
from nlp.repeating import stem
from nlp.signals._seen import low_value
from nlp.text import EMOJI, HANDLE, LINK, NO_WORDS, TAG, PlainToken, asks, once, segments, text_of, tokens
from nlp.words import words

Trait = tuple[str, float]

STEPS = (1, 2, 3, 5, 8, 13, 21, 34)
LOW_VALUE = frozenset(
    ["agreement", "bump", "praise", "reaction", "thanks", "self_promotion", "engagement_bait"]
)
ME, WE, YOU = (frozenset(some.split()) for some in ("i me my mine", "we us our", "you your"))
MONEY = frozenset("$€£₹%")
POINTERS = frozenset([LINK, TAG, HANDLE])
STANDS_ALONE = 8
"""Words of its own in a sentence: with so many it says something by itself."""


def traits_of(doc: Doc) -> dict[str, float]:
    """All traits of a draft that the rules have read."""
    reading = reading_of(doc)
    told = _without_cut_off(tokens(doc))
    every = (
        *_signals(doc, reading),
        *_make(doc, told),
        *_substance(doc, reading, told),
        *_bearing(doc, reading),
    )
    return {name: value for name, value in every if value}


def _without_cut_off(every: list[PlainToken]) -> list[PlainToken]:
    """The tokens without the address that X puts behind a text that it cut ("… https://t.co/abc")."""
    return [
        token
        for token in every
        if not (token.norm == LINK and token.i > 0 and every[token.i - 1].text[-1] == "…")
    ]


def _steps(name: str, count: int) -> Iterator[Trait]:
    for step in STEPS:
        if count < step:
            return
        yield f"{name} >= {step}", 1.0


def _signals(doc: Doc, reading: Reading) -> Iterator[Trait]:
    length = max(1, len(doc))
    for name, spans in reading.seen.items():
        yield f"signal {name}", 1.0
        yield f"share of {name}", sum(len(span) for span in spans) / length
    yield f"rules {reading.verdict}", 1.0
    yield f"rules {reading.path}", 1.0


def _make(doc: Doc, told: list[PlainToken]) -> Iterator[Trait]:
    length = max(1, len(doc))
    norms = [token.norm for token in told]
    for name, norm in (("links", LINK), ("tags", TAG), ("emoji", EMOJI), ("handles", HANDLE)):
        count = norms.count(norm)
        yield from _steps(name, count)
        yield f"share of {name}", count / length
    letters = [token for token in tokens(doc) if token.is_alpha]
    upper = [len(token.text) for token in letters if token.is_upper]
    yield from _steps("capitals", sum(size > 2 for size in upper))
    yield "share of titles", sum(token.is_title for token in letters) / max(1, len(letters))
    yield "share of capitals", sum(size > 1 for size in upper) / max(1, len(letters))
    text = text_of(doc)
    yield from _steps("exclamations", text.count("!"))
    yield from _steps("questions", _asked(doc) if "?" in text else 0)
    yield from _steps("lines", len([line for line in text.splitlines() if line.strip()]))
    yield from _steps("sentences", len(segments(doc)))
    written = [token for token in told if not token.is_space]
    if written:
        yield f"begins with {_kind(written[0])}", 1.0
        yield "begins small", float(written[0].is_lower)
        yield f"ends with {_kind(written[-1])}", 1.0


def _asked(doc: Doc) -> int:
    return sum("?" in token.text and token.norm != LINK for token in tokens(doc))


def _kind(token: PlainToken) -> str:
    if token.norm in NO_WORDS or token.norm == LINK:
        return token.norm
    if token.text[0] in "!?.…:":
        return token.text[0]
    return "word" if token.is_alpha else "number" if token.like_num else "mark"


def _substance(doc: Doc, reading: Reading, told: list[PlainToken]) -> Iterator[Trait]:
    every = tokens(doc)
    norms = [token.norm for token in every]
    own = [token for token in reading.rest if token.norm != LINK]
    length = max(1, sum(token.is_alpha for token in every))
    yield from _steps("own words", len(own))
    for beside in _company(reading, told):
        yield from _steps(f"own words beside {beside}", len(own))
        yield f"own words beside {beside} < 1", float(not own)
    yield "share of own words", min(1.0, len(own) / length)
    yield from _steps("sentences that stand alone", standing_alone(doc, reading))
    yield from _steps("words", length)
    yield from _steps("numbers", sum(token.like_num for token in every))
    yield from _steps("money", sum(token.text[0] in MONEY for token in every))
    yield from _steps("names", sum(_is_name(token, every) for token in own))
    yield from _steps("long words", sum(len(token.text) > 7 and token.is_alpha for token in own))
    yield from _steps("first person", _among(norms, ME))
    yield from _steps("we", _among(norms, WE))
    yield from _steps("you", _among(norms, YOU))
    yield from _steps("past", sum(token.is_alpha and token.norm.endswith("ed") for token in every))
    yield from _steps("reasons", _among(norms, words("reasons")))


def standing_alone(doc: Doc, reading: Reading) -> int:
    """Sentences with words of their own that neither pitch nor point anywhere: so much is given."""
    pitched = low_value(doc, ("promotion",))
    own_at = {token.i for token in reading.rest if token.norm != LINK}
    found = 0
    for segment in segments(doc):
        points = any(token.i in pitched or token.norm in POINTERS for token in segment)
        found += not points and sum(token.i in own_at for token in segment) >= STANDS_ALONE
    return found


def _company(reading: Reading, told: list[PlainToken]) -> Iterator[str]:
    """What changes how much a draft's own words weigh."""
    seen = {token.norm for token in told}
    yield from (name for name, norm in (("a link", LINK), ("tags", TAG), ("emoji", EMOJI)) if norm in seen)
    yield from (name for name in reading.seen if name in LOW_VALUE)
    if not seen & {"i", "me", "my", "we", "our", "you", "your"}:
        yield "no person"
    if reading.context.parent_text:
        yield "a parent"


def _among(norms: list[str], some: frozenset[str]) -> int:
    return sum(norm in some for norm in norms)


def _is_name(token: PlainToken, every: list[PlainToken]) -> bool:
    return token.i > 0 and (token.is_title or token.is_upper) and every[token.i - 1].text[0] not in ".!?:…\n"


def _bearing(doc: Doc, reading: Reading) -> Iterator[Trait]:
    context = reading.context
    if reading.parent is None:
        return
    title = (context.thread_title or "").strip()
    yield "is its title", float(bool(title) and text_of(doc).strip().startswith(title))
    asked = asks(reading.parent)
    where = "parent" if context.parent_text else "title"
    form = "asks" if asked else "tells"
    yield f"{where} {form}", 1.0
    yield from ((f"signal {name} where {where} {form}", 1.0) for name in reading.seen)
    yield from _steps(f"own words where {where} {form}", len(reading.rest))
    yield f"own words where {where} {form} < 1", float(not reading.rest)
    if asked:
        yield f"{where} asks for a view", float(asks_for_a_view(reading.parent))
        yield f"{where} asks for things", float(asks_for_things(reading.parent))
        open_still = "answer" not in reading.seen and "question" not in reading.seen
        yield f"what {where} asks stays open", float(open_still)
    parent = once(reading.parent, "told_stems", _told_stems)
    own = _told_stems(doc)
    shared = own & parent
    yield from _steps(f"shared with {where}", len(shared))
    yield f"share from {where}", len(shared) / max(1, len(own))
    yield f"nothing shared with {where}", float(bool(own) and not shared)
    yield from _steps(f"new beside {where}", len(own - parent))


def _told_stems(doc: Doc) -> set[str]:
    return {stem(token.norm) for token in tokens(doc) if token.nameable and token.norm != LINK}
