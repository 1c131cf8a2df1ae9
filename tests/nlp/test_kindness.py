"""Wishes, condolences, congratulations and welcomes: nothing new, and nothing to be blamed for."""

from collections.abc import Callable

import pytest

from nlp import Review

Ask = Callable[..., Review]
DEAD = "My father died on Sunday after a long illness. He taught me to sail."
STARTING = "I'm happy to share that I'm starting a new position as Staff Engineer at Acme!"
KIND = [
    ("Get well soon!", "I broke my leg on the stairs last week."),
    ("Get well soon, Anna!", None),
    ("I'm so sorry for your loss.", DEAD),
    ("My condolences to you and your family.", DEAD),
    ("Heartfelt condolences 💔", DEAD),
    ("Thinking of you and your family", "My mum is in hospital again."),
    ("Sending hugs", "I failed the bar exam for the second time."),
    ("Sorry to hear that.", "I failed the bar exam for the second time."),
    ("Congratulations!", STARTING),
    ("Congrats Maria! 🎉", STARTING),
    ("Congratulations on the new job! Well deserved.", STARTING),
    ("Happy birthday, Tom! Hope you have a great day", None),
    ("Welcome!", "Hi, I'm new here. I keep bees in Leeds."),
    ("Welcome aboard 👋", "Today is my first day at Acme as a data analyst."),
    ("Good luck!", "I have my driving test tomorrow, third try."),
    ("Safe travels!", "We leave for Patagonia on Friday."),
    ("Happy new year everyone!", None),
    ("You're welcome.", "Thanks, the second command did it."),
    ("No worries, happy to help!", "Thanks, the second command did it."),
]
ABSURD = (
    "because",
    "the part",
    "the bit",
    "got me",
    "helped me [",
    "stuck with me",
    "thanks",
    "died",
    "makes me",
)
"""What the other moves write beside praise, which no kind person says to somebody in grief or joy."""


@pytest.mark.parametrize(("draft", "parent"), KIND)
def test_kind_words_are_called_kind(review: Ask, draft: str, parent: str | None) -> None:
    found = review(draft, answering=parent)
    assert found.verdict == "me_too"
    assert [signal.name for signal in found.signals if signal.kind == "flag"] == ["kind_words"]
    assert found.headline.startswith("Kind, ")


@pytest.mark.parametrize(("draft", "parent"), KIND)
def test_kind_words_get_nothing_beside_them_that_is_not_kind(review: Ask, draft: str, parent: str) -> None:
    for suggestion in review(draft, answering=parent).suggestions:
        added = suggestion.text.removeprefix(draft).lower().replace("because [… why]", "")
        assert not any(words in added for words in ABSURD)
        assert suggestion.move == "care"


@pytest.mark.parametrize(
    ("draft", "parent"),
    [
        ("Get well soon! My knee took until May too, and swimming got me back on the bike.", None),
        ("Congrats on the 2.0 release, the new parser halved our build.", None),
        ("RIP Grandpa, you taught me how to fish.", None),
        ("Hope your mum gets better soon, she taught half of our street to swim.", "My mum is ill again."),
        ("Feedback is welcome, above all on the second chapter and its maps.", None),
    ],
)
def test_kind_words_with_something_beside_them_contribute(review: Ask, draft: str, parent: str) -> None:
    assert review(draft, answering=parent).verdict == "contributes"


def test_who_mutes_kind_words_isnt_told_of_them_by_another_name(review: Ask) -> None:
    found = review("Congratulations!", answering=STARTING, muted=["kind_words"])
    assert found.verdict != "me_too"
