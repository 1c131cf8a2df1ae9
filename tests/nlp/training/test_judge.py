"""What is promised of the judge, on figures that can be reckoned by hand, and what is written to teach it."""

import json
import tomllib
from pathlib import Path

import click
import numpy as np
import pytest

from nlp.judge.features import TRAIT_SIZE, Bag, Features
from nlp.judge.weights import SecondLook, load_weights
from nlp.review import Context
from nlp.training.judge import lessons, promises
from nlp.training.judge.calibration import Calibration, chances, looked_twice
from nlp.training.judge.contexts import under_others, under_questions, without_parents
from nlp.training.judge.network_lessons import network_lessons
from nlp.training.judge.own_labels import own_labelled, own_labels
from nlp.training.judge.rows import NOWHERE, Rows
from nlp.training.judge.spam import spam_marks
from nlp.training.judge.written import FOLDER, Written, read_written
from nlp.training.posts import VERDICTS, Post

EMPTY = Features({}, {})
UNLABELLED = {
    "source": "a",
    "platform": "x",
    "kind": "post",
    "text": "lol",
    "parent_text": None,
    "thread_title": None,
}
TESTS = Path(__file__).parents[1]


def test_a_threshold_uses_up_what_is_allowed():
    flags = np.append(np.linspace(0, 0.9999, 1000), 1.0)
    found = promises.thresholds(flags, np.append(np.zeros(1000, dtype=int), 2), np.ones(1001))
    flagged = {name: int((flags[:-1] >= threshold).sum()) for name, threshold in found.items()}
    assert flagged == {"relaxed": 5, "normal": 20, "strict": 60}


def test_a_post_counts_against_a_threshold_as_much_as_a_second_reader_would_agree():
    flags, gold = np.linspace(0, 0.9999, 1000), np.zeros(1000, dtype=int)
    doubted = np.where(np.arange(1000) >= 960, 0.5, 1.0)
    found = promises.thresholds(flags, gold, doubted)
    assert (flags >= found["normal"]).sum() == 39


NOTHING = (0.0, 0.0)


def test_a_higher_temperature_makes_chances_less_bold():
    sums = np.array([[4.0, 0.0, 0.0]])
    bold, mild = (
        Calibration(degrees, NOTHING, NOTHING, NOTHING).chances(sums, ["nothing"]) for degrees in (1, 2)
    )
    assert mild[0, 0] < bold[0, 0]
    assert mild.sum() == pytest.approx(1)


@pytest.mark.parametrize(("answered", "trait"), [("parent", "parent tells"), ("title", "title asks")])
def test_what_calibration_adds_is_built_into_the_weights(answered, trait):
    weights, calibration = load_weights(), Calibration(1.5, (0.1, 0.4), (0.3, 0.7), (1.2, 0.0))
    built = calibration.built_in(weights)
    row = weights.trait_rows[trait]
    before = np.array([weights.bias, weights.bias + TRAIT_SIZE * weights.traits[row]])
    after = np.array([built.bias, built.bias + TRAIT_SIZE * built.traits[row]])
    told = calibration.chances(before, ["nothing", answered])
    assert chances(after / built.temperature) == pytest.approx(told, abs=1e-6)


def test_the_network_has_a_say_only_in_what_counting_leaves_open():
    first = np.log([[0.95, 0.03, 0.02], [0.5, 0.3, 0.2]])
    told = looked_twice(first, np.array([[0.0, 9.0, 0.0]] * 2), SecondLook(0.1, 0.5, 0.5))
    assert told[0] == pytest.approx([0.95, 0.03, 0.02])
    assert told[1].argmax() == 1


def test_figures_count_each_kind_of_post_apart():
    found = promises.figures(np.array([True, False, True, True]), np.array([0, 0, 1, 2]), np.ones(4))
    assert found == {"false flags": 0.5, "flag recall": 1, "contributions": 2, "flags": 2}


def test_a_post_counts_as_much_as_a_second_reader_would_agree():
    agreed = np.array([1.0, 3.0, 1.0])
    found = promises.figures(np.array([True, False, True]), np.array([0, 0, 1]), agreed)
    assert found["false flags"] == 0.25


