"""How long each page takes on a log of 100,000 posts: `python -m tests.agent.viewer.page_times`.

Beside the pages, measured in turn with them: `SELECT count(*) FROM posts` on the same file, and a bare Flask
page. All of it runs in one process, through the whole app (guards, sign-in, templates), without a socket.
Times of the clock grow when other programs keep the processors busy; those of the processor hardly do.
"""

import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import click
from flask import Flask

from agent.app import create_app
from agent.services import Services
from agent.store import Log
from tests.agent.made.log import MadeLog
from tests.agent.viewer.pages import viewer_pages
from tests.agent.viewer.reading import HOST

ADDRESS = "http://" + HOST
WARM = 2
"""Rounds before the measured ones."""
MORE = {
    "history, a common word": "/history?q=the",
    "history, two words": "/history?q=mesh+network&answers=some",
    "history, a rare signal on a rare site": "/history?signal=thanks&site=isso",
    "history, page 2 of a verdict": "/history?verdict=promotion",
    "insights, all time": "/insights?period=all",
    "picture of an insight": "/insights/signal.svg?period=all",
    "picture of this week": "/home/week.svg",
    "answers of all time": "/conversations?days=36500",
}


def opened(services: Services) -> Callable[[str], int]:
    """Opens pages as the signed-in person; returns the status."""
    client = create_app(services).test_client()
    headers = {"Host": HOST, "Sec-Fetch-Site": "same-origin"}
    client.get(services.sessions.new_link().removeprefix(ADDRESS), headers=headers)

    def open_page(path: str) -> int:
        with client.get(path, headers=headers) as answer:
            answer.get_data()
            if answer.status_code >= 500:
                raise click.ClickException(f"{path} answered {answer.status_code}.")
            return answer.status_code

    return open_page


def settle(services: Services) -> float:
    """Let the background work be done that a running agent does by itself; how long the insights took."""
    while services.conversations.catch_up() or services.people.catch_up() or services.earlier.catch_up():
        pass
    began = time.perf_counter()
    drawn = services.insights.now()
    for period in ("quarter", "year", "all"):
        drawn.found(period)  # type: ignore[arg-type]
    return time.perf_counter() - began


def bare_page() -> Callable[[], object]:
    """The least that Flask can do."""
    app = Flask("bare")
    app.add_url_rule("/", view_func=lambda: "<!doctype html><title>Bare</title>")
    client = app.test_client()
    return lambda: client.get("/").get_data()


@click.command()
@click.option("--posts", default=100_000, show_default=True)
@click.option("--rounds", default=7, show_default=True)
@click.option("--folder", type=click.Path(path_type=Path), help="Where a made log lies already.")
def main(posts: int, rounds: int, folder: Path | None) -> None:
    """Measure, and print milliseconds: the median and the largest of each page."""
    with tempfile.TemporaryDirectory() as made:
        log = Log(folder or Path(made))
        if folder is None:
            MadeLog(posts, until=datetime.now(UTC)).write(log)
        services = Services.on(log, ADDRESS)
        services.reviewing.review("Ready?")
        cold = settle(services)
        with log.reading() as db:
            sql = "SELECT posts.id FROM posts JOIN engagement ON post = number ORDER BY number DESC"
            (post_id,) = db.execute(sql).fetchone()
        month = f"/report/{datetime.now(UTC):%Y/%-m}"
        every = viewer_pages(post_id) | MORE | {"report": month, "picture of a month": month + ".svg"}
        signals = [name for name in every if name.startswith("signal ")]
        pages = {name: path for name, path in every.items() if name not in signals[1:]}
        open_page = opened(services)

        def count() -> object:
            with log.reading() as db:
                return db.execute("SELECT count(*) FROM posts").fetchone()

        measured: dict[str, Callable[[], object]] = {
            "SELECT count(*) FROM posts": count,
            "a bare Flask page": bare_page(),
            **{name: (lambda path=path: open_page(path)) for name, path in pages.items()},
        }
        times: dict[str, list[float]] = {name: [] for name in measured}
        worked: dict[str, list[float]] = {name: [] for name in measured}
        for number in range(WARM + rounds):
            for name, run in measured.items():
                began, busy = time.perf_counter(), time.process_time()
                run()
                if number >= WARM:
                    times[name].append(1000 * (time.perf_counter() - began))
                    worked[name].append(1000 * (time.process_time() - busy))
        click.echo("Milliseconds: by the clock, median and largest; of the processor, median and largest")
        for name in measured:
            figures = [figure(each[name]) for each in (times, worked) for figure in (statistics.median, max)]
            click.echo(" ".join(f"{figure:8.1f}" for figure in figures) + f"  {name}")
        click.echo(
            f"{posts:,} posts, {len(pages)} pages, {rounds} rounds. Reading the log anew, which happens"
        )
        click.echo(f"in the background after a change: {cold:.1f} s.")
        for clock, taken in (("By the clock", times), ("Of the processor", worked)):
            medians = [statistics.median(taken[name]) for name in pages]
            largest = max(max(taken[name]) for name in pages)
            click.echo(
                f"{clock}: median of the pages' medians {statistics.median(medians):.0f} ms (at most 100 ms"
            )
            click.echo(f"wanted), the largest of all {largest:.0f} ms (at most 300 ms).")
        log.close()


if __name__ == "__main__":
    main()
