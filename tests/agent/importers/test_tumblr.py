"""Tumblr: posts of every type from the table, or from pages beside it, also in a zip in a zip."""

from pathlib import Path

from tests.agent.importers.exports import found, left_out, posts, unknown_counts, zipped


def post(number: int, kind: str, content: str, more: str = "") -> str:
    return (
        f'<post id="{number}" url="https://otter.tumblr.com/post/{number}" type="{kind}" '
        'unix-timestamp="1359312540" date-gmt="2013-01-27 18:49:00 GMT" note-count="5" '
        f"{more}>{content}</post>"
    )


REBLOG = 'reblogged-from-name="pine" reblogged-from-url="https://pine.tumblr.com/post/1"'
PAGE = (
    "<html><body><h1>A title</h1><p>Old body</p>"
    '<div id="footer"><span id="timestamp"> January 27th, 2013 1:49pm </span>'
    '<span class="tag">x</span></div></body></html>'
)
SAMPLE = {
    "posts/posts.xml": (
        '<?xml version="1.0"?><tumblr version="1.0"><tumblelog name="otter"/><posts>'
        + post(
            123456,
            "regular",
            "<regular-title>T</regular-title><regular-body>&lt;p&gt;Body&lt;/p&gt;</regular-body>",
        )
        + post(
            123457,
            "photo",
            "<photo-caption>&lt;blockquote&gt;hers&lt;/blockquote&gt;mine</photo-caption>",
            REBLOG,
        )
        + post(
            123458,
            "photo",
            "<photo-caption>&lt;blockquote&gt;hers&lt;/blockquote&gt;</photo-caption>",
            REBLOG,
        )
        + post(123459, "regular", "<regular-body>psst</regular-body>", 'private="true"')
        + post(123460, "answer", "<question>Why?</question><answer>So.</answer>")
        + "</posts></tumblr>"
    ),
    "posts/html/123456.html": PAGE,
    "posts/html/999999.html": PAGE,
}


def test_posts_are_read_from_the_table_and_from_pages_beside_it(tmp_path: Path) -> None:
    things = found(zipped(tmp_path, SAMPLE))
    own, reblog, answer, page = posts(things)
    assert (own.text, own.kind, own.source_id) == ("T\n\nBody", "post", "123456")
    assert (reblog.text, reblog.kind, reblog.parent_author) == ("mine", "share", "pine")
    assert (answer.text, answer.parent_text) == ("So.", "Why?")
    assert (page.text, page.source_id) == ("A title\n\nOld body", "999999")
    assert page.posted_at.isoformat() == "2013-01-27T13:49:00+00:00"
    assert left_out(things) == ["repost", "private"]


def test_notes_are_no_likes(tmp_path: Path) -> None:
    assert all(not each.counts.known for each in posts(found(zipped(tmp_path, SAMPLE))))
    assert unknown_counts(posts(found(zipped(tmp_path, SAMPLE)))[0])


def test_the_zip_in_the_zip_is_opened(tmp_path: Path) -> None:
    inner = zipped(tmp_path, SAMPLE, "posts.zip").read_bytes()
    outer = zipped(tmp_path, {"posts.zip": inner, "media/1.jpg": b"\xff\xd8"})
    assert len(posts(found(outer))) == 4
