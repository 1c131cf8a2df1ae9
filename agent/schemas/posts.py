"""What was posted."""

from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, ValidationInfo, field_validator, model_validator

from agent.schemas.fields import Moment, Text, WebAddress
from nlp import Context, Signal
from nlp.review import Verdict

Order = Literal["newest", "best"]
Name = Annotated[str, Field(min_length=1, max_length=100, pattern=r"^[a-z0-9_]+$")]


class NewPost(BaseModel):
    """A post to be logged."""

    model_config = ConfigDict(extra="forbid")

    text: Text = Field(description="What was posted; 100,000 UTF-16 code units at most.")
    posted_at: Moment = Field(description="When, with its offset from UTC.")
    permalink: WebAddress | None = Field(
        None, description="Where it can be seen, where the page showed that."
    )
    context: Context | None = Field(None, description="What it answered.")
    suggestion_taken: Name | None = Field(None, description="The move of the suggestion that was applied.")


class PostChange(BaseModel):
    """What may be learned about a post later; one thing at least."""

    model_config = ConfigDict(extra="forbid")

    permalink: WebAddress | None = Field(None, description="Where the post can be seen.")
    text: Text | None = Field(None, description="What it says since it was edited; it is reviewed anew.")
    gone_at: Moment | None = Field(None, description="When its author took it back; the log keeps it.")

    @model_validator(mode="after")
    def _something(self) -> Self:
        if self.permalink is None and self.text is None and self.gone_at is None:
            raise ValueError("say what was learned: permalink, text or gone_at")
        return self


class Post(BaseModel):
    """A logged post, with its review at that moment."""

    id: UUID = Field(description="Id that the client made.")
    text: str = Field(description="What was posted.")
    posted_at: Moment = Field(description="When it was posted, in UTC.")
    logged_at: Moment = Field(description="When it came into the log, in UTC.")
    permalink: str | None = Field(description="Where it can be seen, if that is known.")
    context: Context = Field(description="What it answered.")
    verdict: Verdict = Field(description="`unjudged` also while the post waits for its review.")
    confidence: float = Field(description="How often reviews like this one are right.")
    headline: str = Field(description="The review in one sentence.")
    signals: tuple[Signal, ...] = Field(description="What was seen in the text.")
    suggestion_taken: str | None = Field(description="The move of the suggestion that was applied.")
    edited_at: Moment | None = Field(None, description="When its text was changed on the site, if it was.")
    gone_at: Moment | None = Field(None, description="When its author took it back, if they did.")


class PostPath(BaseModel):
    """Which post."""

    uuid: UUID = Field(
        description="Id of the post, made by who logs it (version 7, so that ids sort by time)."
    )


class PostQuery(BaseModel):
    """Which posts, and in what order."""

    model_config = ConfigDict(extra="forbid")

    q: str | None = Field(None, max_length=500, description="Words that the post or its parent holds.")
    site: str | None = Field(None, max_length=100, description="Only posts on this site.")
    verdict: Verdict | None = Field(None, description="Only posts with this verdict.")
    order: Order = Field(
        "newest",
        description="`best`: those that match `q` best, of the newest 500 that match; there is one page, so "
        "it takes no `cursor`.",
    )
    cursor: str | None = Field(None, max_length=200, description="The `next` of the page before.")
    limit: int = Field(50, ge=1, le=200, description="Most posts in the answer.")

    @field_validator("order")
    @classmethod
    def _with_words(cls, order: Order, others: ValidationInfo) -> Order:
        if order == "best" and not (others.data.get("q") or "").strip():
            raise ValueError("without words in `q` nothing matches best: add some, or leave `order` out")
        return order

    @field_validator("cursor")
    @classmethod
    def _of_newest(cls, cursor: str | None, others: ValidationInfo) -> str | None:
        if cursor is not None and others.data.get("order") == "best":
            raise ValueError("of the best matches there is one page: leave `cursor` out")
        return cursor


class PostPage(BaseModel):
    """A page of the log."""

    items: list[Post] = Field(description="The posts, in the order that was asked for.")
    next: str | None = Field(description="The cursor of the next page; null at the end.")
