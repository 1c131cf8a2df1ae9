"""Who may see the viewer, and whose forms it takes.

A page needs the session cookie that the one-time link gave. A form is taken only from a page of this agent:
browsers say so in `Sec-Fetch-Site`, older ones at least in `Origin` (which, unlike a hidden token, a page on
another site cannot choose), so no state has to be kept for it. The cookie is `SameSite=Strict` besides.

Browsers send the cookie also with what another extension asks for that may call this machine, and Firefox
even calls that same-origin. So the session counts only for what the person opens and what our own pages ask.
"""

from flask import Blueprint, Request, Response, request

from agent.services import services
from agent.viewer.errors import error_page, signed_out_page
from agent.viewer.rendering import with_headers

SESSION_COOKIE = "pitch_in_session"


def page_blueprint(name: str) -> Blueprint:
    """A blueprint whose pages are for the signed-in person only."""
    blueprint = open_blueprint(name)
    blueprint.before_request(_require_session)
    return blueprint


def open_blueprint(name: str) -> Blueprint:
    """A blueprint for anyone on this machine, as the sign-in page needs."""
    blueprint = Blueprint(name, __name__)
    blueprint.before_request(_refuse_foreign_forms)
    blueprint.after_request(with_headers)
    return blueprint


def signed_in() -> bool:
    """Whether the request carries a session that still holds, and no script from elsewhere sent it."""
    return not _from_other_script() and services().sessions.valid(request.cookies.get(SESSION_COOKIE, ""))


def _from_other_script() -> bool:
    """Whether a script sent the request that isn't one of our pages'; none can choose these headers."""
    own = request.host_url.rstrip("/")
    if (origin := request.headers.get("Origin")) is not None:
        return origin != own
    if request.headers.get("Sec-Fetch-Mode", "navigate") == "navigate":
        return False
    return not request.headers.get("Referer", "").startswith(f"{own}/")


def from_own_page(received: Request) -> bool:
    """Whether a page of this agent sent the request."""
    site = received.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site == "same-origin"
    return received.headers.get("Origin") == received.host_url.rstrip("/")


def _require_session() -> Response | None:
    if signed_in():
        return None
    return signed_out_page("Please sign in", "Pitch In lets in only the person who runs it.", 401)


def _refuse_foreign_forms() -> Response | None:
    if request.method in {"GET", "HEAD", "OPTIONS"} or from_own_page(request):
        return None
    return error_page(403)
