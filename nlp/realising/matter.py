"""What a parent offers to be taken up, best first: clauses, things, figures, statements, and what it asks."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol, TypeVar

from spacy.tokens import Doc

from nlp.realising.asked import Question, asked
from nlp.realising.deeds import Deed, deeds
from nlp.realising.figures import Figure, figures
from nlp.realising.lists import listed
from nlp.realising.names import is_person, names
from nlp.realising.phrases import sentence_of
from nlp.realising.prose import CODE
from nlp.realising.quotes import Quote, quotable
from nlp.realising.said import Happening, Highlight, State, happenings, highlights, qualities
from nlp.realising.themes import theme_of
from nlp.realising.things import Thing, things
from nlp.realising.titles import Skill, skill_in, subject_in, work_in
from nlp.review import Context
from nlp.text import says_something

MOST = 4
"""Pieces of a kind that are kept."""
PERSONAL = re.compile(r"\b(?:i|my|i['\u2019]?m|mine)\b", re.I)
OWN = re.compile(r"\b(?:i|my|me|we|our)\b", re.I)
FEWEST_TOLD = 2
"""Verbs in the past that make a story."""
LONGEST_TITLE = 14
"""Words of a title; what is longer tells a story."""
WORTH_A_WORD = 0.55
"""What a thing must be worth to be what the parent is about, and not one of many that it mentions."""
WORTH_A_WORD_IN_SHORT = 0.25
"""The same in a short parent, which is about what it names."""
PUBLISHER_BEHIND = frozenset(("-", "\u2013", "\u2014", "|"))
LONG = 40
"""Words from which a parent has several parts."""
SHORT = 20
"""Tokens of a short parent."""
NAME = re.compile(r"[A-Z][a-z]{1,15}")
TELLING = re.compile(
    r"\d|\b(?:but|surpris\w+|turned out|never|finally|instead|hardest|worst|best|mistake|wrong|learn\w*)\b",
    re.I,
)
"""Words that mark numbers, turns and surprises, which are worth more than what was to be expected."""


class Placed(Protocol):
    """A piece that stands somewhere in the parent."""

    @property
    def start(self) -> int:
        """Its first token."""


Piece = TypeVar("Piece", bound=Placed)


@dataclass(frozen=True)
class Matter:
    """The pieces of a parent. A piece's `start` is the token that it begins with."""

    text: str
    length: int
    """Its words, without a title."""
    deeds: tuple[Deed, ...]
    happenings: tuple[Happening, ...]
    states: tuple[State, ...]
    highlights: tuple[Highlight, ...]
    things: tuple[Thing, ...]
    figures: tuple[Figure, ...]
    quotes: tuple[Quote, ...]
    question: Question | None
    titled: bool
    """Whether it stands under a title."""
    only_title: bool
    """Whether nothing but a title is known of it, as under a song or a film."""
    author: str | None
    """A first name to speak to."""
    personal: bool
    """Whether the parent's writer tells of something of their own."""
    story: bool
    """Whether it tells what happened to its writer, in plain prose."""
    teaches: bool
    """Whether the title promises to teach something."""
    work: str | None
    """The name of the work whose title it stands under: "Song" of "Artist - Song"."""
    skill: Skill | None
    """What the title tells how to do."""

    @property
    def is_long(self) -> bool:
        """Whether it has several parts, so that one can be spoken of as a part."""
        return self.length >= LONG


def matter_of(parent: Doc, context: Context) -> Matter:
    """What a parent offers, once it was parsed. Its first line is the title where there is one."""
    title = context.thread_title or ""
    body = _after_title(parent, context)
    weigh = _Weights(parent, title)
    personal = PERSONAL.search(parent.text) is not None
    named = names(parent, body if context.parent_text else len(parent))
    return Matter(
        text=parent.text,
        length=sum(token.is_alpha for token in parent[body:]),
        deeds=weigh.best(deeds(parent)),
        happenings=weigh.best(happenings(parent)),
        states=weigh.best(qualities(parent)),
        highlights=weigh.best(highlights(parent)),
        things=_subject(parent, title, context)
        or weigh.best_things(_before_the_publisher([*named, *things(parent)], parent, context)),
        figures=tuple(each for each in figures(parent) if personal or each.text[0] not in "$€£")[:MOST],
        quotes=weigh.best(quotable(parent, body) if context.parent_text else ()),
        question=asked(parent, body) or (asked(parent) if "?" in title else None),
        titled=bool(title),
        only_title=not context.parent_text,
        author=context.parent_author if NAME.fullmatch(context.parent_author or "") else None,
        personal=personal,
        story=_is_story(parent),
        teaches=_teaches(title),
        work=work_in(title),
        skill=skill_in(title),
    )


