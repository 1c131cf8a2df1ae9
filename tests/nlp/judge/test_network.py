"""The network reads draft and context together, in the order of their words, and bounded."""

import numpy as np
import pytest

from nlp.judge.network import CONTEXT, DRAFT, Network, load_network
from nlp.judge.weights import FOLDER, NETWORK_FILE

QUESTION = "Which port does it use?"


@pytest.fixture(scope="module")
def network() -> Network:
    return load_network(FOLDER / NETWORK_FILE)


def shares(network: Network, draft: str, context: str = "") -> np.ndarray:
    powers = np.exp(network.sums(draft, context))
    return powers / powers.sum()


def test_it_tells_praise_and_pitches_from_what_is_told(network: Network) -> None:
    verdicts = [
        shares(network, draft).argmax()
        for draft in (
            "We moved our queue to Postgres last year and the timeouts stopped.",
            "Great post, thanks for sharing!",
            "Sign up today and get 20% off my new course! Link in bio",
        )
    ]
    assert verdicts == [0, 1, 2]


def test_the_order_of_words_counts(network: Network) -> None:
    one, other = (shares(network, draft) for draft in ("not bad at all", "bad not at all"))
    assert not np.allclose(one, other, atol=1e-3)


def test_what_a_draft_answers_counts(network: Network) -> None:
    alone, as_answer = shares(network, "8080"), shares(network, "8080", QUESTION)
    assert as_answer[0] > alone[0]


def test_what_stands_beyond_its_reach_does_not_count(network: Network) -> None:
    draft, context = "word " * DRAFT, "word " * CONTEXT
    read = network.sums(draft, context)
    assert np.array_equal(read, network.sums(draft + "Buy now!", context + QUESTION))


@pytest.mark.parametrize("draft", ["", " ", "🙂", "\0", "\ud800", "x" * 5000, "[SEP] [CLS]", "東京"])
def test_any_draft_gets_sums(network: Network, draft: str) -> None:
    assert np.isfinite(network.sums(draft, draft)).all()


def test_single_letters_are_known_so_that_any_english_word_can_be_cut(network: Network) -> None:
    unknown = network.pieces["[UNK]"]
    assert unknown not in network.pieces.of("zyzzyvaqx jumpvexd 4711", 64)
