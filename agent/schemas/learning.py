"""What a person says of flags: not so here, not on this site."""

from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from agent.schemas.fields import Moment, Text
from agent.schemas.posts import Name
from nlp import Context

Site = Annotated[str, Field(min_length=1, max_length=253)]


class NewDismissal(BaseModel):
    """A flag that was wrong on a draft."""

    model_config = ConfigDict(extra="forbid")

    signal: Name = Field(description="Name of the flag.")
    draft: Text = Field(description="The draft. Only keyed hashes of it are kept.")
    context: Context | None = Field(None, description="What the draft answers; its site is kept.")
    keep_text: bool = Field(
        default=False,
        strict=True,
        description="Whether the person agrees that the text is kept, to know it by.",
    )


class DismissalId(BaseModel):
    """Which dismissal."""

    id: UUID = Field(description="Id of the dismissal.")


class Dismissal(DismissalId):
    """A flag that was wrong on a draft."""

    signal: str = Field(description="Name of the flag.")
    site: str | None = Field(description="Where the draft was written, if that is known.")
    dismissed_at: Moment = Field(description="When that was said, in UTC.")
    text: str | None = Field(description="The draft, where the person agreed that it is kept.")


class Dismissals(BaseModel):
    """All dismissals, newest first."""

    dismissals: list[Dismissal] = Field(description="All of them.")


class Mute(BaseModel):
    """A flag that isn't shown."""

    model_config = ConfigDict(extra="forbid")

    signal: Name = Field(description="Name of the flag.")
    site: Site | None = Field(
        description="Where: the name of a site file or the host of a page; null for everywhere."
    )


class Mutes(BaseModel):
    """All mutes: those everywhere first, then by site."""

    mutes: list[Mute] = Field(description="All of them.")
