"""Discourse's own JSON, which every forum that is open to all answers without a key.

Source: docs.discourse.org: `/t/{topic}.json`, `/posts/by_number/{topic}/{number}.json`,
`/posts/{id}/replies.json`.
"""

import re

from pydantic import Field

from agent.collectors._asking import Asking, NotAsked
from agent.collectors._collector import Answered, Collected, Collector, Wanted
from agent.collectors._shapes import Shape, Time, exactly, words
from agent.schemas.engagement import Counts

_PLACE = re.compile(r"(.*)/t/(?:[^/]*/)?(\d+)(?:/(\d+))?/?")
_LIKE = 2


class _Action(Shape):
    id: int
    count: int = 0


class _Post(Shape):
    id: int
    number: int = Field(validation_alias="post_number")
    username: str
    created_at: Time = None
    cooked: str = ""
    reply_count: int | None = None
    answers: int | None = Field(None, validation_alias="reply_to_post_number")
    actions: tuple[_Action, ...] | None = Field(None, validation_alias="actions_summary")

    @property
    def likes(self) -> int | None:
        """Where nobody liked it, the list of what was done has no such line."""
        if self.actions is None:
            return None
        return next((each.count for each in self.actions if each.id == _LIKE), 0)


class _Stream(Shape):
    posts: tuple[_Post, ...]


class _Topic(Shape):
    post_stream: _Stream
    posts_count: int | None = None
    views: int | None = None


def _read(wanted: Wanted, asking: Asking) -> Collected:
    found = _PLACE.fullmatch(wanted.parts.path)
    if found is None:
        raise NotAsked
    root, topic, number = found[1], found[2], int(found[3] or 1)
    return _topic(root, topic, wanted, asking) if number == 1 else _post(root, topic, number, wanted, asking)


def _topic(root: str, topic: str, wanted: Wanted, asking: Asking) -> Collected:
    """One's own topic: whatever is written in it answers it, unless it answers somebody else there."""
    found = asking.get(f"{root}/t/{topic}.json", _Topic).value
    first = next((each for each in found.post_stream.posts if each.number == 1), None)
    if first is None:
        raise NotAsked
    mine = {each.number for each in found.post_stream.posts if each.username == first.username}
    later = [
        each
        for each in found.post_stream.posts
        if each.number > 1 and (each.number in mine or each.answers is None or each.answers in mine)
    ]
    counts = Counts(
        likes=exactly(first.likes),
        replies=exactly(None if found.posts_count is None else found.posts_count - 1),
        views=exactly(found.views),
    )
    replies = tuple(_answered(each, root, topic, 1, wanted) for each in later)
    return Collected(counts, first.username, replies)


def _post(root: str, topic: str, number: int, wanted: Wanted, asking: Asking) -> Collected:
    post = asking.get(f"{root}/posts/by_number/{topic}/{number}.json", _Post).value
    later = asking.get(f"{root}/posts/{post.id}/replies.json", list[_Post]).value if post.reply_count else []
    counts = Counts(likes=exactly(post.likes), replies=exactly(post.reply_count))
    replies = tuple(_answered(each, root, topic, number, wanted) for each in later)
    return Collected(counts, post.username, replies)


def _answered(each: _Post, root: str, topic: str, asked: int, wanted: Wanted) -> Answered:
    place = f"https://{wanted.parts.netloc}{root}/t/{topic}"
    return Answered(
        permalink=f"{place}/{each.number}",
        author=each.username,
        written_at=each.created_at,
        answers=None if each.answers in (None, asked) else f"{place}/{each.answers}",
        text=words(each.cooked, wanted.with_text),
    )


collector = Collector(
    name="discourse",
    title="Discourse",
    sites=frozenset({"discourse"}),
    read=_read,
    pause=10,
    limit="200 requests a minute, less where a forum says so (meta.discourse.org, global rate limits)",
)
