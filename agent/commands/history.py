"""`python -m agent history`."""

from pathlib import Path
from typing import get_args

import click

from agent.commands import _options
from agent.commands._printing import plain, shortened
from agent.schemas.posts import Order
from nlp.review import Verdict


@click.command("history")
@click.option("--search", "words", metavar="WORDS", help="Only posts that hold these words, or answer them.")
@click.option("--best", is_flag=True, help="With --search: what matches best first, not what is newest.")
@click.option("--site", help="Only posts on this site.")
@click.option("--verdict", type=click.Choice(get_args(Verdict)), help="Only posts with this verdict.")
@click.option("--limit", type=click.IntRange(1, 200), default=20, show_default=True, help="Most posts shown.")
@click.option("--json", "as_json", is_flag=True, help="Print a JSON object a line.")
@_options.data_dir
def command(
    words: str | None,
    best: bool,
    site: str | None,
    verdict: str | None,
    limit: int,
    as_json: bool,
    data_dir: Path,
) -> None:
    """List what you posted, newest first."""
    if best and not (words or "").strip():
        raise click.UsageError("Nothing matches best without words: add --search WORDS, or leave --best out.")
    with _options.existing_log(data_dir) as services:
        order: Order = "best" if best else "newest"
        posts = services.posts.search(words, site, verdict, order, limit=limit).items
    for post in posts:
        if as_json:
            click.echo(post.model_dump_json())
        else:
            where = plain(post.context.site or "-")
            click.echo(
                f"{post.posted_at:%Y-%m-%d %H:%M}Z  {post.verdict:<11}  {where}  {shortened(post.text, 80)}"
            )
    if not posts and not as_json:
        click.echo("No post matches." if words or site or verdict else "Nothing is logged yet.")
