"""A guard taken out of a promise."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Mutation:
    """A guard, the lines of its file that make it, what they become, and the tests that must then fail."""

    guard: str
    file: str
    old: str
    new: str
    tests: tuple[str, ...]
