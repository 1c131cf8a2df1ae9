"""Drafts in, reviews out. Nothing is stored."""

from agent.routes._common import Answer, answer, api_blueprint
from agent.schemas.reviews import Draft
from agent.services import services
from nlp import Review

api = api_blueprint("reviews", "Reviews")


@api.post("/reviews", responses={200: Review}, summary="Read a draft")
def review(body: Draft) -> Answer:
    """What the draft brings to its conversation, and how it could bring more."""
    return answer(services().reviewing.review(body.draft, body.context, body.strictness))
