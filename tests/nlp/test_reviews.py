"""What the product says to drafts that people write."""

from collections.abc import Callable

import pytest

from nlp import Context, Review, Reviewer

Ask = Callable[..., Review]
PARENT = "We moved our queue from Redis to Postgres. p95 went from 120 ms to 40 ms."


def names(review: Review) -> set[str]:
    return {signal.name for signal in review.signals}


@pytest.mark.parametrize(
    "draft",
    [
        "Great post!",
        "great post",
        "GREAT POST!!!",
        "Grrreeeat post",
        "gr8 post",
        "\U0001d406\U0001d42b\U0001d41e\U0001d41a\U0001d42d post",  # mathematical bold
        "Great\u200b post",
        "Great post! #webdev #opensource",
        "> We moved our queue from Redis to Postgres.\n\nGreat post!",
    ],
)
def test_praise_without_an_object_is_me_too_however_it_is_spelled(review: Ask, draft: str) -> None:
    found = review(draft, answering=PARENT)
    assert found.verdict == "me_too"
    assert "praise" in names(found)
    assert found.headline == "This brings nothing new yet: it would fit under any post."


def test_a_reaction_that_weighs_more_than_the_praise_beside_it_is_named_first(review: Ask) -> None:
    found = review("@maria great post 🔥🔥", answering=PARENT)
    assert found.verdict == "me_too"
    assert {"praise", "reaction"} <= names(found)
    assert found.headline == "A reaction with nothing new yet: say what it was that caught you."


@pytest.mark.parametrize(
    "draft", ["Thank you Karlijn!", "Thanks from Brazil", "thx u sir", "Superb Derek, thanks"]
)
def test_whom_one_thanks_is_not_what_for(review: Ask, draft: str) -> None:
    assert review(draft).verdict == "me_too"


@pytest.mark.parametrize(
    "draft",
    [
        "Port 8080.",
        "Same issue on Ubuntu 22.04 with version 3.2",
        "+1 on Windows 11",
        "Thanks, the tip about WAL mode cut our p95 in half",
        "I disagree: SKIP LOCKED is enough if the worker holds a lease.",
        "The drums in the second half make this song.",
        "Great, but does it survive a restart of the broker?",
        "not yet",
        "I love how the example handles retries",
    ],
)
def test_what_says_something_contributes(review: Ask, draft: str) -> None:
    found = review(draft, answering=PARENT)
    assert found.verdict == "contributes"
    assert not [signal for signal in found.signals if signal.kind == "flag"]


@pytest.mark.parametrize("draft", ["Not yet.", "not anymore", "Not really", "No, it isn't."])
def test_who_denies_what_was_said_adds_to_it(review: Ask, draft: str) -> None:
    found = review(draft, answering="The trail along the ridge is closed in winter.")
    assert found.verdict == "contributes"


@pytest.mark.parametrize("draft", ["not bad", "No words", "Can't wait!", "Couldn't agree more"])
def test_a_not_in_a_phrase_denies_nothing(review: Ask, draft: str) -> None:
    assert review(draft, answering=PARENT).verdict == "me_too"


@pytest.mark.parametrize("draft", ["Same here", "Me too", "+1"])
def test_who_has_it_too_answers_who_asks_for_others(review: Ask, draft: str) -> None:
    assert review(draft, answering="Does anyone else see a blank page?").verdict == "contributes"
    assert review(draft, answering="Is it just me, or is the page blank?").verdict == "contributes"
    assert review(draft, answering="Does anyone know how to mend the blank page?").verdict == "me_too"


@pytest.mark.parametrize(
    ("draft", "asked"),
    [
        ("Wednesday", "Which day suits you for the inspection?"),
        ("This one", "Which of these two jackets would you take?"),
        ("Sounds great", "Shall we do pizza at seven?"),
        ("lol same", "Am I the only one who hides from the doorbell?"),
        ("Still broken", "Does the search work again for you?"),
        ("Great explanation!", "Was my explanation of recursion clear enough?"),
        ("Join my Discord", "Is there a place to chat with other beekeepers?"),
    ],
)
def test_what_is_asked_for_is_welcome(review: Ask, draft: str, asked: str) -> None:
    assert review(draft, answering=asked).verdict == "contributes"


