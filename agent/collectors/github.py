"""GitHub's REST API, without a key: issues, pull requests and the comments there. Discussions need a key.

Source: docs.github.com/rest, issues, issue comments and pull request review comments (2022-11-28).
"""

import re
from typing import Any

from pydantic import Field

from agent.collectors._asking import Asking, NotAsked
from agent.collectors._collector import Answered, Collected, Collector, Wanted
from agent.collectors._shapes import Shape, Time, exactly, plain
from agent.schemas.engagement import Counts
from agent.schemas.fields import iso

_POST = re.compile(r"/([\w.-]+/[\w.-]+)/(issues|pull)/(\d+)(?:/.*)?")
_COMMENT = re.compile(r"issuecomment-(\d+)")
_REVIEW = re.compile(r"discussion_r(\d+)")
_PAGE = 100
_AGAINST = ("-1", "confused")


class _User(Shape):
    login: str


class _Post(Shape):
    """An issue, a pull request or a comment."""

    id: int
    html_url: str
    user: _User | None = None
    body: str | None = None
    created_at: Time = None
    comments: int | None = None
    in_reply_to_id: int | None = None
    reactions: dict[str, Any] = Field(default_factory=dict)

    @property
    def author(self) -> str | None:
        """Who wrote it; None where the account was deleted."""
        return self.user.login if self.user else None

    @property
    def likes(self) -> int | None:
        """Reactions that aren't against it."""
        total = self.reactions.get("total_count")
        against = [self.reactions.get(each, 0) for each in _AGAINST]
        numbers = [total, *against]
        return total - sum(against) if all(isinstance(each, int) for each in numbers) else None


def _read(wanted: Wanted, asking: Asking) -> Collected:
    found = _POST.fullmatch(wanted.parts.path)
    if found is None:
        raise NotAsked
    repository, number = f"/repos/{found[1]}", found[3]
    thread = f"{repository}/issues/{number}/comments"
    fragment = wanted.parts.fragment
    if comment := _COMMENT.fullmatch(fragment):
        post = asking.get(f"{repository}/issues/comments/{comment[1]}", _Post).value
        named = re.compile(rf"(?<![\w@-])@{re.escape(post.author or '')}(?![\w-])", re.IGNORECASE)
        later = [
            each
            for each in _later(thread, wanted, asking)
            if each.id != post.id and (each.author == post.author or named.search(each.body or ""))
        ]
        replies = None
    elif review := _REVIEW.fullmatch(fragment):
        post = asking.get(f"{repository}/pulls/comments/{review[1]}", _Post).value
        first = post.in_reply_to_id or post.id
        all_later = _later(f"{repository}/pulls/{number}/comments", wanted, asking)
        later = [each for each in all_later if each.id != post.id and each.in_reply_to_id == first]
        replies = len(later) if len(all_later) < _PAGE else None
    else:
        post = asking.get(f"{repository}/issues/{number}", _Post).value
        later = _later(thread, wanted, asking) if post.comments else []
        replies = post.comments
    counts = Counts(likes=exactly(post.likes), replies=exactly(replies))
    return Collected(counts, post.author, tuple(_answer(each, wanted) for each in later))


def _later(path: str, wanted: Wanted, asking: Asking) -> list[_Post]:
    """What was written there since the post; the first hundred at most."""
    return asking.get(path, list[_Post], since=iso(wanted.posted_at), per_page=_PAGE).value


def _answer(each: _Post, wanted: Wanted) -> Answered:
    return Answered(each.html_url, each.author, each.created_at, None, plain(each.body, wanted.with_text))


collector = Collector(
    name="github",
    title="GitHub",
    hosts=r"github\.com",
    api="api.github.com",
    read=_read,
    pause=150,
    limit="60 requests an hour without a key (docs.github.com, rate limits)",
)
