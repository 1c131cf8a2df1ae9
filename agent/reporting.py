"""What the agent prints about its own errors: their type and place, never their words.

The message and the local variables of an exception may hold a draft, and the terminal may be written to a
file.
"""

import logging
import sys
import threading
import traceback

log = logging.getLogger("agent")


def report(error: BaseException, doing: str) -> None:
    """Say that something failed, and where in the code."""
    log.error("Error while %s: %s", doing, place(error))


def print_reports() -> None:
    """Print reports to the terminal (standard error), those of libraries with the same care."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_WithoutWords())
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)
    threading.excepthook = _report_thread
    # A queue of a few requests is no news on one person's machine.
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)


def _report_thread(failed: threading.ExceptHookArgs) -> None:
    if failed.exc_value is not None:
        report(failed.exc_value, f"running {failed.thread.name if failed.thread else 'a thread'}")


class _WithoutWords(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        error = record.exc_info[1] if record.exc_info else None
        said = record.getMessage() if error is None else f"Error in {record.name}: {place(error)}"
        return f"{self.formatTime(record)} {record.levelname.lower()}: {said}"


def place(error: BaseException) -> str:
    """Type of an error, and the lines of code that led to it, innermost first."""
    frames = traceback.extract_tb(error.__traceback__)
    return " < ".join(
        [type(error).__name__, *(f"{each.name} ({each.filename}:{each.lineno})" for each in reversed(frames))]
    )
