"""Who calls: a paired browser by its key, or the viewer by its session.

The key is bound to the origin that it was paired from, so a stolen one is of no use to another extension.
Neither Chromium nor Firefox sends an Origin where an extension that may call this machine reads (GET), so
such a call gets nothing but what our own extension must read, and that tells nothing of posts. The viewer's
cookie counts only where the browser says that a page of this agent sent it: cookies aren't bound to a port,
so a page of another server on this machine would carry it too.
"""

from flask import request

from agent.problems import Problem
from agent.services import services
from agent.viewer.guard import signed_in


def check_viewer() -> None:
    """Refuse (403) who isn't the signed-in viewer: the whole log, files of this machine, the end of all data.

    A paired browser has no use for these, and a stolen key should open none of them.
    """
    if request.headers.get("Sec-Fetch-Site") != "same-origin" or not signed_in():
        raise Problem("Only the viewer may do this: open it, and sign in with a new link.", status=403)


def check_caller() -> None:
    """Refuse (401) a call that no paired browser and no signed-in viewer makes, and a key alone (403)."""
    if _key() and request.headers.get("Origin") is None:
        raise Problem("A call with a key must carry the Origin that was paired.", status=403)
    check_key()


def check_key() -> None:
    """Refuse (401) a call without a paired browser's key that isn't the signed-in viewer's."""
    if key := _key():
        if services().pairings.browser_for(key, request.headers.get("Origin")):
            return
    elif request.headers.get("Sec-Fetch-Site") == "same-origin" and signed_in():
        return
    raise Problem(
        "This browser is not paired (any more). Open the extension's options and pair it.",
        status=401,
        headers={"WWW-Authenticate": 'Bearer realm="Pitch In"'},
    )


def _key() -> str | None:
    authorization = request.authorization
    return authorization.token if authorization is not None and authorization.type == "bearer" else None
