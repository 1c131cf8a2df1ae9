"""WordPress' REST API: answers to comments, and comments on articles. WordPress itself counts no likes.

Source: developer.wordpress.org/rest-api/reference, comments and posts; `X-WP-Total` counts all that match.
Only where WordPress is at the top of its host; elsewhere its interface has an address of its own.
"""

import re
from urllib.parse import parse_qs

from pydantic import Field

from agent.collectors._asking import Asking, Gone, NotAsked
from agent.collectors._collector import Answered, Collected, Collector, Wanted
from agent.collectors._shapes import Shape, Time, exactly, words
from agent.schemas.engagement import Counts

_COMMENT = re.compile(r"comment-(\d+)")
_API = "/index.php"
_PAGE = 100


class _Content(Shape):
    rendered: str = ""


class _Comment(Shape):
    id: int
    link: str
    parent: int = 0
    author_id: int = Field(0, validation_alias="author")
    author_name: str = ""
    date_gmt: Time = None
    content: _Content = _Content()


class _Article(Shape):
    id: int
    author: int = 0


def _read(wanted: Wanted, asking: Asking) -> Collected:
    if comment := _COMMENT.fullmatch(wanted.parts.fragment):
        return _answers_to_comment(comment[1], wanted, asking)
    return _comments_on_article(wanted, asking)


def _answers_to_comment(number: str, wanted: Wanted, asking: Asking) -> Collected:
    comment = asking.get(_API, _Comment, rest_route=f"/wp/v2/comments/{number}").value
    below, total = _comments(asking, parent=number)
    replies = tuple(_answered(each, None, wanted) for each in below)
    return Collected(Counts(replies=exactly(total)), comment.author_name or None, replies)


def _comments_on_article(wanted: Wanted, asking: Asking) -> Collected:
    number = parse_qs(wanted.parts.query).get("p", [""])[0]
    if not number.isdigit():
        slug = wanted.parts.path.rstrip("/").rpartition("/")[2]
        if not slug:
            raise NotAsked
        found = asking.get(_API, list[_Article], rest_route="/wp/v2/posts", slug=slug).value
        if not found:
            raise Gone("This site shows no such article (any more).")
        article = found[0]
    else:
        article = asking.get(_API, _Article, rest_route=f"/wp/v2/posts/{number}").value
    below, total = _comments(asking, post=article.id)
    mine = {each.id: each for each in below if article.author and each.author_id == article.author}
    me = next((each.author_name for each in mine.values()), None)
    links = {each.id: each.link for each in below}
    replies = tuple(
        _answered(each, links.get(each.parent), wanted)
        for each in below
        if each.parent == 0 or each.id in mine or each.parent in mine
    )
    return Collected(Counts(replies=exactly(total)), me, replies)


def _comments(asking: Asking, **which: object) -> tuple[list[_Comment], int | None]:
    """The newest comments that match, and how many match in all."""
    query = {"per_page": _PAGE, "order": "desc", "orderby": "date_gmt", **which}
    got = asking.get(_API, list[_Comment], rest_route="/wp/v2/comments", **query)
    total = got.headers.get("x-wp-total", "")
    if total.isascii() and total.isdigit():
        return got.value, int(total)
    return got.value, len(got.value) if len(got.value) < _PAGE else None


def _answered(each: _Comment, answers: str | None, wanted: Wanted) -> Answered:
    return Answered(
        permalink=each.link,
        author=each.author_name or None,
        written_at=each.date_gmt,
        answers=answers,
        text=words(each.content.rendered, wanted.with_text),
    )


collector = Collector(
    name="wordpress",
    title="WordPress",
    sites=frozenset({"wordpress"}),
    read=_read,
    pause=15,
    limit="none of its own; hosts set theirs",
)
