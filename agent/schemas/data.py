"""How long posts are kept, and the end of all data."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

_Site = Annotated[str, Field(min_length=1, max_length=100)]


class DataEnd(BaseModel):
    """The person's word that everything shall go."""

    model_config = ConfigDict(extra="forbid")

    confirm: Literal["delete everything"] = Field(description="These two words, as the person typed them.")


class RetentionRules(BaseModel):
    """How long the posts of each site are kept."""

    months: dict[_Site, int] = Field(
        description="Months by site; `*` is for every site that isn't named. For ever where nothing is said."
    )


class RetentionChange(BaseModel):
    """How long the posts of one site shall be kept from now on."""

    model_config = ConfigDict(extra="forbid")

    site: _Site = Field(description="The site, or `*` for every one that isn't named.")
    months: int | None = Field(
        strict=True, ge=1, le=1_200, description="So many months, from 1 to 1,200; null for ever."
    )