def test_every_written_draft_has_a_verdict_and_no_two_under_one_post():
    written = list(read_written())
    assert {draft.verdict for draft in written} == set(VERDICTS)
    verdicts = {(draft.text, draft.context.parent_text): draft.verdict for draft in written}
    assert len(verdicts) == len(written)


def test_no_sentence_of_the_tests_is_taught():
    asked = {line for file in (TESTS / "drafts").glob("*.txt") for line in file.read_text().splitlines()}
    for file in (TESTS / "pairs").glob("*/*.toml"):
        asked |= {text for pair in tomllib.loads(file.read_text())["pair"] for text in pair.values()}
    taught = {text for draft in read_written() for text in (draft.text, draft.context.parent_text)}
    sentences = {text for text in asked if len(text.split()) > 2}
    assert len(list(FOLDER.glob("*.toml"))) > 5
    assert not sentences & taught


def post(verdict, parent=None, *, title=None, tags=(), sure=3, source="a"):
    context = Context(kind="comment", parent_text=parent, thread_title=title)
    return Post("a:1", source, "x", "some words", context, verdict, sure, True, True, False, frozenset(tags))


def test_posts_are_read_again_without_their_parent_unless_they_answer_it():
    posts = [
        post("contributes", "We moved.", tags=["experience"]),
        post("contributes", "Which port?", tags=["answer"]),
        post("contributes", "Which port?"),
        post("me_too"),
        post("me_too", "Which port?", tags=["answer"]),
    ]
    again = {some.row: some.context.parent_text for some in without_parents(posts)}
    assert again == {0: None, 4: None}


def test_flagged_posts_are_read_under_what_others_answer_unless_that_makes_them_answers():
    asked, told = "Can anybody recommend a plugin for backups?", "We moved."
    posts = [
        post("contributes", asked),
        post("contributes", title=told),
        post("promotion"),
        post("promotion"),
        post("me_too"),
        post("me_too", sure=1),
        post("me_too", told),
    ]
    under = under_others(posts)
    assert {some.row for some in under} <= {2, 3, 4}
    assert all(
        told in (some.context.parent_text, some.context.thread_title) for some in under if some.row < 4
    )
    assert under == under_others(posts)


def test_flagged_drafts_are_read_under_questions_that_they_do_not_answer():
    asked, told = (Context(kind="comment", parent_text=text) for text in ("Which port?", "We moved."))
    written = [
        Written("8080", asked, "contributes"),
        Written("Great post!", told, "me_too"),
        Written("8443", told, "me_too"),
    ]
    assert under_questions(written, []) == [Written("Great post!", asked, "me_too")]


def bag(*buckets):
    return Bag(NOWHERE, np.array(buckets), np.ones(len(buckets), dtype=int))


def test_rows_know_what_enough_posts_have():
    features = [Features({"words": bag(3, 7), "letters": bag(5)}, {"links": 0.5})] * 2
    features.append(Features({"words": bag(9), "letters": bag(5)}, {}))
    rows = Rows(features, {"words": 2, "letters": 4}, lambda _: 0.3)
    assert rows.widths == [2, 0, 1]


def test_only_n_grams_that_matter_most_are_kept():
    features = [Features({"words": bag(3, 7), "letters": bag(5)}, {})] * 2
    rows = Rows(features, {"words": 2, "letters": 2}, lambda _: 0.3)
    weights = np.array([[0.1, 0.1, 0.1], [0.0, 0.3, 0.0], [0.0, 0.0, 0.1]])
    fewer = rows.only(weights, {"words": 1, "letters": 5})
    assert fewer.widths == [1, 1, 0]
    assert fewer.place_of["words"][[3, 7]].tolist() == [1, 0]
    assert rows.widths == [2, 1, 0]


def test_who_may_not_meet_a_post_meets_it_in_no_context_and_nothing_of_its_source():
    posts = [
        post("contributes", "We moved.", tags=["experience"], source="one"),
        post("me_too", source="two"),
    ]
    learnt = lessons.by_readers(posts, [EMPTY] * 2)
    learnt = lessons.with_again(learnt, without_parents(posts), [EMPTY] * 2)
    learnt = learnt.and_more([EMPTY] * 3, ["one", "two", lessons.WRITTEN], np.ones((3, 3)) / 3, np.ones(3))
    assert learnt.for_seen(np.array([1])).tolist() == [1, 4, 5]


