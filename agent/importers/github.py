"""GitHub: issues, pull requests and comments of the account export, which holds other people's too."""

from collections.abc import Iterator
from typing import TypeVar

from pydantic import AliasChoices, Field, ValidationError

from agent.importers._archive import Archive
from agent.importers._dates import When
from agent.importers._importer import Importer, Wishes
from agent.importers._json import json_records
from agent.importers._record import Found, ImportedPost, ImportProblem, LeftOut
from agent.importers._records import Record, Records, Shape, found_in, records_of
from agent.importers._text import beginning

_POSTS = r"(issues|pull_requests)_\d+\.json"
_COMMENTS = r"(issue|commit|pull_request_review)_comments_\d+\.json|pull_request_reviews_\d+\.json"
_REPOSITORIES = r"repositories_\d+\.json"
_SITE = "https://github.com/"
_T = TypeVar("_T", bound=Shape)


class _Item(Shape):
    url: str
    made_at: When = Field(validation_alias=AliasChoices("created_at", "submitted_at"))
    user: str | None = None
    title: str | None = None
    body: str | None = None
    repository: str | None = None
    target: str | None = Field(None, validation_alias=AliasChoices("issue", "pull_request", "commit"))

    @property
    def home(self) -> str:
        """The address of its repository, which is in its own."""
        return "/".join(self.url.split("/")[:5])


class _Repository(Shape):
    url: str
    private: bool = False


class _Overview:
    """Who the person is, what they answered, and which repositories are private."""

    def __init__(self, archive: Archive, me: str | None) -> None:
        self.private = {
            each.url
            for each in _valid(_Repository, records_of(archive, archive.find(_REPOSITORIES), json_records))
            if each.private
        }
        self.names: set[str] = set()
        answered: dict[str, set[str]] = {}
        owners: set[str] = set()
        for item in _items(archive, _POSTS, _COMMENTS):
            if item.user:
                self.names.add(item.user)
                owners.add(item.home.rpartition("/")[0])
                if item.target:
                    answered.setdefault(item.user, set()).add(item.target)
        own = self.names & owners
        self.me = f"{_SITE}{me.removeprefix('@')}" if me else next(iter(own)) if len(own) == 1 else None
        wanted = answered.get(self.me or "", set())
        self.answered = {item.url: item for item in _items(archive, _POSTS) if item.url in wanted}


def _items(archive: Archive, *patterns: str) -> Iterator[_Item]:
    return _valid(_Item, records_of(archive, archive.find(*patterns), json_records))


def _valid(shape: type[_T], records: Records) -> Iterator[_T]:
    """Those in shape; the others are told when the posts are read."""
    for record in records:
        if isinstance(record, Record):
            try:
                yield shape.model_validate(record.data)
            except ValidationError:
                continue


def _knows(archive: Archive) -> bool:
    names = archive.find(_POSTS, _COMMENTS)
    return any(f'"{_SITE}' in beginning(archive.open(name)) for name in names)


def _read(archive: Archive, wishes: Wishes) -> Iterator[Found]:
    overview = _Overview(archive, wishes.me)
    if overview.me is None:
        names = ", ".join(sorted(name.removeprefix(_SITE) for name in overview.names)[:10])
        sentence = f"This export holds posts of several people ({names}): say which name is yours."
        yield ImportProblem(kind="unanswered", where=archive.label, sentence=sentence, asks=("me",))
        return

    def post(record: Record) -> Found:
        item = _Item.model_validate(record.data)
        if (item.user or "").casefold() != (overview.me or "").casefold():
            return LeftOut(why="by_others", where=record.where)
        if item.home in overview.private:
            return LeftOut(why="private", where=record.where)
        text = "\n\n".join(part for part in (item.title, item.body) if part and part.strip())
        if not text:
            return LeftOut(why="no_words", where=record.where)
        parent = overview.answered.get(item.target or "")
        return ImportedPost(
            site="github",
            source_id=item.url,
            text=text,
            posted_at=item.made_at,
            kind="comment" if item.target else "post",
            permalink=item.url,
            parent_text=parent.body if parent else None,
            parent_author=(parent.user or "").removeprefix(_SITE) if parent else None,
            parent_permalink=item.target,
            thread_title=parent.title if parent else None,
        )

    yield from found_in(records_of(archive, archive.find(_POSTS, _COMMENTS), json_records), post)


importer = Importer(
    name="github",
    title="GitHub",
    how_to_get="On GitHub: Settings, Account, Export account data.",
    files=(_POSTS, _COMMENTS, _REPOSITORIES),
    knows=_knows,
    read=_read,
)
