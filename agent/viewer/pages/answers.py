"""Answers: who answered the person and waits; each conversation can be put off, closed, or opened again."""

from datetime import timedelta
from typing import Final
from uuid import UUID

from flask import Response, abort, redirect, request, url_for
from werkzeug import Response as AnyResponse

from agent.schemas.conversations import State
from agent.services import services
from agent.store.clock import now
from agent.viewer.guard import page_blueprint
from agent.viewer.rendering import render

blueprint = page_blueprint("answers")

STATES: Final[dict[State, str]] = {"open": "Waiting", "snoozed": "Put off", "closed": "Closed"}
_PUT_OFF: Final = {"1": "until tomorrow", "7": "for a week"}
_DAYS: Final = {"30": "Last 30 days", "365": "Last year", "36500": "All time"}
_PER_PAGE: Final = 25


@blueprint.get("/conversations")
def index() -> Response:
    """Conversations in a state, the last answered first."""
    asked = request.args.get("state", "")
    state: State = next((each for each in STATES if each == asked), "open")
    days = request.args.get("days", "")
    days = days if days in _DAYS else "30"
    cursor = request.args.get("cursor") or None
    found = services().conversations.page(state, int(days), cursor, _PER_PAGE)
    return render(
        "conversations.html",
        page="answers",
        conversations=found.items,
        states=STATES,
        state=state,
        spans=_DAYS,
        days=days,
        put_off=_PUT_OFF,
        paged=cursor is not None,
        older=url_for("answers.index", state=state, days=days, cursor=found.next) if found.next else None,
        done=request.args.get("done", ""),
    )


@blueprint.post("/conversations/<uuid:post_id>/<wish>")
def change(post_id: UUID, wish: str) -> AnyResponse:
    """Put off (the form says for how many days), close, or open again."""
    conversations = services().conversations
    match wish:
        case "put-off" if request.form.get("days") in _PUT_OFF:
            until = now() + timedelta(days=int(request.form["days"]))
            conversations.change(post_id, "snoozed", until)
        case "close":
            conversations.change(post_id, "closed")
        case "open":
            conversations.change(post_id, "open")
        case _:
            abort(400)
    return redirect(url_for("answers.index", done=wish), 303)
