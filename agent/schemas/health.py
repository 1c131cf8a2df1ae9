"""Is the agent there, and which one."""

from typing import Literal

from pydantic import BaseModel, Field


class Health(BaseModel):
    """Says that this is Pitch In, and whether it can read drafts yet."""

    name: Literal["Pitch In"] = "Pitch In"
    version: str = Field(description="Version of the agent.")
    model_version: str | None = Field(description="Version of the language model; null until it is loaded.")
    ready: bool = Field(description="Whether drafts are read at once; false while the model loads.")
