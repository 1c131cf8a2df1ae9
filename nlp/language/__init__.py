"""English for social text: the tokenizer, the shipped pipeline, the language of a draft, and its syntax."""

from nlp.language.identify import DraftLanguage, identify_language
from nlp.language.loading import load_language

__all__ = ["DraftLanguage", "identify_language", "load_language"]
