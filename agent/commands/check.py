"""`python -m agent check`."""

from contextlib import closing
from pathlib import Path
from typing import Any, BinaryIO

import click

import nlp
from agent.commands import _options
from agent.commands._printing import plain
from agent.schemas.fields import MAX_TEXT
from agent.services.settings import Settings, Wishes, usual_wishes
from agent.store import Log
from agent.store.folder import LOG_NAME
from agent.trouble import Trouble
from agent.typed import command_line
from nlp import Context, Review
from nlp.offsets import Utf16Offsets, utf16_length

_FLAGGED = ("me_too", "promotion")


class _FileWithADraft(click.File):
    """Takes a path; whoever gives the draft in its place is told where drafts go."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        try:
            return super().convert(value, param, ctx)
        except RuntimeError:
            raise click.UsageError("There is no standard input to read a draft from: name a FILE.") from None
        except click.BadParameter as error:
            line = command_line("check")
            raise click.UsageError(
                f"{error.message}. To check a draft without a file, pipe it: echo 'Great post!' | {line}"
            ) from None


@click.command("check")
@click.argument("file", type=_FileWithADraft("rb"), default="-")
@click.option("--answering", metavar="TEXT", help="The post that the draft answers.")
@click.option("--json", "as_json", is_flag=True, help="Print the review as JSON.")
@_options.data_dir
def command(file: BinaryIO, answering: str | None, as_json: bool, data_dir: Path) -> int:
    """Read a draft from FILE, or from standard input, and say what it brings.

    Ends with 0 when the draft is fine, 1 when it is flagged or holds an open blank, 2 when it can't be read.
    """
    draft = _text(file.read())
    if not draft.strip():
        raise Trouble("There is nothing to check: the draft is empty.")
    # Bytes of another encoding come from the shell as lone surrogates.
    parent = None if answering is None else _text(answering.encode("utf-8", "surrogateescape"))
    review = nlp.load().review(draft, Context(parent_text=parent), **_wishes(data_dir))
    click.echo(review.model_dump_json(indent=2) if as_json else _told(draft, review))
    return int(review.verdict in _FLAGGED or bool(review.open_blanks))


def _text(data: bytes) -> str:
    try:
        text = data.decode("utf-8-sig").strip("\r\n")
    except UnicodeDecodeError:
        raise Trouble("This is not a text in UTF-8: save it as UTF-8 and try again.") from None
    if utf16_length(text) > MAX_TEXT:
        raise Trouble(f"This text is too long: a draft may have {MAX_TEXT:,} characters.")
    return text


def _wishes(data_dir: Path) -> Wishes:
    """What the person set in the viewer; no log is made for a mere question."""
    if not (data_dir / LOG_NAME).exists():
        return usual_wishes()
    with closing(Log(data_dir)) as log:
        return Settings(log).wishes()


def _told(draft: str, review: Review) -> str:
    lines = [f"{review.headline} ({review.verdict}, {review.confidence:.0%} sure)"]
    place = Utf16Offsets(draft).code_points
    for signal in review.signals:
        marked = (draft[place(span.start) : place(span.end)] for span in signal.spans)
        words = " … ".join(map(plain, marked))
        mark = "-" if signal.kind == "flag" else "+"
        lines.append(f"  {mark} {signal.name}{f' “{words}”' if words else ''}: {signal.reason}")
    for number, suggestion in enumerate(review.suggestions, 1):
        lines += ["", f"Suggestion {number} ({suggestion.move}): {suggestion.why}"]
        lines += [f"    {plain(line)}" for line in suggestion.text.splitlines()]
    return "\n".join(lines)
