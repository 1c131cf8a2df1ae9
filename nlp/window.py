"""Makes any string one that the pipeline reads in bounded time, without moving a character."""

import re

WINDOW = 8_000
"""Characters that are read of a draft or parent. Nobody says nothing new at greater length than this."""
LONGEST_RUN = 200
"""Characters that are read of a run without a space: the tokenizer is quadratic in it."""

UNREADABLE = re.compile("[\x00\ud800-\udfff]")
RUN_TAIL = re.compile(rf"(?<=\S{{{LONGEST_RUN}}})\S+")


def readable(text: str) -> str:
    """The part of a text that is read: same length up to the window, same offsets.

    Lone surrogates and NUL, which the C code beneath refuses, become U+FFFD; endless runs end in spaces.
    """
    window = UNREADABLE.sub("\ufffd", text[:WINDOW])
    return RUN_TAIL.sub(lambda tail: " " * len(tail.group()), window)
