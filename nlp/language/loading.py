"""Loads the English pipeline."""

from pathlib import Path

from spacy.language import Language

from nlp.language.syntax_pipe import MODEL
from nlp.language.tokenizer import SocialEnglish


def load_language(model: Path = MODEL) -> Language:
    """The English pipeline for social text, with the weights of a folder. Load it once per process."""
    nlp = SocialEnglish()
    if (model / "weights.npz").exists():
        nlp.add_pipe("syntax", config={"model": str(model)})
    return nlp
