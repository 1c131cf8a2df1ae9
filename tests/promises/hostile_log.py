"""A log in which everything that others could have written is hostile: each line of `hostile_texts.txt`."""

from datetime import timedelta
from itertools import cycle
from pathlib import Path

from sqlite_utils import Database

from agent.schemas.fields import iso
from agent.store import Log
from agent.store.clock import now
from tests.agent.calls import new_id
from tests.agent.made.log import MadeLog
from tests.agent_process import EXTENSION

TEXTS = Path(__file__).with_name("hostile_texts.txt").read_text(encoding="utf-8").splitlines()
_POSTS = 2 * len(TEXTS)
_SAID = {
    "posts": (
        *("text", "site", "permalink", "page_url", "parent_text", "parent_author", "thread_title"),
        *("headline", "suggestion_taken", "imported_from"),
    ),
    "signals": ("reason",),
    "replies": ("permalink", "author", "text"),
}
"""The columns that hold what a page, a network or a file said."""


def write_hostile_log(folder: Path) -> None:
    """Fill a data folder."""
    log = Log(folder)
    MadeLog(_POSTS, until=now()).write(log)
    with log.writing() as db:
        for table, columns in _SAID.items():
            _say(db, table, columns)
        for number, text in enumerate(TEXTS):
            _add(db, number, text)
    log.close()


def _say(db: Database, table: str, columns: tuple[str, ...]) -> None:
    texts = cycle(TEXTS)
    set_to = ", ".join(f"{column} = ?" for column in columns)
    for (row,) in db.execute(f"SELECT rowid FROM {table}").fetchall():  # noqa: S608
        told = [next(texts) for _ in columns]
        db.execute(f"UPDATE {table} SET {set_to} WHERE rowid = ?", [*told, row])  # noqa: S608


def _add(db: Database, number: int, text: str) -> None:
    """What other programs and the person's own clicks left in the smaller tables."""
    moment, later = iso(now() - timedelta(minutes=2)), iso(now() + timedelta(hours=1))
    asked = (EXTENSION, text, text, text, str(number), moment, later, "waiting")
    for table, values in {
        "browsers": (new_id(), EXTENSION, text, text, str(number), moment, None),
        "pairings": (new_id(), *asked),
        "dismissals": (new_id(), "praise", text, moment, text),
        "mutes": ("praise", text, moment),
        "retention": (text, 1_200),
        "collector_sites": (text, "mastodon", 0, None, text, None, 0, None, text),
        "collector_requests": (None, 1, moment, text, text, None, "failed", 0, text),
    }.items():
        db.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(values))})", values)  # noqa: S608
