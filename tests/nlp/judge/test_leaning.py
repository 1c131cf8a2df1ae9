"""Each part of a leaning can be told, and the parts make up the whole."""

from pathlib import Path

import numpy as np
import pytest
from spacy.tokens import Doc

from nlp import Context
from nlp.components import RULES
from nlp.judge.grams import grams_of
from nlp.judge.leaning import Leaning, lean
from nlp.judge.letters import letter_grams_of
from nlp.judge.weights import Weights, load_weights, save_weights
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


@pytest.mark.parametrize("draft", DRAFTS)
def test_the_parts_make_up_the_chances(reader: Reader, weights: Weights, draft: str) -> None:
    leaning: Leaning = lean(read(reader, draft), weights)
    sums = leaning.bias + leaning.per_token.sum(axis=0) + leaning.per_trait.sum(axis=0)
    powers = np.exp(sums / weights.temperature)
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
    assert again.trait_names == weights.trait_names
    for kind, learnt in weights.learnt.items():
        assert (again.learnt[kind].place_of == learnt.place_of).all()
        assert np.allclose(again.learnt[kind].rows, learnt.rows, atol=1e-2)
        assert np.allclose(again.learnt[kind].hidden, learnt.hidden, atol=1e-2)
        assert np.allclose(again.learnt[kind].rarity, learnt.rarity, rtol=1e-3)


def test_a_stricter_threshold_is_a_lower_one(weights: Weights) -> None:
    assert weights.thresholds["relaxed"] > weights.thresholds["normal"] > weights.thresholds["strict"]
