"""What every route of the interface shares."""

from typing import Any

from flask_openapi3.blueprint import APIBlueprint
from flask_openapi3.models.tag import Tag

from agent.schemas.problems import ProblemDocument

PROBLEM: dict[str, Any] = {
    "description": "What is wrong and what to do.",
    "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/ProblemDocument"}}},
}


def api_blueprint(name: str, title: str) -> APIBlueprint:
    """A blueprint under /v1 whose routes answer errors as problem+json."""
    return APIBlueprint(
        name,
        __name__,
        url_prefix="/v1",
        abp_tags=[Tag(name=title)],
        abp_responses={"4XX": dict(PROBLEM), "5XX": dict(PROBLEM)},
    )


def answer(model: Any, status: int = 200) -> tuple[dict[str, Any], int]:
    """A pydantic model as the answer of a route."""
    return model.model_dump(mode="json"), status


__all__ = ["PROBLEM", "ProblemDocument", "answer", "api_blueprint"]
