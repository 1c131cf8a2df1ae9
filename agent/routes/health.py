"""Is the agent there? The only call that needs no key."""

import agent
from agent.routes._common import Answer, answer, api_blueprint
from agent.schemas.health import Health
from agent.security.guards import for_anyone
from agent.services import services

api = api_blueprint("health", "Health")


@api.get(
    "/health",
    responses={200: Health},
    security=[{}],
    summary="Is the agent there, and can it read drafts yet?",
)
@for_anyone
def health() -> Answer:
    """Tells nothing about the person, so any program may ask."""
    reviewing = services().reviewing
    return answer(
        Health(version=agent.__version__, model_version=reviewing.model_version, ready=reviewing.ready)
    )
