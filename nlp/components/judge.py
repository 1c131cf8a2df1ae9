"""Judges a draft that the rules have read: flags what leans far enough to a flag, as strictness says."""

from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc, Span

from nlp.components.verdict import let_pass
from nlp.judge.leaning import FLAGS, Flagged, Leaning, counted, looked_at
from nlp.judge.traits import standing_alone
from nlp.judge.weights import Weights, load_weights
from nlp.reading import Reading, reading_of
from nlp.review import Strictness
from nlp.signals import rules
from nlp.signals._seen import KINDNESS, REPEATS
from nlp.text import tokens, tokens_of
from nlp.verdicts import AS_LIKELY_AS_NOT
from nlp.welcome import answers, denies, is_asked_for

NOT_EXCLUDED: dict[Flagged, float] = {"me_too": 0.5, "promotion": 0.1}
"""The chance of a flag that is enough where the rules flag the draft as the same.

On labelled posts of new sources they were right above it in 289 of 299 and in 208 of 216; below it in 3 of
6 and not in the only one.
"""
UNDER_A_PARENT: Strictness = "relaxed"
"""The strictness for promotion under a parent, where the rules flag none and it says enough to be help.

On labelled posts of new sources the threshold of normal flagged 37 such, one of them rightly; most of the
others were help on trackers. That of relaxed flags none of them.
"""
ENOUGH_TO_BE_HELP = 8
"""Words from which a draft under a parent may be that."""
LITTLE = 0.8
"""The chance of a flag by counting alone that is enough where the words are too few for the rules."""
NEVER = 1.1
"""More than any chance."""
SELLS = frozenset(["self_promotion", "engagement_bait", "hard_sell"])
"""Signals of such phrases."""
LEADS_AWAY = frozenset(["self_promotion", "bare_link"])
"""Signals of what sends readers somewhere."""
NOTHING_GIVEN = 0.3
"""The chance of promotion that is enough where a draft leads away and no sentence stands by itself.

Of labelled posts of new sources with a chance between that and a half, and not chosen by a model, 30 of 32
were promotion.
"""
LEAST_COVERED = 0.25
"""Share of a draft that the phrases of a flag must cover to be a reason, unless the rules flag by them."""


class Judge:
    """Notes the leaning of a draft, to which what the rules found belongs, and draws the verdict from it."""

    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        self._leads_to = {rule.page.name: rule.leads_to for rule in rules()}
        self._without_phrases = {rule.leads_to: rule.page.name for rule in rules() if rule.by_judge}

    def at_first_sight(self) -> "Judge":
        """One that never asks the network, for texts that are made of what was judged before."""
        return Judge(replace(self._weights, second_look=replace(self._weights.second_look, asked_from=NEVER)))

    def __call__(self, doc: Doc) -> Doc:
        """Judge `doc`, unless there is nothing to judge.

        Where the rules flag it and counting bears them out, the network has nothing to add: on labelled posts
        of new sources it would change 8 of 515 such verdicts, 3 of them for the better.
        """
        reading = reading_of(doc)
        if reading.note and not reading.undecided:
            return doc
        leaning = counted(doc, self._weights)
        if not self._bears_out(doc, reading, leaning):
            leaning = looked_at(doc, leaning)
        reading.leaning = leaning
        if reading.from_log:
            return doc
        verdict = _likelier(reading, leaning)
        reading.enough = self._enough(doc, reading, leaning, verdict)
        if leaning.flagged >= reading.enough:
            self._flag(doc, reading, leaning, verdict)
        elif reading.flags:
            let_pass(reading)
        return doc

    def _bears_out(self, doc: Doc, reading: Reading, leaning: Leaning) -> bool:
        """Whether counting is enough for the flag that the rules gave; who is relaxed wants a second look."""
        if reading.strictness == "relaxed":
            return False
        verdict = _likelier(reading, leaning)
        return reading.verdict == verdict and leaning.flagged >= self._enough(doc, reading, leaning, verdict)

    def _enough(self, doc: Doc, reading: Reading, leaning: Leaning, verdict: Flagged) -> float:
        """The chance of a flag that is enough: less where the rules speak for it, unless one is relaxed."""
        enough = threshold = self._weights.thresholds[reading.strictness]
        # Of what is too short for the rules both looks must think ill, each by itself.
        too_short = reading.undecided and leaning.flagged_at_first < LITTLE
        sells = verdict == "promotion" and not SELLS.isdisjoint(reading.seen)
        if reading.verdict == verdict:
            enough = _not_excluded(reading, verdict)
        elif too_short or self._is_welcome(doc, reading, verdict, sells):
            return NEVER
        elif verdict == "promotion" and _may_help(doc, reading):
            return max(threshold, self._weights.thresholds[UNDER_A_PARENT])
        elif verdict == "promotion" and _only_leads_away(doc, reading):
            enough = NOTHING_GIVEN
        elif sells:
            enough = AS_LIKELY_AS_NOT  # 96 of 100 posts with such a phrase are promotion
        return threshold if reading.strictness == "relaxed" else min(threshold, enough)

    def _is_welcome(self, doc: Doc, reading: Reading, verdict: Flagged, sells: bool) -> bool:
        """Whether the parent makes it an answer, or an objection."""
        if verdict == "promotion" and is_asked_for(reading):
            return True
        return not sells and (answers(doc, reading) or denies(doc, reading))

    def _flag(self, doc: Doc, reading: Reading, leaning: Leaning, verdict: Flagged) -> None:
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

    def _telling(self, doc: Doc, reading: Reading, verdict: Flagged) -> list[str]:
        """The flags that tell why: those that the rules rest on, or that cover enough of the draft."""
        seen = {name: spans for name, spans in reading.seen.items() if self._leads_to[name] == verdict}
        if KINDNESS in seen and KINDNESS not in reading.muted:
            return [KINDNESS]  # praise and emoji around a wish are a part of it
        return [name for name, spans in seen.items() if name in reading.flags or _covers(doc, spans)]


def _likelier(reading: Reading, leaning: Leaning) -> Flagged:
    """The flag that the rules gave, unless the judge all but excludes it; else the one it leans to."""
    for verdict in FLAGS:
        if reading.verdict == verdict and leaning.chance(verdict) >= _not_excluded(reading, verdict):
            return verdict
    return leaning.flag


def _not_excluded(reading: Reading, verdict: Flagged) -> float:
    """The chance of a flag that is enough where the rules flag the draft as the same.

    Of one that only repeats its parent any is: what it shares with that counts as a reference otherwise.
    """
    return 0.0 if REPEATS in reading.flags else NOT_EXCLUDED[verdict]


def _may_help(doc: Doc, reading: Reading) -> bool:
    """Whether it says enough under a parent to be help that somebody gives."""
    enough = sum(token.is_alpha for token in tokens(doc)) >= ENOUGH_TO_BE_HELP
    return enough and bool(reading.context.parent_text)


def _only_leads_away(doc: Doc, reading: Reading) -> bool:
    """Whether it sends readers somewhere and gives them no sentence that stands by itself."""
    return not LEADS_AWAY.isdisjoint(reading.seen) and not standing_alone(doc, reading)


def _covers(doc: Doc, spans: list[Span]) -> bool:
    words = {token.i for token in tokens(doc) if token.is_alpha}
    return len(words & tokens_of({"": spans})) >= LEAST_COVERED * len(words)


@Language.factory("pitch_in_judge")
def make_judge(nlp: Language, name: str) -> Judge:  # noqa: ARG001 (spaCy passes both)
    """The component, with the shipped weights."""
    return Judge(load_weights())
