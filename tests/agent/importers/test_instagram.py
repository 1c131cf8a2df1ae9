"""Instagram: captions where each layout has them, comments in every language, counts where there are any."""

from pathlib import Path

import pytest

from tests.agent.importers.exports import as_json, counts, folder, found, left_out, posts, problems, zipped

HOME = "your_instagram_activity"


def picture(title: str, uri: str = "1.jpg", at: int = 1_721_901_714) -> dict[str, object]:
    return {"uri": uri, "creation_timestamp": at, "title": title}


def insight(uri: str, **numbers: str) -> dict[str, object]:
    values = {
        name.replace("_", " "): {"href": "", "value": value, "timestamp": 0}
        for name, value in numbers.items()
    }
    return {
        "title": "",
        "media_map_data": {"Media Thumbnail": picture("counted", uri)},
        "string_map_data": values,
    }


def comment(words: str, whose: str, **labels: str) -> dict[str, object]:
    names = {"text": "Comment", "owner": "Media Owner", "time": "Time"} | labels
    return {
        "string_map_data": {
            names["text"]: {"value": words},
            names["owner"]: {"value": whose},
            names["time"]: {"timestamp": 1_721_901_800},
        }
    }


SAMPLE = {
    f"{HOME}/media/posts_1.json": as_json(
        [
            {"media": [picture("at the picture \u00e2\u009c\u00a8")]},
            {
                "media": [picture("", "2.jpg"), picture("", "3.jpg")],
                "title": "at the post",
                "creation_timestamp": 1_722_901_720,
            },
            {"media": []},
        ]
    ),
    f"{HOME}/media/reels.json": as_json({"ig_reels_media": [{"media": [picture("a reel", "4.mp4")]}]}),
    f"{HOME}/comments/post_comments_1.json": as_json([comment("great", "pine.marten")]),
    f"{HOME}/comments/reels_comments.json": as_json(
        {"comments_reels_comments": [comment("nice", "pine.marten")]}
    ),
    "logged_information/past_instagram_insights/posts.json": as_json(
        {
            "organic_insights_posts": [
                insight("1.jpg", Likes="31", Comments="4", Shares="1", Impressions="1,250", Follows="--"),
                insight("9.jpg", likes="--"),
            ]
        }
    ),
}


def test_captions_are_found_at_the_picture_and_at_the_post(tmp_path: Path) -> None:
    things = found(zipped(tmp_path, SAMPLE))
    assert [post.text for post in posts(things)] == [
        "at the picture ✨",
        "at the post",
        "a reel",
        "counted",
        "great",
        "nice",
    ]
    assert [each.kind for each in problems(things)] == ["misshapen"]


def test_counts_come_from_the_insights_and_are_unknown_else(tmp_path: Path) -> None:
    first, second, _, alone, *_ = posts(found(zipped(tmp_path, SAMPLE)))
    assert counts(first) == {"likes": 31, "replies": 4, "shares": 1, "views": 1250}
    assert first.counted_at is not None
    assert not second.counts.known
    assert counts(alone)["likes"] is None


def test_a_comment_names_whose_post_it_answers(tmp_path: Path) -> None:
    great = posts(found(zipped(tmp_path, SAMPLE)))[4]
    assert (great.kind, great.parent_author) == ("comment", "pine.marten")


def test_comments_are_read_in_other_languages(tmp_path: Path) -> None:
    dutch = {
        "post_comments_1.json": as_json(
            [comment("heel mooi", "pine.marten", text="Opmerking", owner="Media-eigenaar", time="Tijd")]
        )
    }
    (post,) = posts(found(zipped(tmp_path, dutch)))
    assert (post.text, post.parent_author) == ("heel mooi", "pine.marten")


def test_the_layout_of_2021_is_read(tmp_path: Path) -> None:
    old = {
        "content/posts_1.json": as_json([{"media": [picture("old")]}]),
        "comments/post_comments.json": as_json(
            {
                "comments_media_comments": [
                    {
                        "title": "pine.marten",
                        "string_map_data": {
                            "Comment": {"value": "older"},
                            "Time": {"timestamp": 1_618_000_100},
                        },
                    }
                ]
            }
        ),
    }
    first, second = posts(found(zipped(tmp_path, old)))
    assert (first.text, second.text, second.parent_author) == ("old", "older", "pine.marten")


@pytest.mark.parametrize("words", [[], ["mooi"], ["mooi", "heel mooi"]])
def test_whose_post_it_is_never_stands_for_a_comment_without_words(words: list[str], tmp_path: Path) -> None:
    labels = {"text": "Opmerking", "owner": "Media-eigenaar", "time": "Tijd"}
    empty = comment("", "pine.marten", **labels)
    alone = {"string_map_data": {"Media-eigenaar": {"value": "marten"}, "Tijd": {"timestamp": 1_721_901_801}}}
    texts = [comment(each, "marten", **labels) for each in words]
    things = found(folder(tmp_path, {"post_comments_1.json": as_json([alone, empty, *texts])}))
    assert [post.text for post in posts(things)] == words
    assert left_out(things) == ["no_words", "no_words"]


def test_a_user_name_that_stands_first_is_no_comment(tmp_path: Path) -> None:
    def swapped(words: str) -> dict[str, object]:
        values = {"Autor": {"value": "pine.marten"}, "Kommentar": {"value": words}}
        return {"string_map_data": {**values, "Zeit": {"timestamp": 1_721_901_800}}}

    comments = as_json([swapped("sehr schön"), swapped("schön")])
    things = posts(found(folder(tmp_path, {"post_comments_1.json": comments})))
    assert [(each.text, each.parent_author) for each in things] == [
        ("sehr schön", "pine.marten"),
        ("schön", "pine.marten"),
    ]
