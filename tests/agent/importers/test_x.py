"""X since 2018: texts as the writer sees them, long posts whole, replies with their parent, counts."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from agent.importers import ImportedPost
from tests.agent.importers.exports import (
    counts,
    folder,
    found,
    left_out,
    posts,
    problems,
    tarred,
    wrapped,
    zipped,
)


def tweet(
    number: str, text: str, at: str = "Tue Mar 05 14:02:11 +0000 2024", **more: object
) -> dict[str, object]:
    facts = {
        "id_str": number,
        "id": number,
        "created_at": at,
        "full_text": text,
        "favorite_count": "12",
        "retweet_count": "3",
        "entities": {"urls": [], "user_mentions": []},
    }
    return {"tweet": facts | more}


def file(name: str, *records: object) -> str:
    return f"window.YTD.{name}.part0 = {json.dumps(records, indent=2)}"


URLS = {"urls": [{"url": "https://t.co/AbCd", "expanded_url": "https://example.org/notes"}]}
LONG = "@pine It is a long post, and here it stops …"
WHOLE = "It is a long post, and here it stops no more, since this is the whole of it: R&D."

SAMPLE = {
    "data/tweets.js": file(
        "tweets",
        tweet("1765012345678900001", "R&amp;D &lt;draft&gt;: https://t.co/AbCd", entities=URLS),
        tweet("1765012345678900002", "RT @pine: somebody else's words"),
        tweet(
            "1765012345678900003",
            f"{LONG} https://t.co/Zz",
            at="Tue Mar 05 16:00:00 +0000 2024",
            in_reply_to_status_id_str="1765000000000000055",
            in_reply_to_screen_name="pine",
        ),
    ),
    "data/tweets-part1.js": file("tweets", tweet("612345678900000001", "old", favorite_count=None)),
    "data/note-tweet.js": file(
        "note_tweet",
        {"noteTweet": {"noteTweetId": "7", "createdAt": "2024-03-05T16:00:01.000Z", "core": {"text": WHOLE}}},
        {
            "noteTweet": {
                "noteTweetId": "8",
                "createdAt": "2024-03-05T16:00:00.000Z",
                "core": {"text": "Other"},
            }
        },
    ),
    "data/account.js": file("account", {"account": {"username": "otter_lab", "email": "nobody@example.org"}}),
    "data/manifest.js": (
        'window.__THAR_CONFIG = {"archiveInfo": {"generationDate": "2024-03-07T05:46:38.082Z"}}'
    ),
    "data/direct-messages.js": file("direct_messages", {"dmConversation": {"messages": []}}),
}


@pytest.mark.parametrize("pack", [folder, zipped, wrapped, tarred])
def test_every_way_to_hand_it_over_gives_the_same(pack, tmp_path: Path) -> None:
    things = found(pack(tmp_path, SAMPLE))
    assert [post.source_id for post in posts(things)] == [
        "1765012345678900001",
        "1765012345678900003",
        "612345678900000001",
    ]
    assert left_out(things) == ["repost"]
    assert not problems(things)


@pytest.fixture
def first(tmp_path: Path) -> ImportedPost:
    return posts(found(zipped(tmp_path, SAMPLE)))[0]


def test_a_post_is_as_its_writer_saw_it(first: ImportedPost) -> None:
    assert first.text == "R&D <draft>: https://example.org/notes"
    assert first.posted_at == datetime(2024, 3, 5, 14, 2, 11, tzinfo=UTC)
    assert first.permalink == "https://x.com/otter_lab/status/1765012345678900001"
    assert (first.site, first.kind) == ("x", "post")


def test_counts_are_numbers_of_the_day_of_the_export_and_what_is_not_there_is_unknown(
    first: ImportedPost, tmp_path: Path
) -> None:
    assert counts(first) == {"likes": 12, "shares": 3, "replies": None, "views": None}
    assert first.counted_at == datetime(2024, 3, 7, 5, 46, 38, 82_000, tzinfo=UTC)
    assert counts(posts(found(zipped(tmp_path, SAMPLE)))[2])["likes"] is None


def test_a_long_post_is_whole_and_a_reply_knows_its_parent(tmp_path: Path) -> None:
    reply = posts(found(zipped(tmp_path, SAMPLE)))[1]
    assert reply.text == WHOLE
    assert (reply.kind, reply.parent_author) == ("reply", "pine")
    assert reply.parent_permalink == "https://x.com/pine/status/1765000000000000055"


def test_a_long_post_without_its_note_stays_as_it_is(tmp_path: Path) -> None:
    things = found(zipped(tmp_path, {"tweets.js": SAMPLE["data/tweets.js"]}))
    assert posts(things)[1].text == f"{LONG} https://t.co/Zz"


def test_the_link_that_x_adds_for_a_picture_is_no_word_of_the_writer(tmp_path: Path) -> None:
    media = {"media": [{"url": "https://t.co/Pic"}]}
    sample = {"tweets.js": file("tweets", tweet("1", "Look https://t.co/Pic", entities=media))}
    assert posts(found(zipped(tmp_path, sample)))[0].text == "Look"


def test_a_parent_whose_account_is_gone_can_still_be_addressed(tmp_path: Path) -> None:
    sample = {"tweets.js": file("tweets", tweet("9", "@gone yes", in_reply_to_status_id_str="8"))}
    reply = posts(found(zipped(tmp_path, sample)))[0]
    assert (reply.parent_author, reply.parent_permalink) == (None, "https://x.com/i/web/status/8")


def test_the_layouts_since_2018_are_read(tmp_path: Path) -> None:
    bare = tweet("512345678900000001", "no wrapper")["tweet"]
    for name, text in {
        "tweet.js": f"window.YTD.tweet.part0 = [ {json.dumps(bare)} ]",
        "data/community-tweet.js": file("community_tweet", bare) + ";\n",
        "data/tweets.js": "\ufeff" + file("tweets", bare),
    }.items():
        assert [post.text for post in posts(found(zipped(tmp_path, {name: text})))] == ["no wrapper"], name


def test_a_bad_record_is_a_problem_and_the_others_come(tmp_path: Path) -> None:
    sample = {
        "tweets.js": file(
            "tweets",
            tweet("1", "one"),
            tweet("2", "no date", at="soon"),
            7,
            {"tweet": {"id": "x", "created_at": "", "full_text": None}},
            tweet("3", "three"),
        )
    }
    things = found(zipped(tmp_path, sample))
    assert [post.text for post in posts(things)] == ["one", "three"]
    assert [(problem.kind, problem.where) for problem in problems(things)] == [
        ("no_date", "tweets.js, record 2"),
        ("misshapen", "tweets.js, record 3"),
        ("misshapen", "tweets.js, record 4"),
    ]


@pytest.mark.parametrize("account", ["otter_lab", 7, {"username": 7}])
def test_a_damaged_account_leaves_the_posts_as_they_are(tmp_path: Path, account: object) -> None:
    files = SAMPLE | {"data/account.js": file("account", {"account": account})}
    assert len(posts(found(folder(tmp_path, files)))) == len(posts(found(zipped(tmp_path, SAMPLE))))


def test_a_quote_shares_what_it_quotes_and_without_words_it_repeats_it(tmp_path: Path) -> None:
    there = "https://twitter.com/pine/status/1765000000000000055"
    urls = {"urls": [{"url": "https://t.co/QuOt", "expanded_url": there}]}
    archive = {
        "tweets.js": file(
            "tweets",
            tweet("1", "I measured it: https://t.co/QuOt", entities=urls),
            tweet("2", "https://t.co/QuOt", entities=urls),
            tweet("3", "See https://t.co/QuOt before you vote", entities=urls),
        )
    }
    things = found(zipped(tmp_path, archive))
    quote, mention = posts(things)
    assert (quote.kind, quote.parent_author, quote.parent_permalink) == ("share", "pine", there)
    assert (mention.kind, mention.parent_permalink) == ("post", None)
    assert left_out(things) == ["repost"]
