"""The parts of the pipeline that read a draft after the language is read: one spaCy factory a file."""

from spacy.language import Language
from spacy.tokens import Doc

from nlp.components import bumps, judge, phrases, readings, signals, verdict  # noqa: F401 (this registers them)

RULES = ("pitch_in_readings", "pitch_in_phrases", "pitch_in_bumps", "pitch_in_signals", "pitch_in_verdict")
ALL = (*RULES, "pitch_in_judge")


def add_to(language: Language, names: tuple[str, ...] = ALL) -> None:
    """Add them, in order, at the end of the pipeline. Their notes are kept at `doc._.pitch_in`."""
    if not Doc.has_extension("pitch_in"):
        Doc.set_extension("pitch_in", default=None)
    for name in names:
        language.add_pipe(name)
