"""Fifty tabs type at once: `python -m tests.bench.load [--tabs 50] [--minutes 10] [--reviews 10000]`.

Prints how many reviews were asked for and answered, whether every answer fits its own draft, the
median and the slowest answer, and the agent's memory after a tenth of the time and at the end.
"""

import statistics
import tempfile
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

import click

from tests.agent_process import RunningAgent, start_agent

SENTENCES = (
    "We moved our queue to Postgres in March and the p95 fell from 900 to 120 ms.",
    "Which of the two did you keep after the first year?",
    "Great post, thanks for sharing!",
    "I tried the same with 40 volunteers, and only nine of them ever posted.",
    "Check out my new course, link in bio, only today!!!",
)


def draft_of(tab: int, number: int) -> str:
    """A draft like no other, longer and shorter in turn."""
    sentence = SENTENCES[(tab + number) % len(SENTENCES)]
    return f"{sentence} {tab}-{number} {'so ' * (number % 40)}"


@dataclass
class Tab:
    """One tab: it types a draft, is answered, types on."""

    number: int
    asked: int = 0
    answered: int = 0
    fits: bool = True
    seconds: list[float] = field(default_factory=list)

    def type(self, agent: RunningAgent, key: str, until: float, most: int) -> None:
        """Type until the time or the number of reviews is up."""
        while time.monotonic() < until and self.asked < most:
            draft = draft_of(self.number, self.asked)
            started = time.monotonic()
            self.asked += 1
            answer = agent.call("POST", "/v1/reviews", {"draft": draft}, key=key)
            self.seconds.append(time.monotonic() - started)
            if answer.status_code == 200:
                self.answered += 1
                length = len(draft)
                spans = [span for signal in answer.json()["signals"] for span in signal["spans"]]
                self.fits &= all(span["end"] <= length for span in spans)


def memory(agent: RunningAgent) -> float:
    """MB resident."""
    lines = Path(f"/proc/{agent.process.pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS"))


@click.command()
@click.option("--tabs", default=50)
@click.option("--minutes", default=10.0)
@click.option("--reviews", default=10_000)
def main(tabs: int, minutes: float, reviews: int) -> None:
    """Let them type."""
    with tempfile.TemporaryDirectory() as folder:
        agent = start_agent(Path(folder)).wait_until_ready()
        key = agent.pair()
        until = time.monotonic() + minutes * 60
        typing = [Tab(number) for number in range(tabs)]
        most = -(-reviews // tabs)
        threads = [threading.Thread(target=tab.type, args=(agent, key, until, most)) for tab in typing]
        for thread in threads:
            thread.start()
        warm = None
        while any(thread.is_alive() for thread in threads):
            answered = sum(tab.answered for tab in typing)
            if warm is None and answered >= reviews / 10:
                warm = memory(agent)
            click.echo(f"\r{answered} reviews, {memory(agent):.0f} MB", nl=False)
            threads[0].join(1)
            for thread in threads:
                thread.join(0.01)
        end = memory(agent)
        agent.stop()
    tell(typing, warm or end, end)


def tell(typing: list[Tab], warm: float, end: float) -> None:
    """Print what was seen."""
    seconds = sorted(second for tab in typing for second in tab.seconds)
    asked, answered = sum(tab.asked for tab in typing), sum(tab.answered for tab in typing)
    click.echo(f"\r{len(typing)} tabs asked for {asked} reviews and got {answered}; lost: {asked - answered}")
    click.echo(f"every answer fits its own draft: {all(tab.fits for tab in typing)}")
    click.echo(f"seconds: median {statistics.median(seconds):.2f}, slowest {seconds[-1]:.2f}")
    click.echo(f"memory: {warm:.0f} MB after a tenth, {end:.0f} MB at the end ({end / warm - 1:+.1%})")


if __name__ == "__main__":
    main()
