"""What a signal says about itself: the one source for the viewer's pages, the tests and the reasons shown."""

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from nlp.review import History


class Example(BaseModel):
    """A draft, and what it answers or what was posted before where that matters."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    draft: str
    answering: str | None = None
    history: History | None = None

    def __str__(self) -> str:
        return self.draft


class SignalPage(BaseModel):
    """The documented parts of a signal. `bad` examples bring little, `good` ones bring something.

    A flag fires on each bad example and stays silent on each good one; a strength does the opposite.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str = Field(pattern="^[a-z][a-z_]*$")
    kind: Literal["flag", "strength"]
    title: str = Field(min_length=5, max_length=60, description="What was seen, in a few words.")
    what: str = Field(min_length=20, description="What the signal looks for.")
    why: str = Field(min_length=20, description="Why it matters to the people who read.")
    wrong_when: str = Field(min_length=20, description="When it should not be taken seriously.")
    source: str = Field(
        min_length=10, description="The published rule that it matches, or that it is our own."
    )
    reason: str = Field(min_length=20, max_length=200, description="The sentence shown beside a draft.")
    bad: tuple[Example, ...]
    good: tuple[Example, ...]

    @field_validator("bad", "good", mode="before")
    @classmethod
    def _plain_strings_are_drafts(cls, examples: Any) -> Any:
        return [{"draft": example} if isinstance(example, str) else example for example in examples]

    @model_validator(mode="after")
    def _has_examples(self) -> "SignalPage":
        if min(len(self.bad), len(self.good)) < 3:
            raise ValueError("give at least three bad and three good examples")
        return self
