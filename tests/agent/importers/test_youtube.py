"""YouTube: the tables of three generations, in any language; no likes and no titles, so none are made up."""

from pathlib import Path

import pytest

from agent.trouble import Trouble
from tests.agent.importers.exports import as_csv, found, left_out, posts, problems, unknown_counts, zipped

WATCH = "https://www.youtube.com/watch?v=dQw4w9WgXcQ"
HEADER = (
    "Comment ID,Channel ID,Comment Create Timestamp,Price,Parent Comment ID,Post ID,Video ID,Comment Text,"
    "Top-Level Comment ID"
)
SAMPLE = {
    "Takeout/YouTube and YouTube Music/comments/comments.csv": as_csv(
        HEADER,
        'UgxA,UCo,2025-02-11T19:04:00.155440+00:00,0,,,dQw4w9WgXcQ,"{""text"":""So \\""good\\""\\nline""}",',
        'UgxA.9,UCo,2025-02-12T08:00:00+00:00,0,UgxA,,dQw4w9WgXcQ,"{""text"":""@pine"",""mention"":{}},'
        '{""text"":"" see ""},{""text"":""https://e.example/a"",""link"":{}}",UgxA',
        'UgyB,UCo,2024-01-01T10:00:00+00:00,0,,UgkxPOST,,"{""text"":""on a post""}",',
        "UgzC,UCo,2024-01-01T10:00:00Z,0,,,dQw4w9WgXcQ,123,",
        'UgzD,UCo,,0,,,dQw4w9WgXcQ,"{""text"":""when?""}",',
        'UgzE,UCo,2024-01-01T10:00:00Z,0,,,dQw4w9WgXcQ,"{""text"":"" ""}",',
    ),
    "Takeout/YouTube and YouTube Music/subscriptions/subscriptions.csv": "Channel Id,Channel Url\n",
}


def test_the_pieces_of_a_comment_are_put_together(tmp_path: Path) -> None:
    things = found(zipped(tmp_path, SAMPLE))
    texts = [post.text for post in posts(things)]
    assert texts == ['So "good"\nline', "@pine see https://e.example/a", "on a post", "123"]
    assert left_out(things) == ["no_words"]
    assert [problem.kind for problem in problems(things)] == ["no_date"]


def test_a_comment_can_be_visited_and_knows_what_it_answers(tmp_path: Path) -> None:
    top, reply, on_post, _ = posts(found(zipped(tmp_path, SAMPLE)))
    assert (top.kind, top.permalink, top.parent_permalink) == ("comment", f"{WATCH}&lc=UgxA", WATCH)
    assert (reply.kind, reply.parent_permalink) == ("reply", f"{WATCH}&lc=UgxA")
    assert on_post.permalink == "https://www.youtube.com/post/UgkxPOST?lc=UgyB"
    assert unknown_counts(top)


@pytest.mark.parametrize(
    "table",
    [
        as_csv(
            "Comment ID,Channel ID,Comment create timestamp,Price,Parent comment ID,Video ID,Comment text",
            'UgzOLD,UCo,2023-03-14T09:26:53.123Z,,,vid42,"{""takeoutSegments"": [{""text"": ""mooi""}]}"',
        ),
        as_csv(
            "Reactie-ID,Kanaal-ID,Aanmaaktijdstempel reactie,Prijs,Video-ID,Reactietekst",
            'UgzNL,UCo,2025-03-14T09:26:53+00:00,0,vid42,"{""text"":""mooi""}"',
        ),
    ],
)
def test_older_and_translated_tables_are_read(table: str, tmp_path: Path) -> None:
    (post,) = posts(found(zipped(tmp_path, {"reacties.csv": table})))
    assert (post.text, post.parent_permalink) == ("mooi", "https://www.youtube.com/watch?v=vid42")


def test_the_web_page_of_before_2023_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(Trouble, match="ask Google Takeout for it again"):
        found(zipped(tmp_path, {"my-comments/my-comments.html": "<html></html>"}))


def test_what_was_called_into_a_live_stream_is_no_comment(tmp_path: Path) -> None:
    chat = as_csv(
        "Live Chat ID,Channel ID,Live Chat Create Timestamp,Price,Video ID,Live Chat Text",
        'ChwK,UCo,2025-03-14T09:26:53+00:00,0,vid42,"{""text"":""lol""}"',
    )
    name = "Takeout/YouTube and YouTube Music/live chats/live chats.csv"
    assert len(posts(found(zipped(tmp_path, {**SAMPLE, name: chat})))) == 4
