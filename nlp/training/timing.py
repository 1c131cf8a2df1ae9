"""How long something takes: CPU time of one thread, and how it spreads."""

import statistics
import time
from collections.abc import Callable, Sequence


def milliseconds(act: Callable[[], object]) -> float:
    """The CPU time that this thread needs for it."""
    before = time.thread_time()
    act()
    return 1000 * (time.thread_time() - before)


def spread(values: Sequence[float]) -> str:
    """The median, with the quartiles."""
    low, middle, high = statistics.quantiles(values, n=4)
    return f"{middle:.2f} ({low:.2f} to {high:.2f})"
