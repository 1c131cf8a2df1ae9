"""X's analytics table: all four counts, joined to the archive by the post's id."""

from datetime import UTC, datetime
from pathlib import Path

from tests.agent.importers import test_x
from tests.agent.importers.exports import as_csv, counts, found, posts, problems, zipped

HEADER = "Post id,Date,Post text,Post Link,Impressions,Likes,Engagements,Bookmarks,Replies,Reposts"
SAMPLE = {
    "account_analytics_content_2024-03-01_2024-03-31.csv": as_csv(
        HEADER,
        '1765012345678900001,"Tue, Mar 05, 2024","A post, with a comma",https://x.com/o/status/1765012345678900001,"1,234",12,40,1,3,4',
        '2073000000000000002,"Sun, Jul 12, 2026",@river_otter a reply,https://x.com/o/status/2,71,0,2,0,--,',
        'n/a,"Sun, Jul 12, 2026",broken,,1,1,1,1,1,1',
    )
}


def test_a_row_is_a_post_with_all_its_counts(tmp_path: Path) -> None:
    things = found(zipped(tmp_path, SAMPLE))
    first, reply = posts(things)
    assert (first.text, first.kind, reply.kind) == ("A post, with a comma", "post", "reply")
    assert counts(first) == {"likes": 12, "replies": 3, "shares": 4, "views": 1234}
    assert counts(reply) == {"likes": 0, "replies": None, "shares": None, "views": 71}
    assert [problem.where.rpartition(", ")[2] for problem in problems(things)] == ["line 4"]


def test_the_moment_comes_from_the_id_where_it_fits_the_day(tmp_path: Path) -> None:
    first, reply = posts(found(zipped(tmp_path, SAMPLE)))
    assert first.posted_at == datetime(2024, 3, 5, 13, 51, 50, 210_000, tzinfo=UTC)
    assert reply.posted_at == datetime(2026, 7, 12, tzinfo=UTC)


def test_it_is_the_same_post_as_in_the_archive(tmp_path: Path) -> None:
    here = posts(found(zipped(tmp_path, SAMPLE)))[0]
    there = posts(found(zipped(tmp_path, test_x.SAMPLE)))[0]
    assert here.id == there.id


def test_columns_are_found_by_name_below_a_title_and_after_a_byte_order_mark(tmp_path: Path) -> None:
    table = as_csv(
        "\ufeffContent report", "", "Likes,POST ID,date,Post Text,impressions", "5,17,2024-03-05,hi,9"
    )
    (post,) = posts(found(zipped(tmp_path, {"report.csv": table})))
    assert (post.text, counts(post)["likes"], counts(post)["views"]) == ("hi", 5, 9)
