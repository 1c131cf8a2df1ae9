"""Takes each guard out in a scratch copy and shows that its tests fail: `python -m tests.promises.mutate`.

A promise that no test misses isn't held. Prints a table; exit code 1 where a guard could be taken out unseen.
Words tried with it (`… mutate "host name" wal`) choose the guards whose description holds one of them.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import click

from tests.agent_process import ROOT
from tests.promises.guards import all_mutations
from tests.promises.mutation import Mutation

_LEFT_BEHIND = shutil.ignore_patterns(".git", ".venv", ".work", "node_modules", "__pycache__", ".*_cache")
_NODE = Path("tests", "node_modules")


@click.command()
@click.argument("words", nargs=-1)
def main(words: tuple[str, ...]) -> None:
    """Try each chosen mutation on its own, after all their tests have passed without any."""
    chosen = [each for each in all_mutations() if not words or any(word in each.guard for word in words)]
    unseen = 0
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(shutil.copytree(ROOT, Path(folder, "copy"), ignore=_LEFT_BEHIND))
        (copy / _NODE).symlink_to(ROOT / _NODE)
        whole = run(copy, *dict.fromkeys(test for mutation in chosen for test in mutation.tests))
        if whole.returncode:
            sys.exit(f"These tests must pass before a guard is taken out:\n{whole.stdout}")
        click.echo("| guard taken out | what missed it |\n|---|---|")
        for mutation in chosen:
            missed = missed_without(mutation, copy)
            unseen += missed is None
            click.echo(f"| {mutation.guard} | {f'`{missed}`' if missed else 'NOTHING'} |")
    sys.exit(1 if unseen else 0)


def missed_without(mutation: Mutation, copy: Path) -> str | None:
    """The test that fails first in a copy without the guard; `None` where all pass.

    Raises `ValueError` where the guard isn't in its file any more.
    """
    changed = copy / mutation.file
    text = changed.read_text(encoding="utf-8")
    if text.count(mutation.old) != 1:
        raise ValueError(f"{mutation.file} holds “{mutation.old}” not once.")
    changed.write_text(text.replace(mutation.old, mutation.new), encoding="utf-8")
    try:
        done = run(copy, "-x", *mutation.tests)
    finally:
        changed.write_text(text, encoding="utf-8")
    lines = done.stdout.splitlines()
    failed = next((line for line in lines if line.startswith(("FAILED tests/", "ERROR tests/"))), None)
    if failed:
        return failed.split(" ", 1)[1].split(" - ")[0]
    return f"a test that never ended, of {' '.join(mutation.tests)}" if done.returncode else None


def run(copy: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run pytest in the copy."""
    command = [sys.executable, "-m", "pytest", "-q", *arguments]
    env = os.environ | {"TMPDIR": str(copy.parent)}
    return subprocess.run(command, cwd=copy, env=env, capture_output=True, text=True, check=False)


if __name__ == "__main__":
    main()
