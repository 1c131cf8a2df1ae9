"""Makes a page of a template and its values, with the headers that every page carries."""

import re
from pathlib import Path
from typing import Any, Final

from flask import Response
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from agent.services import services
from agent.site_names import site_title
from agent.viewer import marking, wording

# Own files only, and nothing inline. `connect-src` lets a page's script ask the agent that served it.
POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS: Final = {
    "Content-Security-Policy": POLICY,
    "Cache-Control": "no-store",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}

# Control characters, halves of surrogate pairs and noncharacters: HTML has no way to write them.
_UNWRITABLE: Final = re.compile(
    "[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef"
    + "".join(chr(plane * 0x10000 + last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
    + "]"
)

_TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_TEMPLATES.filters.update(
    {
        function.__name__: function
        for function in (
            marking.reviewed,
            marking.suggested,
            wording.counted,
            wording.duration,
            wording.host,
            wording.machine_time,
            wording.is_unsure,
            wording.plain_title,
            site_title,
            wording.web_link,
            wording.when,
        )
    }
)
_TEMPLATES.globals.update({"verdicts": wording.VERDICTS, "unsure_title": wording.UNSURE})


def render(
    template: str, *, status: int = 200, page: str = "", signed_in: bool = True, **values: Any
) -> Response:
    """Make a page. `page` is the navigation entry that it belongs to, empty for none."""
    html = _TEMPLATES.get_template(template).render(
        page=page, signed_in=signed_in, theme=services().settings.get("theme"), **values
    )
    return with_headers(Response(_UNWRITABLE.sub("\ufffd", html), status=status, mimetype="text/html"))


def with_headers(response: Response) -> Response:
    """Add the headers that every page, redirect and fragment of the viewer carries."""
    response.headers.update(HEADERS)
    return response
