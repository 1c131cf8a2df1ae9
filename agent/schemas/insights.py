"""What a person's log says about their taking part."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from agent.schemas.fields import Moment


class InsightsQuery(BaseModel):
    """Of which time."""

    model_config = ConfigDict(extra="forbid")

    period: Literal["quarter", "year", "all"] = Field(
        "year", description="Of the last three months, the last twelve, or of all time."
    )


class InsightGroup(BaseModel):
    """Some of the posts, and what is known of them."""

    name: str = Field(description="Which posts.")
    key: str = Field(description="The verdict, signal or site as the log names it; empty for other groups.")
    posts: int = Field(description="How many there are, as far as they count for this insight.")
    value: float | None = Field(description="In the insight's measure; null where there are too few posts.")
    low: float | None = Field(description="The truth lies above this, with `high`, in 95 of 100 cases.")
    high: float | None = Field(description="The truth lies below this, with `low`, in 95 of 100 cases.")
    differs: bool = Field(description="Whether this holds when looked at together with all other groups.")
    also: list[str] = Field(description="Further facts, titled by the insight's `also`.")


class InsightAnswer(BaseModel):
    """A question about one's own log, and its answer."""

    name: str = Field(description="Name of the insight's file in agent/insights/.")
    title: str = Field(description="Its title.")
    question: str = Field(description="What it asks.")
    sentence: str = Field(description="The answer in a sentence or two.")
    enough: bool = Field(description="False where there are not enough posts for any answer.")
    claims: bool = Field(description="Whether the sentence says that something differs or has changed.")
    measure: Literal["standing", "share", "hours", "posts"] = Field(
        description="What `value` is. `standing`: in how many pairs (0 to 1) such a post got more back than "
        "another of the same site and time, 0.5 being the person's own median. `share`: of the posts, 0 to 1."
    )
    heading: str = Field(description="What the groups are.")
    also: list[str] = Field(description="Titles of the groups' further facts.")
    groups: list[InsightGroup] = Field(description="The figures.")


class InsightsAnswer(BaseModel):
    """All insights of a period."""

    as_of: Moment = Field(description="When the log was read for this.")
    period: Literal["quarter", "year", "all"] = Field(description="Of which time.")
    posts: int = Field(description="Posts in that time.")
    items: list[InsightAnswer] = Field(description="The insights, by name.")
