"""Verbs have their forms, regular or not."""

import pytest

from nlp.realising import verbs


@pytest.mark.parametrize(
    ("base", "past", "gerund", "third"),
    [
        ("move", "moved", "moving", "moves"),
        ("stop", "stopped", "stopping", "stops"),
        ("try", "tried", "trying", "tries"),
        ("play", "played", "playing", "plays"),
        ("build", "built", "building", "builds"),
        ("run", "ran", "running", "runs"),
        ("fix", "fixed", "fixing", "fixes"),
        ("order", "ordered", "ordering", "orders"),
        ("admit", "admitted", "admitting", "admits"),
        ("lie", "lied", "lying", "lies"),
        ("go", "went", "going", "goes"),
        ("clean", "cleaned", "cleaning", "cleans"),
        ("plan", "planned", "planning", "plans"),
    ],
)
def test_a_base_has_its_forms(base: str, past: str, gerund: str, third: str) -> None:
    assert (verbs.past(base), verbs.gerund(base), verbs.third(base)) == (past, gerund, third)


@pytest.mark.parametrize(
    ("form", "base"),
    [("moved", "move"), ("built", "build"), ("swapping", "swap"), ("hurried", None), ("queue", None)],
)
def test_a_form_leads_to_its_base_among_the_verbs_that_can_be_asked_about(
    form: str, base: str | None
) -> None:
    assert verbs.base_of(form) == base


def test_both_spellings_of_a_past_are_known() -> None:
    assert verbs.is_past("learnt", "learn")
    assert verbs.is_past("learned", "learn")
    assert verbs.is_past("cancelled", "cancel")
    assert verbs.is_past("canceled", "cancel")


def test_every_verb_that_can_be_asked_about_has_a_regular_or_listed_past() -> None:
    for kind in ("chosen", "made", "solved", "kept", "changed"):
        for base in verbs._classes()[kind]:
            assert verbs.is_past(verbs.past(base), base), base
