"""Marks the phrases of every rule file, in one pass over the draft for each condition that they may have."""

from collections import defaultdict
from dataclasses import fields

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from nlp.components.readings import Readings, readings_in
from nlp.reading import reading_of
from nlp.signals import Phrases, rules
from nlp.text import LINK, asks, may_open, tokens

Seen = dict[str, list[Span]]


class PhraseMarker:
    """Notes where the phrases of a rule stand, by the words' readings and not their spelling."""

    def __init__(self, language: Language, readings: Readings) -> None:
        self._verdict_of = {rule.page.name: rule.leads_to for rule in rules()}
        self._matchers: dict[str, PhraseMatcher] = {}
        for when in fields(Phrases):
            matcher = self._matchers[when.name] = PhraseMatcher(language.vocab, attr="NORM")
            for rule in rules():
                if phrases := getattr(rule.phrases, when.name):
                    matcher.add(rule.page.name, [readings(language.make_doc(phrase)) for phrase in phrases])

    def __call__(self, doc: Doc) -> Doc:
        """Note the phrases seen in `doc`; of overlapping phrases of one rule the longest."""
        seen = self._seen(doc, "phrases")
        if not asks(reading_of(doc).parent):
            _add(seen, self._seen(doc, "unless_asked"))
        imperatives = self._seen(doc, "opening")
        _add(seen, {name: [span for span in spans if may_open(span)] for name, spans in imperatives.items()})
        _add(seen, self._in_company(doc, seen))
        reading_of(doc).seen = {name: filter_spans(spans) for name, spans in seen.items() if spans}
        return doc

    def _seen(self, doc: Doc, when: str) -> Seen:
        found: Seen = defaultdict(list)
        for key, start, end in self._matchers[when](doc):
            found[doc.vocab.strings[key]].append(doc[start:end])
        return found

    def _in_company(self, doc: Doc, seen: Seen) -> Seen:
        shy = self._seen(doc, "in_company")
        if not shy or any(token.norm == LINK for token in tokens(doc)):
            return shy
        counts: dict[str | None, set[str]] = defaultdict(set)
        for found in (seen, shy):
            for name, spans in found.items():
                counts[self._verdict_of[name]] |= {span.text.lower() for span in spans}
        return {name: spans for name, spans in shy.items() if len(counts[self._verdict_of[name]]) > 1}


def _add(seen: Seen, more: Seen) -> None:
    for name, spans in more.items():
        seen[name] = [*seen.get(name, []), *spans]


@Language.factory("pitch_in_phrases")
def make_phrase_marker(nlp: Language, name: str) -> PhraseMarker:  # noqa: ARG001 (spaCy passes both)
    """The component. It reads the rules' phrases as `pitch_in_readings` reads the drafts."""
    return PhraseMarker(nlp, readings_in(nlp))
