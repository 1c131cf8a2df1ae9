"""Drafts in, reviews out. Nothing is stored."""

from typing import Any

from agent.routes._common import answer, api_blueprint
from agent.schemas.reviews import Draft
from agent.services import services
from nlp import Review

api = api_blueprint("reviews", "Reviews")


@api.post("/reviews", responses={200: Review}, summary="Read a draft")
def review(body: Draft) -> tuple[dict[str, Any], int]:
    """What the draft brings to its conversation, and how it could bring more."""
    return answer(services().reviewing.review(body.draft, body.context))
