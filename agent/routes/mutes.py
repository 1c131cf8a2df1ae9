"""Flags that the person doesn't want to hear about, on a site or everywhere."""

from agent.routes._common import Answer, answer, api_blueprint
from agent.schemas.learning import Mute, Mutes
from agent.security.guards import without_origin
from agent.services import services

api = api_blueprint("mutes", "Learning")


@api.get("/mutes", responses={200: Mutes}, summary="What is muted")
@without_origin
def mutes() -> Answer:
    """All mutes: those everywhere first, then by site."""
    found = services().learning.mutes()
    return answer(Mutes(mutes=[Mute.model_validate(one, from_attributes=True) for one in found]))


@api.put("/mutes", responses={204: None}, summary="Mute a flag")
def mute(body: Mute) -> tuple[str, int]:
    """It is neither shown nor counted there. A repeat is harmless."""
    services().learning.mute(body.signal, body.site)
    return "", 204


@api.delete("/mutes", responses={204: None}, summary="Hear about a flag again")
def unmute(body: Mute) -> tuple[str, int]:
    """A repeat is harmless."""
    services().learning.unmute(body.signal, body.site)
    return "", 204
