"""Reddit's JSON of its public pages, without a key. Reddit refuses it to many networks, and says so.

Source: reddit.com/dev/api: `/comments/{post}.json` is a listing of the post and one of its comments.
"""

import re
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from agent.collectors._asking import Asking, Gone, NotAsked
from agent.collectors._collector import Answered, Collected, Collector, Wanted
from agent.collectors._shapes import Shape, Time, exactly, plain
from agent.schemas.engagement import Counts

_PLACE = re.compile(r"(?:/(?:r|user|u)/[^/]+)?/comments/(\w+)(?:/[^/]*(?:/(\w+))?)?/?")
_DELETED = "[deleted]"
_SITE = "https://www.reddit.com"


class _Data(Shape):
    """A post, a comment, or (with a count) comments that aren't shown."""

    name: str = ""
    author: str | None = None
    body: str | None = None
    permalink: str = ""
    created: Time = Field(None, validation_alias="created_utc")
    score: int | None = None
    score_hidden: bool = False
    num_comments: int | None = None
    parent_id: str | None = None
    count: int | None = None
    replies: "_Replies" = None


class _Thing(Shape):
    kind: str
    data: _Data


class _Children(Shape):
    children: tuple[_Thing, ...]


class _Listing(Shape):
    data: _Children


def _none_or_listing(value: Any) -> Any:
    # Where nobody answered, Reddit writes an empty text in place of a listing.
    return value or None


_Replies = Annotated[_Listing | None, BeforeValidator(_none_or_listing)]


def _read(wanted: Wanted, asking: Asking) -> Collected:
    found = _PLACE.fullmatch(wanted.parts.path)
    if found is None:
        raise NotAsked
    post, comment = found[1], found[2]
    path = f"/comments/{post}/_/{comment}.json" if comment else f"/comments/{post}.json"
    listings = asking.get(path, list[_Listing], limit=100, depth=3, sort="new").value
    if len(listings) != 2:
        raise Gone("Reddit shows no such post (any more).")
    things = listings[1 if comment else 0].data.children
    asked = next((each.data for each in things if not comment or each.data.name == f"t1_{comment}"), None)
    if asked is None:
        raise Gone("Reddit shows no such post (any more).")
    below = (asked.replies.data.children if asked.replies else ()) if comment else listings[1].data.children
    counts = Counts(
        likes=exactly(None if asked.score_hidden else asked.score),
        replies=exactly(_number(below) if comment else asked.num_comments),
    )
    return Collected(counts, _author(asked), tuple(_answers(below, asked, asked.author, wanted)))


def _number(below: tuple[_Thing, ...]) -> int:
    """The shown and the not shown."""
    return sum(1 if each.kind == "t1" else each.data.count or 0 for each in below)


def _answers(
    below: tuple[_Thing, ...], asked: _Data, me: str | None, wanted: Wanted, answers: str | None = None
) -> list[Answered]:
    """Answers to one of the person's posts, and to their own answers below it."""
    replies: list[Answered] = []
    for each in (thing.data for thing in below if thing.kind == "t1"):
        permalink = f"{_SITE}{each.permalink}"
        if each.author != _DELETED and me in (asked.author, each.author):
            text = plain(each.body, wanted.with_text)
            replies.append(Answered(permalink, _author(each), each.created, answers, text))
        if each.replies:
            replies += _answers(each.replies.data.children, each, me, wanted, permalink)
    return replies


def _author(data: _Data) -> str | None:
    return None if data.author == _DELETED else data.author


collector = Collector(
    name="reddit",
    title="Reddit",
    hosts=r"reddit\.com",
    api="www.reddit.com",
    read=_read,
    pause=15,
    limit="10 requests a minute without a key (support.reddithelp.com, Data API)",
)
