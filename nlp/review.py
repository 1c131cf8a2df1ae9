"""What goes into a review and what comes out, in the words of the design."""

import re
from typing import Literal
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, field_validator

Verdict = Literal["contributes", "me_too", "promotion", "unjudged"]
Kind = Literal["post", "reply", "comment", "share"]
Strictness = Literal["relaxed", "normal", "strict"]
"""How sure a flag must be: of harmless drafts, fewer or more are flagged."""


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Context(_Frozen):
    """What a draft answers. Every field may be missing."""

    site: str | None = Field(None, max_length=100, description="Name of the extension's site file.")
    kind: Kind | None = Field(None, description="What is being written.")
    page_url: str | None = Field(None, max_length=4_000, description="Address of the page with the composer.")
    parent_text: str | None = Field(None, max_length=100_000, description="The post that the draft answers.")
    parent_author: str | None = Field(None, max_length=300, description="Who wrote that post.")
    thread_title: str | None = Field(None, max_length=1_000, description="Title of the thread.")

    @field_validator("*", mode="before")
    @classmethod
    def _half_characters_are_unreadable(cls, value: object) -> object:
        # Pages cut texts in the middle of a surrogate pair; pydantic refuses what is left of it.
        return re.sub("[\ud800-\udfff]", "\ufffd", value) if isinstance(value, str) else value


class EarlierPost(_Frozen):
    """A post of the same person with nearly the same text as a draft."""

    id: UUID | None = Field(None, description="By which the log knows it.")
    posted_at: AwareDatetime = Field(description="When it was posted.")
    site: str | None = Field(None, max_length=100, description="Name of the extension's site file.")
    permalink: str | None = Field(None, max_length=4_000, description="Where it can be seen.")
    likeness: float = Field(1.0, ge=0, le=1, description="How much of the two texts is the same.")


class History(_Frozen):
    """What the log knows of the person's posts that bears on a draft. All fields may be left out."""

    posted_before: tuple[EarlierPost, ...] = Field((), description="Posts with nearly the same text.")
    asks: int = Field(0, ge=0, description="Of the person's last posts, how many were promotion.")
    gives: int = Field(0, ge=0, description="Of the same posts, how many contributed.")
    most_asks: float = Field(
        0.51,
        gt=0,
        le=1,
        description="Share of asks from which on they are too many. Lobsters calls who submits 51 % of their "
        "own things a heavy self promoter.",
    )


class Span(_Frozen):
    """A stretch of text, in UTF-16 code units as JavaScript counts them; `end` is exclusive."""

    start: int = Field(ge=0, description="Offset of the first unit.")
    end: int = Field(ge=0, description="Offset after the last unit.")


class Signal(_Frozen):
    """One thing seen in a draft: a flag speaks against it, a strength for it."""

    name: str = Field(description="The signal's file name in nlp/signals/.")
    kind: Literal["flag", "strength"] = Field(description="Whether it speaks against the draft or for it.")
    spans: tuple[Span, ...] = Field(description="Where in the draft it was seen.")
    reason: str = Field(description="Why it matters here, in one plain sentence.")
    rule: str = Field(description="Path of the signal's page in the viewer.")
    share: float | None = Field(
        None, ge=0, le=1, description="How much of the verdict comes from it; null where that isn't known."
    )
    earlier: UUID | None = Field(
        None,
        description="Id of the post in the log that a flag rests on, as where the draft was posted before. "
        "Null for all else, and in the reviews that are kept with posts.",
    )


class Suggestion(_Frozen):
    """A rewrite made by a move; every name, number and claim in it comes from the draft or its context."""

    move: str = Field(description="The move's file name in nlp/moves/.")
    text: str = Field(description="The whole new draft.")
    blanks: tuple[Span, ...] = Field(description="Places in `text` that only the writer can fill.")
    why: str = Field(description="What the rewrite adds, in one plain sentence.")


class Review(_Frozen):
    """The answer to a draft in its context."""

    verdict: Verdict = Field(description="What the draft is; `unjudged` where there is too little to go on.")
    confidence: float = Field(
        ge=0,
        le=1,
        description="How often reviews like this one are right. Below 0.5 under `contributes` a flag is "
        "likelier, but not sure enough to be raised; the headline then says that Pitch In can't tell.",
    )
    headline: str = Field(description="The review in one sentence.")
    signals: tuple[Signal, ...] = Field(description="What was seen in the draft.")
    suggestions: tuple[Suggestion, ...] = Field(description="Rewrites that would bring more.")
    open_blanks: tuple[Span, ...] = Field(description="Blanks of a suggestion still open in the draft.")
