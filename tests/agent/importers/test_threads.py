"""Threads: words at the picture or at the post, replies marked, and Instagram's export read beside it."""

from pathlib import Path

from tests.agent.importers import test_instagram
from tests.agent.importers.exports import as_json, found, known, left_out, posts, unknown_counts, zipped

FILE = "your_instagram_activity/threads/threads_and_replies.json"


def media(title: str, reply: bool, at: int = 1_754_466_859) -> dict[str, object]:
    return {"uri": "", "creation_timestamp": at, "title": title, "text_app_post": {"is_reply": reply}}


SAMPLE = {
    FILE: as_json(
        {
            "text_post_app_text_posts": [
                {"media": [media("agreed \u00e2\u0080\u0094 let's", reply=True)]},
                {
                    "media": [media("", reply=False), media("", reply=False)],
                    "title": "two photos",
                    "creation_timestamp": 1_754_500_001,
                },
                {"media": [media("", reply=False)]},
            ]
        }
    )
}


def test_posts_and_replies_are_read(tmp_path: Path) -> None:
    things = found(zipped(tmp_path, SAMPLE))
    reply, post = posts(things)
    assert (reply.text, reply.kind) == ("agreed — let's", "reply")
    assert (post.text, post.kind, post.posted_at.timestamp()) == ("two photos", "post", 1_754_500_001)
    assert unknown_counts(post)
    assert left_out(things) == ["no_words"]


def test_one_zip_may_hold_instagram_and_threads(tmp_path: Path) -> None:
    both = zipped(tmp_path, {**SAMPLE, **test_instagram.SAMPLE})
    assert known(both) == ["instagram", "threads"]
    assert {post.site for post in posts(found(both))} == {"instagram", "threads"}
