"""Reads drafts: runs the pipeline over them and writes down what it found as reviews."""

from collections.abc import Collection, Iterable, Iterator

from spacy.tokens import Doc

from nlp import blanks, components
from nlp.language import load_language
from nlp.offsets import Utf16Offsets
from nlp.reading import Reading, reading_of
from nlp.review import Context, Review, Signal, Span
from nlp.signals import rules
from nlp.verdicts import confidence, headline
from nlp.window import readable


class Reviewer:
    """Reviews drafts with the shipped pipeline. Holds no state between drafts."""

    model_version = "rules-1"

    def __init__(self) -> None:
        self._language = load_language()
        components.add_to(self._language)

    def review(
        self,
        draft: str,
        context: Context | None = None,
        *,
        muted: Collection[str] = (),
        suggestions: int = 3,
    ) -> Review:
        """The review of one draft. Never raises for any text.

        Signals named in `muted` are neither shown nor counted; at most `suggestions` rewrites are made.
        """
        reviews = self.review_many([(draft, context)], muted=muted, suggestions=suggestions)
        return next(iter(reviews))

    def review_many(
        self,
        pairs: Iterable[tuple[str, Context | None]],
        *,
        muted: Collection[str] = (),
        suggestions: int = 0,
    ) -> Iterator[Review]:
        """The reviews of many drafts in their contexts, in order and in batches. Makes no suggestions unless asked."""
        docs = (self._prepared(draft, context or Context(), frozenset(muted)) for draft, context in pairs)
        for doc in self._language.pipe(docs):
            yield self._written_down(doc)

    def _prepared(self, draft: str, context: Context, muted: frozenset[str]) -> Doc:
        doc = self._language.make_doc(readable(draft))
        answered = "\n".join(filter(None, (context.thread_title, context.parent_text)))
        parent = self._language.make_doc(readable(answered)) if answered.strip() else None
        doc._.pitch_in = Reading(context, muted, parent)
        return doc

    def _written_down(self, doc: Doc) -> Review:
        reading = reading_of(doc)
        offsets = Utf16Offsets(doc.text)
        shown = [
            Signal(
                name=rule.page.name,
                kind=rule.page.kind,
                spans=tuple(
                    Span(start=offsets[span.start_char], end=offsets[span.end_char])
                    for span in reading.seen[rule.page.name]
                ),
                reason=rule.page.reason,
                rule=f"/signals/{rule.page.name}",
            )
            for rule in rules()
            if rule.page.name in reading.flags
            or (rule.page.kind == "strength" and rule.page.name in reading.seen)
        ]
        open_blanks = blanks.spans_in(doc.text)
        return Review(
            verdict=reading.verdict,
            confidence=confidence(reading),
            headline=headline(reading, open_blanks),
            signals=tuple(shown),
            suggestions=(),
            open_blanks=open_blanks,
        )
