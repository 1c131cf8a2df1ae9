"""Mastodon's API, which its relatives (GoToSocial, Pleroma, Akkoma) answer too. Public posts need no key.

Source: docs.joinmastodon.org, methods/statuses: `GET /api/v1/statuses/:id` and `…/context`; entities/Status.
"""

import re

from agent.collectors._asking import Asking, NotAsked
from agent.collectors._collector import Answered, Collected, Collector, Wanted
from agent.collectors._shapes import Shape, Time, exactly, words
from agent.schemas.engagement import Counts

_ID = re.compile(r"/(?:@[\w.-]+(?:@[\w.-]+)?|users/[\w.-]+/statuses)/(\w+)/?")
_PUBLIC = ("public", "unlisted")


class _Account(Shape):
    acct: str


class _Status(Shape):
    id: str
    account: _Account
    url: str | None = None
    uri: str | None = None
    created_at: Time = None
    content: str = ""
    visibility: str = "public"
    in_reply_to_id: str | None = None
    replies_count: int | None = None
    reblogs_count: int | None = None
    favourites_count: int | None = None


class _Context(Shape):
    descendants: list[_Status]


def _read(wanted: Wanted, asking: Asking) -> Collected:
    found = _ID.fullmatch(wanted.parts.path)
    if found is None:
        raise NotAsked
    path = f"/api/v1/statuses/{found[1]}"
    status = asking.get(path, _Status).value
    replies: list[Answered] = []
    if status.replies_count != 0:
        below = asking.get(f"{path}/context", _Context).value.descendants
        me = status.account.acct
        mine = {each.id for each in below if each.account.acct == me}
        shown = {each.id: each.url or each.uri or "" for each in below}
        replies = [
            Answered(
                permalink=shown[each.id],
                author=each.account.acct,
                written_at=each.created_at,
                answers=None if each.in_reply_to_id == status.id else shown.get(each.in_reply_to_id or ""),
                text=words(each.content, wanted.with_text),
            )
            for each in below
            if each.visibility in _PUBLIC
            and (each.account.acct == me or each.in_reply_to_id == status.id or each.in_reply_to_id in mine)
        ]
    counts = Counts(
        likes=exactly(status.favourites_count),
        replies=exactly(status.replies_count),
        shares=exactly(status.reblogs_count),
    )
    return Collected(counts, status.account.acct, tuple(replies))


collector = Collector(
    name="mastodon",
    title="Mastodon",
    sites=frozenset({"mastodon"}),
    read=_read,
    pause=5,
    limit="300 requests in 5 minutes (docs.joinmastodon.org, rate limits)",
)
