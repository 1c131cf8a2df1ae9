"""Drafts in, rewrites out, for whoever asks for them although nothing is flagged. Nothing is stored."""

from agent.routes._common import Answer, answer, api_blueprint
from agent.schemas.reviews import Draft
from agent.schemas.suggestions import Suggestions
from agent.services import services

api = api_blueprint("suggestions", "Suggestions")


@api.post("/suggestions", responses={200: Suggestions}, summary="Suggest rewrites")
def suggest(body: Draft) -> Answer:
    """Rewrites of a draft, flagged or not: what stands in it stays, and something is added."""
    return answer(Suggestions(suggestions=services().reviewing.suggest(body.draft, body.context)))
