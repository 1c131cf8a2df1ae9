"""LinkedIn: two ways of quoting in one export, lost dates, reposts, and the small export without posts."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from agent.trouble import Trouble
from tests.agent.importers.exports import found, left_out, posts, problems, unknown_counts, zipped

FEED = "https://www.linkedin.com/feed/update/urn%3Ali%3A"
SAMPLE = {
    "Shares.csv": (
        "Date,ShareLink,ShareCommentary,SharedUrl,MediaUrl,Visibility\n"
        f'2025-11-19 09:59:30,{FEED}share%3A7396840000000000001,"First.""\n""""\n""Second with a ""quote"", so.",https://example.org/a,,MEMBER_NETWORK\n'
        f'2025-11-18 07:00:00,{FEED}ugcPost%3A7396470000000000002,"Plain\nlines",,,MEMBER_NETWORK\n'
        f",{FEED}share%3A7396100000000000003,No date here,,,MEMBER_NETWORK\n"
        f"2025-11-17 06:00:00,{FEED}share%3A7396100000000000004,,https://example.org/reshared,,MEMBER_NETWORK\n"
    ),
    "Comments_155800000.csv": (
        "Date,Link,Message\n"
        f"2026-04-30 15:32:07,{FEED}activity%3A7401794121226567681,"
        '"When I led the \\"tea\\" team,\n\nit was ""hot""."\n'
        f",{FEED}activity%3A7401794121226567999,No date\n"
        f"2026-04-01 10:00:00,{FEED}activity%3A7401794121226568123,\n"
    ),
    "messages.csv": "FROM,TO,DATE,CONTENT\na,b,2026-01-01,psst\n",
}


def test_both_ways_of_quoting_are_undone(tmp_path: Path) -> None:
    texts = [post.text for post in posts(found(zipped(tmp_path, SAMPLE)))]
    assert texts == [
        'First.\n\nSecond with a "quote", so.',
        "Plain\nlines",
        "No date here",
        'When I led the "tea" team,\n\nit was "hot".',
    ]


def test_a_share_is_found_by_its_number_and_a_comment_below_its_post(tmp_path: Path) -> None:
    share, own, _, comment = posts(found(zipped(tmp_path, SAMPLE)))
    assert share.permalink == "https://www.linkedin.com/feed/update/urn:li:share:7396840000000000001"
    assert (share.source_id, share.kind, own.kind) == ("7396840000000000001", "share", "post")
    assert share.posted_at == datetime(2025, 11, 19, 9, 59, 30, tzinfo=UTC)
    assert (comment.kind, comment.permalink) == ("comment", None)
    assert (
        comment.parent_permalink == "https://www.linkedin.com/feed/update/urn:li:activity:7401794121226567681"
    )
    assert unknown_counts(share)


def test_a_lost_date_comes_back_from_the_number_or_is_a_problem_but_never_1970(tmp_path: Path) -> None:
    things = found(zipped(tmp_path, SAMPLE))
    assert posts(things)[2].posted_at.date().isoformat() == "2025-11-17"
    assert [(each.kind, each.where) for each in problems(things)] == [
        ("no_date", "Comments_155800000.csv, line 5")
    ]


def test_what_has_no_words_of_the_person_is_left_out(tmp_path: Path) -> None:
    assert left_out(found(zipped(tmp_path, SAMPLE))) == ["repost", "no_words"]


def test_the_small_export_says_what_to_ask_for(tmp_path: Path) -> None:
    small = {
        "Connections.csv": "Notes:\n\nFirst Name,Last Name\n",
        "Profile.csv": "First Name,Last Name\nA,B\n",
    }
    with pytest.raises(Trouble, match="ask LinkedIn for the larger one"):
        found(zipped(tmp_path, small))


def test_quotes_and_backslashes_of_the_person_stay(tmp_path: Path) -> None:
    tables = {
        "Shares.csv": (
            "Date,ShareLink,ShareCommentary,SharedUrl,MediaUrl,Visibility\n"
            f'2025-11-19 09:59:30,{FEED}share%3A7396840000000000001,"Is it ""yes""\n""no""\nor?",,,PUBLIC\n'
        ),
        "Comments.csv": (
            f'Date,Link,Message\n2026-04-30 15:32:07,{FEED}activity%3A1,"In C:\\temp \\"now\\""\n'
        ),
    }
    share, comment = posts(found(zipped(tmp_path, tables)))
    assert share.text == 'Is it "yes"\n"no"\nor?'
    assert comment.text == 'In C:\\temp "now"'
