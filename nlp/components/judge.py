"""Judges what the rules leave open: flags a draft that leans far enough to a flag, as strictness says."""

from spacy.language import Language
from spacy.tokens import Doc, Span

from nlp.judge.leaning import Leaning, lean
from nlp.judge.scope import CERTAIN, open_flags, open_when_certain
from nlp.judge.weights import Weights, load_weights
from nlp.reading import Reading, reading_of
from nlp.signals import rules
from nlp.text import tokens_of

LEAST_COVERED = 0.25
"""Share of a draft that the phrases of a flag must cover to stand as the reason of a judged flag."""


class Judge:
    """Notes the leaning of a draft, and flags it where the rules haven't and the leaning is strong enough."""

    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        self._leads_to = {rule.page.name: rule.leads_to for rule in rules()}
        self._without_phrases = {rule.leads_to: rule.page.name for rule in rules() if rule.by_judge}

    def __call__(self, doc: Doc) -> Doc:
        """Judge `doc`, unless there was nothing to judge."""
        reading = reading_of(doc)
        if reading.note and not reading.undecided:
            return doc
        leaning = reading.leaning = lean(doc, self._weights)
        strong = leaning.flagged >= self._weights.thresholds[reading.strictness]
        may = open_when_certain if leaning.flagged >= CERTAIN else open_flags
        if strong and leaning.flag in may(doc):
            self._flag(doc, reading, leaning)
        return doc

    def _flag(self, doc: Doc, reading: Reading, leaning: Leaning) -> None:
        verdict = leaning.flag
        seen = {name: spans for name, spans in reading.seen.items() if self._leads_to[name] == verdict}
        telling = [name for name, spans in seen.items() if _covers(doc, spans)]
        if not telling:
            telling = [self._without_phrases[verdict]]
            reading.seen[telling[0]] = leaning.marked(doc, verdict)
        by_share = sorted(telling, key=lambda name: -leaning.share(name, reading.seen[name], verdict))
        if unmuted := [name for name in by_share if name not in reading.muted]:
            reading.verdict, reading.flags, reading.judged = verdict, unmuted, True
            reading.path, reading.note = f"{verdict}:{unmuted[0]}", ""


def _covers(doc: Doc, spans: list[Span]) -> bool:
    words = {token.i for token in doc if token.is_alpha}
    return len(words & tokens_of({"": spans})) >= LEAST_COVERED * len(words)


@Language.factory("pitch_in_judge")
def make_judge(nlp: Language, name: str) -> Judge:  # noqa: ARG001 (spaCy passes both)
    """The component, with the shipped weights."""
    return Judge(load_weights())
