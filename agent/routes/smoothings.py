"""A suggestion in, the same in smoother words out, where a language model is set. Nothing is stored."""

from agent.routes._common import Answer, answer, api_blueprint
from agent.schemas.smoothings import Smoothing, ToSmooth
from agent.services import services

api = api_blueprint("smoothings", "Smoothings")


@api.post("/smoothings", responses={200: Smoothing}, summary="Smooth a suggestion")
def smooth(body: ToSmooth) -> Answer:
    """The suggestion as it was, unless a model's wording passes the same gate; the newest call wins."""
    return answer(services().smoothings.smooth(body))


@api.delete("/smoothings", responses={204: None}, summary="Stop smoothing")
def stop() -> tuple[str, int]:
    """Call off the wording that is being made; whoever waits for it gets the suggestion as it was."""
    services().smoothings.call_off()
    return "", 204
