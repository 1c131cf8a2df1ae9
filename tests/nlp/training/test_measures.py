import math

import numpy as np
import pytest

from nlp.training.measures import calibration_error, confusion, figures, intervals, judged

SOME = judged(
    ["contributes", "contributes", "contributes", "me_too", "me_too", "promotion"],
    ["contributes", "contributes", "promotion", "me_too", "unjudged", "me_too"],
    [0.9, 0.9, 0.6, 0.8, 0.0, 0.7],
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
    wrong_kind = judged(["promotion"], ["me_too"], [1])
    assert (figures(wrong_kind)["flag recall"], figures(wrong_kind)["accuracy"]) == (1, 0)


def test_what_cannot_be_measured_is_not_a_number():
    only_flags = judged(["promotion"], ["promotion"], [math.nan])
    assert math.isnan(figures(only_flags)["false flags"])
    assert math.isnan(figures(only_flags)["calibration error"])


def test_confidence_that_comes_true_has_no_calibration_error():
    gold = ["contributes"] * 3 + ["me_too"]
    assert calibration_error(judged(gold, ["contributes"] * 4, [0.75] * 4)) == pytest.approx(0)
    assert calibration_error(judged(gold, ["contributes"] * 4, [1] * 4)) == pytest.approx(0.25)


def test_unjudged_posts_say_nothing_about_calibration():
    assert math.isnan(calibration_error(judged(["me_too"], ["unjudged"], [0])))


def test_an_interval_holds_its_figure_and_narrows_with_more_posts():
    few, many = (
        judged(["contributes", "me_too"] * n, ["contributes"] * 2 * n, [0.5] * 2 * n) for n in (10, 100)
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
