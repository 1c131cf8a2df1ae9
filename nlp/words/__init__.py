"""Word lists: data only, one entry a line, `#` starts a comment. Written for this project."""

import tomllib
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent


@cache
def words(name: str) -> frozenset[str]:
    """The entries of `<name>.txt`."""
    lines = (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    entries = (line.partition("#")[0].strip() for line in lines)
    return frozenset(word for entry in entries for word in entry.split())


@cache
def short_codes() -> dict[str, str]:
    """The picture that a short code such as ":tada:" stands for, by its name; one character each."""
    table: dict[str, str] = tomllib.loads((FOLDER / "short_codes.toml").read_text(encoding="utf-8"))[
        "short_codes"
    ]
    return table


@cache
def spellings() -> dict[str, str]:
    """What people type for a word, by what they type."""
    table: dict[str, str] = tomllib.loads((FOLDER / "spellings.toml").read_text(encoding="utf-8"))[
        "spellings"
    ]
    return table
