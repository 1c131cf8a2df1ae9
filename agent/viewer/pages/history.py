"""History: what was posted, newest first; a page per post; deleting one after a question."""

from urllib.parse import urlencode
from uuid import UUID

from flask import Response, redirect, request, url_for
from werkzeug import Response as AnyResponse

from agent.services import services
from agent.viewer.guard import page_blueprint
from agent.viewer.rendering import render
from agent.viewer.signal_pages import signal_titles
from agent.viewer.wording import VERDICTS

blueprint = page_blueprint("history")
_PER_PAGE = 25


@blueprint.get("/history")
def index() -> Response:
    """Posts that match the search, a page of them at a time."""
    asked = {name: request.args.get(name, "").strip() for name in ("q", "site", "verdict", "cursor")}
    if asked["verdict"] not in VERDICTS:
        asked["verdict"] = ""
    filters = {name: asked[name] for name in ("q", "site", "verdict") if asked[name]}
    found = services().posts.search(
        q=asked["q"] or None,
        site=asked["site"] or None,
        verdict=asked["verdict"] or None,
        cursor=asked["cursor"] or None,
        limit=_PER_PAGE,
    )
    return render(
        "history.html",
        page="history",
        posts=found.items,
        asked=asked,
        filtered=bool(filters),
        sites=services().posts.sites(),
        newest=_address(filters),
        older=_address(filters | {"cursor": found.next}) if found.next else None,
        deleted=request.args.get("done") == "deleted",
    )


@blueprint.get("/history/<uuid:post_id>")
def post(post_id: UUID) -> Response:
    """One post with its review at that moment."""
    return render(
        "post.html", page="history", post=services().posts.get(str(post_id)), titles=signal_titles()
    )


@blueprint.get("/history/<uuid:post_id>/delete")
def ask_to_delete(post_id: UUID) -> Response:
    """The question before a post goes."""
    return render("delete_post.html", page="history", post=services().posts.get(str(post_id)))


@blueprint.post("/history/<uuid:post_id>/delete")
def delete(post_id: UUID) -> AnyResponse:
    """Delete the post for good."""
    services().posts.delete(str(post_id))
    return redirect(url_for("history.index", done="deleted"), 303)


def _address(asked: dict[str, str]) -> str:
    return url_for("history.index") + ("?" + urlencode(asked) if asked else "")
