"""What is promised of the judge, on figures that can be reckoned by hand."""

import numpy as np
import pytest

from nlp.training.judge import promises


def test_a_threshold_lets_few_contributions_be_flagged():
    flags = np.linspace(0, 0.999, 1000)
    found = promises.thresholds(flags, np.zeros(1000, dtype=int))
    for strictness, most in promises.FALSE_FLAGS.items():
        assert (flags >= found[strictness]).mean() <= most + 0.001  # the chance at the limit counts
    assert found["relaxed"] > found["normal"] > found["strict"]


def test_the_rules_flag_for_certain_and_nobody_flags_out_of_scope():
    told = np.array([[0.2, 0.7, 0.1]] * 3)
    scope = np.array([[True, False, False], [False, True, False], [False, False, True]])
    assert promises.chances_of_flags(told, scope) == pytest.approx([1, 0.8, 0])


def test_a_higher_temperature_makes_chances_less_bold():
    sums = np.array([[4.0, 0.0, 0.0]])
    assert promises.chances(sums, 2)[0, 0] < promises.chances(sums, 1)[0, 0]
    assert promises.chances(sums, 2).sum() == pytest.approx(1)


def test_figures_count_each_kind_of_post_apart():
    found = promises.promises(np.array([True, False, True, True]), np.array([0, 0, 1, 2]))
    assert found == {"false flags": 0.5, "flag recall": 1, "contributions": 2, "flags": 2}
