"""Learnt: what the person has said of flags, each of which can be taken back."""

from flask import Response, redirect, request, url_for
from werkzeug import Response as AnyResponse

from agent.services import services
from agent.viewer.guard import page_blueprint
from agent.viewer.rendering import render
from agent.viewer.signal_pages import signal_pages

blueprint = page_blueprint("learnt")

_DONE = {
    "undone": "Undone: the flag may be raised on such drafts again.",
    "heard": "You hear about that flag there again.",
}


@blueprint.get("/learnt")
def show() -> Response:
    """All dismissals and mutes."""
    learning = services().learning
    return render(
        "learnt.html",
        page="settings",
        dismissals=learning.dismissals(),
        mutes=learning.mutes(),
        titles={name: page.title for name, page in signal_pages().items()},
        done=_DONE.get(request.args.get("done", "")),
    )


@blueprint.post("/learnt/dismissals/<dismissal_id>/undo")
def undo(dismissal_id: str) -> AnyResponse:
    """Forget that a flag was wrong on a draft."""
    services().learning.undo(dismissal_id)
    return _back("undone")


@blueprint.post("/learnt/mutes/undo")
def unmute() -> AnyResponse:
    """Hear about a flag again; the form names the flag, and the site if it is muted on one only."""
    services().learning.unmute(request.form.get("signal", ""), request.form.get("site") or None)
    return _back("heard")


def _back(done: str) -> AnyResponse:
    return redirect(url_for("learnt.show", done=done), 303)
