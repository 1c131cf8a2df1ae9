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
        ("We've released our sensor firmware today.", "release your sensor firmware"),
        ("I created a map of all benches in town.", "create a map of all benches in town"),
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
    assert [quote.text for quote in offered(parent).quotes] == ["Painted lanes are not infrastructure"]


@pytest.mark.parametrize(
    ("parent", "quote"),
    [
        (
            "My neighbour lent me his old dinghy for a week and I capsized it twice before lunch.",
            "My neighbour lent me his old dinghy for a week",
        ),
        (
            "I think the ferry company should publish its cancellations.",
            "the ferry company should publish its cancellations",
        ),
        ("Finished the ramp for the library today.", "Finished the ramp for the library today"),
    ],
)
def test_of_a_long_or_hedged_statement_the_statement_itself_is_quoted(
    offered: Offer, parent: str, quote: str
) -> None:
    assert [found.text for found in offered(parent).quotes] == [quote]


def test_what_happened_to_somebody_is_not_disputed(offered: Offer) -> None:
    claims = {
        quote.text: quote.claims
        for quote in offered("Scooters belong on the road. A rider hit my aunt.").quotes
    }
    assert claims == {"Scooters belong on the road": True, "A rider hit my aunt": False}


def test_a_thing_is_named_without_what_it_is_for(offered: Offer) -> None:
    assert "the wheelchair ramp" in {
        thing.text for thing in offered("The wheelchair ramp for the library is done.").things
    }


def test_what_can_only_be_told_is_nothing_to_have_a_go_at(offered: Offer) -> None:
    (deed,) = offered("I failed the Finnish exam by two points.").deeds
    assert (deed.past, deed.only_theirs) == ("failed the Finnish exam by two points", True)


def test_a_title_that_asks_is_the_question(offered: Offer) -> None:
    assert offered("I play by ear.", title="What is the best way to learn sight reading?").question


def test_only_a_plain_name_is_spoken_to(offered: Offer) -> None:
    assert offered("We moved.", author="Maria").author == "Maria"
    assert offered("We moved.", author="xX_m4ria").author is None


@pytest.mark.parametrize("parent", ["", "???", "🔥🔥🔥", "aaaa " * 500, "lol", "@ana #so", "> quoted\n\nso"])
def test_odd_parents_offer_nothing_and_break_nothing(offered: Offer, parent: str) -> None:
    matter = offered(parent, title="x")
    assert not matter.deeds
    assert not matter.happenings


def test_laughter_is_not_quoted(offered: Offer) -> None:
    assert not offered("my daughter ate all the strawberries before the picture lol").quotes


def test_a_whole_sentence_in_quotation_marks_is_no_thing(offered: Offer) -> None:
    parent = '"We don\'t need another meeting" is what they told us before "The Long Room" was booked.'
    assert [thing.text for thing in offered(parent).things if '"' in thing.text] == ['"The Long Room"']
