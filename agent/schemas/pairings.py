"""How a browser gets its key."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from agent.schemas.fields import Moment

Secret = Annotated[str, Field(min_length=1, max_length=200)]


class PairingRequest(BaseModel):
    """A browser that asks to be paired."""

    model_config = ConfigDict(extra="forbid")

    browser: str = Field(
        min_length=1, max_length=200, description='As a person would name it: "Chromium 156 on Linux".'
    )
    extension_version: str = Field(min_length=1, max_length=50, description="Version of the extension.")


class PairingStarted(BaseModel):
    """The code to show, and the secret to claim the key with."""

    id: str = Field(description="Names the pairing in its address.")
    secret: str = Field(description="Proves that the claim comes from who asked. Given once.")
    code: str = Field(description='To be shown in the browser; the viewer shows the same: "417-902".')
    expires_at: Moment = Field(description="Until when the person can confirm.")


class PairingClaim(BaseModel):
    """Asks whether the person has confirmed."""

    model_config = ConfigDict(extra="forbid")

    secret: Secret = Field(description="The secret of the pairing.")


class PairingAnswer(BaseModel):
    """Whether the person has confirmed, and the key once they have."""

    status: Literal["waiting", "paired", "refused", "expired"] = Field(
        description="`expired` also once the key was given."
    )
    key: str | None = Field(None, description="For `Authorization: Bearer …`. Given once.")
    browser_id: str | None = Field(None, description="Names this browser in the viewer's list.")


class PairingPath(BaseModel):
    """Which pairing."""

    id: str = Field(min_length=1, max_length=100, description="Id of the pairing.")
