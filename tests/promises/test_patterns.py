"""Promise 3: no text makes a pattern slow: four times as long, it takes about four times as long."""

import importlib
import inspect
import pkgutil
import re
import time
from collections.abc import Iterator

import pytest

import agent
import nlp

PUMPED = (
    *"aA0.-_/@#!'([<&=*~ \n🙂é",
    *("a ", "a.", "0-", "0:", "haha", "http://", "<b>", "&amp;", "[… ", "\n> ", "$1", "so so "),
)
"""What is repeated; some patterns look for a run of it, and some fail at the end of one."""
SHORT = 1_000
TIMES = 4
SLOWEST = 10.0
"""Times as slow, for a text four times as long: a square would be 16, a cube 64."""
WORTH_TIMING = 0.005
"""Seconds for the long text below which its ratio is only noise."""


OUR_OWN_TEXT = {"agent.viewer.pictures._look._TOKEN"}
"""Reads nothing but a style sheet of ours."""
WAYS = {"fullmatch", "match", "search", "finditer", "findall", "sub", "split"}


def patterns() -> Iterator[tuple[str, re.Pattern[str], bool]]:
    """Every pattern that a module of `agent` or `nlp` holds, and whether it is looked for inside texts."""
    seen = set()
    for package in (agent, nlp):
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if ".training" in found.name or found.name.endswith("__main__"):
                continue
            module = importlib.import_module(found.name)
            for name, value in vars(module).items():
                if isinstance(value, re.Pattern) and isinstance(value.pattern, str) and value not in seen:
                    seen.add(value)
                    if f"{found.name}.{name}" in OUR_OWN_TEXT:
                        continue
                    used = WAYS.intersection(re.findall(rf"\b{name}\.(\w+)", inspect.getsource(module)))
                    yield f"{found.name}.{name}", value, not used or not used <= {"fullmatch", "match"}


def seconds(pattern: re.Pattern[str], text: str, inside: bool) -> float:
    """Processor time for a text."""
    begun = time.process_time()
    if inside:
        for _ in pattern.finditer(text):
            pass
    else:
        pattern.fullmatch(text)
    return time.process_time() - begun


@pytest.mark.parametrize(("pattern", "inside"), [pytest.param(*each, id=name) for name, *each in patterns()])
def test_a_longer_text_takes_longer_by_its_length_only(pattern: re.Pattern[str], inside: bool) -> None:
    slow = {}
    for text in (pumped * (SHORT * TIMES // len(pumped)) + "\x00" for pumped in PUMPED):
        took = seconds(pattern, text, inside)
        if took > WORTH_TIMING:
            ratio = took / max(seconds(pattern, text[:SHORT] + "\x00", inside), 1e-6)
            if ratio > SLOWEST:
                slow[text[:9]] = f"{ratio:.0f} times, {took:.3f} s"
    assert slow == {}
