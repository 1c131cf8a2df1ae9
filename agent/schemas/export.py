"""Which form the whole log is wanted in."""

from pydantic import BaseModel, ConfigDict, Field

from agent.exporters import exporters


class ExportQuery(BaseModel):
    """The format of an export."""

    model_config = ConfigDict(extra="forbid")

    format: str = Field(
        "jsonl",
        description=". ".join(each.title for each in exporters().values()) + ".",
        json_schema_extra={"enum": [*exporters()]},
    )
