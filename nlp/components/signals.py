"""Runs the signals that are written in Python, after the phrases were marked."""

from spacy.language import Language
from spacy.tokens import Doc

from nlp.reading import reading_of
from nlp.signals import rules


@Language.component("pitch_in_signals")
def see_signals(doc: Doc) -> Doc:
    """Note what each Python signal sees in `doc`."""
    reading = reading_of(doc)
    for rule in rules():
        if rule.see and rule.page.name not in reading.muted:
            spans = [*reading.seen.get(rule.page.name, ()), *rule.see(doc)]
            if spans:
                reading.seen[rule.page.name] = spans
    return doc
