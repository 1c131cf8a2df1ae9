"""Whom the person met."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from agent.schemas.fields import Moment

Did = Literal["answered", "thanked", "recommended", "answered_you"]


class Person(BaseModel):
    """Somebody on a site, and in how many posts the two met."""

    id: int = Field(description="Number of this entry.")
    site: str = Field(description="Where: the host, or the name of the site where that isn't known.")
    handle: str = Field(description="What they are called there.")
    answered: int = Field(description="Posts of yours that answer them.")
    thanked: int = Field(description="Posts of yours that thank them for something named.")
    recommended: int = Field(description="Posts of yours that recommend them.")
    answered_you: int = Field(description="Posts of yours that they answered.")
    last_at: Moment = Field(description="When that was last.")


class PersonPage(BaseModel):
    """A page of people."""

    items: list[Person] = Field(description="The last met first.")
    next: str | None = Field(description="The cursor of the next page; null at the end.")


class PersonQuery(BaseModel):
    """Which people."""

    model_config = ConfigDict(extra="forbid")

    site: str | None = Field(None, max_length=300, description="Only those on this site, as it is shown.")
    did: Did | None = Field(None, description="Only those with at least one such post.")
    q: str | None = Field(None, max_length=100, description="Only those whose handle holds this.")
    cursor: str | None = Field(None, max_length=200, description="The `next` of the page before.")
    limit: int = Field(50, ge=1, le=200, description="Most people in the answer.")


class PersonPath(BaseModel):
    """Which of the people."""

    id: int = Field(ge=1, lt=2**53, description="Number of the entry.")
