"""Every error of the HTTP interface has one shape, problem+json (RFC 9457), and says what to do.

Nothing of an unexpected exception reaches the answer.
"""

import sqlite3
from collections.abc import Callable, Mapping
from http import HTTPStatus
from typing import ClassVar, NoReturn

from flask import Flask, Response, current_app, request
from flask.typing import ResponseReturnValue
from pydantic import ValidationError
from werkzeug.exceptions import HTTPException

from agent.reporting import report
from agent.schemas.problems import FieldError, ProblemDocument

Page = Callable[[int, str | None], ResponseReturnValue]
"""Makes a page of a status and, where there is more to say than the status does, a sentence."""

_PAGE = "pitch-in problem page"

# What to do about the errors that Flask and Werkzeug raise by themselves.
_ADVICE = {
    400: "Pitch In could not read this request. Check its address and its JSON.",
    404: "There is nothing at this address. GET /v1/openapi.json lists what there is.",
    405: "This address does not answer this method. The Allow header names those that it does.",
    413: "This request is too large. A draft may have 100,000 characters, a whole request 2 MiB.",
    414: "This address is too long. Shorten the search text.",
    415: "Send the body as JSON, with the header Content-Type: application/json.",
    416: "This part of the answer does not exist. Ask for the whole of it.",
    431: "The headers of this request are too large. Send only those that Pitch In asks for.",
}
_UNEXPECTED = (
    "Something went wrong inside Pitch In. Try again; if it happens again, run `python -m agent doctor` "
    "and report the lines that the agent printed."
)


class Problem(Exception):  # noqa: N818 (the word of RFC 9457)
    """An error that the caller is told about: what is wrong, and what to do, in `detail`."""

    status: ClassVar[int] = 400

    def __init__(
        self,
        detail: str,
        *,
        status: int | None = None,
        errors: list[FieldError] | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(detail)
        self.detail = detail
        self.code = status or self.status
        self.errors = errors
        self.headers = dict(headers or {})

    @property
    def title(self) -> str:
        """The name of the status, as RFC 9457 wants it for problems of no type of their own."""
        return HTTPStatus(self.code).phrase

    def document(self) -> ProblemDocument:
        """What the caller reads."""
        return ProblemDocument(
            type="about:blank", title=self.title, status=self.code, detail=self.detail, errors=self.errors
        )


class _Usual(Problem):
    """A problem that Flask met before any code of ours: its status says it all."""


class NotFound(Problem):
    """What was asked for isn't in the log."""

    status = 404


class Conflict(Problem):
    """What was asked for contradicts what is stored."""

    status = 409


class Invalid(Problem):
    """A value that doesn't fit."""

    status = 422


def refuse(error: ValidationError) -> NoReturn:
    """Raise `Invalid`, which names each value that doesn't fit, without repeating it."""
    errors = [
        FieldError(field=".".join(map(str, found["loc"])) or "body", message=found["msg"])
        for found in error.errors(include_url=False, include_context=False, include_input=False)
    ]
    named = ", ".join(dict.fromkeys(each.field for each in errors))
    raise Invalid(f"Correct what does not fit ({named}) and send it again.", errors=errors)


def response_for(problem: Problem) -> Response:
    """The problem as JSON under /v1, as a page elsewhere."""
    response = _as_json(problem) if asks_api() else _as_page(problem)
    response.status_code = problem.code
    response.headers.update(problem.headers)
    return response


def asks_api() -> bool:
    """Whether the request is for the HTTP interface, not for a page."""
    return request.path == "/v1" or request.path.startswith("/v1/")


def handle_problems(app: Flask, page: Page) -> None:
    """Answer every error of `app` in the one shape, and with `page` outside /v1."""
    app.extensions[_PAGE] = page
    app.register_error_handler(Problem, response_for)
    app.register_error_handler(HTTPException, _http_error)
    app.register_error_handler(sqlite3.Error, _log_error)
    app.register_error_handler(Exception, _unexpected)


def _as_json(problem: Problem) -> Response:
    body = problem.document().model_dump_json(exclude_none=True)
    return Response(body, content_type="application/problem+json")


def _as_page(problem: Problem) -> Response:
    page: Page = current_app.extensions[_PAGE]
    try:
        return current_app.make_response(
            page(problem.code, None if isinstance(problem, _Usual) else problem.detail)
        )
    except sqlite3.Error as error:
        # The page's look is a setting, and settings are in the log: without it, say it plainly.
        report(error, "answering a request")
        return Response(problem.detail, content_type="text/plain; charset=utf-8")


def _http_error(error: HTTPException) -> ResponseReturnValue:
    code = error.code or 500
    if code < 400:
        return error.get_response()
    headers = {key: value for key, value in error.get_headers() if key in ("Allow", "Retry-After")}
    return response_for(_Usual(_ADVICE.get(code, _UNEXPECTED), status=code, headers=headers))


def _log_error(error: sqlite3.Error) -> Response:
    kind = getattr(error, "sqlite_errorname", "")
    if kind.startswith("SQLITE_FULL"):
        return response_for(
            Problem("The disk is full, so nothing was logged. Make room and try again.", status=507)
        )
    if kind.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return response_for(
            Problem(
                "The log is in use by another program. Close it there and try again.",
                status=503,
                headers={"Retry-After": "2"},
            )
        )
    report(error, "answering a request")
    return response_for(
        Problem(
            "The log could not be read or written. Run `python -m agent doctor`: it says what is wrong.",
            status=500,
        )
    )


def _unexpected(error: Exception) -> Response:
    report(error, "answering a request")
    return response_for(_Usual(_UNEXPECTED, status=500))
