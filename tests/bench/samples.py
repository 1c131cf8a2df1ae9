"""Every sample of an export in a folder, imported twice: what each brought, and that nothing is doubled.

The samples lie beside the project (`../shared/exports`), a folder for each; `--show` prints every post with
what was read of it, to be held beside the sample.
"""

import sys
import tempfile
from contextlib import closing
from pathlib import Path

import click

from agent.importers import Wishes, open_archive, recognise, size_to_read
from agent.services.imports import Imports, Report
from agent.services.settings import Settings
from agent.store import Log
from agent.trouble import Trouble

_SAMPLES = Path(__file__).parents[3] / "shared" / "exports"
_SHOWN = """
SELECT site, kind, posted_at, permalink, page_url, parent_author, thread_title, substr(text, 1, 70),
    (SELECT coalesce(likes, '?') || '/' || coalesce(replies, '?') || '/' || coalesce(shares, '?') || '/' ||
     coalesce(views, '?') FROM engagement WHERE post = number LIMIT 1)
FROM posts ORDER BY number
"""


def imported(log: Log, sample: Path, wishes: Wishes) -> Report:
    """What comes of one import."""
    with open_archive(sample) as archive:
        known = recognise(archive)
        report = Report(tuple(each.title for each in known), size_to_read(archive, known))
        for _ in Imports(log, Settings(log)).run(archive, known, wishes, report):
            pass
    return report


def told(sample: Path, wishes: Wishes, show: bool) -> bool:
    """Say what a sample brought; whether the second time added nothing."""
    with tempfile.TemporaryDirectory() as folder, closing(Log(Path(folder))) as log:
        try:
            first, second = (imported(log, sample, wishes) for _ in range(2))
        except Trouble as trouble:
            click.echo(f"{sample.name}: refused. {trouble}")
            return True
        doubled = second.new + second.counted
        click.echo(
            f"{sample.name}: {', '.join(first.titles)}; {first.new} posts, {first.counted} with counts, "
            f"{first.counts_without_post} counts without a post, left out {dict(first.left_out)}, problems "
            f"{dict(first.problems)}; a second time {doubled} new"
        )
        if show:
            with log.reading() as db:
                for row in db.execute(_SHOWN):
                    click.echo("    " + " | ".join("-" if value is None else str(value) for value in row))
        return not doubled


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, exists=True), default=_SAMPLES)
@click.option("--me", help="Who the person is, where a sample asks.")
@click.option("--show", is_flag=True, help="Print every post.")
def main(folder: Path, me: str | None, show: bool) -> None:
    """Measure."""
    fine = [told(sample, Wishes(me=me), show) for sample in sorted(folder.iterdir()) if sample.is_dir()]
    click.echo(f"{len(fine)} samples, {len(fine) - sum(fine)} of which doubled something")
    sys.exit(not all(fine))


if __name__ == "__main__":
    main()
