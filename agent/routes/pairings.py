"""How a browser gets its key."""

from agent.routes._common import Answer, answer, api_blueprint
from agent.schemas.pairings import PairingAnswer, PairingClaim, PairingPath, PairingRequest, PairingStarted
from agent.security.extension_origin import asking_extension
from agent.security.guards import without_key
from agent.services import services

api = api_blueprint("pairings", "Pairing")
_NO_KEY: list[dict[str, list[str]]] = [{"header": []}]


@api.post("/pairings", responses={201: PairingStarted}, security=_NO_KEY, summary="Ask to be paired")
@without_key
def ask(body: PairingRequest) -> Answer:
    """Show the code to the person, who confirms the same code in the viewer within two minutes."""
    pairing = services().pairings.ask(asking_extension(), body.browser, body.extension_version)
    started = PairingStarted(
        id=pairing.id, secret=pairing.secret, code=pairing.code, expires_at=pairing.expires_at
    )
    return answer(started, 201)


@api.post(
    "/pairings/<id>/claim",
    responses={200: PairingAnswer},
    security=_NO_KEY,
    summary="Get the key once confirmed",
)
@without_key
def claim(path: PairingPath, body: PairingClaim) -> Answer:
    """Ask again every second or two while it says `waiting`. The key is given once."""
    found = services().pairings.claim(path.id, body.secret, asking_extension())
    return answer(PairingAnswer(status=found.status, key=found.key, browser_id=found.browser_id))
