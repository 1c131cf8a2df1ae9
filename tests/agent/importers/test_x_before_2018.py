"""Twitter's archive until 2018, as a table and as pages per month: no counts, so none are made up."""

import json
from pathlib import Path

from tests.agent.importers.exports import found, left_out, posts, unknown_counts, zipped

TABLE = (
    "tweet_id,in_reply_to_status_id,in_reply_to_user_id,timestamp,source,text,retweeted_status_id,expanded_urls\n"
    '301234567890123456,,,2013-02-12 10:11:12 +0000,web,"hello &amp; ""bye""\nsecond line",,\n'
    "301234567890123457,301234567890123456,1400,2013-02-12 10:12:12 +0000,web,@otter_lab self reply,,\n"
    "301234567890123458,,,2013-02-12 10:13:12 +0000,web,RT @pine: not mine,301234567890123000,\n"
)
SAMPLE = {"tweets.csv": TABLE}
MONTH = "Grailbird.data.tweets_2013_02 = " + json.dumps(
    [
        {
            "id_str": "301234567890123457",
            "text": "@pine yes",
            "created_at": "2013-02-12 10:12:12 +0000",
            "in_reply_to_status_id_str": "301234567890123456",
            "in_reply_to_screen_name": "pine",
            "user": {"screen_name": "otter_lab"},
        }
    ]
)


def test_the_table_is_read(tmp_path: Path) -> None:
    things = found(zipped(tmp_path, SAMPLE))
    first, reply = posts(things)
    assert first.text == 'hello & "bye"\nsecond line'
    assert first.posted_at.isoformat() == "2013-02-12T10:11:12+00:00"
    assert (first.source_id, first.kind) == ("301234567890123456", "post")
    assert (reply.kind, reply.parent_permalink) == ("reply", "https://x.com/i/web/status/301234567890123456")
    assert unknown_counts(first)
    assert left_out(things) == ["repost"]


def test_the_pages_per_month_say_more_and_are_preferred(tmp_path: Path) -> None:
    things = found(zipped(tmp_path, {"tweets.csv": TABLE, "data/js/tweets/2013_02.js": MONTH}))
    (reply,) = posts(things)
    assert (reply.text, reply.parent_author) == ("@pine yes", "pine")
    assert reply.permalink == "https://x.com/otter_lab/status/301234567890123457"


def test_the_same_post_has_one_id_in_either(tmp_path: Path) -> None:
    from_table = posts(found(zipped(tmp_path, SAMPLE)))[1]
    from_month = posts(found(zipped(tmp_path, {"data/js/tweets/2013_02.js": MONTH})))[0]
    assert from_table.id == from_month.id
