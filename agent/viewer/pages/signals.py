"""The reference: what each signal sees, why, when it is wrong, how often it was seen; and to mute it."""

from datetime import timedelta
from typing import Final

from flask import Response, abort, redirect, request, url_for
from werkzeug import Response as AnyResponse

from agent.schemas.fields import iso
from agent.services import services
from agent.store import tallies
from agent.store.clock import now
from agent.viewer.guard import page_blueprint
from agent.viewer.rendering import render
from agent.viewer.signal_pages import signal_pages
from nlp.signals import SignalPage

blueprint = page_blueprint("signals")

_LATELY: Final = 30
_DONE = {
    "muted": "Muted: this flag isn't shown any more and doesn't count.",
    "heard": "You hear about this flag again.",
}


@blueprint.get("/signals")
def index() -> Response:
    """All signals by kind."""
    pages = signal_pages().values()
    with services().log.reading() as db:
        seen = tallies.by_signal(db)
    return render(
        "signals.html",
        page="signals",
        flags=[page for page in pages if page.kind == "flag"],
        strengths=[page for page in pages if page.kind == "strength"],
        muted=services().settings.names("muted_signals"),
        seen=seen,
    )


@blueprint.get("/signals/<name>")
def signal(name: str) -> Response:
    """One signal."""
    found = _found(name)
    with services().log.reading() as db:
        seen, lately = tallies.with_signal(db, name, iso(now() - timedelta(days=_LATELY)))
    return render(
        "signal.html",
        page="signals",
        signal=found,
        seen=seen,
        lately=lately,
        days=_LATELY,
        muted=name in services().settings.names("muted_signals"),
        done=_DONE.get(request.args.get("done", "")),
    )


@blueprint.post("/signals/<name>/mute")
def mute(name: str) -> AnyResponse:
    """Not to hear about a flag any more, on any site."""
    services().learning.mute(_found(name).name, None)
    return redirect(url_for("signals.signal", name=name, done="muted"), 303)


@blueprint.post("/signals/<name>/unmute")
def unmute(name: str) -> AnyResponse:
    """To hear about it again."""
    services().learning.unmute(_found(name).name, None)
    return redirect(url_for("signals.signal", name=name, done="heard"), 303)


def _found(name: str) -> SignalPage:
    found = signal_pages().get(name)
    if found is None:
        abort(404)
    return found
