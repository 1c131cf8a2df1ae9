"""What sends a person away answers nothing, and isn't judged; what is said beside it is."""

from collections.abc import Callable

import pytest

from nlp import Review

Ask = Callable[..., Review]


@pytest.mark.parametrize(
    ("draft", "parent"),
    [
        ("Shut up, you moron.", "How do I get rid of the lock on the queue?"),
        ("Google it.", "How do I get rid of the lock on the queue?"),
        ("RTFM", "Where do I set the port?"),
        ("Just google it, idiot", "Who maintains this now?"),
        ("Who cares, you clown", "We moved our queue to Postgres."),
        ("Fuck off", None),
    ],
)
def test_an_insult_or_dismissal_alone_is_no_answer_and_not_judged(
    review: Ask, draft: str, parent: str | None
) -> None:
    found = review(draft, answering=parent)
    assert (found.verdict, found.signals, found.suggestions) == ("unjudged", (), ())
    assert found.headline == "This sends somebody away and says nothing else: that isn't judged."


@pytest.mark.parametrize(
    ("draft", "parent"),
    [
        ("You're an idiot. The port is 8080.", "Which port does it use?"),
        ("No, you moron.", "Is port 8080 open?"),
        ("Google.", "Which search engine do you use?"),
        ("Clowns.", "What are you afraid of?"),
        ("Read the manual of the pump first, page 12 has the wiring.", "How do I wire the pump?"),
        ("No, it doesn't.", "Does it work offline?"),
        ("The idiot before me had wired both phases to one fuse.", "What was wrong with the oven?"),
    ],
)
def test_an_answer_stays_one_beside_a_rude_word(review: Ask, draft: str, parent: str) -> None:
    assert review(draft, answering=parent).verdict == "contributes"


def test_joy_may_be_rude(review: Ask) -> None:
    assert review("Shut up and take my money!", answering="We launched Flowly today.").verdict == "me_too"
