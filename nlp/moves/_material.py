"""What a rewrite may be made of: the draft's own words, and what its parent offers to be taken up."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Doc

from nlp.moves import _phrases, _stance
from nlp.moves._flags import by_phrases, flags_of
from nlp.moves._kept import good_sentences, own_links, standing, without_title
from nlp.moves._remark import remark_of, speaks
from nlp.moves._rewrite import Piece, Rewrite
from nlp.moves._stance import Stance
from nlp.moves._trimming import trimmed
from nlp.moves._voice import Voice, voice_of
from nlp.moves._wording import turned_to
from nlp.reading import reading_of
from nlp.realising import verbs
from nlp.realising.lists import listed
from nlp.realising.matter import Matter, matter_of
from nlp.realising.things import Thing
from nlp.review import Context
from nlp.signals._seen import KINDNESS
from nlp.text import LINK

FEWEST_PASSED_ON = 8
"""Tokens of a post that tells what its title does; shorter ones only react."""
SUBJECT = 1.0
"""What a thing is worth that the parent is about."""
MOST_OF_A_PITCH = 2
"""Sentences of a pitch that stay: what is longer is no talk."""
SHORT = 100
"""Characters of a draft that says one thing."""
OWN_THING = re.compile(
    r"\b(?:my|our)\s+(?:(?:new|latest|own|little|small|first|free)\s+)?"
    r"(app|article|blog|book|business|channel|company|course|game|library|music|newsletter|page|podcast|post|product|"
    r"project|shop|site|song|startup|store|stream|tool|video|videos|website|album|ep|single|plugin|planner|zine|print|"
    r"prints|workshop|class|classes|show|gallery|bakery|cafe|studio)\b",
    re.I,
)


@dataclass(frozen=True)
class Material:
    """What the moves work with. `parent` is None where the draft answers nothing that is known."""

    draft: str
    selling: bool
    """Whether it pitches, whatever the verdict."""
    flags: frozenset[str]
    """The flags that the verdict rests on; in a draft that isn't flagged, the pitches that it has."""
    kept: tuple[str, ...]
    """The draft's own good sentences, which stay."""
    remark: str | None
    """A short remark of its own that can be gone on from, where no whole sentence stays."""
    trimmed: tuple[str, ...]
    """The draft's sentences without their noise; empty where there is none, or nothing left."""
    voice: Voice
    parent: Matter | None
    links: tuple[str, ...]
    bare_link: bool
    """Whether a link is all that there is."""
    own_thing: str | None
    disagrees: bool
    own_thread: bool
    """Whether the writer seems to have begun the thread, and answers those who answered."""
    says_something: bool
    """Whether it has a word, link or emoji of its own; a bare command or quotation can't be helped."""
    passes_on: bool
    """Whether the draft is a post of its own that passes on what its title tells."""

    @property
    def stays(self) -> str:
        """What of the draft its rewrites begin with, if they do."""
        return " ".join(self.kept) or self.remark or ""

    @cached_property
    def goes_on(self) -> bool:
        """Whether it keeps a statement of its own, which what is added can go on from."""
        return not self.selling and _stance.states(" ".join(self.kept))

    @cached_property
    def things(self) -> tuple[Thing, ...]:
        """Things of the parent to take up alone; beside a remark only what the parent is about."""
        if self.parent is None:
            return ()
        return tuple(thing for thing in self.parent.things if not self.remark or thing.worth >= SUBJECT)

    @cached_property
    def praises(self) -> bool:
        """Whether its remark finds something good."""
        return self.seen("praise") or bool(self.remark and _phrases.PRAISES.search(self.remark))

    @cached_property
    def explainable(self) -> bool:
        """Whether a reason can follow its remark: praise or a clause, no laugh and no congratulation."""
        remark = self.remark or ""
        return (self.praises or bool(_phrases.CLAUSE.search(remark))) and not _phrases.CHEERS.search(remark)

    @cached_property
    def bids(self) -> bool:
        """Whether its remark tells somebody to do something: that can be given a reason, but no example."""
        first = re.match(r"\w+", self.remark or "")
        word = first.group().lower() if first else ""
        return bool(word) and (word in listed("bidding") or verbs.base_of(word) == word)

    @cached_property
    def is_asked(self) -> bool:
        """Whether what it answers asks something, so that a remark on it is beside the point."""
        return bool(self.parent and self.parent.question and not self.parent.only_title)

    @property
    def only_begs(self) -> bool:
        """Whether it begs for clicks, and has nothing of its own that it would lead to."""
        return self.selling and not (self.own_thing or self.links or self.seen("hard_sell"))

    @cached_property
    def only_links(self) -> bool:
        """Whether its links are all that there is to it."""
        return bool(self.links) and not self.stays

    @cached_property
    def asks(self) -> bool:
        """Whether it keeps a question or a call for help of its own."""
        return not self.selling and _stance.asks_for_help(self.draft, " ".join(self.kept))

    @cached_property
    def agrees(self) -> bool:
        """Whether it says that its writer sees or has the same, and nothing beside that."""
        said = self.seen("agreement") and _phrases.AGREES.search(self.draft)
        if _phrases.DENIES.search(self.draft):
            return False
        laughs = _phrases.CHEERS.search(self.draft) and not _phrases.AGREES.match(self.draft)
        return self.has_it_too or (bool(said and not laughs) and not self.seen("praise", "thanks"))

    @cached_property
    def wishes(self) -> bool:
        """Whether it only says that its writer would like to have what a parent speaks of."""
        text = self.draft
        if self.selling or self.parent is None or self.is_asked or _phrases.ASKS_THE_READER.search(text):
            return False
        return bool(_phrases.WISH.search(text)) and len(text) < SHORT

    @property
    def is_kind(self) -> bool:
        """Whether it is a wish, condolence, congratulation or welcome, which no other word may bend."""
        return KINDNESS in self.flags

    @cached_property
    def has_same_trouble(self) -> bool:
        """Whether its writer has the same trouble."""
        return not self.selling and bool(_phrases.SAME_TROUBLE.search(self.draft))

    @cached_property
    def has_it_too(self) -> bool:
        """Whether its writer has the same trouble, or waits for the same."""
        waits = bool(_phrases.WAITING.search(self.draft)) and not self.selling
        asks_too = bool(self.parent and self.parent.question and _phrases.SAME_QUESTION.match(self.draft))
        pushes = self.seen("bump") and not self.seen("praise", "thanks")  # "keep it up"
        return pushes or waits or asks_too or self.has_same_trouble

    @cached_property
    def stances(self) -> tuple[Stance, ...]:
        """Its stances, the one that counts most first."""
        open_talk = not (self.parent and self.parent.question)
        holds: dict[Stance, bool] = {
            "brings_a_link": self.only_links or (bool(self.links) and (self.selling or self.passes_on)),
            "passes_on": self.passes_on and not self.links,
            "own_thread": self.own_thread,
            "shares_trouble": self.has_same_trouble and open_talk,
            "wishes": self.wishes,
            "asks": self.asks,
            "waits": self.has_it_too and open_talk,
            "goes_on": self.goes_on and not self.passes_on and open_talk,
            "answers_on": self.goes_on and not self.passes_on and not open_talk,
        }
        return tuple(stance for stance, held in holds.items() if held)

    def seen(self, *flags: str) -> bool:
        """Whether one of these flags stands against the draft."""
        return not self.flags.isdisjoint(flags)

    def write(
        self,
        wordings: tuple[str, ...],
        about: Piece | None = None,
        /,
        *,
        before: str | None = None,
        after: str = "",
        **parts: str,
    ) -> Iterator[Rewrite]:
        """Rewrites: the kept sentences, or what stands `before`, and each wording with its parts filled in.

        They are in this writer's voice; parts stay as they are. Which wording comes first, the draft and
        what it answers decide. `about` is what they take up of the parent.
        """
        before = " ".join(self.kept) if before is None else before
        offered = "" if self.parent is None else "\n".join(thing.text for thing in self.parent.things)
        key = "\n".join((self.draft, offered, *wordings[:1], *parts.values()))
        for wording in turned_to(wordings, key):
            yield Rewrite(wordings, wording, parts, self.voice, before, after, about)

    def write_behind_remark(self, wordings: tuple[str, ...], **parts: str) -> Iterator[Rewrite]:
        """The same with the draft's remark before them, where it has one."""
        before = None if self.remark is None else f"{self.remark}."
        return self.write(wordings, before=before, **parts)


