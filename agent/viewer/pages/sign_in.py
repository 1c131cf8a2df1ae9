"""Sign-in by the link that works once, and sign-out."""

from typing import Final

from flask import Response, redirect, request
from werkzeug import Response as AnyResponse

from agent.services import services
from agent.viewer.errors import signed_out_page
from agent.viewer.guard import SESSION_COOKIE, open_blueprint, signed_in

blueprint = open_blueprint("sign_in")
_SESSION_SECONDS: Final = 7 * 24 * 60 * 60


@blueprint.get("/sign-in")
def sign_in() -> AnyResponse:
    """Take the link's token for a session, or say how to get a new link.

    A HEAD request only looks: link checkers and previews must not use the link up.
    """
    token = request.args.get("token", "")
    cookie = services().sessions.redeem(token) if token and request.method == "GET" else None
    if cookie is not None:
        response = redirect("/", 303)
        response.set_cookie(
            SESSION_COOKIE, cookie, max_age=_SESSION_SECONDS, httponly=True, samesite="Strict"
        )
        return response
    if signed_in():
        return redirect("/", 303)
    if token:
        return signed_out_page(
            "This link no longer works", "It was used before, or it is more than ten minutes old.", 410
        )
    return signed_out_page("Please sign in", "Pitch In lets in only the person who runs it.", 401)


@blueprint.post("/sign-out")
def sign_out() -> Response:
    """End the session."""
    services().sessions.end(request.cookies.get(SESSION_COOKIE, ""))
    response = signed_out_page(
        "You are signed out", "Your browsers stay paired, and your log stays where it is.", 200
    )
    response.delete_cookie(SESSION_COOKIE, httponly=True, samesite="Strict")
    return response
