"""Posts that were answered, and what the person wants of each conversation."""

from typing import Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from agent.schemas.fields import Moment

State = Literal["open", "snoozed", "closed"]


class KnownReply(BaseModel):
    """An answer that waits for one."""

    author: str | None = Field(
        description="Who gave it, by handle; null where the person had them forgotten."
    )
    written_at: Moment | None = Field(description="When, if the site says so.")
    permalink: str | None = Field(description="Where it can be seen.")
    text: str | None = Field(description="Its text; only with the setting keep_parent_text.")


class Conversation(BaseModel):
    """A post of yours and the answers that wait for one."""

    id: UUID = Field(description="The post's id.")
    site: str | None = Field(description="The site it is on.")
    permalink: str | None = Field(description="Where it can be seen.")
    excerpt: str = Field(description="The beginning of its text.")
    posted_at: Moment = Field(description="When it was posted.")
    waiting: int = Field(description="How many answers wait.")
    waiting_precision: Literal["exact", "rounded"] = Field(description="Whether that is a round number.")
    people: list[str] = Field(description="Who gave them, as far as known, newest first.")
    latest_at: Moment | None = Field(description="When the newest came, if that is known.")
    latest_is: Literal["written", "noticed"] | None = Field(
        description="Whether that is when it was written, or when the count was first seen."
    )
    headline: str = Field(description="What waits, in a sentence.")
    state: State = Field(description="What the person wants of it.")
    until: Moment | None = Field(description="End of the snooze.")
    replies: list[KnownReply] = Field(description="The answers that are known, newest first, 20 at most.")


class ConversationPage(BaseModel):
    """A page of conversations."""

    items: list[Conversation] = Field(description="The last answered first.")
    open: int = Field(description="In how many something waits that are neither snoozed nor closed.")
    next: str | None = Field(description="The cursor of the next page; null at the end.")


class ConversationQuery(BaseModel):
    """Which conversations."""

    model_config = ConfigDict(extra="forbid")

    state: State = Field("open", description="Only those in this state.")
    days: int = Field(30, ge=1, le=36_500, description="Only where the newest answer is at most so old.")
    cursor: str | None = Field(None, max_length=200, description="The `next` of the page before.")
    limit: int = Field(50, ge=1, le=200, description="Most conversations in the answer.")


class ConversationPath(BaseModel):
    """Which conversation."""

    uuid: UUID = Field(description="Id of the post that was answered.")


class ConversationChange(BaseModel):
    """What the person wants of a conversation."""

    model_config = ConfigDict(extra="forbid")

    state: State = Field(description="`snoozed` comes back at `until`, `closed` doesn't.")
    until: Moment | None = Field(None, description="End of the snooze: with `snoozed`, and only with it.")
