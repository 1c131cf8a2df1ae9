"""Takes a picture of every page, light, dark and on a phone, to be looked at: nothing of it is kept in git.

    python -m tests.screenshots.every_page [--only PART-OF-A-NAME]      into tests/.work/pages/

The log behind it is made up: 3,000 posts of six years. Beside it stands a log without a post.
"""

import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import click
from playwright.sync_api import Browser, sync_playwright

from agent.store import Log
from tests.agent.made.log import MadeLog
from tests.agent.viewer.pages import viewer_pages
from tests.agent_process import RunningAgent, start_agent
from tests.setup import browser

OUT = Path(__file__).parents[1] / ".work" / "pages"
LOOKS = {
    "light": ({"width": 1280, "height": 800}, "light"),
    "dark": ({"width": 1280, "height": 800}, "dark"),
    "phone": ({"width": 360, "height": 740}, "light"),
    "phone-dark": ({"width": 360, "height": 740}, "dark"),
}
POSTS = 3_000


@contextmanager
def agent_with(posts: int) -> Iterator[RunningAgent]:
    """A real agent whose log holds so many made-up posts."""
    with tempfile.TemporaryDirectory() as folder:
        log = Log(Path(folder) / "data")
        MadeLog(posts, until=datetime.now(UTC)).write(log)
        log.close()
        agent = start_agent(Path(folder)).wait_until_ready()
        try:
            yield agent
        finally:
            agent.stop()


def newest_post(agent: RunningAgent) -> str | None:
    """Id of an answered post, None where the log is empty."""
    connection = sqlite3.connect(agent.data_dir / "pitch-in.db")
    answered = "SELECT posts.id FROM posts JOIN engagement ON post = number WHERE replies > 2"
    found = connection.execute(f"{answered} ORDER BY posted_at DESC").fetchone()
    connection.close()
    return found[0] if found else None


def take(running: Browser, agent: RunningAgent, pages: dict[str, str], mark: str) -> None:
    """Keep a picture of each page in each look."""
    for look, (size, scheme) in LOOKS.items():
        context = running.new_context(viewport=size, color_scheme=scheme, reduced_motion="reduce")
        page = context.new_page()
        page.goto(agent.new_link())
        for name, path in pages.items():
            page.goto(agent.address + path)
            page.wait_for_load_state("networkidle")
            height = page.evaluate("document.documentElement.scrollHeight")
            page.set_viewport_size({"width": size["width"], "height": min(height, 8_000)})
            page.wait_for_function("() => [...document.images].every((image) => image.complete)")
            page.screenshot(path=OUT / f"{mark}{name.replace(',', '').replace(' ', '-')}.{look}.png")
            page.set_viewport_size(size)
        context.close()


@click.command()
@click.option("--only", default="", help="Only pages whose name holds this.")
def main(only: str) -> None:
    """Take them all."""
    OUT.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=browser.find(), args=browser.QUIET)
        for posts, mark in ((POSTS, ""), (0, "empty-")):
            with agent_with(posts) as agent:
                every = viewer_pages(newest_post(agent))
                wanted = {
                    name: path
                    for name, path in every.items()
                    if only in name
                    and (not name.startswith("signal ") or name == "signal question")
                    and (posts or "None" not in path)
                }
                take(running, agent, wanted, mark)
        running.close()
    click.echo(f"{len(list(OUT.glob('*.png')))} pictures in {OUT}")


if __name__ == "__main__":
    main()
