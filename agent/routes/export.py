"""Everything out. For the viewer only."""

from flask import Response

from agent.export_file import export_file
from agent.exporters import exporters
from agent.routes._common import api_blueprint
from agent.schemas.export import ExportQuery
from agent.security.guards import for_viewer

api = api_blueprint("export", "Export")


_FILE = {
    "description": "The file.",
    "content": {each.media_type.partition(";")[0]: {} for each in exporters().values()},
}


@api.get("/export", responses={200: _FILE}, summary="The whole log as a file")
@for_viewer
def export(query: ExportQuery) -> Response:
    """Written as it is read, so it begins at once however large the log is."""
    return export_file(query.format)
