"""Disqus: of everybody's comments one's own, with what they answer, even from a file packed with gzip."""

import gzip
from pathlib import Path

from agent.importers import Wishes
from tests.agent.importers.exports import counts, found, left_out, posts, problems, zipped


def thread(number: int, owner: str) -> str:
    return (
        f'<thread dsq:id="{number}"><id>a</id><link>https://blog.example/{number}/</link><title>Hello</title>'
        "<createdAt>2023-04-01T10:00:00Z</createdAt>"
        f"<author><name>{owner.title()}</name><username>{owner}</username></author></thread>"
    )


def post(
    number: int, author: str, html: str, parent: int = 0, deleted: str = "false", username: bool = True
) -> str:
    name = f"<name>{author.title()}</name>" + (f"<username>{author}</username>" if username else "")
    return (
        f'<post dsq:id="{number}"><id /><message><![CDATA[{html}]]></message>'
        f"<createdAt>2023-04-01T10:05:00Z</createdAt><isDeleted>{deleted}</isDeleted><isSpam>false</isSpam>"
        f"<author><email>x@e.example</email>{name}</author>"
        '<ipAddress>203.0.113.9</ipAddress><thread dsq:id="1" />'
        f'{f"""<parent dsq:id="{parent}" />""" if parent else ""}</post>'
    )


def export(*parts: str) -> str:
    return (
        '<?xml version="1.0" encoding="utf-8"?><disqus xmlns="http://disqus.com" '
        f'xmlns:dsq="http://disqus.com/disqus-internals">{"".join(parts)}</disqus>'
    )


SAMPLE = {
    "lab-2025-01-31.xml": export(
        thread(1, "otter"),
        post(5001, "pine", "<p>First!</p>", username=False),
        post(5002, "otter", "<p>Reply &amp; thanks</p><p>More</p>", parent=5001),
        post(5003, "pine", "<p>You're welcome</p>", parent=5002),
        post(5004, "otter", "<p>gone</p>", deleted="true"),
    )
}


def test_a_comment_comes_with_what_it_answers_and_how_many_answered(tmp_path: Path) -> None:
    (reply,) = posts(found(zipped(tmp_path, SAMPLE)))
    assert (reply.text, reply.kind) == ("Reply & thanks\n\nMore", "reply")
    assert (reply.parent_text, reply.parent_author, reply.thread_title) == ("First!", "Pine", "Hello")
    assert reply.permalink == "https://blog.example/1/#comment-5002"
    assert reply.parent_permalink == "https://blog.example/1/#comment-5001"
    assert counts(reply) == {"likes": None, "replies": 1, "shares": None, "views": None}


def test_what_others_wrote_stays_out(tmp_path: Path) -> None:
    things = found(zipped(tmp_path, SAMPLE))
    assert left_out(things) == ["by_others", "by_others", "deleted"]
    assert "203.0.113.9" not in repr(things)


def test_the_file_is_read_as_disqus_hands_it_out(tmp_path: Path) -> None:
    packed = tmp_path / "lab.xml.gz"
    packed.write_bytes(gzip.compress(SAMPLE["lab-2025-01-31.xml"].encode()))
    assert [each.source_id for each in posts(found(packed))] == ["5002"]


def test_a_forum_of_several_owners_asks_who_one_is(tmp_path: Path) -> None:
    shared = {"a.xml": export(thread(1, "otter"), thread(2, "pine"), post(1, "pine", "mine"))}
    assert [each.kind for each in problems(found(zipped(tmp_path, shared)))] == ["unanswered"]
    assert [each.text for each in posts(found(zipped(tmp_path, shared), Wishes(me="Pine")))] == ["mine"]
