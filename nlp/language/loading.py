"""Loads the English pipeline."""

from pathlib import Path
from typing import Final

from spacy.language import Language

from nlp.language.syntax_pipe import MODEL
from nlp.language.tokenizer import SocialEnglish

NAMED: Final = {"name": "social_text", "version": "2.0.0"}
"""What is shipped in nlp/model; the version goes up whenever its weights change."""


def load_language(model: Path = MODEL) -> Language:
    """The English pipeline for social text, with the weights of a folder. Load it once per process.

    Raises OSError or ValueError where the folder's files are missing or damaged.
    """
    nlp = SocialEnglish(meta=dict(NAMED))
    nlp.add_pipe("syntax", config={"model": str(model)})
    return nlp
