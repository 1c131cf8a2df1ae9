"""The page that stands in while a long log is read for the first time: nobody waits at an empty window."""

from flask import Response, request

from agent.viewer.rendering import render


def counting_page() -> Response:
    """It says what happens, and leads back to where it stands."""
    return render("counting.html", page="insights", here=request.full_path.removesuffix("?"))
