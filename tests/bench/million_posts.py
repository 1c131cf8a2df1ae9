"""What a person waits for with 1,000,000 posts, beside 10,000: history, a search, a check, the insights.

Medians in one run, in turn on both logs. The logs are made in `--folder` where they aren't there yet.
"""

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from random import Random

import click

from agent.services import Services
from agent.services.history import Asked
from agent.services.insights import Insights
from agent.store import Log

MOST = 2.0
"""Times the time at the smaller log."""

Doing = Callable[[Services, str], object]


def _page(services: Services, _: str) -> object:
    return services.history.page(Asked(), None, 25)


def _later_page(services: Services, _: str) -> object:
    cursor = services.history.page(Asked(site="mastodon"), None, 25).next
    return services.history.page(Asked(site="mastodon"), cursor, 25)


def _search(services: Services, text: str) -> object:
    first, second, *_ = sorted(set(text.split()), key=len, reverse=True)
    return services.history.page(Asked(q=f"{second} {first}"), None, 25)


def _search_one_word(services: Services, text: str) -> object:
    return services.history.page(Asked(q=max(text.split(), key=len)), None, 25)


def _best_matches(services: Services, text: str) -> object:
    return services.history.page(Asked(q=max(text.split(), key=len)), None, 25, "best")


def _check(services: Services, text: str) -> object:
    return services.earlier.history(text)


def _insights(services: Services, _: str) -> object:
    drawn = services.insights.now()
    return drawn.found("quarter")


DOINGS: dict[str, Doing] = {
    "a page of history": _page,
    "a later page of one site": _later_page,
    "a search for two words": _search,
    "a search for one word": _search_one_word,
    "a search for the best matches": _best_matches,
    "a check against earlier posts": _check,
    "the insights of a quarter": _insights,
}


def made(folder: Path, posts: int) -> Services:
    """A log of so many posts, with its hashes kept."""
    data = folder / str(posts)
    if not data.exists():
        line = [sys.executable, "-m", "tests.agent.made.log", str(data), "--posts", str(posts)]
        subprocess.run(line, check=True)
    services = Services.on(Log(data), "")
    while services.earlier.catch_up():
        pass
    return services


def texts_of(services: Services, chance: Random, number: int) -> list[str]:
    """Texts of posts from all over the log."""
    with services.log.reading() as db:
        (last,) = db.execute("SELECT max(number) FROM posts").fetchone()
        numbers = [chance.randint(1, last) for _ in range(10 * number)]
        marks = ", ".join("?" * len(numbers))
        texts = db.execute(f"SELECT text FROM posts WHERE number IN ({marks})", numbers)  # noqa: S608
        return [text for (text,) in texts if len(set(text.split())) > 3][:number]


def _read_anew(services: Services) -> float:
    """Seconds of what is done in the background when the log has changed: every post is looked at."""
    begun = time.process_time()
    Insights(services.log).now().found("quarter")
    return time.process_time() - begun


@click.command()
@click.option("--posts", default=1_000_000, show_default=True)
@click.option("--beside", default=10_000, show_default=True)
@click.option("--turns", default=15, show_default=True)
@click.option("--folder", type=click.Path(path_type=Path), help="Where the logs are kept for the next time.")
def main(posts: int, beside: int, turns: int, folder: Path | None) -> None:
    """Measure."""
    with tempfile.TemporaryDirectory() as elsewhere:
        small, large = (made(folder or Path(elsewhere), number) for number in (beside, posts))
        with closing(small.log), closing(large.log):
            ratios = [_compared(name, doing, small, large, turns) for name, doing in DOINGS.items()]
            before, after = (_read_anew(services) for services in (small, large))
            click.echo(
                f"not waited for, the log read anew for the insights: {before:.2f} s, then {after:.2f} s"
            )
    sys.exit(max(ratios) > MOST)


def _compared(name: str, doing: Doing, small: Services, large: Services, turns: int) -> float:
    times: dict[int, list[float]] = {0: [], 1: []}
    texts = [texts_of(services, Random(5), turns) for services in (small, large)]  # noqa: S311
    for services in (small, large):
        doing(services, texts[0][0])
    for turn in range(turns):
        for which, services in enumerate((small, large)):
            text = texts[which][turn % len(texts[which])]
            begun = time.process_time()
            doing(services, text)
            times[which].append(time.process_time() - begun)
    before, after = (1000 * statistics.median(times[which]) for which in (0, 1))
    ratio = after / before if before else float("inf")
    click.echo(f"{name}: {before:.2f} ms, then {after:.2f} ms, ratio {ratio:.2f} (at most {MOST})")
    return ratio


if __name__ == "__main__":
    main()
