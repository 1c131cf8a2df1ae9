"""What came back for a post: counts, each known exactly, known in round figures, or unknown."""

from typing import Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from agent.schemas.fields import Moment, WebAddress


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Count(_Frozen):
    """A number that a site showed. `rounded` where it said "1.2K"."""

    value: int = Field(strict=True, ge=0, le=10**15, description="The number.")
    precision: Literal["exact", "rounded"] = Field("exact", description='`rounded` for "1.2K".')


class Counts(_Frozen):
    """The counts of a post at a moment; what the site didn't say is None, never 0."""

    likes: Count | None = Field(None, description="Likes, favourites, points, votes: reactions of all kinds.")
    replies: Count | None = Field(None, description="Replies and comments.")
    shares: Count | None = Field(None, description="Shares, reposts, boosts.")
    views: Count | None = Field(None, description="Views and impressions.")

    @property
    def known(self) -> bool:
        """Whether any of the four is known."""
        return any((self.likes, self.replies, self.shares, self.views))


class Sighting(BaseModel):
    """Counts that a page showed for a post."""

    model_config = ConfigDict(extra="forbid")

    permalink: WebAddress = Field(description="Where the post was seen; any of its addresses will do.")
    counts: Counts = Field(description="What the page showed; leave out what it didn't.")
    seen_at: Moment | None = Field(None, description="When; now, if left out.")


class SightingAnswer(BaseModel):
    """What became of a sighting."""

    outcome: Literal["kept", "same", "not_logged", "nothing_known"] = Field(
        description="`same`: these counts were known; `not_logged`: no post in the log is there."
    )
    post: UUID | None = Field(None, description="The post that was meant, if it is in the log.")
    sentence: str = Field(description="The outcome in words.")


class CountsByHand(BaseModel):
    """Counts that the person typed."""

    model_config = ConfigDict(extra="forbid")

    counts: Counts = Field(description="What came back; one of them at least.")
    seen_at: Moment | None = Field(None, description="When it was seen; now, if left out.")


class SnapshotShown(BaseModel):
    """Counts that a source showed at a time."""

    seen_at: Moment = Field(description="Since when the source showed these counts.")
    seen_until: Moment = Field(description="When it showed them last.")
    source: Literal["page", "import", "collector", "by_hand"] = Field(description="Where they come from.")
    counts: Counts = Field(description="The counts.")


class PostEngagement(BaseModel):
    """What came back for a post."""

    post: UUID = Field(description="The post.")
    now: Counts = Field(description="The latest known count of each kind.")
    snapshots: list[SnapshotShown] = Field(description="All that was seen, oldest first.")
