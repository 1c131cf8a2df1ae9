"""Judges a draft that the rules have read: flags what leans far enough to a flag, as strictness says."""

from spacy.language import Language
from spacy.tokens import Doc, Span

from nlp.components.verdict import let_pass
from nlp.judge.leaning import Leaning, lean
from nlp.judge.weights import Weights, load_weights
from nlp.reading import Reading, reading_of
from nlp.signals import rules
from nlp.text import tokens, tokens_of

NOT_EXCLUDED = 0.1
"""The chance of a flag that is enough where the rules, which rarely err, flag the draft as the same."""
AS_LIKELY_AS_NOT = 0.4
"""The chance that is enough where a phrase that sells is seen: 96 of 100 such posts are promotion."""
SELLS = frozenset(["self_promotion", "engagement_bait", "hard_sell"])
"""Signals of such phrases."""
LEAST_COVERED = 0.25
"""Share of a draft that the phrases of a flag must cover to be a reason, unless the rules flag by them."""


class Judge:
    """Notes the leaning of a draft, to which what the rules found belongs, and draws the verdict from it."""

    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        self._leads_to = {rule.page.name: rule.leads_to for rule in rules()}
        self._without_phrases = {rule.leads_to: rule.page.name for rule in rules() if rule.by_judge}

    def __call__(self, doc: Doc) -> Doc:
        """Judge `doc`, unless there is nothing to judge."""
        reading = reading_of(doc)
        if reading.note and not reading.undecided:
            return doc
        leaning = reading.leaning = lean(doc, self._weights)
        if reading.from_log:
            return doc
        if leaning.flagged >= self._needed(reading, leaning):
            self._flag(doc, reading, leaning)
        elif reading.flags:
            let_pass(reading)
        return doc

    def _needed(self, reading: Reading, leaning: Leaning) -> float:
        threshold = self._weights.thresholds[reading.strictness]
        if reading.verdict == leaning.flag:
            return min(threshold, NOT_EXCLUDED)
        sells = leaning.flag == "promotion" and not SELLS.isdisjoint(reading.seen)
        return min(threshold, AS_LIKELY_AS_NOT) if sells else threshold

    def _flag(self, doc: Doc, reading: Reading, leaning: Leaning) -> None:
        verdict = leaning.flag
        telling = self._telling(doc, reading, verdict)
        if not telling:
            telling = [self._without_phrases[verdict]]
            reading.seen[telling[0]] = leaning.marked(doc, verdict)
        by_share = sorted(telling, key=lambda name: -leaning.share(name, reading.seen[name], verdict))
        if unmuted := [name for name in by_share if name not in reading.muted]:
            reading.verdict, reading.flags, reading.note = verdict, unmuted, ""
            reading.path = f"{verdict}:{unmuted[0]}"
        elif reading.flags:
            let_pass(reading)

    def _telling(self, doc: Doc, reading: Reading, verdict: str) -> list[str]:
        """The flags that tell why: those that the rules rest on, or that cover enough of the draft."""
        seen = {name: spans for name, spans in reading.seen.items() if self._leads_to[name] == verdict}
        return [name for name, spans in seen.items() if name in reading.flags or _covers(doc, spans)]


def _covers(doc: Doc, spans: list[Span]) -> bool:
    words = {token.i for token in tokens(doc) if token.is_alpha}
    return len(words & tokens_of({"": spans})) >= LEAST_COVERED * len(words)


@Language.factory("pitch_in_judge")
def make_judge(nlp: Language, name: str) -> Judge:  # noqa: ARG001 (spaCy passes both)
    """The component, with the shipped weights."""
    return Judge(load_weights())
