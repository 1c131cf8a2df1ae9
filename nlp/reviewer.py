"""Reads drafts: runs the pipeline over them and writes down what it found as reviews."""

import threading
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import islice

from spacy.tokens import Doc

from nlp import blanks, components
from nlp.components.judge import Judge
from nlp.components.readings import readings_in
from nlp.gate import filled, may_be_shown
from nlp.inventions import Known
from nlp.language import load_language
from nlp.language.forgetting import remember, words_forgotten
from nlp.moves import Material, gather, is_loud, wordings
from nlp.offsets import Utf16Offsets
from nlp.reading import Reading, reading_of
from nlp.review import Context, History, Review, Signal, Span, Strictness, Suggestion
from nlp.rewording import everyday_words, says_the_same
from nlp.signals import rules
from nlp.suggesting import Choice
from nlp.verdicts import confidence, headline
from nlp.window import readable

SYNTAX = "syntax"
"""The component that parses."""

MOST_PARSED = 400
"""Tokens of a parent in which suggestions look for something to take up."""

BATCH = 256
"""Drafts that are read together where there are many."""

NOTHING: Mapping[str, Judge] = {}

LOST_AT_MOST = 0.02
"""Likelihood to contribute that another wording of a suggestion may cost."""


class Reader:
    """Reads drafts in their context: the pipeline, and how a draft is put into it."""

    def __init__(self, parts: tuple[str, ...] = components.ALL) -> None:
        self.language = load_language()
        components.add_to(self.language, parts)
        self._readings = readings_in(self.language)
        self._at_first_sight = {
            name: part.at_first_sight() for name, part in self.language.pipeline if isinstance(part, Judge)
        }

    def read(
        self,
        pairs: Iterable[tuple[str, Context | None]],
        muted: frozenset[str] = frozenset(),
        strictness: Strictness = "normal",
        history: History | None = None,
    ) -> Iterator[Doc]:
        """Many drafts, in order; their notes are at `doc._.pitch_in`.

        Without their syntax: no signal asks for it, and reading it costs more than all else.
        """
        prepared = (
            self._prepared(draft, context or Context(), muted, strictness, history or History())
            for draft, context in pairs
        )
        return map(self._read, prepared)

    def parsed(self, parent: Doc) -> Doc:
        """What a draft answers with its syntax; of a long one only the beginning."""
        if len(parent) > MOST_PARSED:
            parent = self._readings(self.language.make_doc(parent[:MOST_PARSED].text))
        return self.with_syntax(parent)

    def with_syntax(self, doc: Doc) -> Doc:
        """The same document with its syntax."""
        return self.language.get_pipe(SYNTAX)(doc)

    def material(self, doc: Doc) -> Material:
        """What suggestions for a draft that was read are made of."""
        parent = reading_of(doc).parent
        draft = self.with_syntax(doc) if is_loud(doc) else doc
        return gather(draft, self.parsed(parent) if parent is not None else None)

    def judged(self, text: str, of: Reading) -> Reading:
        """What the pipeline makes, at first sight, of a text in the place of a draft that was read."""
        doc = self.language.make_doc(readable(text))
        # What was posted before is like the draft, not like this text.
        history = of.history.model_copy(update={"posted_before": ()})
        doc._.pitch_in = Reading(of.context, of.muted, of.strictness, of.parent, history=history)
        return reading_of(self._read(doc, self._at_first_sight))

    def _read(self, doc: Doc, instead: Mapping[str, Judge] = NOTHING) -> Doc:
        for name, component in self.language.pipeline:
            if name != SYNTAX:
                doc = instead.get(name, component)(doc)
        return doc

    def _prepared(
        self, draft: str, context: Context, muted: frozenset[str], strictness: Strictness, history: History
    ) -> Doc:
        """The words of a draft, with notes that hold all that its reading depends on."""
        doc = self.language.make_doc(readable(draft))
        answered = "\n".join(filter(None, (context.thread_title, context.parent_text)))
        parent = self._readings(self.language.make_doc(readable(answered))) if answered.strip() else None
        doc._.pitch_in = Reading(context, muted, strictness, parent, blanks.spans_in(draft), history)
        return doc


