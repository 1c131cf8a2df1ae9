"""What came back for a post: counts, each known exactly, known in round figures, or unknown."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Count(_Frozen):
    """A number that a site showed. `rounded` where it said "1.2K"."""

    value: int = Field(ge=0, le=10**15)
    precision: Literal["exact", "rounded"] = "exact"


class Counts(_Frozen):
    """The counts of a post at a moment; what the site didn't say is None, never 0."""

    likes: Count | None = None
    replies: Count | None = None
    shares: Count | None = None
    views: Count | None = None

    @property
    def known(self) -> bool:
        """Whether any of the four is known."""
        return any((self.likes, self.replies, self.shares, self.views))
