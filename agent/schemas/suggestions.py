"""Rewrites of a draft, whatever its verdict."""

from pydantic import BaseModel, Field

from nlp import Suggestion


class Suggestions(BaseModel):
    """What was asked for; none where nothing good could be made."""

    suggestions: tuple[Suggestion, ...] = Field(description="Rewrites that would bring more, best first.")
