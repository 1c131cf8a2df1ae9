"""Bluesky's public API, which answers about public posts without a key.

Source: docs.bsky.app, app.bsky.feed.getPostThread and its lexicon; a handle may stand in an at:// address.
"""

import re
from typing import Annotated, Literal

from pydantic import Field

from agent.collectors._asking import Asking, Gone, NotAsked
from agent.collectors._collector import Answered, Collected, Collector, Wanted
from agent.collectors._shapes import Shape, Time, exactly, plain
from agent.schemas.engagement import Counts

_POST = re.compile(r"/profile/([^/]+)/post/(\w+)/?")
_URI = re.compile(r"at://([^/]+)/app\.bsky\.feed\.post/(\w+)")


class _Author(Shape):
    did: str
    handle: str


class _Record(Shape):
    text: str = ""
    written_at: Time = Field(None, validation_alias="createdAt")


class _Post(Shape):
    uri: str
    author: _Author
    record: _Record
    replies: int | None = Field(None, validation_alias="replyCount")
    reposts: int | None = Field(None, validation_alias="repostCount")
    likes: int | None = Field(None, validation_alias="likeCount")


class _Other(Shape):
    """A post that is blocked, or was deleted."""

    type: Literal["app.bsky.feed.defs#notFoundPost", "app.bsky.feed.defs#blockedPost"] = Field(
        validation_alias="$type"
    )


class _Thread(Shape):
    type: Literal["app.bsky.feed.defs#threadViewPost"] = Field(validation_alias="$type")
    post: _Post
    replies: "list[_View] | None" = None


_View = Annotated[_Thread | _Other, Field(union_mode="left_to_right")]


class _Answer(Shape):
    thread: _View


def _read(wanted: Wanted, asking: Asking) -> Collected:
    found = _POST.fullmatch(wanted.parts.path)
    if found is None:
        raise NotAsked
    uri = f"at://{found[1]}/app.bsky.feed.post/{found[2]}"
    path = "/xrpc/app.bsky.feed.getPostThread"
    thread = asking.get(path, _Answer, uri=uri, depth=3, parentHeight=0).value.thread
    if isinstance(thread, _Other):
        raise Gone("Bluesky doesn't show this post to everybody, or not any more.")
    post = thread.post
    counts = Counts(likes=exactly(post.likes), replies=exactly(post.replies), shares=exactly(post.reposts))
    return Collected(counts, post.author.handle, tuple(_below(thread, None, post.author.did, wanted)))


def _below(thread: _Thread, answers: str | None, me: str, wanted: Wanted) -> list[Answered]:
    """Answers to one of the person's posts, and to their own answers below it."""
    replies: list[Answered] = []
    for each in thread.replies or ():
        if isinstance(each, _Other):
            continue
        permalink = _permalink(each.post.uri)
        mine = each.post.author.did == me
        if mine or thread.post.author.did == me:
            replies.append(
                Answered(
                    permalink=permalink,
                    author=each.post.author.handle,
                    written_at=each.post.record.written_at,
                    answers=answers,
                    text=plain(each.post.record.text, wanted.with_text),
                )
            )
        replies += _below(each, permalink, me, wanted)
    return replies


def _permalink(uri: str) -> str:
    return _URI.sub(r"https://bsky.app/profile/\1/post/\2", uri)


collector = Collector(
    name="bluesky",
    title="Bluesky",
    hosts=r"bsky\.app",
    api="public.api.bsky.app",
    read=_read,
    pause=5,
    limit="3,000 requests in 5 minutes (docs.bsky.app, rate limits)",
)
