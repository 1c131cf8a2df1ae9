"""What every route of the interface shares."""

from typing import Any

from flask_openapi3.blueprint import APIBlueprint
from flask_openapi3.models.tag import Tag
from pydantic import BaseModel

Answer = tuple[dict[str, Any], int]

_PROBLEM: dict[str, Any] = {
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
        abp_responses={status: dict(_PROBLEM) for status in ("422", "4XX", "5XX")},
        operation_id_callback=_operation_id,
    )


def answer(model: BaseModel, status: int = 200) -> Answer:
    """A model as the answer of a route."""
    return model.model_dump(mode="json"), status


def _operation_id(*, bp_name: str, name: str, path: str, method: str) -> str:  # noqa: ARG001 (as it is called)
    return f"{bp_name}_{name}"
