"""Any table: by its usual column names, or by those that the person names; it asks where it can't know."""

from pathlib import Path

from agent.importers import Wishes
from tests.agent.importers.exports import as_csv, counts, found, left_out, posts, problems, zipped

SAMPLE = {
    "buffer.csv": as_csv(
        "Network,Text,Date,Link,Impressions,Likes,Comments",
        'Twitter,"Hello, all",2024-05-01T10:00:00Z,https://x.com/otter/status/17,1.2K,12,--',
        "LinkedIn,Hi,2024-05-02 10:00,https://www.linkedin.com/feed/update/urn:li:share:1,,3,0",
        "LinkedIn,,2024-05-02 10:00,,,,",
        "LinkedIn,when?,soon,,,,",
    )
}


def test_usual_names_are_known(tmp_path: Path) -> None:
    things = found(zipped(tmp_path, SAMPLE))
    first, second = posts(things)
    assert (first.site, first.text, first.permalink) == ("x", "Hello, all", "https://x.com/otter/status/17")
    assert counts(first) == {"likes": 12, "replies": None, "shares": None, "views": 1200}
    assert [
        first.counts.views and first.counts.views.precision,
        first.counts.likes and first.counts.likes.precision,
    ] == ["rounded", "exact"]
    assert (second.site, counts(second)["replies"]) == ("linkedin", 0)
    assert left_out(things) == ["no_words"]
    assert [problem.kind for problem in problems(things)] == ["no_date"]


def test_columns_can_be_named_also_in_excel_s_european_way(tmp_path: Path) -> None:
    table = "Beitrag;Wann;Herzen\nHallo, Welt;2024-05-01;7\n".encode("cp1252")
    wishes = Wishes(site="threads", columns={"text": "Beitrag", "date": "Wann", "likes": "Herzen"})
    (post,) = posts(found(zipped(tmp_path, {"x.csv": table}), wishes))
    assert (post.site, post.text, counts(post)["likes"]) == ("threads", "Hallo, Welt", 7)


def test_it_asks_which_column_is_which(tmp_path: Path) -> None:
    (asked,) = found(zipped(tmp_path, {"x.csv": as_csv("Beitrag,Wann", "Hallo,2024-05-01")}))
    assert problems([asked])[0].kind == "unanswered"
    assert "“Beitrag”, “Wann”" in problems([asked])[0].sentence
    wrong = Wishes(columns={"text": "Beitrag", "date": "Dann"})
    (asked,) = found(zipped(tmp_path, {"x.csv": as_csv("Beitrag,Wann", "Hallo,2024-05-01")}), wrong)
    assert "There is no column “Dann”" in problems([asked])[0].sentence


def test_it_asks_for_the_site_where_no_column_and_no_link_tells(tmp_path: Path) -> None:
    table = {"x.csv": as_csv("text,date", "Hallo,2024-05-01")}
    assert [each.kind for each in problems(found(zipped(tmp_path, table)))] == ["unanswered"]
    assert [post.site for post in posts(found(zipped(tmp_path, table), Wishes(site="mastodon")))] == [
        "mastodon"
    ]
