"""What all suggestions for 120 written pairs have in common: twelve topics, ten kinds of draft.

Every draft gets suggestions here, flagged or not: which of them are flagged is the judge's to say.
"""

import json
import subprocess
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest

from nlp import Reviewer, Suggestion
from nlp.blanks import BLANK
from nlp.gate import filled, repeats
from nlp.moves import moves
from nlp.moves._wording import opening
from nlp.training.pairs import Pair, read_pairs
from tests.nlp.moves.invention_check import made_up
from tests.setup import node

HERE = Path(__file__).parent
PAIRS = read_pairs(HERE / "pairs")


@dataclass(frozen=True)
class Suggested:
    pair: Pair
    flagged: bool
    suggestions: tuple[Suggestion, ...]


@pytest.fixture(scope="module")
def suggested(reviewer: Reviewer) -> list[Suggested]:
    found = []
    for pair in PAIRS:
        review = reviewer.review(pair.draft, pair.context)
        made = review.suggestions or reviewer.suggest(pair.draft, pair.context)
        found.append(Suggested(pair, review.verdict in ("me_too", "promotion"), made))
    return found


def every(suggested: list[Suggested]) -> list[tuple[Pair, str]]:
    return [(each.pair, suggestion.text) for each in suggested for suggestion in each.suggestions]


def share(part: int, whole: int) -> float:
    assert whole, "There is nothing to take a share of."
    return part / whole


def test_there_are_ten_kinds_of_draft_for_each_of_twelve_topics() -> None:
    kinds = Counter(pair.name.partition(", ")[2] for pair in PAIRS)
    assert len(PAIRS) == 120
    assert len(kinds) == 10
    assert set(kinds.values()) == {12}


def test_nine_in_ten_flagged_drafts_get_at_least_two(suggested: list[Suggested]) -> None:
    flagged = [each for each in suggested if each.flagged]
    assert share(sum(len(each.suggestions) >= 2 for each in flagged), len(flagged)) >= 0.9


def test_so_do_drafts_that_are_not_flagged_when_somebody_asks(suggested: list[Suggested]) -> None:
    assert share(sum(len(each.suggestions) >= 2 for each in suggested), len(suggested)) >= 0.9


def test_an_independent_check_finds_nothing_made_up(suggested: list[Suggested]) -> None:
    frames = {move.name: move.frame for move in moves()}
    found = [(each.pair, suggestion) for each in suggested for suggestion in each.suggestions]
    wrong = {}
    for pair, suggestion in found:
        context = pair.context
        said = (pair.draft, context.parent_text, context.thread_title, context.parent_author)
        if bad := made_up(suggestion.text, *said, frame=frames[suggestion.move]):
            wrong[suggestion.text] = bad
    assert share(len(wrong), len(found)) <= 0.01, wrong


def test_the_independent_check_finds_what_is_made_up() -> None:
    parent = "We moved our queue to Postgres and p95 went to 40 ms."
    assert made_up("What made you move your queue to Kafka?", parent) == ["Kafka"]
    assert made_up("Is the 50 ms with or without [… what]?", parent) == ["50"]
    assert made_up("On “our queue to Redis”: [… what].", parent) == ["“our queue to Redis”", "Redis"]
    assert made_up("Here it crashed: https://example.com/x", parent) == ["https://example.com/x", "crashed"]
    assert made_up("What made you move your queue in two weeks?", parent) == ["two", "weeks"]
    assert made_up("How did you come to move your queue to Postgres?", parent) == ["come"]
    assert not made_up("How did you come to move your queue to Postgres?", parent, frame="come")


def test_harper_sees_no_new_slips(suggested: list[Suggested]) -> None:
    """Filled with a word that fits nearly anywhere; what it says of draft or parent too doesn't count.

    Nor do small letters where the draft has no others: that is its writer's way.
    """
    texts = every(suggested)
    before = [f"{pair.draft}\n\n{pair.context.parent_text}" for pair, _ in texts]
    after = [BLANK.sub("something", text) for _, text in texts]
    found = harper([*before, *after])
    wrong = {}
    for (pair, text), then, now in zip(texts, before, after, strict=True):
        known = {(lint["kind"], lint["words"].lower()) for lint in found[then]}
        new = [lint for lint in found[now] if (lint["kind"], lint["words"].lower()) not in known]
        if pair.draft.islower():
            new = [lint for lint in new if lint["kind"] != "Capitalization"]
        if new:
            wrong[text] = [f"{lint['words']}: {lint['says']}" for lint in new]
    assert share(len(wrong), len(texts)) <= 0.03, wrong


def harper(texts: list[str]) -> dict[str, list[dict[str, str]]]:
    """The lints of each text, by npm's `harper.js`, a grammar checker: it takes seconds to begin."""
    different = list(dict.fromkeys(texts))
    command = [str(node.find()), str(HERE / "harper.mjs")]
    run = subprocess.run(command, input=json.dumps(different), capture_output=True, text=True, check=True)
    return dict(zip(different, json.loads(run.stdout), strict=True))


def test_suggestions_begin_in_many_ways(suggested: list[Suggested]) -> None:
    first = [text for _, text in every(suggested)][::2][:100]
    assert len(first) == 100
    assert len(set(map(opening, first))) >= 40


def test_siblings_and_drafts_differ(suggested: list[Suggested]) -> None:
    for each in suggested:
        texts = [suggestion.text.removeprefix(each.pair.draft).strip() for suggestion in each.suggestions]
        for place, text in enumerate(texts):
            assert text != each.pair.draft
            assert not repeats(text, texts[:place])


def test_most_flagged_drafts_contribute_once_their_blanks_are_filled(
    reviewer: Reviewer, suggested: list[Suggested]
) -> None:
    """By the whole reviewer, syntax included: the gate leaves that out."""
    some = [(each.pair, each.suggestions[0].text) for each in suggested[::4] if each.suggestions]
    again = reviewer.review_many([(filled(text), pair.context) for pair, text in some])
    assert [review.verdict for review in again] == ["contributes"] * len(some)


def test_every_move_has_its_turn(suggested: list[Suggested]) -> None:
    used = {suggestion.move for each in suggested for suggestion in each.suggestions}
    assert len(used) >= 9


def test_nothing_is_shouted_or_tagged(suggested: list[Suggested]) -> None:
    for each in (each for each in suggested if each.flagged):
        for suggestion in each.suggestions:
            stays = each.pair.draft if suggestion.move == "care" else ""  # kind words stay as they are
            assert "!" not in suggestion.text.removeprefix(stays)
            assert "#" not in suggestion.text
