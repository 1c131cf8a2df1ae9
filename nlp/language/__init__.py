"""English for social text: the tokenizer, the shipped pipeline, the language of a draft, and its syntax."""

from nlp.language.clauses import direct_object, is_question, main_predicates, root, subject
from nlp.language.grammatical_person import Person, person, person_of, persons
from nlp.language.identify import DraftLanguage, identify_language
from nlp.language.imperative import imperatives, is_imperative
from nlp.language.loading import load_language

__all__ = [
    "DraftLanguage",
    "Person",
    "direct_object",
    "identify_language",
    "imperatives",
    "is_imperative",
    "is_question",
    "load_language",
    "main_predicates",
    "person",
    "person_of",
    "persons",
    "root",
    "subject",
]
