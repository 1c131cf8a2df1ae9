"""WordPress: articles and comments of a site's export (WXR). What others answered is countable in it.

Source of the format: WordPress's own export.php, versions 1.0 to 1.2.
"""

from collections import Counter
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from agent.importers._archive import Archive
from agent.importers._counts import exactly
from agent.importers._dates import when
from agent.importers._html import words_of_typed
from agent.importers._importer import Importer, Wishes
from agent.importers._record import Found, ImportedPost, ImportProblem, LeftOut
from agent.importers._records import Record, found_in, records_of
from agent.importers._text import beginning
from agent.importers._xml import text_in, xml_records
from agent.schemas.engagement import Counts

_EXPORT = r".*\.xml"
_WP = "http://wordpress.org/export/"
_TAGS = {"item", *(f"{{{_WP}{version}/}}author" for version in ("1.0", "1.1", "1.2"))}
_CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
_CREATOR = "{http://purl.org/dc/elements/1.1/}creator"
_UNFINISHED = {"draft", "auto-draft", "pending", "future", "inherit"}


class _People:
    """Who writes on the site, and which of them is the person."""

    def __init__(self, me: str | None) -> None:
        self._me = me.casefold() if me else None
        self._all: list[dict[str, str]] = []

    def add(self, author: Element) -> None:
        self._all.append(_facts(author))

    def me(self) -> dict[str, str] | None:
        """The person's entry; None where only they can tell."""
        names = ("author_login", "author_email", "author_display_name")
        if self._me is None:
            return self._all[0] if len(self._all) == 1 else None
        listed = (each for each in self._all if self._me in {each.get(name, "").casefold() for name in names})
        return next(listed, {"author_login": self._me, "author_display_name": self._me})

    @property
    def names(self) -> str:
        return ", ".join(sorted(each.get("author_login", "") for each in self._all)[:10]) or "none listed"


def _knows(archive: Archive) -> bool:
    return any(_WP in beginning(archive.open(name)) for name in archive.find(_EXPORT))


def _read(archive: Archive, wishes: Wishes) -> Iterator[Found]:
    for name in archive.find(_EXPORT):
        people = _People(wishes.me)
        for record in records_of(archive, [name], lambda stream, each: xml_records(stream, each, _TAGS)):
            if isinstance(record, ImportProblem):
                yield record
            elif record.data.tag.endswith("}author"):
                people.add(record.data)
            elif record.data.tag == "item":
                me = people.me()
                if me is None:
                    yield _who(name, people)
                    break
                yield from _in_item(record, me, archive)


def _who(name: str, people: _People) -> ImportProblem:
    sentence = f"Several people write on this site ({people.names}): say which of them you are."
    return ImportProblem(kind="unanswered", where=name, sentence=sentence, asks=("me",))


def _in_item(record: Record, me: dict[str, str], archive: Archive) -> Iterator[Found]:
    item: Element = record.data
    facts = _facts(item)
    if facts.get("post_type") not in ("post", "page"):
        return
    comments = [_facts(each) for each in item if _local(each) == "comment"]
    shown = {
        each.get("comment_id", ""): each
        for each in comments
        if each.get("comment_approved") == "1" and each.get("comment_type", "") in ("", "comment")
    }
    replies = Counter(each.get("comment_parent", "0") for each in shown.values())

    def article(_: Record) -> Found:
        why = _left_out(facts, text_in(item, _CREATOR), me)
        if why:
            return LeftOut.model_validate({"why": why, "where": record.where})
        text = "\n\n".join(
            part for part in (text_in(item, "title"), words_of_typed(text_in(item, _CONTENT))) if part
        )
        return ImportedPost(
            site="wordpress",
            text=text,
            posted_at=when(_date(facts, "post_date")),
            kind="post",
            permalink=text_in(item, "link"),
            counts=Counts(replies=exactly(len(shown))),
            counted_at=archive.made_at,
        )

    def comment(each: Record) -> Found | None:
        found = each.data
        if found.get("comment_type", "") not in ("", "comment"):
            return None
        if not _is_mine(found, me):
            return LeftOut(why="by_others", where=each.where)
        if found.get("comment_id") not in shown:
            return LeftOut(why="deleted", where=each.where)
        parent = shown.get(found.get("comment_parent", ""))
        page = text_in(item, "link")
        return ImportedPost(
            site="wordpress",
            text=words_of_typed(found.get("comment_content", "")),
            posted_at=when(_date(found, "comment_date")),
            kind="reply" if parent else "comment",
            permalink=f"{page}#comment-{found['comment_id']}",
            parent_text=words_of_typed(parent.get("comment_content", "")) if parent else None,
            parent_author=parent.get("comment_author") if parent else text_in(item, _CREATOR),
            parent_permalink=f"{page}#comment-{parent['comment_id']}" if parent else page,
            thread_title=text_in(item, "title"),
            counts=Counts(replies=exactly(replies[found["comment_id"]])),
            counted_at=archive.made_at,
        )

    yield from found_in(iter([record]), article)
    yield from found_in(
        iter(Record(f"{record.where}, comment {each.get('comment_id')}", each) for each in comments), comment
    )


def _left_out(facts: dict[str, str], creator: str, me: dict[str, str]) -> str | None:
    status = facts.get("status", "publish")
    if creator.casefold() != me.get("author_login", "").casefold():
        return "by_others"
    if status in _UNFINISHED:
        return "unfinished"
    if status == "trash":
        return "deleted"
    return "private" if status == "private" or facts.get("post_password") else None


def _is_mine(comment: dict[str, str], me: dict[str, str]) -> bool:
    number, email = me.get("author_id"), me.get("author_email", "").casefold()
    if number and comment.get("comment_user_id") == number:
        return True
    if email and comment.get("comment_author_email", "").casefold() == email:
        return True
    return not number and comment.get("comment_author", "").casefold() == me.get("author_login")


def _facts(element: Element) -> dict[str, str]:
    """The children in WordPress's own namespace, of whatever version, by name."""
    return {_local(each): (each.text or "").strip() for each in element if each.tag.startswith(f"{{{_WP}")}


def _local(element: Element) -> str:
    return element.tag.rpartition("}")[2]


def _date(facts: dict[str, str], name: str) -> str:
    """In UTC; where that is lost, as the site's clock showed it."""
    utc = facts.get(f"{name}_gmt", "")
    return facts.get(name, "") if not utc or utc.startswith("0000") else utc


importer = Importer(
    name="wordpress",
    title="WordPress",
    how_to_get="In the site's administration: Tools, Export, All content.",
    files=(_EXPORT,),
    knows=_knows,
    read=_read,
)
