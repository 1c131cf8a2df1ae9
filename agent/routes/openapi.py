"""The description of this interface, made from the models that validate it."""

from typing import Any, cast

from flask import current_app
from flask_openapi3.openapi import OpenAPI

from agent.routes._common import api_blueprint
from agent.security.own_header import NAME
from agent.viewer.guard import SESSION_COOKIE

api = api_blueprint("openapi", "Description")

SECURITY_SCHEMES: dict[str, Any] = {
    "header": {
        "type": "apiKey",
        "in": "header",
        "name": NAME,
        "description": "Always 1: makes browsers ask before they send a call from elsewhere.",
    },
    "key": {
        "type": "http",
        "scheme": "bearer",
        "description": "The key from the pairing, sent from the origin that was paired.",
    },
    "session": {
        "type": "apiKey",
        "in": "cookie",
        "name": SESSION_COOKIE,
        "description": "The viewer's session; only for calls from its own pages.",
    },
}
ANY_CALLER: list[dict[str, list[str]]] = [{"header": [], "key": []}, {"header": [], "session": []}]


@api.get("/openapi.json", doc_ui=False)
def document() -> dict[str, Any]:
    """The OpenAPI document."""
    return cast(OpenAPI, current_app).api_doc
