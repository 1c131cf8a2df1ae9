"""Marks the phrases of every rule file, in one pass over the draft."""

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from nlp.components.readings import Readings
from nlp.reading import reading_of
from nlp.signals import rules
from nlp.text import asks


class Phrases:
    """Notes where the phrases of a rule stand, by the words' readings and not their spelling."""

    def __init__(self, language: Language, readings: Readings) -> None:
        self._always = PhraseMatcher(language.vocab, attr="NORM")
        self._unless_asked = PhraseMatcher(language.vocab, attr="NORM")
        for rule in rules():
            for matcher, phrases in ((self._always, rule.phrases), (self._unless_asked, rule.unless_asked)):
                if phrases:
                    matcher.add(rule.page.name, [readings(language.make_doc(phrase)) for phrase in phrases])

    def __call__(self, doc: Doc) -> Doc:
        """Note the phrases seen in `doc`; of overlapping phrases of one rule the longest."""
        reading = reading_of(doc)
        matches = self._always(doc)
        if not asks(reading.parent):
            matches += self._unless_asked(doc)
        by_rule: dict[str, list[Span]] = {}
        for key, start, end in matches:
            by_rule.setdefault(doc.vocab.strings[key], []).append(doc[start:end])
        for name, spans in by_rule.items():
            reading.seen[name] = filter_spans(spans)
        return doc


@Language.factory("pitch_in_phrases")
def make_phrases(nlp: Language, name: str) -> Phrases:  # noqa: ARG001 (spaCy passes both)
    """The component. It reads the rules' phrases as `pitch_in_readings` reads the drafts."""
    readings = nlp.get_pipe("pitch_in_readings")
    if not isinstance(readings, Readings):
        raise TypeError("pitch_in_phrases stands after pitch_in_readings, whose readings it compares")
    return Phrases(nlp, readings)
