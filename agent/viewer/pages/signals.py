"""The reference: what each signal sees, why, with examples, and when it is wrong."""

from flask import Response, abort

from agent.viewer.guard import page_blueprint
from agent.viewer.rendering import render
from agent.viewer.signal_pages import signal_pages

blueprint = page_blueprint("signals")


@blueprint.get("/signals")
def index() -> Response:
    """All signals by kind."""
    pages = signal_pages().values()
    return render(
        "signals.html",
        page="signals",
        flags=[page for page in pages if page.kind == "flag"],
        strengths=[page for page in pages if page.kind == "strength"],
    )


@blueprint.get("/signals/<name>")
def signal(name: str) -> Response:
    """One signal."""
    found = signal_pages().get(name)
    if found is None:
        abort(404)
    return render("signal.html", page="signals", signal=found)
