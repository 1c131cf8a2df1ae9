"""Makes calls of every shape, allowed by the served description and not, with Schemathesis:
`python -m tests.promises.fuzz [--calls 10000] [--seed 1]`.

Every answer must be one that the description names, in the shape that it gives, and none a failure of the
agent's own (5xx). What breaks the description must be refused. Prints a line for each round and every breach;
exit code 1 where there was one.
"""

import re
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import click
import requests

from tests.agent.calls import new_id, new_post
from tests.agent_process import RunningAgent, start_agent

# All that Schemathesis checks but that everything of the right shape is accepted: a cursor of another log, or
# a post that isn't there, has the right shape, and is refused by a sentence. That what has a wrong shape is
# refused is checked where it is surely wrong: a random value may look right on the wire, as a list of one.
CONFIGURATION = """
checks.positive_data_acceptance.enabled = false
phases.coverage.generate-duplicate-query-parameters = true
phases.fuzzing.checks.negative_data_rejection.enabled = false
phases.stateful.checks.negative_data_rejection.enabled = false
"""
ALL = "^/v1/(?!data$)"
FOR_THE_VIEWER = "^/v1/(imports|export|retention)"
EVERYTHING_GONE = "^/v1/data$"
"""Ends the session of who asks, so it is asked for at the end."""


@dataclass(frozen=True)
class Round:
    """How many calls were made, and what Schemathesis said about those that weren't answered as described."""

    calls: int
    held: bool
    said: str


def as_browser(agent: RunningAgent) -> dict[str, str]:
    """The headers of a paired browser."""
    key = agent.pair()
    return {"Authorization": f"Bearer {key}", "Origin": agent.origins[key], "X-Pitch-In": "1"}


def as_viewer(agent: RunningAgent) -> dict[str, str]:
    """The headers of the signed-in viewer."""
    with requests.Session() as session:
        session.get(agent.new_link(), timeout=60).raise_for_status()
        cookies = "; ".join(f"{name}={value}" for name, value in session.cookies.items())
    return {"Cookie": cookies, "Sec-Fetch-Site": "same-origin", "X-Pitch-In": "1"}


def call_everything(
    agent: RunningAgent, headers: dict[str, str], paths: str, *, examples: int, seed: int
) -> Round:
    """One round over the operations at such paths: systematic calls, and so many random ones for each."""
    with tempfile.TemporaryDirectory() as folder:
        description = Path(folder, "openapi.json")
        served = requests.get(f"{agent.address}/v1/openapi.json", headers=headers, timeout=60)
        description.write_text(served.text, encoding="utf-8")
        Path(folder, "schemathesis.toml").write_text(CONFIGURATION, encoding="utf-8")
        command = [
            *(sys.executable, "-m", "schemathesis.cli", "run", description, "--url", agent.address),
            *(part for name, value in headers.items() for part in ("--header", f"{name}: {value}")),
            *("--max-examples", str(examples), "--seed", str(seed)),
            *("--phases", "examples,coverage,fuzzing,stateful", "--continue-on-failure", "--no-color"),
            *("--include-path-regex", paths),
        ]
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    made = re.search(r"(\d+) generated", done.stdout)
    breaches = done.stdout.partition(" FAILURES ")[2].partition(" WARNINGS ")[0] or done.stdout
    return Round(int(made[1]) if made else 0, done.returncode == 0, breaches + done.stderr)


def agent_with_a_post(folder: Path) -> RunningAgent:
    """An agent whose log isn't empty."""
    agent = start_agent(folder).wait_until_ready()
    agent.call("PUT", f"/v1/posts/{new_id()}", new_post(), key=agent.pair()).raise_for_status()
    return agent


@click.command()
@click.option("--calls", default=10_000, show_default=True, help="Calls to make at least.")
@click.option("--seed", default=1, show_default=True, help="The first round's; each has its own.")
def main(calls: int, seed: int) -> None:
    """Call until there were enough."""
    made, held = 0, True
    with tempfile.TemporaryDirectory() as folder:
        agent = agent_with_a_post(Path(folder))
        while made < calls:
            for name, headers in (("paired browser", as_browser(agent)), ("viewer", as_viewer(agent))):
                turn = call_everything(agent, headers, ALL, examples=50, seed=seed)
                made, held = made + turn.calls, held and turn.held
                tell(f"{name}, seed {seed}", turn)
            seed += 1
        last = call_everything(agent, as_viewer(agent), EVERYTHING_GONE, examples=50, seed=seed)
        tell("viewer, everything gone", last)
        agent.stop()
        printed = Path(folder, "agent.err").read_text(encoding="utf-8")
    click.echo(f"{made + last.calls} calls; the agent reported {printed.count('Error while')} errors")
    sys.exit(0 if held and last.held and not printed else 1)


def tell(who: str, turn: Round) -> None:
    """Print what a round came to."""
    click.echo(f"{who}: {turn.calls} calls, {'all as described' if turn.held else turn.said}")


if __name__ == "__main__":
    main()
