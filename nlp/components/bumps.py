"""Lets a bump reach over what it only repeats: "any update on the new release?" under a call for one."""

from spacy.language import Language
from spacy.tokens import Doc

from nlp.reading import reading_of
from nlp.repeating import pushes
from nlp.signals._seen import BUMP


@Language.component("pitch_in_bumps")
def reach_over(doc: Doc) -> Doc:
    """Take the whole draft for a bump, where beside one it names only what its parent names."""
    reading = reading_of(doc)
    if BUMP in reading.seen and pushes(doc, reading.seen[BUMP], reading.parent):
        reading.seen[BUMP] = [doc[:]]
    return doc
