"""Which other origins may read answers: exactly the paired ones, and extensions that ask to be paired.

Never a wildcard. Browsers ask first (preflight) because of our header and content type; who isn't welcome
learns nothing. `Access-Control-Allow-Private-Network` answers the preflights of Chromium before 142; what
came after them, Local Network Access, asks the person and no server.
"""

from flask import Response, current_app, request
from flask_cors.core import get_cors_options, set_cors_headers

from agent.problems import Problem
from agent.security.extension_origin import is_extension
from agent.security.own_header import NAME
from agent.services import services

_OPTIONS = {
    "methods": ["GET", "POST", "PUT", "PATCH", "DELETE"],
    "allow_headers": ["Authorization", "Content-Type", NAME],
    "expose_headers": ["Retry-After"],
    "allow_private_network": True,
    "max_age": 600,
    "vary_header": False,
}
_FOR_ANY_EXTENSION = ("/v1/health", "/v1/pairings")


def welcome_origins() -> set[str]:
    """The origins that may send this request and read its answer."""
    origin = request.headers.get("Origin")
    if origin and is_extension(origin) and _asked_before_pairing():
        return {origin}
    return services().pairings.origins()


def answer_preflight(welcome: set[str]) -> Response | None:
    """The answer to a browser that asks whether it may send a request; `None` for any other request."""
    if request.method != "OPTIONS" or "Access-Control-Request-Method" not in request.headers:
        return None
    if request.headers.get("Origin") not in welcome:
        raise Problem("Only paired browsers may call Pitch In.", status=403)
    return Response(status=204)


def let_read(response: Response, welcome: set[str]) -> Response:
    """Let the request's origin read the response where it is welcome."""
    response.vary.add("Origin")
    origin = request.headers.get("Origin")
    if origin is None or origin not in welcome:
        return response
    return set_cors_headers(response, get_cors_options(current_app, _OPTIONS, {"origins": [origin]}))


def _asked_before_pairing() -> bool:
    return request.path in _FOR_ANY_EXTENSION or request.path.startswith("/v1/pairings/")