def _subject(parent: Doc, title: str, context: Context) -> tuple[Thing, ...]:
    """What a title teaches or speaks of, where nothing but that is known."""
    subject = None if context.parent_text else (_teaches(title) and subject_in(title)) or theme_of(parent)
    if not subject:
        return ()
    return (Thing(subject, plural=False, owned=False, person=is_person(subject), start=0, worth=1.0),)


def _before_the_publisher(found: Iterable[Thing], parent: Doc, context: Context) -> Iterable[Thing]:
    """The things of a title alone without who published it: "… - The Globe and Mail"."""
    dashes = (
        [token.i for token in parent if token.text in PUBLISHER_BEHIND] if not context.parent_text else []
    )
    return [thing for thing in found if not dashes or thing.start < dashes[-1]]


def _is_story(parent: Doc) -> bool:
    told = int((parent.to_array("TAG") == parent.vocab.strings["VBD"]).sum())  # faster than by tokens
    if told < FEWEST_TOLD or not OWN.search(parent.text):
        return False
    return not CODE.search(parent.text)


def _teaches(title: str) -> bool:
    words = re.findall(r"[a-z]+", title.lower())
    return len(words) <= LONGEST_TITLE and (
        words[:2] == ["how", "to"] or not listed("teaching").isdisjoint(words)
    )


def _after_title(parent: Doc, context: Context) -> int:
    """Where the parent's own text begins; a title alone may be what asks."""
    if not (context.thread_title and context.parent_text):
        return 0
    return next((token.i + 1 for token in parent if "\n" in token.text), 0)


class _Weights:
    """How much the pieces of one parent are worth."""

    def __init__(self, parent: Doc, title: str) -> None:
        self._parent = parent
        self._title = {word.lower() for word in re.findall(r"\w{3,}", title)}
        self._counts = Counter(token.norm_ for token in parent if says_something(token))

    def best(self, pieces: Iterable[Piece]) -> tuple[Piece, ...]:
        """The worthiest, one for each place."""
        ranked = sorted(pieces, key=lambda piece: (-self._worth(piece), piece.start))
        return tuple({piece.start: piece for piece in reversed(ranked)}.values())[::-1][:MOST]

    def best_things(self, found: Iterable[Thing]) -> tuple[Thing, ...]:
        """The worthiest things, no two with the same last word."""
        least = WORTH_A_WORD_IN_SHORT if len(self._parent) <= SHORT else WORTH_A_WORD
        scored: dict[str, tuple[float, int, Thing]] = {}
        for thing in found:
            parts = [word.lower() for word in re.findall(r"\w+", thing.text)]
            again = max((self._counts[part] for part in parts), default=1) - 1
            in_title = sum(part in self._title for part in parts)
            worth = thing.worth + 0.3 * min(again, 3) + 0.5 * in_title
            score = worth - 0.002 * thing.start
            if parts and worth >= least and score > scored.get(parts[-1], (0.0, 0, thing))[0]:
                scored[parts[-1]] = (score, -thing.start, thing)
        return tuple(
            thing for _, _, thing in sorted(scored.values(), key=lambda each: each[:2], reverse=True)[:MOST]
        )

    def _worth(self, piece: Placed) -> float:
        start = piece.start
        sentence = sentence_of(self._parent[start])
        words = [token.norm_ for token in sentence if says_something(token)]
        telling = min(1, len(TELLING.findall(sentence.text)))
        shared = sum(word in self._title for word in words)
        again = sum(self._counts[word] > 1 for word in words)
        own = piece.worth if isinstance(piece, Deed) else 0.0
        return own + 0.4 * telling + 0.3 * min(2, shared) + 0.1 * min(3, again) - 0.004 * start
