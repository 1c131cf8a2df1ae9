"""Imports: bring what was posted before, from the files that sites hand out; see how far each is."""

from collections.abc import Mapping
from typing import Any, Final
from uuid import UUID

from flask import Response, redirect, request, url_for
from werkzeug import Response as AnyResponse

from agent.importers import Wishes
from agent.problems import Invalid
from agent.services import services
from agent.viewer.guard import page_blueprint
from agent.viewer.rendering import render

blueprint = page_blueprint("importing")

COLUMNS: Final = ("text", "date", "permalink", "likes", "replies", "shares", "views")
_QUESTIONS: Final = ("me", "site", *COLUMNS)
_LONGEST: Final = 300


@blueprint.get("/imports")
def index() -> Response:
    """How to begin, and every import since the agent started."""
    return _page("", "")


@blueprint.get("/imports/now")
def now() -> Response:
    """Only the imports: the page's script asks for this again and again."""
    return render("_imports_now.html", **_imports())


@blueprint.post("/imports/start")
def start() -> AnyResponse:
    """Import what lies on this machine, where it lies."""
    path = request.form.get("path", "").strip()
    try:
        services().import_runs.start(path, _wishes(request.form))
    except Invalid as problem:
        return _page(path, problem.detail)
    return _back()


@blueprint.post("/imports/<uuid:run_id>/stop")
def stop(run_id: UUID) -> AnyResponse:
    """Stop it where nothing is half written."""
    services().import_runs.stop(run_id)
    return _back()


@blueprint.post("/imports/<uuid:run_id>/run")
def run(run_id: UUID) -> AnyResponse:
    """Go on, with what the person said."""
    services().import_runs.run_again(run_id, _wishes(request.form))
    return _back()


@blueprint.post("/imports/<uuid:run_id>/forget")
def forget(run_id: UUID) -> AnyResponse:
    """Take it off the list; the posts that it brought stay."""
    services().import_runs.forget(run_id)
    return _back()


def _wishes(form: Mapping[str, str]) -> Wishes:
    said = {name: form.get(name, "").strip()[:_LONGEST] for name in _QUESTIONS}
    columns = {name: said[name] for name in COLUMNS if said[name]}
    return Wishes(me=said["me"] or None, site=said["site"] or None, columns=columns)


def _imports() -> dict[str, Any]:
    return {
        "imports": services().import_runs.all(),
        "reviews_waiting": services().waiting.count(),
        "questions": _QUESTIONS,
    }


def _page(path: str, error: str) -> Response:
    return render(
        "imports.html", status=422 if error else 200, page="settings", path=path, error=error, **_imports()
    )


def _back() -> AnyResponse:
    return redirect(url_for("importing.index", _anchor="imports"), 303)
