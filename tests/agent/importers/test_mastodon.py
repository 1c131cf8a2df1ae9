"""Mastodon: words without markup, private posts left out, counts where the server writes them."""

import json
from pathlib import Path

import pytest

from agent.trouble import Trouble
from tests.agent.importers.exports import counts, folder, found, left_out, posts, tarred, zipped

PUBLIC = "https://www.w3.org/ns/activitystreams#Public"
ME = "https://social.example/users/otter"


def note(number: int, content: str, **more: object) -> dict[str, object]:
    facts = {
        "id": f"{ME}/statuses/{number}",
        "type": "Note",
        "summary": None,
        "inReplyTo": None,
        "published": "2025-01-05T09:00:00Z",
        "url": f"https://social.example/@otter/{number}",
        "content": content,
        "tag": [],
    }
    return create(facts | more)


def create(facts: dict[str, object], to: str = PUBLIC) -> dict[str, object]:
    return {"id": "a", "type": "Create", "to": [to], "cc": [f"{ME}/followers"], "object": facts}


LINK = (
    '<a href="https://e.example/x" rel="nofollow noopener"><span class="invisible">https://</span>'
    '<span class="">e.example/x</span></a>'
)
PARENT = "https://other.example/users/marten/statuses/998877"
MENTION = {"type": "Mention", "href": "https://other.example/users/marten", "name": "@marten@other.example"}


def outbox(*items: object) -> dict[str, str]:
    return {
        "outbox.json": json.dumps(
            {
                "@context": ["x", {"a": 1}],
                "type": "OrderedCollection",
                "totalItems": 4,
                "orderedItems": items,
            },
            ensure_ascii=False,
        )
    }


SAMPLE = outbox(
    note(
        1,
        f"<p>First &amp; a {LINK}<br />second line</p><p>New paragraph 👍</p>",
        likes={"totalItems": 7},
        shares={"totalItems": 0},
    ),
    note(
        2,
        '<p><a href="https://other.example/@marten">@<span>marten</span></a> agreed!</p>',
        inReplyTo=PARENT,
        tag=[MENTION],
    ),
    create(
        {"id": "d", "published": "2025-01-05T09:00:00Z", "content": "psst"},
        to="https://other.example/users/marten",
    ),
    {"type": "Announce", "to": [PUBLIC], "object": "https://other.example/users/marten/statuses/1"},
    note(3, ""),
)


@pytest.mark.parametrize("pack", [folder, zipped, tarred])
def test_posts_are_read_as_words(pack, tmp_path: Path) -> None:
    things = found(pack(tmp_path, SAMPLE))
    first, reply = posts(things)
    assert first.text == "First & a https://e.example/x\nsecond line\n\nNew paragraph 👍"
    assert first.permalink == "https://social.example/@otter/1"
    assert (first.kind, reply.kind, reply.text) == ("post", "reply", "@marten agreed!")
    assert left_out(things) == ["private", "repost", "no_words"]


def test_a_reply_knows_whom_it_answers(tmp_path: Path) -> None:
    reply = posts(found(zipped(tmp_path, SAMPLE)))[1]
    assert (reply.parent_author, reply.parent_permalink) == ("marten@other.example", PARENT)


def test_counts_come_from_newer_servers_only_and_are_unknown_else(tmp_path: Path) -> None:
    first, reply = posts(found(zipped(tmp_path, SAMPLE)))
    assert counts(first) == {"likes": 7, "replies": None, "shares": 0, "views": None}
    assert not reply.counts.known


def test_a_post_for_followers_only_is_private(tmp_path: Path) -> None:
    facts = {"id": "f", "published": "2025-01-05T09:00:00Z", "content": "for friends"}
    assert left_out(found(zipped(tmp_path, outbox(create(facts, to=f"{ME}/followers"))))) == ["private"]


def test_a_content_warning_is_part_of_what_was_written(tmp_path: Path) -> None:
    (post,) = posts(found(zipped(tmp_path, outbox(note(1, "<p>body</p>", summary="about food")))))
    assert post.text == "about food\n\nbody"


def test_the_lists_of_accounts_hold_no_posts_and_say_so(tmp_path: Path) -> None:
    lists = {"following_accounts.csv": "Account address,Show boosts\nmarten@other.example,true\n"}
    with pytest.raises(Trouble, match="lists of accounts, which hold no posts"):
        found(folder(tmp_path, lists))


def test_a_quote_shares_what_it_quotes_and_has_only_the_words_of_the_person(tmp_path: Path) -> None:
    content = f'<p class="quote-inline">RE: <a href="{PARENT}">{PARENT}</a></p><p>Yes, and here is why</p>'
    (post,) = posts(found(zipped(tmp_path, outbox(note(1, content, quote=PARENT, quoteUri=PARENT)))))
    assert (post.text, post.kind, post.parent_permalink) == ("Yes, and here is why", "share", PARENT)


def test_a_server_that_writes_whom_it_is_for_without_brackets_is_read(tmp_path: Path) -> None:
    facts = {"id": "f", "published": "2025-01-05T09:00:00Z", "content": "for all"}
    activity = {"type": "Create", "to": PUBLIC, "cc": f"{ME}/followers", "object": facts}
    assert [post.text for post in posts(found(zipped(tmp_path, outbox(activity))))] == ["for all"]
