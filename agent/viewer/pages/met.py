"""People: whom the person answers, thanks and recommends, and who answers them; each can be forgotten."""

from typing import Final
from urllib.parse import urlencode

from flask import Response, redirect, request, url_for
from werkzeug import Response as AnyResponse

from agent.schemas.people import Did
from agent.services import services
from agent.viewer.guard import page_blueprint
from agent.viewer.rendering import render

blueprint = page_blueprint("met")

_DID: Final[dict[Did, str]] = {
    "answered": "You answered them",
    "answered_you": "They answered you",
    "thanked": "You thanked them",
    "recommended": "You recommended them",
}
_PER_PAGE: Final = 50


@blueprint.get("/people")
def index() -> Response:
    """People, the last met first."""
    asked = {name: request.args.get(name, "").strip() for name in ("q", "did", "site")}
    did = next((each for each in _DID if each == asked["did"]), None)
    asked["did"] = did or ""
    cursor = request.args.get("cursor") or None
    found = services().people.page(asked["site"] or None, did, asked["q"][:100] or None, cursor, _PER_PAGE)
    filters = {name: value for name, value in asked.items() if value}
    return render(
        "people.html",
        page="answers",
        people=found.items,
        asked=asked,
        did=_DID,
        filtered=bool(filters),
        paged=cursor is not None,
        older="/people?" + urlencode(filters | {"cursor": found.next}) if found.next else None,
        forgotten=request.args.get("done") == "forgotten",
    )


@blueprint.post("/people/<int:person>/forget")
def forget(person: int) -> AnyResponse:
    """Forget somebody for good."""
    services().people.forget(person)
    return redirect(url_for("met.index", done="forgotten"), 303)
