"""Discourse: likes and replies come with the posts; private messages don't come, in whatever language."""

from pathlib import Path

from tests.agent.importers.exports import as_csv, counts, found, left_out, posts, zipped

HEADER = "topic_title,categories,is_pm,post_raw,post_cooked,like_count,reply_count,url,created_at"
FORUM = "https://forum.example/t"
SAMPLE = {
    "user_archive.csv": as_csv(
        HEADER,
        'A topic,Support|Windows,No,"Raw **text**,',
        f'with lines",<p>cooked</p>,3,1,{FORUM}/a-topic/123/4,2024-02-03T04:05:06.789Z',
        f"My topic,Support,No,Does it?,<p>Does it?</p>,0,0,{FORUM}/my-topic/125/1,2024-02-04 04:05:06 UTC",
        f"A private one,-,Yes,psst,<p>psst</p>,0,0,{FORUM}/private/124/2,2024-02-04T04:05:06.789Z",
        f"Ein privates,-,Ja,pst,<p>pst</p>,0,0,{FORUM}/privat/126/2,2024-02-04T04:05:06.789Z",
        f"Ein Thema,Hilfe,Nein,hallo,<p>hallo</p>,,,{FORUM}/thema/127/2,2024-02-04T04:05:06.789Z",
    )
}


def test_posts_come_with_their_counts_and_their_topic(tmp_path: Path) -> None:
    reply, topic, german = posts(found(zipped(tmp_path, SAMPLE)))
    assert (reply.text, reply.kind, reply.thread_title) == ("Raw **text**,\nwith lines", "reply", "A topic")
    assert (reply.permalink, reply.parent_permalink) == (f"{FORUM}/a-topic/123/4", f"{FORUM}/a-topic/123")
    assert counts(reply) == {"likes": 3, "replies": 1, "shares": None, "views": None}
    assert (topic.text, topic.kind, topic.parent_permalink) == ("My topic\n\nDoes it?", "post", None)
    assert (german.text, german.counts.known) == ("hallo", False)


def test_private_messages_are_left_out_in_every_language(tmp_path: Path) -> None:
    assert left_out(found(zipped(tmp_path, SAMPLE))) == ["private", "private"]


def test_the_older_table_with_one_column_of_text_is_read(tmp_path: Path) -> None:
    old = as_csv(
        "topic_title,categories,is_pm,post,like_count,reply_count,url,created_at",
        f"T,C,No,text,1,0,{FORUM}/t/1/2,2019-02-03 04:05:06 UTC",
    )
    assert [post.text for post in posts(found(zipped(tmp_path, {"user_archive-otter-190203.csv": old})))] == [
        "text"
    ]
