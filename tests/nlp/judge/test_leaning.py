"""Each part of a leaning can be told, and the parts make up the whole."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from spacy.tokens import Doc

from nlp import Context
from nlp.components import RULES
from nlp.judge.grams import grams_of
from nlp.judge.leaning import Leaning, counted, looked_at
from nlp.judge.letters import letter_grams_of
from nlp.judge.weights import Weights, load_weights, save_weights
from nlp.reading import reading_of
from nlp.reviewer import Reader

DRAFTS = [
    "Great video, I love it!",
    "",
    "🙂",
    "We moved to Postgres and the timeouts stopped.",
    "a b a b a b",
]


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(RULES)


@pytest.fixture(scope="module")
def weights() -> Weights:
    return load_weights()


def read(reader: Reader, draft: str) -> Doc:
    return next(reader.read([(draft, Context())]))


def lean(doc: Doc, weights: Weights) -> Leaning:
    return looked_at(doc, counted(doc, weights))


@pytest.mark.parametrize("draft", DRAFTS)
def test_the_parts_make_up_the_chances(reader: Reader, weights: Weights, draft: str) -> None:
    leaning: Leaning = lean(read(reader, draft), weights)
    sums = leaning.bias + leaning.per_token.sum(axis=0) + leaning.per_trait.sum(axis=0) + leaning.whole
    powers = np.exp(sums)
    assert leaning.chances == pytest.approx(powers / powers.sum(), abs=1e-4)
    assert leaning.flagged == pytest.approx(1 - leaning.chance("contributes"), abs=1e-6)


@pytest.mark.parametrize("draft", DRAFTS)
def test_every_gram_stands_inside_the_draft(reader: Reader, draft: str) -> None:
    doc = read(reader, draft)
    for grams, length in ((grams_of(doc), len(doc)), (letter_grams_of(doc.text), len(doc.text))):
        assert len(grams.buckets) == len(grams.starts) == len(grams.ends)
        assert ((grams.starts >= 0) & (grams.starts < grams.ends) & (grams.ends <= length)).all()


def test_spelling_does_not_change_what_is_read(reader: Reader) -> None:
    one, other = (grams_of(read(reader, draft)).buckets for draft in ("thanks so much", "THX so much"))
    assert one.tolist() == other.tolist()


def test_praise_leans_to_me_too_and_its_words_are_marked(reader: Reader, weights: Weights) -> None:
    doc = read(reader, "Great video, I love it!")
    leaning = lean(doc, weights)
    assert leaning.flag == "me_too"
    marked = " ".join(span.text for span in leaning.marked(doc, "me_too"))
    assert "Great" in marked or "love" in marked


def test_weights_survive_being_saved(weights: Weights, tmp_path: Path) -> None:
    save_weights(weights, tmp_path)
    again = load_weights(tmp_path)
    assert again.thresholds == weights.thresholds
    assert again.second_look == weights.second_look
    assert again.trait_names == weights.trait_names
    for kind, learnt in weights.learnt.items():
        assert (again.learnt[kind].place_of == learnt.place_of).all()
        assert np.allclose(again.learnt[kind].rows, learnt.rows, atol=1e-2)
        assert np.allclose(again.learnt[kind].rarity, learnt.rarity, rtol=1e-3)


def test_a_draft_is_read_as_a_whole_only_where_counting_leaves_it_open(
    reader: Reader, weights: Weights
) -> None:
    def asked_from(chance: float) -> Leaning:
        look = replace(weights.second_look, asked_from=chance)
        return lean(read(reader, "Great video, I love it!"), replace(weights, second_look=look))

    once, twice = asked_from(1.1), asked_from(0.0)
    assert not once.whole.any()
    assert twice.whole.any()
    assert twice.chances != pytest.approx(once.chances, abs=1e-4)


def test_the_context_counts_where_a_draft_is_read_as_a_whole(reader: Reader, weights: Weights) -> None:
    weights = replace(weights, second_look=replace(weights.second_look, asked_from=0.0))
    answers = [
        lean(next(reader.read([("Yes, since May.", Context(kind="comment", parent_text=parent))])), weights)
        for parent in ("Does anyone run this on ARM?", "My new album is out.")
    ]
    assert answers[0].whole.tolist() != answers[1].whole.tolist()


def test_a_stricter_threshold_is_a_lower_one(weights: Weights) -> None:
    assert weights.thresholds["relaxed"] > weights.thresholds["normal"] > weights.thresholds["strict"]


@pytest.fixture(scope="module")
def judging() -> Reader:
    return Reader()


def test_a_flag_of_the_rules_that_counting_bears_out_needs_no_second_look(judging: Reader) -> None:
    plain, open_to_doubt = (
        reading_of(read(judging, draft)).leaning for draft in ("Great post!", "Amazing roof tiles")
    )
    assert plain is not None
    assert not plain.whole.any()
    assert open_to_doubt is not None
    assert open_to_doubt.whole.any()


def test_what_is_made_of_a_draft_is_judged_at_first_sight(judging: Reader) -> None:
    of = reading_of(read(judging, "Great post!"))
    leaning = judging.judged("Amazing roof tiles", of).leaning
    assert leaning is not None
    assert not leaning.whole.any()


@pytest.mark.parametrize("draft", ["LGTM!", "LGTM :shipit:", "check this:", "🎉!"])
def test_what_is_marked_is_never_a_mark_alone(reader: Reader, weights: Weights, draft: str) -> None:
    doc = read(reader, draft)
    leaning = lean(doc, weights)
    for span in leaning.marked(doc, leaning.flag):
        assert any(letter.isalnum() or letter == "🎉" for letter in span.text)
