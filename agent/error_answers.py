"""Every error has one answer: problem+json (RFC 9457) under /v1, a page elsewhere. It says what to do.

Nothing of an unexpected exception reaches the answer.
"""

import sqlite3
from collections.abc import Callable

from flask import Flask, Response, current_app, request
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import HTTPException

from agent.problems import Problem
from agent.reporting import report
from agent.trouble import Trouble
from agent.typed import command_line

Page = Callable[[int, str | None], ResponseReturnValue]
"""Makes a page of a status and, where there is more to say than the status does, a sentence."""

_PAGE = "pitch-in problem page"

# What to do about the errors that Flask and Werkzeug raise by themselves.
_ADVICE = {
    400: "Pitch In could not read this request. Check its address and its JSON.",
    404: "There is nothing at this address. GET /v1/openapi.json lists what there is.",
    405: "This address does not answer this method. The Allow header names those that it does.",
    413: "This request is too large. A draft may have 100,000 characters, a whole request 2 MiB.",
    500: "Something went wrong inside Pitch In. Try again; if it happens again, run "
    f"`{command_line('doctor')}` and report the lines that the agent printed.",
}
_DAMAGED = (
    "The log is damaged. Stop Pitch In and start it anew: it then puts the last backup in its place, if "
    "there is one."
)
# What to do about the errors of SQLite, by the beginning of their name.
_LOG_ADVICE = {
    "SQLITE_FULL": (507, "The disk is full, so nothing was logged. Make room and try again."),
    "SQLITE_BUSY": (503, "The log is in use by another program. Close it there and try again."),
    "SQLITE_LOCKED": (503, "The log is in use by another program. Close it there and try again."),
    "SQLITE_CORRUPT": (500, _DAMAGED),
    "SQLITE_NOTADB": (500, _DAMAGED),
}
_LOG_TROUBLE = (500, f"The log could not be read or written. `{command_line('doctor')}` says what is wrong.")


class _Usual(Problem):
    """A problem met before any code of ours: its status says it all."""


def handle_errors(app: Flask, page: Page) -> None:
    """Answer every error of `app` in the one shape, and with `page` outside /v1."""
    app.extensions[_PAGE] = page
    app.register_error_handler(Problem, _answer)
    app.register_error_handler(HTTPException, _http_error)
    app.register_error_handler(sqlite3.Error, _log_error)
    app.register_error_handler(Exception, _unexpected)


def asks_api() -> bool:
    """Whether the request is for the HTTP interface, not for a page."""
    return request.path == "/v1" or request.path.startswith("/v1/")


def _answer(problem: Problem) -> Response:
    response = _as_json(problem) if asks_api() else _as_page(problem)
    response.status_code = problem.code
    response.headers.update(problem.headers)
    return response


def _as_json(problem: Problem) -> Response:
    body = problem.document().model_dump_json(exclude_none=True)
    return Response(body, content_type="application/problem+json")


def _as_page(problem: Problem) -> Response:
    page: Page = current_app.extensions[_PAGE]
    sentence = None if isinstance(problem, _Usual) else problem.detail
    try:
        return current_app.make_response(page(problem.code, sentence))
    except (sqlite3.Error, Trouble) as error:
        # The page's look is a setting, and settings are in the log: without it, say it plainly.
        report(error, "showing an error")
        return Response(problem.detail, content_type="text/plain; charset=utf-8")


def _http_error(error: HTTPException) -> ResponseReturnValue:
    code = error.code or 500
    if code < 400:
        return error.get_response()
    advice = _ADVICE.get(code, _ADVICE[400 if code < 500 else 500])
    headers = {name: value for name, value in error.get_headers() if name == "Allow"}
    return _answer(_Usual(advice, status=code, headers=headers))


def _log_error(error: sqlite3.Error) -> Response:
    name = "_".join(getattr(error, "sqlite_errorname", "").split("_")[:2])
    status, advice = _LOG_ADVICE.get(name, _LOG_TROUBLE)
    if status == 500:
        report(error, "using the log")
    headers = {"Retry-After": "2"} if status == 503 else {}
    return _answer(Problem(advice, status=status, headers=headers))


def _unexpected(error: Exception) -> Response:
    report(error, "answering a request")
    return _answer(_Usual(_ADVICE[500], status=500))
