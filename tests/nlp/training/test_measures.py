import math

import numpy as np
import pytest

from nlp.training.measures import Given, calibration_error, confusion, figures, intervals, judged


def given(verdicts, confidence):
    return [Given(*each) for each in zip(verdicts, confidence, strict=True)]


SOME = judged(
    ["contributes", "contributes", "contributes", "me_too", "me_too", "promotion"],
    given(
        ["contributes", "contributes", "promotion", "me_too", "unjudged", "me_too"],
        [0.9, 0.9, 0.6, 0.8, 0.0, 0.7],
    ),
)


def test_counts_verdicts_by_the_readers():
    assert confusion(SOME).tolist() == [[2, 0, 1, 0], [0, 1, 0, 1], [0, 1, 0, 0]]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("accuracy", 3 / 6),
        ("macro-F1", (4 / 5 + 2 / 4 + 0) / 3),
        ("false flags", 1 / 3),
        ("flag recall", 2 / 3),
        ("unjudged", 1 / 6),
        ("contributes precision", 1),
        ("me_too recall", 1 / 2),
        ("promotion precision", 0),
    ],
)
def test_measures_what_their_names_say(name, value):
    assert figures(SOME)[name] == pytest.approx(value)


def test_a_flag_of_the_other_kind_is_still_a_flag_but_no_right_verdict():
    wrong_kind = judged(["promotion"], [Given("me_too", 1)])
    assert (figures(wrong_kind)["flag recall"], figures(wrong_kind)["accuracy"]) == (1, 0)


def test_what_cannot_be_measured_is_not_a_number():
    only_flags = judged(["promotion"], [Given("promotion")])
    assert math.isnan(figures(only_flags)["false flags"])
    assert math.isnan(figures(only_flags)["calibration error"])


def test_confidence_that_comes_true_has_no_calibration_error():
    gold = ["contributes"] * 3 + ["me_too"]
    assert calibration_error(judged(gold, [Given("contributes", 0.75)] * 4)) == pytest.approx(0)
    assert calibration_error(judged(gold, [Given("contributes", 1)] * 4)) == pytest.approx(0.25)


def test_unjudged_posts_say_nothing_about_calibration():
    assert math.isnan(calibration_error(judged(["me_too"], [Given("unjudged", 0)])))


def test_an_interval_holds_its_figure_and_narrows_with_more_posts():
    few, many = (
        judged(["contributes", "me_too"] * n, [Given("contributes", 0.5)] * 2 * n) for n in (10, 100)
    )
    widths = []
    for some in (few, many):
        low, high = intervals(some)["accuracy"]
        assert low <= figures(some)["accuracy"] <= high
        widths.append(high - low)
    assert widths[1] < widths[0]


def test_intervals_are_the_same_each_time():
    assert intervals(SOME)["accuracy"] == intervals(SOME)["accuracy"]
    assert np.isfinite(intervals(SOME)["accuracy"]).all()


def on_even_terms(*posts):
    """Figures of a judge that flags nothing, of posts given as (the reader's verdict, the three chances)."""
    gold, chances = zip(*posts, strict=True)
    return figures(judged(gold, [Given("contributes", chances=each) for each in chances]))


def test_even_terms_ask_no_judge_to_be_surer_than_others():
    harmless = [("contributes", (1 - each / 100, each / 100, 0)) for each in range(50)]
    flags = [("me_too", (0.4, 0.6, 0)), ("me_too", (0.515, 0.485, 0)), ("promotion", (0.6, 0, 0.4))]
    found = on_even_terms(*harmless, *flags)
    # One contribution of 50 may be flagged: the flag of 0.485 is above the second highest of them, 0.48.
    assert found["flag recall, even"] == pytest.approx(2 / 3)
    assert found["macro-F1, likeliest"] == pytest.approx((2 * 50 / 102 + 2 / 3 + 0) / 3)
    assert found["flag recall"] == 0


def test_even_terms_allow_no_false_flag_of_less_than_fifty():
    found = on_even_terms(
        ("contributes", (0.2, 0.8, 0)), ("me_too", (0.3, 0.7, 0)), ("me_too", (0.1, 0.9, 0))
    )
    assert found["flag recall, even"] == 1 / 2


def test_a_judge_without_chances_is_not_on_even_terms():
    assert math.isnan(figures(SOME)["macro-F1, even"])
