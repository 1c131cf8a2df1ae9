"""The whole log as a file that a browser saves, for the HTTP interface and for the viewer."""

from flask import Response

from agent.services import services
from agent.store.clock import now


def export_file(name: str) -> Response:
    """The answer that holds it in the format of this name; raises `Invalid`.

    It is written as the log is read, so it begins at once however large the log is.
    """
    exports = services().exports
    exporter = exports.format(name)
    file = f"pitch-in-{now():%Y-%m-%d}.{exporter.ending}"
    headers = {"Content-Disposition": f'attachment; filename="{file}"'}
    return Response(exports.write(exporter), content_type=exporter.media_type, headers=headers)
