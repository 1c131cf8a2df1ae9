"""The viewer's own style sheets, scripts and icon. They hold nothing personal, so they need no session."""

from pathlib import Path

from flask import Blueprint, Response, send_from_directory

blueprint = Blueprint("assets", __name__)
_FOLDER = Path(__file__).parent.parent / "static"


@blueprint.get("/assets/<name>")
def asset(name: str) -> Response:
    """One file. The browser keeps it, but asks each time whether it is still the newest."""
    response = send_from_directory(_FOLDER, name, max_age=0)
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
    return response