def gather(doc: Doc, parent: Doc | None) -> Material:
    """The material in a draft that was read, and in its parent once that was parsed."""
    reading = reading_of(doc)
    title = reading.context.thread_title
    own = OWN_THING.search(doc.text)
    flags = frozenset(reading.flags or reading.seen.keys() & flags_of("promotion"))
    selling = any(name in flags_of("promotion") for name in flags)
    links, left = own_links(doc), trimmed(doc)
    voice = voice_of(doc, pitches=selling)
    bare = bool(links) and all(token.norm_ == LINK or not token.is_alpha for token in doc)
    kept = good_sentences(doc) if flags or bare else _stance.kept_of_unflagged(doc)
    left = standing(left, doc.text, most=len(left))
    kept = standing(kept, doc.text, most=MOST_OF_A_PITCH if selling else len(kept))
    kept = without_title(kept, title)
    remark = None if kept else remark_of(doc, small=voice.small)
    if remark and not (_phrases.PRAISES.search(remark) or without_title((remark,), title)):
        remark = None  # it only says the title
    if selling and remark and not flags & by_phrases():
        kept = without_title((f"{remark}.",), title)  # a headline that is no sentence
    return Material(
        draft=doc.text,
        selling=selling,
        flags=flags,
        kept=kept,
        remark=None if selling else remark,
        trimmed=left,
        voice=voice,
        parent=matter_of(parent, reading.context) if parent is not None else None,
        links=links,
        bare_link=bare,
        own_thing=own.group(1).lower() if own else None,
        disagrees=bool(_phrases.DISAGREES.search(doc.text)),
        own_thread=parent is not None and not selling and _stance.is_in_own_thread(doc, reading.context),
        says_something=bool(links) or speaks(doc),
        passes_on=_passes_on(reading.context, doc),
    )


def _passes_on(context: Context, doc: Doc) -> bool:
    if context.kind not in {"post", "share"} or not context.thread_title or context.parent_text:
        return False
    return len(doc) >= FEWEST_PASSED_ON or any(token.norm_ == LINK for token in doc)
