"""Browsers: confirm a browser that wants to pair, see the paired ones, take a key back."""

from flask import Response, redirect, request, url_for
from werkzeug import Response as AnyResponse

from agent.services import services
from agent.typed import PROJECT_FOLDER
from agent.viewer.guard import page_blueprint
from agent.viewer.rendering import render

blueprint = page_blueprint("browsers")

_DONE = {
    "paired": "Confirmed: the browser fetches its key now. Next, switch a site on in the extension.",
    "refused": "That browser was turned away. It got no key.",
    "revoked": "The browser's key no longer works. It can ask to pair again.",
}


@blueprint.get("/browsers")
def index() -> Response:
    """Browsers that wait, browsers that are paired, and how to get there."""
    return render(
        "browsers.html",
        page="browsers",
        waiting=services().pairings.waiting(),
        browsers=services().pairings.browsers(),
        done=_DONE.get(request.args.get("done", "")),
        extension_folder=PROJECT_FOLDER / "extension",
        address=services().address,
    )


@blueprint.get("/browsers/now")
def now() -> Response:
    """Only the browsers that wait or are paired: the page's script asks for this again and again."""
    return render(
        "_browsers_now.html",
        waiting=services().pairings.waiting(),
        browsers=services().pairings.browsers(),
    )


@blueprint.post("/browsers/waiting/<pairing_id>/confirm")
def confirm(pairing_id: str) -> AnyResponse:
    """The codes match: the browser gets its key."""
    services().pairings.confirm(pairing_id)
    return _back("paired")


@blueprint.post("/browsers/waiting/<pairing_id>/refuse")
def refuse(pairing_id: str) -> AnyResponse:
    """Not this person's browser."""
    services().pairings.refuse(pairing_id)
    return _back("refused")


@blueprint.post("/browsers/<browser_id>/revoke")
def revoke(browser_id: str) -> AnyResponse:
    """Take a browser's key back."""
    services().pairings.revoke(browser_id)
    return _back("revoked")


def _back(done: str) -> AnyResponse:
    return redirect(url_for("browsers.index", done=done), 303)
