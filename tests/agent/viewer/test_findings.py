import xml.etree.ElementTree as ET

import pytest

from agent.insights import insights
from agent.services import Services
from agent.store.clock import now
from tests.agent.made.log import MadeLog
from tests.agent.viewer.reading import Viewer, words_of
from tests.agent_process import wait_for

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def years(services: Services) -> None:
    """A log of some years."""
    MadeLog(900, until=now()).write(services.log)


@pytest.mark.usefixtures("years")
def test_each_insight_has_a_sentence_a_picture_and_a_table(viewer: Viewer) -> None:
    page = viewer.get("/insights?period=all")
    for name, insight in insights().items():
        assert insight.question in page.words
        told = page.all(f".//article[@id='{name}']")
        if not told:
            assert insight.question in words_of(page.all(".//section[@id='missing']")[0])
            continue
        (article,) = told
        assert insight.title in words_of(article)
        if "No text of yours" in words_of(article):
            continue
        assert article.findall(".//table"), name
        (image,) = article.findall(".//img")
        assert "table below" in image.get("alt", "")
        assert image.get("src", "").startswith(f"/insights/{name}.svg?period=all")


@pytest.mark.usefixtures("years")
@pytest.mark.parametrize(
    "look", ["width=wide&scheme=light", "width=narrow&scheme=dark", "width=x&scheme=y", ""]
)
def test_each_picture_is_a_file_that_says_what_it_shows_and_needs_no_style(viewer: Viewer, look: str) -> None:
    for name, insight in insights().items():
        answer = viewer.get(f"/insights/{name}.svg?period=all&{look}")
        assert answer.headers["Content-Type"].startswith("image/svg+xml")
        assert "unsafe" not in answer.headers["Content-Security-Policy"]
        picture = ET.fromstring(answer.html)  # noqa: S314 (made by the agent)
        assert picture.findtext(f"{SVG}title") == insight.title
        assert len(picture.findtext(f"{SVG}desc") or "") > 20
        for element in picture.iter():
            assert element.tag.removeprefix(SVG) not in ("style", "script", "image", "a", "foreignObject")
            assert not [each for each in element.attrib if each == "style" or each.startswith("on")]


@pytest.mark.usefixtures("years")
def test_a_group_leads_to_its_posts(viewer: Viewer) -> None:
    links = viewer.get("/insights?period=all").links()
    assert "/history?verdict=promotion" in links
    assert "/history?signal=question" in links
    assert "/history?site=reddit" in links


@pytest.mark.usefixtures("years")
def test_the_time_is_chosen_in_the_address(viewer: Viewer) -> None:
    words = {period: viewer.get(f"/insights?period={period}").words for period in ("quarter", "year", "all")}
    assert "What 900 posts say" in words["all"]
    assert len(set(words.values())) == 3
    assert "What 900 posts say" not in viewer.get("/insights?period=century").words


def test_an_empty_log_has_no_blank_picture(viewer: Viewer) -> None:
    page = viewer.get("/insights")
    assert "No posts to learn from yet" in page.words
    for insight in insights().values():
        assert insight.question in page.words
    assert "/imports" in page.links()
    assert not page.all(".//img[@loading]")


def test_one_post_is_spoken_of_as_one(viewer: Viewer, services: Services) -> None:
    MadeLog(1, until=now()).write(services.log)
    page = viewer.get("/insights?period=all")
    assert "What 1 post says" in page.words
    assert "Not enough posts yet" in page.words
    assert not page.all(".//img[@loading]")


@pytest.mark.usefixtures("years")
def test_nobody_waits_before_an_empty_window_while_a_long_log_is_read(
    viewer: Viewer, services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("agent.services.insights._AT_ONCE", 0)
    page = viewer.get("/insights?period=all")
    assert "Your posts are being counted" in page.words
    assert "/insights?period=all" in page.links()
    wait_for(services.insights.at_hand, "the log to be read")
    assert "What 900 posts say" in viewer.get("/insights?period=all").words


def test_an_unknown_picture_is_not_there(viewer: Viewer) -> None:
    assert viewer.get("/insights/nothing.svg").status == 404


@pytest.mark.usefixtures("years")
def test_a_month_is_reported_with_its_neighbours(viewer: Viewer) -> None:
    page = viewer.follow(viewer.get("/report"))
    assert f"{now():%B %Y}" in page.words
    assert "What most came back for" in page.words
    earlier = next(link.get("href", "") for link in page.all(".//a[@rel='prev']"))
    assert viewer.get(earlier).status == 200
    assert viewer.get(earlier + ".svg").headers["Content-Type"].startswith("image/svg+xml")


def test_before_the_first_post_there_is_no_report(viewer: Viewer) -> None:
    assert "No month to report on yet" in viewer.get("/report").words


@pytest.mark.usefixtures("years")
def test_a_month_without_a_post_has_no_blank_picture(viewer: Viewer) -> None:
    page = viewer.get("/report/1999/12")
    assert "Nothing was posted in this month" in page.words
    assert not page.all(".//picture")
    assert page.all(".//a[@rel='next']"), "the next month with a post is a click away"


@pytest.mark.parametrize("month", ["1969/1", "2026/13", "2026/0", "99999/1"])
def test_a_month_that_is_none_is_not_there(viewer: Viewer, month: str) -> None:
    assert viewer.get(f"/report/{month}").status == 404
