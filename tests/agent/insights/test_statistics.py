"""Small seeded runs of the simulation, and what must hold for any numbers."""

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from agent.insights._statistics import Ranked, median, share, surely
from tests.agent.insights.simulate import claims, coverage, lines

RUNS = 150
# 93 to 97 %, and what 150 runs may stray from it by chance: three standard errors.
LOWEST, HIGHEST = 0.93 - 0.062, 0.97 + 0.03


@pytest.mark.parametrize("name", [name for name in lines() if "5,000" not in name])
def test_intervals_hold_the_truth_as_often_as_they_say(name: str) -> None:
    assert LOWEST <= coverage(lines()[name], RUNS, seed=3) <= HIGHEST


def test_where_nothing_differs_hardly_any_log_raises_a_claim() -> None:
    assert claims(RUNS, seed=5, posts=300) <= 0.05 + 0.053


def test_a_true_effect_is_seen() -> None:
    assert claims(20, seed=6, posts=1_500, effect=2.0) > 0.9


posts = st.lists(st.tuples(st.integers(0, 50), st.booleans(), st.integers(0, 2)), min_size=2, max_size=40)
# On a busy machine only a limit on time would fail.
patient = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@patient
@given(posts)
def test_a_standing_lies_in_its_interval_and_is_the_mirror_of_the_others(
    given_posts: list[tuple[int, bool, int]],
) -> None:
    values, inside, strata = (np.array(column) for column in zip(*given_posts, strict=True))
    ranked = Ranked(values, strata)
    one, other = ranked.standing(inside), ranked.standing(~inside)
    assert (one is None) == (other is None)
    if one is not None and other is not None:
        assert 0 <= one.low <= one.value <= one.high <= 1
        assert one.value + other.value == pytest.approx(1)
        assert one.chance == pytest.approx(other.chance)


def test_a_standing_counts_pairs_and_half_of_the_ties() -> None:
    ranked = Ranked(np.array([5, 1, 3, 5]), np.zeros(4, dtype=int))
    found = ranked.standing(np.array([True, False, False, False]))
    assert found is not None
    assert found.value == pytest.approx((1 + 1 + 0.5) / 3)


def test_posts_are_compared_only_within_their_stratum() -> None:
    ranked = Ranked(np.array([100, 90, 2, 1]), np.array([0, 0, 1, 1]))
    found = ranked.standing(np.array([True, False, False, True]))
    assert found is not None
    assert found.value == 0.5, "ahead on the one site, behind on the other"


def test_the_order_of_posts_does_not_matter() -> None:
    chance = np.random.default_rng(1)
    values, strata, inside = chance.poisson(3, 80), chance.integers(3, size=80), chance.random(80) < 0.4
    order = chance.permutation(80)
    assert Ranked(values, strata).standing(inside) == Ranked(values[order], strata[order]).standing(
        inside[order]
    )


@patient
@given(st.integers(1, 100_000), st.floats(0, 1))
def test_a_share_lies_in_its_interval(posts: int, part: float) -> None:
    found = share(round(part * posts), posts)
    assert -1e-9 <= found.low <= found.value + 1e-9
    assert found.value - 1e-9 <= found.high <= 1 + 1e-9


@pytest.mark.parametrize(
    ("hits", "posts", "low", "high"),
    [(3, 10, 0.0927, 0.6058), (0, 20, 0.0, 0.1171), (500, 1_000, 0.4691, 0.5309)],
)
def test_a_share_has_the_interval_of_jeffreys(hits: int, posts: int, low: float, high: float) -> None:
    # Quantiles at 2.5 and 97.5 % of Beta(hits + 1/2, posts - hits + 1/2).
    found = share(hits, posts)
    assert found.low == pytest.approx(low, abs=0.0015)
    assert found.high == pytest.approx(high, abs=0.0015)


def test_a_median_lies_between_its_bounds() -> None:
    found = median([1.0, 2.0, 3.0, 4.0, 100.0])
    assert found.low <= found.value == 3.0 <= found.high


def test_many_comparisons_are_held_to_a_stricter_rule() -> None:
    assert surely([0.04], 0.05) == [True]
    assert surely([0.04, 0.5, 0.6], 0.05) == [False, False, False]
    assert surely([0.5, 0.001, 0.02], 0.05) == [False, True, True]
    assert surely([], 0.05) == []
