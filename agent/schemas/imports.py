"""Imports of what was posted before: what is asked for, and how far they are."""

from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from agent.importers.spreadsheet import FACTS
from agent.schemas.fields import Moment

State = Literal["receiving", "waiting", "running", "done", "stopped", "failed"]

_Said = Annotated[str, Field(min_length=1, max_length=300)]


class ImportWishes(BaseModel):
    """What only the person can say about an export."""

    model_config = ConfigDict(extra="forbid")

    me: _Said | None = Field(None, description="Who the person is, where others wrote in it too.")
    site: _Said | None = Field(None, max_length=100, description="The site that a table is of.")
    columns: dict[_Said, _Said] = Field(
        {}, max_length=20, description="Column of each fact of a table, such as text, date, permalink, likes."
    )

    @field_validator("columns")
    @classmethod
    def _of_facts(cls, columns: dict[str, str]) -> dict[str, str]:
        unknown = next((fact for fact in columns if fact not in FACTS), None)
        if unknown is not None:
            raise ValueError(f"tell the columns of {', '.join(FACTS)}, not of {unknown}")
        return columns


class NewImport(ImportWishes):
    """An export: where it lies on this machine, or the name and size of a file whose bytes follow."""

    path: str | None = Field(
        None, min_length=1, max_length=4_000, description="Whole path of a zip, a folder or a file."
    )
    name: str | None = Field(None, min_length=1, max_length=300, description="Name of the file to be sent.")
    size: int | None = Field(None, strict=True, ge=1, le=1 << 40, description="Its size in bytes.")

    @model_validator(mode="after")
    def _one_or_the_other(self) -> Self:
        if (self.path is None) == (self.name is None) or (self.name is None) != (self.size is None):
            raise ValueError("give either a path, or the name and the size of a file to be sent")
        return self


class ImportPath(BaseModel):
    """Which import."""

    id: UUID = Field(description="Id of the import.")


class ContentQuery(BaseModel):
    """Where a slice belongs."""

    model_config = ConfigDict(extra="forbid")

    offset: int = Field(ge=0, description="How many bytes of the file come before this slice.")


class LeftOutCount(BaseModel):
    """Records that were understood and are no posts to log."""

    why: str = Field(description="Name of the reason.")
    sentence: str = Field(description="The reason in a sentence.")
    number: int = Field(description="How many.")


class ProblemExample(BaseModel):
    """One record that could not be read."""

    where: str = Field(description="File and place in it.")
    sentence: str = Field(description="What is wrong with it.")


class ProblemCount(BaseModel):
    """Records with one kind of problem."""

    kind: str = Field(description="Name of the kind.")
    sentence: str = Field(description="What is wrong with them, to be read after their number.")
    number: int = Field(description="How many.")
    examples: list[ProblemExample] = Field(description="The first few.")


class Import(BaseModel):
    """How far an import is, and what came of it so far. What it counts is in the log. Sizes are in bytes."""

    id: UUID = Field(description="Id of the import; known until the agent stops.")
    name: str = Field(description="Name of the file or folder.")
    state: State = Field(description="`receiving` until all bytes are there, `waiting` for another import.")
    titles: list[str] = Field(description="The sites whose format was recognised; empty until then.")
    size: int = Field(description="How much there is to be read, or received.")
    read: int = Field(description="How much of it was read, or received.")
    seconds_left: int | None = Field(description="Until it is read, by the pace so far; null when unknown.")
    new: int = Field(description="Posts that came into the log.")
    known: int = Field(description="Posts that the log had.")
    counted: int = Field(description="Snapshots of counts that came into the log.")
    counts_without_post: int = Field(description="Counts of posts that the log doesn't hold.")
    left_out: list[LeftOutCount] = Field(description="What was left out on purpose.")
    problems: list[ProblemCount] = Field(description="What could not be read.")
    asks: list[str] = Field(
        description="What it waits for the person to say: `me`, `site`, or facts whose column can't be told."
    )
    me: str | None = Field(description="Who the person is, as they said.")
    site: str | None = Field(description="The site that a table is of, as the person said.")
    columns: dict[str, str] = Field(description="Column of each fact of a table, as the person said.")
    trouble: str | None = Field(description="Why it failed, in a sentence.")
    started_at: Moment = Field(description="When it was asked for.")
    ended_at: Moment | None = Field(description="When it was done, stopped or failed.")


class ImportList(BaseModel):
    """All imports since the agent started."""

    items: list[Import] = Field(description="The imports, newest first.")
    reviews_waiting: int = Field(description="Posts in the log that wait to be reviewed in the background.")
