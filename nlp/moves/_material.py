"""What a rewrite may be made of: the draft's own words, and what its parent offers to be taken up."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from nlp.moves._kept import good_sentences, own_links
from nlp.moves._trimming import trimmed
from nlp.moves._voice import Voice, voice_of
from nlp.moves._wording import begun, turned_to
from nlp.reading import reading_of
from nlp.realising.matter import Matter, matter_of

OWN_THING = re.compile(
    r"\b(?:my|our)\s+(?:(?:new|latest|own|little|small|first|free)\s+)?"
    r"(app|article|blog|book|business|channel|company|course|game|library|music|newsletter|page|podcast|post|product|"
    r"project|shop|site|song|startup|store|stream|tool|video|videos|website|album|ep|single|plugin|planner|zine|print|"
    r"prints|workshop|class|classes|show|gallery|bakery|cafe|studio)\b",
    re.I,
)
DISAGREES = re.compile(
    r"\b(?:disagree|not true|untrue|wrong|nope|nah|no way|bullshit|nonsense|rubbish|overrated)\b|👎",
    re.I,
)


@dataclass(frozen=True)
class Material:
    """What the moves work with. `parent` is None where the draft answers nothing that is known."""

    draft: str
    verdict: str
    flags: frozenset[str]
    kept: tuple[str, ...]
    """The draft's own good sentences, which stay."""
    trimmed: tuple[str, ...]
    """The draft's sentences without their noise; empty where there is none, or nothing left."""
    voice: Voice
    parent: Matter | None
    links: tuple[str, ...]
    own_thing: str | None
    disagrees: bool

    def seen(self, *flags: str) -> bool:
        """Whether one of these flags stands against the draft."""
        return not self.flags.isdisjoint(flags)

    def write(self, wordings: Sequence[str], **parts: str) -> Iterator[str]:
        """Rewrites: the kept sentences and each wording in this writer's voice, with its parts filled in.

        Which wording comes first, the draft and what it answers decide. Parts stay as they are.
        """
        for text in self.write_alone(wordings, **parts):
            yield " ".join((*self.kept, text))

    def write_alone(self, wordings: Sequence[str], **parts: str) -> Iterator[str]:
        """The same without the kept sentences."""
        offered = "" if self.parent is None else "\n".join(thing.text for thing in self.parent.things)
        for wording in turned_to(wordings, "\n".join((self.draft, offered, wordings[0]))):
            text = self.voice.says(wording).format(**parts)
            if not self.voice.small:
                text = begun(text)
            yield self.voice.ends(text)


def gather(doc: Doc, parent: Doc | None) -> Material:
    """The material in a draft that was read, and in its parent once that was parsed."""
    reading = reading_of(doc)
    own = OWN_THING.search(doc.text)
    return Material(
        draft=doc.text,
        verdict=reading.verdict,
        flags=frozenset(reading.flags),
        kept=good_sentences(doc) if reading.flags else (doc.text.strip(),),
        trimmed=trimmed(doc),
        voice=voice_of(doc),
        parent=matter_of(parent, reading.context) if parent is not None else None,
        links=own_links(doc),
        own_thing=own.group(1).lower() if own else None,
        disagrees=bool(DISAGREES.search(doc.text)),
    )
