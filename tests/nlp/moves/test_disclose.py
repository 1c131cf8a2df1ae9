from collections.abc import Callable

from nlp import Review
from tests.nlp.moves.conftest import Make


def disclosed(review: Review) -> list[str]:
    return [one.text for one in review.suggestions if one.move == "disclose"]


def test_own_work_is_called_own_after_something_given(review: Callable[..., Review]) -> None:
    (text,) = disclosed(review("Check out my channel: https://youtu.be/x"))
    assert text.startswith("[… one thing that readers can use")
    assert "channel" in text
    assert text.endswith("https://youtu.be/x")


def test_whose_work_it_is_stays_open_where_the_draft_does_not_say(review: Callable[..., Review]) -> None:
    (text,) = disclosed(review("Buy now, 50% off, link in bio"))
    assert "[… what you have to do with it]" in text


def test_nothing_to_disclose_in_a_bare_thanks(review: Callable[..., Review]) -> None:
    assert not disclosed(review("Thanks!", answering="We moved to Postgres."))


def test_what_the_kept_sentences_call_own_is_not_called_own_again(make: Make) -> None:
    draft = "SO EXCITED!!! Our workshop repairs cargo bikes on Sundays as well. Follow us for more!!!"
    assert not make("disclose", draft, answering="I bought a used cargo bike in March.")
