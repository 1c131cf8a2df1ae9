"""One agent per data folder, and where it is."""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from agent.store.folder import touch
from agent.store.locks import held
from agent.trouble import Trouble
from agent.typed import command_line

_LOCK = "agent.lock"
_PLACE = "agent.json"
_PATIENCE = 1
"""Seconds, in which an agent that is ending lets go."""


@contextmanager
def only_agent(folder: Path) -> Iterator[None]:
    """Hold the folder for this process; raises `Trouble` when another agent holds it."""
    with held(folder / _LOCK, _PATIENCE) as alone:
        if not alone:
            where = f"at {place} " if (place := _place(folder)) else ""
            raise Trouble(
                f"Pitch In is already running {where}with the data in {folder}: get a sign-in link with "
                f"`{command_line('link', folder)}`."
            )
        try:
            yield
        finally:
            (folder / _PLACE).unlink(missing_ok=True)


def announce(folder: Path, address: str) -> None:
    """Tell the other commands where the agent of this folder is."""
    touch(folder / _PLACE)
    (folder / _PLACE).write_text(json.dumps({"address": address, "pid": os.getpid()}), encoding="utf-8")


def running_at(folder: Path) -> str | None:
    """The address of the agent that holds the folder; `None` when none does."""
    if not (folder / _LOCK).exists():
        return None
    with held(folder / _LOCK, _PATIENCE) as alone:
        return None if alone else _place(folder)


def _place(folder: Path) -> str | None:
    try:
        place = json.loads((folder / _PLACE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    address = place.get("address") if isinstance(place, dict) else None
    return address if isinstance(address, str) else None
