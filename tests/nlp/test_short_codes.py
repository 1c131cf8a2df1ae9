"""A short code such as ":tada:" reads as the picture that it stands for, where it stands."""

from collections.abc import Callable

import pytest

from nlp import Review, Reviewer
from nlp.judge.features import own_text
from nlp.words import short_codes

Ask = Callable[..., Review]
PARENT = "Refactor the parser into two passes. Fixes 12."


@pytest.mark.parametrize(
    ("code", "picture"),
    [(":+1:", "👍"), (":tada:", "🎉"), ("LGTM :shipit:", "LGTM 🚢"), ("nice :100:", "nice 💯")],
)
def test_a_code_and_its_picture_get_the_same_review(review: Ask, code: str, picture: str) -> None:
    by_code, by_picture = review(code, answering=PARENT), review(picture, answering=PARENT)
    assert by_code.verdict == by_picture.verdict == "me_too"
    assert [signal.name for signal in by_code.signals] == [signal.name for signal in by_picture.signals]
    assert by_code.confidence == pytest.approx(by_picture.confidence, abs=0.05)


def test_a_code_is_marked_where_it_stands(review: Ask) -> None:
    draft = "🎉🎉 lovely :tada:"
    reaction = next(one for one in review(draft, answering=PARENT).signals if one.name == "reaction")
    units = draft.encode("utf-16-le")
    marked = [units[2 * span.start : 2 * span.end].decode("utf-16-le") for span in reaction.spans]
    assert marked == ["🎉🎉", ":tada:"]


@pytest.mark.parametrize(
    "draft",
    ["It starts at 10:30:00.", "std::vec: done", "See :ref:`page` there.", "a:tada:b", "ratio 3:100:7"],
)
def test_other_colons_are_no_codes(reviewer: Reviewer, draft: str) -> None:
    (doc,) = reviewer._reader.read([(draft, None)])
    assert "🙂" not in [token.norm_ for token in doc]
    assert own_text(doc) == draft


def test_a_text_read_with_pictures_is_as_long_as_before(reviewer: Reviewer) -> None:
    draft = "Great :tada::rocket: work :no_such_code: indeed :x:"
    (doc,) = reviewer._reader.read([(draft, None)])
    codes, unknown = "🎉🚀".ljust(len(":tada::rocket:")), "🙂".ljust(len(":no_such_code:"))
    assert own_text(doc) == f"Great {codes} work {unknown} indeed ❌  "
    assert doc.text == draft


def test_each_code_stands_for_one_character() -> None:
    assert all(len(picture) == 1 for picture in short_codes().values())
