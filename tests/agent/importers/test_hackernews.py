"""Hacker News: what its two interfaces answer; points are never public for comments, so they stay unknown."""

from pathlib import Path

from agent.importers import ImportProblem, Wishes
from tests.agent.importers.exports import as_json, counts, found, left_out, posts, zipped

ITEM = "https://news.ycombinator.com/item?id="
HIT = {
    "objectID": "39000001",
    "author": "otter",
    "comment_text": "I&#x27;d say yes<p>and no",
    "story_id": 39,
    "story_title": "A story",
    "parent_id": 39000000,
    "created_at_i": 1705000000,
    "points": None,
}
STORY = {
    "by": "otter",
    "id": 39000009,
    "title": "Show HN: Otters",
    "url": "https://e.example/",
    "time": 1705000000,
    "type": "story",
    "score": 12,
    "descendants": 3,
}
SAMPLE = {
    "search.json": as_json({"hits": [HIT, HIT | {"objectID": "2", "author": "pine"}]}),
    "item.json": as_json(STORY),
}


def test_comments_and_stories_are_read(tmp_path: Path) -> None:
    story, comment = posts(found(zipped(tmp_path, SAMPLE), Wishes(me="otter")))
    assert (comment.text, comment.kind, comment.thread_title) == (
        "I'd say yes\n\nand no",
        "comment",
        "A story",
    )
    assert (comment.permalink, comment.parent_permalink) == (f"{ITEM}39000001", f"{ITEM}39000000")
    assert not comment.counts.known
    assert (story.text, story.kind) == ("Show HN: Otters\n\nhttps://e.example/", "post")
    assert counts(story) == {"likes": 12, "replies": 3, "shares": None, "views": None}


def test_whoever_says_their_name_gets_only_their_own(tmp_path: Path) -> None:
    things = found(zipped(tmp_path, SAMPLE), Wishes(me="Otter"))
    assert {post.source_id for post in posts(things)} == {"39000001", "39000009"}
    assert left_out(things) == ["by_others"]


def test_where_several_people_wrote_the_person_is_asked_who_they_are(tmp_path: Path) -> None:
    (problem,) = found(zipped(tmp_path, SAMPLE))
    assert isinstance(problem, ImportProblem)
    assert (problem.asks, "(otter, pine)" in problem.sentence) == (("me",), True)
    own = {"search.json": as_json({"hits": [HIT]}), "item.json": as_json(STORY)}
    assert len(posts(found(zipped(tmp_path, own)))) == 2
