"""Reads drafts: runs the pipeline over them and writes down what it found as reviews."""

from collections.abc import Collection, Iterable, Iterator

from spacy.tokens import Doc

from nlp import blanks, components, gate
from nlp.components.readings import readings_in
from nlp.language import load_language
from nlp.moves import candidates
from nlp.offsets import Utf16Offsets
from nlp.reading import Reading, reading_of
from nlp.review import Context, History, Review, Signal, Span, Strictness, Suggestion
from nlp.signals import rules
from nlp.verdicts import confidence, headline
from nlp.window import readable


class Reader:
    """Reads drafts in their context: the pipeline, and how a draft is put into it."""

    def __init__(self, parts: tuple[str, ...] = components.ALL) -> None:
        self.language = load_language()
        components.add_to(self.language, parts)
        self._readings = readings_in(self.language)

    def read(
        self,
        pairs: Iterable[tuple[str, Context | None]],
        muted: frozenset[str] = frozenset(),
        strictness: Strictness = "normal",
        history: History | None = None,
    ) -> Iterator[Doc]:
        """Many drafts, in order and in batches; their notes are at `doc._.pitch_in`."""
        return self.language.pipe(
            self._prepared(draft, context or Context(), muted, strictness, history or History())
            for draft, context in pairs
        )

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
    """Reviews drafts with the shipped pipeline. Holds no state between drafts."""

    def __init__(self) -> None:
        self._reader = Reader()

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
        for doc in self._reader.read(pairs, frozenset(muted), strictness):
            yield self._written_down(doc, suggestions)

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

    def _suggestions(self, doc: Doc, most: int) -> Iterator[Suggestion]:
        reading = reading_of(doc)
        if most <= 0 or not reading.flags:
            return
        shown = [doc.text]
        for move, text in candidates(doc):
            if len(shown) <= most and not gate.repeats(text, shown) and self._passes(text, doc):
                shown.append(text)
                yield Suggestion(move=move.name, text=text, blanks=blanks.spans_in(text), why=move.why)

    def _passes(self, suggestion: str, doc: Doc) -> bool:
        reading = reading_of(doc)
        if gate.invents(suggestion, doc.text, reading.context) or not gate.fits_site(
            suggestion, reading.context.site
        ):
            return False
        language = self._reader.language
        as_draft = language.make_doc(gate.filled(suggestion))
        as_draft._.pitch_in = Reading(reading.context, reading.muted, reading.strictness, reading.parent)
        return reading_of(language(as_draft)).verdict == "contributes"


def _signals(doc: Doc) -> Iterator[Signal]:
    """The flags that the verdict rests on, and the strengths seen."""
    reading, offsets = reading_of(doc), Utf16Offsets(doc.text)
    for rule in rules():
        page = rule.page
        is_strength = page.kind == "strength" and page.name in reading.seen.keys() - reading.muted
        if page.name in reading.flags or is_strength:
            spans = [(offsets[span.start_char], offsets[span.end_char]) for span in reading.seen[page.name]]
            yield Signal(
                name=page.name,
                kind=page.kind,
                spans=tuple(Span(start=start, end=end) for start, end in spans),
                reason=page.reason,
                rule=f"/signals/{page.name}",
                share=_share(reading, page.name),
            )


def _share(reading: Reading, name: str) -> float | None:
    if reading.leaning is None or reading.verdict == "unjudged":
        return None
    return round(reading.leaning.share(name, reading.seen[name], reading.verdict), 3)
