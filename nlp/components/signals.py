"""Runs the signals that are written in Python, after the phrases were marked."""

from spacy.language import Language
from spacy.tokens import Doc

from nlp.reading import reading_of
from nlp.signals import rules


@Language.component("pitch_in_signals")
def see_signals(doc: Doc) -> Doc:
    """Note what each Python signal sees in `doc`; none of them sees what another one saw."""
    reading = reading_of(doc)
    found = {rule.page.name: list(rule.see(doc)) for rule in rules() if rule.see}
    reading.seen |= {name: spans for name, spans in found.items() if spans}
    return doc
