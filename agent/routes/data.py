"""How long posts are kept, and everything gone. For the viewer only."""

from agent.routes._common import Answer, answer, api_blueprint
from agent.schemas.data import DataEnd, RetentionChange, RetentionRules
from agent.security.guards import for_viewer
from agent.services import services

api = api_blueprint("data", "Data")


@api.delete("/data", responses={204: None}, summary="Delete everything for good")
@for_viewer
def delete_everything(query: DataEnd) -> tuple[str, int]:  # noqa: ARG001 (the word is all it says)
    """Posts, what came back, settings and what was learnt leave the file. Paired browsers stay paired.

    A post of before that one of them still has to log is answered with 410.
    """
    services().whole.delete_everything()
    return "", 204


@api.get("/retention", responses={200: RetentionRules}, summary="How long posts are kept")
@for_viewer
def rules() -> Answer:
    """By site."""
    return answer(RetentionRules(months=services().retention.rules()))


@api.put("/retention", responses={200: RetentionRules}, summary="Keep the posts of a site for so long")
@for_viewer
def keep(body: RetentionChange) -> Answer:
    """Older ones are deleted for good within a minute, and from then on every day."""
    services().retention.keep(body.site, body.months)
    return answer(RetentionRules(months=services().retention.rules()))
