"""Hacker News' API. Points are told of stories only; whose comment has how many, nobody but its author sees.

Source: github.com/HackerNews/API, `GET /v0/item/<id>.json`.
"""

from itertools import islice
from urllib.parse import parse_qs

from pydantic import RootModel

from agent.collectors._asking import Asking, Gone, NotAsked
from agent.collectors._collector import Answered, Collected, Collector, Wanted, key_of
from agent.collectors._shapes import Shape, Time, exactly, words
from agent.schemas.engagement import Counts

_NEW_AT_ONCE = 10
"""Answers are asked for one by one, so only those that aren't known, and few at a time."""


class _Item(Shape):
    id: int
    type: str = ""
    by: str | None = None
    time: Time = None
    text: str | None = None
    kids: tuple[int, ...] = ()
    score: int | None = None
    descendants: int | None = None
    deleted: bool = False
    dead: bool = False


class _Answer(RootModel[_Item | None]):
    """An item, or null where there is none."""

    @property
    def item(self) -> _Item | None:
        """The item that is shown to everybody."""
        return None if self.root is None or self.root.deleted or self.root.dead else self.root


def _read(wanted: Wanted, asking: Asking) -> Collected:
    number = wanted.parts.fragment or parse_qs(wanted.parts.query).get("id", [""])[0]
    if wanted.parts.path != "/item" or not number.isascii() or not number.isdigit():
        raise NotAsked
    item = asking.get(f"/v0/item/{number}.json", _Answer).value.item
    if item is None:
        raise Gone("Hacker News shows no such item (any more).")
    story = item.type != "comment"
    unknown = (each for each in item.kids if key_of(_permalink(each)) not in wanted.known)
    found = [
        asking.get(f"/v0/item/{each}.json", _Answer).value.item for each in islice(unknown, _NEW_AT_ONCE)
    ]
    replies = [
        Answered(
            permalink=_permalink(each.id),
            author=each.by,
            written_at=each.time,
            text=words(each.text, wanted.with_text),
        )
        for each in found
        if each is not None
    ]
    counts = Counts(
        likes=exactly(item.score) if story else None,
        replies=exactly(item.descendants if story else len(item.kids)),
    )
    return Collected(counts, item.by, tuple(replies))


def _permalink(number: int) -> str:
    return f"https://news.ycombinator.com/item?id={number}"


collector = Collector(
    name="hackernews",
    title="Hacker News",
    hosts=r"news\.ycombinator\.com",
    api="hacker-news.firebaseio.com",
    read=_read,
    pause=10,
    limit="none is set (github.com/HackerNews/API)",
)
