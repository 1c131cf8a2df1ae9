"""Collectors: which sites may be asked what came back, and what was asked."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from agent.schemas.fields import Moment

Host = Annotated[str, Field(min_length=1, max_length=300)]


class CollectorSite(BaseModel):
    """A site that the person posted to, and that can be asked what came back."""

    host: str = Field(description="The site.")
    collector: str = Field(description="Name of the collector that knows its interface.")
    title: str = Field(description="That interface, for people.")
    asks: str = Field(description="The machine that is talked to where it is on.")
    posts: int = Field(description="How many of the person's posts are there.")
    on: bool = Field(description="Whether the person switched it on.")
    switched_on_at: Moment | None = Field(description="When.")
    last_asked_at: Moment | None = Field(description="When it was asked last.")
    resting_until: Moment | None = Field(description="Until when it is left alone, where it must be.")
    resting_because: str | None = Field(description="Why.")


class Collectors(BaseModel):
    """All sites that can be switched on."""

    sites: list[CollectorSite] = Field(description="Those with most posts first.")
    running: bool = Field(description="Whether the agent asks in the background: only with a site on.")


class CollectorChoice(BaseModel):
    """Which sites shall be asked."""

    model_config = ConfigDict(extra="forbid")

    on: list[Host] = Field(max_length=1_000, description="Hosts of all sites to be on; every other is off.")


class CollectorRequest(BaseModel):
    """A request that a collector made."""

    asked_at: Moment = Field(description="When.")
    host: str = Field(description="The machine that was talked to.")
    address: str = Field(description="What it was asked for.")
    status: int | None = Field(description="HTTP status of the answer; null where none came.")
    outcome: Literal["answered", "unchanged", "refused", "slow_down", "failed", "misshapen"] = Field(
        description="What came of it."
    )
    bytes: int = Field(description="Size of the answer.")
    sentence: str | None = Field(description="What went wrong.")


class CollectorRequestPage(BaseModel):
    """A page of requests."""

    items: list[CollectorRequest] = Field(description="Newest first; those of the last 30 days.")
    next: str | None = Field(description="The cursor of the next page; null at the end.")


class CollectorRequestQuery(BaseModel):
    """Which requests."""

    model_config = ConfigDict(extra="forbid")

    cursor: str | None = Field(None, max_length=200, description="The `next` of the page before.")
    limit: int = Field(50, ge=1, le=200, description="Most requests in the answer.")
