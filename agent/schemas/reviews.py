"""A draft to be read."""

from pydantic import BaseModel, ConfigDict, Field

from agent.schemas.fields import Text
from nlp import Context
from nlp.review import Strictness


class Draft(BaseModel):
    """A text that isn't posted yet. It is read and forgotten."""

    model_config = ConfigDict(extra="forbid")

    draft: Text = Field(description="The draft; 100,000 UTF-16 code units at most.")
    context: Context | None = Field(None, description="What the draft answers, where that is known.")
    strictness: Strictness | None = Field(
        None, description="How readily this draft is flagged, where that differs from the person's setting."
    )