def test_exactly_answers_who_says_something_and_asks_if_it_is_so(review: Ask) -> None:
    assert review("Exactly", answering="So you mean the lock is held?").verdict == "contributes"
    assert review("Exactly", answering="So how is the lock held?").verdict == "me_too"


def test_a_yes_answers_a_question_and_agrees_with_a_statement(review: Ask) -> None:
    assert review("Yes!", answering="Is port 8080 open by default?").verdict == "contributes"
    assert review("Yes!", answering="Port 8080 is open by default.").verdict == "me_too"


@pytest.mark.parametrize("draft", ["This.", "THIS 👏", "^ this", "So much this!", "@maria this"])
def test_this_by_itself_agrees(review: Ask, draft: str) -> None:
    assert "agreement" in names(review(draft, answering=PARENT))


@pytest.mark.parametrize(
    "draft", ["Love this", "love this so much!", "I like this", "Great post, loved this!"]
)
def test_this_that_somebody_loves_is_praised_and_not_agreed_with(review: Ask, draft: str) -> None:
    found = names(review(draft, answering=PARENT))
    assert "praise" in found
    assert "agreement" not in found


def test_a_link_under_a_post_may_be_the_answer(review: Ask) -> None:
    assert review("https://example.com/docs").verdict == "promotion"
    assert review("https://example.com/docs", answering="Where are the docs?").verdict == "contributes"


def test_a_pitch_beside_something_that_stands_by_itself_contributes(review: Ask) -> None:
    draft = (
        "The pool kept one connection per fork, so we close it in post_fork and memory stays flat. "
        "Read more: https://blog.example.com/leak"
    )
    assert review(draft).verdict == "contributes"


def test_whoever_sends_somebody_where_they_are_helped_makes_no_pitch(review: Ask) -> None:
    draft = "Ask on the forum, they love to help and it's free for everyone. https://forum.example.org"
    asked = "Installing a PC for the second time after a few years. The processor sits oddly."
    assert review(draft, answering=asked).verdict == "contributes"


def test_who_leads_away_and_gives_a_sentence_that_stands_by_itself_contributes(review: Ask) -> None:
    assert (
        review("The 42 bus skips Mill Lane until June, walk to the bridge. Link in bio.").verdict
        == "contributes"
    )
    assert review("Register now, space is limited: https://example.com/spring").verdict == "promotion"


def test_a_reference_is_seen_only_where_the_parent_has_it(review: Ask) -> None:
    draft = "Our queues lost jobs too until we added a lock."
    assert "specific_reference" in names(review(draft, answering=PARENT))
    assert "specific_reference" not in names(review(draft, answering="My cat sleeps on the router."))


def test_what_is_let_pass_though_a_flag_is_likelier_is_not_called_a_contribution(review: Ask) -> None:
    found = review("Well said, caches matter a lot", answering=PARENT)
    assert found.verdict == "contributes"
    assert found.confidence < 0.5
    assert found.headline.startswith("Pitch In can't tell")


@pytest.mark.parametrize(
    ("draft", "note"),
    [
        ("", "There is nothing here to judge yet."),
        ("  \n\t ", "There is nothing here to judge yet."),
        ("@maria", "There is too little here to judge by itself."),
        ("#firstpost", "There is too little here to judge by itself."),
        (
            "C'est exactement ce que je cherchais depuis des mois",
            "This isn't judged: only English is read so far.",
        ),
        ("私たちはキューをPostgresに移しました", "This isn't judged: only English is read so far."),
    ],
)
def test_what_cannot_be_judged_is_left_alone(review: Ask, draft: str, note: str) -> None:
    found = review(draft)
    assert (found.verdict, found.headline, found.confidence) == ("unjudged", note, 0)


