"""What was typed is forgotten with its review: memory doesn't grow with every word, however many type."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from nlp import Context, Reviewer
from nlp.language import forgetting

# Words that no other draft has, of letters that no list knows.
DRAFTS = [f"Great post! The qu{n:04}zzle broke our wok{n:04}zle in March." for n in range(60)]
CONTEXT = Context(parent_text="How did the xylo9999zzz do?", thread_title="The jub9999zzle")


def words_kept(reviewer: Reviewer) -> int:
    return len(reviewer._reader.language.vocab.strings)


def test_the_words_of_a_draft_and_of_what_it_answers_are_not_kept(reviewer: Reviewer) -> None:
    reviewer.review(DRAFTS[0])
    kept = words_kept(reviewer)
    for draft in DRAFTS:
        reviewer.review(draft, CONTEXT)
        reviewer.suggest(draft, CONTEXT)
    list(reviewer.review_many([(draft, CONTEXT) for draft in DRAFTS]))
    reviewer.may_replace("Great post! It broke ours too.", "A great post! It broke ours too.", DRAFTS[0])
    assert words_kept(reviewer) == kept


def test_the_tables_of_words_start_afresh_and_no_review_differs(
    reviewer: Reviewer, monkeypatch: pytest.MonkeyPatch
) -> None:
    vocab = reviewer._reader.language.vocab
    before = [reviewer.review(draft, CONTEXT) for draft in DRAFTS]
    monkeypatch.setattr(forgetting, "MOST_WORDS", 200)
    after, words_met = [], []
    for draft in DRAFTS:
        after.append(reviewer.review(draft, CONTEXT))
        words_met.append(len(vocab))
    assert after == before
    assert max(words_met) <= 200
    assert words_met != sorted(words_met)


def test_drafts_that_come_at_once_are_reviewed_as_if_each_came_alone(reviewer: Reviewer) -> None:
    alone = [reviewer.review(draft, CONTEXT) for draft in DRAFTS]
    with ThreadPoolExecutor(8) as threads:
        assert list(threads.map(lambda draft: reviewer.review(draft, CONTEXT), DRAFTS)) == alone


def test_many_reviews_are_as_each_alone_and_leave_room_for_others(reviewer: Reviewer) -> None:
    many = reviewer.review_many((draft, None) for draft in DRAFTS)
    first = next(many)
    assert reviewer.review(DRAFTS[0], suggestions=0) == first
    assert [first, *many] == [reviewer.review(draft, suggestions=0) for draft in DRAFTS]
