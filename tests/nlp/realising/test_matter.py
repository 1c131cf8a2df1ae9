"""What a parent offers to be taken up: clauses on the reader's side, things, figures, words to quote."""

import pytest

from tests.nlp.realising.conftest import Offer


@pytest.mark.parametrize(
    ("parent", "deed"),
    [
        ("We moved our queue to Postgres.", "move your queue to Postgres"),
        ("I've replaced the radiators in our house.", "replace the radiators in your house"),
        ("Last week I sold my car and bought a cargo bike.", "buy a cargo bike"),
        ("I decided to rewrite the parser.", "rewrite the parser"),
        ("I keep my starter in the fridge.", "keep your starter in the fridge"),
        ("We switched from weekly to monthly letters last spring.", "switch from weekly to monthly letters"),
    ],
)
def test_a_deed_is_turned_to_the_reader(offered: Offer, parent: str, deed: str) -> None:
    assert deed in [found.base for found in offered(parent).deeds]


@pytest.mark.parametrize(
    "parent",
    [
        "We would move our queue to Postgres.",
        "If we moved our queue to Postgres, p95 would drop.",
        "We never moved our queue to Postgres.",
        "Should we move our queue to Postgres?",
        "She moved her queue to Postgres.",
        "We moved it there.",
        "He said “we moved our queue to Postgres” and left.",
        "You moved our queue to Postgres.",
    ],
)
def test_what_was_not_done_or_by_others_is_no_deed(offered: Offer, parent: str) -> None:
    assert not offered(parent).deeds


def test_what_happened_and_how_things_are(offered: Offer) -> None:
    matter = offered("The price of flour doubled. The old cassette was noisy.")
    assert [(found.thing, found.base) for found in matter.happenings] == [("the price of flour", "double")]
    assert [(found.thing, found.quality) for found in matter.states] == [("the old cassette", "noisy")]


def test_what_is_pointed_out(offered: Offer) -> None:
    (found,) = offered("The hardest part was the retry loop: it never ends.").highlights
    assert (found.label, found.thing) == ("the hardest part", "the retry loop")


def test_things_are_the_readers_and_names_stay_as_written(offered: Offer) -> None:
    things = {thing.text for thing in offered("Our rye bread rose. I run Home Assistant.").things}
    assert things == {"your rye bread", "Home Assistant"}


def test_a_statement_is_quoted_as_it_stands(offered: Offer) -> None:
    parent = "Painted lanes are not infrastructure. Thanks for reading!"
    assert offered(parent).quotes == ("Painted lanes are not infrastructure",)


def test_only_a_plain_name_is_spoken_to(offered: Offer) -> None:
    assert offered("We moved.", author="Maria").author == "Maria"
    assert offered("We moved.", author="xX_m4ria").author is None


@pytest.mark.parametrize("parent", ["", "???", "🔥🔥🔥", "aaaa " * 500, "lol", "@ana #so", "> quoted\n\nso"])
def test_odd_parents_offer_nothing_and_break_nothing(offered: Offer, parent: str) -> None:
    matter = offered(parent, title="x")
    assert not matter.deeds
    assert not matter.happenings
