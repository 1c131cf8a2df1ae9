"""The API of Stack Exchange, without a key: questions, answers and comments of all its sites.

Source: api.stackexchange.com/docs (2.3): questions/{ids}, answers/{ids}, comments/{ids}, `backoff`, throttle.
"""

import re
from datetime import timedelta

from pydantic import Field

from agent.collectors._asking import Asking, Gone, NotAsked, SlowDown
from agent.collectors._collector import Answered, Collected, Collector, Wanted
from agent.collectors._shapes import Shape, Time, exactly, words
from agent.schemas.engagement import Counts

_COMMENT = re.compile(r"comment(\d+)_(\d+)")
_ANSWER = re.compile(r"/a/(\d+)(?:/.*)?|/questions/\d+/[^/]*/(\d+)/?")
_QUESTION = re.compile(r"/(?:q|questions)/(\d+)(?:/.*)?")


class _Owner(Shape):
    name: str | None = Field(None, validation_alias="display_name")


class _Item(Shape):
    score: int | None = None
    owner: _Owner | None = None
    body: str | None = None
    creation_date: Time = None
    answer_count: int | None = None
    view_count: int | None = None
    question_id: int | None = None
    answer_id: int | None = None
    comment_id: int | None = None
    post_id: int | None = None

    @property
    def author(self) -> str | None:
        """Who wrote it; None where the account was deleted."""
        return self.owner.name if self.owner else None


class _Wrapper(Shape):
    items: tuple[_Item, ...]
    backoff: int | None = Field(None, ge=0, le=10**6)
    quota_remaining: int | None = None


def _read(wanted: Wanted, asking: Asking) -> Collected:
    site, path = wanted.parts.hostname or "", wanted.parts.path
    if comment := _COMMENT.fullmatch(wanted.parts.fragment):
        found = _ask(f"comments/{comment[1]}", site, wanted, asking)
        return Collected(Counts(likes=exactly(found[0].score)), found[0].author)
    if answer := _ANSWER.fullmatch(path):
        number = answer[1] or answer[2]
        (item, *_) = _ask(f"answers/{number}", site, wanted, asking)
        below = _ask(f"answers/{number}/comments", site, wanted, asking, may_be_none=True)
        counts = Counts(likes=exactly(item.score), replies=exactly(len(below)))
    elif question := _QUESTION.fullmatch(path):
        number = question[1]
        (item, *_) = _ask(f"questions/{number}", site, wanted, asking)
        below = _ask(f"questions/{number}/answers", site, wanted, asking, may_be_none=True)
        counts = Counts(
            likes=exactly(item.score), replies=exactly(item.answer_count), views=exactly(item.view_count)
        )
    else:
        raise NotAsked
    return Collected(counts, item.author, tuple(_answered(each, site, wanted) for each in below))


def _ask(
    method: str, site: str, wanted: Wanted, asking: Asking, *, may_be_none: bool = False
) -> tuple[_Item, ...]:
    body = "withbody" if wanted.with_text else "default"
    query = {"site": site, "filter": body, "pagesize": 100, "sort": "creation", "order": "desc"}
    found = asking.get(f"/2.3/{method}", _Wrapper, **query).value
    if found.backoff:
        asking.rest_until = asking.clock() + timedelta(seconds=found.backoff)
    if found.quota_remaining == 0:
        raise SlowDown(
            "Stack Exchange has given all its answers of today.", asking.clock() + timedelta(days=1)
        )
    if not found.items and not may_be_none:
        raise Gone("Stack Exchange shows no such post (any more).")
    return found.items


def _answered(each: _Item, site: str, wanted: Wanted) -> Answered:
    place = (
        f"https://{site}/a/{each.answer_id}"
        if each.answer_id
        else f"https://{site}/q/{each.post_id}#comment{each.comment_id}_{each.post_id}"
    )
    return Answered(place, each.author, each.creation_date, None, words(each.body, wanted.with_text))


collector = Collector(
    name="stackexchange",
    title="Stack Exchange",
    hosts=r"(meta\.)?(stackoverflow|serverfault|superuser|askubuntu|stackapps)\.com|mathoverflow\.net"
    r"|[a-z]+\.stackoverflow\.com|.+\.stackexchange\.com",
    api="api.stackexchange.com",
    read=_read,
    pause=600,
    limit="300 requests a day without a key (api.stackexchange.com/docs/throttle)",
)
