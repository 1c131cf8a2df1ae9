"""Promise 3: another user of the same machine reads neither the files nor the answers."""

import os
import stat
import subprocess
from pathlib import Path

import pytest

from tests.promises.conftest import SECRET, Guarded

NOBODY = 65534
READ_ALL = """
import pathlib, sys
for place in sys.argv[1:]:
    try:
        print(pathlib.Path(place).read_bytes())
    except PermissionError:
        print("kept out")
"""
ASK = """
import sys, urllib.error, urllib.request
for path in ("/v1/posts", "/v1/export", "/history", "/v1/insights"):
    request = urllib.request.Request(sys.argv[1] + path, headers={"X-Pitch-In": "1"})
    try:
        print(urllib.request.urlopen(request, timeout=60).read())
    except urllib.error.HTTPError as error:
        print(error.code)
"""


def test_every_file_is_closed_to_others(guarded: Guarded) -> None:
    folder = guarded.agent.data_dir
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    for path in folder.rglob("*"):
        assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0, path


def test_whatever_the_agent_writes_next_is_closed_too(guarded: Guarded) -> None:
    status = Path(f"/proc/{guarded.agent.process.pid}/status").read_text()
    assert "Umask:\t0077\n" in status


def as_nobody(code: str, *arguments: object) -> str:
    """What a program of the user `nobody` prints."""
    command = ["/usr/bin/env", "-i", "python3", "-c", code, *map(str, arguments)]
    done = subprocess.run(
        command,
        user=NOBODY,
        group=NOBODY,
        extra_groups=[],
        cwd="/",
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


@pytest.mark.servers
def test_another_user_reads_no_file(guarded: Guarded) -> None:
    # pytest's folders are closed themselves: open the way to ours, as to a home folder that others may enter.
    folder: Path = guarded.agent.data_dir
    for above in list(folder.parents)[:4]:
        if above.owner() == "root" and str(above).startswith("/tmp/"):  # noqa: S108 - only a test's own
            above.chmod(above.stat().st_mode | stat.S_IXOTH)
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert files
    assert as_nobody(READ_ALL, *files).split("\n")[:-1] == ["kept out"] * len(files)


@pytest.mark.servers
def test_another_user_gets_no_answer_without_a_key(guarded: Guarded) -> None:
    said = as_nobody(ASK, guarded.agent.address)
    assert SECRET not in said
    assert set(said.split()) <= {"401", "403", "404", "405"}


@pytest.mark.servers
def test_another_user_can_not_listen_in_on_the_process(guarded: Guarded) -> None:
    pid = guarded.agent.process.pid
    assert os.geteuid() == 0, "Run as root: it becomes another user."
    for secret in ("environ", "mem", "maps"):
        assert as_nobody(READ_ALL, f"/proc/{pid}/{secret}") == "kept out\n"
    assert SECRET not in Path(f"/proc/{pid}/cmdline").read_text()
