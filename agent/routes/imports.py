"""Imports of what was posted before, from the exports that sites hand out. For the viewer only."""

from flask_openapi3.models import RawModel

from agent.importers import Wishes
from agent.routes._common import Answer, answer, api_blueprint
from agent.schemas.imports import ContentQuery, Import, ImportList, ImportPath, ImportWishes, NewImport
from agent.security.guards import for_viewer, with_bytes
from agent.services import services

api = api_blueprint("imports", "Imports")


class Slice(RawModel):
    """The next bytes of a file."""

    mimetypes = ["application/octet-stream"]  # noqa: RUF012 (as the library declares it)


@api.post("/imports", responses={201: Import}, summary="Import an export")
@for_viewer
def start(body: NewImport) -> Answer:
    """Give the path of an export on this machine, which is read where it lies, or announce a file to be sent.

    One import runs at a time. Each post comes into the log once, however often it is imported.
    """
    runs = services().import_runs
    if body.name is not None and body.size is not None:
        return answer(runs.receive(body.name, body.size, _wishes(body)), 201)
    return answer(runs.start(body.path or "", _wishes(body)), 201)


@api.put("/imports/<id>/content", responses={200: Import}, summary="Send the next bytes of a file")
@for_viewer
@with_bytes
def content(path: ImportPath, query: ContentQuery, raw: Slice) -> Answer:
    """In order, at most 1 MiB at a time; 409 names the place to go on from. After the last it begins."""
    return answer(services().import_runs.take(path.id, query.offset, raw.get_data()))


@api.get("/imports", responses={200: ImportList}, summary="All imports since the agent started")
@for_viewer
def list_all() -> Answer:
    """Newest first, and how many posts wait for their review."""
    found = services()
    return answer(ImportList(items=found.import_runs.all(), reviews_waiting=found.waiting.count()))


@api.get("/imports/<id>", responses={200: Import}, summary="How far an import is")
@for_viewer
def get(path: ImportPath) -> Answer:
    """What it counts is on disk."""
    return answer(services().import_runs.get(path.id))


@api.post("/imports/<id>/stop", responses={200: Import}, summary="Stop an import")
@for_viewer
def stop(path: ImportPath) -> Answer:
    """It stops within a second or two; what it has counted stays in the log."""
    return answer(services().import_runs.stop(path.id))


@api.post("/imports/<id>/run", responses={200: Import}, summary="Go on with an import")
@for_viewer
def run(path: ImportPath, body: ImportWishes) -> Answer:
    """After it was stopped or failed, or with the answer that it waits for. Nothing is doubled."""
    return answer(services().import_runs.run_again(path.id, _wishes(body)))


@api.delete("/imports/<id>", responses={204: None}, summary="Forget an import")
@for_viewer
def forget(path: ImportPath) -> tuple[str, int]:
    """Stops it and deletes the bytes that were sent; the posts that it brought stay."""
    services().import_runs.forget(path.id)
    return "", 204


def _wishes(said: ImportWishes) -> Wishes:
    return Wishes(me=said.me, site=said.site, columns=said.columns)