@pytest.mark.parametrize(
    "quoting",
    ["{}", "> {}", "“{}”", "{}!!", "{} 🎉"],
    ids=["bare", "quoted", "in quotes", "loud", "with joy"],
)
@pytest.mark.parametrize("parent", [PARENT, "Does it work offline?"], ids=["long", "short"])
def test_the_words_of_the_parent_are_nobodys_contribution(review: Ask, quoting: str, parent: str) -> None:
    found = review(quoting.format(parent), answering=parent)
    assert (found.verdict, found.signals) == ("unjudged", ())
    assert found.headline == "These are the words of what you answer: what do you make of them?"


def test_an_answer_may_take_up_words_of_the_question(review: Ask) -> None:
    question = "Should I take the red one with two doors, or the blue one with four?"
    assert review("The red one with two doors.", answering=question).verdict == "contributes"


def test_nothing_is_seen_in_a_language_that_is_not_read(review: Ask) -> None:
    assert not review("C'est vraiment super, merci beaucoup à tous").signals


def test_a_strength_of_what_is_too_short_to_judge_has_no_share(review: Ask) -> None:
    found = review("the Postgres", title="We moved to Postgres")
    assert found.verdict == "unjudged"
    assert [(signal.name, signal.share) for signal in found.signals] == [("specific_reference", None)]


@pytest.mark.parametrize("draft", ["Great post!", "Thanks, the tip about WAL mode cut our p95 in half"])
def test_shares_are_parts_of_one_whole(review: Ask, draft: str) -> None:
    shares = [signal.share for signal in review(draft, answering=PARENT).signals]
    assert shares
    assert all(share is not None and 0 < share <= 1 for share in shares)


def is_flagged(found: Review) -> bool:
    return found.verdict in {"me_too", "promotion"}


def test_stricter_is_never_quieter(reviewer: Reviewer) -> None:
    drafts = [
        "I love how kind people are in this group",
        "Port 8080.",
        "Great post!",
        "We are hiring two gardeners, see our page",
        "Fixed.",
        "It's on sale at Lidl this week.",
        "This is getting old",
        "Join us for a walk around the lake on Sunday",
        "So many memories in one picture",
    ]
    flagged = [
        {
            draft
            for draft in drafts
            if is_flagged(reviewer.review(draft, strictness=strictness, suggestions=0))
        }
        for strictness in ("relaxed", "normal", "strict")
    ]
    assert flagged[0] <= flagged[1] <= flagged[2]
    assert len(flagged[2]) > len(flagged[0])


def test_spans_count_as_javascript_counts(review: Ask) -> None:
    found = review("🎉🎉 Great post")
    praise = next(signal for signal in found.signals if signal.name == "praise")
    draft = "🎉🎉 Great post".encode("utf-16-le")
    assert [draft[2 * span.start : 2 * span.end].decode("utf-16-le") for span in praise.spans] == ["Great"]


def test_each_signal_links_to_its_page(review: Ask) -> None:
    assert [signal.rule for signal in review("Thanks!").signals] == ["/signals/thanks"]


def test_muted_flags_are_neither_shown_nor_counted(review: Ask) -> None:
    found = review("Great post!", muted=["praise"])
    assert found.verdict != "me_too"
    assert names(found) == set()
    still = review("Great post, thanks!", muted=["praise"])
    assert (still.verdict, names(still)) == ("me_too", {"thanks"})


def test_a_draft_with_an_open_blank_is_not_finished(review: Ask) -> None:
    draft = "🙂 About Postgres: [… what you think]."
    found = review(draft, answering=PARENT)
    assert found.verdict == "unjudged"
    assert found.headline.startswith("Fill in the marked places")
    assert [(span.start, span.end) for span in found.open_blanks] == [(19, 37)]


def test_a_blank_is_found_beyond_what_is_read(review: Ask) -> None:
    found = review("We found the leak in the pool. " * 1000 + "[… what you think]")
    assert (found.verdict, len(found.open_blanks)) == ("unjudged", 1)


def test_many_drafts_get_the_reviews_that_each_gets_alone(reviewer: Reviewer) -> None:
    pairs = [("Great post!", None), ("Port 8080.", Context(parent_text="Which port?")), ("", None)] * 40
    together = list(reviewer.review_many(pairs))
    alone = [reviewer.review(draft, context, suggestions=0) for draft, context in pairs[:3]]
    assert together == alone * 40
