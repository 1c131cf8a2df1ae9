"""\"Not so\": a flag that was wrong on a draft, and won't be raised on nearly the same one again."""

from agent.routes._common import Answer, answer, api_blueprint
from agent.schemas.learning import Dismissal, DismissalId, Dismissals, NewDismissal
from agent.services import services

api = api_blueprint("dismissals", "Learning")


@api.post("/dismissals", responses={201: DismissalId}, summary="Say that a flag is wrong here")
def dismiss(body: NewDismissal) -> Answer:
    """The same flag isn't raised on nearly the same draft again. Of the draft, keyed hashes are kept."""
    kept = body.draft if body.keep_text else None
    made = services().learning.dismiss(body.signal, body.draft, body.context, kept)
    return answer(DismissalId.model_validate({"id": made}), 201)


@api.get("/dismissals", responses={200: Dismissals}, summary="What was called wrong")
def dismissals() -> Answer:
    """All dismissals, newest first."""
    found = services().learning.dismissals()
    return answer(
        Dismissals(dismissals=[Dismissal.model_validate(one, from_attributes=True) for one in found])
    )


@api.delete("/dismissals/<id>", responses={204: None}, summary="Take it back")
def undo(path: DismissalId) -> tuple[str, int]:
    """The flag may be raised again on such drafts."""
    services().learning.undo(str(path.id))
    return "", 204
