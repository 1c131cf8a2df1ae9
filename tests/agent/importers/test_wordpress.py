"""WordPress: own articles and comments with what they answer, replies counted, others' data dropped."""

from pathlib import Path

import pytest

from agent.importers import Wishes
from tests.agent.importers.exports import counts, found, left_out, posts, problems, zipped

PAGE = "https://blog.example/hello/"


def export(*items: str, authors: tuple[str, ...] = ("otter",), version: str = "1.2") -> str:
    people = "".join(
        f"<wp:author><wp:author_id>{number}</wp:author_id><wp:author_login>{name}</wp:author_login>"
        f"<wp:author_email>{name}@e.example</wp:author_email></wp:author>"
        for number, name in enumerate(authors, 1)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" ?><rss version="2.0" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" '
        f'xmlns:wp="http://wordpress.org/export/{version}/"><channel><title>Lab</title>'
        f"{people}{''.join(items)}</channel></rss>"
    )


def item(
    content: str, *comments: str, author: str = "otter", status: str = "publish", kind: str = "post"
) -> str:
    return (
        f"<item><title>Hello &amp; welcome</title><link>{PAGE}</link><dc:creator>{author}</dc:creator>"
        f"<content:encoded><![CDATA[{content}]]></content:encoded><wp:post_id>1</wp:post_id>"
        "<wp:post_date>2025-01-01 10:00:00</wp:post_date>"
        "<wp:post_date_gmt>2025-01-01 09:00:00</wp:post_date_gmt>"
        f"<wp:status>{status}</wp:status><wp:post_type>{kind}</wp:post_type>{''.join(comments)}</item>"
    )


def comment(
    number: int, author: str, text: str, parent: int = 0, approved: str = "1", kind: str = "comment"
) -> str:
    return (
        f"<wp:comment><wp:comment_id>{number}</wp:comment_id><wp:comment_author>{author}</wp:comment_author>"
        f"<wp:comment_author_email>{author}@e.example</wp:comment_author_email>"
        "<wp:comment_author_IP>203.0.113.9</wp:comment_author_IP>"
        "<wp:comment_date_gmt>2025-01-02 09:00:00</wp:comment_date_gmt>"
        f"<wp:comment_content><![CDATA[{text}]]></wp:comment_content><wp:comment_approved>{approved}</wp:comment_approved>"
        f"<wp:comment_type>{kind}</wp:comment_type><wp:comment_parent>{parent}</wp:comment_parent></wp:comment>"
    )


SAMPLE = {
    "lab.WordPress.xml": export(
        item(
            "<!-- wp:paragraph --><p>Body &amp; all.</p><!-- /wp:paragraph -->",
            comment(10, "Pine", "Nice post"),
            comment(11, "Otter", "Thanks,\nPine!\x0b", parent=10),
            comment(12, "Otter", "spam", approved="trash"),
            comment(13, "Blog", "ping", kind="pingback"),
        ),
        item("later", status="draft"),
        item("secret", status="private"),
        item("menu", kind="nav_menu_item"),
    )
}


def test_an_article_is_its_title_and_its_words(tmp_path: Path) -> None:
    article = posts(found(zipped(tmp_path, SAMPLE)))[0]
    assert article.text == "Hello & welcome\n\nBody & all."
    assert (article.kind, article.permalink) == ("post", PAGE)
    assert article.posted_at.isoformat() == "2025-01-01T09:00:00+00:00"
    assert counts(article) == {"likes": None, "replies": 2, "shares": None, "views": None}


def test_a_comment_comes_with_what_it_answers(tmp_path: Path) -> None:
    reply = posts(found(zipped(tmp_path, SAMPLE)))[1]
    assert (reply.text, reply.kind, reply.permalink) == ("Thanks,\nPine!", "reply", f"{PAGE}#comment-11")
    assert (reply.parent_text, reply.parent_author) == ("Nice post", "Pine")
    assert (reply.parent_permalink, reply.thread_title) == (f"{PAGE}#comment-10", "Hello & welcome")
    assert counts(reply)["replies"] == 0


def test_what_is_not_the_person_s_or_not_public_is_left_out(tmp_path: Path) -> None:
    things = found(zipped(tmp_path, SAMPLE))
    assert left_out(things) == ["by_others", "deleted", "unfinished", "private"]
    assert "203.0.113.9" not in repr(things)
    assert "e.example" not in repr(things)


def test_a_site_of_several_people_asks_who_one_is(tmp_path: Path) -> None:
    shared = {"site.xml": export(item("a"), item("b", author="pine"), authors=("otter", "pine"))}
    (asked,) = problems(found(zipped(tmp_path, shared)))
    assert (asked.kind, "otter, pine" in asked.sentence) == ("unanswered", True)
    hers = posts(found(zipped(tmp_path, shared), Wishes(me="Pine")))
    assert [post.text for post in hers] == ["Hello & welcome\n\nb"]


@pytest.mark.parametrize("version", ["1.0", "1.1", "1.2"])
def test_every_version_of_the_format_is_read(version: str, tmp_path: Path) -> None:
    assert len(posts(found(zipped(tmp_path, {"old.xml": export(item("x"), version=version)})))) == 1


def test_line_ends_count_where_there_is_no_markup(tmp_path: Path) -> None:
    (post,) = posts(found(zipped(tmp_path, {"old.xml": export(item("one\n\ntwo <b>bold</b>"))})))
    assert post.text == "Hello & welcome\n\none\n\ntwo bold"
