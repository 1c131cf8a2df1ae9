"""The description of this interface, made from the models that validate it."""

from typing import Any, cast

from flask import current_app
from flask_openapi3.openapi import OpenAPI

from agent.routes._common import api_blueprint

api = api_blueprint("openapi", "Description")


@api.get("/openapi.json", doc_ui=False)
def document() -> dict[str, Any]:
    """The OpenAPI document."""
    return cast(OpenAPI, current_app).api_doc
