"""A suggestion to be smoothed by a language model on this machine."""

from pydantic import BaseModel, ConfigDict, Field

from agent.schemas.fields import Text
from nlp import Context, Span


class ToSmooth(BaseModel):
    """A suggestion, and what it was made for. All of it is forgotten once it is answered."""

    model_config = ConfigDict(extra="forbid")

    draft: Text = Field(description="The draft; 100,000 UTF-16 code units at most.")
    context: Context | None = Field(None, description="What the draft answers, where that is known.")
    suggestion: str = Field(
        min_length=1, max_length=4_000, description="The text of the suggestion, as it was made."
    )


class Smoothing(BaseModel):
    """The suggestion to show: smoothed, or as it was."""

    text: str = Field(description="The whole new draft.")
    blanks: tuple[Span, ...] = Field(description="Places in `text` that only the writer can fill.")
    smoothed: bool = Field(description="Whether the model's wording took the place of the rule-made one.")
    note: str = Field(description="What happened, in one sentence.")
