"""People: whom the person answers, thanks and recommends, and who answers them. By handle, and deletable."""

import re
from collections.abc import Iterator

from sqlite_utils import Database

from agent.problems import NotFound
from agent.schemas.fields import iso
from agent.schemas.people import Did, Person, PersonPage
from agent.services.answers import name_of
from agent.services.cursors import cursor_at, place_of
from agent.store import Log, addresses, people, replies
from agent.store.clock import now
from nlp.offsets import Utf16Offsets

_AT_ONCE = 2_000
"""Posts searched before an answer, at most; after a large import the rest comes later."""
_LONGEST = 300
_HANDLE = re.compile(r"(?<![\w@/.])@(\w[\w.-]*(?:@[\w-]+(?:\.[\w-]+)+)?)")
_AFTER_HOST = re.compile("[/?#]")
_TOLD_BY: dict[str, people.Kind] = {"specific_thanks": "thanked", "recommendation": "recommended"}


class People:
    """Knows whom the person met. New posts are searched before each answer."""

    def __init__(self, log: Log) -> None:
        self._log = log

    def page(
        self,
        site: str | None = None,
        did: Did | None = None,
        q: str | None = None,
        cursor: str | None = None,
        limit: int = 50,
    ) -> PersonPage:
        """People, the last met first; raises `Invalid` for a bad cursor."""
        wanted = people.Filter(site, did, name_of(q), place_of(cursor) if cursor else None)
        self.catch_up()
        with self._log.reading() as db:
            found = people.newest(db, wanted, limit + 1)
        shown = found[:limit]
        return PersonPage(
            items=[Person(**{field: row[field] for field in Person.model_fields}) for row in shown],
            next=cursor_at(shown[-1]["last_at"], shown[-1]["id"]) if len(found) > limit else None,
        )

    def forget(self, person: int) -> None:
        """Delete somebody for good: they aren't noted again, and their answers lose name, words and address.

        What the person wrote to them stays in the person's own posts. Raises `NotFound`.
        """
        with self._log.writing() as db:
            row = next(db.query("SELECT name FROM people WHERE id = ?", [person]), None)
            if row is None:
                raise NotFound("There is nobody with this number. They may have been deleted.")
            for post in people.forget(db, person, iso(now())):
                for reply in replies.of_post(db, post):
                    if name_of(reply["author"]) == row["name"]:
                        replies.blot_out(db, reply["id"])
        self._log.forget_deleted()

    def catch_up(self) -> bool:
        """Search some of the posts that came, or were reviewed, since; whether there is more."""
        with self._log.reading() as db:
            behind = addresses.waiting(db) or people.unread(db, 1)
        if not behind:
            return False
        with self._log.writing() as db:
            addresses.read_waiting(db, _AT_ONCE)
            found = people.unread(db, _AT_ONCE)
            for row in found:
                _search(db, row)
        return len(found) == _AT_ONCE


def site_of(place: str | None, site: str | None) -> str:
    """What people's site is called: the host of an address in its one form, or else the site's name."""
    return _AFTER_HOST.split(place, maxsplit=1)[0] if place else site or ""


def _search(db: Database, row: people.Row) -> None:
    site = site_of(row["place"], row["site"])
    own = name_of(people.own_name(db, row["host"]))
    for handle, kind in _met(db, row):
        name = name_of(handle)
        if name and name != own:
            people.tie(db, row["number"], site, handle, name, kind, row["posted_at"])
    people.read(db, row["number"])


def _met(db: Database, row: people.Row) -> Iterator[tuple[str, people.Kind]]:
    """Handles in a post, and what it does to whom they belong to."""
    answered = (row["parent_author"] or "").strip().removeprefix("@")[:_LONGEST]
    if answered:
        yield answered, "answered"
    place = Utf16Offsets(row["text"]).code_points
    for span in people.spans_of(db, row["number"]):
        words = "" if span["start"] is None else row["text"][place(span["start"]) : place(span["end"])]
        named = [found.rstrip(".-") for found in _HANDLE.findall(words)]
        kind = _TOLD_BY[span["name"]]
        if named:
            yield from ((handle, kind) for handle in named)
        elif answered and kind == "thanked":
            yield answered, kind
