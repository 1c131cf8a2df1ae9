"""`python -m agent import`."""  # noqa: N999 (a command's file has its name)

import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import click

from agent.commands import _options
from agent.commands._printing import plain, posts, shortened
from agent.importers import Archive, Importer, Wishes, open_archive, recognise, size_to_read
from agent.importers.spreadsheet import FACTS
from agent.only_one import running_at
from agent.services.imports import PROBLEMS, Imports, Report
from agent.services.settings import Settings
from agent.store import Log, folder
from agent.trouble import Trouble
from agent.typed import command_line


def _columns(_context: click.Context, _option: click.Parameter, said: tuple[str, ...]) -> dict[str, str]:
    """`text=Post body` as a pair; a sentence where there is no `=`, or a fact that no table tells of."""
    pairs = [each.partition("=") for each in said]
    wrong = next((name for name, mark, column in pairs if not (name and mark and column)), None)
    if wrong is not None:
        raise Trouble(
            f"Write --column as fact=name of the column, like --column text=Message, not “{wrong}”."
        )
    columns = {name.strip(): column for name, _, column in pairs}
    unknown = next((name for name in columns if name not in FACTS), None)
    if unknown is not None:
        facts = f"{', '.join(FACTS[:-1])} and {FACTS[-1]}"
        raise Trouble(f"--column can't tell “{unknown}” of a table: it takes the columns of {facts}.")
    return columns


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--me", metavar="NAME", help="Your name in the export, where it holds posts of several people.")
@click.option("--site", metavar="NAME", help="The site that a table (CSV) is of.")
@click.option(
    "--column",
    "columns",
    multiple=True,
    metavar="FACT=NAME",
    callback=_columns,
    help=f"In a table, the column that holds the {', '.join(FACTS[:-1])} or {FACTS[-1]}.",
)
@_options.data_dir
def command(file: Path, me: str | None, site: str | None, columns: dict[str, str], data_dir: Path) -> int:
    """Import what you posted before from FILE: an export of a site, as a zip, a folder or a single file.

    Each post comes into the log once, however often you import it, and with it the likes and the like that
    the export tells of. Ctrl+C stops; the same line goes on from there. Ends with 1 when something waits
    for an answer of yours.
    """
    wishes = Wishes(me=me, site=site, columns=columns)
    with open_archive(file) as archive:
        importers = recognise(archive)
        folder.prepare(data_dir)
        with closing(Log(data_dir)) as log:
            report = Report(tuple(each.title for each in importers), size_to_read(archive, importers))
            try:
                _run(Imports(log, Settings(log)), archive, importers, wishes, report)
            except KeyboardInterrupt:
                click.echo("\n".join([*_told(report), "Stopped. The same line goes on from here."]))
                return 130
    click.echo("\n".join(_told(report)))
    if report.new:
        click.echo(_reviewed_when(data_dir))
    return int(bool(report.problems["unanswered"]))


def _run(
    imports: Imports, archive: Archive, importers: tuple[Importer, ...], wishes: Wishes, report: Report
) -> None:
    label = f"Importing from {', '.join(report.titles)}"
    with click.progressbar(
        length=report.size, label=label, file=sys.stderr, hidden=not sys.stderr.isatty()
    ) as bar:
        for _ in imports.run(archive, importers, wishes, report):
            bar.update(report.read - bar.pos)


def _reviewed_when(data_dir: Path) -> str:
    if address := running_at(data_dir):
        return f"Pitch In runs at {address}: it begins to review them within a minute."
    return f"They are reviewed from the next start of Pitch In on: `{command_line('serve', data_dir)}`."


def _told(report: Report) -> Iterator[str]:
    yield f"{', '.join(report.titles)}: {posts(report.new)} imported, {report.known:,} known already."
    if report.counted:
        yield f"What came back is known for {posts(report.counted)}."
    if report.counts_without_post:
        yield (
            f"Counts of {posts(report.counts_without_post)} that the log doesn't hold were left out: import "
            "the posts first, then this again."
        )
    for why, number in report.left_out.most_common():
        yield f"Left out: {number:,}. {report.reasons[why]}"
    for kind, number in report.problems.most_common():
        yield f"Problems: {number:,} {PROBLEMS[kind]}. For example:"
        for example in report.examples[kind]:
            yield f"  {shortened(example.where, 100)}: {plain(example.sentence)}"
    if report.problems["unanswered"]:
        yield "Answer with --me NAME, --site NAME or --column FACT=NAME."
