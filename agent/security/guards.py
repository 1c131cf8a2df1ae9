"""The guards in their order, before every request, known route or not."""

from collections.abc import Callable
from typing import TypeVar

from flask import Flask, Response, current_app, g, request

from agent.error_answers import asks_api
from agent.security.caller import check_caller, check_key, check_viewer
from agent.security.cors import answer_preflight, let_read, welcome_origins
from agent.security.fetch_site import check_fetch_site
from agent.security.host import check_host
from agent.security.json_body import MAX_BODY, check_bytes_body, check_json_body
from agent.security.own_header import check_own_header
from agent.security.query import check_query

View = TypeVar("View", bound=Callable[..., object])

_GUARDS = "pitch_in_guards"
_BODY = "pitch_in_body"
_ALL = (check_own_header, check_caller)
_HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


def without_key(view: View) -> View:
    """Let a browser that isn't paired yet call this route; put it below the route's decorator."""
    setattr(view, _GUARDS, (check_own_header,))
    return view


def without_origin(view: View) -> View:
    """Let a key alone open this route, which tells nothing of posts; put it below the route's decorator."""
    setattr(view, _GUARDS, (check_own_header, check_key))
    return view


def for_viewer(view: View) -> View:
    """Let only the signed-in viewer call this route; put it below the route's decorator."""
    setattr(view, _GUARDS, (check_own_header, check_viewer))
    return view


def with_bytes(view: View) -> View:
    """Let this route take bytes instead of JSON; put it below the route's decorator."""
    setattr(view, _BODY, check_bytes_body)
    return view


def for_anyone(view: View) -> View:
    """Let any program on this machine call this route; put it below the route's decorator."""
    setattr(view, _GUARDS, ())
    return view


def guard(app: Flask) -> None:
    """Put the guards in front of every route of `app`; the viewer's pages bring their own sign-in."""
    app.config["MAX_CONTENT_LENGTH"] = MAX_BODY
    app.before_request(_let_in)
    app.after_request(_send_off)


def _let_in() -> Response | None:
    check_host()
    if not asks_api():
        return None
    g.welcome = welcome_origins()
    preflight = answer_preflight(g.welcome)
    if preflight is not None:
        return preflight
    check_fetch_site(g.welcome)
    view = current_app.view_functions.get(request.endpoint or "")
    for check in getattr(view, _GUARDS, _ALL):
        check()
    if request.routing_exception is None:
        check_query()
        getattr(view, _BODY, check_json_body)()
    return None


def _send_off(response: Response) -> Response:
    for name, value in _HEADERS.items():
        response.headers.setdefault(name, value)
    return let_read(response, g.welcome) if "welcome" in g else response
