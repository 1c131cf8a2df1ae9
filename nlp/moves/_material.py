"""What a rewrite may be made of: the draft's own words, and what its parent offers to be taken up."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc

from nlp.moves._kept import good_sentences, own_links
from nlp.moves._trimming import trimmed
from nlp.moves._voice import Voice, voice_of
from nlp.moves._wording import begun, turned_to
from nlp.moves._words import pushes
from nlp.reading import reading_of
from nlp.realising.matter import Matter, matter_of
from nlp.review import Context
from nlp.signals import rules
from nlp.text import LINK, asks

LAST_WITHOUT_MARK = re.compile(r"https?://|www\.|[#@]\w")
OWN_THING = re.compile(
    r"\b(?:my|our)\s+(?:(?:new|latest|own|little|small|first|free)\s+)?"
    r"(app|article|blog|book|business|channel|company|course|game|library|music|newsletter|page|podcast|post|product|"
    r"project|shop|site|song|startup|store|stream|tool|video|videos|website|album|ep|single|plugin|planner|zine|print|"
    r"prints|workshop|class|classes|show|gallery|bakery|cafe|studio)\b",
    re.I,
)
DISAGREES = re.compile(
    r"\b(?:disagree|not true|untrue|(?<!be )(?<!am )(?<!was )(?<!'m )wrong|nope|nah|bullshit|nonsense|"
    r"rubbish|overrated)\b|\A\s*no way\b|👎",
    re.I,
)
IN_OWN_THREAD = re.compile(
    r"\bmy (?:bad|mistake|lack of|question|answer|video|channel)\b|\bsorry\b|\bapolog|"
    r"\bunderstood\b|\b(?:that|it) makes sense\b|\bgot it\b|"
    r"\bglad (?:you|it|to hear)|\bgood (?:point|catch|call)\b|"
    r"\bi(?:['\u2019]ll| will) (?:add|try|look|check|do)\b|"
    r"\b(?:solved|fixed) (?:it|my)\b|"
    r"\b(?:thanks?|thank you|thx|ty)(?: (?:so|very) much| a (?:lot|ton|bunch))?,? (?:@\S+,? )?(?:for|to) "
    r"(?:(?:the|your|this|that|all|all the|all your) )?(?:\w+ )?"
    r"(?:point(?:ing)?|answers?|help\w*|feedback|comments?|repl(?:y|ies)|responses?|suggestions?|corrections?|"
    r"clarif\w+|explanation|references?|links?|report\w*|review|support|input|watching|reading|edit|info\w*)\b|"
    r"\bi(?:['\u2019]ll| will|['\u2019]ve| have|)(?: just| now)? "
    r"(?:fix|edit|update|correct|change|amend)(?:ed|d)?\b",
    re.I,
)
"""What people write to those who answered them, or who wrote to them about their own post."""

THANKS = re.compile(r"\b(?:thank\w*|thx|tnx|ty|tysm|grateful|appreciate\w*)\b", re.I)
CIVIL = re.compile(
    r"\b(?:thank\w*|thx|nice|great|good|helpful|useful|awesome|amazing|beautiful|love[ds]?|congrat\w*|please|"
    r"welcome|hi|hello|wow|lol|cool|appreciate\w*|bless\w*|"
    r"informative|insightful|excellent|brilliant|superb|fantastic|perfect|proud|glad|agree\w*|best|"
    r"spot on)\b|[?]",
    re.I,
)
"""Words of sentences that greet, thank or praise, or ask: nothing to give an example of."""
CALL_FOR_HELP = re.compile(r"\b(?:need (?:some |your |any )?help|help me|please help|pls help)\b", re.I)
ASKING = re.compile(r"[?]|\b(?:please|pls|can (?:u|you|someone|anyone)|help me)\b", re.I)
STATING = re.compile(
    r"\b(?:i|we|you|he|she|it|they|this|that|is|are|was|were|has|have|had|will|would|can|could|should|do|does|did)\b"
    r"|n['\u2019]t\b",
    re.I,
)
"""Words without which hardly anything is stated."""
FEWEST_SAID = 5
LITTLE = 12
"""Words from which a draft is kept whatever they are."""


def states(text: str) -> bool:
    """Whether a text states something, going by its words, and only that."""
    return bool(STATING.search(text)) and not CIVIL.search(text)


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
    passes_on: bool
    """Whether the draft is a post of its own that passes on what its title tells."""

    @property
    def goes_on(self) -> bool:
        """Whether it keeps a statement of its own, which what is added can go on from."""
        said = " ".join(self.kept)
        return not self.selling and len(said.split()) >= FEWEST_SAID and states(said)

    @property
    def only_links(self) -> bool:
        """Whether its links are all that there is to it."""
        return bool(self.links) and not self.kept

    @property
    def asks(self) -> bool:
        """Whether it keeps a question or a call for help of its own."""
        if self.selling:
            return False
        return bool(ASKING.search(" ".join(self.kept)) or CALL_FOR_HELP.search(self.draft))

    def seen(self, *flags: str) -> bool:
        """Whether one of these flags stands against the draft."""
        return not self.flags.isdisjoint(flags)

    def write(self, wordings: Sequence[str], **parts: str) -> Iterator[str]:
        """Rewrites: the kept sentences and each wording in this writer's voice, with its parts filled in.

        Which wording comes first, the draft and what it answers decide. Parts stay as they are.
        """
        for text in self.write_alone(wordings, **parts):
            yield joined(" ".join(self.kept), text)

    def write_alone(self, wordings: Sequence[str], **parts: str) -> Iterator[str]:
        """The same without the kept sentences."""
        offered = "" if self.parent is None else "\n".join(thing.text for thing in self.parent.things)
        for wording in turned_to(wordings, "\n".join((self.draft, offered, *wordings[:1]))):
            text = self.voice.says(wording).format(**parts)
            if not self.voice.small:
                text = begun(text)
            yield self.voice.ends(text)


def gather(doc: Doc, parent: Doc | None) -> Material:
    """The material in a draft that was read, and in its parent once that was parsed."""
    reading = reading_of(doc)
    own = OWN_THING.search(doc.text)
    flags = frozenset(reading.flags or reading.seen.keys() & _flags("promotion"))
    selling = any(name in _flags("promotion") for name in flags)
    links, left = own_links(doc), trimmed(doc)
    bare = bool(links) and all(token.norm_ == LINK or not token.is_alpha for token in doc)
    return Material(
        draft=doc.text,
        selling=selling,
        flags=flags,
        kept=good_sentences(doc) if flags or bare or links else _whole(doc),
        trimmed=left,
        voice=voice_of(doc),
        parent=matter_of(parent, reading.context) if parent is not None else None,
        links=links,
        bare_link=bare,
        own_thing=own.group(1).lower() if own else None,
        disagrees=bool(DISAGREES.search(doc.text)),
        own_thread=parent is not None and not selling and _is_in_own_thread(doc),
        passes_on=_passes_on(reading.context),
    )


def _whole(doc: Doc) -> tuple[str, ...]:
    """A draft that nothing was flagged in, unless it pushes, or says little and states nothing."""
    text = doc.text.strip()
    if len(text.split()) < LITTLE and not (states(text) and len(text.split()) >= FEWEST_SAID):
        return ()
    return good_sentences(doc) if pushes(text) else (text,)


def _is_in_own_thread(doc: Doc) -> bool:
    """Whether it speaks to those who answered: also by thanks to a handle under a question."""
    if IN_OWN_THREAD.search(doc.text):
        return True
    if THANKS.search(doc.text) and _is_an_answer(reading_of(doc).context):
        return True
    named = doc.text.lstrip().startswith("@") and "thank" in doc.text.lower()
    return named and asks(reading_of(doc).parent)


def _is_an_answer(context: Context) -> bool:
    """Whether what the draft answers is itself an answer to the question in its title."""
    return bool(context.parent_text) and "?" in (context.thread_title or "")


def _passes_on(context: Context) -> bool:
    return context.kind in {"post", "share"} and bool(context.thread_title) and not context.parent_text


def joined(kept: str, added: str) -> str:
    """What stays and what is added: on a line of its own behind a link or tag, else as the next sentence."""
    if not kept:
        return added
    last = kept.split()[-1]
    if last[-1].isalnum() and not LAST_WITHOUT_MARK.match(last):
        return f"{kept}. {added}"
    return f"{kept}\n{added}" if LAST_WITHOUT_MARK.match(last) else f"{kept} {added}"


@cache
def _flags(*verdicts: str) -> frozenset[str]:
    return frozenset(rule.page.name for rule in rules() if rule.leads_to in verdicts)
