"""The one shape of an error."""

from pydantic import BaseModel, Field


class FieldError(BaseModel):
    """One value that doesn't fit."""

    field: str = Field(description="Path of the value, with dots.")
    message: str = Field(description="What is wrong with it.")


class ProblemDocument(BaseModel):
    """An error (RFC 9457)."""

    type: str = Field(description="Always about:blank: the status says which kind of problem it is.")
    title: str = Field(description="Name of the status.")
    status: int = Field(description="HTTP status.")
    detail: str = Field(description="What is wrong and what to do, in a sentence or two.")
    errors: list[FieldError] | None = Field(None, description="The values that don't fit (status 422).")
