"""Lemmy's API, which answers about public posts and comments without a key.

Source: join-lemmy.org/api (version 3): `GET /api/v3/post`, `/comment`, `/comment/list`.
"""

import re

from agent.collectors._asking import Asking, NotAsked
from agent.collectors._collector import Answered, Collected, Collector, Wanted
from agent.collectors._shapes import Shape, Time, exactly, plain
from agent.schemas.engagement import Counts

_COMMENT = re.compile(r"/comment/(\d+)/?|/post/\d+/(\d+)/?")
_POST = re.compile(r"/post/(\d+)/?")


class _Person(Shape):
    name: str
    actor_id: str | None = None

    @property
    def handle(self) -> str:
        """The name with its instance, since the same name may exist at many."""
        instance = (self.actor_id or "").partition("://")[2].partition("/")[0]
        return f"{self.name}@{instance}" if instance else self.name


class _Comment(Shape):
    id: int
    content: str = ""
    published: Time = None
    path: str = ""
    deleted: bool = False
    removed: bool = False

    @property
    def parent(self) -> str | None:
        """The number of the comment that it answers; None: the post. A path is like "0.12.34"."""
        steps = self.path.split(".")
        return steps[-2] if len(steps) > 2 else None


class _Counts(Shape):
    upvotes: int | None = None
    comments: int | None = None
    child_count: int | None = None


class _PostView(Shape):
    creator: _Person
    counts: _Counts


class _CommentView(Shape):
    comment: _Comment
    creator: _Person
    counts: _Counts = _Counts()


class _PostAnswer(Shape):
    post_view: _PostView


class _CommentAnswer(Shape):
    comment_view: _CommentView


class _List(Shape):
    comments: list[_CommentView]


def _read(wanted: Wanted, asking: Asking) -> Collected:
    found: _PostView | _CommentView
    if comment := _COMMENT.fullmatch(wanted.parts.path):
        number = comment[1] or comment[2]
        found = asking.get("/api/v3/comment", _CommentAnswer, id=number).value.comment_view
        replies, below = found.counts.child_count, {"parent_id": number}
    elif post := _POST.fullmatch(wanted.parts.path):
        number = None
        found = asking.get("/api/v3/post", _PostAnswer, id=post[1]).value.post_view
        replies, below = found.counts.comments, {"post_id": post[1]}
    else:
        raise NotAsked
    counts = Counts(likes=exactly(found.counts.upvotes), replies=exactly(replies))
    me = found.creator.handle
    if replies == 0:
        return Collected(counts, me)
    query = {**below, "max_depth": 3, "sort": "New", "type_": "All", "limit": 50}
    shown = asking.get("/api/v3/comment/list", _List, **query).value.comments
    return Collected(counts, me, tuple(_answers(shown, number, me, wanted)))


def _answers(shown: list[_CommentView], asked: str | None, me: str, wanted: Wanted) -> list[Answered]:
    """Those that answer the post, or one of the person's own answers; and these."""
    mine = {str(each.comment.id) for each in shown if each.creator.handle == me}
    place = f"https://{wanted.parts.netloc}/comment"
    return [
        Answered(
            permalink=f"{place}/{each.comment.id}",
            author=each.creator.handle,
            written_at=each.comment.published,
            answers=None if each.comment.parent in (None, asked) else f"{place}/{each.comment.parent}",
            text=plain(each.comment.content, wanted.with_text),
        )
        for each in shown
        if str(each.comment.id) != asked
        and not each.comment.deleted
        and not each.comment.removed
        and (each.creator.handle == me or each.comment.parent == asked or each.comment.parent in mine)
    ]


collector = Collector(
    name="lemmy",
    title="Lemmy",
    sites=frozenset({"lemmy"}),
    read=_read,
    pause=10,
    limit="999 requests in 10 minutes unless an instance says less (join-lemmy.org, configuration)",
)