class Reviewer:
    """Reviews drafts with the shipped pipeline, one at a time. Holds no state between drafts."""

    def __init__(self) -> None:
        self._reader = Reader()
        remember(self._reader.language, _often_read())
        self._one_at_a_time = threading.Lock()

    @property
    def model_version(self) -> str:
        """Name and version of the pipeline that the rules stand on."""
        meta = self._reader.language.meta
        return f"{meta['lang']}_{meta['name']}-{meta['version']}"

    def review(
        self,
        draft: str,
        context: Context | None = None,
        *,
        muted: Collection[str] = (),
        strictness: Strictness = "normal",
        suggestions: int = 3,
        history: History | None = None,
    ) -> Review:
        """The review of one draft. Never raises for any text.

        Signals named in `muted` are neither shown nor counted; at most `suggestions` rewrites are made.
        `strictness` says how sure a flag must be; `nlp/model/judge/measured.json` how often it is wrong.
        `history` is what the person's log says: the same text posted before, and asks beside gives.
        """
        with self._for_a_while():
            (doc,) = self._reader.read([(draft, context)], frozenset(muted), strictness, history)
            return self._written_down(doc, suggestions)

    def review_many(
        self,
        pairs: Iterable[tuple[str, Context | None]],
        *,
        muted: Collection[str] = (),
        strictness: Strictness = "normal",
        suggestions: int = 0,
    ) -> Iterator[Review]:
        """The reviews of many drafts, in order and in batches. Makes no suggestions unless asked for some."""
        waiting = iter(pairs)
        while some := list(islice(waiting, BATCH)):
            with self._for_a_while():
                docs = self._reader.read(some, frozenset(muted), strictness)
                reviews = [self._written_down(doc, suggestions) for doc in docs]
            yield from reviews

    @contextmanager
    def _for_a_while(self) -> Iterator[None]:
        """A block whose words are forgotten when it ends: no document of it may be used after that."""
        with self._one_at_a_time, words_forgotten(self._reader.language):
            yield

    def _written_down(self, doc: Doc, suggestions: int) -> Review:
        reading = reading_of(doc)
        return Review(
            verdict=reading.verdict,
            confidence=confidence(reading),
            headline=headline(reading),
            signals=tuple(_signals(doc)),
            suggestions=tuple(self._suggestions(doc, suggestions)),
            open_blanks=reading.open_blanks,
        )

    def suggest(
        self,
        draft: str,
        context: Context | None = None,
        *,
        muted: Collection[str] = (),
        strictness: Strictness = "normal",
        most: int = 3,
    ) -> tuple[Suggestion, ...]:
        """Rewrites of any draft that can be judged, flagged or not. Never raises for any text."""
        with self._for_a_while():
            (doc,) = self._reader.read([(draft, context)], frozenset(muted), strictness)
            return tuple(self._rewrites(doc, most)) if _can_be_rewritten(doc) else ()

    def may_replace(self, suggestion: str, text: str, draft: str, context: Context | None = None) -> bool:
        """Whether another wording of a suggestion may be shown in its place: as good, and as likely to help.

        It must say the same and pass the gate that the suggestion passed, its own review included.
        """
        context = context or Context()
        known = Known(draft, context, everyday_words())
        if not says_the_same(suggestion, text) or not may_be_shown(text, draft, context.site, known):
            return False
        with self._for_a_while():
            (doc,) = self._reader.read([(draft, context)])
            before, after = (
                self._reader.judged(filled(each), reading_of(doc)) for each in (suggestion, text)
            )
            return after.verdict == "contributes" and _likelihood(after) >= _likelihood(before) - LOST_AT_MOST

    def _suggestions(self, doc: Doc, most: int) -> Iterator[Suggestion]:
        if reading_of(doc).flags:
            yield from self._rewrites(doc, most)

    def _rewrites(self, doc: Doc, most: int) -> Iterator[Suggestion]:
        if most > 0:
            yield from islice(self._choice(doc).suggestions(), most)

    def _choice(self, doc: Doc) -> Choice:
        context = reading_of(doc).context
        return Choice(self._reader.material(doc), context, lambda text: self._contributes(text, doc))

    def _contributes(self, text: str, doc: Doc) -> bool:
        return self._reader.judged(text, reading_of(doc)).verdict == "contributes"


def _often_read() -> Iterator[str]:
    """What suggestions are put together with, and the words of all texts."""
    yield from map(filled, wordings())
    for word in sorted(everyday_words()):
        yield from (word, word.capitalize())


def _likelihood(reading: Reading) -> float:
    return reading.leaning.chance("contributes") if reading.leaning else 0.0


def _can_be_rewritten(doc: Doc) -> bool:
    reading = reading_of(doc)
    return bool(reading.flags) or reading.verdict == "contributes" or reading.undecided


def _signals(doc: Doc) -> Iterator[Signal]:
    """The flags that the verdict rests on, and the strengths seen."""
    reading, offsets = reading_of(doc), Utf16Offsets(doc.text)
    for rule in rules():
        page = rule.page
        is_strength = page.kind == "strength" and page.name in reading.seen.keys() - reading.muted
        if page.name in reading.flags or is_strength:
            earlier = rule.rests_on(reading.history) if rule.rests_on else None
            spans = [(offsets[span.start_char], offsets[span.end_char]) for span in reading.seen[page.name]]
            yield Signal(
                name=page.name,
                kind=page.kind,
                spans=tuple(Span(start=start, end=end) for start, end in spans),
                reason=page.reason,
                rule=f"/signals/{page.name}",
                share=_share(reading, page.name),
                earlier=earlier.id if earlier else None,
            )


def _share(reading: Reading, name: str) -> float | None:
    if reading.leaning is None or reading.verdict == "unjudged":
        return None
    return round(reading.leaning.share(name, reading.seen[name], reading.verdict), 3)
