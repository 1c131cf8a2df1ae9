"""What an import brings: posts, what was left out on purpose, and what could not be read. All are values."""

from typing import Annotated, Any, Literal
from uuid import UUID, uuid5

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationError,
    ValidatorFunctionWrapHandler,
    WrapValidator,
)

from agent.schemas.engagement import Counts
from agent.schemas.fields import Moment, Text, iso
from nlp.review import Kind

_NAMESPACE = UUID("6f1f0a54-9a52-5b57-8c1e-3d0a6d6f7a11")
"""Of the ids of imported posts: a post read twice, from whatever file, has the same id both times."""

_LONGEST_NAME = 300
_LONGEST_TITLE = 1_000


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


def _cut(longest: int) -> BeforeValidator:
    def cut(value: object) -> object:
        if not isinstance(value, str):
            return value
        value = " ".join(value.split())
        return (value if len(value) <= longest else f"{value[: longest - 1]}…") or None

    return BeforeValidator(cut)


def _link(value: Any, validate: ValidatorFunctionWrapHandler) -> str | None:
    # An export's address that leads nowhere is no reason to lose the post.
    try:
        found: str | None = validate(value)
    except ValidationError:
        return None
    return found


def _without_edges(value: object) -> object:
    return value.replace("\r\n", "\n").replace("\x00", "").strip() if isinstance(value, str) else value


def _without_halves(value: object) -> object:
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) else value


_Shown = Annotated[str, BeforeValidator(_without_halves)]
"""A text with names of files in it, which on Linux may hold bytes that are no characters."""
_Words = Annotated[Text, BeforeValidator(_without_edges)]
_Address = Annotated[str, Field(max_length=4_000, pattern=r"^https?://[\w\[][^\x00-\x20]*$")]
_Link = Annotated[_Address | None, WrapValidator(_link)]


class ImportedPost(_Frozen):
    """A post that an export holds.

    A post with a title of its own (a blog article, a question) has the title as the first paragraph of its
    `text`; `thread_title`, like the parent, tells of what was answered. `source_id` is what the site calls
    the post (64-bit ids stay strings). `counts` are those of the moment `counted_at`, None where the
    export doesn't say when it was made.
    """

    site: str = Field(min_length=1, max_length=100)
    source_id: str | None = Field(None, max_length=1_000)
    text: Annotated[_Words, Field(min_length=1)]
    posted_at: Moment
    kind: Kind
    permalink: _Link = None
    parent_text: _Words | None = None
    parent_author: Annotated[str | None, _cut(_LONGEST_NAME)] = None
    parent_permalink: _Link = None
    thread_title: Annotated[str | None, _cut(_LONGEST_TITLE)] = None
    counts: Counts = Counts()
    counted_at: Moment | None = None

    @property
    def id(self) -> UUID:
        """The same for the same post of the same site, whenever and from whatever file it is read."""
        key = self.source_id or self.permalink or f"{iso(self.posted_at)}\n{self.text}"
        return imported_id(self.site, key)


def imported_id(site: str, key: str) -> UUID:
    """The id of the post that `site` calls `key`."""
    return uuid5(_NAMESPACE, f"{site}\n{key}")


class ImportedCounts(_Frozen):
    """Counts of a post whose text is in another file, found by its site's id or else by its moment."""

    site: str = Field(min_length=1, max_length=100)
    source_id: str = Field(min_length=1, max_length=1_000)
    permalink: _Link = None
    posted_at: Moment | None = None
    counts: Counts
    counted_at: Moment | None = None

    @property
    def id(self) -> UUID:
        """The id of the post that they are of, if that has the same `source_id`."""
        return imported_id(self.site, self.source_id)


_WHY_LEFT_OUT = {
    "private": "It was for few eyes: a private or direct message, or for followers only.",
    "repost": "It repeats somebody else's post without a word added.",
    "unfinished": "It is a draft, or waits to be published.",
    "no_words": "It has no words, only a picture, a reaction or the like.",
    "by_others": "Somebody else wrote it.",
    "deleted": "It was deleted or taken for spam.",
    "deleted_here": "You deleted it here. To let it come back, see Settings, What is stored.",
    "past": "It is older than you keep posts here. To keep them longer, see Settings, What is stored.",
    "rule": "It says how long posts are kept, and could delete some of yours. Under Settings, What is "
    "stored, you can set the same, and are asked first.",
}


class LeftOut(_Frozen):
    """A record that was understood and is no post to log."""

    why: Literal[
        "private", "repost", "unfinished", "no_words", "by_others", "deleted", "deleted_here", "past", "rule"
    ]
    where: str

    @property
    def sentence(self) -> str:
        """Why, for the person."""
        return _WHY_LEFT_OUT[self.why]


class ImportProblem(_Frozen):
    """Something that could not be read, and where; the import goes on after it.

    `unreadable`: bytes that are cut off, damaged or dangerous. `misshapen`: a record that isn't as its site
    writes them. `no_date`: a post that can't be placed in time. `unanswered`: the person must say something
    first (who they are, which column is which); nothing of that format was read. What that is, `asks` names:
    `me`, `site`, or the fact of a table whose column can't be told.
    """

    kind: Literal["unreadable", "misshapen", "no_date", "unanswered"]
    where: _Shown
    sentence: _Shown
    asks: tuple[str, ...] = ()


class OwnRecord(_Frozen):
    """A line of Pitch In's own export, as it stands there: the log's tables say what it may hold."""

    where: str
    data: dict[str, Any]


Found = ImportedPost | ImportedCounts | OwnRecord | LeftOut | ImportProblem


def misshapen(where: str, error: ValidationError) -> ImportProblem:
    """The first thing that is wrong with a record, in one sentence."""
    first = error.errors(include_url=False, include_context=False, include_input=False)[0]
    message = first["msg"].removeprefix("Value error, ")
    if first["type"] == "no_date":
        sentence = f"Left out, since it can't be placed in time: {message}."
        return ImportProblem(kind="no_date", where=where, sentence=sentence)
    place = ".".join(str(part) for part in first["loc"]) or "the record"
    sentence = f"Left out, since {place} can't be read: {message}."
    return ImportProblem(kind="misshapen", where=where, sentence=sentence)
