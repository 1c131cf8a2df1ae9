"""How the viewer sends a picture: in the width and the colours that its page asked for."""

from flask import Response, request

from agent.viewer.pictures import SCHEMES, WIDE, WIDTHS, Look
from agent.viewer.rendering import with_headers


def look() -> Look:
    """The look that the request asks for; a wide one in light colours where it doesn't say."""
    scheme = request.args.get("scheme", "")
    return Look(WIDTHS.get(request.args.get("width", ""), WIDE), scheme if scheme in SCHEMES else SCHEMES[0])


def picture(svg: str) -> Response:
    """The file as an answer."""
    return with_headers(Response(svg, mimetype="image/svg+xml"))
