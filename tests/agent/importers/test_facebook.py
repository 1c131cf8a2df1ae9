"""Facebook: all layouts since 2017, words put right, no ids and no counts, so none are made up."""

from pathlib import Path

import pytest

from agent.trouble import Trouble
from tests.agent.importers.exports import as_json, found, left_out, posts, problems, unknown_counts, zipped


def as_meta_writes(text: str) -> str:
    return text.encode().decode("latin-1")


def comment(text: str, title: str, at: int = 1_704_070_000) -> dict[str, object]:
    data = [{"comment": {"timestamp": at, "comment": as_meta_writes(text), "author": "Otter"}}]
    return {"timestamp": at, "data": data, "title": title}


HOME = "your_facebook_activity"
SAMPLE = {
    f"{HOME}/posts/your_posts__check_ins__photos_and_videos_1.json": as_json(
        [
            {
                "timestamp": 1_704_067_200,
                "data": [{"post": as_meta_writes("Café 👍 isn\u2019t far")}, {"update_timestamp": 1}],
            },
            {
                "timestamp": 1_704_240_000,
                "attachments": [{"data": [{"media": {"uri": "1.jpg", "description": "a caption"}}]}],
            },
            {
                "timestamp": 1_704_240_001,
                "attachments": [{"data": [{"external_context": {"url": "https://e.example"}}]}],
            },
            {"data": [{"post": "no time"}]},
        ]
    ),
    f"{HOME}/comments_and_reactions/comments.json": as_json(
        {
            "comments_v2": [
                comment("très bien", "Otter replied to Pine Marten's comment."),
                comment("mine", "Otter commented on his own post."),
            ]
        }
    ),
    f"{HOME}/groups/your_comments_in_groups.json": as_json(
        {"group_comments_v2": [comment("in a group", "…")]}
    ),
    f"{HOME}/groups/group_posts_and_comments.json": as_json(
        {"group_posts_v2": [{"timestamp": 1_704_073_000, "data": [{"post": "to a group"}]}]}
    ),
    f"{HOME}/posts/posts_on_other_pages_and_profiles.json": as_json(
        [
            {
                "timestamp": 1_704_074_000,
                "media": [],
                "fbid": "1",
                "label_values": [
                    {"label": "Nachricht", "value": "happy birthday"},
                    {"label": "Ziel", "value": "Pine"},
                ],
            }
        ]
    ),
    f"{HOME}/messages/inbox/pine/message_1.json": as_json({"messages": [{"content": "psst"}]}),
}


def test_every_kind_of_post_is_found_with_its_words_put_right(tmp_path: Path) -> None:
    things = found(zipped(tmp_path, SAMPLE))
    assert {post.text for post in posts(things)} == {
        "Café 👍 isn\u2019t far",
        "a caption",
        "très bien",
        "mine",
        "in a group",
        "to a group",
        "happy birthday",
    }
    assert left_out(things) == ["no_words"]
    assert [(each.kind, each.where.rpartition(", ")[2]) for each in problems(things)] == [
        ("misshapen", "record 4")
    ]


def test_nothing_is_known_that_is_not_in_it(tmp_path: Path) -> None:
    by_text = {post.text: post for post in posts(found(zipped(tmp_path, SAMPLE)))}
    assert by_text["très bien"].parent_author == "Pine Marten"
    assert by_text["mine"].parent_author is None
    assert all(unknown_counts(post) and post.permalink is None for post in by_text.values())


def test_the_layout_of_2019_is_read(tmp_path: Path) -> None:
    old = {
        "posts/your_posts_1.json": as_json([{"timestamp": 1_504_067_200, "data": [{"post": "old"}]}]),
        "comments/comments.json": as_json(
            {"comments": [comment("older", "Otter commented on Pine's photo.")]}
        ),
    }
    assert [post.text for post in posts(found(zipped(tmp_path, old)))] == ["old", "older"]


def test_a_comment_in_two_files_is_one_post(tmp_path: Path) -> None:
    twice = {
        "comments.json": as_json({"comments_v2": [comment("in a group", "…")]}),
        "your_comments_in_groups.json": as_json({"group_comments_v2": [comment("in a group", "…")]}),
    }
    first, second = posts(found(zipped(tmp_path, twice)))
    assert first.id == second.id


def test_an_export_of_web_pages_says_what_to_ask_for(tmp_path: Path) -> None:
    pages = {f"{HOME}/posts/your_posts__check_ins__photos_and_videos_1.html": "<html></html>"}
    with pytest.raises(Trouble, match="ask Facebook for it again with the format JSON"):
        found(zipped(tmp_path, pages))


def test_whose_page_it_is_never_stands_for_a_post_without_words(tmp_path: Path) -> None:
    def entry(at: int, **labels: str) -> dict[str, object]:
        values = [{"label": label, "value": value} for label, value in labels.items()]
        return {"timestamp": 1_704_074_000 + at, "media": [{"uri": "1.jpg"}], "label_values": values}

    entries = [entry(1, Ziel="Pine Marten"), entry(2, Nachricht="hello", Ziel="Pine Marten")]
    name = f"{HOME}/posts/posts_on_other_pages_and_profiles.json"
    things = found(zipped(tmp_path, {name: as_json(entries)}))
    assert ([post.text for post in posts(things)], left_out(things)) == (["hello"], ["no_words"])
    english = found(zipped(tmp_path, {name: as_json([entry(1, Target="Pine Marten")])}))
    assert left_out(english) == ["no_words"]


def test_a_comment_among_the_posts_of_groups_is_a_comment(tmp_path: Path) -> None:
    entry = comment("me too", "Otter commented on Pine Marten's post.")
    groups = {"group_posts_and_comments.json": as_json({"group_posts_v2": [entry]})}
    (post,) = posts(found(zipped(tmp_path, groups)))
    assert (post.text, post.kind, post.parent_author) == ("me too", "comment", "Pine Marten")


def test_an_export_without_posts_says_so(tmp_path: Path) -> None:
    empty = {
        f"{HOME}/posts/your_posts__check_ins__photos_and_videos_1.json": "[]",
        f"{HOME}/comments_and_reactions/comments.json": '{\n  "comments_v2": []\n}',
        f"{HOME}/posts/no-data.txt": "There is no data.",
    }
    with pytest.raises(Trouble, match="This Facebook export holds no posts and no comments"):
        found(zipped(tmp_path, empty))
