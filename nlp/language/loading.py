"""Loads the English pipeline."""

import spacy
from spacy.language import Language

from nlp.language.tokenizer import add_social_rules


def load_language() -> Language:
    """The English pipeline for social text. Takes about half a second, so load it once per process."""
    nlp = spacy.blank("en")
    add_social_rules(nlp)
    return nlp
