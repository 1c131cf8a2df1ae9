"""Who calls: a paired browser by its key, or the viewer by its session.

The key is bound to the origin that it was paired from, so a stolen one is of no use to another extension.
Chromium's worker sends no Origin when it reads; anything that changes the log must carry one. The viewer's
cookie counts only where the browser says that a page of this agent sent it: cookies aren't bound to a port,
so a page of another server on this machine would carry it too.
"""

from flask import request

from agent.problems import Problem
from agent.services import services
from agent.viewer.guard import signed_in

_READING = ("GET", "HEAD")


def check_viewer() -> None:
    """Refuse (403) who isn't the signed-in viewer: the whole log, files of this machine, the end of all data.

    A paired browser has no use for these, and a stolen key should open none of them.
    """
    if request.headers.get("Sec-Fetch-Site") != "same-origin" or not signed_in():
        raise Problem("Only the viewer may do this: open it, and sign in with a new link.", status=403)


def check_caller() -> None:
    """Refuse (401) a call that no paired browser and no signed-in viewer makes."""
    authorization = request.authorization
    if authorization is not None and authorization.type == "bearer" and authorization.token:
        origin = request.headers.get("Origin")
        if origin is None and request.method not in _READING:
            raise Problem("A call that changes something must carry the Origin that was paired.", status=403)
        if services().pairings.browser_for(authorization.token, origin):
            return
    elif request.headers.get("Sec-Fetch-Site") == "same-origin" and signed_in():
        return
    raise Problem(
        "This browser is not paired (any more). Open the extension's options and pair it.",
        status=401,
        headers={"WWW-Authenticate": 'Bearer realm="Pitch In"'},
    )
