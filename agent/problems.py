"""Errors that the caller is told about. Services raise them; `agent.error_answers` sends them."""

from collections.abc import Mapping
from http import HTTPStatus
from typing import ClassVar, NoReturn

from pydantic import ValidationError

from agent.schemas.problems import FieldError, ProblemDocument


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


class NotFound(Problem):
    """What was asked for isn't in the log."""

    status = 404


class Conflict(Problem):
    """What was asked for contradicts what is stored."""

    status = 409


class Gone(Problem):
    """What is sent was deleted here, and stays so."""

    status = 410


class Invalid(Problem):
    """A value that doesn't fit."""

    status = 422


class TooOften(Problem):
    """What was asked for too often; it may be asked again in `wait` seconds."""

    status = 429

    def __init__(self, detail: str, *, wait: int) -> None:
        super().__init__(detail, headers={"Retry-After": str(wait)})


class Unavailable(Problem):
    """What is needed for an answer isn't there."""

    status = 503


class NoRoom(Problem):
    """What is sent can't be kept on the disk."""

    status = 507


def refuse(error: ValidationError) -> NoReturn:
    """Raise `Invalid`, which names each value that doesn't fit, without repeating it."""
    errors = [
        FieldError(field=".".join(map(str, found["loc"])) or "body", message=found["msg"])
        for found in error.errors(include_url=False, include_context=False, include_input=False)
    ]
    named = ", ".join(dict.fromkeys(each.field for each in errors))
    raise Invalid(f"Correct what does not fit ({named}) and send it again.", errors=errors)
