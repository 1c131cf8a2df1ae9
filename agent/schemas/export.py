"""Which form the whole log is wanted in."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field


class ExportQuery(BaseModel):
    """The format of an export."""

    model_config = ConfigDict(extra="forbid")

    format: Literal["jsonl", "csv", "html"] = Field(
        "jsonl", description="JSON Lines (to be imported again), CSV, or a zip of web pages."
    )
