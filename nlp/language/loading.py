"""Loads the English pipeline."""

from pathlib import Path

from spacy.lang.en import English
from spacy.language import Language

from nlp.language.noun_phrases import noun_phrases
from nlp.language.syntax_pipe import MODEL
from nlp.language.tokenizer import add_social_rules


def load_language(model: Path = MODEL) -> Language:
    """The English pipeline for social text, with the weights of a folder. Load it once per process."""
    nlp = English()
    add_social_rules(nlp)
    # spaCy's stub wants spans here, spaCy itself unpacks tuples.
    nlp.vocab.get_noun_chunks = noun_phrases  # type: ignore[assignment]
    if (model / "weights.npz").exists():
        nlp.add_pipe("syntax", config={"model": str(model)})
    return nlp
