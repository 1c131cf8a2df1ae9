"""Fifty tabs type at once: `python -m tests.bench.load [--tabs 50] [--minutes 10] [--reviews 10000]`.

Every draft, and what it answers, has words that nobody typed before, as names and slips of the pen are: three
each, or as many as `--new-words` says. Prints how many reviews were asked for and answered, whether each is
the very one that its draft gets alone, the seconds that an answer took, and the agent's memory after a tenth
of the reviews and at the end. Exit code 1 where one was lost or differs, or the memory grew by more than 5 %.
"""

import random
import statistics
import sys
import tempfile
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import click

from tests.agent_process import RunningAgent, start_agent

SENTENCES = (
    "We moved our queue to Postgres in March and the p95 fell from 900 to 120 ms.",
    "Which of the two did you keep after the first year?",
    "Great post, thanks for sharing!",
    "I tried the same with 40 volunteers, and only nine of them ever posted.",
    "Check out my new course, link in bio, only today!!!",
)
MOST_GROWTH = 0.05
LOOKED_AT_AGAIN = 100


def draft_of(tab: int, number: int, new_words: int = 3) -> dict[str, object]:
    """A draft like no other, longer and shorter in turn, and what it answers."""
    words = random.Random(f"{tab} {number}")  # noqa: S311 - words, not secrets
    new = ["".join(words.choices("abcdefghijklmnopqrstuvwxyz", k=9)) for _ in range(2 * new_words)]
    said = [SENTENCES[(tab + number + each) % len(SENTENCES)] for each in range(words.randint(1, 6))]
    parent = f"How did the {' '.join(new[:new_words])} go for you?"
    draft = f"{' '.join(said)} {' '.join(new[new_words:])}"
    return {"draft": draft, "context": {"kind": "reply", "parent_text": parent}}


@dataclass
class Tab:
    """One tab: it types a draft, is answered, types on."""

    number: int
    new_words: int
    asked: int = 0
    answers: list[tuple[int, Any]] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)

    def type(self, agent: RunningAgent, key: str, most: int, pause: float) -> None:
        """Ask about so many drafts, one every so many seconds, or later where answers take longer."""
        begun = time.monotonic()
        for number in range(most):
            time.sleep(max(0, begun + (number + self.number % 10 / 10) * pause - time.monotonic()))
            started = time.monotonic()
            self.asked += 1
            answer = agent.call("POST", "/v1/reviews", draft_of(self.number, number, self.new_words), key=key)
            self.seconds.append(time.monotonic() - started)
            if answer.status_code == 200:
                self.answers.append((number, answer.json()))


def memory(agent: RunningAgent) -> float:
    """MB resident."""
    lines = Path(f"/proc/{agent.process.pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS"))


@click.command()
@click.option("--tabs", default=50, show_default=True)
@click.option("--minutes", default=10.0, show_default=True)
@click.option("--reviews", default=10_000, show_default=True)
@click.option("--new-words", default=3, show_default=True)
def main(tabs: int, minutes: float, reviews: int, new_words: int) -> None:
    """Let them type."""
    typing = [Tab(number, new_words) for number in range(tabs)]
    each = -(-reviews // tabs)
    with tempfile.TemporaryDirectory() as folder:
        agent = start_agent(Path(folder)).wait_until_ready()
        key = agent.pair()
        begun = time.monotonic()
        threads = [
            threading.Thread(target=tab.type, args=(agent, key, each, minutes * 60 / each)) for tab in typing
        ]
        for thread in threads:
            thread.start()
        warm = None
        for thread in threads:
            while thread.is_alive():
                thread.join(1)
                if warm is None and sum(len(tab.answers) for tab in typing) >= reviews / 10:
                    warm = memory(agent)
        end, took = memory(agent), time.monotonic() - begun
        strangers = sum(of_another(tab, agent, key, LOOKED_AT_AGAIN // tabs + 1) for tab in typing)
        agent.stop()
    sys.exit(0 if tell(typing, took, strangers, warm or end, end) else 1)


def of_another(tab: Tab, agent: RunningAgent, key: str, some: int) -> int:
    """How many of some answers differ from what the same draft gets alone."""
    looked_at = random.Random(tab.number).sample(tab.answers, min(some, len(tab.answers)))  # noqa: S311
    return sum(
        agent.call("POST", "/v1/reviews", draft_of(tab.number, number, tab.new_words), key=key).json()
        != answer
        for number, answer in looked_at
    )


def tell(typing: list[Tab], took: float, strangers: int, warm: float, end: float) -> bool:
    """Print what was seen; whether it is what was promised."""
    seconds = sorted(second for tab in typing for second in tab.seconds)
    asked, answered = sum(tab.asked for tab in typing), sum(len(tab.answers) for tab in typing)
    click.echo(
        f"{len(typing)} tabs asked for {asked} reviews in {took / 60:.1f} min; lost: {asked - answered}"
    )
    click.echo(f"answers that differ from what the same draft gets alone: {strangers}")
    slow = seconds[int(len(seconds) * 0.95)]
    click.echo(f"seconds: median {statistics.median(seconds):.3f}, p95 {slow:.3f}, slowest {seconds[-1]:.2f}")
    click.echo(f"memory: {warm:.0f} MB after a tenth, {end:.0f} MB at the end ({end / warm - 1:+.1%})")
    return asked == answered and not strangers and end <= warm * (1 + MOST_GROWTH)


if __name__ == "__main__":
    main()
