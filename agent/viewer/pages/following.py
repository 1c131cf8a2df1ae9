"""Following: which sites may be asked what came back for posts there, and everything that was asked."""

from typing import Final

from flask import Response, redirect, request, url_for
from werkzeug import Response as AnyResponse

from agent.services import services
from agent.viewer.guard import page_blueprint
from agent.viewer.rendering import render

blueprint = page_blueprint("following")

_PER_PAGE: Final = 50
OUTCOMES: Final = {
    "answered": "Answered",
    "unchanged": "Nothing new",
    "refused": "Refused",
    "slow_down": "Asked for a rest",
    "failed": "No answer",
    "misshapen": "Not understood",
}


@blueprint.get("/following")
def index() -> Response:
    """The sites with their switches, and the requests, newest first."""
    cursor = request.args.get("cursor") or None
    requests = services().collecting.requests(cursor, _PER_PAGE)
    return render(
        "following.html",
        page="settings",
        sites=services().collecting.sites().sites,
        requests=requests.items,
        outcomes=OUTCOMES,
        paged=cursor is not None,
        older=url_for("following.index", cursor=requests.next, _anchor="asked") if requests.next else None,
        saved=request.args.get("done") == "saved",
    )


@blueprint.post("/following")
def switch() -> AnyResponse:
    """Let exactly the chosen sites be asked."""
    services().collecting.switch(request.form.getlist("on"))
    return redirect(url_for("following.index", done="saved"), 303)