def test_what_was_read_for_the_judge_joins_the_labelled_posts_and_no_teacher_labels_it():
    row = UNLABELLED
    rows = [row | {"id": "a:sets/1"}, row | {"id": "a:2"}, row | {"id": "a:3"}]
    labelled, rest = own_labelled(rows, {"a:sets/1": ("me_too", 2, True), "a:3": ("other", 3, False)})
    assert [(post.id, post.verdict, post.sure, post.chosen) for post in labelled] == [
        ("a:sets/1", "me_too", 2, True),
        ("a:3", "other", 3, False),
    ]
    assert rest == [row | {"id": "a:2"}]
    with pytest.raises(click.ClickException, match="1 posts of own_labels"):
        own_labelled(rows[:1], {"a:9": ("me_too", 3, True)})


def test_each_own_label_is_one_of_the_guides():
    labels = own_labels().values()
    assert {verdict for verdict, _, _ in labels} == {*VERDICTS, "other"}
    assert {sure for _, sure, _ in labels} == {1, 2, 3}
    assert {chosen for _, _, chosen in labels} == {True, False}


def test_comments_that_are_only_marked_count_as_far_as_they_have_a_verdict():
    learnt = lessons.by_readers([post("me_too")], [EMPTY])
    learnt = lessons.with_marked(learnt, [EMPTY], "videos", np.array([[0.2, 0.0, 0.6, 0.2]]))
    assert learnt.shares[1] == pytest.approx([0.25, 0, 0.75])
    assert learnt.counts.tolist() == pytest.approx([1, 0.8])
    assert learnt.sources == ["a", "videos"]


def lessons_of(*posts, again=(), unlabelled=()):
    return network_lessons(list(posts), again, list(read_written()), list(unlabelled))


def test_the_network_is_told_what_readers_said_and_what_teachers_see():
    posts = [post("me_too", "We moved."), post("other")]
    learnt = lessons_of(*posts, again=without_parents(posts), unlabelled=[UNLABELLED])
    told = learnt.told({0: np.full(4, 0.25), 1: np.full(4, 0.25)}, np.array([[0.1, 0.2, 0.3, 0.4]]))
    assert told[0].answered == "We moved."
    assert told[0].shares[1] == pytest.approx(0.5 * 0.96 + 0.5 * 0.25)
    *_, again, unlabelled = told
    assert (again.answered, again.shares) == ("", told[0].shares)
    assert unlabelled.shares == (0.1, 0.2, 0.3, 0.4)
    assert all(sum(lesson.shares) == pytest.approx(1) for lesson in told)


def test_a_network_that_is_held_out_is_told_half_of_what_counting_sees_and_all_of_the_rest():
    told = lessons_of(post("me_too", sure=3), post("promotion")).half_told({0: np.array([1.0, 0, 0, 0])})
    assert told[0].shares[0] > 0.5
    assert told[1].shares[2] == pytest.approx(0.96)


def test_a_network_without_some_sources_learns_nothing_of_them_in_any_context():
    posts = [post("me_too", "We moved.", source="one"), post("me_too", source="two")]
    learnt = lessons_of(*posts, again=without_parents(posts), unlabelled=[UNLABELLED | {"source": "one"}])
    rest = learnt.without({"one"})
    assert list(rest.labelled) == [1]
    assert (rest.again, rest.unlabelled) == ([], [])
    assert rest.written == learnt.written


def test_every_written_draft_teaches_the_network_its_verdict():
    told = lessons_of().written
    assert [VERDICTS[int(np.argmax(lesson.shares))] for lesson in told] == [
        some.verdict for some in read_written()
    ]


def test_comments_for_measuring_are_not_taught(tmp_path):
    def write(name, *rows):
        (tmp_path / name).write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")

    write("train.jsonl", {"id": "1", "text": "one"})
    write("dev.jsonl", {"id": "2", "text": "two"})
    comments = [("1", "one"), ("2", "two"), ("3", "two"), ("4", "four")]
    write("youtube_spam_train.jsonl", *[{"id": i, "text": text, "spam": "spam"} for i, text in comments])
    taught, shares = spam_marks(tmp_path)
    assert [row["id"] for row in taught] == ["4"]
    assert VERDICTS[shares[0].argmax()] == "promotion"
