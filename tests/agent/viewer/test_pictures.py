import xml.etree.ElementTree as ET

import pytest

from agent.insights import Group
from agent.viewer import pictures
from agent.viewer.pictures import NARROW, Look

SVG = "{http://www.w3.org/2000/svg}"
GROUPS = (Group("Questions", 40, 0.62, 0.55, 0.69, differs=True), Group("Thanks", 7))


def words_in(svg: str) -> list[str]:
    return [text.text or "" for text in ET.fromstring(svg).iter(f"{SVG}text")]  # noqa: S314 (made here)


def drawn(look: Look) -> str:
    return pictures.intervals(GROUPS, look, "By signal", "Told.", middle=0.5, axis="of 100 pairs")


@pytest.mark.parametrize("look", [Look(), Look(NARROW, "dark")])
def test_an_estimate_stands_beside_its_interval_and_what_is_too_few_says_so(look: Look) -> None:
    words = words_in(drawn(look))
    assert "62 (55 to 69)" in words
    assert words[words.index("Thanks") + 1] == "too few posts"


def test_what_is_too_few_has_no_dot() -> None:
    assert len(list(ET.fromstring(drawn(Look())).iter(f"{SVG}circle"))) == 1  # noqa: S314 (made here)


def test_on_a_phone_lines_keep_off_the_words() -> None:
    names = [text for text in ET.fromstring(drawn(Look(NARROW))).iter(f"{SVG}text") if text.text == "Thanks"]  # noqa: S314 (made here)
    assert names[0].get("paint-order") == "stroke"


def test_a_share_over_time_is_marked_in_percent() -> None:
    months = [Group(f"Month {place}", 30, 0.5, 0.4, 0.6) for place in range(5)]
    assert {"0 %", "50 %", "100 %"} <= set(words_in(pictures.course(months, Look(), "Over time", "Told.")))
